"""Facts of the brief that a text leaves out, where its channel must say them."""

from collections.abc import Iterator
from datetime import date

from comms.checks import facts, figures, references, slots, variants
from comms.checks.lexicon import SMALL_WORDS
from comms.checks.parts import SHORT_CHANNELS, SPOKEN_CHANNELS, Draft, Fact, Finding, Ground, Level
from comms.checks.slots import Slot
from comms.checks.spanish import english
from comms.checks.words import fold, speaks, tokens
from unionops.platform.core import lazy_re as re

_SHORT_NEEDS = frozenset({"date", "weekday", "time", "room"})
_MEASURES = frozenset({"money", "percent", "number"})  # '4% on January 1': the day goes with what is not said
_REACH = frozenset({"link", "email", "phone"})
_SAY_ALWAYS = frozenset({"date", "weekday", "time", "room", "link", "email", "phone", "money", "percent"})


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    """Facts that must be said in this channel and are not."""
    text = draft.told()
    said = facts.read(text, facts.known_slots(ground))
    reached = any(slot.kind in _REACH for slot in said)
    end = len(draft.body)
    typed = {facts.kind_of(fact) for fact in ground.facts}
    aside = _left_aside(ground, said) if draft.channel in SHORT_CHANNELS else frozenset()
    for fact in ground.facts:
        if fact.id in aside:
            continue
        if draft.channel in _BRIEF_CHANNELS and (_is_background(fact, typed) or _is_over(fact, ground.today)):
            continue
        if draft.channel == "phone" and reached and facts.kind_of(fact) == "name":
            continue  # whoever calls is the contact
        lost = _lost(fact, said, text, draft.channel, reached, ground.today)
        if lost:
            yield Finding("fact_missing", Level.FIX, "body", end, end, "", lost, fact.id)


_DUE = re.compile(r"deadline|due|rsvp|plazo|límite", re.IGNORECASE)


def _left_aside(ground: Ground, said: list[Slot]) -> frozenset[str]:
    """Of two occasions a short text may tell one and leave out the whole of the other; no deadline, and no half."""
    occasions: list[list[Fact]] = []
    for fact in ground.facts:
        kind = facts.kind_of(fact)
        if kind == "date":
            occasions.append([fact])
        elif kind in {"time", "room"} and occasions:
            occasions[-1].append(fact)
    untold = [facts_ for facts_ in occasions if not any(_is_told(fact, said) for fact in facts_)]
    if len(untold) == len(occasions):
        return frozenset()
    return frozenset(fact.id for facts_ in untold if not _DUE.search(facts_[0].kind) for fact in facts_)


def _is_told(fact: Fact, said: list[Slot]) -> bool:
    return any(other.agrees(slot) for slot in facts.slots_of(fact) for other in said)


_BRIEF_CHANNELS = SHORT_CHANNELS | {"flyer", "board", "phone", "meeting_notice"}


def _is_over(fact: Fact, today: date) -> bool:
    """A day that lies behind: what happened then may be told without it."""
    kind = facts.kind_of(fact)
    days = [day for slot in facts.slots_of(fact) if slot.date and (day := slot.date.resolve(today))]
    return (
        (kind == "date" or kind not in facts.TYPED | {"name", "quotation"})
        and bool(days)
        and all(day < today for day in days)
    )


def _is_background(fact: Fact, typed: set[str]) -> bool:
    """What happened, told in free words: short channels may leave it out when the day itself is a fact of its own."""
    return facts.kind_of(fact) not in facts.TYPED | {"name", "quotation"} and bool({"date", "time"} & typed)


def _lost(fact: Fact, said: list[Slot], text: str, channel: str, reached: bool, today: date) -> str:
    kind, own = facts.kind_of(fact), facts.slots_of(fact)
    if kind == "quotation":
        may_do_without = channel in _NO_QUOTES or speaks(fact.value) != speaks(text)
        return "" if may_do_without or _quoted(fact.value, text) else fact.value
    if kind not in facts.TYPED | {"name"} and len(fact.value.split()) > 12:
        return _days_lost(own, said, today) if channel in _WHOLE_CHANNELS else ""
    if kind not in facts.TYPED | {"name"} and channel in _WHOLE_CHANNELS and _untold(fact.value, text):
        return fact.value
    needed = [slot for slot in own if _needed(slot, kind, channel, reached)]
    lost = [slot.text for slot in needed if not _said(slot, said, text, today)]
    if not lost and _words_lost(fact, kind, own, text, channel):
        return fact.value
    if not lost and kind == "room" and channel in _WHOLE_CHANNELS:
        lost = [part for part in re.split(r"[,;]", fact.value) if _part_lost(part, text)]
    if not lost and kind == "room":
        lost = _where_the_room_is(fact.value, text)
    if kind == "room" and lost and not _names_of(fact.value) & _told(text):
        return fact.value
    return ", ".join(lost) or (variants.cut_short(fact.value, text) if kind in {"room", "name"} else "")


def _where_the_room_is(value: str, text: str) -> list[str]:
    """'12 Hill Street' of 'Room B, 12 Hill Street' where the text says 'Room B' and nothing more."""
    parts = [part.strip() for part in value.split(",")]
    words = _told(text)
    bare = [part for part in parts if (found := slots.find(part)) and found[0].text == part]
    rest = [part for part in parts if part not in bare]
    return rest if bare and not any(words & _names_of(part) for part in rest) else []


def _names_of(part: str) -> set[str]:
    return {word for word in tokens(part) if word not in SMALL_WORDS}


def _part_lost(part: str, text: str) -> bool:
    """'main entrance' of '1000 Liberty Avenue, main entrance': hardly a word of it is said."""
    words = {fold(w) for w in re.findall(r"[^\W\d_]{3,}", part)} - SMALL_WORDS
    if slots.find(part) or len(words) < 2:
        return False
    return not {w[:4] for w in words} & {w[:4] for w in _told(text)}


def _told(text: str) -> set[str]:
    """The words of a text, and of a Spanish one what they say in English: 'la clínica' tells of the clinic."""
    said = set(tokens(text))
    return said.union(*map(english, said)) if speaks(text) == "es" else said


def _days_lost(own: list[Slot], said: list[Slot], today: date) -> str:
    """Of several days to come that one fact names, some are said and some are not."""
    ahead = [s for s in own if s.date and (day := s.date.resolve(today)) and day >= today]
    lost = [slot.text for slot in ahead if not any(other.agrees(slot) for other in said)]
    return ", ".join(lost) if 0 < len(lost) < len(ahead) else ""


_ONE_WAY_CHANNELS = _BRIEF_CHANNELS | {"talking_points", "newsletter"}  # one way to reach the union is enough
_NO_QUOTES = SHORT_CHANNELS | SPOKEN_CHANNELS | {"flyer", "board", "meeting_notice"}


def _quoted(value: str, text: str) -> bool:
    """Whatever mark the quoted words end with: '"... of the uniform," he wrote.'"""
    return fold(value).strip(" .,;:!\"'“”").replace(" ", "") in fold(text).replace(" ", "")


def _needed(slot: Slot, kind: str, channel: str, reached: bool) -> bool:
    if channel in SHORT_CHANNELS:
        return (slot.kind in _SHORT_NEEDS and kind not in _MEASURES) or (slot.kind in _REACH and not reached)
    if slot.kind == "number" and kind == "room":
        return len(slot.text) != _ZIP
    if slot.kind == "number" and channel not in _WHOLE_CHANNELS:
        return False
    if slot.kind == "reference" and channel in _BRIEF_CHANNELS:
        return False
    if slot.kind == "code":
        return kind in {"number", "reference"} and channel in _WHOLE_CHANNELS
    if slot.kind in _REACH and channel in _ONE_WAY_CHANNELS:
        return not reached
    return slot.kind in _SAY_ALWAYS or (kind == slot.kind and kind in facts.TYPED)


def _untold(value: str, text: str) -> bool:
    """Something to do or to know of a few words, of which the text has hardly any."""
    words = {word[:5] for word in tokens(value) if word not in SMALL_WORDS and len(word) > 2 and not word.isdigit()}
    there = words & {word[:5] for word in tokens(text)}
    if not words or slots.find(value) or speaks(value) != speaks(text):
        return False
    return len(there) * 2 <= len(words) if len(words) <= 3 else not there


_ZIP = 5
_SPELLED = re.compile(rf"\b{figures.SPELLED}\b", re.IGNORECASE)
_WHOLE_CHANNELS = frozenset({"email", "letter", "web", "meeting_notice"})  # the others may leave a count out


def _said(slot: Slot, said: list[Slot], text: str, today: date) -> bool:
    if slot.kind == "reference":
        return _is_cited(slot, said)
    if any(other.agrees(slot) for other in said):
        return _with_extension(slot, said)
    if slot.kind == "weekday":
        return facts.weekday_known(slot, [facts.Known(s, "") for s in said], today)
    if slot.date and any(
        o.date and o.date.day and facts.weekday_known(o, [facts.Known(slot, "")], today) for o in said
    ):
        return True
    return slot.kind == "number" and not slot.values.isdisjoint(map(figures.value, _SPELLED.findall(text)))


def _is_cited(slot: Slot, said: list[Slot]) -> bool:
    """Article and section, in one place or in two; who is sent to the article alone must look for the section."""
    there = {
        place
        for other in said
        if other.agrees(slot) or slot.agrees(other)
        for value in other.values
        for place in references.places(value)
    }
    return any(there.issuperset(references.places(value)[:_SECTION]) for value in slot.values)


_SECTION = 2


def _with_extension(slot: Slot, said: list[Slot]) -> bool:
    """A phone whose fact has an extension is not reached without it."""
    wanted = next(iter(slot.values)) if slot.kind == "phone" else ""
    return "x" not in str(wanted) or any(wanted in other.values for other in said)


def _words_lost(fact: Fact, kind: str, own: list[Slot], text: str, channel: str) -> bool:
    """A place without a number, or a name: its own words must be there, at least half of them."""
    if kind not in {"room", "name"} or (kind == "name" and channel in SHORT_CHANNELS):
        return False
    rest = fact.value
    for slot in sorted(own, key=lambda s: -s.start):
        rest = rest[: slot.start] + " " + rest[slot.end :]
    found = [w for w in re.findall(r"\b[^\W\d_]\w+", rest) if fold(w) not in SMALL_WORDS]
    words = {fold(w) for w in found if w[0].isupper()} or {fold(w) for w in found if kind == "room"}
    if not words or (kind == "room" and any(slot.kind == "room" for slot in own)):
        return False
    there = words & _told(text)
    return not there if kind == "name" else len(there) * 2 < len(words)
