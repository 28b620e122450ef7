"""What relies on the words of a clause: other apps say it, each for the viewer's eyes only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
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


Provider = Callable[[User, Sequence[Clause]], Mapping[int, Sequence[Reliance]]]
_providers: Registry[tuple[str, Provider]] = Registry()


def register(kind: str, provider: Provider) -> Provider:
    """`kind` is grievances, settlements or deadlines.

    `provider(user, clauses)` answers what the user may see, by the pk of each clause: a proposal asks about many.
    """
    _providers.register(f"{kind}:{provider.__module__}.{provider.__qualname__}", (kind, provider))
    return provider


def relying_on(user: User, clauses: Sequence[Clause], kind: str) -> dict[int, list[Reliance]]:
    """What relies on each of the clauses or a part of it, by the pk of the clause."""
    out: dict[int, list[Reliance]] = defaultdict(list)
    for of, provider in _providers:
        for pk, found in (provider(user, clauses) if of == kind else {}).items():
            out[pk] += found
    return out
