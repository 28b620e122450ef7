"""Which day, hour and room belong together: of two events none may take the other's.

The facts of a brief that stand in a pattern (day, hour, room; day, hour, room) or whose ids say so (`fair_date`,
`fair_room`, `rally_date`) make occasions. A value that only one of them has is its mark. A line or a paragraph of a
text whose marks are of several kinds must put the occasions in one order: two dates with their rooms crossed do not.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from comms.checks import facts
from comms.checks.deadlines import DUE
from comms.checks.parts import Draft, Fact, Finding, Ground, Level
from comms.checks.spanish import concepts
from comms.checks.words import Sentence, sentences
from unionops.platform.core import lazy_re as re

_WHEN = frozenset({"date", "weekday", "time"})
_PARAGRAPH = re.compile(r"\n\s*\n")
_TOPIC = 8  # words of a free fact that may stand for the whole occasion
Group = list[Fact]


@dataclass(frozen=True)
class Mark:
    """A value of one occasion alone, at its place in a text."""

    start: int
    end: int
    kind: str
    occasion: int


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    groups = occasions(ground.facts)
    for name, text in draft.fields() if groups else ():
        marks = sorted(_marks(text, draft.language, groups), key=lambda mark: mark.start)
        told: set[int] = set()
        for unit in (*sentences(text), *_paragraphs(text)):
            here = [mark for mark in marks if unit.start <= mark.start < unit.end]
            wrong, occasion = _crossed(here, _held(here, text)) or (None, 0)
            if wrong and wrong.start not in told:
                told.add(wrong.start)
                right = next((f for f in groups[occasion] if _kind(f) == wrong.kind), None)
                expected = right.value if right else ""
                said = text[wrong.start : wrong.end]
                yield Finding(
                    "mixed_up", Level.FIX, name, wrong.start, wrong.end, said, expected, right.id if right else ""
                )


def occasions(known: tuple[Fact, ...]) -> list[Group]:
    """Two or more groups of facts, each with a day or an hour and something else; [] where the brief shows none."""
    for groups in (*_by_name(known), _in_a_row(known)):
        whole = [group for group in groups if len(group) > 1 and any(_kind(fact) in _WHEN for fact in group)]
        if len(whole) > 1:
            return whole
    return []


def _by_name(known: tuple[Fact, ...]) -> Iterator[list[Group]]:
    """By the first part of an id, or by its number: 'rally_date' and 'rally_room', 'date2' and 'room2'."""
    names = [[part for part in re.findall(r"[^\W\d_]+|\d+", fact.id.lower()) if part] for fact in known]
    for place in (0, -1):
        found: dict[str, Group] = defaultdict(list)
        for parts, fact in zip(names, known, strict=True):
            if len(parts) > 1:
                found[parts[place] if place else " ".join(parts[:1] if not parts[1].isdigit() else parts[:2])].append(
                    fact
                )
        yield [group for key, group in found.items() if not (place and not key.isdigit())]


def _in_a_row(known: tuple[Fact, ...]) -> list[Group]:
    """Where the kinds repeat one after another, at least twice: the longest such stretch."""
    kinds = [_kind(fact) for fact in known]
    best: list[Group] = []
    for size in range(2, len(kinds) // 2 + 1):
        for start in range(len(kinds) - 2 * size + 1):
            block = kinds[start : start + size]
            times = 1
            while kinds[start + times * size : start + (times + 1) * size] == block:
                times += 1
            if times > 1 and len(set(block)) == size and times * size > sum(map(len, best)):
                best = [list(known[start + n * size : start + (n + 1) * size]) for n in range(times)]
    return best


def _kind(fact: Fact) -> str:
    """The last day for something is no day of an occasion."""
    return "deadline" if DUE.search(f"{fact.kind} {fact.id}") else facts.kind_of(fact)


def _marks(text: str, language: str, groups: list[Group]) -> Iterator[Mark]:
    own = [[(_kind(fact), slot) for fact in group for slot in facts.slots_of(fact)] for group in groups]
    for slot in facts.read(text, [facts.Known(slot, "") for group in own for _kind, slot in group]):
        of = [at for at, group in enumerate(own) if any(slot.agrees(other) for _kind, other in group)]
        if len(of) == 1:
            kind = next(kind for kind, other in own[of[0]] if slot.agrees(other))
            yield Mark(slot.start, slot.end, kind, of[0])
    yield from _topics(text, language, groups)


def _topics(text: str, language: str, groups: list[Group]) -> Iterator[Mark]:
    """What the occasion is, told in a few words: most of those no other occasion has stand in one line."""
    words = [
        frozenset().union(*(concepts(f.value, "en") for f in group if _is_topic(f))) if group else frozenset()
        for group in groups
    ]
    for at, mine in enumerate(words):
        alone = mine - frozenset().union(*(other for n, other in enumerate(words) if n != at))
        for line in sentences(text) if alone else ():
            if len(alone & concepts(line.text, language)) * 2 > len(alone):
                yield Mark(line.start, line.end, "topic", at)


def _is_topic(fact: Fact) -> bool:
    return (_kind(fact) not in facts.TYPED or (_kind(fact) == "name")) and len(fact.value.split()) <= _TOPIC


def _paragraphs(text: str) -> Iterator[Sentence]:
    start = 0
    for match in (*_PARAGRAPH.finditer(text), None):
        end = match.start() if match else len(text)
        yield Sentence(start, end, text[start:end])
        start = match.end() if match else end


def _held(marks: list[Mark], text: str) -> set[Mark]:
    """'December 8 at 5 pm': what stands right beside a value of its own occasion, whatever the order of the rest."""
    values = [mark for mark in marks if mark.kind != "topic"]
    pairs = [(a, b) for a, b in pairwise(values) if a.occasion == b.occasion and a.kind != b.kind]
    return {mark for a, b in pairs if _BESIDE.fullmatch(text[a.end : b.start]) for mark in (a, b)}


_BESIDE = re.compile(r"(?:(?!\b(?:and|or|but|then|y|e|o|u|pero|luego)\b)[^.,;:!?()\n]){0,25}", re.IGNORECASE)


def _crossed(marks: list[Mark], held: set[Mark]) -> tuple[Mark, int] | None:
    """The mark that stands with those of another occasion, and which: each kind must name them in the same order."""
    orders: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        orders[mark.kind].append(mark)
    rows = [[next(run) for _occasion, run in groupby(row, key=lambda mark: mark.occasion)] for row in orders.values()]
    for row in rows[1:]:
        if len(row) == len(rows[0]):
            for ours, theirs in zip(rows[0], row, strict=True):
                if ours.occasion != theirs.occasion and held.isdisjoint({ours, theirs}):
                    return theirs, ours.occasion
    return None
