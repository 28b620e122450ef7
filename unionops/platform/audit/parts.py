"""Which part of the trail an office reads beside its own, and what is kept from whom: apps say it of their events."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from unionops.platform.access.models import User
from unionops.platform.access.policy import may, policy
from unionops.platform.core.registry import Registry

Rule = Callable[[User], Q]

parts: Registry[Rule] = Registry()
"""{capability: the events it opens}; whoever may read the whole trail needs none."""
kept: Registry[Rule] = Registry()
"""Events a reader is kept from whatever their office, unless they did them; an empty Q keeps nothing."""
worded: Registry[str] = Registry()
"""{kind: capability}: why something was done with such a thing is read by whoever may read the thing itself."""


def opened(user: User) -> Q:
    """The events the user's offices open, beside their own."""
    found = Q(pk__in=[])
    for capability in parts.names():
        if may(user, capability):
            found |= parts[capability](user)
    return found


def meanings(user: User) -> list[str]:
    """What the user's offices open, as the table of the policy says it."""
    return [str(policy.meanings.get(name, name)) for name in parts.names() if may(user, name)]


def kept_from(user: User) -> Q:
    """The events of others that the user is kept from; empty when there are none."""
    found = Q()
    for rule in kept:
        found |= rule(user)
    return found & ~Q(actor=user) if found else found


def may_read_why(user: User, kind: str) -> bool:
    return kind not in worded or may(user, worded[kind])
