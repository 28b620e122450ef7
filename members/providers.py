"""What the roster shows on Home: the walk lists somebody carries."""

from __future__ import annotations

from members import turfs
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.ui.cards import Card


def turf_card(user: User) -> Card | None:
    """Nothing for those who carry no list."""
    mine = turfs.my_turfs(user) if may(user, turfs.WALK) else []
    return Card("members/_card_turf.html", {"mine": mine[:3]}, weight=15) if mine else None
