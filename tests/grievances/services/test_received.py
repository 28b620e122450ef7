"""A grievance of management runs the other way round: its limits bind us, and it chooses no forum of ours."""

import datetime

import pytest
from django.urls import reverse

from grievances.models import DeadlineRule, ForumElection, Grievance, Side
from grievances.queries import alike, procedures
from grievances.services import cases, silence, steps
from grievances.services import procedures as writing
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def theirs(steward, procedure, unit):
    intake = cases.Intake(title="They say the committee was skipped", scope="management", knowledge_on=ago(30))
    with acting(steward):
        made = cases.open_case(by=steward, intake=intake)
        DeadlineRule.objects.update(confirmed_by=steward)
        yield made


def live(case):
    return {row.step.key: (row.side, row.due) for row in case.deadlines.filter(state="running").select_related("step")}


def test_the_limit_to_file_is_theirs_and_the_answer_is_ours(theirs, steward):
    assert live(theirs)["1"][0] == Side.THEIRS
    steps.receive_case(by=steward, case=theirs, act=steps.Act(on=ago(3), received_by="Sam"))
    assert live(theirs) == {"1.answer": (Side.OURS, ago(3) + datetime.timedelta(days=10))}
    assert not ForumElection.objects.filter(matter=theirs.matter).exists()
    answer = theirs.procedure.steps.get(key="1.answer")
    steps.record_step(by=steward, case=theirs, step=answer, act=steps.Act(on=ago(1), answer="denied"))
    assert live(theirs) == {"2": (Side.THEIRS, ago(1) + datetime.timedelta(days=10))}


def test_our_own_silence_starts_nothing_and_drafts_no_letter(theirs, steward):
    steps.receive_case(by=steward, case=theirs, act=steps.Act(on=ago(20)))
    with acting(steward):
        silence.catch_up(by=steward)
    assert live(theirs) == {"1.answer": (Side.OURS, ago(10))}
    assert not theirs.letters.exists()


def test_it_is_received_and_never_filed_by_us(theirs, case, steward):
    with pytest.raises(Problem, match="Management filed"):
        steps.file_case(by=steward, case=theirs, act=steps.Act(on=ago(1)), warned=True)
    with pytest.raises(Problem, match="did not file"):
        steps.receive_case(by=steward, case=case, act=steps.Act(on=ago(1)))
    row = steps.receive_case(by=steward, case=theirs, act=steps.Act(on=ago(1)))
    with pytest.raises(Problem, match="filed already"):
        steps.receive_case(by=steward, case=theirs, act=steps.Act(on=ago(1)))
    steps.undo_step(by=steward, row=row, reason="it came a day later")
    theirs.refresh_from_db()
    assert theirs.filed_on is None and theirs.status == "intake"


def test_steps_written_for_management_stand_as_they_are(steward, procedure, bound):
    writing.add_step(by=bound, procedure=procedure, plan=writing.StepPlan(
        "m", "Agency grievance", "management", "file", {"anchor_kind": "knowledge", "n": 30}, entry_for=("management",)
    ))  # fmt: skip
    writing.add_step(by=bound, procedure=procedure, plan=writing.StepPlan(
        "m.answer", "Answer of the union", "union", "answer", {"anchor_kind": "filed", "n": 21}, after="m"
    ))  # fmt: skip
    intake = cases.Intake(title="Agency grievance", scope="management", topic="discipline", knowledge_on=ago(5))
    with acting(steward):
        case = cases.open_case(by=steward, intake=intake)
        steps.receive_case(by=steward, case=case, act=steps.Act(on=ago(2)))
        assert live(case) == {"m.answer": (Side.OURS, ago(2) + datetime.timedelta(days=21))}
        assert procedures.first_date(steward, case.matter, "management") is None
        assert not alike.advanced(steward, case)


def test_the_pages_offer_to_record_what_came(theirs, steward, chief, sign_in):
    client, at = sign_in(steward), {"public_id": theirs.public_id}
    body = client.get(reverse("grievances:case", kwargs=at)).content.decode()
    assert "Record what management filed" in body and "File the grievance" not in body
    board = sign_in(chief).get(reverse("grievances:board")).content.decode()
    assert f"{theirs.public_id}/do/received/" in board
    url = reverse("grievances:do", kwargs=at | {"deed": "received"})
    assert sign_in(steward).post(url, {"on": ago(1).isoformat(), "received_by": "Sam"}).status_code == 302
    with acting(steward):
        assert Grievance.objects.get(pk=theirs.pk).filed_on == ago(1)


def test_the_simulator_turns_the_sides_round(procedure, steward, sign_in):
    query = {"procedure": str(procedure.public_id), "kind": "management", "day": "2026-11-02"}
    page = sign_in(steward).get(reverse("grievances:simulator"), query).content.decode()
    first, answer = (page.index(name) for name in ("Step 1 filing", "Step 1 answer"))
    assert "Our own target" not in page[first:answer]
    assert "Our own target" in page[answer:]


def test_other_days_for_all_rules_are_those_of_a_first_day_too(procedure, steward):
    step = procedure.steps.get(key="2.answer")
    first = {"n": 7, "unit": "working_days", "anchor_kind": "filed", "holidays": "us_federal"}
    with acting(steward):
        written = first | {"n": 14, "kind": "window", "opens": first}
        writing.change_rule(by=steward, step=step, written=written)
        writing.change_days(by=steward, procedure=procedure, days={"holidays": "none"})
    step.refresh_from_db()
    assert step.rule.written["holidays"] == step.rule.written["opens"]["holidays"] == "none"


def test_holidays_nobody_named_are_left_out_of_a_count_backwards():
    written = {"n": 5, "unit": "working_days", "anchor_kind": "event_date"}
    assert writing._leaving_out(written, "none")["holidays"] == "none"
    assert "holidays" not in writing._leaving_out(written | {"direction": "before"}, "none")
