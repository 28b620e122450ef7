"""What the roster shows elsewhere: walk lists and tasks on Home, people on the page of search."""

from __future__ import annotations

from members import queries
from members.models import Person
from members.walking import turfs
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.search.sources import Result
from unionops.platform.ui.cards import Card


def found(user: User, words: str, limit: int) -> list[Result]:
    """People by name or number."""
    if not may(user, "members.view"):
        return []
    return [Result(each.name, each.get_absolute_url(), _line(each)) for each in queries.named_like(user, words)[:limit]]


def _line(person: Person) -> str:
    said = (person.worksite, person.shift, person.get_standing_display())
    return ", ".join(str(part) for part in said if part)


def turf_card(user: User) -> Card | None:
    """Nothing for those who carry no list."""
    mine = turfs.my_turfs(user) if may(user, turfs.WALK) else []
    return Card("members/_card_turf.html", {"mine": mine[:3]}, weight=22) if mine else None


def tasks_card(user: User) -> Card | None:
    """The next few tasks about people; nothing for those who have none."""
    mine = queries.asked_of(user)[:5]
    return Card("members/_card_tasks.html", {"tasks": mine}, weight=21) if mine else None
