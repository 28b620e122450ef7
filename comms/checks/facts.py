"""Every slot of a text against the facts of the brief: what differs, what is new, what is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from comms.checks import dates, figures, references, shares, slots, times, variants
from comms.checks.parts import Draft, Fact, Finding, Ground, Level
from comms.checks.slots import Slot
from comms.checks.spanish import concepts
from comms.checks.words import sentences, tokens
from unionops.platform.core import lazy_re as re

# Other names for the kinds a brief may use; what is not here is free text.
KINDS = {
    "day": "date",
    "fecha": "date",
    "día": "date",
    "fecha límite": "date",
    "plazo": "date",
    "hora": "time",
    "lugar": "room",
    "sala": "room",
    "enlace": "link",
    "correo": "email",
    "teléfono": "phone",
    "monto": "money",
    "porcentaje": "percent",
    "cantidad": "number",
    "número": "number",
    "nombre": "name",
    "contacto": "name",
    "cita": "quotation",
    "deadline": "date",
    "when": "date",
    "datetime": "date",
    "hour": "time",
    "place": "room",
    "location": "room",
    "where": "room",
    "address": "room",
    "url": "link",
    "website": "link",
    "web": "link",
    "e-mail": "email",
    "tel": "phone",
    "telephone": "phone",
    "amount": "money",
    "dollars": "money",
    "cost": "money",
    "percentage": "percent",
    "count": "number",
    "person": "name",
    "contact": "name",
    "who": "name",
    "quote": "quotation",
    "clause": "reference",
    "article": "reference",
}
TYPED = frozenset({"date", "time", "room", "link", "email", "phone", "money", "percent", "number", "reference"})


@dataclass(frozen=True)
class Known:
    """A slot that may be said, and the fact it comes from ('' for purpose, sources, the local)."""

    slot: Slot
    fact: str
    beside: frozenset[str] = frozenset()  # the stems of which one must stand near it; none: it may be said anywhere


def kind_of(fact: Fact) -> str:
    kind = fact.kind.strip().lower()
    return KINDS.get(kind, kind)


def no_such_day(kind: str, value: str) -> str:
    """'June 31' in whatever kind of fact, or ''; words to quote stand as they were said."""
    known = kind_of(Fact("", kind, value))
    if known == "quotation":
        return ""
    return dates.no_such_day(value, in_words=known not in {"date", "time"})


def slots_of(fact: Fact) -> list[Slot]:
    """The typed slots of one fact; a bare '210' of kind room counts as that room."""
    found, kind = slots.find(fact.value), kind_of(fact)
    if kind == "room" and re.fullmatch(r"\W*\d+\W*", fact.value):
        return [_bare_room(s) for s in found if s.kind == "number"]
    if kind == "number":
        return [_counting(s, fact.value) if s.kind == "number" and not s.unit else s for s in found]
    if kind == "money" and not any(s.kind == "money" for s in found):
        return [_as_money(s) if s.kind == "number" and not s.unit and not is_year(s) else s for s in found]
    if kind == "percent":
        return [replace(s, kind="percent") if s.kind == "number" and not is_year(s) else s for s in found]
    return found


def is_year(slot: Slot) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", slot.text) is not None


def known_slots(ground: Ground) -> list[Known]:
    known = [Known(slot, fact.id) for fact in ground.facts for slot in slots_of(fact)]
    rest = [ground.purpose, ground.sender, *ground.known]
    rest += [f"{source.label}. {source.text}" for source in ground.sources]
    own = frozenset(ground.known) - {ground.sender}
    known += [Known(s, "", _beside(text) if text in own else _ANYWHERE) for text in rest for s in slots.find(text)]
    known += [Known(slot, "") for slot in variants.counts(ground.allowed_text())]
    known += [Known(s, fact.id) for fact in ground.facts for s in slots.find(fact.id) if s.kind == "number"]
    known += _bare_shares(ground.allowed_text())
    known += _written_otherwise(ground.allowed_text())
    if any(k.slot.kind == "time" for k in known):
        spoken = [(fact.value, fact.id) for fact in ground.facts] + [(text, "") for text in rest]
        known += [Known(_hour(t, text), name) for text, name in spoken for t in times.bare(text)]
    return known


_ANYWHERE: frozenset[str] = frozenset()


def _beside(line: str) -> frozenset[str]:
    """The words of a line of the house that stand around its values."""
    return concepts(" ".join(word for word in tokens(line) if word.isalpha()), "en")


def _written_otherwise(text: str) -> Iterator[Known]:
    """'Article 12' and 'Section 4' told as one place; 'case 19-ca-4471' in capitals."""
    cited = [slot for slot in slots.find(text) if slot.kind == "reference"]
    yield from (Known(slot, "") for slot in cited)
    for one, two in pairwise(cited):
        if place := references.joined(one.text, two.text):
            yield Known(replace(two, values=frozenset({place})), "")
    for match in references.CODE.finditer(text.upper()):
        yield Known(Slot("code", frozenset({match.group()}), *match.span(), match.group()), "")


def _bare_shares(text: str) -> Iterator[Known]:
    """'They get half' may be told as 'half of it'."""
    for start, end, share in shares.bare(text):
        yield Known(Slot("share", frozenset({share}), start, end, text[start:end]), "")


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    known = known_slots(ground)
    for name, text in draft.fields():
        for slot in read(text, known):
            if slot.date and _of_two_days(slot, text):
                slot = replace(slot, date=replace(slot.date, weekday=None))
            near = _vouching(slot, text, known, draft.language)
            if not _worked_out(slot, text, near, ground.today):
                yield from _judge(slot, name, text, near, ground)


def _vouching(slot: Slot, text: str, known: list[Known], language: str) -> list[Known]:
    """'Monday' of what the house remembers of working days is no day of a meeting; the local's phone is for all."""
    if not any(k.beside and slot.agrees(k.slot) for k in known):
        return known
    line = next((s.text for s in sentences(text) if s.start <= slot.start < s.end), "")
    words = concepts(line, language)
    rival = any(k.fact and _rival(slot, k.slot) for k in known)
    least = _BOTH if rival else slot.kind not in _OWN_WAYS
    return [k for k in known if len(k.beside & words) >= min(least, len(k.beside))]


_OWN_WAYS = frozenset({"phone", "email", "link"})  # who is reached by it needs no word beside it
_BOTH = 2  # words of the house's line that must stand by, where the brief has a value of that kind itself


_TWO_DAYS = re.compile(rf"\b(?:{'|'.join(dates.WEEKDAYS)})\.?\s*(?:and|&|-|–|to|y|a)\s*$", re.IGNORECASE)


def _of_two_days(slot: Slot, text: str) -> bool:
    """'Saturday and Sunday, January 16 and 17': the second weekday is that of the 17th."""
    return bool(slot.date and slot.date.month and _TWO_DAYS.search(text[: slot.start]))


def _days_named(known: list[Known], today: date) -> int:
    """'On two days' counts the days to come of the brief; a single one is no count."""
    days = {day for k in known if k.fact and k.slot.date and (day := k.slot.date.resolve(today)) and day >= today}
    return len(days) if len(days) > 1 else 0


def _of_its_rate(slot: Slot, same: list[Known], known: list[Known], given: str) -> list[Known]:
    """'$24.50 per month' is not the brief's '$24.50 per pay period', though a fact has the bare sum as well."""
    rates = {k.slot.unit for k in known if k.slot.kind == "money" and k.slot.values & slot.values} - {""}
    if rates:
        return same if slot.unit in rates else []
    return same if _speaks_of(slot, given) else []


_PERIODS = {
    f"per {period}": re.compile(words, re.IGNORECASE)
    for period, words in {
        "hour": "hour|hora",
        "day": r"da(?:y|ily)|día",
        "week": "week|seman",
        "month": "month|mes",
        "year": "year|annual|año|anual",
        "pay period": "pay|check|período|periodo",
        "shift": "shift|turno",
    }.items()
}


def _speaks_of(slot: Slot, given: str) -> bool:
    """'$750 every year' of a brief that has no year."""
    period = _PERIODS.get(slot.unit)
    return period is None or period.search(given) is not None


_FROM_NOW = re.compile(r"\s+(?:from (?:now|today)|away|left|to go)\b", re.IGNORECASE)
_APART = re.compile(r"\s+(?:later|earlier|before|after|después|antes|más tarde)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|within|en|dentro de|faltan)\s+$", re.IGNORECASE)
_LEAVES = re.compile(r"\b(?:leaves|gives|have|for|lasts?|quedan|tienen?)\s+(?:you |us )?$", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:by|more|extra|rises?|raise|increase|difference|additional|less|save|aumento|más)\b", re.IGNORECASE
)
_BEFORE = re.compile(r"\b(?:before|prior to|antes del?)\s+(?:the\s+|el\s+)?$", re.IGNORECASE)


def _worked_out(slot: Slot, text: str, known: list[Known], today: date) -> bool:
    """What follows from the facts: 'in eight days', 'two weeks later', '$1.50 more', 'before the 16th'."""
    before, after = text[max(0, slot.start - 40) : slot.start], text[slot.end :]
    if slot.kind == "money":
        return bool(_MORE.search(before) or _MORE.match(after[:12].lstrip())) and _is_step(slot, known)
    if slot.kind == "share":
        return shares.is_deed(slot.text) and _is_multiple(slot, known)
    days = {day for k in known if k.slot.date and (day := k.slot.date.resolve(today))}
    if slot.kind == "number" and slot.unit in {"day", "week"}:
        many = float(str(next(iter(slot.values)))) * (7 if slot.unit == "week" else 1)
        counted = any(k.slot.kind == "number" and k.slot.unit == "day" for k in known)
        if slot.unit == "day" and not counted and many == _days_named(known, today):
            return True
        if _FROM_NOW.match(after) or _IN.search(before):
            return any((day - today).days == many for day in days)
        return bool(_APART.match(after) or _LEAVES.search(before)) and any(
            (b - a).days == many for a in days for b in days
        )
    mine = slot.date.resolve(today) if slot.date and slot.date.weekday is None else None
    return bool(mine and _BEFORE.search(before) and mine - timedelta(days=1) in days)


def _is_step(slot: Slot, known: list[Known]) -> bool:
    """Whether a sum is the step from one sum of the brief to another."""
    sums = {float(str(value)) for k in known if k.slot.kind == "money" for value in k.slot.values}
    return any(a - b in slot.values for a in sums for b in sums)


def _is_multiple(slot: Slot, known: list[Known]) -> bool:
    """'Dues doubled' where the brief has them go from $20 to $40."""
    measured = [k.slot for k in known if k.slot.kind in {"money", "percent", "number"}]
    pairs = ((a, b) for a in measured for b in measured if (a.kind, a.unit) == (b.kind, b.unit))
    return any(
        float(str(y)) and float(str(x)) / float(str(y)) in slot.values
        for a, b in pairs
        for x in a.values
        for y in b.values
    )


def read(text: str, known: list[Known]) -> list[Slot]:
    """The slots of a text; where the brief has times, 'at 4', '9-5' and '11 to 3' are times as well."""
    found = slots.find(text)
    times_known = sum(k.slot.kind == "time" for k in known)
    if not times_known:
        return found
    hours = [_hour(t, text) for t in times.bare(text) if times_known > 1 or t.end - t.start <= 2]
    spans = [(t.start, t.end) for t in hours]
    others = [slot for slot in found if slot.kind != "number" or not any(a <= slot.start < b for a, b in spans)]
    clear = [t for t in hours if not any(o.start < t.end and t.start < o.end for o in others)]
    return sorted([*others, *clear], key=lambda slot: slot.start)


def _hour(found: times.TimeSlot, text: str) -> Slot:
    return Slot("time", frozenset(found.minutes), found.start, found.end, text[found.start : found.end].strip(" -–—"))


def _judge(slot: Slot, name: str, text: str, known: list[Known], ground: Ground) -> Iterator[Finding]:
    today = ground.today
    same = [k for k in known if slot.agrees(k.slot)]
    if slot.kind == "money" and same and slot.unit:
        same = _of_its_rate(slot, same, known, ground.allowed_text())
    if slot.date:
        yield from _weekday(slot, name, same, today)
    if same or (slot.kind == "weekday" and weekday_known(slot, known, today)):
        return
    if slot.kind == "number" and (_is_small_talk(slot) or _is_asked(slot, text)):
        return
    if slot.kind == "share" and _of_what_is_counted(slot, known):
        return
    rivals = [k for k in known if k.fact and _rival(slot, k.slot)]
    code = "fact_differs" if rivals else "fact_unknown"
    level = Level.BLOCK if rivals else Level.FIX
    expected = " / ".join(dict.fromkeys(k.slot.text for k in rivals[:3]))
    fact = rivals[0].fact if rivals else ""
    yield Finding(code, level, name, slot.start, slot.end, slot.text, expected, fact)


def _rival(slot: Slot, other: Slot) -> bool:
    if {slot.kind, other.kind} in ({"date", "weekday"}, {"month", "date"}):
        return True
    if slot.kind != other.kind:
        return False
    return slot.kind != "number" or slot.unit == other.unit or bool(slot.values & other.values)


def _is_small_talk(slot: Slot) -> bool:
    """'one day' and 'two people' spelled out are talk, not figures, when the brief has no such figure."""
    return slot.text.split()[0].lower() in {"one", "uno", "una"}


_ASKED = re.compile(r"\s*(?:minutes?|min|minutos?|seconds?|moment)\b[^.!?\n]*\?", re.IGNORECASE)


def _is_asked(slot: Slot, text: str) -> bool:
    """'Do you have two minutes?' counts nothing of the brief."""
    return _ASKED.match(text, slot.end) is not None or (slot.unit == "minute" and "?" in text[slot.end : slot.end + 1])


def _of_what_is_counted(slot: Slot, known: Iterable[Known]) -> bool:
    """'one of the two evenings' where the brief has two evenings, and pays for one; 'one of two evenings' anyway."""
    words = re.findall(r"\w+", slot.text.lower())
    first, last = (float(w) if w.isdigit() else figures.value(w) for w in (words[0], words[-1]))
    counted = [k.slot for k in known if k.slot.kind == "number"]
    if "the" in words:
        return all(any(n in other.values for other in counted) for n in (first, last))
    return first == 1 and any(last in other.values and other.unit for other in counted)


def _weekday(slot: Slot, name: str, same: list[Known], today: date) -> Iterator[Finding]:
    """A weekday that is not the weekday of its date; the year comes from the fact when it has one."""
    assert slot.date
    years = [k.slot.date.year for k in same if k.slot.date and k.slot.date.year]
    dated = replace(slot.date, year=slot.date.year or (years[0] if years else None))
    day = dated.resolve(today)
    if day and slot.date.weekday is not None and day.weekday() != slot.date.weekday:
        expected = day.strftime("%A, %B ") + str(day.day)
        yield Finding("weekday", Level.BLOCK, name, slot.start, slot.end, slot.text, expected)


def weekday_known(slot: Slot, known: Iterable[Known], today: date) -> bool:
    assert slot.date
    days = [k.slot.date for k in known if k.slot.date]
    resolved = [day.resolve(today) for day in days]
    wanted = slot.date.weekday, slot.date.day
    whole = {(day.weekday(), day.day if slot.date.day else 0) for day in resolved if day}
    return wanted in whole | {(day.weekday, day.day if slot.date.day else 0) for day in days if not day.month}


def _counting(slot: Slot, value: str) -> Slot:
    return replace(slot, unit=figures.thing_after(value, slot.end))


def _bare_room(slot: Slot) -> Slot:
    number = format(next(iter(slot.values)), "g")
    kinds = ("room", "building", "suite", "floor", "hall", "gate", "wing", "dock")
    return replace(slot, kind="room", values=frozenset((kind, number) for kind in kinds))


def _as_money(slot: Slot) -> Slot:
    return replace(slot, kind="money", values=frozenset(round(float(str(v)) * 100) for v in slot.values))
