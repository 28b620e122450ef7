"""Limits: the first day comes from the dates of the case; yearly pauses and caps follow; statutes stand beside."""

from datetime import date

import pytest

from grievances.deadlines.anchors import Event, choose
from grievances.deadlines.calendars import Calendar
from grievances.deadlines.limits import Limit, check_limit
from grievances.deadlines.pauses import Pause, christmas_pause, yearly_pause
from grievances.deadlines.reading import BadRuleError
from grievances.deadlines.silence import EFFECTS, Silence, effect
from grievances.deadlines.statutes import STATUTES, by_key, for_sector

JUNE = {Event.ANSWER_DUE: date(2026, 6, 16), Event.ANSWERED: date(2026, 6, 18)}
COUNTY = {
    "anchor_kind": "knowledge",
    "n": 45,
    "unit": "calendar_days",
    "roll": "next_business_day",
    "yearly_pauses": ["christmas_to_new_year"],
    "cap": {"anchor_kind": "incident", "n": 90, "unit": "calendar_days", "roll": "next_business_day"},
}


def test_earlier_of_due_and_received_governs():
    assert choose("answer_due_or_received_earlier", JUNE).day == date(2026, 6, 16)
    assert choose("answer_due_or_received_later", JUNE).event is Event.ANSWERED
    assert choose("issuance_else_answer_due", JUNE, offset_days=1).day == date(2026, 6, 17)


def test_cap_runs_from_its_own_event():
    events = {Event.INCIDENT: date(2026, 1, 5), Event.KNOWLEDGE: date(2026, 3, 10)}
    assert Limit(COUNTY).count(events).due == date(2026, 4, 6)
    assert Limit(COUNTY).count({Event.KNOWLEDGE: date(2026, 3, 10)}).due == date(2026, 4, 24)


def test_yearly_pause_stops_the_clock_at_christmas():
    letter = {
        "anchor_kind": "receipt",
        "n": 30,
        "roll": "next_business_day",
        "yearly_pauses": ["christmas_to_new_year"],
    }
    assert Limit(letter).count({Event.RECEIPT: date(2025, 12, 10)}).due == date(2026, 1, 20)


def test_christmas_pause_uses_observed_days():
    pause = christmas_pause(
        2027, Calendar()
    )  # Christmas on a Saturday, New Year 2028 on a Saturday: both observed on Friday
    assert (pause.start, pause.end) == (date(2027, 12, 23), date(2028, 1, 2))


def test_yearly_pause_may_run_over_new_year_and_from_leap_day():
    assert yearly_pause("12-20..01-05", 2026, Calendar()).end == date(2027, 1, 5)
    assert yearly_pause("02-29..03-02", 2027, Calendar()).start == date(2027, 2, 28)


def test_agreed_pause_adds_to_yearly_ones():
    limit = Limit({"anchor_kind": "receipt", "n": 30})
    assert limit.count({Event.RECEIPT: date(2026, 2, 2)}, (Pause(date(2026, 2, 12), date(2026, 3, 31)),)).due == date(
        2026, 4, 21
    )


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ({"n": 5}, "anchor_kind"),
        ({"anchor_kind": "incident"}, "n"),
        ({"anchor_kind": "incident", "n": 5, "silence": "shrug"}, "silence"),
        ({"anchor_kind": "incident", "n": 5, "yearly_pauses": ["summer"]}, "yearly_pauses"),
        ({"anchor_kind": "incident", "n": 5, "cap": {"n": 5}}, "cap.anchor_kind"),
        ({"anchor_kind": "incident", "n": 5, "cap": {"anchor_kind": "incident", "n": "x"}}, "cap.n"),
    ],
)
def test_a_limit_that_cannot_be_a_rule_is_refused(written, key):
    with pytest.raises(BadRuleError) as raised:
        check_limit(written)
    assert raised.value.key == key


def test_all_seven_effects_of_silence_are_known():
    assert len(Silence) == 7 and set(EFFECTS) == set(Silence)
    assert effect(Silence.SUSTAINED_NO_PRECEDENT).decided and not effect(Silence.SUSTAINED_NO_PRECEDENT).precedent
    assert effect(Silence.AUTO_ADVANCE_MUST_FILE).our_clock and effect(Silence.AUTO_ADVANCE_MUST_FILE).moves


def test_statutes_follow_the_sector_and_name_their_source():
    inside_the_union = {"internal_exhaustion", "dol_after_decision", "dol_no_decision"}
    private = {"nlrb_charge", "flsa_claim", "flsa_willful"} | inside_the_union
    assert {s.key for s in for_sector("private")} == private
    assert {s.key for s in STATUTES if s.matters == ("election",)} == inside_the_union
    assert all(s.source and s.as_of for s in STATUTES)
    assert by_key("flra_ulp").limit.count({Event.INCIDENT: date(2026, 8, 31)}).due == date(2027, 2, 28)
    mailed = by_key("award_exceptions").limit.with_service_days(5)
    assert mailed.count({Event.SERVICE: date(2026, 5, 1)}).due == date(2026, 6, 8)


def test_what_may_be_done_only_after_120_days_waits_until_they_have_passed():
    filed = {Event.FILED: date(2026, 1, 1)}
    for key in ("mixed_case", "osc_no_answer"):
        assert by_key(key).limit.count(filed).due == date(2026, 5, 2)
    assert by_key("back_pay").limit.count({Event.INCIDENT: date(2026, 3, 1)}).due == date(2032, 3, 1)


def test_figures_not_read_in_their_source_are_marked():
    assert {s.key for s in STATUTES if s.check} == {"mspb_appeal", "osc_ira", "flsa_claim", "flsa_willful"}
