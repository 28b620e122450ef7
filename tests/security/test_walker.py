"""The walk through the whole house: no cell may differ from what the policy says."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from django.conf import settings
from django.db import connection, transaction

from tests.security.walk import METHODS, Actor, Address, Door, Watch, actors, addresses, expected
from unionops.platform.access.actors import system_actor
from unionops.platform.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROOMS = sorted({address.name.split(":")[0] for address in addresses()})
OF_PAGES = ("GET", "HEAD", "POST")


@pytest.fixture
def house(sign_in, make_user, unit, worksite):
    system_actor()
    return actors(sign_in, make_user)


def ask(actor: Actor, method: str, path: str):
    """One request whose changes are taken back afterwards."""
    with transaction.atomic():
        response = actor.client.generic(method, path)
        transaction.set_rollback(True)
    if actor.user is not None:
        actor.user.forget_roles()
    return response


def walk(house: list[Actor], found: list[Address], methods: Iterable[str] = METHODS) -> list[str]:
    """Every mismatch; a GET or HEAD that writes is one too."""
    wrong = []
    for address in found:
        for actor in house:
            for method in methods:
                with connection.execute_wrapper(Watch(written := [])):
                    status = ask(actor, method, address.unknown).status_code
                wanted, cell = expected(actor, address, method), f"{address.name} {method} as {actor.name}"
                wrong += [] if status in wanted else [f"{cell}: {status}, expected {sorted(wanted)}"]
                wrong += [f"{cell} only looks, yet wrote {sql}" for sql in written if method in ("GET", "HEAD")]
    return wrong


def inside(room: str) -> list[Address]:
    return [address for address in addresses() if address.name.split(":")[0] == room]


@pytest.mark.parametrize("room", ROOMS)
def test_every_actor_and_method_gets_what_the_policy_says(house, room):
    """Methods that hardly a view declares are asked at the door by everybody, and through all the house by one in turn."""
    door, found = Door(), []
    for number, address in enumerate(inside(room)):
        rare = [method for method in METHODS if method not in (*OF_PAGES, *getattr(address.view, "methods", ()))]
        found += walk(house, [address], [method for method in METHODS if method not in rare])
        found += walk([house[number % len(house)]], [address], rare)
        found += [
            f"{address.name} {method} as {actor.name} at the door: {status}"
            for actor in house
            for method in rare
            if (status := door.ask(actor, method, address.unknown)) not in expected(actor, address, method)
        ]
    assert found == []


@pytest.mark.measure
@pytest.mark.parametrize("room", ROOMS)
def test_every_method_goes_through_all_the_house(house, room):
    assert walk(house, inside(room)) == []


def test_what_was_never_an_id_is_not_found(house):
    """Numbers of 400 digits, NUL, quotes: no address takes them for a thing, and none breaks."""
    everybody = [actor for actor in house if actor.name in ("anonymous", "officer")]
    found = [
        f"{path} as {actor.name}: {status}"
        for address in addresses()
        for path in address.malformed()
        for actor in everybody
        if (status := ask(actor, "GET", path).status_code) not in {404, *expected(actor, address, "GET")}
    ]
    assert found == []


def test_second_factor_is_demanded_on_every_page(make_user, client):
    settings.DEMO_MARK.unlink(missing_ok=True)
    system_actor()
    actor = Actor("factor missing", make_user(Role.OFFICER), client, second_factor_missing=True)
    client.force_login(actor.user)
    assert walk([actor], list(addresses()), ("GET", "POST")) == []
