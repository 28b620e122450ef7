"""The first run: a step at a time, each can wait, it goes on where it stopped, and it needs no model."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from members.models import Person
from unionops.platform.access.actors import acting
from unionops.platform.access.models import BargainingUnit, Local, User
from unionops.platform.audit.models import Event
from unionops.platform.ops import checklist, firstrun
from unionops.platform.ops.models import PutOff

SignIn = Callable[[User], Client]
pytestmark = pytest.mark.django_db
RUN = "/first-run/"
REACH = {"postal_address": "1 Pier Road", "contact_email": "office@example.org", "density_goal": "70",
         "steward_ratio": "20"}  # fmt: skip
UNIT = {"employer": "Harbor  Agency", "name": "All pilots", "code": "9101", "sector": "federal",
        "recognition_status": "recognised"}  # fmt: skip


def step(name: str) -> str:
    return reverse("ops:first-run-step", args=[name])


def where(client: Client) -> str:
    """The step that the first run shows now; '' at its end."""
    found = re.search(r'action="(/first-run/[a-z_]+/)"', client.get(RUN).content.decode())
    return found[1] if found else ""


@pytest.fixture
def first(officer: User, local: Local, sign_in: SignIn) -> Client:
    return sign_in(officer)


def test_it_begins_with_the_local_and_goes_on_with_what_is_open(first: Client) -> None:
    assert where(first) == step("local")
    first.post(step("local"), REACH)
    assert Local.current().postal_address == "1 Pier Road"
    assert where(first) == step("units")


def test_every_step_says_what_waits_and_can_be_put_off(first: Client, officer: User) -> None:
    with acting(officer):
        names = [each.name for each in checklist.for_user(officer)]
    assert names == [name for name in checklist.ORDER if name in names] and len(names) >= 9
    seen = []
    while place := where(first):
        page = first.get(place).content.decode()
        assert "Later is fine." in page and "Do this later" in page
        seen.append(place)
        first.post(seen[-1], {"later": "1"})
    assert len(seen) == len(set(seen)) and {step("units"), step("roster"), step("model")} <= set(seen)
    end = first.get(RUN).content.decode()
    assert "Your local can be used" in end
    with acting(officer):
        run = firstrun.run(officer)
        assert all(each.title in end and each.later.replace("'", "&#x27;") in end for each in run.later)
    assert Event.objects.filter(action="put off a first step").count() == PutOff.objects.count() == len(seen)


def test_what_was_put_off_and_done_afterwards_is_done(first: Client, officer: User, as_system: User) -> None:
    first.post(step("roster"), {"later": "1"})
    Person.objects.create(last_name="Lind", first_name="Ada")
    with acting(officer):
        run = firstrun.run(officer)
    found = run.step("roster")
    assert found is not None and found.done and found not in run.later


def test_units_are_written_in_place_and_named_once(first: Client) -> None:
    first.post(step("units"), UNIT)
    page = first.post(step("units"), UNIT | {"employer": "Harbor Agency", "code": "9102"}, follow=True)
    unit = BargainingUnit.objects.get()
    assert (unit.employer.name, unit.name, unit.code) == ("Harbor Agency", "All pilots", "9102")
    assert "All pilots" in page.content.decode() and "This is done." in page.content.decode()


@pytest.mark.parametrize("code", ["12A", "123", "12345", "٠٤١٢"])
def test_a_federal_unit_has_four_digits_and_others_may_have_any_code(first: Client, code: str) -> None:
    refused = first.post(step("units"), UNIT | {"code": code})
    assert refused.status_code == 422 and "A BUS code has four digits" in refused.content.decode()
    assert first.post(step("units"), UNIT | {"code": code, "sector": "private"}).status_code == 302


def test_half_an_answer_is_kept_and_says_what_is_missing(first: Client) -> None:
    half = {"postal_address": "1 Pier Rd", "density_goal": "70", "steward_ratio": "20"}
    page = first.post(step("local"), half, follow=True).content.decode()
    assert "1 Pier Rd" in page and "Still missing: an e-mail address or a phone for questions" in page


def test_a_form_of_a_step_loses_nothing_when_it_is_refused(first: Client) -> None:
    answer = first.post(step("units"), UNIT | {"name": ""})
    assert answer.status_code == 422 and "Harbor  Agency" in answer.content.decode()
    assert not BargainingUnit.objects.exists()


def test_rooms_lead_back_until_the_run_is_left(first: Client) -> None:
    first.get(RUN)
    assert "Back to the first run" in first.get("/").content.decode()
    assert "Back to the first run" not in first.get(step("units")).content.decode()
    assert "You can stop here" in first.get(f"{RUN}?all").content.decode()
    assert "Back to the first run" not in first.get("/").content.decode()


def test_an_unknown_step_is_not_found(first: Client) -> None:
    assert first.get(step("nonsense")).status_code == 404


def test_the_technical_volunteer_sees_no_step_of_others(
    make_user: Callable[..., User], local: Local, sign_in: SignIn
) -> None:
    client = sign_in(make_user("technical_admin"))
    assert client.get(step("units")).status_code == 404 == client.post(step("roster"), {"later": "1"}).status_code
    assert client.get(step("outgoing_mail")).status_code == 200


def test_whoever_must_first_set_up_a_second_factor_finds_the_way_back(
    client: Client, officer: User, settings: Any
) -> None:
    settings.DEMO_MARK.unlink(missing_ok=True)
    client.force_login(officer)
    assert client.get(RUN).headers["Location"] == reverse("mfa_index")
    assert client.session["wanted"] == RUN


def test_the_way_in_and_its_step_have_titles_of_their_own(first: Client) -> None:
    titles = [re.findall("<title>(.*?)</title>", first.get(url).content.decode()) for url in (RUN, step("local"))]
    assert all(titles) and titles[0] != titles[1]
