"""How long things are kept that nobody needs for ever; what is older goes every night."""

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

SHORTEST, LONGEST = 1, 3650


@dataclass(frozen=True)
class Kind:
    """One kind of thing; `forget(by=, before=)` deletes what is older than a moment and says how many."""

    name: str
    title: Any
    why: Any
    days: int
    forget: Callable[..., int]


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


def days_of() -> dict[str, int]:
    """How many days each kind is kept: what somebody set, else what the house thinks right."""
    said = dict(Keeping.objects.values_list("name", "days"))
    return {kind.name: said.get(kind.name, kind.days) for kind in kinds}


def is_settled() -> bool:
    """Somebody has said for every kind how long."""
    return Keeping.objects.filter(name__in=kinds.names()).count() == len(kinds.names())


def forget(*, by: User) -> dict[str, int]:
    """Let go of what is old enough, kind by kind; how many of each."""
    now, days = timezone.now(), days_of()
    return {kind.name: kind.forget(by=by, before=now - datetime.timedelta(days=days[kind.name])) for kind in kinds}
