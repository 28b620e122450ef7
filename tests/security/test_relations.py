"""Every address with a thing in it, every actor, every way of standing to that thing: as the policy table says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django.test import RequestFactory
from django.urls import resolve, reverse

from tests.security.relations import Thing, relations, things
from tests.security.walk import METHODS, Actor, Address, Watch, actors, addresses
from tests.security.world import CANARY, World, build
from unionops.platform.access.models import BargainingUnit, Stewardship
from unionops.platform.access.roles import Role
from unionops.platform.audit.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WITH_THINGS = [found for found in addresses() if found.has_object and not getattr(found.view, "is_public", False)]
ROOMS = sorted({found.name.split(":")[0] for found in WITH_THINGS})
TOKENS = re.compile(rb"[0-9a-f]{8}(-[0-9a-f-]{27})?|\b[A-Za-z0-9]{64}\b")
WRONG = {403, 404, 405, 500}


@dataclass
class House:
    world: World
    actors: list[Actor]


@pytest.fixture
def house(sign_in, make_user, unit, worksite, clause, procedure, bound) -> House:
    elsewhere = BargainingUnit.objects.create(employer=unit.employer, name="Trades unit", code="0013")
    colleague = make_user(Role.STEWARD, name="Cole League")
    world = build(colleague, unit, elsewhere, clause.version, clause)
    found = actors(sign_in, make_user)
    for actor in found:
        actor.client.raise_request_exception = False
        if actor.user is not None and actor.user.has_role(Role.STEWARD):
            Stewardship.objects.create(user=actor.user, unit=unit)
    return House(world, found)


@dataclass
class Cell:
    """One request: who, in which relation, by which method, and what came back."""

    address: Address
    thing: Thing
    relation: str
    actor: Actor
    method: str
    world: World
    written: list[str]
    refusals: dict[tuple[str, ...], bytes]
    left: int = 0

    def ask(self):
        """The request, with all it did and all that was arranged for it taken back."""
        with transaction.atomic():
            assert self.actor.user is not None
            self.thing.kind.relations[self.relation](self.world, self.actor.user)
            path = reverse(self.address.name, kwargs=self.thing.ids(self.world))
            before = Event.objects.count()
            with connection.execute_wrapper(Watch(self.written)):
                answer = self.actor.client.generic(self.method, path)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            self.left = Event.objects.count() - before
            transaction.set_rollback(True)
        self.actor.user.forget_roles()
        return answer.status_code, body

    def wrong(self) -> Iterator[str]:
        """In which way the answer differs from what the policy table says."""
        status, body = self.ask()
        wanted = self.thing.verdict(self.actor, self.address.view.capability, self.relation, self.method)
        if wanted == 200:
            if status in WRONG:
                yield f"{status}, yet the table lets them in"
            return
        if status != wanted:
            yield f"{status} instead of {wanted}"
        if CANARY.encode() in body:
            yield "the refusal tells what it refuses"
        if self.written:
            yield f"refused, yet wrote {self.written[0]}"
        if status in (403, 404) and not self.left:
            yield "refused, yet the trail does not know of it"
        if status == 404 and TOKENS.sub(b"", body) != TOKENS.sub(b"", self.unknown()):
            yield "the refusal differs from that of a thing that is not there"

    def unknown(self) -> bytes:
        """What this person is told of a thing that is not there; asked once for all relations."""
        key = (self.address.name, self.actor.name, self.method)
        if key not in self.refusals:
            with transaction.atomic():
                self.refusals[key] = self.actor.client.generic(self.method, self.address.unknown).content
                transaction.set_rollback(True)
        return self.refusals[key]

    def __str__(self) -> str:
        return f"{self.address.name} {self.method} as {self.actor.name}, {self.relation}"


def cells(house: House, room: str, methods: tuple[str, ...], *, whole: bool = False) -> Iterator[Cell]:
    """Whoever lacks the capability is refused before anything is looked up: one relation will do, unless `whole`."""
    inside, refusals = [actor for actor in house.actors if actor.signed_in], {}
    for address in (found for found in WITH_THINGS if found.name.split(":")[0] == room):
        for number, (thing, relation) in enumerate(relations(address.name)):
            for method in (method for method in methods if method in address.view.methods):
                for actor in inside:
                    if whole or number == 0 or actor.granted(address.view.capability):
                        yield Cell(address, thing, relation, actor, method, house.world, [], refusals)


def test_every_address_with_a_thing_in_it_says_what_it_leads_to():
    for found in WITH_THINGS:
        assert things(found.name)
    with pytest.raises(LookupError):
        things("members:something-new")


@pytest.mark.parametrize("room", ROOMS)
def test_a_thing_opens_to_whom_the_policy_says(house, room):
    found = [f"{cell}: {word}" for cell in cells(house, room, ("GET", "POST")) for word in cell.wrong()]
    assert not found, "\n".join(found)


def test_a_steward_without_a_place_has_no_unit(house, sign_in, make_user):
    """Nothing given is nothing, never everything: neither people nor cases that wait for a steward."""
    client = sign_in(make_user(Role.STEWARD, name="Nowhere Steward"))
    type(house.world.matter).objects.filter(pk=house.world.matter.pk).update(steward=None)
    type(house.world.case).objects.filter(pk=house.world.case.pk).update(status="intake")
    assert client.get(reverse("members:person", args=[house.world.person.public_id])).status_code == 404
    assert house.world.person.get_absolute_url() not in client.get(reverse("members:list")).content.decode()
    assert client.post(reverse("grievances:claim", args=[house.world.case.public_id])).status_code == 404


def test_what_a_view_does_not_declare_never_reaches_the_thing(house, django_assert_num_queries):
    """Undeclared methods end before anything is looked up, so for every thing, actor and relation alike."""
    officer = next(actor for actor in house.actors if actor.name == Role.OFFICER)
    for address in WITH_THINGS:
        for method in (method for method in METHODS if method not in address.view.methods):
            path = reverse(address.name, kwargs=things(address.name)[0].ids(house.world))
            request = RequestFactory().generic(method, path)
            request.user = officer.user
            found = resolve(path)
            with django_assert_num_queries(0):
                assert found.func(request, **found.kwargs).status_code == 405, f"{address.name} {method}"


@pytest.mark.measure
@pytest.mark.parametrize("room", ROOMS)
def test_every_method_on_every_thing(house, room, figures):
    """The same over HTTP for all seven methods: those a view does not declare give 405 to whoever is inside."""
    count, found = 0, []
    for cell in cells(house, room, ("GET", "HEAD", "POST"), whole=True):
        count += 1
        found += [f"{cell}: {word}" for word in cell.wrong()]
    for address in (found for found in WITH_THINGS if found.name.split(":")[0] == room):
        for thing, relation in relations(address.name):
            for method in (method for method in METHODS if method not in address.view.methods):
                for actor in (actor for actor in house.actors if actor.signed_in):
                    count += 1
                    status, _body = Cell(address, thing, relation, actor, method, house.world, [], {}).ask()
                    found += [] if status == 405 else [f"{address.name} {method} {relation}: {status}"]
    assert found == []
    figures("Security", f"cells of URL x actor x method x relation, {room}", f"{count:,}", "no mismatch")
