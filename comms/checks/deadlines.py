"""The day something is due and the day it takes place, told of one another."""

from collections.abc import Iterator

from comms.checks import facts, slots
from comms.checks.parts import Draft, Fact, Finding, Ground, Level
from comms.checks.slots import Slot
from comms.checks.words import sentences
from unionops.platform.core import lazy_re as re

DUE = re.compile(r"deadline|due|rsvp|until|^by$|plazo|límite", re.IGNORECASE)
# What opens on one day and closes on another; a garage that closes has no deadline.
_CALLS = (
    r"(?:registration|enrollment|season|sign-?ups?|rsvps?|nominations|voting|vote|polls?|bids|bidding|applications|"
    r"survey|inscripci[óo]n|votaci[óo]n|nominaciones|encuesta)\s+"
    r"(?:(?:for|of|in|to|at|on|by|is|are|will|de|del|para|en|está|están)\s+(?:\w+\s+){0,5}?)?"
)
_CALLS = rf"(?:{_CALLS}|\bthey\s+(?:will\s+|also\s+|then\s+)?)"
_AT = r"(?:,?\s+(?:at|a las?)\s+(?:\d[\d:]*\s*(?:[ap]\.?\s?m\.?)?|noon|midnight),?)?"
_LABEL = r"(?:^|\n)[\s•*-]*"
_BY = re.compile(
    r"\b(?:by|no later than|deadline(?: is| of)?|due(?: on| by)?|a más tardar(?: el)?|antes del?|"
    r"plazo(?: es)?(?: el)?)\s*$"
    rf"|(?:{_CALLS}|{_LABEL})(?:closes?|ends?|cierran?|terminan?){_AT}(?: on| el)?:?\s*$",
    re.IGNORECASE,
)
_COME = re.compile(
    r"\b(?:come|join us|meet(?:ing)?|gather|rally|hearing|see you|venga|reunión|nos vemos|nos reunimos)\b"
    r"[^.!?\n]{0,60}\b(?:on|el|is)\s*$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:no earlier than|not before|not until|starting|beginning|only after|a partir del|no antes del|opens|abre)"
    rf"(?: on| el)?\s*$|(?:{_CALLS}|{_LABEL})(?:opens?|starts?|begins?|abren?|empiezan?)(?: on| el)?:?\s*$",
    re.IGNORECASE,
)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    """'Come on' the day of the deadline, 'sign up by' the day of the meeting."""
    dated = [(fact, slot) for fact in ground.facts for slot in facts.slots_of(fact) if slot.date and slot.date.month]
    due = [(f, s) for f, s in dated if DUE.search(f"{f.kind} {f.id}") or _BY.search(f.value[: s.start])]
    days = [(fact, slot) for fact, slot in dated if facts.kind_of(fact) == "date" and (fact, slot) not in due]
    given = ground.allowed_text()
    for name, text in draft.fields() if due else ():
        for slot in slots.find(text):
            before = text[max(0, slot.start - 80) : slot.start]
            for mine, theirs, sign in ((days, due, _BY), (due, days, _COME), (due, due, _NOT_BEFORE)):
                theirs = [] if theirs is mine else theirs
                wrong = any(slot.agrees(s) for _f, s in mine) and not any(slot.agrees(s) for _f, s in theirs)
                if wrong and slot.date and (said := sign.search(before)) and not _said_so(slot, given, sign):
                    if _VOTE.search(said.group()) and _is_of_a_vote(slot, mine, given):
                        continue
                    fact, right = (theirs or mine)[0]
                    yield Finding("mixed_up", Level.BLOCK, name, slot.start, slot.end, slot.text, right.text, fact.id)


_VOTE = re.compile(r"\b(?:vot(?:e|es|ing|ación)|ballots?|polls?|election|elección)\b", re.IGNORECASE)


def _is_of_a_vote(slot: Slot, days: list[tuple[Fact, Slot]], given: str) -> bool:
    """A vote may end on its own day, whatever the deadline of something else."""
    names = [f"{fact.kind} {fact.id.replace('_', ' ')}" for fact, day in days if slot.agrees(day)]
    lines = [line.text for line in sentences(given) if any(slot.agrees(day) for day in slots.find(line.text))]
    return any(map(_VOTE.search, [*names, *lines]))


def _said_so(slot: Slot, given: str, sign: re.Pattern[str]) -> bool:
    """Whether the brief itself says 'by' of this day."""
    return any(s.agrees(slot) and sign.search(given[max(0, s.start - 80) : s.start]) for s in slots.find(given))
