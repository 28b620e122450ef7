"""Texts any message may rest on: given by a person who may, taken back by one who may."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comms.models import ReleasedText
from comms.queries.grounds import is_on_roster, names_within
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@transaction.atomic
def release_text(*, by: User, kind: str, label: str, text: str) -> ReleasedText:
    """Keep the words for all messages. A settled case that names somebody on the roster is refused."""
    label, text = " ".join(label.split())[:160], text.replace("\r\n", "\n").strip()
    if kind not in ReleasedText.Kind.values:
        raise Problem(
            "bad_kind", _("There is no kind of text called '%s'.") % kind, ", ".join(ReleasedText.Kind.values)
        )
    if not label or not text:
        raise Problem("no_text", _("Words or label are missing."), _("Say what it is and paste the words."))
    if kind == ReleasedText.Kind.SETTLED:
        require_nameless(by, f"{label}\n{text}")
    row = ReleasedText.objects.create(kind=kind, label=label, text=text[:4000], by=by)
    record(by, "released a text for messages", row, detail={"kind": kind})
    return row


def require_nameless(by: User, text: str) -> None:
    named = [name for name in names_within(text) if is_on_roster(by, name)]
    if named:
        raise Problem(
            "person_named",
            _("The words name somebody on the roster: %s.") % ", ".join(named[:3]),
            _("Tell what was won, not who won it."),
        )


@transaction.atomic
def withdraw_text(*, by: User, row: ReleasedText) -> None:
    """No new message may rest on it; those that went out keep their words."""
    if row.withdrawn_at is None:
        row.withdrawn_at = timezone.now()
        row.save(update_fields=["withdrawn_at"])
        record(by, "withdrew a text for messages", row)
