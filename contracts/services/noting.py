"""Notes people write beside a clause; they stay with it through new versions."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from contracts.models import Clause, ClauseNote, NoteKind
from unionops.platform.access.models import User
from unionops.platform.ai import quotes
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@transaction.atomic
def add_note(*, clause: Clause, by: User, text: str, kind: str = NoteKind.NOTE, quote: str = "") -> ClauseNote:
    """A note on the clause; words quoted in it must stand in the clause."""
    words = text.strip()
    if not words:
        raise Problem("note", _("The note is empty."), _("Write what the next steward should know."))
    span = quotes.find(quote, clause.text) if quote.strip() else None
    if quote.strip() and span is None:
        raise Problem("quote", _("These words do not stand in the clause."), _("Copy them from the clause exactly."))
    note = ClauseNote.objects.create(
        lineage=clause.lineage,
        clause=clause,
        kind=kind,
        text=words,
        quote=clause.text[span.start : span.end] if span else "",
        quote_start=span.start if span else None,
        author=by,
    )
    record(by, "wrote a note on a clause", clause)
    return note


@transaction.atomic
def withdraw_note(*, note: ClauseNote, by: User) -> None:
    """Take a note off the page; it stays in the record."""
    note.withdrawn_at = timezone.now()
    note.save(update_fields=["withdrawn_at"])
    record(by, "withdrew a note on a clause", note)
