"""Lets go of roster files that were read and never applied, with all the rows they hold."""

import datetime

from django.db import transaction

from members.models import ImportState, RosterImport
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.files.models import Upload
from unionops.platform.files.services import destroy_upload

OPEN = (ImportState.READING, ImportState.PLANNED, ImportState.FAILED)


@transaction.atomic
def forget_unapplied(*, by: User, before: datetime.datetime) -> int:
    """The plan, the rows and the file itself. Returns how many imports went."""
    going = list(RosterImport.objects.filter(state__in=OPEN, created_at__lt=before))
    for row in going:
        row.delete()
        _destroy_file(by, row)
    if going:
        record(by, "let go of roster files nobody applied", count=len(going))
    return len(going)


def _destroy_file(by: User, row: RosterImport) -> None:
    upload = Upload.objects.filter(public_id=row.upload).first() if row.upload else None
    if upload and not RosterImport.objects.filter(upload=row.upload).exists():
        destroy_upload(by=by, upload=upload, reason="its import was never applied")
