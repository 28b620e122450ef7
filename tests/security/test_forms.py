"""Every form of every page, filled with odd things, is answered in words: never by a fault of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.security.forms import Answers, Form, forms
from tests.security.relations import things
from tests.security.walk import Actor, Address, addresses
from tests.security.world import World, build
from unionops.platform.access.models import BargainingUnit, Stewardship
from unionops.platform.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAGES = [found for found in addresses() if "GET" in getattr(found.view, "methods", ())]
WITHOUT_FORMS = {"files"}
OUTSIDE_THE_DOOR = ("/accounts/login/", "/accounts/password/reset/")
INSIDE_THE_DOOR = (
    "/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/", "/accounts/password/change/",
    "/accounts/email/", "/accounts/sessions/", "/accounts/reauthenticate/",
)  # fmt: skip
ROOMS = sorted({found.name.split(":")[0] for found in PAGES})


@pytest.fixture
def world(make_user, unit, worksite, clause, procedure, bound) -> World:
    elsewhere = BargainingUnit.objects.create(employer=unit.employer, name="Trades unit", code="0013")
    return build(make_user(Role.STEWARD, name="Cole League"), unit, elsewhere, clause.version, clause)


@pytest.fixture
def everybody(world: World, make_user, sign_in) -> Actor:
    """One person in every office, with the case and the unit of the world in their hands."""
    user = make_user(*Role.values)
    Stewardship.objects.create(user=user, unit=world.unit)
    type(world.matter).objects.filter(pk=world.matter.pk).update(steward=user)
    client = sign_in(user)
    client.raise_request_exception = False
    return Actor("everybody", user, client)


def paths(address: Address, world: World) -> Iterator[str]:
    if not address.has_object:
        yield reverse(address.name)
        return
    for thing in things(address.name):
        yield reverse(address.name, kwargs=thing.ids(world))


def inside(room: str, world: World) -> Iterator[str]:
    for address in PAGES:
        if address.name.split(":")[0] == room:
            yield from paths(address, world)


def offered(actor: Actor, path: str) -> list[Form]:
    answer = actor.client.get(path)
    is_page = answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
    return list(forms(answer.content, path)) if is_page else []


def send(actor: Actor, action: str, answers: Answers) -> int:
    """The status of the answer; whatever was done is taken back."""
    kept = dict(actor.client.cookies)
    with transaction.atomic():
        status = actor.client.post(action, answers).status_code
        transaction.set_rollback(True)
    actor.client.cookies.clear()
    actor.client.cookies.update(kept)
    if actor.user is not None:
        actor.user.forget_roles()
    return status


def faults(actor: Actor, pages: Iterable[str], *, one_by_one: bool = False) -> tuple[list[str], int]:
    """What broke, and how many forms were tried; the same form on many pages is tried once."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for path in pages:
        for form in offered(actor, path):
            if form.key in seen:
                continue
            seen.add(form.key)
            for what, answers in form.sent(one_by_one=one_by_one):
                status = send(actor, form.action, answers)
                found += [f"{path}: {form.action} {what}: {status}"] if status >= 500 else []
    return found, len(seen)


@pytest.mark.parametrize("room", ROOMS)
def test_odd_input_is_never_a_fault_of_ours(world, everybody, room):
    found, tried = faults(everybody, inside(room, world))
    assert not found, "\n".join(found)
    assert tried or room in WITHOUT_FORMS


@pytest.mark.measure
@pytest.mark.parametrize("room", ROOMS)
def test_one_odd_answer_among_likely_ones_is_never_a_fault_of_ours(world, everybody, room, figures):
    found, tried = faults(everybody, inside(room, world), one_by_one=True)
    assert not found, "\n".join(found)
    figures("Security", f"forms filled with odd things, {room}", f"{tried}", "no fault of ours")


def test_odd_input_at_the_door_is_never_a_fault_of_ours(world, everybody):
    stranger = Actor("stranger", None, Client(raise_request_exception=False))
    found, tried = faults(everybody, INSIDE_THE_DOOR)
    outside, more = faults(stranger, OUTSIDE_THE_DOOR)
    assert not found + outside, "\n".join(found + outside)
    assert min(tried, more) > 1
