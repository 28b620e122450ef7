"""Attempts to see, take or become what one may not: each finds a closed door."""

from __future__ import annotations

import pytest

from contracts.models import Question
from members.models import EmailAddress, Person, Phone, PostalAddress
from members.services import lists
from tests.members.roads import people_of
from unionops.platform.access import queries as access
from unionops.platform.access import services as door
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Stewardship
from unionops.platform.access.roles import OFFICER_LEVEL, Role
from unionops.platform.ai.models import AIOutput, ModelProfile, PromptVersion, Run
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.models import Job

pytestmark = pytest.mark.django_db
CANARY = "canary7731"


@pytest.fixture
def member(unit, worksite):
    """Somebody on the roster whose address, number and street nobody needs to know."""
    with acting(system_actor()):
        person = Person.objects.create(
            last_name="Zoran", first_name="Ana", name_key="zoran ana", unit=unit, worksite=worksite, in_unit=True
        )
        EmailAddress.objects.create(person=person, address=f"{CANARY}@example.org")
        Phone.objects.create(person=person, number="3125550177")
        PostalAddress.objects.create(person=person, street=f"{CANARY} Elm St", zip="44101")
    return person


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MEMBER])
def test_a_secretary_invites_members_only(make_user, role):
    with pytest.raises(Problem):
        door.invite(by=make_user(Role.MEMBERSHIP_SECRETARY), email="x@example.org", name="X", role=role)


@pytest.mark.parametrize("role", sorted(OFFICER_LEVEL))
def test_no_invitation_goes_round_the_second_person(officer, sign_in, role):
    form = {"email": "x@example.org", "name": "X", "role": role}
    assert sign_in(officer).post("/accounts-and-roles/invite/", form).status_code == 422
    with pytest.raises(Problem):
        door.invite(by=officer, email="x@example.org", name="X", role=role)


def test_invitations_of_somebody_who_left_open_no_door(officer, make_user):
    leaving = make_user(Role.OFFICER)
    _invitation, token = door.invite(by=leaving, email="friend@example.org", name="Friend", role=Role.STEWARD)
    door.end_all_access(leaving, by=officer, reason="term over")
    assert access.invitation_by_token(token) is None


def asks(client, text):
    return client.get("/members/", {"text": text})


@pytest.mark.parametrize("text", ["e-mail contains canary", "phone contains 555", "address is 44101", "cell is 5"])
@pytest.mark.parametrize("role", [Role.STEWARD, Role.TREASURER, Role.COMMS_CHAIR, Role.CHIEF_STEWARD])
def test_a_list_is_no_oracle_for_contacts(member, unit, make_user, sign_in, role, text):
    """'e-mail is a@b.org' answered by a list tells the address as surely as showing it."""
    user = make_user(role, Role.MEMBER)
    Stewardship.objects.create(user=user, unit=unit)
    response = asks(sign_in(user), text)
    assert response.status_code == 422
    with pytest.raises(Problem), acting(user):
        people_of(user, text)
    with pytest.raises(Problem), acting(user):
        lists.save_segment(by=user, name="Probe", text=text)


def test_a_list_is_no_oracle_for_dues_and_talks(make_user, as_system):
    for role, text in ((Role.STEWARD, "paid by is 1187"), (Role.COMMS_CHAIR, "assessment at least 3")):
        with pytest.raises(Problem):
            people_of(make_user(role), text)


def test_whoever_may_read_contacts_may_ask_for_them(member, make_user, as_system):
    secretary, chair = make_user(Role.MEMBERSHIP_SECRETARY), make_user(Role.COMMS_CHAIR)
    assert people_of(secretary, "e-mail contains canary").count() == 1
    assert people_of(chair, "e-mail is known").count() == 1


@pytest.mark.parametrize("role", Role.values)
def test_contacts_are_read_by_the_offices_that_need_them(member, unit, make_user, sign_in, role):
    user = make_user(role)
    Stewardship.objects.create(user=user, unit=unit)
    pages = [sign_in(user).get(path).content.decode() for path in (member.get_absolute_url(), "/members/")]
    sees = CANARY in "".join(pages)
    assert sees == (role in (Role.MEMBERSHIP_SECRETARY, Role.OFFICER))


def test_words_a_job_writes_are_for_whoever_asked(make_user, sign_in, as_system):
    owner, officer, technician = (make_user(r) for r in (Role.STEWARD, Role.OFFICER, Role.TECHNICAL_ADMIN))
    job = Job.objects.create(
        kind="x", title="Drafting", owner=owner, state="running", queue="ai.interactive", partial_text=CANARY
    )
    for path in (f"/jobs/{job.public_id}/", f"/jobs/{job.public_id}/progress/", "/jobs/"):
        assert CANARY in sign_in(owner).get(path).content.decode()
        for other in (officer, technician):
            assert CANARY not in sign_in(other).get(path).content.decode()


def test_what_the_model_wrote_is_for_whoever_asked(make_user, sign_in):
    steward, technician = make_user(Role.STEWARD), make_user(Role.TECHNICAL_ADMIN)
    profile = ModelProfile.objects.create(role="draft", name="m", digest="ab", approved_by=technician)
    prompt = PromptVersion.objects.create(name="s", sha256="cd", system="Quote.", task="Answer.")
    with acting(system_actor()):
        run = Run.objects.create(by=steward, profile=profile, prompt=prompt, host="h", model_name="m", outcome="done")
        AIOutput.objects.create(run=run, kind="grievances.statement", text=CANARY)
    assert CANARY in sign_in(steward).get(f"/models/runs/{run.public_id}/").content.decode()
    for user in (technician, make_user(Role.OFFICER)):
        response = sign_in(user).get(f"/models/runs/{run.public_id}/")
        assert response.status_code == 200
        assert CANARY not in response.content.decode()


def test_a_question_is_not_for_everybody(make_user, sign_in, as_system):
    asker = make_user(Role.STEWARD)
    question = Question.objects.create(text=CANARY, asked_by=asker, state="answered", for_stewards=True)
    path = f"/contracts/questions/{question.public_id}/"
    for role in (Role.COMMS_CHAIR, Role.TREASURER, Role.MEMBERSHIP_SECRETARY):
        client = sign_in(make_user(role))
        assert client.get(path).status_code == 404
        assert client.post(f"{path}again/").status_code == 404
        assert CANARY not in client.get("/contracts/ask/").content.decode()
    assert sign_in(make_user(Role.STEWARD)).get(path).status_code == 200
