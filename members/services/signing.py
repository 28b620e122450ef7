"""Signed membership forms, kept sealed with the spell they began."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.models import Membership, Person
from members.services.editing import start_membership
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.files.models import Upload
from unionops.platform.files.services import destroy_upload, store_upload

PURPOSE = "membership-form"


def begin_with_form(
    *, by: User, person: Person, status: str, method: str, since: datetime.date, form_file: Any = None
) -> Membership:
    """A new membership with its form, when there is one. Problem, and no membership, for a file that is no scan."""
    said = {"status": status, "method": method, "since": since}
    if not form_file:
        return start_membership(by=by, person=person, **said)
    upload = store_upload(by=by, file=form_file, name=form_file.name, purpose=PURPOSE)
    try:
        start_membership(by=by, person=person, **said)
    except Problem:
        destroy_upload(by=by, upload=upload, reason="no membership began")
        raise
    return _attached(by, person, upload)


def attach_form(*, by: User, person: Person, file: Any) -> Membership:
    """Put the form with the present membership; one that was there before is destroyed."""
    if not Membership.objects.filter(person=person, until=None).exists():
        raise Problem("no_membership", _("%s is not a member.") % person.name, _("Start a membership first."))
    upload = store_upload(by=by, file=file, name=file.name, purpose=PURPOSE)
    return _attached(by, person, upload)


@transaction.atomic
def _attached(by: User, person: Person, upload: Upload) -> Membership:
    row = Membership.objects.select_for_update().get(person=person, until=None)
    forget_form(by=by, spell=row, reason="another form took its place")
    row.form_name, row.form_upload = upload.name[:120], upload.public_id
    row.save(update_fields=["form_name", "form_upload"])
    record(by, "put a signed form with a membership", person)
    return row


def forget_form(*, by: User, spell: Membership, reason: str) -> None:
    """Destroy the kept file of a spell, if it has one; does not save the spell."""
    if spell.form_upload and (kept := Upload.objects.filter(public_id=spell.form_upload).first()):
        destroy_upload(by=by, upload=kept, reason=reason)


def may_open(user: User, upload: Any) -> bool:
    """Whoever may read the membership may open its form."""
    rows = Membership.objects.visible_to(user, "field:dues")
    return bool(rows.filter(form_upload=upload.public_id).exists())
