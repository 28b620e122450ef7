"""Every address of the program, every kind of actor, every method, and what the policy says must come of it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.base import BaseHandler
from django.test import Client, RequestFactory, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from unionops.platform.access.middleware import is_account_page
from unionops.platform.access.models import RoleAssignment, User
from unionops.platform.access.policy import policy
from unionops.platform.access.roles import Role
from unionops.platform.access.services import invite

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
NOBODY: dict[str, Callable[[], Any]] = {
    "uuid": lambda: uuid.UUID("00000000-0000-4000-8000-000000000000"),
    "int": lambda: 999_999_999,
    "slug": lambda: "no-such-thing",
    "str": lambda: "no-such-thing",
    "path": lambda: "no/such/thing",
}
MALFORMED = ("not-an-id", "0" * 400, "%00", "%27%20OR%201=1", "-1", "%F0%9F%97%9D")
CONVERTER = re.compile(r"<(?:(\w+):)?(\w+)>")


CHANGING = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE|DROP|ALTER)", re.I)
# A look or a refusal may leave an event, extend a session, note a rate limit, or remember that something was read.
MAY_BE_WRITTEN_BY_A_LOOK = ("audit_event", "django_session", "cache")


class Watch:
    """Keeps what changes a table that a look must leave alone."""

    def __init__(self, written: list[str]) -> None:
        self.written = written

    def __call__(self, execute, sql, params, many, context):
        if CHANGING.match(sql) and not any(table in sql for table in MAY_BE_WRITTEN_BY_A_LOOK):
            self.written.append(sql[:160])
        return execute(sql, params, many, context)


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver; `unknown` opens it on a thing that does not exist."""

    name: str
    view: Any
    route: str

    @property
    def has_object(self) -> bool:
        return bool(CONVERTER.search(self.route))

    @property
    def unknown(self) -> str:
        kwargs = {key: NOBODY[kind or "str"]() for kind, key in CONVERTER.findall(self.route)}
        return reverse(self.name, kwargs=kwargs)

    def malformed(self) -> list[str]:
        """Addresses that look like this one with something in them that was never an id of ours."""
        ids = [str(NOBODY[kind]()) for kind in ("uuid", "int") if f"<{kind}:" in self.route]
        return [self.unknown.replace(each, wrong) for each in ids for wrong in MALFORMED]


def addresses(resolver: Any = None, space: str = "", route: str = "") -> Iterator[Address]:
    for each in (resolver or get_resolver()).url_patterns:
        path = route + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from addresses(each, inner, path)
        elif isinstance(each, URLPattern) and not is_account_page(each.callback):
            yield Address(f"{space}{each.name}", each.callback, path)


@dataclass
class Actor:
    """Somebody at the door. `grants` says whether the policy lets them in under a capability."""

    name: str
    user: User | None
    client: Client = field(default_factory=Client)
    second_factor_missing: bool = False

    def granted(self, capability: str) -> bool:
        return self.user is not None and policy.scope(self.user, capability) is not None

    @property
    def signed_in(self) -> bool:
        return self.user is not None and self.user.is_active


class Door(BaseHandler):
    """The resolver, the sign-in and the gate before a view, without what else surrounds a page."""

    def __init__(self) -> None:
        super().__init__()
        with override_settings(
            MIDDLEWARE=[f"unionops.platform.access.middleware.{part}" for part in ("SignIn", "Gate")]
        ):
            self.load_middleware()

    def ask(self, actor: Actor, method: str, path: str) -> int:
        request = RequestFactory().generic(method, path)
        request.user = actor.user if actor.signed_in else AnonymousUser()
        return self.get_response(request).status_code


def expected(actor: Actor, address: Address, method: str) -> set[int]:
    """The statuses that may come back for a thing that does not exist (or a page without one)."""
    if getattr(address.view, "is_public", False):
        return {200, 302, 404, 405, 422, 400} if method in ("GET", "HEAD", "POST") else {405}
    if not actor.signed_in or actor.second_factor_missing:
        return {302}
    if method not in address.view.methods:
        return {405}
    if not actor.granted(address.view.capability):
        return {403}
    if address.has_object:
        return {404}
    return {200} if method in ("GET", "HEAD") else {200, 302, 400, 422, 409, 404}


def actors(sign_in: Callable[[User], Client], make_user: Callable[..., User]) -> list[Actor]:
    """Nobody, one person in each office, and those who are no longer or not yet inside."""
    found = [Actor("anonymous", None)]
    for role in Role.values:
        user = make_user(role)
        found.append(Actor(role, user, sign_in(user)))
    found += [_left(sign_in, make_user), _deactivated(sign_in, make_user), _invited()]
    return found


def _invited() -> Actor:
    """Somebody who opened the link of an invitation and has not made an account yet."""
    _invitation, token = invite(by=None, email="invited@example.org", name="Invited", role=Role.STEWARD)
    client = Client()
    assert client.get(reverse("access:accept-invitation", args=[token]), follow=True).status_code == 200
    return Actor("invited", None, client)


def _left(sign_in: Callable[[User], Client], make_user: Callable[..., User]) -> Actor:
    import datetime

    user = make_user("officer", name="Former officer")
    yesterday = datetime.date.today() - datetime.timedelta(days=2)
    RoleAssignment.objects.filter(user=user).update(since=yesterday - datetime.timedelta(days=9), until=yesterday)
    return Actor("term over", user, sign_in(user))


def _deactivated(sign_in: Callable[[User], Client], make_user: Callable[..., User]) -> Actor:
    user = make_user("officer", name="Deactivated")
    client = sign_in(user)
    user.is_active = False
    user.save()
    return Actor("deactivated", user, client)
