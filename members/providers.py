"""What the roster shows on Home: the walk lists somebody carries, and the tasks that were asked of them."""

from __future__ import annotations

from members import queries
from members.walking import turfs
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.ui.cards import Card


def turf_card(user: User) -> Card | None:
    """Nothing for those who carry no list."""
    mine = turfs.my_turfs(user) if may(user, turfs.WALK) else []
    return Card("members/_card_turf.html", {"mine": mine[:3]}, weight=22) if mine else None


def tasks_card(user: User) -> Card | None:
    """The next few tasks about people; nothing for those who have none."""
    mine = queries.asked_of(user)[:5]
    return Card("members/_card_tasks.html", {"tasks": mine}, weight=21) if mine else None
