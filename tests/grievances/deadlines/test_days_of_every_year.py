"""Holidays that an agreement names, for every year: which day they are, how they are written, what they move."""

from datetime import date, timedelta

import pytest

from grievances.deadlines.calendars import day_of_every_year, easter, federal_holidays
from grievances.deadlines.counting import count
from grievances.deadlines.reading import BadRuleError, parse_calendar, parse_rule

# Sundays of Easter as the Nautical Almanac Office of the US Naval Observatory lists them.
EASTERS = [date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2019, 4, 21), date(2024, 3, 31)]
EASTERS += [date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25), date(2049, 4, 18)]


def left_out(year: int, *days: str) -> list[date]:
    kept = parse_calendar([{"every_year": day} for day in days], [], "rule.")
    first = date(year, 1, 1)
    return [day for day in (first + timedelta(days=n) for n in range(366)) if day.year == year and kept.holiday(day)]


def test_easter_is_the_sunday_of_the_almanac() -> None:
    assert [easter(day.year) for day in EASTERS] == EASTERS


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Thanksgiving Day", date(2026, 11, 26)),
        ("Thanksgiving", date(2026, 11, 26)),
        ("the Friday after Thanksgiving", date(2026, 11, 27)),
        ("Day after Thanksgiving", date(2026, 11, 27)),
        ("New Year's Day", date(2026, 1, 1)),
        ("Martin Luther King, Jr. Day", date(2026, 1, 19)),
        ("Martin Luther King Jr.'s Birthday", date(2026, 1, 19)),
        ("Presidents’ Day", date(2026, 2, 16)),
        ("Good Friday", date(2026, 4, 3)),
        ("Memorial Day", date(2026, 5, 25)),
        ("Juneteenth", date(2026, 6, 19)),
        ("Independence Day (July 4)", date(2026, 7, 4)),
        ("July 4th", date(2026, 7, 4)),
        ("December 25", date(2026, 12, 25)),
        ("Indigenous Peoples' Day", date(2026, 10, 12)),
        ("Veterans' Day", date(2026, 11, 11)),
        ("12-24", date(2026, 12, 24)),
        ("New Year's Eve", date(2026, 12, 31)),
    ],
)
def test_a_holiday_is_told_by_the_name_an_agreement_gives_it(written: str, day: date) -> None:
    assert left_out(2026, written) == [day]


@pytest.mark.parametrize("written", ["soon", "13-01", "02-30", "Founders' Day", "a day", "", "July", "July 40"])
def test_what_is_no_day_of_every_year_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day_of_every_year(written)
    with pytest.raises(BadRuleError) as caught:
        parse_calendar([{"every_year": written}], [5, 6], "rule.")
    assert caught.value.key == "rule.holidays[0].every_year"


@pytest.mark.parametrize("year", range(2021, 2061))
def test_the_names_of_the_federal_holidays_give_their_own_days_in_any_year(year: int) -> None:
    """The day itself and no day in lieu: which day is kept for a weekend each agreement says for itself."""
    holidays = federal_holidays(year)
    assert left_out(year, *(each.name for each in holidays)) == sorted(each.day for each in holidays)


def test_a_leap_day_comes_in_leap_years_only() -> None:
    assert left_out(2028, "02-29") == [date(2028, 2, 29)]
    assert left_out(2027, "02-29") == []


def test_six_holidays_of_an_agreement_are_left_out_and_the_other_federal_ones_are_counted() -> None:
    """15 working days from Monday 2 November 2026: Veterans Day is worked, Thanksgiving is not."""
    named = ["New Year's Day", "Memorial Day", "July 4", "Labor Day", "Thanksgiving Day", "December 25"]
    rule = {"anchor": "2026-11-10", "n": 15, "unit": "working_days", "holidays": [{"every_year": day} for day in named]}
    assert count(parse_rule(rule)).due == date(2026, 12, 2)
    assert count(parse_rule(rule | {"holidays": "us_federal"})).due == date(2026, 12, 3)
    assert count(parse_rule(rule | {"holidays": "none"})).due == date(2026, 12, 1)
