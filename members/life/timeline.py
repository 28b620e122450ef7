"""A person's page as one line of time: apps add what they know, filtered by what the viewer may see."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from members.models import Person
from unionops.platform.access.models import User
from unionops.platform.core.registry import Registry


@dataclass(frozen=True)
class TimelineEntry:
    """One thing that happened; `url` leads to it, `correct_url` to where the reader may put it right.

    `is_withdrawn` is what was noted here and may be about somebody else: the person's own record says no more
    than its title and day.
    """

    at: datetime.datetime | datetime.date
    icon: str
    title: str
    url: str = ""
    detail: str = ""
    correct_url: str = ""
    is_withdrawn: bool = False

    @property
    def day(self) -> datetime.date:
        return self.at.date() if isinstance(self.at, datetime.datetime) else self.at


Provider = Callable[[User, Person], Iterable[TimelineEntry]]
_providers: Registry[Provider] = Registry()


def register(provider: Provider, name: str = "") -> Provider:
    """`provider(user, person)` gives entries the user may see; call in `AppConfig.ready()`."""
    return _providers.register(name or f"{provider.__module__}.{provider.__qualname__}", provider)


def entries(user: User, person: Person) -> list[TimelineEntry]:
    found = [entry for provider in _providers for entry in provider(user, person)]
    return sorted(found, key=lambda entry: entry.day, reverse=True)
