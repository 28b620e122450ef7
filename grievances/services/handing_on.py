"""Open tasks follow the case: nobody keeps one they cannot see."""

from __future__ import annotations

from grievances.models import CaseTask, Matter
from unionops.platform.access.models import User


def tasks_go_along(by: User, matter: Matter) -> None:
    """Tasks of people who can no longer read the matter go to its steward, else to whoever changed it."""
    taker = matter.steward if matter.steward and _reads(matter.steward, matter) else by
    tasks = list(CaseTask.objects.filter(matter=matter, done_at=None).select_related("owner"))
    lost = {task.owner for task in tasks if not _reads(task.owner, matter)}
    CaseTask.objects.filter(pk__in=[task.pk for task in tasks if task.owner in lost]).update(owner=taker)


def _reads(user: User, matter: Matter) -> bool:
    return bool(user.is_active and Matter.objects.visible_to(user, "grievances.view").filter(pk=matter.pk).exists())
