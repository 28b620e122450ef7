"""Files of an approved version for whoever carries it out, each with its manifest."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comms import outreach, queries
from comms.models import Export, Message, State, Version
from comms.outreach import File
from members.reaching.audience import Receipt
from unionops.platform.access.models import Local, User
from unionops.platform.access.policy import policy
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files.models import Upload
from unionops.platform.files.services import destroy_upload, keep_made, note_opened, read_upload

READY = (State.APPROVED, State.SCHEDULED, State.SENDING, State.SENT, State.EXPORTED)
KEPT = datetime.timedelta(hours=24)
FILES = "outreach"


def export_version(*, by: User, version: Version, file_format: str, purpose: str, progress: Progress = silent) -> File:
    """The people of the frozen audience who may still be reached, and nobody else.

    The file is made and sealed before the database is locked; it can be fetched again for a day.
    """
    _require_ready(version, file_format, purpose)
    receipt = None if file_format in outreach.NAMELESS else queries.receipt(by, version)
    if receipt is None and file_format not in outreach.NAMELESS:
        raise Problem("no_audience", _("This version goes to no saved list."), _("Choose a list in the brief."))
    job = _job(version, receipt, progress)
    file = outreach.write(file_format, job)
    counted = _counted(receipt, len(job.people), file) if receipt else None
    kept = keep_made(by=by, data=file.content, name=file.name, media_type=file.media_type, purpose=FILES)
    with transaction.atomic():
        version.message.refresh_from_db()
        _require_ready(version, file_format, purpose)
        _manifest(by, version, file_format, purpose, file, counted, kept)
    return file


def may_read_file(user: User, upload: Upload) -> bool:
    """Whoever may export the message."""
    row = Export.objects.filter(file=upload).select_related("version__message").first()
    return row is not None and policy.scope(user, "comms.export") == "all"


def fetch_again(*, by: User, export: Export) -> File:
    """The file as it was made. Raises Problem when it is gone."""
    if export.file is None or (export.expires_at and export.expires_at <= timezone.now()):
        raise Problem(
            "file_gone",
            _("This file is gone: it was kept for a day."),
            _("Export again; who said no is left out."),
        )
    note_opened(by=by, upload=export.file)
    return File(read_upload(export.file), export.file.name, export.file.media_type)


def remove_expired(*, by: User) -> int:
    """Destroy files whose days are over; the manifest stays."""
    due = Export.objects.filter(expires_at__lte=timezone.now()).exclude(file=None).select_related("file")
    return sum(destroy_file(by=by, export=row, reason="its days are over") for row in due)


@transaction.atomic
def destroy_file(*, by: User, export: Export, reason: str) -> int:
    if export.file is None:
        return 0
    upload, export.file, export.removed_at = export.file, None, timezone.now()
    export.save(update_fields=["file", "removed_at"])
    destroy_upload(by=by, upload=upload, reason=reason)
    record(by, "removed a file of outreach", export, reason=reason)
    return 1


def _require_ready(version: Version, file_format: str, purpose: str) -> None:
    message = version.message
    enough = len(queries.standing_approvals(message)) >= message.approvals_needed
    if message.state not in READY or not enough:
        raise Problem("not_approved", _("This message is not approved."), _("Another person must approve it first."))
    known = dict(outreach.formats_for(version.channel))
    if file_format not in known:
        raise Problem("bad_format", _("There is no format '%s'.") % file_format, ", ".join(known))
    if not purpose.strip():
        raise Problem("no_purpose", _("Say what the file is for."), _("It is kept on record."))


def _job(version: Version, receipt: Receipt | None, progress: Progress) -> outreach.Job:
    local, stewards = Local.current(), queries.steward_names()
    frozen = set(version.snapshot.people) if hasattr(version, "snapshot") else set()
    reached = [row for row in receipt.people if str(row.person.public_id) in frozen] if receipt else []
    return outreach.Job(
        title=version.message.title,
        subject=version.subject,
        body=version.body,
        language=version.language,
        people=[(row, queries.values_for(row.person, local, stewards)) for row in reached],
        sender=str(local),
        sender_address=local.postal_address,
        day=date_format(today(), "j F Y"),
        progress=progress,
        channel=version.channel,
        tags=queries.tags_of(row.person for row in reached),
        shared=queries.shared_values(local),
    )


@dataclass(frozen=True)
class Counted:
    """`roster == count + sum(excluded.values())`, also for a file that takes fewer than were reached."""

    roster: int
    count: int
    excluded: dict[str, int]


def _counted(receipt: Receipt, written: int, file: File) -> Counted:
    late = receipt.included - written
    excluded = Counter(receipt.excluded) + Counter(file.left_out) + Counter(not_approved=late)
    return Counted(receipt.roster, written - sum(file.left_out.values()), dict(excluded))


def _manifest(
    by: User, version: Version, file_format: str, purpose: str, file: File, counted: Counted | None, kept: Upload
) -> None:
    row = Export.objects.create(
        version=version,
        segment_name=str(version.segment or version.audience),
        format=file_format,
        purpose=purpose.strip()[:300],
        roster=counted.roster if counted else 0,
        count=counted.count if counted else 0,
        excluded=counted.excluded if counted else {},
        columns=list(file.columns),
        sha256=hashlib.sha256(file.content).hexdigest(),
        by=by,
        expires_at=timezone.now() + KEPT,
        file=kept,
    )
    if not any(other.reach == "email" and other.segment_id for other in queries.versions(version.message)):
        Message.objects.filter(pk=version.message_id, state=State.APPROVED).update(state=State.EXPORTED)
    record(
        by, "exported a version of a message", row, count=row.count, reason=row.purpose, detail={"sha256": row.sha256}
    )
