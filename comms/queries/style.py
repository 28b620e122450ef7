"""What people change again and again in the model's words, told as proposals for the house's style and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from comms.checks.words import fold, sentences
from comms.models import VersionText
from unionops.platform.ai.queries import memory
from unionops.platform.core import lazy_re as re
from unionops.platform.core.wordings import word_changes

LOOKED_AT = 2000
MOST_SHOWN = 20
SHORT, GREETING, CLOSING = 4, 8, 12  # words


@dataclass(frozen=True)
class Proposal:
    """`kind`: words, greeting, closing, added (a sentence put in), removed (one taken out).

    `times` counts the messages it was seen in, `seen_in` names some of them. `language` is that of the text.
    """

    kind: str
    instead: str
    say: str
    times: int
    seen_in: tuple[str, ...] = ()
    language: str = "en"

    @property
    def title(self) -> str:
        """What it is called in the house memory, accepted or not: it is proposed once."""
        return {"words": self.instead, "greeting": f"Greeting: {self.say}", "closing": f"Closing: {self.say}"}.get(
            self.kind, f"{self.kind}: {self.say or self.instead}"
        )[:120]


Change = tuple[str, str, str, str]  # kind, instead, say, language


def proposals(least: int = 2) -> list[Proposal]:
    """Changes made in as many messages as `least`, not in the house memory yet, the most frequent first."""
    known = set(memory().values_list("title", flat=True))
    seen: dict[Change, dict[int, str]] = defaultdict(dict)
    for before, after, message, title, language in _edits():
        for kind, instead, say in _changes(before, after):
            seen[kind, instead, say, language][message] = title
    found = [
        Proposal(kind, instead, say, len(where), tuple(list(where.values())[:3]), language)
        for (kind, instead, say, language), where in seen.items()
        if len(where) >= least
    ]
    fresh = [row for row in found if row.title not in known]
    return sorted(fresh, key=lambda row: -row.times)[:MOST_SHOWN]


def _edits() -> Iterator[tuple[str, str, int, str, str]]:
    """The model's words and what a person made of them, with the message they are of."""
    rows = VersionText.objects.order_by("-version", "number").values_list(
        "version", "engine", "body", "version__message", "version__message__title", "version__language"
    )[:LOOKED_AT]
    for one, two in pairwise(rows):
        if one[0] == two[0] and (one[1], two[1]) == ("model", "person"):
            yield one[2], two[2], two[3], two[4], two[5][:2]


def _changes(before: str, after: str) -> set[tuple[str, str, str]]:
    found: set[tuple[str, str, str]] = set()
    for kind, old, new in (
        ("greeting", _greeting(before), _greeting(after)),
        ("closing", _closing(before), _closing(after)),
    ):
        if new and fold(old) != fold(new):
            found.add((kind, old, new))
    found |= {("words", old, new) for old, new in replaced(_body(before), _body(after))}
    old_lines, new_lines = _lines(before), _lines(after)
    come = [line for key, line in new_lines.items() if key not in old_lines]
    gone = [line for key, line in old_lines.items() if key not in new_lines]
    found |= {("added", "", line) for line in come if not any(_is_reworded(line, other) for other in gone)}
    found |= {("removed", line, "") for line in gone if not any(_is_reworded(line, other) for other in come)}
    return found


def _is_reworded(one: str, other: str) -> bool:
    """Half of their words are the same: a word was changed, no sentence put in or taken out."""
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    return 2 * len(mine & theirs) >= max(len(mine), len(theirs))


def replaced(before: str, after: str) -> set[tuple[str, str]]:
    """Short pairs (removed, added) that stand side by side; figures are facts, not style."""
    pairs = set()
    for (sign, gone), (next_sign, come) in pairwise(word_changes(before, after)):
        old, new = " ".join(gone.split()).lower(), " ".join(come.split()).lower()
        short = 0 < len(old.split()) <= SHORT and 0 < len(new.split()) <= SHORT
        if sign + next_sign == "-+" and short and not any(c.isdigit() for c in old + new):
            pairs.add((old, new))
    return pairs


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _greeting(text: str) -> str:
    """A short first line that ends like an address."""
    first = (_parts(text) or [""])[0]
    fits = "\n" not in first and len(first.split()) <= GREETING and first.endswith((",", ":", "!"))
    return first if fits else ""


def _closing(text: str) -> str:
    """The last lines, when they are as short as a farewell; figures are facts."""
    parts = _parts(text)
    last = " / ".join(line.strip() for line in parts[-1].splitlines()) if len(parts) > 1 else ""
    return last if last and len(last.split()) <= CLOSING and not any(c.isdigit() for c in last) else ""


def _body(text: str) -> str:
    parts = _parts(text)
    return "\n\n".join(parts[bool(_greeting(text)) : len(parts) - bool(_closing(text))])


def _lines(text: str) -> dict[str, str]:
    """Whole sentences of four words and more without a figure, a field or a name: the same in many messages."""
    said = [line.text for line in sentences(_body(text))]
    return {fold(s): s for s in said if len(s.split()) >= SHORT and "{{" not in s and not _OF_THE_MATTER.search(s)}


_OF_THE_MATTER = re.compile(r"\d|\s[^\W\d_a-z]")
