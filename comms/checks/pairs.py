"""Values of the brief that changed places: another's phone, the time of the other day, the deadline for the day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comms.checks import facts, slots
from comms.checks.parts import Draft, Fact, Finding, Ground, Level
from comms.checks.slots import Slot
from comms.checks.words import fold, sentences

_ANCHORS = frozenset({"date", "weekday", "room", "name", "year"})
_HANGING = frozenset({"time", "room", "place", "phone", "email", "link", "money", "percent"})
_DEADLINE = re.compile(r"deadline|due|rsvp|until|^by$|plazo|límite", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|no later than|deadline(?: is| of)?|due(?: on| by)?|a más tardar(?: el)?|antes del?|"
    r"plazo(?: es)?(?: el)?)\s*$",
    re.IGNORECASE,
)
_COME = re.compile(
    r"\b(?:come|join us|meet(?:ing)?|gather|rally|hearing|see you|venga|reunión|nos vemos|nos reunimos)\b"
    r"[^.!?\n]{0,60}\b(?:on|el|is)\s*$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:no earlier than|not before|not until|starting|beginning|only after|a partir del|no antes del|"
    r"(?:registration|enrollment|sign-?up|rsvps?|la inscripción) "
    r"(?:opens?|starts?|begins?|abre|empieza)(?: on| el)?|\b(?:opens|abre)(?: on| el)?)\s*$",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:in|at|en)\s+(?:the\s+|el\s+|la\s+)?([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)+)")
_NAME = re.compile(r"\b[A-Z][^\W\d_]+(?:[ '’-][A-Z][^\W\d_]+)*")


_ACTS = {
    "open": re.compile(
        r"\b(?:open(?:s|ed|ing)?|start(?:s|ed|ing)?|begin(?:s|ning)?|abren?|empiezan?|comienzan?)\b", re.I
    ),
    "close": re.compile(
        r"\b(?:clos(?:e[sd]?|ing)|end(?:s|ed|ing)?|(?<!the )(?<!a )(?<!bus )(?<!\d )stop(?:s|ped)?|"
        r"cierran?|terminan?)\b",
        re.I,
    ),
}
_ACTS["offer"] = re.compile(r"\b(?:offer(?:s|ed|ing)?|propos(?:e[sd]?|ing)|ofrecen?|ofreció|proponen?)\b", re.I)
_ACTS["ask"] = re.compile(
    r"\b(?:ask(?:s|ed|ing)? for|demand(?:s|ed|ing)?|pid(?:e|en|ió)|pedimos|exig(?:e|en|imos))\b", re.I
)
_ACTS["use"] = re.compile(r"\b(?:us(?:e[sd]?|ing)|go(?:es)? to|enter(?:s|ing)? (?:by|at)|usen?|entren? por)\b", re.I)
_ACTED_ON = frozenset({"date", "time", "percent", "money", "room"})
_WORDED = frozenset({"name", "place"})


@dataclass(frozen=True)
class Bond:
    """Two values that stand in one fact: an anchor (a day, a name) and what hangs on it (a time, a phone)."""

    anchor: Slot
    hanging: Slot
    fact: str


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    told = Fact("", "text", ground.purpose)
    bonds = [bond for fact in (*ground.facts, told) for bond in _bonds(fact)]
    names = sorted({(s.kind, s.text) for bond in bonds for s in (bond.anchor, bond.hanging) if s.kind in _WORDED})
    for name, text in draft.fields():
        yield from _days(name, text, ground)
        if len(bonds) > 1:
            for at, clause in _clauses(text):
                yield from _mixed(name, clause, at, bonds, names)


def _bonds(fact: Fact) -> Iterator[Bond]:
    """What a fact ties together; where it has several of both kinds, only when they stand in turns."""
    for start, clause in _clauses(fact.value):
        found = [s for s in facts.slots_of(fact) if start <= s.start < start + len(clause)]
        found += _years(found)
        found += [*_people(clause, start), *_places(clause, start), *_acts(clause, start)]
        found.sort(key=lambda s: s.start)
        for anchor_kind in _ANCHORS | {"act"}:
            for hanging_kind in _ACTED_ON if anchor_kind == "act" else _HANGING - {anchor_kind}:
                pair = [slot for slot in found if slot.kind in (anchor_kind, hanging_kind)]
                for one, two in _in_turns(pair):
                    anchor, hanging = (one, two) if one.kind == anchor_kind else (two, one)
                    yield Bond(anchor, hanging, fact.id)


def _clauses(value: str) -> Iterator[tuple[int, str]]:
    for sentence in sentences(value):
        at = sentence.start
        for part in re.split("(;)", sentence.text):
            yield at, part
            at += len(part)


def _in_turns(pair: list[Slot]) -> list[tuple[Slot, Slot]]:
    kinds = [slot.kind for slot in pair]
    if len(pair) % 2 or not pair or kinds != kinds[:2] * (len(pair) // 2) or kinds[0] == kinds[1]:
        return []
    return list(zip(pair[::2], pair[1::2], strict=True))


def _people(clause: str, start: int) -> Iterator[Slot]:
    """The name a fact begins with."""
    match = _NAME.match(clause)
    if match and len(match.group().split()) > 1 and not any(s.start < match.end() for s in slots.find(clause)):
        a, b = match.span()
        yield Slot("name", frozenset({fold(match.group())}), start + a, start + b, match.group())


def _places(clause: str, start: int) -> Iterator[Slot]:
    """A place by its name: 'in the Machine Shop'."""
    taken = [(s.start, s.end) for s in slots.find(clause)]
    for match in _AT.finditer(clause):
        a, b = match.span(1)
        if not any(x < b and a < y for x, y in taken):
            yield Slot("place", frozenset({fold(match[1])}), start + a, start + b, match[1])


def _years(found: list[Slot]) -> list[Slot]:
    """'3 percent in 2027': the year is what the raise hangs on."""
    return [replace(s, kind="year", unit="") for s in found if s.kind == "number" and facts.is_year(s)]


def _acts(clause: str, start: int = 0) -> Iterator[Slot]:
    """What begins and what ends, what is offered and what is asked for."""
    for act, words in _ACTS.items():
        for match in words.finditer(clause):
            a, b = match.span()
            yield Slot("act", frozenset({act}), start + a, start + b, match.group())


def _mixed(name: str, text: str, at: int, bonds: list[Bond], names: list[tuple[str, str]]) -> Iterator[Finding]:
    said = [*slots.find(text), *_named(text, names), *_acts(text)]
    said += _years(said)
    for slot in said:
        own = [bond for bond in bonds if bond.hanging.agrees(slot)]
        for kind in {bond.anchor.kind for bond in own}:
            rivals = [other for other in said if other.kind == kind]
            near = _nearest(slot, _governing(slot, rivals) if kind == "act" else _after(slot, rivals, kind))
            if kind == "act" and len(rivals) < sum(other.kind == slot.kind for other in said):
                continue  # 'is open from Monday to Wednesday'
            if kind == "act" and near and "," in text[slot.end : near.start]:
                continue  # 'if you start at Gate 6 today, use Gate 8'
            if near is None or any(bond.anchor.agrees(near) for bond in own if bond.anchor.kind == kind):
                continue
            others = [bond for bond in bonds if bond.anchor.agrees(near) and bond.hanging.kind == slot.kind]
            if others and not any(bond.hanging.agrees(slot) for bond in others):
                span = at + slot.start, at + slot.end
                expected = f"{others[0].anchor.text}: {others[0].hanging.text}"
                yield Finding("mixed_up", Level.BLOCK, name, *span, slot.text, expected, others[0].fact)


def _governing(slot: Slot, acts: list[Slot]) -> list[Slot]:
    """'Opens at 11 on June 12 and closes …': a value belongs to the act told before it, if there is one."""
    return [act for act in acts if act.end <= slot.start] or acts


def _after(slot: Slot, rivals: list[Slot], kind: str) -> list[Slot]:
    return [rival for rival in rivals if rival.start >= slot.end] if kind == "year" else rivals


def _named(text: str, names: list[tuple[str, str]]) -> Iterator[Slot]:
    """A person by the whole name or by one half of it, a place by its whole name."""
    for kind, whole in names:
        for word in dict.fromkeys([whole, *(whole.split() if kind == "name" else ())]):
            for match in re.finditer(rf"\b{re.escape(word)}\b", text):
                yield Slot(kind, frozenset({fold(whole)}), match.start(), match.end(), match.group())


def _nearest(slot: Slot, others: list[Slot]) -> Slot | None:
    def gap(other: Slot) -> int:
        return slot.start - other.end if other.end <= slot.start else other.start - slot.end + 1

    return min(others, key=gap, default=None)


def _days(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """'Come on' the day of the deadline, 'sign up by' the day of the meeting."""
    dated = [(fact, slot) for fact in ground.facts for slot in facts.slots_of(fact) if slot.date and slot.date.month]
    due = [(f, s) for f, s in dated if _DEADLINE.search(f"{f.kind} {f.id}") or _BY.search(f.value[: s.start])]
    days = [(fact, slot) for fact, slot in dated if facts.kind_of(fact) == "date" and (fact, slot) not in due]
    if not due:
        return
    given = ground.allowed_text()
    for slot in slots.find(text):
        before = text[max(0, slot.start - 80) : slot.start]
        for mine, theirs, sign in ((days, due, _BY), (due, days, _COME), (due, due, _NOT_BEFORE)):
            theirs = [] if theirs is mine else theirs
            wrong = any(slot.agrees(s) for _f, s in mine) and not any(slot.agrees(s) for _f, s in theirs)
            if wrong and slot.date and sign.search(before) and not _said_so(slot, given, sign):
                fact, right = (theirs or mine)[0]
                yield Finding("mixed_up", Level.BLOCK, name, slot.start, slot.end, slot.text, right.text, fact.id)


def _said_so(slot: Slot, given: str, sign: re.Pattern[str]) -> bool:
    """Whether the brief itself says 'by' of this day."""
    return any(s.agrees(slot) and sign.search(given[max(0, s.start - 80) : s.start]) for s in slots.find(given))
