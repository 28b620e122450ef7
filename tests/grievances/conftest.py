"""A small agreement with a grievance article, its procedure, a grievant, and people in office."""

import datetime

import pytest

from contracts.models import Agreement, AgreementVersion, Clause, ClauseLineage
from grievances.services import cases, procedures
from members.models import Person
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Stewardship
from unionops.platform.core.days import today

ARTICLE = (
    "A grievance shall be filed within fifteen (15) working days after the employee became aware of the act. "
    "Management shall answer within ten (10) calendar days of receipt. The Union may appeal within ten (10) calendar "
    "days after the answer is received or due, whichever is earlier."
)
STEPS = (
    procedures.StepPlan(
        "1",
        "Step 1 filing",
        "employee",
        "file",
        {"anchor_kind": "knowledge", "n": 15, "unit": "working_days"},
    ),
    procedures.StepPlan(
        "1.answer",
        "Step 1 answer",
        "management",
        "answer",
        {"anchor_kind": "filed", "n": 10, "unit": "calendar_days", "silence": "denied_may_advance"},
        after="1",
    ),
    procedures.StepPlan(
        "2",
        "Step 2 appeal",
        "union",
        "appeal",
        {"anchor_kind": "answer_due_or_received_earlier", "n": 10, "unit": "calendar_days"},
        after="1.answer",
    ),
    procedures.StepPlan(
        "2.answer",
        "Step 2 answer",
        "management",
        "answer",
        {"anchor_kind": "filed", "n": 10, "unit": "calendar_days"},
        after="2",
    ),
)


def ago(days):
    return today() - datetime.timedelta(days=days)


@pytest.fixture
def bound(db):
    """The box is acting, so that tables can be read directly."""
    with acting(system_actor()) as user:
        yield user


@pytest.fixture
def steward(make_user, unit):
    user = make_user("steward", name="Sam Steward")
    Stewardship.objects.create(user=user, unit=unit)
    return user


@pytest.fixture
def other_steward(make_user, unit):
    user = make_user("steward", name="Olga Other")
    Stewardship.objects.create(user=user, unit=unit)
    return user


@pytest.fixture
def chief(make_user):
    return make_user("chief_steward", name="Carla Chief")


@pytest.fixture
def version(bound, unit):
    agreement = Agreement.objects.create(title="Harbor Agreement", slug="harbor", unit=unit)
    return AgreementVersion.objects.create(
        agreement=agreement, label="2024", effective=datetime.date(2024, 1, 1), state="published", created_by=bound
    )


@pytest.fixture
def clause(version):
    lineage = ClauseLineage.objects.create(agreement=version.agreement)
    return Clause.objects.create(
        version=version,
        lineage=lineage,
        level="section",
        number="1",
        label="9.1",
        anchor="9.1",
        path="9/1",
        ordinal=1,
        title="Time limits",
        text=ARTICLE,
    )


@pytest.fixture
def procedure(bound, version):
    return procedures.create_procedure(by=bound, name="Harbor procedure", version=version, steps=STEPS)


@pytest.fixture
def grievant(bound, unit, worksite):
    return Person.objects.create(
        last_name="Rivera",
        first_name="Ana",
        name_key="rivera ana",
        unit=unit,
        worksite=worksite,
        shift="nights",
        in_unit=True,
    )


@pytest.fixture
def case(steward, procedure, grievant):
    intake = cases.Intake(
        title="Overtime passed over",
        incident_on=ago(3),
        knowledge_on=ago(2),
        grievants=(grievant,),
        facts={"what": "On Monday the overtime list was skipped."},
    )
    return cases.open_case(by=steward, intake=intake)
