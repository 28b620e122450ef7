"""What else must go, or stands in the way, when a person's record is erased; apps add themselves."""

from __future__ import annotations

from collections.abc import Callable

from members.models import Person
from unionops.platform.core.registry import Registry

Hold = Callable[[Person], str]
Forget = Callable[[Person], None]
holds: Registry[Hold] = Registry()
forgetters: Registry[Forget] = Registry()


def register_hold(name: str, hold: Hold) -> None:
    """`hold(person)` gives the reason the record must be kept (a legal hold, an open case), or ''."""
    holds.register(name, hold)


def register(name: str, forget: Forget) -> None:
    """`forget(person)` removes what an app keeps about the person."""
    forgetters.register(name, forget)


def reasons_to_keep(person: Person) -> list[str]:
    return [reason for hold in holds if (reason := hold(person))]
