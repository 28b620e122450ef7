"""Dates and weekdays as they are written in messages, in English and Spanish."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from comms.checks.words import any_of
from unionops.platform.core import lazy_re as re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero",
            "february feb febrero",
            "march mar marzo",
            "april apr abril",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon lunes lun",
            "tuesday tues tue martes",
            "wednesday weds wed miércoles miercoles mié mie",
            "thursday thurs thur thu jueves jue",
            "friday fri viernes vie",
            "saturday sat sábado sabado sáb sab",
            "sunday sun domingo dom",
        )
    )
    for name in names.split()
}
# "may", "mar", "sat", "sun" and "wed" are also words, so alone they need a capital letter.
_WEEKDAY = r"(?P<{}>" + any_of(WEEKDAYS) + r")s?\b\.?"
_MONTH = r"(?P<{}>" + any_of(MONTHS) + r")\b\.?"
ORDINALS = {
    name: n
    for n, name in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ],
        1,
    )
} | {"primero": 1}
_DAY = r"(?P<{}>[0-3]?\d(?:st|nd|rd|th)?|" + any_of(ORDINALS) + r")\b"
_SHORT_ES = {
    "ene": 1,
    "feb": 2,
    "mar": 3,
    "abr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "ago": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
}
_SHORT_ES |= {"dic": 12}
_YEAR = r"(?:(?:,|,?\s+de[l]?)?\s+(?P<{}>(?:19|20)\d\d)\b)?"
# 'mar 6:30' is no date, and 'mar 17 ago' is a Tuesday in August.
_NO_OTHER_MONTH = r"(?![:.]\d|\s+(?:de\s+)?(?:" + any_of({*MONTHS, *_SHORT_ES} - {"may", "mar", "sep"}) + r")\b)"
_JOINED = r"(?P<j>" + any_of({*MONTHS, *_SHORT_ES}) + r")\.?"
_LEAD = r"(?:\b" + _WEEKDAY.format("{0}") + r",?\s+(?:the\s+|el\s+)?)?"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _LEAD.format("w") + r"\b(?P<y>(?:19|20)\d\d)-(?P<n>[01]\d)-(?P<d>[0-3]\d)\b",
        _LEAD.format("w")
        + r"\b"
        + _MONTH.format("m")
        + r"\s+(?:the\s+)?"
        + _DAY.format("d")
        + _NO_OTHER_MONTH
        + _YEAR.format("y"),
        _LEAD.format("w") + r"\b" + _DAY.format("d") + r"\s+(?:of\s+|de\s+)?" + _MONTH.format("m") + _YEAR.format("y"),
        # the first day of '16 and Thu. 18 March'
        _LEAD.format("w")
        + r"(?<![\w./$:-])(?P<d>[0-3]?\d)(?=\s*(?:and|&|\+|y|,|to|al?|-|–)\s*"
        + _LEAD.format("w2")
        + r"[0-3]?\d\s+(?:of\s+|de\s+)?"
        + _MONTH.format("m")
        + ")",
        _LEAD.format("w")
        + r"\b(?P<d>[0-3]?\d)\s+(?:de\s+)?(?P<es>"
        + "|".join(_SHORT_ES)
        + r")\b\.?"
        + _YEAR.format("y"),
        # '30-Jun-2026' and 'Jun-30-2026', as forms and spreadsheets have it
        _LEAD.format("w")
        + r"(?<![\w./-])(?P<d>[0-3]?\d)(?P<by>[-/])"
        + _JOINED
        + r"(?:(?P=by)(?P<y>(?:20)?\d\d))?(?![\w/-])",
        _LEAD.format("w")
        + r"(?<![\w./-])"
        + _JOINED
        + r"(?P<by>[-/])(?P<d>[0-3]?\d)(?:(?P=by)(?P<y>(?:20)?\d\d))?(?![\w/-])",
        _LEAD.format("w") + r"(?<![\d./$-])(?P<n>[01]?\d)\.(?P<d>[0-3]?\d)\.(?P<y>20\d\d)\b",
        _LEAD.format("w") + r"(?:(?<![\d./$-])|(?<=/\d[-–])|(?<=/\d\d[-–]))(?P<n>[01]?\d)/(?P<d>[0-3]?\d)"
        r"(?:/(?P<y>\d{4}|\d\d))?(?![\d/%])",
        r"\b"
        + _WEEKDAY.format("w")
        + r",?\s+(?:the|el)\s+(?P<only>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*[:/]\d|\s*[ap]\.?m)",
        r"\b" + _WEEKDAY.format("w"),
    )
)
_FIGURES = re.compile(
    r"(?<![\w./-])(?P<y1>\d{4})?(?(y1)\s?[./-]\s?)(?P<a>\d\d?)\s?[./-]\s?(?P<b>\d\d?)(?(y1)|\s?[./-]\s?(?P<y2>\d{4}))(?![\w/-]|\.\d)"
)
RELATIVE = re.compile(
    r"\b(?:tomorrow|tonight|day after tomorrow|(?:next|this coming|this|coming)\s+(?:week|weekend|month|"
    + "|".join(n for n in WEEKDAYS if len(n) > 4)
    + r")|(?<!la )(?<!esta )mañana|esta noche|(?:este|el próximo|el proximo)\s+(?:lunes|martes|miércoles|"
    r"miercoles|jueves|viernes|"
    r"sábado|sabado|domingo)|la (?:próxima|proxima) semana|la semana que viene)\b",
    re.IGNORECASE,
)
_RANGE_END = re.compile(
    r"\s*(?:-|–|—|\+|&|to|and|through|y|al?)\s*(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*[:/.]\d|\s*[ap]\.?m)"
    r"(?:,?\s+(?P<y>20\d\d)\b)?"
)
_CAPITAL_ONLY = frozenset(
    {"sat", "sun", "wed", "mon", "mar", "may", "thu", "fri", "vie", "sab", "dom", "lun", "mie", "jue"}
)


@dataclass(frozen=True)
class DateSlot:
    """A date as far as it was written; `month` 0 means a weekday alone, or with the day of a month not named."""

    month: int
    day: int
    year: int | None
    weekday: int | None
    start: int
    end: int
    text: str

    def resolve(self, today: date) -> date | None:
        """The day meant: the year as written, else the one closest ahead (90 days of past allowed)."""
        if not self.month:
            return None
        years = [self.year] if self.year else [today.year - 1, today.year, today.year + 1]
        days = [day for day in (_day(y, self.month, self.day) for y in years) if day]
        if not self.year:
            days = [d for d in days if d >= today - timedelta(days=90)]
        return min(days, default=None)


@lru_cache(4096)
def find(text: str) -> tuple[DateSlot, ...]:
    """All dates in reading order; a longer reading wins over one inside it. Many checks read the same sentence."""
    taken: list[tuple[int, int]] = []
    slots = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            slot = _slot(match)
            if slot and not any(a < slot.end and slot.start < b for a, b in taken):
                taken.append((slot.start, slot.end))
                slots.append(slot)
    ends = [more for slot in slots for more in _range_end(text, slot)]
    slots += [more for more in ends if not any(a < more.end and more.start < b for a, b in taken)]
    return tuple(sorted(slots, key=lambda slot: slot.start))


def no_such_day(text: str, *, in_words: bool = False) -> str:
    """'November 31' and '2026-02-30': what is written as a day and is none; or ''.

    With `in_words` only where a month is named and the figure is no other's: in free words '24/48' may be a shift, and
    'Local 31 April meeting' or 'in April 31 members' tells of no day.
    """
    known = [slot for slot in find(text) if slot.month]
    for match in (m for pattern in _PATTERNS for m in pattern.finditer(text)):
        parts = match.groupdict()
        named = any(parts.get(name) for name in ("m", "es", "j"))
        is_known = any(slot.start < match.end() and match.start() < slot.end for slot in known)
        in_doubt = in_words and (not named or _is_anothers(match))
        if parts.get("d") and not is_known and not in_doubt and not _slot(match):
            return match.group()
    figures = () if in_words else _FIGURES.finditer(text)
    return next((match.group() for match in figures if not _some_day(match)), "")


def _is_anothers(match: re.Match[str]) -> bool:
    """Whether the figure beside a month numbers what stands before it or counts what comes behind it."""
    before = match.string[: match.start()]
    parts = match.groupdict()
    if parts.get("w") or parts.get("y"):
        return False
    if match.group()[0].isdigit():
        return _NUMBERED.search(before) is not None
    return _IN_MONTH.search(before) is not None or match.group().startswith(("may", "march"))


_NUMBERED = re.compile(
    r"(?:\b(?:local|lodge|council|branch|chapter|unit|district|distrito|region|zone|division|department|dept|station|route|"
    r"line|gate|room|building|suite|floor|ward|school|terminal|pier|plant|no|number|n[úu]mero)\.? +#?|#)$",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(r"\b(?:in|during|this|last|each|every|en|durante)\s+$", re.IGNORECASE)


def _some_day(match: re.Match[str]) -> bool:
    """Whether the figures are a day, whichever of the two is the month; a year that leads is followed by the month."""
    year, a, b = int(match["y1"] or match["y2"]), int(match["a"]), int(match["b"])
    return bool(_day(year, a, b) or (not match["y1"] and _day(year, b, a)))


def _range_end(text: str, slot: DateSlot) -> Iterator[DateSlot]:
    """The second day of 'November 24-26' or 'Nov. 24 and 25'."""
    match = _RANGE_END.match(text, slot.end)
    if slot.month and match and _day(slot.year or 2000, slot.month, int(match["d"])):
        start, year = match.start("d"), int(match["y"]) if match["y"] else slot.year
        yield DateSlot(slot.month, int(match["d"]), year, None, start, match.end(), text[start : match.end()])


def relatives(text: str) -> Iterator[re.Match[str]]:
    """Words that mean another day later; not where the date itself follows: 'this Friday, December 4'."""
    full = [slot for slot in find(text) if slot.month]
    for match in RELATIVE.finditer(text):
        if not any(slot.start < match.end() + 3 and match.start() < slot.end for slot in full):
            yield match


def _slot(match: re.Match[str]) -> DateSlot | None:
    parts = match.groupdict()
    weekday = WEEKDAYS[parts["w"].lower()] if parts.get("w") else None
    month = _month(parts)
    if month is None or not _plausible(match.group(), parts):
        return None
    day = _number(parts.get("d") or parts.get("only") or "0")
    year = int(parts["y"]) if parts.get("y") else None
    if year is not None and year < 100:
        year += 2000
    if (month and not _day(year or 2000, month, day)) or day > 31:
        return None
    return DateSlot(month, day, year, weekday, match.start(), match.end(), match.group())


def _month(parts: dict[str, str | None]) -> int | None:
    """The month's number, 0 for a weekday alone, None when the digits name no month."""
    if name := parts.get("m"):
        return MONTHS[name.lower()]
    if name := parts.get("es") or parts.get("j"):
        return MONTHS.get(name.lower()) or _SHORT_ES[name.lower()]
    number = int(parts.get("n") or 0)
    if "n" in parts:
        return number if 1 <= number <= 12 else None
    return 0


def _number(text: str) -> int:
    return ORDINALS.get(text.lower()) or int(text.lower().rstrip("stndrh"))


def _plausible(text: str, parts: dict[str, str | None]) -> bool:
    """Words that are also names of days or months need their capital letter."""
    names = [name for name in (parts.get("m"), parts.get("w")) if name]
    lonely = len(names) == 1 and not parts.get("d")
    return not (lonely and names[0].lower() in _CAPITAL_ONLY and not names[0][0].isupper())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
