"""Rules in words, and lines of a count in words."""

import datetime

import pytest

from grievances import wording
from grievances.deadlines import calendars
from grievances.deadlines.anchors import CHOICES
from grievances.deadlines.counting import WORDS
from grievances.deadlines.silence import Silence


def test_every_anchor_silence_and_line_has_words():
    assert set(wording.ANCHORS) == set(CHOICES)
    assert set(wording.SILENCE) == set(Silence)
    assert set(wording.LINES) == set(WORDS) | {"extended", "abeyance"}


RULES = [
    (
        {"anchor_kind": "knowledge", "n": 15, "unit": "working_days"},
        "15 working days after the day the person learned of it. Not counted: Saturday, Sunday, federal holidays.",
    ),
    (
        {
            "anchor_kind": "event_date",
            "n": 1,
            "unit": "calendar_days",
            "direction": "before",
            "roll": "previous_business_day",
        },
        "1 calendar day before the day of the hearing, the panel or the event. A last day that is no business day moves to the one before.",
    ),
    (
        {
            "anchor_kind": "filed",
            "n": 10,
            "unit": "working_days",
            "weekend": [4, 5, 6],
            "holidays": "none",
            "count_first_day": True,
        },
        "10 working days after the day the step before was filed. Not counted: Friday, Saturday, Sunday. That day itself is day 1.",
    ),
]


@pytest.mark.parametrize(("written", "sentence"), RULES)
def test_a_rule_reads_as_a_sentence(written, sentence):
    assert wording.rule_sentence(written) == sentence


def test_caps_service_and_pauses_are_said():
    written = {"anchor_kind": "service", "n": 30, "service_add_days": 5, "yearly_pauses": ["christmas_to_new_year"], "cutoff_time": "17:00",
               "cap": {"anchor_kind": "incident", "n": 90}}  # fmt: skip
    sentence = wording.rule_sentence(written)
    for part in (
        "5 days are added",
        "stands still every year: from the last business day before Christmas",
        "Never later than 90 calendar days",
        "17:00",
    ):
        assert part in sentence


def test_a_stored_count_becomes_lines():
    (line,) = wording.count_lines([{"date": "2026-11-11", "n": None, "code": "holiday", "about": "Veterans Day"}])
    assert (line.date, line.why, line.counts) == (datetime.date(2026, 11, 11), "Veterans Day, not counted", False)


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("120 calendar_days after 2026-10-16 = 2027-02-16", "120 calendar days after Fri 16 Oct 2026: Tue 16 Feb 2027"),
        ("1 months before 2027-03-31", "1 month before Wed 31 Mar 2027"),
        ("Veterans Day", "Veterans Day"),
        ("5 fortnights after 2026-10-16", "5 fortnights after 2026-10-16"),
    ],
)
def test_a_limit_inside_a_count_is_said_in_words(about, words):
    (line,) = wording.count_lines([{"date": "2026-11-16", "n": None, "code": "cap_later", "about": about}])
    assert f"({words})" in line.why


def test_every_holiday_of_the_law_has_a_name_a_reader_can_have_translated():
    law = {holiday.name for holiday in calendars.federal_holidays(2029)} | set(calendars.ORDERED_CLOSURES.values())
    assert law | {"Inauguration Day"} == set(wording.NAMES)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("Veterans Day", "<Veterans Day>"),
        ("Independence Day, day in lieu", "<<Independence Day>, day in lieu>"),
        ("County fair", "County fair"),
        ("2026-07-04 is Independence Day", "Sat 4 Jul 2026 <is> <Independence Day>"),
        ("2026-07-12 is a Sunday", "<Sun 12 Jul 2026 is no business day>"),
        ("2026-12-24 to 2027-01-03", "Thu 24 Dec 2026 <to> Sun 3 Jan 2027"),
    ],
)
def test_what_a_count_keeps_is_shown_in_the_language_of_the_reader(stored, shown, monkeypatch):
    """Every name goes through the catalogue: here one that puts what it is given into brackets."""
    said = {"%(day)s is %(name)s": "%(day)s <is> %(name)s", "%(first)s to %(last)s": "%(first)s <to> %(last)s"}
    monkeypatch.setattr(wording, "_", lambda text: said.get(text, f"<{text}>"))
    monkeypatch.setattr(wording, "NAMES", {name: f"<{name}>" for name in wording.NAMES})
    assert wording.named(stored) == shown


def test_a_date_that_something_else_moved_is_not_told_as_the_bare_count():
    written, start = {"anchor_kind": "filed", "n": 10, "unit": "working_days"}, datetime.date(2026, 11, 30)
    bare = wording.derivation(written, start, datetime.date(2026, 12, 14), [{"code": "counted"}])
    assert bare.endswith("Mon 30 Nov 2026: Mon 14 Dec 2026.")
    for code, said in (("extended", "agreed on another date"), ("paused", "stood still"), ("cap", "outer limit")):
        moved = wording.derivation(written, start, datetime.date(2026, 12, 30), [{"code": "counted"}, {"code": code}])
        assert said in moved and "30 Dec" not in moved


def test_days_in_a_line_of_a_count_are_written_as_the_reader_writes_them():
    (line,) = wording.count_lines(
        [{"date": "2026-12-01", "n": None, "code": "paused", "about": "2026-12-01 to 2026-12-10: Talks"}]
    )
    assert line.why == "the clock stands still (Tue 1 Dec 2026 to Thu 10 Dec 2026: Talks)"
    (line,) = wording.count_lines([{"date": "2026-12-30", "n": None, "code": "extended", "about": "2026-12-21"}])
    assert line.why.endswith("before that it was Mon 21 Dec 2026")
