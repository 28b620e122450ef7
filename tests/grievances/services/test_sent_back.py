"""An answer that sends a case back: the steps the agreement has for that, else the next one as after every answer."""

import datetime

import pytest
from django.urls import reverse

from grievances.deadlines.procedure import SENT_BACK
from grievances.models import Grievance, Side
from grievances.queries import history
from grievances.services import procedures, steps
from tests.grievances.conftest import ago
from unionops.platform.core.days import today

pytestmark = pytest.mark.django_db
AGAIN = procedures.StepPlan(
    "1.again", "Step 1 answer after remand", "management", "answer", {"anchor_kind": "answered", "n": 14},
    after="2.answer", applies_to=(SENT_BACK,),
)  # fmt: skip
NEXT = procedures.StepPlan(
    "arb", "Arbitration: invoke", "union", "notice", {"anchor_kind": "answered_else_due", "n": 30}, after="2.answer"
)
FROM_AGAIN = procedures.StepPlan(
    "2.again", "Step 2 appeal after remand", "union", "appeal", {"anchor_kind": "answered", "n": 7}, after="1.again"
)


@pytest.fixture
def answered(case, steward, procedure, bound):
    """Filed, answered and appealed; the answer at Step 2 is still to come."""

    def go(answer, *plans):
        for plan in plans:
            procedures.add_step(by=bound, procedure=procedure, plan=plan)
        steps.file_case(by=steward, case=case, act=steps.Act(on=ago(2)), warned=True, acknowledged_on=ago(2))
        for key, more in (("1.answer", {"answer": "denied"}), ("2", {}), ("2.answer", {"answer": answer})):
            step = procedure.steps.get(key=key)
            steps.record_step(by=steward, case=case, step=step, act=steps.Act(on=ago(1), **more))
        return Grievance.objects.get(pk=case.pk)

    return go


def live(case):
    return {d.step.key: (d.side, d.due) for d in case.deadlines.filter(state="running", origin="step")}


def rungs(user, case):
    return [rung.step.key for rung in history.ladder(user, case, today())]


def test_a_case_sent_back_takes_the_steps_written_for_it(answered, steward, procedure):
    case = answered("remanded", AGAIN, NEXT, FROM_AGAIN)
    assert live(case) == {"1.again": (Side.THEIRS, ago(1) + datetime.timedelta(days=14))}
    assert rungs(steward, case)[-2:] == ["1.again", "2.again"] and "arb" not in rungs(steward, case)
    again = procedure.steps.get(key="1.again")
    steps.record_step(by=steward, case=case, step=again, act=steps.Act(on=ago(0), answer="denied"))
    assert live(case) == {"2.again": (Side.OURS, ago(0) + datetime.timedelta(days=7))}


def test_every_other_answer_passes_them_by(answered, steward):
    case = answered("denied", AGAIN, NEXT, FROM_AGAIN)
    assert live(case) == {"arb": (Side.OURS, ago(1) + datetime.timedelta(days=30))}
    assert "1.again" not in rungs(steward, case)


def test_where_the_agreement_has_no_such_step_our_next_clock_runs_all_the_same(answered):
    assert live(answered("remanded", NEXT)) == {"arb": (Side.OURS, ago(1) + datetime.timedelta(days=30))}


def test_a_record_of_it_taken_back_leads_nowhere(answered, steward):
    case = answered("remanded", AGAIN, NEXT)
    row = case.step_records.get(step__key="2.answer")
    steps.undo_step(by=steward, row=row)
    assert set(live(case)) == {"2.answer"}


def test_the_step_is_written_in_the_form_and_the_answer_chosen_there(answered, procedure, steward, chief, sign_in):
    url = reverse("grievances:step-new", args=[procedure.public_id])
    data = {"title": "Again", "key": "again", "actor": "management", "deed": "answer", "after": "2.answer", "n": "14",
            "unit": "calendar_days", "direction": "after", "anchor_kind": "answered", "weekend": ["5", "6"],
            "holidays": "us_federal", "roll": "none", "silence": "no_effect", "applies_to": [SENT_BACK]}  # fmt: skip
    assert sign_in(chief).post(url, data).status_code == 302
    page = sign_in(chief).get(procedure.get_absolute_url()).content.decode()
    assert "only when the answer before it sends the case back" in page
    case = answered("remanded")
    assert set(live(case)) == {"again"}
    body = sign_in(steward).get(case.get_absolute_url()).content.decode()
    assert "sent back to an earlier step" in body
