"""A procedure that begins with a talk: nothing is filed by it, so nothing is chosen until the first paper."""

import datetime
import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from grievances import forums
from grievances.models import Deadline, ForumElection, Grievance, GrievanceStep
from grievances.queries import dates, history, work
from grievances.queries import procedures as listed
from grievances.services import by_hand, cases, electing, procedures, steps
from tests.grievances.conftest import STEPS, ago
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

TALK = procedures.StepPlan(
    "1", "Step 1: talk", "employee", "talk", {"anchor_kind": "knowledge", "n": 15, "unit": "working_days"}
)
GATE = {"warned": True, "acknowledged_on": ago(0), "acknowledged_how": "by phone"}


@pytest.fixture
def talks(bound, version):
    return procedures.create_procedure(by=bound, name="Talks first", version=version, steps=(TALK, *STEPS[1:]))


@pytest.fixture
def talked(case, talks, steward):
    cases.use_procedure(by=steward, case=case, procedure=talks)
    steps.raise_case(by=steward, case=case, act=steps.Act(on=ago(3), received_by="Supervisor Hale"))
    return Grievance.objects.get(pk=case.pk)


def running(case):
    return {d.title: d for d in Deadline.objects.filter(grievance=case, state="running", origin="step")}


def key(case, name):
    return case.procedure.steps.get(key=name)


def answered(case, steward, on):
    steps.record_step(by=steward, case=case, step=key(case, "1.answer"), act=steps.Act(on=on, answer="denied"))


def test_a_talk_starts_the_clock_of_its_step_and_chooses_nothing(talked):
    assert (talked.raised_on, talked.filed_on, talked.status) == (ago(3), None, "open")
    assert set(running(talked)) == {"Step 1 answer"} and running(talked)["Step 1 answer"].anchor_on == ago(3)
    assert not talked.matter.elections.exists() and not forums.is_filed(talked.matter)
    assert not forums.closed_statutes(talked.matter)


def test_the_gate_stands_before_the_first_paper(talked, steward):
    answered(talked, steward, ago(2))
    with pytest.raises(Problem) as raised:
        steps.record_step(by=steward, case=talked, step=key(talked, "2"), act=steps.Act(on=ago(1)))
    assert raised.value.code == "gate"
    for gate, code in (({"warned": False}, "gate"), ({"acknowledged_on": None}, "not_acknowledged")):
        with pytest.raises(Problem) as raised:
            steps.file_case(by=steward, case=talked, act=steps.Act(on=ago(1)), **GATE | gate)
        assert raised.value.code == code
    talked.refresh_from_db()
    steps.file_case(by=steward, case=talked, act=steps.Act(on=ago(1)), **GATE)
    talked.refresh_from_db()
    assert (talked.filed_on, talked.step.key, talked.entry.key) == (ago(1), "2", "1")
    assert talked.matter.elections.get().elected_on == ago(1)
    assert set(running(talked)) == {"Step 2 answer"}


def test_before_the_first_paper_only_what_is_no_paper_can_be_recorded(talked, steward):
    assert [step.key for step in listed.next_steps(steward, talked)] == ["1.answer"]
    answered(talked, steward, ago(2))
    assert not listed.next_steps(steward, talked)
    assert listed.filing_step(steward, talked).key == "2"


def test_filed_in_writing_at_once_the_talk_is_left_out(case, talks, steward):
    cases.use_procedure(by=steward, case=case, procedure=talks)
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(1)), **GATE)
    case.refresh_from_db()
    assert (case.entry.key, case.raised_on, case.filed_on) == ("2", None, ago(1))
    assert set(running(case)) == {"Step 2 answer"}


def test_a_talk_recorded_by_mistake_is_taken_back_without_a_word_of_forums(talked, steward):
    row = talked.step_records.get()
    steps.undo_step(by=steward, row=row)
    talked.refresh_from_db()
    assert (talked.raised_on, talked.status) == (None, "intake") and set(running(talked)) == {"Step 1: talk"}


def test_the_talk_stays_while_the_filing_stands(talked, steward):
    talk = talked.step_records.get()
    answered(talked, steward, ago(2))
    steps.file_case(by=steward, case=talked, act=steps.Act(on=ago(1)), **GATE)
    with pytest.raises(Problem, match="filed"):
        steps.undo_step(by=steward, row=talk)


def test_a_filing_taken_back_says_why_and_its_choice_falls_with_it(talked, steward):
    answered(talked, steward, ago(2))
    row = steps.file_case(by=steward, case=talked, act=steps.Act(on=ago(2)), **GATE)
    with pytest.raises(Problem) as raised:
        steps.undo_step(by=steward, row=row)
    assert raised.value.code == "no_reason"
    steps.undo_step(by=steward, row=row, reason="It lay in a drawer.")
    talked.refresh_from_db()
    assert (talked.filed_on, talked.raised_on, talked.status) == (None, ago(3), "open")
    gone = talked.matter.elections.get()
    assert gone.undone_by == steward and gone.undone_why == "It lay in a drawer."
    assert any("It lay in a drawer." in row.detail for row in history.history(steward, talked) if row.kind == "forum")
    steps.file_case(by=steward, case=talked, act=steps.Act(on=ago(0)), **GATE)
    assert [row.elected_on for row in forums.elected(talked.matter)] == [ago(0)]


def test_a_real_withdrawal_leaves_the_choice(case, steward):
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(2)), **GATE)
    steps.close(by=steward, case=case, outcome="withdrawn_grievant", reason="She asked for it.")
    assert [row.elected_on for row in forums.elected(case.matter)] == [ago(2)]


def test_another_grievance_on_the_matter_keeps_the_choice_its_own_filing_made(case, steward, bound):
    row = steps.file_case(by=steward, case=case, act=steps.Act(on=ago(2)), **GATE)
    Grievance.objects.create(matter=case.matter, number="X-1", filed_on=ago(1), status="open")
    steps.undo_step(by=steward, row=row, reason="Never sent.")
    assert [row.elected_on for row in forums.elected(case.matter)] == [ago(1)]


def test_a_road_recorded_by_mistake_no_longer_bars_the_grievance(case, steward):
    road = electing.elect_forum(by=steward, matter=case.matter, forum="ulp", elected_on=ago(1), by_act="charge")
    electing.never_chosen(by=steward, election=road, reason="The charge was only drafted.")
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), **GATE)
    case.refresh_from_db()
    assert case.filed_on == today()


def test_a_first_step_called_a_talk_moves_the_open_cases_that_began_there(case, steward, procedure):
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(5)), **GATE)
    assert procedures.call_it(by=steward, step=procedure.steps.get(key="1"), talk=True) == [case]
    case.refresh_from_db()
    assert (case.raised_on, case.filed_on) == (ago(5), None)
    assert not forums.elected(case.matter).exists() and case.matter.elections.get().undone_why
    assert running(case)["Step 1 answer"].anchor_on == ago(5)
    with pytest.raises(Problem, match="raised in this talk"):
        procedures.call_it(by=steward, step=procedure.steps.get(key="1"), talk=False)


def test_a_case_its_presser_may_not_work_on_stays_as_it_is_on_record(case, steward, procedure, chief, officer):
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(5)), **GATE)
    cases.wall_off(by=steward, matter=case.matter, user=chief, reason="family")
    first = procedure.steps.get(key="1")
    for presser in (officer, chief):
        assert procedures.call_it(by=presser, step=first, talk=True) == []
    case.refresh_from_db()
    assert (case.raised_on, case.filed_on) == (None, ago(5)) and forums.is_filed(case.matter)
    row = history.filing_record(case)
    assert dates.case_dates(steward, case, today(), []).recorded["1"]["first_filed"] == ago(5)
    electing.was_a_talk(by=steward, talk=row)
    case.refresh_from_db()
    assert (case.raised_on, case.filed_on) == (ago(5), None) and not forums.is_filed(case.matter)
    with pytest.raises(Problem, match="not on record as a paper"):
        electing.was_a_talk(by=steward, talk=row)


def test_a_filing_at_a_step_called_a_talk_since_can_be_taken_back(case, steward, procedure, officer):
    row = steps.file_case(by=steward, case=case, act=steps.Act(on=ago(5)), **GATE)
    procedures.call_it(by=officer, step=procedure.steps.get(key="1"), talk=True)
    row.refresh_from_db()
    steps.undo_step(by=steward, row=row, reason="Never sent.")
    case.refresh_from_db()
    assert (case.filed_on, case.status) == (None, "intake") and not forums.is_filed(case.matter)


def test_a_case_that_went_on_in_writing_was_filed_with_its_first_paper(case, steward, procedure):
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(5)), **GATE)
    answered(case, steward, ago(4))
    steps.record_step(by=steward, case=case, step=key(case, "2"), act=steps.Act(on=ago(3)))
    procedures.call_it(by=steward, step=procedure.steps.get(key="1"), talk=True)
    case.refresh_from_db()
    assert (case.raised_on, case.filed_on) == (ago(5), ago(3))
    assert [row.elected_on for row in forums.elected(case.matter)] == [ago(3)]


def test_only_the_first_step_of_ours_can_be_a_talk(procedure, steward):
    with pytest.raises(Problem, match="begins with"):
        procedures.call_it(by=steward, step=procedure.steps.get(key="1.answer"), talk=True)


PAPERS = importlib.import_module("grievances.migrations.0010_papers_stay_papers")


def test_an_upgrade_takes_no_filing_that_was_made_a_talk_for_a_paper(case, steward, procedure):
    row = steps.file_case(by=steward, case=case, act=steps.Act(on=ago(5)), **GATE)
    answered(case, steward, ago(4))
    paper = steps.record_step(by=steward, case=case, step=key(case, "2"), act=steps.Act(on=ago(3)))
    procedures.call_it(by=steward, step=procedure.steps.get(key="1"), talk=True)
    GrievanceStep.objects.filter(pk=row.pk).update(sent_on=ago(5))
    GrievanceStep.objects.filter(pk=paper.pk).update(sent_on=None)
    PAPERS.sent_when_recorded(apps, SimpleNamespace(connection=connection))
    row.refresh_from_db()
    case.refresh_from_db()
    assert not row.was_a_talk and history.filing_record(case) == paper


MOVED = importlib.import_module("grievances.migrations.0009_talks_and_days")


def test_an_upgrade_takes_back_the_choice_of_a_filing_that_was_taken_back(case, steward):
    row = steps.file_case(by=steward, case=case, act=steps.Act(on=ago(4)), **GATE)
    steps.undo_step(by=steward, row=row, reason="x")
    ForumElection.objects.update(undone_at=None, undone_by=None, undone_why="")
    MOVED.choices_of_filings_taken_back(apps, None)
    assert not forums.elected(case.matter).exists()
    ForumElection.objects.update(undone_at=None, undone_by=None, undone_why="")
    Grievance.objects.filter(pk=case.pk).update(filed_on=ago(1))
    MOVED.choices_of_filings_taken_back(apps, None)
    assert [row.elected_on for row in forums.elected(case.matter)] == [ago(1)]
    MOVED.choices_of_filings_taken_back(apps, None)
    assert case.matter.elections.count() == 2


def test_an_upgrade_makes_talks_of_unsigned_first_steps_and_leaves_signed_ones(procedure, steward):
    first = procedure.steps.get(key="1")
    first.rule.quote, first.rule.proposed_by = "The employee shall discuss the matter within 15 days.", "pattern"
    first.rule.confirmed_by = steward
    first.rule.save()
    MOVED.unsigned_talks(apps, None)
    first.refresh_from_db()
    assert first.deed == "file"
    first.rule.confirmed_by = None
    first.rule.save()
    MOVED.unsigned_talks(apps, None)
    first.refresh_from_db()
    assert first.deed == "talk"


def test_what_stands_before_a_panel_gets_its_date_when_the_day_is_set(case, steward, procedure):
    plan = procedures.StepPlan(
        "panel", "Panel", "union", "notice",
        {"anchor_kind": "event_date", "n": 13, "unit": "working_days", "direction": "before"}, after="1",
    )  # fmt: skip
    step = procedures.add_step(by=steward, procedure=procedure, plan=plan)
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), **GATE)
    assert list(listed.awaiting(steward, case)) == [step] and "Panel" not in running(case)
    by_hand.set_day(by=steward, case=case, step=step, on=datetime.date(2027, 9, 15))
    assert running(case)["Panel"].due == datetime.date(2027, 8, 26)
    by_hand.set_day(by=steward, case=case, step=step, on=datetime.date(2027, 9, 16))
    assert running(case)["Panel"].due == datetime.date(2027, 8, 27)
    old = case.deadlines.get(title="Panel", state="superseded")
    assert old.due == datetime.date(2027, 8, 26) and "16 Sep 2027" in old.reason


def test_the_time_to_settle_ends_by_itself_and_is_nobodys_lateness(case, steward, bound, version):
    settle = procedures.StepPlan(
        "1.answer", "Step 1: settle", "both", "settle", {"anchor_kind": "filed", "n": 5}, after="1"
    )
    appeal = procedures.StepPlan(
        "2", "Step 2: appeal", "union", "appeal", {"anchor_kind": "answered_else_due", "n": 10}, after="1.answer"
    )
    which = procedures.create_procedure(by=bound, name="Settling", version=version, steps=(STEPS[0], settle, appeal))
    cases.use_procedure(by=steward, case=case, procedure=which)
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(8)), **GATE)
    rows = running(case)
    assert (rows["Step 1: settle"].side, rows["Step 2: appeal"].due) == ("both", ago(-7))
    assert rows["Step 2: appeal"].reason == "It was not settled in time."
    day = work.my_day(steward, today())
    assert rows["Step 1: settle"] in day["waiting"].rows and not day["late"].rows


def test_a_cap_from_the_first_filing_does_not_move_with_later_papers(case, steward, bound, version):
    cap = {"anchor_kind": "first_filed", "n": 20, "unit": "calendar_days"}
    last = procedures.StepPlan(
        "arbitration", "Arbitration", "union", "notice",
        {"anchor_kind": "answered_else_due", "n": 30, "cap": cap}, after="2.answer",
    )  # fmt: skip
    which = procedures.create_procedure(by=bound, name="Capped", version=version, steps=(*STEPS, last))
    cases.use_procedure(by=steward, case=case, procedure=which)
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(9)), **GATE)
    for key_, on, answer in (("1.answer", 8, "denied"), ("2", 4, ""), ("2.answer", 2, "denied")):
        steps.record_step(by=steward, case=case, step=key(case, key_), act=steps.Act(on=ago(on), answer=answer))
    assert running(case)["Arbitration"].due == ago(-11)


def test_filed_before_they_answered_the_talk_nobody_waits_for_that_answer(talked, steward):
    steps.file_case(by=steward, case=talked, act=steps.Act(on=ago(1)), **GATE)
    assert set(running(talked)) == {"Step 2 answer"}
    assert talked.deadlines.get(title="Step 1 answer").state == "dropped"


def test_the_page_of_the_procedure_counts_the_cases_that_stay_as_filed(case, steward, procedure, officer, sign_in):
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(5)), **GATE)
    procedures.call_it(by=officer, step=procedure.steps.get(key="1"), talk=True)
    page = sign_in(officer).get(procedure.get_absolute_url()).content.decode()
    assert "1 open case is on record as filed here" in page
