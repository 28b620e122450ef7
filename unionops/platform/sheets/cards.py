"""Lists that say each person in several lines ('NAME: ...', 'BADGE: ...'): one row a person, one column a label."""

from __future__ import annotations

from collections import Counter

from unionops.platform.core import lazy_re as re
from unionops.platform.sheets.tables import Aside, Table, one_line

LABEL = r"[^\W\d_][^\W\d_ ./#'()&-]*(?:[ ./#'()&-]{1,2}[^\W\d_]+){0,4}[ .#)]*"
PAIR = re.compile(rf"(?:^|\s{{2,}}|\t)\s*({LABEL}):(?=\s|$)")
TIMES, SHARE = 3, 0.6
"""A label that comes this often makes a list, when this share of the lines have one."""
Pair = tuple[str, str]


def looks_like_cards(text: str) -> bool:
    """Most lines say what their value is, and the same labels come again and again."""
    lines = [line for line in text.splitlines()[:400] if line.strip()]
    labels = Counter(label.casefold() for line in lines for label, _value in _pairs(line))
    often = [label for label, count in labels.items() if count >= TIMES]
    said = sum(any(label.casefold() in often for label, _value in _pairs(line)) for line in lines)
    return len(often) >= TIMES and said >= SHARE * len(lines)


def read_cards(text: str) -> Table:
    """A person begins where the label comes again that began the one before."""
    lines = [(number, _pairs(line), line) for number, line in enumerate(text.splitlines(), start=1)]
    counts = Counter(label for _number, pairs, _line in lines for label, _value in pairs)
    labels = [label for label in counts if counts[label] >= TIMES]
    first = next(label for label in labels if counts[label] >= max(counts.values()) * 0.9)
    table = Table(labels, meta={"kind": "report"})
    for number, pairs, line in lines:
        known = [pair for pair in pairs if pair[0] in labels]
        if known and (table.rows or known[0][0] == first):
            _add(table, number, known, first)
        elif line.strip():
            table.aside.append(Aside(number, "footer" if table.rows else "banner", one_line(line)))
    return table


def _add(table: Table, number: int, pairs: list[Pair], first: str) -> None:
    for label, value in pairs:
        if label == first:
            table.rows.append([""] * len(table.header))
            table.numbers.append(number)
        table.rows[-1][table.header.index(label)] = value


def _pairs(line: str) -> list[Pair]:
    """'BADGE: 4711   NAME: Cruz, Ana' as two pairs."""
    found = list(PAIR.finditer(line))
    ends = [*(match.start() for match in found[1:]), len(line)]
    return [(one_line(match[1]).rstrip(" ."), one_line(line[match.end() : end]))
            for match, end in zip(found, ends, strict=False)]  # fmt: skip
