"""Times of day as they are written: 5:30 pm, 17:30, 1730 hours, noon, half past seven, 5 to 6:30 pm, 9-5."""

from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks import figures
from unionops.platform.core import lazy_re as re

_HALF = r"(?P<{}>a\.?\s?m\b\.?|p\.?\s?m\b\.?)"
_CLOCK = r"(?P<{}>[01]?\d|2[0-4])(?:[:.](?P<{}>[0-5]\d))?"
_PART = (
    r"(?:\s+(?:in\s+the\s+|at\s+|de\s+la\s+|por\s+la\s+|del\s+)"
    r"(?P<part>morning|afternoon|evening|night|mañana|tarde|noche|mediodía|madrugada))"
)
_RANGE = re.compile(
    r"(?<![\d:.$/-])"
    + _CLOCK.format("h1", "m1")
    + r"\s*(?:"
    + _HALF.format("a1")
    + r")?\s*(?:-|–|—|/|to\b|until\b|till\b|or\b|and\b|a\b|o\b|y\b)\s*"
    + _CLOCK.format("h2", "m2")
    + r"(?:\s*"
    + _HALF.format("a2")
    + "|"
    + _PART
    + ")",
    re.IGNORECASE,
)
_TWELVE = re.compile(r"(?<![\d:.$/-])" + _CLOCK.format("h1", "m1") + r"\s*" + _HALF.format("a1"), re.IGNORECASE)
_COLON = re.compile(r"(?:(?<![\d:.$/-])|(?<=:\d\d[-–—]))(?P<h1>[01]?\d|2[0-4]):(?P<m1>[0-5]\d)(?![:\d])")
_ARMY = re.compile(r"\b(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)\s*(?:hours|hrs?|h)\b", re.IGNORECASE)
# '0715 or 1915', '0600-1430': the first says by its nought, or by another beside it, that hours are meant.
_ARMY_PAIR = re.compile(
    r"(?<![\w$.,:/#-])(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)\s*(?:-|–|—|/|to|or|and|until|a|o|y)\s*"
    r"(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)(?![\w%/-]|[.,:]\d)",
    re.IGNORECASE,
)
_ARMY_EARLY = re.compile(r"(?<![\w$.,:/#-])(?P<h1>0\d)(?P<m1>[0-5]\d)(?![\w%/-]|[.,:]\d)")
# '@ 1600', 'at 1600 in the hall'; '1600 Pier Street' is a house.
_ARMY_AT = re.compile(
    r"(?:@\s*|\bat\s+)(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)(?![\w%/-]|[.,:]\d|\s+(?-i:[A-Z][a-z]+)\b)", re.IGNORECASE
)
_TO_WORD = re.compile(
    r"(?<![\d:.$/-])" + _CLOCK.format("h1", "m1") + r"(?=\s*(?:-|–|—|to|until|till)\s*(?:noon|midnight)\b)",
    re.IGNORECASE,
)
_FROM_WORD = re.compile(
    r"(?<=noon)(?:-|–|—)" + _CLOCK.format("h1", "m1") + r"(?:\s*" + _HALF.format("a1") + r")?", re.IGNORECASE
)
_WORD = re.compile(r"\b(?:12\s+)?(?P<word>noon|midnight|mediodía|medianoche)\b", re.IGNORECASE)
_WORDS = {"noon": 720, "mediodía": 720, "midnight": 0, "medianoche": 0}
_HOURS = {
    name: hour
    for names in (
        "one two three four five six seven eight nine ten eleven twelve",
        "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    )
    for hour, name in enumerate(names.split(), 1)
}
_HOUR = r"(?P<h1>1[0-2]|[1-9](?!\d)|" + "|".join(_HOURS) + r")\b(?![:.]\d)"
_MINUTES = {"thirty": 30, "fifteen": 15, "forty-five": 45, "y media": 30, "y cuarto": 15, "menos cuarto": -15}
_LEAD = {"half past ": 30, "quarter past ": 15, "quarter after ": 15, "quarter to ": -15, "quarter of ": -15}
_OF_DAY = re.compile(r"(?<![\d:.$/-])\b" + _CLOCK.format("h1", "m1") + r"(?:\s*(?:horas|h))?" + _PART, re.IGNORECASE)
# Hours in words, or bare: only with something that says it is a clock.
_SPOKEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:a\s+)?(?P<lead>half past |quarter (?:past|after|to|of) )" + _HOUR + _PART + "?",
        r"\b" + _HOUR + r"\s+o['’]clock\b" + _PART + "?",
        r"\b" + _HOUR + r"\s+(?P<rest>thirty|fifteen|forty-five)\b(?:\s*" + _HALF.format("a1") + "|" + _PART + ")?",
        r"\b" + _HOUR + r"(?:\s*" + _HALF.format("a1") + "|" + _PART + ")",
        r"\blas?\s+" + _HOUR + r"(?:\s+(?P<rest>y media|y cuarto|menos cuarto)\b)?" + _PART + "?",
    )
)
_BARE = re.compile(
    r"\b(?:at|until|till|by|a las|hasta las)\s+(?P<h1>1[0-2]|[1-9])(?P<m1>(?!))?(?![\w:/%$-]|[.,]\d|\s+"
    + figures.UNIT
    + r"|\s+(?-i:[A-Z][a-z]+\b)(?!\s+\d))",
    re.IGNORECASE,
)
_BARE_RANGE = re.compile(
    r"(?<![\w$#/.:-])(?P<h1>1[0-2]|[1-9])(?::(?P<m1>[0-5]\d))?\s?(?:-|–|—|to\s|until\s|a\s|y\s|and\s)\s?"
    r"(?P<h2>1[0-2]|[1-9])(?::(?P<m2>[0-5]\d))?(?![\w%/–-]|[.:]\d|\s+" + figures.UNIT + ")",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TimeSlot:
    """Minutes after midnight that the words can mean (two when neither am nor pm is said)."""

    minutes: frozenset[int]
    start: int
    end: int
    text: str


def find(text: str) -> list[TimeSlot]:
    slots: list[TimeSlot] = []
    for match in _RANGE.finditer(text):
        slots += _range(match)
    for match in _ARMY_PAIR.finditer(text):
        slots += _army(match)
    for pattern in (_FROM_WORD, _TWELVE, _OF_DAY, *_SPOKEN, _COLON, _ARMY, _ARMY_AT, _ARMY_EARLY, _WORD, _TO_WORD):
        for match in pattern.finditer(text):
            if any(s.start < match.end() and match.start() < s.end for s in slots):
                continue
            slots.append(_slot(match))
    return sorted(slots, key=lambda slot: slot.start)


def bare(text: str) -> list[TimeSlot]:
    """'at 4', '9-5' and '11 to 3': hours only where the reader already knows that hours are meant."""
    found = [
        TimeSlot(_minutes(match["h1"], None, None), match.start("h1"), match.end("h1"), match["h1"])
        for match in _BARE.finditer(text)
    ]
    for match in _BARE_RANGE.finditer(text):
        first, last = _minutes(match["h1"], match["m1"], None), _minutes(match["h2"], match["m2"], None)
        found.append(TimeSlot(first, match.start(), match.start("h2"), match.group()))
        found.append(TimeSlot(last, match.start("h2"), match.end(), match.group()))
    return found


def _army(match: re.Match[str]) -> Iterator[TimeSlot]:
    """Two hours of the day in four digits each; '2024 to 2026' are years."""
    both = [int(match[f"h{n}"]) * 60 + int(match[f"m{n}"]) for n in (1, 2)]
    if not all(_LOOKS_A_YEAR.match(match[f"h{n}"]) for n in (1, 2)):
        yield TimeSlot(frozenset({both[0]}), match.start(), match.start("h2"), match.group())
        yield TimeSlot(frozenset({both[1]}), match.start("h2"), match.end(), match.group())


_LOOKS_A_YEAR = re.compile("19|20")


def _range(match: re.Match[str]) -> list[TimeSlot]:
    parts = match.groupdict()
    half = parts["a2"] or _half_of(parts["part"])
    last = _minutes(parts["h2"], parts["m2"], half)
    first = _minutes(parts["h1"], parts["m1"], parts["a1"] or half)
    if not parts["a1"] and min(first) > min(last):
        first = _minutes(parts["h1"], parts["m1"], "am")
    middle = match.start("h2")
    return [
        TimeSlot(first, match.start(), middle, match.group()),
        TimeSlot(last, middle, match.end(), match.group()),
    ]


def _slot(match: re.Match[str]) -> TimeSlot:
    parts = match.groupdict()
    if word := parts.get("word"):
        minutes = frozenset({_WORDS[word.lower()]})
    else:
        half = parts.get("a1") or _half_of(parts.get("part"))
        hour = str(_HOURS.get((parts["h1"] or "").lower(), parts["h1"]))
        shift = _LEAD.get((parts.get("lead") or "").lower(), 0) + _MINUTES.get((parts.get("rest") or "").lower(), 0)
        minutes = frozenset((at + shift) % 1440 for at in _minutes(hour, parts.get("m1"), half))
    return TimeSlot(minutes, match.start(), match.end(), match.group())


def _half_of(part: str | None) -> str | None:
    """The half of the day of 'in the evening'."""
    return {"": None, "mañana": "am", "morning": "am", "madrugada": "am"}.get((part or "").lower(), "pm")


def _minutes(hour: str | None, minute: str | None, half: str | None) -> frozenset[int]:
    hours, rest = int(hour or 0), int(minute or 0)
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
        return frozenset({hours * 60 + rest})
    if 1 <= hours <= 12 and not (hour or "").startswith("0"):
        return frozenset({hours % 12 * 60 + rest, (hours % 12 + 12) * 60 + rest})
    return frozenset({hours % 24 * 60 + rest})
