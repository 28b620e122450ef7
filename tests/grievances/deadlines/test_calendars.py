"""Calendars: the federal list of any year, days in lieu, closures by choice, an employer's own days."""

import json
from datetime import date

import pytest

from grievances.deadlines.calendars import Calendar, federal_holidays, inauguration_day
from tests.grievances.deadlines import plain_counter


def test_federal_holidays_match_the_published_days(shared):
    published = json.loads((shared / "data/formats/federal_holidays_2025_2027.json").read_text(encoding="utf-8"))[
        "holidays"
    ]
    made = {
        (h.name, h.day.isoformat(), h.observed.isoformat())
        for year in range(2025, 2029)
        for h in federal_holidays(year)
    }
    assert {(h["name"], h["statutory_date"], h["observed_mon_fri"]) for h in published} <= made


@pytest.mark.parametrize("year", range(1979, 2061))
def test_federal_holidays_match_a_search_in_the_printed_month(year):
    days = [date.fromordinal(n) for n in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)]
    calendar = Calendar()
    assert [d for d in days if calendar.holiday(d)] == [d for d in days if d in plain_counter.federal(year)]


def test_new_years_day_may_be_observed_in_the_year_before():
    assert Calendar().holiday(date(2027, 12, 31)) == "New Year's Day, day in lieu"
    assert not Calendar().holiday(date(2026, 12, 31))


def test_columbus_and_martin_luther_king_days_start_with_their_law():
    names = {year: {h.name for h in federal_holidays(year)} for year in (1970, 1971, 1985, 1986, 2020, 2021)}
    assert "Columbus Day" not in names[1970] and "Columbus Day" in names[1971]
    assert not any("King" in name for name in names[1985]) and any("King" in name for name in names[1986])
    assert not any("Juneteenth" in name for name in names[2020]) and any("Juneteenth" in name for name in names[2021])


def test_veterans_day_was_in_october_for_seven_years():
    veterans = {y: next(h.day for h in federal_holidays(y) if h.name == "Veterans Day") for y in (1970, 1975, 1978)}
    assert veterans == {1970: date(1970, 11, 11), 1975: date(1975, 10, 27), 1978: date(1978, 11, 11)}


def test_ordered_closures_count_only_when_chosen():
    christmas_eve = date(2025, 12, 24)
    assert Calendar().is_working(christmas_eve)
    assert not Calendar(ordered=True).is_working(christmas_eve)


def test_inauguration_day_is_local_and_off_by_default():
    assert inauguration_day(2029) == date(2029, 1, 20)
    assert inauguration_day(2013) == date(2013, 1, 21)
    assert inauguration_day(2027) is None
    monday = date(2013, 1, 21)
    assert Calendar(federal=False).is_working(monday)
    assert not Calendar(federal=False, inauguration=True).is_working(monday)


def test_employers_own_list_adds_and_takes_away():
    own = Calendar(own=((date(2026, 11, 27), "Day after Thanksgiving"),), worked=frozenset({date(2026, 10, 12)}))
    assert own.holiday(date(2026, 11, 27)) == "Day after Thanksgiving"
    assert own.is_working(date(2026, 10, 12))


def test_a_week_needs_a_working_day():
    with pytest.raises(ValueError, match="working day"):
        Calendar(weekend=frozenset(range(7)))


def test_working_days_between_counts_the_last_day():
    assert Calendar().working_days_between(date(2026, 11, 2), date(2026, 11, 24)) == 15


def test_a_holiday_on_a_worked_saturday_or_sunday_stays_there_and_counts_once():
    six_days, seven_days = Calendar(weekend=frozenset({6})), Calendar(weekend=frozenset())
    assert six_days.holiday(date(2026, 7, 4)) and not six_days.holiday(date(2026, 7, 3))
    assert seven_days.holiday(date(2027, 7, 4)) and not seven_days.holiday(date(2027, 7, 5))
    assert six_days.holiday(date(2027, 7, 5)), "a Sunday off moves to Monday"
