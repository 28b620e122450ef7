"""What apps have to tell one person, behind the bell of the top bar: reminders, with nothing an onlooker could use."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from unionops.platform.access.policy import may
from unionops.platform.core.registry import Registry


@dataclass(frozen=True)
class Item:
    """One line: its words, where it leads, the day it tells of, and a mark (`tone` of a tag, `label`)."""

    text: str
    url: str
    day: datetime.date
    fresh: bool
    tone: str = ""
    label: str | Promise = ""


@dataclass(frozen=True)
class Source:
    """`count` is asked on every page, so it is one cheap query; `seen_url_name` takes a POST that ticks all off."""

    title: str | Promise
    empty: str | Promise
    capability: str
    count: Callable[[Any], int]
    items: Callable[[Any], list[Item]]
    seen_url_name: str


sources: Registry[Source] = Registry()


def open_to(user: Any) -> list[Source]:
    return [source for source in sources if user.is_authenticated and may(user, source.capability)]


def waiting(user: Any) -> int:
    """How much this person has not ticked off yet."""
    return sum(source.count(user) for source in open_to(user))


def shown(user: Any) -> list[tuple[Source, list[Item]]]:
    return [(source, source.items(user)) for source in open_to(user)]
