"""What relies on the words of a clause: other apps say it, each for the viewer's eyes only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contracts.models import Clause
from unionops.platform.access.models import User
from unionops.platform.core.registry import Registry

GRIEVANCES, SETTLEMENTS, DEADLINES = "grievances", "settlements", "deadlines"


@dataclass(frozen=True, slots=True)
class Reliance:
    """One thing that rests on a clause, such as a case that cites it."""

    title: str
    url: str = ""
    detail: str = ""


Provider = Callable[[User, Clause], Iterable[Reliance]]
_providers: Registry[tuple[str, Provider]] = Registry()


def register(kind: str, provider: Provider) -> Provider:
    """`kind` is grievances, settlements or deadlines; `provider(user, clause)` answers what the user may see."""
    _providers.register(f"{kind}:{provider.__module__}.{provider.__qualname__}", (kind, provider))
    return provider


def relying_on(user: User, clause: Clause, kind: str) -> list[Reliance]:
    return [found for of, provider in _providers if of == kind for found in provider(user, clause)]
