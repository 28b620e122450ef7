"""Change the words of a version, keep a finding with a reason, remark on a line."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comms import composing, queries
from comms.checks.parts import Draft, Finding
from comms.models import Comment, Engine, KeptFinding, Message, Version, VersionText
from comms.services.voiding import require_changeable, void_approvals
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@transaction.atomic
def edit_version(*, by: User, version: Version, subject: str, preheader: str, body: str) -> Version:
    """A person's words. The same words again change nothing and void nothing."""
    draft = Draft(version.channel, body.replace("\r\n", "\n"), " ".join(subject.split()), " ".join(preheader.split()))
    if (draft.subject, draft.preheader, draft.body) == (version.subject, version.preheader, version.body):
        return version
    keep_wording(by=by, version=version, draft=draft, engine=Engine.PERSON)
    record(by, "edited a version of a message", version)
    return version


@transaction.atomic
def restore_wording(*, by: User, version: Version, number: int) -> Version:
    """Bring an earlier wording back, as a new one."""
    earlier = version.texts.filter(number=number).first()
    if earlier is None:
        raise Problem("no_wording", _("There is no wording %s.") % number, _("Choose one from the list."))
    draft = Draft(version.channel, earlier.body, earlier.subject, earlier.preheader)
    keep_wording(by=by, version=version, draft=draft, engine=Engine.PERSON)
    record(by, "brought back an earlier wording", version)
    return version


def keep_wording(*, by: User, version: Version, draft: Draft, engine: str, run: uuid.UUID | None = None) -> None:
    """Write the words onto the version and into its history; approvals fall. Callers leave the event."""
    require_changeable(version.message)
    version.subject = composing.subject_of(draft)[:200]
    version.preheader, version.body = draft.preheader[:200], draft.body
    version.engine, version.is_reviewed = engine, engine == Engine.PERSON
    version.run = run if run is not None else version.run
    version.spoken_by = version.spoken_at = None
    version.save()
    last = version.texts.values_list("number", flat=True).first() or 0
    VersionText.objects.create(
        version=version,
        number=last + 1,
        subject=version.subject,
        preheader=version.preheader,
        body=version.body,
        engine=engine,
        by=by,
    )
    void_approvals(version.message, why=_("the words changed"))


@transaction.atomic
def accept_version(*, by: User, version: Version) -> None:
    """A person read the model's words and takes them as they are."""
    require_changeable(version.message)
    version.is_reviewed = True
    version.save(update_fields=["is_reviewed"])
    record(by, "accepted the words of a version", version)


@transaction.atomic
def speak_for(*, by: User, version: Version) -> None:
    """A person who speaks the language read it and stands for the words; any later change asks again."""
    require_changeable(version.message)
    if not version.body.strip():
        raise Problem("no_words", _("There are no words to read yet."), _("Write the version first."))
    version.is_reviewed, version.spoken_by, version.spoken_at = True, by, timezone.now()
    version.save(update_fields=["is_reviewed", "spoken_by", "spoken_at"])
    record(by, "stood for the words of a translation", version, detail={"language": version.language})


@transaction.atomic
def keep_finding(*, by: User, version: Version, key: str, reason: str) -> KeptFinding:
    """Keep the words although a check named them; some findings cannot be kept."""
    require_changeable(version.message)
    found = _finding(by, version, key)
    if not found.keepable:
        raise Problem("not_keepable", _("This finding cannot be kept."), _("Change the words."))
    return _keep(by, version, found, reason)


@transaction.atomic
def keep_kind(*, by: User, message: Message, code: str, reason: str) -> int:
    """Keep every open finding of one kind, in all versions, with one reason. Returns how many."""
    require_changeable(message)
    same = [
        (row.version, found)
        for row in queries.checked(by, message)
        for found in row.open
        if found.code == code and found.keepable
    ]
    if not same:
        raise Problem("no_finding", _("Nothing of this kind is open any more."), _("Look at the checks again."))
    for version, found in same:
        _keep(by, version, found, reason)
    return len(same)


def _keep(by: User, version: Version, found: Finding, reason: str) -> KeptFinding:
    if len(reason.strip()) < 3:
        raise Problem("no_reason", _("A kept finding needs a reason."), _("Say in a few words why it is right."))
    row, _new = KeptFinding.objects.update_or_create(
        version=version, key=found.key[:400], defaults={"code": found.code, "reason": reason.strip()[:300], "by": by}
    )
    record(by, "kept a finding with a reason", version, reason=reason.strip()[:300], detail={"code": found.code})
    return row


@transaction.atomic
def reopen_finding(*, by: User, version: Version, key: str) -> None:
    """Take a kept finding up again."""
    require_changeable(version.message)
    version.kept.filter(key=key[:400]).delete()
    record(by, "took up a kept finding again", version)


@transaction.atomic
def comment(*, by: User, version: Version, line: int, text: str) -> Comment:
    """A remark for whoever writes; does not change the words."""
    if not text.strip():
        raise Problem("no_text", _("The remark is empty."), _("Write what should change."))
    row = Comment.objects.create(version=version, line=max(0, line), text=text.strip()[:500], by=by)
    record(by, "remarked on a version of a message", version)
    return row


@transaction.atomic
def settle_comment(*, by: User, comment: Comment) -> None:
    """Mark a remark as dealt with."""
    comment.done_at = timezone.now()
    comment.save(update_fields=["done_at"])
    record(by, "settled a remark", comment.version)


def _finding(by: User, version: Version, key: str) -> Finding:
    for row in queries.checked(by, version.message):
        if row.version.pk == version.pk:
            for finding in row.findings:
                if finding.key[:400] == key[:400]:
                    return finding
    raise Problem("no_finding", _("The text changed; that finding is gone."), _("Look at the checks again."))
