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
from members.audience import Receipt
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent

READY = (State.APPROVED, State.SCHEDULED, State.SENDING, State.SENT, State.EXPORTED)
KEPT = datetime.timedelta(days=30)


@transaction.atomic
def export_version(*, by: User, version: Version, file_format: str, purpose: str, progress: Progress = silent) -> File:
    """The people of the frozen audience who may still be reached, and nobody else."""
    _require_ready(version, file_format, purpose)
    receipt = None if file_format in outreach.NAMELESS else queries.receipt(by, version)
    if receipt is None and file_format not in outreach.NAMELESS:
        raise Problem("no_audience", _("This version goes to no saved list."), _("Choose a list in the brief."))
    job = _job(version, receipt, progress)
    file = outreach.write(file_format, job)
    counted = _counted(receipt, len(job.people), file) if receipt else None
    _manifest(by, version, file_format, purpose, file, counted)
    return file


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


def _manifest(by: User, version: Version, file_format: str, purpose: str, file: File, counted: Counted | None) -> None:
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
    )
    if not any(other.reach == "email" and other.segment_id for other in queries.versions(version.message)):
        Message.objects.filter(pk=version.message_id, state=State.APPROVED).update(state=State.EXPORTED)
    record(
        by, "exported a version of a message", row, count=row.count, reason=row.purpose, detail={"sha256": row.sha256}
    )
