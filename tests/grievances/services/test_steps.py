"""Moving a case: the gate, filing, silence, extension, abeyance, undoing, closing."""

import datetime

import pytest
from django.utils.formats import date_format

from grievances import forums
from grievances.forms.deeds import ExtendForm
from grievances.models import Deadline, Grievance
from grievances.services import by_hand, cases, clocks, electing, silence, steps
from tests.grievances.conftest import ago
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

DAY = datetime.timedelta(days=1)


def filed(case, by, on=None, **more):
    gate = {"warned": True, "acknowledged_on": on or ago(0), "acknowledged_how": "by phone"} | more
    return steps.file_case(by=by, case=case, act=steps.Act(on=on or ago(0), means="e-mail"), **gate)


def running(case):
    return {d.title: d for d in Deadline.objects.filter(grievance=case, state__in=["running", "stopped"])}


def by_key(case, key):
    return case.procedure.steps.get(key=key)


def test_filing_passes_the_gate_and_starts_their_clock(case, steward):
    filed(case, steward)
    case.refresh_from_db()
    assert case.status == "open" and case.filed_on == today()
    assert set(running(case)) == {"Step 1 answer"}
    assert running(case)["Step 1 answer"].due == today() + 10 * DAY
    election = case.matter.elections.get()
    assert election.forum == "grievance" and election.irrevocable and election.acknowledged_on


def test_the_gate_cannot_be_skipped(case, steward):
    for gate, code in (({"warned": False}, "gate"), ({"acknowledged_on": None}, "not_acknowledged")):
        with pytest.raises(Problem) as raised:
            filed(case, steward, **gate)
        assert raised.value.code == code
    assert not Grievance.objects.get(pk=case.pk).filed_on


def test_a_charge_filed_first_closes_the_grievance(case, steward):
    electing.elect_forum(by=steward, matter=case.matter, forum="ulp", elected_on=ago(1), by_act="charge")
    with pytest.raises(Problem, match="7116"):
        filed(case, steward)


def test_a_grievance_filed_first_closes_the_charge(case, steward):
    filed(case, steward)
    with pytest.raises(Problem, match="closed"):
        electing.elect_forum(by=steward, matter=case.matter, forum="ulp", elected_on=ago(0), by_act="charge")


def test_private_sector_roads_stay_open(case, steward, unit):
    unit.sector = "private"
    unit.save()
    case.matter.unit.refresh_from_db()
    electing.elect_forum(by=steward, matter=case.matter, forum="nlrb", elected_on=ago(1), by_act="charge")
    filed(case, steward, acknowledged_on=None)
    assert case.matter.elections.count() == 2


def test_silence_starts_our_clock_by_itself(case, steward, bound):
    cases.change_matter(
        by=steward, matter=case.matter, version=1, values={"incident_on": ago(20), "knowledge_on": ago(20)}
    )
    filed(Grievance.objects.get(pk=case.pk), steward, on=ago(12))
    fresh = running(case)
    assert fresh["Step 2 appeal"].due == ago(2) + 10 * DAY
    assert fresh["Step 2 appeal"].reason and fresh["Step 1 answer"].due == ago(2)


def test_catching_up_after_days_of_silence_happens_once(case, steward, bound):
    filed(case, steward)
    Deadline.objects.filter(grievance=case, state="running").update(due=ago(1), count=[])
    case.step_records.update(on=ago(11))
    assert silence.catch_up(by=bound) >= 1
    before = Deadline.objects.count()
    assert silence.catch_up(by=bound) == 0 and Deadline.objects.count() == before
    assert running(case)["Step 2 appeal"].due == ago(1) + 10 * DAY


def test_an_answer_meets_their_clock_and_starts_ours(case, steward):
    filed(case, steward, on=ago(0))
    steps.record_step(by=steward, case=case, step=by_key(case, "1.answer"), act=steps.Act(on=ago(0), answer="denied"))
    assert set(running(case)) == {"Step 2 appeal"}
    assert case.deadlines.get(title="Step 1 answer", state="met").met_on == today()


def test_an_extension_keeps_the_old_date_and_moves_what_follows(case, steward):
    filed(case, steward)
    old = running(case)["Step 1 answer"]
    new = clocks.extend(
        by=steward, deadline=old, new_due=old.due + 7 * DAY, agreed_on=today(), agreed_with="Labor relations"
    )
    old.refresh_from_db()
    assert old.state == "superseded" and new.due == old.due + 7 * DAY and new.count[-1]["code"] == "extended"
    steps.record_step(by=steward, case=case, step=by_key(case, "1.answer"), act=steps.Act(on=ago(0)))
    assert running(case)["Step 2 appeal"].anchor_event == "answered"


def test_an_extension_must_be_later(case, steward):
    with pytest.raises(Problem, match="not after"):
        clock = case.deadlines.get()
        clocks.extend(by=steward, deadline=clock, new_due=clock.due, agreed_on=today(), agreed_with="x")


def test_abeyance_stops_the_clocks_and_its_end_moves_them(case, steward):
    due = case.deadlines.get().due
    clocks.pause(by=steward, case=case, start=ago(1), reason="talks", agreed_with="LR")
    case.refresh_from_db()
    assert case.status == "abeyance" and case.deadlines.get(state="stopped").due == due
    with pytest.raises(Problem, match="already"):
        clocks.pause(by=steward, case=case, start=ago(0), reason="again")
    clocks.resume(by=steward, case=case, last_day=ago(-6))
    assert case.deadlines.get(state="running").due > due
    assert case.status == "intake"


def test_an_abeyance_after_an_extension_moves_the_agreed_date_and_shows_the_count(case, steward):
    filed(case, steward)
    clock = running(case)["Step 1 answer"]
    agreed = {"agreed_on": today(), "agreed_with": "Labor relations"}
    new = clocks.extend(by=steward, deadline=clock, new_due=clock.due + 5 * DAY, **agreed)
    clocks.pause(by=steward, case=case, start=today() + DAY, end=today() + 4 * DAY, reason="talks")
    moved = running(case)["Step 1 answer"]
    assert moved.due == new.due + 4 * DAY
    assert "extended" in [row["code"] for row in moved.count] and moved.count[-1]["date"] == moved.due.isoformat()
    assert [row.new_due for row in moved.extensions.all()] == [new.due]


def test_an_extension_agreed_during_an_abeyance_stands_as_written(case, steward):
    filed(case, steward)
    clocks.pause(by=steward, case=case, start=ago(0), reason="talks")
    case.refresh_from_db()
    clock = running(case)["Step 1 answer"]
    new = clocks.extend(
        by=steward, deadline=clock, new_due=clock.due + 30 * DAY, agreed_on=today() + DAY, agreed_with="LR"
    )
    assert new.state == "stopped"
    clocks.resume(by=steward, case=case, last_day=today() + 3 * DAY)
    assert running(case)["Step 1 answer"].due == new.due


def test_a_date_set_by_hand_stands_still_too_and_a_promise_runs_on(case, steward, bound):
    hand = by_hand.set_by_hand(by=steward, matter=case.matter, case=case, title="Brief", due=ago(-10), reason="agreed")
    promise = Deadline.objects.create(
        matter=case.matter, grievance=case, origin="settlement", title="Pay", due=ago(-10), target=ago(-10)
    )
    clocks.pause(by=steward, case=case, start=ago(0), reason="talks")
    hand.refresh_from_db(), promise.refresh_from_db()
    assert (hand.state, promise.state) == ("stopped", "running")
    case.refresh_from_db()
    clocks.resume(by=steward, case=case, last_day=ago(-4))
    assert running(case)["Brief"].due == ago(-15) and running(case)["Pay"].due == ago(-10)
    assert running(case)["Brief"].count[-1]["code"] == "abeyance"


def test_a_step_can_be_taken_back(case, steward):
    row = filed(case, steward)
    steps.undo_step(by=steward, row=row, reason="The letter was never sent.")
    case.refresh_from_db()
    assert case.filed_on is None and set(running(case)) == {"Step 1 filing"}
    filed(case, steward)
    assert set(running(case)) == {"Step 1 answer"}


def test_a_late_filing_says_so(case, steward):
    clock = case.deadlines.get()
    Deadline.objects.filter(pk=clock.pk).update(due=ago(1))
    filed(case, steward)
    clock.refresh_from_db()
    assert clock.state == "met" and "Late" in clock.reason


def test_not_going_on_needs_a_decision(case, steward):
    with pytest.raises(Problem) as raised:
        steps.close(by=steward, case=case, outcome="withdrawn_union", reason="weak")
    assert raised.value.code == "no_decision"
    steps.decide(
        by=steward, case=case, kind="drop", decided_by="Grievance committee", reason="The log shows the offer."
    )
    steps.close(by=steward, case=case, outcome="withdrawn_union", reason="No merit after the log was read.")
    assert not running(case)
    steps.reopen(by=steward, case=case, reason="new evidence")
    assert set(running(case)) == {"Step 1 filing"}


def test_nothing_is_recorded_for_tomorrow(case, steward):
    with pytest.raises(Problem, match="future"):
        filed(case, steward, on=today() + DAY)


def test_a_changed_rule_moves_a_case_only_when_a_person_who_works_on_it_says_so(case, steward, chief, make_user):
    from grievances.queries import procedures as listed
    from grievances.services import procedures

    step = by_key(case, "1")
    touched = procedures.change_rule(by=chief, step=step, written={"anchor_kind": "knowledge", "n": 5})
    assert [d.grievance for d in touched] == [case]
    due = case.deadlines.get(state="running").due
    clocks.recompute(by=steward, case=case, why="again")
    assert case.deadlines.get(state="running").due == due
    assert not listed.touched_by(make_user("officer"), step, "grievances.work")
    assert procedures.move_dates(by=chief, cases=[case], step=step) == 1
    assert case.deadlines.get(state="running").due == ago(2) + 5 * DAY


def test_rules_stand_on_words_of_their_clause(clause, procedure, chief):
    from grievances.services import procedures

    step = procedure.steps.get(key="1")
    quote = "filed within fifteen (15) working days after the employee became aware"
    procedures.change_rule(by=chief, step=step, written=dict(step.rule.written), clause=clause, quote=quote)
    step.refresh_from_db()
    assert clause.text[step.rule.quote_start : step.rule.quote_end] == quote
    procedures.confirm_rule(by=chief, step=step, shown=step.rule)
    assert step.rule.is_confirmed
    with pytest.raises(Problem, match="do not stand"):
        procedures.change_rule(
            by=chief, step=step, written={"anchor_kind": "filed", "n": 1}, clause=clause, quote="within 99 days"
        )
    with pytest.raises(Problem, match="cannot be counted"):
        procedures.change_rule(by=chief, step=step, written={"anchor_kind": "filed"})


@pytest.mark.parametrize(("hour", "days"), [("16:29", 0), ("16:30", 0), ("16:31", 1), (None, 0)])
def test_after_the_hour_of_the_agreement_it_counts_for_the_next_day(case, steward, procedure, hour, days):
    rule = procedure.steps.get(key="1").rule
    rule.written = rule.written | {"cutoff_time": "16:30"}
    rule.save()
    at = datetime.time.fromisoformat(hour) if hour else None
    case, act = Grievance.objects.get(pk=case.pk), steps.Act(on=ago(1), hour=at)
    steps.file_case(by=steward, case=case, act=act, warned=True, acknowledged_on=ago(1))
    row = case.step_records.get()
    assert row.on == ago(1 - days) and bool(row.note) == bool(days)


def says(case, key, **rule):
    """The rule of a step with these words more."""
    step = by_key(case, key)
    step.rule.written = step.rule.written | rule
    step.rule.save(update_fields=["written"])
    return step


def test_the_postmark_counts_where_the_agreement_says_so(case, steward):
    case.entry = says(case, "1", filed_means="postmark")
    gate = {"warned": True, "acknowledged_on": ago(0), "acknowledged_how": "by phone"}
    with pytest.raises(Problem) as raised:
        steps.file_case(by=steward, case=case, act=steps.Act(on=ago(2)), **gate)
    assert raised.value.code == "no_filing_day" and not Grievance.objects.get(pk=case.pk).filed_on
    row = steps.file_case(by=steward, case=case, act=steps.Act(on=ago(2), postmarked_on=ago(1)), **gate)
    assert (row.on, row.sent_on, row.postmarked_on, row.counted_by) == (ago(1), ago(2), ago(1), "postmark")
    assert case.filed_on == ago(1) and case.matter.elections.get().elected_on == ago(1)
    assert running(case)["Step 1 answer"].anchor_on == ago(1) and "counts on" in row.note


def test_where_the_agreement_is_silent_the_person_says_what_counts(case, steward):
    act = steps.Act(on=ago(2), counted_by="receipt", received_on=ago(0))
    row = steps.file_case(by=steward, case=case, act=act, warned=True, acknowledged_on=ago(0), acknowledged_how="x")
    assert row.on == today() and running(case)["Step 1 answer"].anchor_on == today()


@pytest.mark.parametrize(("day", "code"), [(3, "filed_before_sent"), (-1, "future_date")])
def test_a_filing_day_that_cannot_be_is_refused(case, steward, day, code):
    act = steps.Act(on=ago(2), counted_by="receipt", received_on=ago(day))
    with pytest.raises(Problem) as raised:
        steps.file_case(by=steward, case=case, act=act, warned=True, acknowledged_on=ago(0), acknowledged_how="x")
    assert raised.value.code == code


def test_what_counts_as_filed_is_no_question_about_their_answer(case, steward):
    filed(case, steward)
    step = says(case, "1.answer", filed_means="receipt")
    row = steps.record_step(by=steward, case=case, step=step, act=steps.Act(on=ago(0), counted_by="postmark"))
    assert (row.on, row.counted_by, row.sent_on) == (today(), "", None)


def statutory(case):
    rows = Deadline.objects.filter(matter=case.matter, origin="statute", state="running")
    return {row.statute: row for row in rows}


def about(case, steward, topic, **dates):
    matter = case.matter
    values = {"topic": topic, **dates}
    cases.change_matter(by=steward, matter=matter, version=matter.version, values=values)
    matter.refresh_from_db()
    return statutory(case)


def test_a_foia_request_has_its_clocks_and_the_appeal_its_own(case, steward):
    found = about(case, steward, "foia", received_on=datetime.date(2026, 6, 15))
    assert {k: v.due.isoformat() for k, v in found.items()} == {
        "foia_answer": "2026-07-15", "foia_unusual": "2026-07-29"
    }  # fmt: skip
    assert all(row.side == "theirs" for row in found.values())
    electing.elect_forum(
        by=steward, matter=case.matter, forum="foia_appeal", elected_on=datetime.date(2026, 7, 16), by_act="appeal"
    )
    assert statutory(case)["foia_appeal_answer"].due == datetime.date(2026, 8, 13)


def test_a_whistleblower_matter_starts_both_roads_to_the_board(case, steward):
    found = about(case, steward, "whistleblower", received_on=datetime.date(2026, 1, 30))
    assert found["osc_ira"].due == datetime.date(2026, 3, 31)
    assert found["osc_allegation"].due.year == ago(2).year + 3
    electing.elect_forum(by=steward, matter=case.matter, forum="osc", elected_on=ago(1), by_act="complaint")
    waiting = statutory(case)["osc_no_answer"]
    assert waiting.earliest and waiting.due == waiting.target == ago(1) + 121 * DAY
    with pytest.raises(Problem, match="7121"):
        filed(case, steward)


@pytest.mark.parametrize("topic", ["discipline", "discrimination"])
def test_a_removal_and_a_claim_of_discrimination_meet_every_road_they_may_take(case, steward, topic):
    """A mixed case: the same removal may go to the Board, to EEO or to a grievance, whichever word it was opened under."""
    about(case, steward, topic)
    assert {road.rule for road in forums.roads(case.matter)} >= {"5 USC 7116(d)", "5 USC 7121(d)", "5 USC 7121(e)(1)"}


def test_an_adverse_action_has_a_first_day_for_them_and_an_answer_for_us(case, steward):
    found = about(case, steward, "discipline", received_on=ago(0), effective_on=ago(-40))
    assert found["adverse_action_notice"].due == ago(-30) and found["adverse_action_notice"].side == "theirs"
    assert found["adverse_action_reply"].due == ago(-7) and found["adverse_action_reply"].earliest
    assert found["mspb_appeal"].due >= ago(-70)


def test_an_agreement_waits_for_the_agency_head(case, steward):
    found = about(case, steward, "agreement", incident_on=ago(1), knowledge_on=ago(1))
    assert found["agency_head_review"].due == ago(1) + 30 * DAY and found["agency_head_review"].side == "theirs"


def test_an_election_complaint_has_a_month_after_three_months_of_silence(case, steward):
    about(case, steward, "election")
    day = datetime.date(2026, 8, 31)
    electing.elect_forum(by=steward, matter=case.matter, forum="internal", elected_on=day, by_act="complaint")
    found = statutory(case)
    assert (found["dol_no_decision"].opens, found["dol_no_decision"].due) == (
        datetime.date(2026, 11, 30), datetime.date(2026, 12, 31)
    )  # fmt: skip
    assert found["internal_exhaustion"].earliest
    found = about(case, steward, "election", received_on=datetime.date(2026, 10, 31))
    assert found["dol_after_decision"].due == datetime.date(2026, 11, 30)


def test_a_change_without_bargaining_may_be_a_charge_too(case, steward):
    assert "flra_ulp" in about(case, steward, "bargaining")


def test_no_agreement_with_management_moves_a_limit_of_the_law_on_our_side(case, steward):
    about(case, steward, "ulp")
    charge = Deadline.objects.get(statute="flra_ulp", state="running")
    with pytest.raises(Problem) as raised:
        clocks.extend(by=steward, deadline=charge, new_due=charge.due + DAY, agreed_on=today(), agreed_with="Hale")
    assert raised.value.code == "limit_of_law"
    offered = ExtendForm(user=steward, case=case).fields["deadline"].queryset
    assert charge not in offered and offered.exists()


def test_reasons_name_days_as_people_read_them(case, steward):
    due = running(case)["Step 1 filing"]
    new = clocks.extend(by=steward, deadline=due, new_due=due.due + DAY, agreed_on=today(), agreed_with="Hale")
    due.refresh_from_db()
    assert due.reason == f"Extended in writing to {date_format(new.due, 'j M Y')}."
    assert str(new) == f"Step 1 filing: {date_format(new.due, 'j M Y')}"
