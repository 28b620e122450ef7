"""Who is acting now: the guard behind every scoped table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from unionops.platform.access.models.people import User

_actor: ContextVar[User | None] = ContextVar("actor", default=None)
SYSTEM_EMAIL = "the-box@unionops.invalid"


class ScopeMissing(RuntimeError):
    """A scoped table was read while nobody was acting."""


@contextmanager
def acting(user: User | None) -> Iterator[User | None]:
    """Bind the actor for a request, a job, a command or a test."""
    token = _actor.set(user)
    try:
        yield user
    finally:
        _actor.reset(token)


def require_actor() -> User:
    if (actor := _actor.get()) is None:
        raise ScopeMissing("No one is acting. Bind a user with `acting(user)` before reading scoped tables.")
    return actor


def system_actor() -> User:
    """The box itself, for commands and the schedule; nobody can sign in as it."""
    user, _ = User.objects.get_or_create(email=SYSTEM_EMAIL, defaults={"name": "The box", "is_system": True})
    return user
