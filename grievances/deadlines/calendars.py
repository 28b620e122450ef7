"""Which days are working days: weekends, federal holidays of any year, ordered closures, an employer's own list."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
DAY = timedelta(days=1)

# Closures by order of the President (5 USC 6103(b)): whether a contract counts them as holidays is a choice of each
# rule.
ORDERED_CLOSURES: dict[date, str] = {
    date(2025, 1, 9): "National Day of Mourning",
    date(2025, 12, 24): "Christmas Eve closure",
    date(2025, 12, 26): "Day after Christmas closure",
}


@dataclass(frozen=True)
class Holiday:
    name: str
    day: date
    observed: date


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def last_weekday(year: int, month: int, weekday: int) -> date:
    last = date(year, month + 1, 1) - DAY
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def in_lieu(day: date) -> date:
    """Saturday moves to Friday by 5 USC 6103(b)(1), Sunday to Monday by Executive Order 11582 section 3."""
    if day.weekday() == SAT:
        return day - DAY
    return day + DAY if day.weekday() == SUN else day


def _monday_law(year: int, new: date, old: date) -> date:
    """The Uniform Monday Holiday Act moved three days from 1971 on."""
    return new if year >= 1971 else old


def _veterans_day(year: int) -> date:
    return nth_weekday(year, 10, MON, 4) if 1971 <= year <= 1977 else date(year, 11, 11)


def _statutory(year: int) -> Iterator[tuple[str, date]]:
    """5 USC 6103(a), with the year each day entered the law."""
    yield "New Year's Day", date(year, 1, 1)
    if year >= 1986:
        yield "Birthday of Martin Luther King, Jr.", nth_weekday(year, 1, MON, 3)
    yield "Washington's Birthday", _monday_law(year, nth_weekday(year, 2, MON, 3), date(year, 2, 22))
    yield "Memorial Day", _monday_law(year, last_weekday(year, 5, MON), date(year, 5, 30))
    if year >= 2021:
        yield "Juneteenth National Independence Day", date(year, 6, 19)
    yield "Independence Day", date(year, 7, 4)
    yield "Labor Day", nth_weekday(year, 9, MON, 1)
    if year >= 1971:
        yield "Columbus Day", nth_weekday(year, 10, MON, 2)
    yield "Veterans Day", _veterans_day(year)
    yield "Thanksgiving Day", nth_weekday(year, 11, THU, 4)
    yield "Christmas Day", date(year, 12, 25)


@lru_cache(maxsize=512)
def federal_holidays(year: int) -> tuple[Holiday, ...]:
    """The holidays whose statutory date lies in `year`; the observed day may lie in the year before."""
    return tuple(Holiday(name, day, in_lieu(day)) for name, day in _statutory(year))


@lru_cache(maxsize=512)
def _federal_days(year: int, weekend: frozenset[int]) -> dict[date, str]:
    """Every holiday and day in lieu that falls in `year`. Where the holiday's own weekday is worked, nothing moves:
    5 USC 6103(b)(1) gives the Friday to those who work Monday to Friday, and nobody the same holiday twice.
    """
    near = [found for y in (year, year + 1) if MINYEAR < y < MAXYEAR for found in federal_holidays(y)]
    lieu = {h.observed: f"{h.name}, day in lieu" for h in near if h.day.weekday() in weekend}
    return {day: name for day, name in (lieu | {h.day: h.name for h in near}).items() if day.year == year}


# How agreements call a holiday of every year, letters only -> the name it is computed by.
ALIASES = {
    "newyears": "New Year's Day",
    "newyear": "New Year's Day",
    "martinlutherking": "Birthday of Martin Luther King, Jr.",
    "martinlutherkingjr": "Birthday of Martin Luther King, Jr.",
    "martinlutherkingjrs": "Birthday of Martin Luther King, Jr.",
    "mlk": "Birthday of Martin Luther King, Jr.",
    "martinlutherkingsbirth": "Birthday of Martin Luther King, Jr.",
    "martinlutherkingjrsbirth": "Birthday of Martin Luther King, Jr.",
    "birthdayofmartinlutherkingjr": "Birthday of Martin Luther King, Jr.",
    "presidents": "Washington's Birthday",
    "washingtonsbirth": "Washington's Birthday",
    "memorial": "Memorial Day",
    "juneteenth": "Juneteenth National Independence Day",
    "juneteenthnationalindependence": "Juneteenth National Independence Day",
    "independence": "Independence Day",
    "fourthofjuly": "Independence Day",
    "labor": "Labor Day",
    "columbus": "Columbus Day",
    "indigenouspeoples": "Columbus Day",
    "veterans": "Veterans Day",
    "thanksgiving": "Thanksgiving Day",
    "christmas": "Christmas Day",
    "dayafterthanksgiving": "Day after Thanksgiving",
    "fridayafterthanksgiving": "Day after Thanksgiving",
    "goodfri": "Good Friday",
    "christmaseve": "Christmas Eve",
    "newyearseve": "New Year's Eve",
}
MONTH_AND_DAY = re.compile(r"(\d\d)-(\d\d)")
DAY_IN_WORDS = re.compile(r"([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?")
MONTHS = [name.lower() for name in calendar.month_name]


def day_of_every_year(text: str) -> str:
    """'12-24' as it is, 'July 4' as '07-04', a holiday by the name it is computed by. Raises ValueError otherwise."""
    words = re.sub(r"\([^)]*\)", " ", text).strip()
    if (said := DAY_IN_WORDS.fullmatch(words)) and said[1].lower() in MONTHS:
        words = f"{MONTHS.index(said[1].lower()):02d}-{int(said[2]):02d}"
    if given := MONTH_AND_DAY.fullmatch(words):
        date(2024, int(given[1]), int(given[2]))
        return words
    letters = re.sub(r"[^a-z]", "", words.lower().removeprefix("the "))
    name = ALIASES.get(letters.removesuffix("day")) or ALIASES.get(letters)
    if name is None:
        raise ValueError(f"{text!r} is neither a month and day such as 12-24 nor the name of a holiday")
    return name


def easter(year: int) -> date:
    """Of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    century, of_century = divmod(year, 100)
    lunar = year % 19
    epact = (19 * lunar + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (lunar + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=512)
def _days_of_every_year(year: int, wanted: tuple[tuple[str, str], ...]) -> dict[date, str]:
    """The days themselves: none is moved from a weekend, since each agreement says another thing of that."""
    known = dict(_statutory(year))
    known |= {
        "Day after Thanksgiving": known["Thanksgiving Day"] + DAY,
        "Good Friday": easter(year) - 2 * DAY,
        "Christmas Eve": date(year, 12, 24),
        "New Year's Eve": date(year, 12, 31),
    }
    for key, _name in wanted:
        if given := MONTH_AND_DAY.fullmatch(key):
            missing = key == "02-29" and not calendar.isleap(year)
            known |= {} if missing else {key: date(year, int(given[1]), int(given[2]))}
    return {known[key]: name for key, name in wanted if key in known}


def inauguration_day(year: int) -> date | None:
    """5 USC 6103(c): only for the Washington area, every fourth year from 1965; a Sunday moves to Monday."""
    if year < 1965 or year % 4 != 1:
        return None
    day = date(year, 1, 20)
    return day + DAY if day.weekday() == SUN else day


@dataclass(frozen=True)
class Calendar:
    """The working days of one employer. `own` adds days, `worked` names holidays that are worked all the same."""

    weekend: frozenset[int] = frozenset({SAT, SUN})
    federal: bool = True
    ordered: bool = False
    inauguration: bool = False
    own: tuple[tuple[date, str], ...] = ()
    yearly: tuple[tuple[str, str], ...] = ()  # ("12-24" or the name of a holiday, what it is called)
    worked: frozenset[date] = frozenset()
    closed: dict[date, str] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        if len(self.weekend) > 6 or not self.weekend <= set(range(7)):
            raise ValueError("a week needs at least one working day, and weekdays go from 0 (Monday) to 6 (Sunday)")
        object.__setattr__(self, "closed", (ORDERED_CLOSURES if self.ordered else {}) | dict(self.own))

    def holiday(self, day: date) -> str:
        """The name of the holiday, or an empty text."""
        if day in self.worked:
            return ""
        if day in self.closed:
            return self.closed[day]
        if self.inauguration and day == inauguration_day(day.year):
            return "Inauguration Day"
        if self.yearly and (name := _days_of_every_year(day.year, self.yearly).get(day)):
            return name
        return _federal_days(day.year, self.weekend).get(day, "") if self.federal else ""

    def is_weekend(self, day: date) -> bool:
        return day.weekday() in self.weekend

    def is_working(self, day: date) -> bool:
        return not self.is_weekend(day) and not self.holiday(day)

    def working_days_before(self, day: date, n: int) -> date:
        """The n-th working day before `day`; `day` itself is never counted."""
        while n > 0:
            day -= DAY
            n -= self.is_working(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`."""
        return sum(self.is_working(start + timedelta(days=i)) for i in range(1, (end - start).days + 1))


MONDAY_TO_FRIDAY = Calendar()
