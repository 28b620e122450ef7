"""Days on which a clock stands still: agreed abeyance, and stretches a contract takes out of every year."""

from datetime import date

from grievances.deadlines.calendars import DAY, Calendar, in_lieu
from grievances.deadlines.rule import Pause

CHRISTMAS_TO_NEW_YEAR = "christmas_to_new_year"


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


def yearly_pauses(written: list[str], around: date, calendar: Calendar, years: int = 6) -> tuple[Pause, ...]:
    """The yearly stretches from the year before `around` on, for as many years as a case may reasonably live."""
    span = range(around.year - years, around.year + years + 1)
    return tuple(yearly_pause(text, year, calendar) for text in written for year in span)
