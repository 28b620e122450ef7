"""Dates and weekdays as they are written in messages, in English and Spanish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

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
            "monday mon lunes",
            "tuesday tues tue martes",
            "wednesday weds wed miércoles miercoles",
            "thursday thurs thur thu jueves",
            "friday fri viernes",
            "saturday sat sábado sabado",
            "sunday sun domingo",
        )
    )
    for name in names.split()
}
# "may", "mar", "sat", "sun" and "wed" are also words, so alone they need a capital letter.
_WEEKDAY = r"(?P<{}>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")s?\b\.?"
_MONTH = r"(?P<{}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?:(?:,|,?\s+de[l]?)?\s+(?P<{}>(?:19|20)\d\d)\b)?"
_LEAD = r"(?:\b" + _WEEKDAY.format("{0}") + r",?\s+(?:the\s+|el\s+)?)?"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _LEAD.format("w") + r"\b(?P<y>(?:19|20)\d\d)-(?P<n>[01]\d)-(?P<d>[0-3]\d)\b",
        _LEAD.format("w") + r"\b" + _MONTH.format("m") + r"\s+" + _DAY.format("d") + _YEAR.format("y"),
        _LEAD.format("w") + r"\b" + _DAY.format("d") + r"\s+(?:of\s+|de\s+)?" + _MONTH.format("m") + _YEAR.format("y"),
        _LEAD.format("w") + r"(?<![\d./$-])(?P<n>[01]?\d)/(?P<d>[0-3]?\d)(?:/(?P<y>\d{4}|\d\d))?(?![\d/%])",
        r"\b" + _WEEKDAY.format("w"),
    )
)
RELATIVE = re.compile(
    r"\b(?:tomorrow|tonight|day after tomorrow|(?:next|this coming)\s+(?:week|month|"
    + "|".join(n for n in WEEKDAYS if len(n) > 4)
    + r")|mañana\b(?! por)|pasado mañana)\b",
    re.IGNORECASE,
)
_RANGE_END = re.compile(
    r"\s*(?:-|–|—|to|and|through|y|al?)\s*(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*[:/.]\d|\s*[ap]\.?m)"
)
_CAPITAL_ONLY = frozenset({"sat", "sun", "wed", "mon", "mar", "may", "thu", "fri"})


@dataclass(frozen=True)
class DateSlot:
    """A date as far as it was written; `month` 0 means a weekday alone."""

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


def find(text: str) -> list[DateSlot]:
    """All dates in reading order; a longer reading wins over one inside it."""
    taken: list[tuple[int, int]] = []
    slots = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            slot = _slot(match)
            if slot and not any(a < slot.end and slot.start < b for a, b in taken):
                taken.append((slot.start, slot.end))
                slots.append(slot)
    slots += [more for slot in slots for more in _range_end(text, slot)]
    return sorted(slots, key=lambda slot: slot.start)


def _range_end(text: str, slot: DateSlot) -> Iterator[DateSlot]:
    """The second day of 'November 24-26' or 'Nov. 24 and 25'."""
    match = _RANGE_END.match(text, slot.end)
    if slot.month and match and _day(slot.year or 2000, slot.month, int(match["d"])):
        start, end = match.span("d")
        yield DateSlot(slot.month, int(match["d"]), slot.year, None, start, end, match["d"])


def relatives(text: str) -> Iterator[re.Match[str]]:
    return RELATIVE.finditer(text)


def _slot(match: re.Match[str]) -> DateSlot | None:
    parts = match.groupdict()
    weekday = WEEKDAYS[parts["w"].lower()] if parts.get("w") else None
    month = _month(parts)
    if month is None or not _plausible(match.group(), parts):
        return None
    day = int(parts.get("d") or 0)
    year = int(parts["y"]) if parts.get("y") else None
    if year is not None and year < 100:
        year += 2000
    if month and not _day(year or 2000, month, day):
        return None
    return DateSlot(month, day, year, weekday, match.start(), match.end(), match.group())


def _month(parts: dict[str, str | None]) -> int | None:
    """The month's number, 0 for a weekday alone, None when the digits name no month."""
    if name := parts.get("m"):
        return MONTHS[name.lower()]
    number = int(parts.get("n") or 0)
    if "n" in parts:
        return number if 1 <= number <= 12 else None
    return 0


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
