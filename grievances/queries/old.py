"""Old cases on paper: what waits to be read, what waits for a person."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Count, QuerySet

from grievances.models import OldFile, ScanState
from grievances.queries.cases import may_open_upload
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.jobs.models import ACTIVE, Job

IMPORT = "grievances.import"


def old_files(user: User) -> QuerySet[OldFile]:
    rows: QuerySet[OldFile] = OldFile.objects.visible_to(user, IMPORT)
    return rows.select_related("upload", "case", "case__matter")


def old_file(user: User, public_id: uuid.UUID) -> OldFile:
    return old_files(user).get(public_id=public_id)


def counts(user: User) -> dict[str, int]:
    found = dict(old_files(user).order_by().values_list("state").annotate(n=Count("pk")))
    return {state: found.get(state, 0) for state in ScanState.values}


def next_to_check(user: User, after: OldFile | None = None) -> OldFile | None:
    """The next file that was read, going round to the first."""
    rows = old_files(user).filter(state=ScanState.READ)
    later = rows.filter(pk__gt=after.pk).first() if after is not None else None
    return later or rows.first()


def reading_job(user: User) -> Job | None:
    rows = Job.objects.filter(kind__endswith="read_old_files", state__in=ACTIVE)
    found: Job | None = rows.order_by("-id").first()
    return found


def owner_of_waiting(user: User) -> User | None:
    """Whoever brought in the first file that was not read yet."""
    row = OldFile.objects.filter(state=ScanState.WAITING).select_related("by").first()
    return row.by if row else None


def may_open(user: Any, upload: Any) -> bool:
    """Before a case is made of it, whoever may bring in old cases; after that, whoever may read the case."""
    row = OldFile.objects.filter(upload=upload).select_related("case").first()
    if row is not None and row.case is not None:
        return may_open_upload(user, upload)
    return row is not None and may(user, IMPORT)
