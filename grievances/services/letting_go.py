"""Cases that nobody needs any more go whole: the local says after how long, and a legal hold beats it."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from grievances.models import CaseDocument, Grievance, Matter, OldFile, Outcome, Status
from grievances.models.matters import WON
from grievances.services.indexing import refresh
from unionops.platform.access.models import User
from unionops.platform.ai.services import forget_about
from unionops.platform.audit.services import record
from unionops.platform.files.services import destroy_upload

WHY = "kept long enough"
STANDS_ELSEWHERE = (*WON, Outcome.MERGED, Outcome.OTHER_FORUM)


def forget_closed(*, by: User, before: datetime.datetime) -> int:
    """Cases that ended before a moment; a date still to come keeps one. How many went."""
    return _forget(by, _over(before), "let go of old closed cases")


def forget_unfiled(*, by: User, before: datetime.datetime) -> int:
    """Intakes that were closed without ever being filed; nothing of what was brought in from old records."""
    begun = Q(grievances__filed_on__isnull=False) | Q(grievances__raised_on__isnull=False)
    filed = begun | Q(grievances__outcome__in=STANDS_ELSEWHERE)
    old = Q(source_import__isnull=False) | Q(grievances__in=OldFile.objects.exclude(case=None).values("case"))
    return _forget(by, _over(before).exclude(filed | old), "let go of intakes that were never filed")


def _over(before: datetime.datetime) -> QuerySet[Matter]:
    """Every case of the matter ended on a known day that long ago, no hold is on it, and no date of it lies ahead."""
    ended = Grievance.objects.filter(status=Status.CLOSED, closed_on__lt=before.date())
    lasting = Grievance.objects.exclude(pk__in=ended.values("pk")).values("matter")
    rows: QuerySet[Matter] = Matter.objects.filter(litigation_hold=False, pk__in=ended.values("matter"))
    return rows.exclude(pk__in=lasting).exclude(deadlines__due__gte=before.date())


def _forget(by: User, rows: QuerySet[Matter], action: str) -> int:
    gone = 0
    for matter in list(rows):
        gone += _let_go(by, matter)
    if gone:
        record(by, action, count=gone)
    return gone


@transaction.atomic
def _let_go(by: User, matter: Matter) -> int:
    """With its papers, scans, drafts of the model and its words in the index: all of one case or nothing."""
    scans = OldFile.objects.filter(case__matter=matter)
    papers = CaseDocument.objects.filter(matter=matter)
    uploads = [row.upload for rows in (papers, scans) for row in rows.select_related("upload")]
    for about in (matter, *matter.grievances.all()):
        forget_about(about)
    scans.delete()
    matter.delete()
    refresh(matter)
    for upload in uploads:
        destroy_upload(by=by, upload=upload, reason=WHY)
    return 1
