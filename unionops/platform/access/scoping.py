"""Rows a person may see: every scoped table answers `visible_to(user, capability)`."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from unionops.platform.access.actors import require_actor
from unionops.platform.access.models.people import User
from unionops.platform.access.policy import policy

M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    """Models say what 'own' and 'unit' mean by `owner_path`, `unit_path`, `worksite_path`,
    `shift_path`, or by a classmethod `scope_q(user, scope) -> Q`."""

    def visible_to(self, user: User, capability: str) -> Self:
        """The rows the user may see under the capability; none when the policy says no."""
        scope = policy.scope(user, capability)
        if scope is None:
            return self.none()
        if scope_q := getattr(self.model, "scope_q", None):
            return self.filter(scope_q(user, scope))
        if scope == "all":
            return self
        return self.filter(own_q(self.model, user) if scope == "own" else unit_q(self.model, user))


class ScopedManager(models.Manager[M]):
    """Refuses to work while nobody is acting."""

    def get_queryset(self) -> ScopedQuerySet[M]:
        require_actor()
        return ScopedQuerySet(self.model, using=self._db)

    def visible_to(self, user: User, capability: str) -> ScopedQuerySet[M]:
        return self.get_queryset().visible_to(user, capability)


def own_q(model: type[models.Model], user: User) -> Q:
    """Rows about the user: `owner_path` leads to a User, or to a roster person by public_id."""
    path = getattr(model, "owner_path", None)
    if path is None:
        return nothing()
    if path.endswith("public_id"):
        return Q(**{path: user.person}) if user.person else nothing()
    return Q(**{path: user.pk})


def unit_q(model: type[models.Model], user: User) -> Q:
    """Rows of the units, sites and shifts the user is steward of."""
    places = [steward_place(model, row) for row in user.stewardship_q_rows]
    found = nothing()
    for place in places:
        found |= place
    return found


def steward_place(model: type[models.Model], row: tuple[int | None, int | None, str]) -> Q:
    """One stewardship as a condition; a part the model cannot tell apart makes it match nothing."""
    condition = Q()
    for path, value in zip(("unit_path", "worksite_path", "shift_path"), row, strict=True):
        if not value:
            continue
        if not hasattr(model, path):
            return nothing()
        condition &= Q(**{getattr(model, path): value})
    return condition


def nothing() -> Q:
    return Q(pk__in=[])
