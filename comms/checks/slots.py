"""Typed slots in a text: dates, times, money, numbers, rooms, links, phones, quotations."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from comms.checks import dates, figures, references, shares, times
from comms.checks.words import listed
from unionops.platform.core import lazy_re as re

URL = re.compile(
    r"(?:https?://|www\.)[^\s<>()\"“”\]]+"
    r"|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:org|com|net|gov|mil|edu|us|info|app|io|ly|co|me|link|example|test)"
    r"\b(?:/[^\s<>()\"“”\]]*)?",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w$.-])(?:\+?1[-. ]?)?(?:\(\d{3}\)[-.\s]?|\d{3}[-. /])?\d{3}[-. ]\d{4}\b"
    r"(?:,?\s*(?:x|ext(?:ension|ensi[óo]n)?\.?|#)\s*\d{1,6}\b)?"
    r"|(?<!\w)\+?\d{10,11}\b",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"(?:US)?\$\s?(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(?P<k>k|thousand|million|billion|[MB])\b)?"
    r"|\b(?P<n2>\d+(?:,\d{3})*(?:\.\d+)?)\s+(?:(?P<k2>thousand|million|billion)\s+)?(?P<u>dollars?|bucks|"
    r"cents?|d[óo]lares|centavos)\b",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"(?<![\d.])(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?:%|percent\b|per cent\b|por ciento\b)", re.IGNORECASE
)
_NTH = {
    name: str(n)
    for names in (
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo",
    )
    for n, name in enumerate(names.split(), 1)
}
_ROOM_WORDS = (
    r"rooms?|rm\.?|building|bldg\.?|suite|ste\.?|floor|fl\.?|hall|gate|wing|dock|shelter|pavilion|post|pier|terminal|(?-i:Lote|LOTE)|"
    r"warehouse|station|auditorium|classroom|block|ward|pod|yard|dorm|tower|bay|platoon|(?-i:Lot|LOT)|"
    r"sala|sal[óo]n|edificio|edif\.?|piso|puerta|oficina|aula|pabell[óo]n|muelle"
)
_LETTERED = r"(?-i:Lot|LOT)|block|ward|pod|yard|dorm|wing|building|hall|tower|bay|dock|gate|platoon|shift|team|crew"
_SPELLED_ID = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)"
)
ROOM = re.compile(
    r"\b(?P<kind>"
    + _ROOM_WORDS
    + r")(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)#?(?P<id>[A-Z]?-?\d+[A-Za-z]?(?:-\d+)?|(?-i:[A-Z])|"
    + _SPELLED_ID
    + r"(?![\s-]+"
    + figures.UNIT
    + r"\b))\b(?!:\d)"
    r"|\b(?P<nth>\d+(?:st|nd|rd|th|er|do|ro|to|\.?[ºo])|" + "|".join(_NTH) + r")\s+(?P<kind2>floor|fl|piso)\b"
    r"|\b(?P<id3>(?-i:[B-HJ-Z]))[- ](?P<kind3>" + _LETTERED + r")\b",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"(?<=[\dm.])\s*\(?(?P<zone>(?-i:[ECMP][SD]?T|UTC|GMT|AK[SD]?T|H[SD]?T)|eastern|central|mountain|pacific)"
    r"(?:\s+(?:standard\s+|daylight\s+)?time)?\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w.,#-])#?(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)(?P<th>st|nd|rd|th)?(?![\w%]|\.\d)", re.I)
LIST_MARK = re.compile(r"^[^\S\n]*\(?\d{1,2}[.)]\s", re.MULTILINE)
QUOTED = re.compile(
    r"“([^”“]{2,600})”|\"([^\"\n]{2,600})\"|«([^»]{2,600})»|(?<!\w)‘([^‘’]{12,600})’(?!\w)"
    r"|(?<![\w'])'((?:[^'\n]|(?<=\w)'(?=\w)){12,600})'(?!\w)"
)

_CLEAR = "|".join(n for n in dates.MONTHS if len(n) > 3 and n not in {"march", "mayo", "sept"})
_BEFORE = listed("in since until from through to by last next of and en de desde a the our")
MONTH_ALONE = re.compile(
    r"\b(?P<m>"
    + _CLEAR
    + r"|(?:"
    + "|".join(f"(?<={word} )" for word in (*_BEFORE, "the", "our"))
    + r")(?:(?-i:March|May)|mayo))"
    r"\b(?!\.?\s*\d{1,2}\b)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?P<w>" + figures.SPELLED + r")(?:[\s-]+(?P<u>" + figures.UNIT + r")\b"
    r"|(?=\s+(?:[^\W\d_]+-)?[^\W\d_]+\s+(?P<u2>days?|hours?|weeks?|days|horas|semanas)\b))",
    re.IGNORECASE,
)
# 'Children over six' counts years without a word for them.
BOUND = re.compile(
    rf"\b(?:over|under|above|below|older than|younger than)\s+(?P<w>{figures.SPELLED})\b(?![^\S\n-]*[ -]\w)", re.I
)
_AMOUNT = rf"(?:{figures.SPELLED}|\d+)"
SHARED_UNIT = re.compile(
    rf"(?<![\w$.,:/-])(?P<a>{_AMOUNT})(?:\s+(?P<u>{figures.UNIT})"
    rf"(?:\s+(?:an?|per|each|por|a la|al)\s+[^\W\d_]+)?)?\s+(?:to|or|a|o)\s+(?P<b>{_AMOUNT})"
    rf"(?:\s+(?P<u2>{figures.UNIT}))?(?![\w:/%-]|[.,]\d|\s*[ap]\.?\s?m\b)",
    re.IGNORECASE,
)
SPELLED_MONEY = re.compile(
    r"\b(?P<w>"
    + figures.SPELLED
    + r"|an?\s+(?:hundred|thousand|million)|mil|un millón)\s+(?:de\s+)?(?P<u>dollars?|bucks|cents?|d[óo]lares|"
    r"centavos)\b(?:\s+(?:and|con|y)\s+(?P<c>" + figures.SPELLED + r")\s+(?:cents?|centavos)\b)?",
    re.IGNORECASE,
)
LISTED_PERCENT = re.compile(  # '3, 2.5 and 2 percent'
    r"(?<![\w.,$#-])(?P<n>\d{1,2}(?:\.\d+)?)(?=(?:,\s\d{1,2}(?:\.\d+)?){0,9},?\s(?:and|or|y|o|to|a)\s\d+(?:\.\d+)?\s?"
    r"(?:%|percent\b|por ciento\b))",
    re.IGNORECASE,
)
SPELLED_PERCENT = re.compile(
    r"\b(?P<w>" + figures.SPELLED + r"(?:\s+and\s+a\s+half)?)\s+(?:percent|per cent|por ciento)\b", re.IGNORECASE
)
_ROOM_KIND = {"rm": "room", "bldg": "building", "ste": "suite", "sala": "room", "edificio": "building"}
_ROOM_KIND |= {
    "edif": "building",
    "salón": "room",
    "salon": "room",
    "piso": "floor",
    "fl": "floor",
    "rooms": "room",
    "puerta": "gate",
    "aula": "classroom",
    "muelle": "dock",
    "pier": "dock",
    "lote": "lot",
    "pabellón": "pavilion",
    "pabellon": "pavilion",
    "oficina": "office",
}
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
        if self.kind == "month" and other.date:
            return other.date.month in self.values
        if self.kind != other.kind:
            return False
        if self.date and other.date:
            return _same_day(self.date, other.date)
        if self.kind == "reference":
            return any(references.within(a, b) for a in self.values for b in other.values)
        if self.kind == "phone":
            return any(_same_phone(str(a), str(b)) for a in self.values for b in other.values)
        return bool(self.values & other.values) and figures.same_unit(self.unit, other.unit)


def find(text: str) -> list[Slot]:
    """All slots in reading order; a character belongs to at most one of them."""
    return list(_found(text))


@lru_cache(4096)
def _found(text: str) -> tuple[Slot, ...]:
    """The same sentences and facts are read by many checks."""
    taken = bytearray(len(text))
    slots: list[Slot] = []
    for finder in _FINDERS:
        for slot in finder(text):
            if not any(taken[slot.start : slot.end]):
                taken[slot.start : slot.end] = b"\1" * (slot.end - slot.start)
                slots.append(slot)
    return tuple(sorted((slot for slot in slots if slot.kind != "skip"), key=lambda slot: slot.start))


def quotations(text: str) -> list[tuple[int, int, str]]:
    """Quoted passages of three words or more, or of any length after a word of saying."""
    found = []
    for match in QUOTED.finditer(text):
        index = next(i for i in range(1, 6) if match.group(i) is not None)
        words, before = match.group(index).split(), text[max(0, match.start() - 25) : match.start()]
        if len(words) >= 3 or _SAYS.search(before):
            found.append((match.start(index), match.end(index), match.group(index)))
    return found


_SAYS = re.compile(r"\b(?:says?|said|states?|stated|reads?|wrote|told us|quote|dice|dijo)\b[^.!?]*$", re.I)


def _same_phone(a: str, b: str) -> bool:
    """The extension may be left out, but not be another."""
    (main, _x, more), (other, _y, rest) = a.partition("x"), b.partition("x")
    return main == other and not (more and rest and more != rest)


def _same_day(a: dates.DateSlot, b: dates.DateSlot) -> bool:
    if not (a.month and b.month):
        return a.weekday == b.weekday and a.weekday is not None and not (a.day and b.day and a.day != b.day)
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
            unit = _unit(kind, text, match)
            yield Slot(kind, frozenset({value(match)}), match.start(), end, shown, unit=unit)

    return finder


def _unit(kind: str, text: str, match: re.Match[str]) -> str:
    if kind == "money":
        return figures.rate_after(text, match.end())
    named = match.groupdict().get("u") or match.groupdict().get("u2")
    if kind != "number":
        return ""
    return figures.singular(named) if named else figures.unit_after(text, match.end())


def _dates(text: str) -> Iterator[Slot]:
    for found in dates.find(text):
        kind = "date" if found.month else "weekday"
        shown = found.text.rstrip(".")
        yield Slot(kind, frozenset({found.weekday}), found.start, found.start + len(shown), shown, found)


def _times(text: str) -> Iterator[Slot]:
    for found in times.find(text):
        shown = _RANGE_END.sub("", text[found.start : found.end].strip())
        yield Slot("time", frozenset(found.minutes), found.start, found.start + len(shown), shown)


_RANGE_END = re.compile(r"\s+(?:to|until|till|and|a|y|hasta)$|\s*[-–—]$", re.IGNORECASE)


def link_value(url: str) -> str:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().lower())
    return bare.rstrip(".,;:!?'’/")


def _digits(match: re.Match[str]) -> str:
    main, *more = re.split(r"x|ext|#", match.group(), maxsplit=1, flags=re.I)
    digits, extension = re.sub(r"\D", "", main), re.sub(r"\D", "", "".join(more))
    return (digits[-10:] if len(digits) > 7 else digits) + (f"x{extension}" if extension else "")


def _cents(match: re.Match[str]) -> int:
    number = float((match["n"] or match["n2"]).replace(",", ""))
    scale = _SCALE.get((match["k"] or match["k2"] or "").lower(), 1)
    cents = (match["u"] or "").lower().startswith("cent")
    return round(number * scale * (1 if cents else 100))


_MANY_SENSES = frozenset({"hall", "post", "block", "station", "shelter", "yard", "floor", "dock", "ward", "pod"})


def _rooms(text: str) -> Iterator[Slot]:
    """'room two', 'Post One'; not the hall at ten, a sign to post or an hour to block out."""
    for slot in _simple("room", ROOM, _room)(text):
        kind, _gap, number = slot.text.partition(" ")
        if not (kind.lower() in _MANY_SENSES and number.strip().lower() in figures.WORD_NUMBERS and number.islower()):
            yield slot


def _room(match: re.Match[str]) -> tuple[str, str]:
    kind = (match["kind"] or match["kind2"] or match["kind3"]).lower().rstrip(".")
    nth = (match["nth"] or "").lower()
    number = (match["id"] or match["id3"] or nth.rstrip("stndrheºo.")).lower().replace("-", "")
    spelled = figures.WORD_NUMBERS.get(number)
    return _ROOM_KIND.get(kind, kind), _NTH.get(nth) or (str(spelled) if spelled else number)


def _number(match: re.Match[str]) -> float:
    return float(match["n"].replace(",", ""))


def _parts_of_hour(text: str) -> Iterator[Slot]:
    for match in shares.PART_OF_HOUR.finditer(text):
        minutes = shares.minutes(match["w"])
        yield Slot("number", frozenset({minutes}), match.start(), match.end(), match.group(), unit="minute")


def _listed_percents(text: str) -> Iterator[Slot]:
    """Not the day in '4% on January 1 and 3% later'."""
    for slot in _simple("percent", LISTED_PERCENT, lambda m: float(m["n"]))(text):
        if not any(day.start < slot.start < day.start + len(day.text) for day in dates.find(text)):
            yield slot


def _counted(match: re.Match[str]) -> float:
    return figures.value(match["w"])


def _shared_units(text: str) -> Iterator[Slot]:
    """'from eight hours to six', 'de 8 a 6 horas': both count hours."""
    for match in SHARED_UNIT.finditer(text):
        if named := match["u"] or match["u2"]:
            for name in ("a", "b"):
                value = frozenset({figures.number(match[name].lower())})
                yield Slot("number", value, *match.span(name), match[name], unit=figures.singular(named))


def _spelled_cents(match: re.Match[str]) -> int:
    more = figures.value(match["c"]) if match["c"] else 0
    return round(figures.value(match["w"]) * (1 if match["u"].lower().startswith("cent") else 100) + more)


def _skip(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Slot]]:
    return _simple("skip", pattern, lambda match: match.group())


_MERGE = re.compile(r"\{\{[^{}]*\}\}")
_IDIOM = re.compile(r"\b24/7\b|\b9-1-1\b|\b401[(-]?k\b\)?|\bCOVID-19\b", re.IGNORECASE)
_FINDERS: tuple[Callable[[str], Iterator[Slot]], ...] = (
    _skip(_MERGE),
    _simple("email", EMAIL, lambda m: m.group().lower()),
    _simple("link", URL, lambda m: link_value(m.group())),
    _skip(LIST_MARK),
    _skip(_IDIOM),
    _simple("reference", references.LAW, lambda m: re.sub(r"[\s.§]", "", m.group().lower())),
    _simple("reference", references.CITED, references.cited),
    _simple("reference", references.REFERENCE, references.reference),
    _simple("reference", references.GRADE, references.grade),
    _simple("phone", PHONE, _digits),
    _simple("money", MONEY, _cents),
    _simple("money", SPELLED_MONEY, _spelled_cents),
    _simple("percent", PERCENT, lambda m: float(m["n"].replace(",", ""))),
    _listed_percents,
    _simple("percent", SPELLED_PERCENT, lambda m: figures.value(m["w"])),
    _rooms,
    _parts_of_hour,
    _simple("share", shares.SHARE, shares.part),
    _dates,
    _times,
    _simple("code", references.CODE, lambda m: m.group()),
    _simple("zone", ZONE, lambda m: m["zone"][0].lower()),
    _simple("month", MONTH_ALONE, lambda m: dates.MONTHS[m["m"].lower().rstrip(".")]),
    _shared_units,
    _simple("number", COUNTED, _counted),
    _simple("number", BOUND, _counted),
    _simple("number", NUMBER, _number),
)
