"""Signed addresses by which grievants see where their case stands; each ends by itself, and can be taken back."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from grievances.models import CaseSettings, Grievance, StatusLink
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

SALT = "grievances.status"
LONGEST = 180
DAYS = 90


@transaction.atomic
def make_link(*, by: User, case: Grievance, days: int = DAYS) -> StatusLink:
    """A new address; one made before for the same case stops working. Raises Problem while the local has it off."""
    if not CaseSettings.current().members_see_status:
        raise Problem(
            "status_off",
            _("This local does not show grievants where their case stands."),
            _("It can be switched on in the settings of case work."),
        )
    if case.matter.restricted:
        raise Problem("restricted", _("A restricted case is shown to its readers only."))
    _end(case)
    until = today() + datetime.timedelta(days=min(max(days, 1), LONGEST))
    row: StatusLink = StatusLink.objects.create(matter=case.matter, grievance=case, until=until, by=by)
    record(by, "made a status link", case, detail={"until": until.isoformat()})
    return row


def _end(case: Grievance) -> int:
    return StatusLink.objects.filter(grievance=case, ended_at=None).update(ended_at=timezone.now())


@transaction.atomic
def end_links(*, by: User, case: Grievance) -> None:
    if _end(case):
        record(by, "took a status link back", case)


def token_of(row: StatusLink) -> str:
    return signing.Signer(salt=SALT).sign(str(row.public_id)).replace(":", "~")


@transaction.atomic
def open_link(*, token: str) -> StatusLink | None:
    """The link of a token that is signed by us, has not ended and is still allowed. Each opening is counted, and stands
    in the trail of the case.
    """
    try:
        signer = signing.Signer(salt=SALT, fallback_keys=[*settings.LINK_KEYS_BEFORE])
        public_id = signer.unsign(token.replace("~", ":"))
    except signing.BadSignature:
        return None
    rows = StatusLink.objects.filter(public_id=public_id, ended_at=None, until__gte=today())
    row: StatusLink | None = rows.select_related("grievance", "grievance__step", "matter").first()
    if row is None or row.matter.restricted or not CaseSettings.current().members_see_status:
        return None
    StatusLink.objects.filter(pk=row.pk).update(opened=F("opened") + 1)
    record(None, "opened a status link", row.grievance)
    return row
