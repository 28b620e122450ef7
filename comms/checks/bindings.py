"""What each value is the value of: 'raffle tickets are $5' binds the sum to the tickets, and to nothing else.

A value of the brief in a sentence that speaks of what the brief says of another value of its kind, and of nothing it
says of this one, has changed places.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from comms.checks import facts, figures, slots
from comms.checks.figures import same_unit
from comms.checks.lexicon import ALIKE
from comms.checks.parts import Draft, Fact, Finding, Ground, Level
from comms.checks.slots import Slot
from comms.checks.spanish import Reader, bags
from comms.checks.stemming import stems
from comms.checks.words import clauses, speaks, tokens
from unionops.platform.core import lazy_re as re

_KINDS = frozenset({"money", "percent", "number", "room", "time", "phone", "email", "link"})
_FREE = re.compile(r"\b(?:free|no (?:cost|charge|fee)|gratis|gratuit[oa]s?|sin (?:costo|cargo))\b", re.IGNORECASE)
_CUT = re.compile(r"[,;:(]\s+|\s+(?:and|but|y|e|pero)\s+", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"(?:[A-Z][\w.]*|\b(?:no|number|line|route|unit|local))\s+#?$")
_LEAST = 2  # words of the other value that must stand around this one
_COMMON = "member members people union day days time times year years hour hours week month call come get"


@dataclass(frozen=True)
class Bound:
    """A value and the words that mean something in its part of the sentence."""

    slot: Slot
    words: frozenset[str]


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = "\n".join([ground.allowed_text(), *_named(ground.facts)])
    theirs = speaks(given)
    read = bags(draft.language, theirs)
    known = [bound for bound in _bound(given, theirs, read) if bound.words]
    kinds = {kind for kind in _KINDS if len({b.slot.values for b in known if b.slot.kind == kind}) > 1}
    for name, text in draft.fields():
        yield from _labelled(name, text, ground)
    for name, text in draft.fields() if kinds else ():
        said = list(_bound(text, draft.language, read))
        for mine in said:
            if mine.slot.kind in kinds and (rival := _rival(mine, known)):
                yield _finding(name, mine.slot, rival.slot)
        for one, two in _neighbours(said):
            if one.slot.kind in kinds and _crossed(one, two, known, both=draft.language[:2] != theirs):
                yield _finding(name, one.slot, two.slot)


@cache
def _common() -> frozenset[str]:
    return stems(_COMMON)


def _named(known: tuple[Fact, ...]) -> Iterator[str]:
    """'raffle_price' and 'parking_price' say of two bare sums what each is the price of."""
    plain = facts.TYPED.union(facts.KINDS)
    words = {fact: frozenset(re.findall(r"[^\W\d_]{3,}", fact.id.lower())) - plain for fact in known}
    for fact in known:
        others = [words[other] for other in known if other != fact and facts.kind_of(other) == facts.kind_of(fact)]
        alone = words[fact].difference(*others)
        if alone and any(others):
            yield f"{' '.join(sorted(alone))} {fact.value}"


_REACH = frozenset({"phone", "email", "link"})


def _labelled(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """'Press: 555-0177' where the brief has another number as `press_phone`."""
    ways = [(fact, slot) for fact in ground.facts for slot in facts.slots_of(fact) if slot.kind in _REACH]
    for before, slot in pairwise([None, *slots.find(text)]):
        own = {fact.id for fact, way in ways if slot and slot.agrees(way)}
        if slot is None or not own:
            continue
        label = text[before.end if before else 0 : slot.start].rpartition("\n")[2]
        said = frozenset(tokens(re.split(r"[,;.!?]\s", label)[-1]))
        for fact, way in ways:
            alone = _label_of(fact) - frozenset().union(*(_label_of(f) for f, _w in ways if f.id in own))
            if (
                fact.id not in own
                and way.kind == slot.kind
                and said & alone
                and not any(said & _label_of(f) for f, _w in ways if f.id in own)
            ):
                yield _finding(name, slot, way)
                break


def _label_of(fact: Fact) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{3,}", fact.id.lower())) - facts.TYPED.union(facts.KINDS)


def _finding(name: str, slot: Slot, right: Slot) -> Finding:
    return Finding("mixed_up", Level.FIX, name, slot.start, slot.end, slot.text, right.text)


def _neighbours(said: list[Bound]) -> Iterator[tuple[Bound, Bound]]:
    """Each value with the next of its kind and unit."""
    ordered = sorted(said, key=lambda bound: bound.slot.start)
    for at, one in enumerate(ordered):
        alike = (b for b in ordered[at + 1 :] if b.slot.kind == one.slot.kind)
        two = next((b for b in alike if same_unit(b.slot.unit, one.slot.unit)), None)
        if two is not None and not one.slot.agrees(two.slot):
            yield one, two


def _crossed(one: Bound, two: Bound, known: list[Bound], *, both: bool) -> bool:
    """Each of two values stands with what tells the other from it: 'guests ride free, members pay'.

    Within one language one of the two is enough where nothing speaks against it.
    """
    mine, theirs = (_of(bound, known) for bound in (one, two))
    if not (mine and theirs):
        return False
    here, there = one.words - two.words, two.words - one.words
    wrong = len(here & (theirs - mine)), len(there & (mine - theirs))
    right = len(here & (mine - theirs)) + len(there & (theirs - mine))
    return sum(wrong) > right and (all(wrong) or not (both or right))


def _of(mine: Bound, known: list[Bound]) -> frozenset[str]:
    """All the words the brief has with this value."""
    return frozenset().union(*(b.words for b in known if b.slot.kind == mine.slot.kind and b.slot.agrees(mine.slot)))


def _rival(mine: Bound, known: list[Bound]) -> Bound | None:
    """Whose words stand around this value, where none of its own do."""
    alike = [bound for bound in known if bound.slot.kind == mine.slot.kind]
    own = [bound for bound in alike if bound.slot.agrees(mine.slot)]
    said = frozenset().union(*(_widened(bound.words) for bound in own)) - _common()
    if len(said) < _LEAST:
        return None
    least = len(mine.words & said) + _LEAST
    others = [
        bound
        for bound in alike
        if same_unit(_unit(bound.slot), _unit(mine.slot))
        and not bound.slot.agrees(mine.slot)
        and len((bound.words & mine.words) - _common()) >= least
    ]
    return max(others, key=lambda bound: len(bound.words & mine.words), default=None)


def _unit(slot: Slot) -> str:
    """A floor is no rival of a suite."""
    kinds = sorted(str(value[0]) for value in slot.values if isinstance(value, tuple))
    return " ".join(kinds) if slot.kind == "room" else slot.unit


def _bound(text: str, language: str, read: Reader) -> Iterator[Bound]:
    for clause in clauses(text):
        found = [
            slot
            for slot in _values(clause.text)
            if slot.kind in _KINDS and not (slot.kind == "number" and _BEFORE_NAME.search(clause.text[: slot.start]))
        ]
        for kind in {slot.kind for slot in found}:
            alike = [slot for slot in found if slot.kind == kind]
            for slot, (start, end) in zip(alike, _spans(clause.text, alike), strict=True):
                if start < end:
                    around = _without(clause.text[start:end], found, start)
                    words = read(around, language) | _groups_of(around) | _days_of(around)
                    at = clause.start + slot.start
                    yield Bound(replace(slot, start=at, end=at + len(slot.text)), words)


_GROUPS = {"member": "member members miembro miembros afiliados", "steward": "steward stewards delegado delegados"}
_GROUP_OF = {word: name for name, words in _GROUPS.items() for word in words.split()}


def _groups_of(text: str) -> frozenset[str]:
    """Members and stewards mean nothing to other checks, since every message speaks of them."""
    return frozenset(_GROUP_OF[word] for word in tokens(text) if word in _GROUP_OF)


def _days_of(text: str) -> frozenset[str]:
    """The days of the week, in whatever language: 'on Sundays' and 'los domingos'."""
    return frozenset(f"day {slot.date.weekday}" for slot in slots.find(text) if slot.kind == "weekday" and slot.date)


def _values(text: str) -> list[Slot]:
    """The slots of a text and whatever else is counted; what is free costs nothing.

    'Full-time drivers get two jackets, part-time drivers one': the one is a jacket too.
    """
    found = slots.find(text)
    for match in _FREE.finditer(text):
        found += [Slot("money", frozenset({0}), *match.span(), match.group())] if _is_clear(match, found) else []
    thing = ""
    for match in _COUNT.finditer(text):
        thing = figures.singular(match["thing"]) if match["thing"] else thing
        if thing and _is_clear(match, found):
            value = frozenset({figures.number(match["n"].lower())})
            found.append(Slot("number", value, *match.span("n"), match["n"], unit=f"?{thing}"))
    return sorted(found, key=lambda slot: slot.start)


_COUNT = re.compile(
    rf"(?<![\w.,:/$-])(?P<n>{figures.SPELLED}|\d{{1,3}})"
    r"(?:[ -]+(?P<thing>[^\W\d_]{3,}s?)\b|(?=\s*(?:[.,;:!?)\n]|$)))",
    re.IGNORECASE,
)


def _is_clear(match: re.Match[str], found: list[Slot]) -> bool:
    return not any(slot.start < match.end() and match.start() < slot.end for slot in found)


def _spans(text: str, alike: list[Slot]) -> list[tuple[int, int]]:
    """The part of the sentence each of some values has to itself; none where nothing parts it from the next."""
    cuts: list[int | None] = [0]
    for one, two in pairwise(alike):
        parted = [one.end + match.end() for match in _CUT.finditer(text[one.end : two.start])]
        cuts.append(parted[-1] if parted else None)
    cuts.append(len(text))
    return [(a, b) if a is not None and b is not None else (0, 0) for a, b in pairwise(cuts)]


def _without(text: str, found: list[Slot], start: int) -> str:
    for slot in found:
        a, b = slot.start - start, slot.end - start
        if 0 <= a < len(text):
            text = text[:a] + " " * (b - a) + text[b:]
    return text


@lru_cache(4096)
def _widened(words: frozenset[str]) -> frozenset[str]:
    return words.union(*(group for group in _groups() if group & words))


@lru_cache(1)
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(stems(" ".join(group)) for group in ALIKE)
