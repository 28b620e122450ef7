"""Typed slots in a text: dates, times, money, numbers, rooms, links, phones, quotations."""

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field

from comms.checks import dates, times
from comms.checks.words import listed

URL = re.compile(
    r"(?:https?://|www\.)[^\s<>()\"“”\]]+"
    r"|(?<![@\w.])(?:[a-z0-9-]+\.)+(?:org|com|net|gov|mil|edu|us|info|app|io|ly|co|me|link|example|test)"
    r"\b(?:/[^\s<>()\"“”\]]*)?",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w$.-])(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. ])?\d{3}[-. ]\d{4}\b(?:\s*(?:x|ext\.?)\s*\d+)?"
    r"|(?<!\w)\+?\d{10,11}\b",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"(?:US)?\$\s?(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(?P<k>k|thousand|million|billion|[MB])\b)?"
    r"|\b(?P<n2>\d+(?:,\d{3})*(?:\.\d+)?)\s+(?:(?P<k2>thousand|million|billion)\s+)?(?P<u>dollars?|bucks|cents?|d[óo]lares|centavos)\b",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"(?<![\d.])(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?:%|percent\b|per cent\b|por ciento\b)", re.IGNORECASE
)
ROOM = re.compile(
    r"\b(?P<kind>rooms?|rm\.?|building|bldg\.?|suite|ste\.?|floor|hall|gate|wing|dock|sala|sal[óo]n|edificio|piso)"
    r"\s+#?(?P<id>[A-Z]?-?\d+[A-Za-z]?(?:-\d+)?|[A-Z])\b"
    r"|\b(?P<nth>\d+)(?:st|nd|rd|th)\s+(?P<kind2>floor)\b",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"\b(?P<kind>articles?|arts?\.?|sections?|secs?\.?|§+|art[íi]culos?|appendix|step|paso)\s*"
    r"(?P<id>\d+(?:[.-]\d+)*(?:\s?\([A-Za-z0-9]+\))*|[A-Z]\b)",
    re.IGNORECASE,
)
LAW = re.compile(r"\b\d+\s+(?:U\.?S\.?C\.?|C\.?F\.?R\.?)\s*(?:§+\s*)?[\d.]+(?:\([a-z0-9]+\))*", re.I)
NUMBER = re.compile(r"(?<![\w.,#-])#?(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)(?P<th>st|nd|rd|th)?(?![\w%]|\.\d)", re.I)
LIST_MARK = re.compile(r"^\s*\(?\d{1,2}[.)]\s", re.MULTILINE)
QUOTED = re.compile(r"“([^”“]{2,600})”|\"([^\"\n]{2,600})\"|«([^»]{2,600})»|(?<!\w)‘([^‘’]{12,600})’(?!\w)")

_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
WORD_NUMBERS = {word: n for n, word in enumerate(_ONES)} | {w: 20 + 10 * n for n, w in enumerate(_TENS)}
WORD_NUMBERS |= {
    f"{ten}-{one}": 20 + 10 * t + o for t, ten in enumerate(_TENS) for o, one in enumerate(_ONES[:10]) if o
}
WORD_NUMBERS |= {
    w: n
    for n, w in enumerate(
        listed("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince")
    )
    if n > 1 and w != "once"
}
WORD_NUMBERS |= {"treinta": 30, "cuarenta": 40, "sesenta": 60, "dozen": 12, "hundred": 100}
_UNIT = (
    r"(?:calendar |work(?:ing)? |business )?(?:days?|hours?|weeks?|months?|years?|percent|dollars?|people|members?|"
    r"workers?|employees?|positions?|jobs?|shifts?|agencies|sites?|pay periods?|d[íi]as|horas|semanas|meses|personas)"
)
COUNTED = re.compile(
    r"\b(?P<w>" + "|".join(sorted(WORD_NUMBERS, key=len, reverse=True)) + r")\s+(?P<u>" + _UNIT + r")\b",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(r"[\s-]+(?P<u>" + _UNIT + r")\b", re.IGNORECASE)
_ROOM_KIND = {"rm": "room", "bldg": "building", "ste": "suite", "sala": "room", "edificio": "building"}
_ROOM_KIND |= {"salón": "room", "salon": "room", "piso": "floor", "rooms": "room"}
_SCALE = {"k": 1e3, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "b": 1e9}


@dataclass(frozen=True)
class Slot:
    """A typed value in a text; two slots of one kind with equal `values` in common agree."""

    kind: str
    values: frozenset[Hashable]
    start: int
    end: int
    text: str
    date: dates.DateSlot | None = field(default=None, compare=False)
    unit: str = ""

    def agrees(self, other: "Slot") -> bool:
        if self.kind != other.kind:
            return False
        if self.date and other.date:
            return _same_day(self.date, other.date)
        if self.kind == "reference":
            return any(_within(a, b) for a in self.values for b in other.values)
        return bool(self.values & other.values) and _same_unit(self.unit, other.unit)


def find(text: str) -> list[Slot]:
    """All slots in reading order; a character belongs to at most one of them."""
    taken = bytearray(len(text))
    slots: list[Slot] = []
    for finder in _FINDERS:
        for slot in finder(text):
            if not any(taken[slot.start : slot.end]):
                taken[slot.start : slot.end] = b"\1" * (slot.end - slot.start)
                slots.append(slot)
    return sorted((slot for slot in slots if slot.kind != "skip"), key=lambda slot: slot.start)


def quotations(text: str) -> list[tuple[int, int, str]]:
    """Quoted passages of three words or more, or of any length after a word of saying."""
    found = []
    for match in QUOTED.finditer(text):
        index = next(i for i in range(1, 5) if match.group(i) is not None)
        words, before = match.group(index).split(), text[max(0, match.start() - 25) : match.start()]
        if len(words) >= 3 or _SAYS.search(before):
            found.append((match.start(index), match.end(index), match.group(index)))
    return found


_SAYS = re.compile(r"\b(?:says?|said|states?|stated|reads?|wrote|told us|quote|dice|dijo)\b[^.!?]*$", re.I)


def _within(a: Hashable, b: Hashable) -> bool:
    """'Section 4' stands inside 'Article 18.4(c)'; the reverse is a claim of more than was given."""
    if not (isinstance(a, tuple) and isinstance(b, tuple)):
        return a == b
    return a[0] == b[0] and set(re.findall(r"\w+", a[1])) <= set(re.findall(r"\w+", b[1]))


def _same_unit(a: str, b: str) -> bool:
    """'days' may stand for 'calendar days', but 'work days' may not."""
    return not (a and b) or a == b or (a.split()[-1] == b.split()[-1] and 1 in (len(a.split()), len(b.split())))


def unit_after(text: str, end: int) -> str:
    """The counted thing right after a number, in the singular: '30 working days' -> 'work day'."""
    match = _UNIT_AFTER.match(text, end)
    return _singular(match["u"]) if match else ""


def _singular(unit: str) -> str:
    words = unit.lower().replace("working", "work").replace("business", "work").split()
    return " ".join(_ODD_PLURAL.get(word, word.removesuffix("s")) for word in words)


_ODD_PLURAL = {"people": "person", "personas": "person", "persona": "person", "agencies": "agency"}
_ODD_PLURAL |= {"meses": "month", "días": "day", "dias": "day", "horas": "hour", "semanas": "week"}


def _same_day(a: dates.DateSlot, b: dates.DateSlot) -> bool:
    if not (a.month and b.month):
        return a.weekday == b.weekday and a.weekday is not None
    return (a.month, a.day) == (b.month, b.day) and not (a.year and b.year and a.year != b.year)


def _simple(
    kind: str, pattern: re.Pattern[str], value: Callable[[re.Match[str]], Hashable]
) -> "Callable[[str], Iterator[Slot]]":
    def finder(text: str) -> Iterator[Slot]:
        for match in pattern.finditer(text):
            end = match.end()
            if kind == "link":
                end -= len(match.group()) - len(match.group().rstrip(".,;:!?'’"))
            shown = text[match.start() : end]
            unit = _unit(text, match) if kind == "number" else ""
            yield Slot(kind, frozenset({value(match)}), match.start(), end, shown, unit=unit)

    return finder


def _unit(text: str, match: re.Match[str]) -> str:
    named = match.groupdict().get("u")
    return _singular(named) if named else unit_after(text, match.end())


def _dates(text: str) -> Iterator[Slot]:
    for found in dates.find(text):
        kind = "date" if found.month else "weekday"
        shown = found.text.rstrip(".")
        yield Slot(kind, frozenset({found.weekday}), found.start, found.start + len(shown), shown, found)


def _times(text: str) -> Iterator[Slot]:
    for found in times.find(text):
        shown = text[found.start : found.end].strip()
        yield Slot("time", frozenset(found.minutes), found.start, found.start + len(shown), shown)


def link_value(url: str) -> str:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().lower())
    return bare.rstrip(".,;:!?'’/")


def _digits(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", re.split(r"x|ext", match.group(), flags=re.I)[0])
    return digits[-10:] if len(digits) > 7 else digits


def _cents(match: re.Match[str]) -> int:
    number = float((match["n"] or match["n2"]).replace(",", ""))
    scale = _SCALE.get((match["k"] or match["k2"] or "").lower(), 1)
    cents = (match["u"] or "").lower().startswith("cent")
    return round(number * scale * (1 if cents else 100))


def _room(match: re.Match[str]) -> tuple[str, str]:
    kind = (match["kind"] or match["kind2"]).lower().rstrip(".")
    return _ROOM_KIND.get(kind, kind), (match["id"] or match["nth"]).lower().replace("-", "")


def _reference(match: re.Match[str]) -> tuple[str, str]:
    kind = match["kind"].lower()
    family = "step" if kind in {"step", "paso"} else "appendix" if kind == "appendix" else "clause"
    return family, re.sub(r"\s", "", match["id"].lower())


def _number(match: re.Match[str]) -> float:
    return float(match["n"].replace(",", ""))


def _counted(match: re.Match[str]) -> float:
    return float(WORD_NUMBERS[match["w"].lower()])


def _skip(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Slot]]:
    return _simple("skip", pattern, lambda match: match.group())


_MERGE = re.compile(r"\{\{[^{}]*\}\}")
_IDIOM = re.compile(r"\b24/7\b|\b9-1-1\b|\b401\(k\)|\bCOVID-19\b", re.IGNORECASE)
_FINDERS: tuple[Callable[[str], Iterator[Slot]], ...] = (
    _skip(_MERGE),
    _simple("email", EMAIL, lambda m: m.group().lower()),
    _simple("link", URL, lambda m: link_value(m.group())),
    _skip(LIST_MARK),
    _skip(_IDIOM),
    _simple("reference", LAW, lambda m: re.sub(r"[\s.§]", "", m.group().lower())),
    _simple("reference", REFERENCE, _reference),
    _simple("phone", PHONE, _digits),
    _simple("money", MONEY, _cents),
    _simple("percent", PERCENT, lambda m: float(m["n"].replace(",", ""))),
    _simple("room", ROOM, _room),
    _dates,
    _times,
    _simple("number", COUNTED, _counted),
    _simple("number", NUMBER, _number),
)
