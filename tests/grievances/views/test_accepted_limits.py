"""Time limits accepted beside a clause are offered as rules of the procedure; letters change what rules stand on."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from contracts import proposals
from contracts.models import AgreementVersion, Amendment
from contracts.services import amending, annotating
from grievances.models import DeadlineRule
from grievances.services import procedures
from tests.contracts.conftest import Bring, agreement, bring
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User

pytestmark = pytest.mark.django_db
__all__ = ["agreement", "bring"]
Sign = Callable[[User], Client]
Make = Callable[..., User]
LETTER = """LETTER OF AGREEMENT - FILING

In Article 3, Section 2, replace "twenty (20) days" with "thirty-five (35) work days".
"""


@pytest.fixture
def chief(make_user: Make) -> User:
    return make_user("chief_steward")


def test_accepted_limit_is_offered_made_a_step_and_then_no_longer_offered(
    agreement: AgreementVersion, chief: User, sign_in: Sign
) -> None:
    with acting(chief):
        procedure = procedures.create_procedure(by=chief, name="Harbor procedure", version=agreement)
        annotating.annotate_by_rule(version=agreement, by=chief)
    client, page = sign_in(chief), procedure.get_absolute_url()
    assert client.get(page).context["limits"] == []
    with acting(chief):
        for one in proposals.of_version(chief, agreement).filter(kind="clause.deadline"):
            annotating.decide(output=one, by=chief, accept=True)
    ((limit, place),) = client.get(page).context["limits"]
    assert (limit.n, limit.clause.label) == (20, "3.2")
    url = reverse("grievances:step-new", args=[procedure.public_id])
    initial = client.get(url, {"limit": place}).context["form"].initial
    assert (initial["n"], initial["unit"], initial["clause"]) == (20, "calendar_days", limit.clause.pk)
    assert initial["quote"] == "A grievance shall be filed within twenty (20) days."
    with acting(chief):
        written = {"n": 20, "unit": "calendar_days", "anchor_kind": "incident"}
        plan = procedures.StepPlan(
            key="filing", title="Filing", actor="union", deed="file", written=written, entry_for=("individual",),
            clause=limit.clause, quote=initial["quote"],
        )  # fmt: skip
        procedures.add_step(by=chief, procedure=procedure, plan=plan)
    shown = client.get(page)
    assert shown.context["limits"] == [] and "not confirmed" in shown.content.decode()
    assert client.get(url, {"limit": "nonsense"}).status_code == 200


def test_rules_are_proposed_from_the_words_in_force_and_never_from_superseded_ones(
    agreement: AgreementVersion, bring: Bring, chief: User
) -> None:
    letter = bring(LETTER, title="Filing Letter", kind="side_letter", parent=agreement.agreement)
    with acting(chief):
        for row in Amendment.objects.filter(version=letter, state="suggested"):
            amending.decide_amendment(amendment=row, by=chief, confirm=True)
        procedure = procedures.create_procedure(by=chief, name="Harbor procedure", version=agreement)
        assert procedures.propose_steps(by=chief, procedure=procedure) > 0
        rules = DeadlineRule.objects.filter(steps__procedure=procedure)
        counts = {(rule.written["n"], rule.written["unit"]) for rule in rules}
        assert (35, "working_days") in counts and not any(n == 20 for n, _unit in counts)
        assert any("thirty-five (35) work days" in rule.quote for rule in rules)


def test_a_step_whose_clock_nothing_would_start_is_marked_until_its_meeting_can_be_recorded(
    agreement: AgreementVersion, chief: User, sign_in: Sign
) -> None:
    def step(key: str, deed: str, after: str, anchor: str) -> None:
        written = {"n": 5, "unit": "calendar_days", "anchor_kind": anchor}
        plan = procedures.StepPlan(key=key, title=key, actor="union", deed=deed, written=written, after=after)
        procedures.add_step(by=chief, procedure=procedure, plan=plan)

    with acting(chief):
        procedure = procedures.create_procedure(by=chief, name="Harbor procedure", version=agreement)
        step("filing", "file", "", "incident")
        step("appeal", "appeal", "filing", "meeting")
    client, page = sign_in(chief), procedure.get_absolute_url()
    assert client.get(page).content.decode().count("never starts") == 1
    with acting(chief):
        step("talk", "meeting", "filing", "filed")
    assert "never starts" not in client.get(page).content.decode()
