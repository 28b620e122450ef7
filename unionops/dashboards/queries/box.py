"""The machine's own news: work of the model, what happened lately, what waits for a second person."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from unionops.platform.access.models import SecondPerson, User
from unionops.platform.access.policy import policy
from unionops.platform.audit import queries as audit
from unionops.platform.audit.models import Event
from unionops.platform.jobs import queries as jobs
from unionops.platform.jobs.models import ACTIVE, Job, State

SIGNING = ("signed in", "signed out", "failed to sign in")


def model_jobs(user: User, limit: int = 5) -> list[Job]:
    """What the model has to do now, in the order it will be done."""
    rows = jobs.jobs(user).filter(queue__startswith="ai.", state__in=ACTIVE)
    return list(rows.order_by("id")[:limit])


def my_jobs(user: User, limit: int = 8) -> list[Job]:
    """The user's own work in hand, and what failed and was not tried again."""
    rows = jobs.jobs(user).filter(owner=user, state__in=[*ACTIVE, State.FAILED, State.BLOCKED])
    return list(rows.order_by("-id")[:limit])


def failed_jobs(user: User) -> int:
    return jobs.jobs(user).filter(state=State.FAILED).count()


def lately(user: User, limit: int = 6) -> list[Event]:
    """The newest deeds the user may read, without sign-ins and looks; what one person did again is shown once."""
    rows = audit.events(user).filter(actor__isnull=False, actor__is_system=False)
    newest = rows.exclude(Q(action__in=SIGNING) | Q(action__startswith="viewed"))[: limit * 10]
    kept: dict[tuple[int | None, str], Event] = {}
    for event in newest:
        kept.setdefault((event.actor_id, event.action), event)
    return list(kept.values())[:limit]


@dataclass(frozen=True)
class Waiting:
    """Deeds that wait for a second person: those the user may decide, and the user's own."""

    to_decide: list[SecondPerson]
    asked: list[SecondPerson]

    @property
    def any(self) -> bool:
        return bool(self.to_decide or self.asked)


def second_person(user: User) -> Waiting:
    rows: QuerySet[SecondPerson] = SecondPerson.objects.filter(approved_at=None, refused_at=None, used_at=None)
    waiting = list(rows.select_related("requested_by").order_by("requested_at"))
    may_decide = [row for row in waiting if row.requested_by_id != user.pk and policy.scope(user, row.capability)]
    return Waiting(may_decide, [row for row in waiting if row.requested_by_id == user.pk])
