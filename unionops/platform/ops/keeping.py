"""How long things are kept: what goes every night once it is old, what ends by another clock, what stays and why."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models import User
from unionops.platform.access.services import forget_sign_ins
from unionops.platform.ai.services import sweep_old
from unionops.platform.core.registry import Registry
from unionops.platform.jobs.services import forget_ended
from unionops.platform.ops.models import Keeping

LONGEST = 36525  # a hundred years


@dataclass(frozen=True)
class Kind:
    """One kind of thing; `forget(by=, before=)` deletes what is older than a moment and says how many.

    With 0 `days` nothing goes until somebody says how long; `shortest` is the least the law or fairness allows.
    """

    name: str
    title: Any
    why: Any
    days: int
    forget: Callable[..., int]
    shortest: int = 1

    @property
    def may_stay(self) -> bool:
        """Whether it may be kept for good."""
        return not self.days


@dataclass(frozen=True)
class Standing:
    """What no number of days decides: when it ends instead, and why."""

    name: str
    title: Any
    ends: Any
    why: Any


kinds: Registry[Kind] = Registry()
for _kind in (
    Kind("suggestions", _("What the model wrote and nobody took up"),
         _("What a person took up, and who asked for what, is kept."), 90, sweep_old),
    Kind("jobs", _("Long jobs that have ended"),
         _("They hold the text a model was writing, and why something failed."), 90, forget_ended),
    Kind("sign_ins", _("From where people signed in"),
         _("Addresses and browsers of ended sessions; the trail of deeds is kept."), 90, forget_sign_ins),
):  # fmt: skip
    kinds.register(_kind.name, _kind)


standing: Registry[Standing] = Registry()
for _each in (
    Standing("trail", _("Who did what"), _("never: a chain with a gap would prove nothing"),
             _("It names accounts and records, no values of people, so an erasure leaves it whole.")),
    Standing("backups", _("Backups on this machine"),
             _("the newest fourteen stay, and one of each week for five weeks"),
             _("What was erased is erased again when an older one is restored.")),
    Standing("files", _("Files that were brought in"), _("with what they belong to, the same night"),
             _("A file nobody's record speaks of is overwritten and removed.")),
    Standing("exports", _("Which lists left the box"), _("never: who, why, how many and which columns"),
             _("The files are not kept, except those of outreach for a day.")),
):  # fmt: skip
    standing.register(_each.name, _each)


def days_of() -> dict[str, int]:
    """How many days each kind is kept, 0 for good: what somebody set, else what the house thinks right."""
    said = dict(Keeping.objects.values_list("name", "days"))
    return {kind.name: said.get(kind.name, kind.days) for kind in kinds}


def is_settled() -> bool:
    """Somebody has said for every kind how long."""
    return Keeping.objects.filter(name__in=kinds.names()).count() == len(kinds.names())


def forget(*, by: User) -> dict[str, int]:
    """Let go of what is old enough, kind by kind; how many of each."""
    now, days = timezone.now(), days_of()
    return {
        kind.name: kind.forget(by=by, before=now - datetime.timedelta(days=days[kind.name]))
        for kind in kinds
        if days[kind.name]
    }
