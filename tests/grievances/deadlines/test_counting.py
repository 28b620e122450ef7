"""Counting: given vectors, golden dates, and properties that hold for every rule."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grievances.deadlines.counting import OutOfCalendarError, add_months, alarm_days, count, internal_target
from grievances.deadlines.reading import parse_rule
from grievances.deadlines.rule import Rule, Unit
from grievances.deadlines.vectors import compute, compute_all
from tests.grievances.deadlines import plain_counter

GOLDEN = json.loads(Path(__file__).with_name("golden_dates.json").read_text(encoding="utf-8"))
DAYS = st.dates(min_value=date(1979, 1, 1), max_value=date(2090, 1, 1))


def due(**rule):
    return compute({"id": "x", "rule": rule})["due"]


def test_given_vectors_are_right(shared):
    document = json.loads((shared / "data/deadlines/vectors.json").read_text(encoding="utf-8"))
    expected = {v["id"]: v["expected"] for v in document["vectors"]}
    assert {made["id"]: made["due"] for made in compute_all(document).rows} == expected


def test_golden_dates_agree_with_the_plain_counter():
    assert len(GOLDEN) >= 1000
    wrong = [g for g in GOLDEN if due(**g["rule"]) != g["due"]]
    assert wrong == []


def test_vectors_with_events_windows_pauses_and_zones_agree_with_a_count_made_elsewhere():
    """Dated by a program of its own that shares no line with this one: days walked one by one, moments scanned."""
    vectors = json.loads(Path(__file__).with_name("golden_vectors.json").read_text(encoding="utf-8"))
    answers = compute_all(vectors)
    assert len(vectors) >= 200 and not answers.refused
    made = {row["id"]: row for row in answers.rows}
    wrong = [v["id"] for v in vectors if any(made[v["id"]][key] != value for key, value in v["wanted"].items())]
    assert wrong == []


WORKED = [
    ({"anchor": "2026-11-02", "n": 15, "unit": "working_days"}, "2026-11-24"),
    (
        {"anchor": "2025-12-01", "n": 25, "unit": "working_days", "holidays": "us_federal+ordered_closures"},
        "2026-01-09",
    ),
    ({"anchor": "2026-08-26", "n": 10, "unit": "working_days", "weekend": [4, 5, 6]}, "2026-09-15"),
    ({"anchor": "2026-09-15", "n": 13, "unit": "working_days", "direction": "before"}, "2026-08-26"),
    (
        {
            "anchor": "2025-12-10",
            "n": 30,
            "unit": "calendar_days",
            "roll": "next_business_day",
            "tolling": [["2025-12-24", "2026-01-01"]],
        },
        "2026-01-20",
    ),
    (
        {
            "anchor": "2026-03-10",
            "n": 45,
            "unit": "calendar_days",
            "roll": "next_business_day",
            "cap": {"anchor": "2026-01-05", "n": 90, "unit": "calendar_days", "roll": "next_business_day"},
        },
        "2026-04-06",
    ),
    (
        {"anchor": "1988-06-09", "n": 10, "unit": "calendar_days", "roll": "next_business_day", "service_add_days": 5},
        "1988-06-27",
    ),
    ({"anchor": "2027-06-30", "n": 5, "unit": "fy_month_day", "day": 15, "roll": "next_business_day"}, "2027-11-15"),
    ({"anchor": "2028-02-29", "n": 1, "unit": "years"}, "2029-02-28"),
    ({"anchor": "2027-08-31", "n": 6, "unit": "months"}, "2028-02-29"),
]


@pytest.mark.parametrize(("rule", "expected"), WORKED)
def test_worked_examples_of_the_field(rule, expected):
    assert due(**rule) == expected


def test_count_names_each_day_that_does_not_count():
    made = compute({"id": "x", "rule": {"anchor": "2026-11-06", "n": 4, "unit": "working_days"}})
    assert [(line["date"], line["n"], line["why"]) for line in made["count"]] == [
        ("2026-11-06", None, "trigger day, not counted"),
        ("2026-11-07", None, "Saturday, not a working day"),
        ("2026-11-08", None, "Sunday, not a working day"),
        ("2026-11-09", 1, "day 1"),
        ("2026-11-10", 2, "day 2"),
        ("2026-11-11", None, "Veterans Day, not counted"),
        ("2026-11-12", 3, "day 3"),
        ("2026-11-13", 4, "day 4"),
    ]


def test_first_day_counts_only_when_it_is_a_working_day():
    saturday = {"anchor": "2026-11-07", "n": 2, "unit": "working_days", "count_first_day": True}
    assert due(**saturday) == "2026-11-10"
    assert due(**saturday | {"anchor": "2026-11-09"}) == "2026-11-10"


def test_holidays_move_a_calendar_count_only_when_it_rolls():
    rule = {"anchor": "2026-06-05", "n": 28, "unit": "calendar_days"}
    assert due(**rule) == "2026-07-03"
    assert due(**rule, roll="next_business_day") == "2026-07-06"
    assert due(**rule, roll="next_business_day", holidays="none") == "2026-07-03"
    assert due(**rule, roll="previous_business_day") == "2026-07-02"


def test_due_date_never_falls_inside_a_pause():
    rule = {
        "anchor": "2026-02-02",
        "n": 5,
        "unit": "calendar_days",
        "roll": "next_business_day",
        "tolling": [["2026-02-09", "2026-02-13"]],
    }
    assert (
        due(**rule) == "2026-02-17"
    )  # day 5 is Saturday the 7th; the pause ends on Friday the 13th; Monday is a holiday


def test_cap_keeps_its_own_calendar_and_roll():
    rule = {"anchor": "2026-04-08", "n": 11, "unit": "working_days", "roll": "next_business_day"}
    assert due(**rule, cap={"anchor": "2026-01-12", "n": 90, "unit": "calendar_days"}) == "2026-04-12"


def test_window_gives_both_ends():
    rule = {"anchor": "2027-06-30", "n": 60, "unit": "calendar_days", "direction": "before", "kind": "window"}
    made = compute(
        {
            "id": "w",
            "rule": rule
            | {"opens": {"anchor": "2027-06-30", "n": 105, "unit": "calendar_days", "direction": "before"}},
        }
    )
    assert (made["opens"], made["due"]) == ("2027-03-17", "2027-05-01")


def test_count_refuses_to_leave_the_calendar():
    with pytest.raises(OutOfCalendarError):
        count(Rule(date(9999, 12, 1), 60))
    with pytest.raises(OutOfCalendarError):
        count(Rule(date(9999, 12, 1), 60, Unit.MONTHS))


def test_internal_target_is_two_working_days_earlier():
    rule = parse_rule({"anchor": "2026-11-02", "n": 15, "unit": "working_days"})
    assert internal_target(rule, date(2026, 11, 30)) == date(2026, 11, 25)
    assert internal_target(rule, date(2026, 11, 3)) == date(2026, 11, 2)
    assert internal_target(rule, date(2026, 10, 1)) == date(2026, 10, 1), "a cap had run out before the clock began"


def test_alarms_come_at_half_time_and_in_the_last_week():
    rule = parse_rule({"anchor": "2026-11-02", "n": 15, "unit": "working_days"})
    assert alarm_days(rule, date(2026, 11, 24)) == tuple(date(2026, 11, d) for d in (13, 17, 20, 23, 24))


@given(anchor=DAYS, n=st.integers(0, 400))
def test_calendar_days_are_plain_addition(anchor, n):
    assert count(Rule(anchor, n)).due == anchor + timedelta(days=n)


@given(anchor=DAYS, n=st.integers(1, 200), more=st.integers(0, 50))
def test_more_days_never_give_an_earlier_date(anchor, n, more):
    short, long = (count(Rule(anchor, k, Unit.WORKING_DAYS)).due for k in (n, n + more))
    assert short <= long


@given(anchor=DAYS, n=st.integers(1, 120))
def test_every_working_day_between_is_counted_once(anchor, n):
    made = count(Rule(anchor, n, Unit.WORKING_DAYS))
    assert [line.n for line in made.counted] == list(range(1, n + 1))
    days = [line.date for line in made.lines]
    assert days == [anchor + timedelta(days=i) for i in range(len(days))]
    assert days[-1] == made.due


@given(anchor=DAYS, months=st.integers(-600, 600))
def test_months_keep_the_day_or_clamp(anchor, months):
    moved = add_months(anchor, months)
    assert moved.day == anchor.day or (moved.day < anchor.day and (moved + timedelta(days=1)).day == 1)


WRITTEN = st.fixed_dictionaries(
    {
        "anchor": DAYS.map(date.isoformat),
        "n": st.integers(1, 90),
        "unit": st.sampled_from(["calendar_days", "working_days", "months"]),
    },
    optional={
        "roll": st.sampled_from(["none", "next_business_day", "previous_business_day"]),
        "direction": st.sampled_from(["after", "before"]),
        "count_first_day": st.booleans(),
        "weekend": st.sampled_from([[5, 6], [4, 5, 6], [6], []]),
        "holidays": st.sampled_from(["us_federal", "none", "us_federal+ordered_closures"]),
        "service_add_days": st.integers(0, 7),
    },
)


@given(rule=WRITTEN, pause=st.integers(0, 60), length=st.integers(0, 60))
@settings(max_examples=150)
def test_engine_and_plain_counter_agree_on_any_rule(rule, pause, length):
    start = date.fromisoformat(rule["anchor"]) + timedelta(days=pause)
    paused = rule | {"tolling": [[start.isoformat(), (start + timedelta(days=length)).isoformat()]]}
    for written in (rule, paused):
        made = compute({"id": "p", "rule": written})
        assert made["due"] == plain_counter.due(written).isoformat()
        assert made["count"][-1]["date"] == made["due"]
