"""Reads about the model: what is chosen, what was run, what is remembered."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.ai.models import AIOutput, MemoryItem, MemoryKind, ModelProfile, Role, Run
from unionops.platform.jobs.models import ACTIVE, Job

FETCHING = "unionops.platform.ai.tasks.fetch"


def profile(role: str) -> ModelProfile | None:
    """The model in use for a role; who reads clauses may be the one who drafts."""
    found = ModelProfile.objects.filter(active=True, role=role).select_related("approved_by").first()
    if found is None and role == Role.EXTRACT:
        return profile(Role.DRAFT)
    return found


def profiles() -> QuerySet[ModelProfile]:
    """Those in use, and those that are to sit the local's exam first."""
    return ModelProfile.objects.filter(Q(active=True) | Q(candidate=True)).select_related("approved_by")


def exam() -> QuerySet[MemoryItem]:
    """The local's own questions that a model must answer right before it is switched on."""
    return MemoryItem.objects.filter(kind=MemoryKind.EXAM, active=True).exclude(expected="").order_by("pk")


def a_profile(public_id: uuid.UUID) -> ModelProfile:
    found = profiles().filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def runs(user: User) -> QuerySet[Run]:
    """The runs a person may look at: their own, or all."""
    rows: QuerySet[Run] = Run.objects.visible_to(user, "runs.view").select_related("by", "profile", "prompt")
    return rows


def run(user: User, public_id: uuid.UUID) -> Run:
    found = runs(user).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def outputs(user: User, run_row: Run) -> QuerySet[AIOutput]:
    """What the model wrote, for whoever asked it: it may be about a case that others must not read."""
    rows: QuerySet[AIOutput] = AIOutput.objects.visible_to(user, "runs.view").filter(run=run_row, run__by=user)
    return rows


def runs_today(user: User) -> int:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return int(Run.objects.filter(by=user, at__gte=midnight).count())


def memory(user: User | None = None, kinds: Iterable[str] = (), language: str = "") -> QuerySet[MemoryItem]:
    """What the local remembers; nothing for a person whose office may not read it."""
    rows = MemoryItem.objects.select_related("changed_by")
    if user is not None and not may(user, "memory.view"):
        return rows.none()
    if kinds:
        rows = rows.filter(kind__in=list(kinds))
    return rows.filter(language=language) if language else rows


def memory_item(user: User, public_id: uuid.UUID) -> MemoryItem:
    found = memory(user).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def profile_by_id(profile_id: int) -> ModelProfile:
    return ModelProfile.objects.get(pk=profile_id)


def work_going_on(user: User) -> list[Job]:
    """What is running or waiting for the model, first come first."""
    rows = Job.objects.visible_to(user, "jobs.view").filter(state__in=ACTIVE)
    return list(rows.filter(Q(queue__startswith="ai.") | Q(kind__startswith=FETCHING)).order_by("id")[:20])


def remembered(run_row: Run) -> list[MemoryItem]:
    """The entries of the house memory that this run was given and that still exist."""
    return list(MemoryItem.objects.filter(public_id__in=run_row.memory))


def memory_counts(user: User) -> list[tuple[str, str, int]]:
    """(kind, its name, how many entries), kinds without any included."""
    found = dict(memory(user).order_by().values_list("kind").annotate(Count("pk")))
    return [(kind.value, str(kind.label), int(found.get(kind.value, 0))) for kind in MemoryKind]
