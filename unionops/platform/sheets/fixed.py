"""Printed reports as tables: columns by where the ink is, page furniture and totals set aside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from unionops.platform.core import lazy_re as re
from unionops.platform.sheets.sections import LABELLED, Sections
from unionops.platform.sheets.tables import Aside, Table, cut_off, one_line

GAP = re.compile(r"\S {2,}\S")
TOKEN = re.compile(r"\S+(?: \S+)*")
RULE = re.compile(r"^[\s\-=_+|*.]{5,}$")
TOTAL = re.compile(
    r"\b(?:sub\s*-?\s*|grand\s+|page\s+|report\s+|overall\s+)?totals?\b"
    r"|\bend of (?:report|file|list(?:ing)?|page|data)\b"
    r"|^\W*(?:\w+ )?(?:head ?)?count\b|\bcontinued\b|^\W*(?:number|no\.?|#) of \w+"
    r"|^\W*(?:records?|employees|members|lines|rows|items|people|names)(?: \w+)?\s*[:=]?\s*\d[\d,]*\W*$"
    r"|^\W*\d[\d,]* (?:records?|employees|members|lines|rows|items|people|names)\b"
    r"|^\s*\*{1,3}\s.*\d",
    re.IGNORECASE,
)
Span = tuple[int, int]
Line = tuple[int, str]


def looks_fixed(text: str) -> bool:
    """Most lines have wide gaps between words."""
    lines = _first_lines(text)
    return len(lines) >= 2 and sum(bool(GAP.search(line.expandtabs().strip())) for line in lines) >= 0.5 * len(lines)


def gaps_within(text: str, delimiter: str) -> bool:
    """Most lines hold several columns between two delimiters: 'CRUZ,ANA,P   XXX-XX-0012   16.25' is a printed line."""
    lines = _first_lines(text)
    return sum(_most_gaps(line, delimiter) > 1 for line in lines) >= 0.5 * len(lines)


def _most_gaps(line: str, delimiter: str) -> int:
    return max(len(GAP.findall(cell.strip())) for cell in line.split(delimiter))


def _first_lines(text: str) -> list[str]:
    lines = text.replace("\f", "\n").splitlines()[:400]
    return [line for line in lines if line.strip() and not RULE.match(line)]


def read_fixed(text: str, words: Collection[str] = ()) -> Table:
    """`words` are folded heading phrases the caller knows; 'tour of duty' is one column's name."""
    lines = _lines(text)
    at, rule = _heading(lines)
    names = _name_lines(lines, at, below=not rule)
    heading = _overlaid([line for _number, line in names])
    groups = _group_lines(lines)
    start, end = (names[0], names[-1]) if names else (None, None)
    before = [line for line in lines[: lines.index(start)] if line not in groups] if start else []
    body = [line for line in lines[lines.index(end) + 1 if end else 0 :] if line not in groups]
    sorted_lines = _sort(body, {_shape(line) for _n, line in (*before, *names)})
    _check_cut(text, [line for _number, line in sorted_lines.data])
    spans = _columns(heading, rule, [line for _number, line in sorted_lines.data], words)
    table = Table(_labels([line for _number, line in names], spans), aside=_banner(before) + sorted_lines.aside)
    _fill(table, sorted_lines.data, groups, spans)
    table.meta = {"kind": "report", "pages": text.count("\f") + 1, "banner": [line.strip() for _n, line in before]}
    return table


def _check_cut(text: str, data: list[str]) -> None:
    """A report that stops inside a line of data, shorter than all others, was cut off."""
    *others, last = [len(line.rstrip()) for line in data] or [0]
    end = text.rstrip(" ")
    begins = max(map(_indent, data[:-1]), default=0) >= _indent(data[-1]) if others else False
    if begins and last < min(others) and end.endswith(data[-1].rstrip()):
        raise cut_off()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _group_lines(lines: list[Line]) -> list[Line]:
    """'COST CTR: 4100 Surgery' above the people of that group; the same label stands there again with another value."""
    said: dict[str, list[tuple[Line, str]]] = defaultdict(list)
    for line in lines:
        if len(_tokens(line[1])) <= 2 and not TOTAL.search(line[1]) and (match := LABELLED.match(line[1])):
            said[match[1].strip().casefold()].append((line, one_line(match[2])))
    different = [group for group in said.values() if len({_shape(value) for _line, value in group}) > 1]
    return sorted(line for group in different for line, _value in group)


def _fill(table: Table, data: list[Line], groups: list[Line], spans: list[Span]) -> None:
    """Rows in their columns; what the lines between them name becomes a column of its own."""
    sections, waiting = Sections(len(table.header)), groups[::-1]
    for number, line in data:
        while waiting and waiting[-1][0] < number:
            sections.open(*waiting.pop())
        _place(table, sections, number, line, spans)
    for group in reversed(waiting):
        sections.open(*group)
    sections.finish(table)


def _labels(headings: list[str], spans: list[Span]) -> list[str]:
    """The names over each column, line by line; a name belongs to the column it begins in."""
    labels = [
        " ".join(
            match[0]
            for heading in headings
            for match in re.finditer(r"\S+", heading)
            if start <= match.start() < end or (not start and match.start() < end)
        )
        for start, end in spans
    ]
    return [one_line(label) or f"Column {at}" for at, label in enumerate(labels, start=1)]


def _lines(text: str) -> list[Line]:
    """Numbered lines; a form feed begins a line as a line break does, but is not counted as one."""
    found = []
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        found += [(number, piece.expandtabs().rstrip()) for piece in raw.split("\f")]
    return found


def _banner(before: list[Line]) -> list[Aside]:
    return [Aside(number, "banner", one_line(line)) for number, line in before if line.strip()]


def _heading(lines: list[Line]) -> tuple[int | None, str]:
    """Where the column names stand, and the line of dashes under them."""
    for at, (_number, line) in enumerate(lines[:80]):
        if RULE.match(line) and at and (above := _above(lines, at)) is not None:
            names = _shape(lines[above][1])
            return next(first for first, (_n, other) in enumerate(lines) if _shape(other) == names), line
    for at, (_number, line) in enumerate(lines[:80]):
        tokens = TOKEN.findall(re.sub(r" {2,}", "\n", line.strip()))
        if len(tokens) >= 3 and not re.search(r"\d", line) and not TOTAL.match(line):
            return at, ""
    return None, ""


def _name_lines(lines: list[Line], at: int | None, *, below: bool) -> list[Line]:
    """The lines the column names stand in: 'CURRENT' above 'DEDUCTION' is one name in two lines."""
    if at is None:
        return []
    names = [lines[at]]
    if at and _is_part(lines[at - 1][1], lines[at][1]):
        names.insert(0, lines[at - 1])
    elif below and at + 1 < len(lines) and _is_part(lines[at + 1][1], lines[at][1]):
        names.append(lines[at + 1])
    return names


def _is_part(line: str, names: str) -> bool:
    """Words without figures, several of them, and hardly one that does not stand over or under another.

    What stands over several names is a title of the list, or of a group of columns.
    """
    words, others = sorted((_tokens(line), _tokens(names)), key=len)
    if len(words) < 2 or re.search(r"[\d:]", line) or TOTAL.match(line) or RULE.match(line):
        return False
    if any(sum(one[0] < end and start < one[1] for start, end in _tokens(names)) > 1 for one in _tokens(line)):
        return False
    beside = sum(not any(one[0] < end and start < one[1] for start, end in others) for one in words)
    return beside <= len(words) // 4


def _overlaid(lines: list[str]) -> str:
    """Several lines as one: the ink of all of them."""
    width = max(map(len, lines), default=0)
    padded = [line.ljust(width) for line in reversed(lines)]
    return "".join(next((mark for mark in marks if mark != " "), " ") for marks in zip(*padded, strict=True)).rstrip()


def _above(lines: list[Line], at: int) -> int | None:
    """The line right above the dashes, when it reads like column names."""
    above = lines[at - 1][1]
    return at - 1 if len(_tokens(above)) >= 2 else None


def _tokens(line: str) -> list[Span]:
    return [match.span() for match in TOKEN.finditer(line)]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "9", one_line(line))


@dataclass
class Sorted:
    data: list[Line]
    aside: list[Aside]


def _sort(lines: list[Line], furniture: set[str]) -> Sorted:
    """Data apart from what repeats on every page, from totals and from rules."""
    found = Sorted([], [])
    again = furniture - {""}
    for number, line in lines:
        if not line.strip() or RULE.match(line):
            continue
        if _shape(line) in again:
            found.aside.append(Aside(number, "heading", one_line(line), "repeated on every page"))
        elif TOTAL.search(line) and len(_tokens(line)) <= 6:
            found.aside.append(Aside(number, "total", one_line(line)))
        else:
            found.data.append((number, line))
    return found


def _is_sentence(line: str, spans: list[Span]) -> bool:
    """Words without a gap, one of which a column would cut in two, or several words in few of many columns."""
    inside = [at for at, _end in spans[1:] if at < len(line)]
    few = len(inside) < 2 and len(spans) >= 5 and len(line.split()) > 2
    return len(_tokens(line)) == 1 and (few or any(" " not in line[at - 1 : at + 1] for at in inside))


def _place(table: Table, sections: Sections, number: int, line: str, spans: list[Span]) -> None:
    cells = [line[a:b].strip() for a, b in spans]
    if sum(bool(cell) for cell in cells) >= 2 and not _is_sentence(line, spans):
        sections.add_row(table, number, cells)
    else:
        table.aside.append(Aside(number, "footer", one_line(line)))


def _inside_phrases(heading: str, words: Collection[str]) -> set[int]:
    """Where words stand that continue a known name; two short codes side by side ('GR ST') are no name."""
    found: set[int] = set()
    small = heading.lower()
    within = (phrase for phrase in words if " " in phrase and phrase.lower() in small)
    for phrase in (phrase for phrase in within if max(map(len, phrase.split())) > 3):
        for match in re.finditer(rf"(?<!\S){re.escape(phrase)}(?!\S)", heading, re.IGNORECASE):
            found |= {match.start() + at + 1 for at, letter in enumerate(match[0]) if letter == " "}
    return found


def _columns(heading: str, rule: str, data: list[str], words: Collection[str] = ()) -> list[Span]:
    """Where each column begins and ends; the dashes know best, else names and ink together."""
    dashes = [match.span() for match in re.finditer(r"[-=_]{2,}", rule)]
    if len(dashes) >= max(2, len(_tokens(heading)) - 1):
        return _reach([start for start, _end in dashes])
    marks = _marks(data)
    ink = _ink(marks)
    names = [part for name in _tokens(heading) for part in _parts(name, heading, marks, words)]
    return _reach(_starts(ink, names)) if names else _reach([start for start, _end in ink])


def _reach(starts: list[int]) -> list[Span]:
    """Each column up to where the next begins."""
    ends = [*starts[1:], 100_000]
    return list(zip([0, *starts[1:]], ends, strict=True)) if starts else [(0, 100_000)]


@dataclass
class Marks:
    """How many lines have a character at each place."""

    lines: int
    at: Counter[int]

    def mostly(self, place: int) -> bool:
        return self.at[place] >= 0.6 * self.lines

    def part_at(self, word: Span) -> bool:
        """A column of its own begins under the word (or ends there, for figures): nothing stands right before it."""
        if self.lines < 3 or self.at[word[0] - 1]:
            return False
        return self.mostly(word[0]) or self.mostly(word[1] - 1) or self.at[word[0]] > 0

    def begins_at(self, place: int) -> bool:
        """Most lines go on here after a gap that all of them have."""
        return self.lines >= 10 and not self.at[place - 1] and not self.at[place - 2] and self.mostly(place)


def _parts(name: Span, heading: str, marks: Marks, known: Collection[str] = ()) -> list[Span]:
    """'GR ST TITLE' as three columns, when each word stands over a column of its own; 'EMPLOYEE NAME' as one."""
    words = [(name[0] + match.start(), name[0] + match.end()) for match in re.finditer(r"\S+", heading[slice(*name)])]
    parts, whole = words[:1], _inside_phrases(heading, known)
    for word in words[1:]:
        if marks.begins_at(word[0]) or (word[0] not in whole and marks.part_at(word)):
            parts.append(word)
        else:
            parts[-1] = (parts[-1][0], word[1])
    return parts


def _marks(data: list[str]) -> Marks:
    """Stray lines of another shape are left out."""
    usual = Counter(len(line) // 8 for line in data).most_common(3)
    kept = [line for line in data if len(line) // 8 in {size for size, _count in usual}] or data
    marks: Counter[int] = Counter()
    for line in kept:
        marks.update(at for at, character in enumerate(line) if character != " ")
    return Marks(len(kept), marks)


def _ink(marks: Marks) -> list[Span]:
    """Stretches in which some line has a character."""
    few = marks.lines // 400
    return _runs([at for at, count in sorted(marks.at.items()) if count > few])


def _runs(places: list[int]) -> list[Span]:
    runs: list[Span] = []
    for at in places:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _starts(ink: list[Span], names: list[Span]) -> list[int]:
    """One start per column name: the ink it stands over, or its own place when there is none."""
    groups: dict[int, int] = {}
    ends: dict[int, int] = {}
    for span in ink:
        over = _names_over(span, names)
        for name in over:
            start = span[0] if name == over[0] else names[name][0]
            groups[name] = min(groups.get(name, start), start)
            ends[name] = span[1] if name == over[-1] else names[name + 1][0]
    return [_start(index, names, groups, ends) for index in range(len(names))]


def _start(index: int, names: list[Span], groups: dict[int, int], ends: dict[int, int]) -> int:
    """The name or its ink, whichever begins first, but never inside the column before."""
    wanted = min(names[index][0], groups.get(index, names[index][0]))
    return max(wanted, ends.get(index - 1, 0)) if index else wanted


def _names_over(span: Span, names: list[Span]) -> list[int]:
    """The names a stretch of ink lies under; else the nearest one to its left."""
    over = [index for index, name in enumerate(names) if name[0] < span[1] and span[0] < name[1]]
    if over:
        return over
    left = [index for index, name in enumerate(names) if name[0] <= span[0]]
    return left[-1:] or [0]
