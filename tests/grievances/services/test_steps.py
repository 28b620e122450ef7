"""Moving a case: the gate, filing, silence, extension, abeyance, undoing, closing."""

import datetime

import pytest

from grievances.models import Deadline, Grievance
from grievances.services import cases, clocks, silence, steps
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
    steps.elect_forum(by=steward, matter=case.matter, forum="ulp", elected_on=ago(1), by_act="charge")
    with pytest.raises(Problem, match="7116"):
        filed(case, steward)


def test_a_grievance_filed_first_closes_the_charge(case, steward):
    filed(case, steward)
    with pytest.raises(Problem, match="closed"):
        steps.elect_forum(by=steward, matter=case.matter, forum="ulp", elected_on=ago(0), by_act="charge")


def test_private_sector_roads_stay_open(case, steward, unit):
    unit.sector = "private"
    unit.save()
    case.matter.unit.refresh_from_db()
    steps.elect_forum(by=steward, matter=case.matter, forum="nlrb", elected_on=ago(1), by_act="charge")
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


def test_a_step_can_be_taken_back(case, steward):
    row = filed(case, steward)
    steps.undo_step(by=steward, row=row)
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


def test_a_settlement_keeps_its_promises_as_clocks(case, steward):
    filed(case, steward)
    items = [("Pay eight hours", "Payroll", today() + 30 * DAY), ("Post the notice", "Manager", None)]
    row = steps.settle(by=steward, case=case, settled_on=today(), terms="Paid in full", items=items)
    case.refresh_from_db()
    assert (case.status, case.outcome) == ("closed", "settled")
    assert set(running(case)) == {"Pay eight hours"}
    steps.promise_kept(by=steward, term=row.items.first(), on=today())
    assert not running(case)


def test_nothing_is_recorded_for_tomorrow(case, steward):
    with pytest.raises(Problem, match="future"):
        filed(case, steward, on=today() + DAY)


def test_a_changed_rule_moves_a_case_only_when_a_person_says_so(case, steward, chief):
    from grievances.services import procedures

    step = by_key(case, "1")
    touched = procedures.change_rule(by=chief, step=step, written={"anchor_kind": "knowledge", "n": 5})
    assert [d.grievance for d in touched] == [case]
    due = case.deadlines.get(state="running").due
    clocks.recompute(by=steward, case=case, why="again")
    assert case.deadlines.get(state="running").due == due
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
