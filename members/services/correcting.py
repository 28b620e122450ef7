"""A note made by mistake is corrected or taken back; what it said before is kept."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.life.notes import Note
from members.models import Conversation, EarlierNote
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

TALK_FACTS = ("on", "place", "off_duty", "heard", "ask", "answer", "follow_up_on", "followed_up")
ASSESSMENT_FACTS = ("on", "question", "score")
DAYS = {"on", "follow_up_on"}


def facts_of(note: Note) -> dict[str, Any]:
    names = TALK_FACTS if isinstance(note, Conversation) else ASSESSMENT_FACTS
    return {name: getattr(note, name) for name in names}


@transaction.atomic
def correct_note(*, by: User, note: Note, why: str = "", **facts: Any) -> None:
    """Other facts in place of those noted. Nothing happens when none differs."""
    before = facts_of(note)
    changed = {name: value for name, value in facts.items() if before[name] != value}
    if not changed:
        return
    _keep(by, note, before, why)
    for name, value in changed.items():
        setattr(note, name, value)
    note.save(update_fields=sorted(changed))
    record(by, "corrected a note about a person", note.person, fields=sorted(changed), reason=why)


@transaction.atomic
def take_back_note(*, by: User, note: Note, why: str) -> None:
    """The note no longer counts, is found by no list and is not exported; it stays in the history. Needs a reason."""
    if not why.strip():
        raise Problem("no_reason", _("Say why it is taken back."), _("Such as: noted for the wrong person."))
    _keep(by, note, facts_of(note), why, is_removed=True)
    record(by, "took back a note about a person", note.person, reason=why)
    note.delete()


def _keep(by: User, note: Note, facts: dict[str, Any], why: str, *, is_removed: bool = False) -> None:
    kind = EarlierNote.Kind.TALK if isinstance(note, Conversation) else EarlierNote.Kind.ASSESSMENT
    said = {name: str(value) if name in DAYS and value else value for name, value in facts.items()}
    EarlierNote.objects.create(
        person=note.person, kind=kind, note=note.public_id, facts=said, by=by, why=why.strip()[:200],
        is_removed=is_removed,
    )  # fmt: skip
