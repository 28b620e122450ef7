"""The walk through the whole house: no cell may differ from what the policy says."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.db import connection, transaction

from tests.security.walk import METHODS, Actor, Address, actors, addresses, expected
from unionops.platform.access.actors import system_actor
from unionops.platform.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROOMS = sorted({address.name.split(":")[0] for address in addresses()})
CHANGING = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE|DROP|ALTER)", re.I)
# A look may leave an event, extend a session, note a rate limit, or remember that something was read.
MAY_BE_WRITTEN_BY_A_LOOK = ("audit_event", "django_session", "cache")


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


def walk(house: list[Actor], found: list[Address]) -> list[str]:
    return [
        f"{address.name} {method} as {actor.name}: {status}, expected {sorted(wanted)}"
        for address in found
        for actor in house
        for method in METHODS
        if (status := ask(actor, method, address.unknown).status_code)
        not in (wanted := expected(actor, address, method))
    ]


@pytest.mark.parametrize("room", ROOMS)
def test_every_actor_and_method_gets_what_the_policy_says(house, room):
    assert walk(house, [address for address in addresses() if address.name.split(":")[0] == room]) == []


def test_what_was_never_an_id_is_not_found(house):
    """Numbers of 400 digits, NUL, quotes: no address takes them for a thing, and none breaks."""
    everybody = [actor for actor in house if actor.name in ("anonymous", "steward", "officer")]
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
    actor = Actor("factor missing", make_user(Role.OFFICER), client, second_factor_missing=True)
    client.force_login(actor.user)
    assert walk([actor], list(addresses())) == []


def test_a_look_changes_nothing(house):
    written: list[str] = []

    def watch(execute, sql, params, many, context):
        if CHANGING.match(sql) and not any(table in sql for table in MAY_BE_WRITTEN_BY_A_LOOK):
            written.append(sql[:160])
        return execute(sql, params, many, context)

    for address in addresses():
        if "GET" in getattr(address.view, "methods", ("GET",)):
            for actor in house:
                with connection.execute_wrapper(watch):
                    ask(actor, "GET", address.unknown)
                assert written == [], f"{address.name} as {actor.name} wrote while only looking"


def test_what_may_not_be_seen_looks_like_what_is_not_there(house, case):
    """A 403 or 404 never tells more than the same page for a thing that does not exist."""
    strip = re.compile(rb"[0-9a-f]{8}")
    for address in addresses():
        for actor in house:
            for path in address.known():
                response = ask(actor, "GET", path) if "GET" in address.view.methods else None
                if response is not None and response.status_code == 404:
                    assert strip.sub(b"", response.content) == strip.sub(
                        b"", ask(actor, "GET", address.unknown).content
                    )
