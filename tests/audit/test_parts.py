"""Who reads which part of the trail (security: the row 'audit log' of the table), and what a wall keeps from whom."""

import ast
import itertools
import json

import pytest
from django.apps import apps
from django.urls import reverse

import comms.queries.trail
import grievances.queries.trail
import members.trail
import unionops.platform.ops.trail
from grievances.services import cases, records
from members.models import RosterImport
from tests.architecture.source import ROOT
from tests.grievances.conftest import bound, case, grievant, procedure, steward, version
from unionops.platform.access.actors import acting
from unionops.platform.access.roles import Role
from unionops.platform.audit import queries
from unionops.platform.audit.models import Event
from unionops.platform.audit.services import record, verify

__all__ = ["bound", "case", "grievant", "procedure", "steward", "version"]
pytestmark = pytest.mark.django_db
DONE = {
    "opened a case": "cases", "reassigned cases": "cases",
    "approved a message": "sends", "read returned mail": "sends",
    "edited a person": "roster", "looked for duplicates": "roster",
    "corrected the dues of a member": "dues roster", "held the dues files against the roster": "dues roster",
    "applied an import": "roster", "applied an import of dues": "dues roster",
    "signed in": "box", "took a backup": "box", "switched a model on": "box",
    "asked the model": "", "searched": "", "exported the audit trail": "", "published an agreement": "",
    "logged time": "",
}  # fmt: skip


@pytest.fixture
def done(make_user, targets):
    """Somebody else did one thing of every part."""
    somebody = make_user(Role.MEMBER, email="somebody@example.org")
    for action in DONE:
        record(somebody, action, targets.get(action))
    return somebody


@pytest.fixture
def targets(case, grievant, officer):
    """{action: what it was about}, saved or not: the trail notes the table and the id alone."""

    def lone(label):
        return apps.get_model(label)()

    with acting(officer):
        unit, payers = (
            RosterImport.objects.create(
                kind=kind, created_by=officer, as_of="2026-11-01", source="HR", scope="complete"
            )
            for kind in ("unit", "remittance")
        )
    return {
        "opened a case": case, "approved a message": lone("comms.Message"), "edited a person": grievant,
        "corrected the dues of a member": grievant, "applied an import": unit, "applied an import of dues": payers,
        "signed in": officer, "switched a model on": lone("ai.ModelProfile"), "asked the model": lone("ai.Run"),
        "published an agreement": lone("contracts.AgreementVersion"), "logged time": lone("grievances.TimeEntry"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("role", "part"),
    [
        (Role.STEWARD, "none"),
        (Role.CHIEF_STEWARD, "cases"),
        (Role.COMMS_CHAIR, "sends"),
        (Role.MEMBERSHIP_SECRETARY, "roster"),
        (Role.TREASURER, "dues"),
        (Role.TECHNICAL_ADMIN, "box"),
        (Role.OFFICER, "all"),
        (Role.TRUSTEE, "all"),
    ],
)
def test_each_office_reads_its_part_and_its_own(make_user, sign_in, done, role, part):
    reader = make_user(role, email="reader@example.org")
    record(reader, "looked around")
    seen = {event.action for event in queries.events(reader).filter(actor=done)}
    assert seen == {action for action, parts in DONE.items() if part == "all" or part in parts.split()}
    assert "looked around" in {event.action for event in queries.events(reader)}
    page = sign_in(reader).get("/audit/").content.decode()
    assert all((f">{action}<" in page) == (action in seen) for action in DONE if action != "signed in")


def test_members_read_no_trail(make_user, done):
    assert not queries.events(make_user(Role.MEMBER, email="reader@example.org")).exists()


def closed_to(how, case, reader, by):
    """The case is closed to the reader by a wall, by being named in it, or by being restricted to others."""
    with acting(by):
        if how == "walled":
            cases.wall_off(by=by, matter=case.matter, user=reader, reason="canary2207")
        elif how == "restricted":
            cases.restrict(by=by, matter=case.matter, readers=[])


@pytest.mark.parametrize("how", ["walled", "restricted"])
@pytest.mark.parametrize("role", [Role.CHIEF_STEWARD, Role.OFFICER])
def test_nothing_of_a_case_closed_to_the_reader(make_user, sign_in, case, role, how):
    by, reader = make_user(Role.OFFICER, email="by@example.org"), make_user(role, email="reader@example.org")
    for event in ("viewed a case", "filed a grievance"):
        record(by, event, case)
    record(by, "put a case under a legal hold", case.matter, reason="canary2207")
    before = queries.events(reader).count()
    closed_to(how, case, reader, by)
    ids = {str(case.public_id), str(case.matter.public_id)}
    assert before and not queries.events(reader).filter(target__in=ids).exists()
    client = sign_in(reader)
    assert "canary2207" not in client.get("/audit/").content.decode()
    assert queries.events(by).filter(target__in=ids).exists()


def test_an_export_keeps_the_place_of_what_it_withholds(make_user, sign_in, case):
    """The chain can still be followed from hash to hash, and nothing else of the case is in the file."""
    by, reader = make_user(Role.OFFICER, email="by@example.org"), make_user(Role.OFFICER, email="reader@example.org")
    closed_to("walled", case, reader, by)
    text = exported(sign_in(reader))
    rows = [json.loads(line) for line in text.splitlines()]
    assert all(row["previous"] == before["hash"] for before, row in itertools.pairwise(rows))
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert "canary2207" not in text and str(case.matter.public_id) not in text
    assert any(row.get("withheld") == ["everything"] for row in rows)
    assert verify().ok


def exported(client):
    return b"".join(client.post(reverse("audit:export"), {"reason": "the yearly audit"}).streaming_content).decode()


def test_trustees_read_that_a_case_was_worked_on_and_not_why(make_user, sign_in, case):
    by, trustee = make_user(Role.OFFICER, email="by@example.org"), make_user(Role.TRUSTEE, email="t@example.org")
    record(by, "put a case under a legal hold", case.matter, reason="canary2207")
    record(by, "destroyed a file", None, reason="because it was old")
    client = sign_in(trustee)
    page = client.get("/audit/").content.decode()
    assert "put a case under a legal hold" in page and "canary2207" not in page and "because it was old" in page
    assert "canary2207" not in exported(client)


def test_a_sealed_note_is_between_its_writer_and_the_trail(make_user, case, steward, bound):
    chief = make_user(Role.CHIEF_STEWARD, email="chief@example.org")
    with acting(steward):
        records.add_note(by=steward, matter=case.matter, text="between us", sealed=True)
        records.add_note(by=steward, matter=case.matter, text="for all")
    seen = set(queries.events(chief).values_list("action", flat=True))
    assert "wrote a note" in seen and "wrote a sealed note" not in seen
    assert "wrote a sealed note" in set(queries.events(steward).values_list("action", flat=True))


NOT_FOR_ANY_PART = {
    "made a calendar address", "switched a calendar address off", "ticked off reminders",
    "accepted every proposal about a clause", "undid decisions about proposals",
    "took back a word on suggestions of the model", "used the house memory",
    "threw away old suggestions of the model", "exported the audit trail", "searched", "set the local's duties",
}  # fmt: skip


def test_every_event_about_nothing_in_particular_was_given_to_a_part():
    """What carries no table is found by its words alone: a new one must be put into a list, or here."""
    lists = [
        module.WITHOUT_A_TARGET
        for module in (comms.queries.trail, grievances.queries.trail, members.trail, unionops.platform.ops.trail)
    ]
    known = {*NOT_FOR_ANY_PART, *members.trail.DUES}.union(*lists)
    said = {node for top in HOUSE for path in (ROOT / top).rglob("*.py") for node in targetless(path)}
    assert len(said) > 30
    assert said - known == set()


HOUSE = ("unionops", "members", "contracts", "grievances", "comms")


def targetless(path):
    for node in ast.walk(ast.parse(path.read_text())):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if name in {"record", "leave"} and len(node.args) == 2 and isinstance(node.args[1], ast.Constant):
            yield node.args[1].value


def test_the_lists_name_events_that_exist():
    source = "\n".join(path.read_text() for top in HOUSE for path in (ROOT / top).rglob("*.py"))
    lists = (
        *comms.queries.trail.WITHOUT_A_TARGET, *grievances.queries.trail.WITHOUT_A_TARGET,
        *members.trail.WITHOUT_A_TARGET, *members.trail.DUES, *unionops.platform.ops.trail.WITHOUT_A_TARGET,
        grievances.queries.trail.SEALED,
    )  # fmt: skip
    assert [said for said in lists if source.count(f'"{said}"') < 2] == []
    assert Event._meta.label == "audit.Event"
