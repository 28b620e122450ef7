"""Days on which a clock stands still: agreed abeyance, and stretches a contract takes out of every year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from grievances.deadlines.calendars import DAY, Calendar, in_lieu

CHRISTMAS_TO_NEW_YEAR = "christmas_to_new_year"


@dataclass(frozen=True)
class Pause:
    """Days that do not count, both ends included."""

    start: date
    end: date
    why: str = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"the pause ends ({self.end}) before it starts ({self.start})")

    def covers(self, day: date) -> bool:
        return self.start <= day <= self.end


def _next_working(calendar: Calendar, day: date) -> date:
    day += DAY
    while not calendar.is_working(day):
        day += DAY
    return day


def christmas_pause(year: int, calendar: Calendar) -> Pause:
    """From the last business day before observed Christmas until the first business day after observed New Year, which
    counts again.
    """
    start = calendar.working_days_before(in_lieu(date(year, 12, 25)), 1)
    end = _next_working(calendar, in_lieu(date(year + 1, 1, 1))) - DAY
    return Pause(start, end, f"{start} to {end}, every year at Christmas and New Year")


def _day_of_year(year: int, text: str) -> date:
    month, day = (int(part) for part in text.split("-"))
    if (month, day) == (2, 29):
        return date(year, 3, 1) - DAY
    return date(year, month, day)


@lru_cache(maxsize=512)
def yearly_pause(written: str, year: int, calendar: Calendar) -> Pause:
    """`christmas_to_new_year`, or `MM-DD..MM-DD`, which may run over New Year. Raises ValueError."""
    if written == CHRISTMAS_TO_NEW_YEAR:
        return christmas_pause(year, calendar)
    first, _, last = written.partition("..")
    try:
        start, end = _day_of_year(year, first), _day_of_year(year, last)
    except ValueError:
        raise ValueError(f"{written!r} must be {CHRISTMAS_TO_NEW_YEAR} or MM-DD..MM-DD") from None
    if end < start:
        end = _day_of_year(year + 1, last)
    if (end - start).days >= 364:
        raise ValueError(f"{written!r} stops the clock the whole year")
    return Pause(start, end, f"{start} to {end}, every year")


def yearly_pauses(written: tuple[str, ...], day: date, calendar: Calendar) -> Iterator[Pause]:
    """The yearly stretches that may hold the day: those that begin in its year or ran into it from the year before."""
    for text in written:
        for year in (day.year - 1, day.year):
            if MINYEAR < year < MAXYEAR:
                yield yearly_pause(text, year, calendar)
