"""Filing: cut-off hours and daylight saving in the local's zone."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from grievances.deadlines.filing import FiledMeans, counts_as_filed_on, filing_day, last_instant

EAST = ZoneInfo("America/New_York")


def test_last_instant_follows_daylight_saving():
    assert last_instant(date(2026, 3, 7), EAST, time(23, 59)) == datetime(2026, 3, 8, 4, 59, tzinfo=UTC)
    assert last_instant(date(2026, 3, 8), EAST, time(23, 59)) == datetime(2026, 3, 9, 3, 59, tzinfo=UTC)


def test_an_hour_that_comes_twice_ends_the_second_time():
    assert last_instant(date(2026, 11, 1), EAST, time(1, 30)) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_an_hour_that_never_comes_ends_after_the_skip():
    assert last_instant(date(2026, 3, 8), EAST, time(2, 30)) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


def test_after_the_cut_off_an_act_belongs_to_the_next_day():
    five = datetime(2026, 6, 1, 21, 0, tzinfo=UTC)
    assert counts_as_filed_on(five, EAST, time(17, 0)) == date(2026, 6, 1)
    assert counts_as_filed_on(five.replace(minute=1), EAST, time(17, 0)) == date(2026, 6, 2)
    assert counts_as_filed_on(datetime(2026, 6, 2, 3, 59, tzinfo=UTC), EAST) == date(2026, 6, 1)


def test_each_contract_says_which_day_counts_as_filed():
    days = {"sent": date(2026, 6, 1), "postmarked": date(2026, 6, 2), "received": date(2026, 6, 4)}
    assert [filing_day(m, **days).day for m in (FiledMeans.SENT, FiledMeans.POSTMARK, FiledMeans.RECEIPT)] == [1, 2, 4]
    assert filing_day(FiledMeans.RECEIPT, sent=date(2026, 6, 1)) is None
