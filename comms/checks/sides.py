"""On which side of a figure or a day the truth lies: 'at least' for 'at most', 'after Friday' for 'by Friday'."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import pairwise

from comms.checks import facts, slots, variants
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.stemming import stems
from comms.checks.words import clauses
from unionops.platform.core import lazy_re as re

_DAYS = frozenset({"date", "weekday", "month"})
# 'by Friday' and 'after Friday'; a text that says both tells both sides of one day.
_DAY_SIDES = {
    side: re.compile(rf"\b(?:{words}):?\s+(?:the\s+|el\s+|on\s+)?$", re.IGNORECASE)
    for side, words in {
        "by": "by|before|until|till|through|no later than|not later than|deadline(?: is| of)?:?|due(?: by| on)?|"
        "antes del?|hasta|a más tardar|plazo(?: es)?",
        "after": "after|since|from|starting|beginning|as of|effective|no earlier than|not before|not until|"
        "despu[ée]s del?|desde|a partir del?",
    }.items()
}
# 'Ballots that come after Friday do not count': Friday is the last day.
_TOO_LATE = re.compile(
    r"[^.!?]{0,40}\b(?:too late|late\b|(?:not|n[’']t|cannot|no)\s+(?:be |se )?"
    r"(?:count|accept|consider|open|read|valid|cuent|acept|val)\w*)",
    re.IGNORECASE,
)
_DUE = re.compile(r"deadline|due|rsvp|plazo|límite", re.IGNORECASE)
_FIGURES = frozenset({"number", "money", "percent", "time", "date"})
# What stands before a figure and says on which side of it the truth lies.
_SIDES: dict[str, re.Pattern[str]] = {
    side: re.compile(rf"\b(?:{words})\s*(?:the\s+|el\s+)?(?:\$\s*)?$", re.IGNORECASE)
    for side, words in {
        "up": (
            "at least|no (?:fewer|less) than|not less than|a minimum of|minimum|more than|over|above|from|"
            "exceed(?:s|ing)?|"
            "al menos|por lo menos|como mínimo|mínimo|más de|no menos de"
        ),
        "down": (
            "at most|no more than|not more than|up to|a maximum of|maximum|less than|fewer than|under|below|"
            "a lo más|como máximo|máximo|a lo sumo|menos de|hasta|no más de"
        ),
    }.items()
}
_AFTER = {
    "up": re.compile(r"\s*(?:\w+\s+)?(?:or more|or longer|or later|at least|o más)\b", re.IGNORECASE),
    "down": re.compile(r"\s*(?:\w+\s+)?(?:or less|or fewer|or under|at most|o menos)\b", re.IGNORECASE),
}
# A sum for all together, or for each.
_SHARES = {
    "all": re.compile(
        r"\b(?:totals?(?: of| is| sum of)?|altogether|together|combined|en total|suma(?: de)?)\W*$", re.IGNORECASE
    ),
    "each": re.compile(r"\b(?:each|every|per|cada)\s+(?!year|month|week|hour|pay)[^.;:!?]{0,40}$", re.IGNORECASE),
}
_SHARES_AFTER = {
    "all": re.compile(r"\W*(?:in (?:all|total)|altogether|together|combined|for all|en total)\b", re.IGNORECASE),
    "each": re.compile(r"\W*(?:each|apiece|per (?:person|member|employee|worker)|a head|cada un[oa])\b", re.IGNORECASE),
}


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    sides = _sides(ground.allowed_text())
    for name, text in draft.fields():
        yield from _other_side(name, text, sides)
        yield from _other_side_of_day(name, text, ground)


Sides = dict[tuple[str, Hashable], dict[str, str]]


def _sides(given: str) -> Sides:
    """On which side of each figure the brief puts the truth, where it says so."""
    found: Sides = defaultdict(dict)
    for slot in (*slots.find(given), *variants.counts(given)):
        for side in _told(given, slot):
            words = given[max(0, slot.start - 25) : slot.end + 15].split("\n")[0].strip()
            for value in _values(slot):
                found[slot.kind, value][side] = words
    return found


def _other_side(name: str, text: str, sides: Sides) -> Iterator[Finding]:
    for slot in (*slots.find(text), *variants.counts(text)):
        theirs = {side: words for value in _values(slot) for side, words in sides.get((slot.kind, value), {}).items()}
        for mine in _told(text, slot) if slot.kind in _FIGURES else ():
            other = _OTHER_SIDE[mine]
            if other in theirs and mine not in theirs:
                yield Finding("opposite", Level.FIX, name, slot.start, slot.end, slot.text, theirs[other])


def _values(slot: slots.Slot) -> frozenset[Hashable]:
    return frozenset({(slot.date.month, slot.date.day)}) if slot.kind == "date" and slot.date else slot.values


def _told(text: str, slot: slots.Slot) -> Iterator[str]:
    yield from filter(None, (_side(text, slot), _share(text, slot), _change(text, slot)))


def _day_sides(text: str) -> Iterator[tuple[slots.Slot, str]]:
    for slot in slots.find(text):
        if slot.kind in _DAYS or facts.is_year(slot):
            before, after = text[max(0, slot.start - 30) : slot.start], text[slot.end : slot.end + 60]
            side = next((side for side, words in _DAY_SIDES.items() if words.search(before)), "")
            yield slot, "by" if side == "after" and _TOO_LATE.match(after) else side


def _other_side_of_day(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """'after Friday' where the brief has 'by Friday', or Friday as a deadline."""
    given = [(slot, side) for slot, side in _day_sides(ground.allowed_text()) if side]
    given += [(s, "by") for fact in ground.facts if _DUE.search(fact.kind) for s in slots.find(fact.value)]
    said = [(slot, side) for slot, side in _day_sides(text) if side]
    sides_told = list(_both_sides(ground.allowed_text()))
    for slot, side in said:
        theirs = {known for day, known in given if slot.agrees(day)}
        both = any(other != side and slot.agrees(day) for day, other in said)
        if theirs and side not in theirs and not both and not _of_the_others(text, slot, sides_told):
            yield Finding("opposite", Level.FIX, name, slot.start, slot.end, slot.text, f"{theirs.pop()} {slot.text}")


_OTHERWISE = re.compile(
    r"\b(?:later|after(?:wards| that)|thereafter|since then|everyone else|all others|otherwise|earlier|before that|"
    r"después|los demás|antes)\b",
    re.IGNORECASE,
)


def _both_sides(given: str) -> Iterator[tuple[slots.Slot, frozenset[str], frozenset[str]]]:
    """(day, what holds on its own side, what holds on the other): 'hired before July keep it, hired later choose'."""
    lines = clauses(given)
    for one, two in pairwise(lines):
        if _OTHERWISE.search(two.text):
            for slot, side in _day_sides(one.text):
                if side:
                    own, other = stems(one.text) - stems(slot.text), stems(two.text)
                    yield slot, own - other, other - own


def _of_the_others(text: str, day: slots.Slot, told: list[tuple[slots.Slot, frozenset[str], frozenset[str]]]) -> bool:
    """Whether a text says of the other side of a day what the brief says of it."""
    lines = clauses(text)
    at = next((n for n, line in enumerate(lines) if line.start <= day.start < line.end), 0)
    here = stems(" ".join(line.text for line in lines[at : at + 2]))
    return any(slot.agrees(day) and len(here & other) > len(here & own) for slot, own, other in told)


def _side(text: str, slot: slots.Slot) -> str:
    before, after = text[max(0, slot.start - 30) : slot.start], text[slot.end : slot.end + 30]
    for side in _SIDES:
        if said := _SIDES[side].search(before):
            denied = _NOBODY.search(text[: slot.start - len(before) + said.start()]) or _NOT_THEN.match(text, slot.end)
            return _OTHER_SIDE[side] if denied else side
        if _AFTER[side].match(after):
            return side
    return ""


# 'Over 50 pounds: do not lift it' sets the limit that 'do not lift over 50 pounds' sets.
_NOT_THEN = re.compile(r"[^.!\n,:?]{0,25}[,:?]\s*(?:please\s+)?(?:do not|don['’]t|never)\b", re.IGNORECASE)


_NOBODY = re.compile(r"\b(?:nobody|no one|not|cannot|\w+n['’]t|never|nadie|nunca)\b[^.,;!?\n]{0,40}$", re.IGNORECASE)
_OTHER_SIDE = {"up": "down", "down": "up", "all": "each", "each": "all", "more": "less", "less": "more"}
# '$38 more per pay period', '$5 a month off'.
_CHANGES = {
    side: re.compile(
        rf"\s+(?:(?:an?|per|each|every|al|por)\s+\w+(?:\s+period)?\s+)?(?:{words})\b(?!\s+than\b)", re.IGNORECASE
    )
    for side, words in {
        "more": "more|extra|additional|higher|más",
        "less": "less|lower|cheaper|off|menos",
    }.items()
}


def _change(text: str, slot: slots.Slot) -> str:
    if slot.kind not in {"money", "percent"}:
        return ""
    return next((side for side, words in _CHANGES.items() if words.match(text, slot.end)), "")


def _share(text: str, slot: slots.Slot) -> str:
    if slot.kind != "money":
        return ""
    before, after = text[max(0, slot.start - 60) : slot.start], text[slot.end : slot.end + 30]
    return next((s for s in _SHARES if _SHARES_AFTER[s].match(after)), "") or next(
        (s for s in _SHARES if _SHARES[s].search(before)), ""
    )
