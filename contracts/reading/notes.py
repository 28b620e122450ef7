"""The local's own notes and the changes since the version before, as margin notes."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from contracts import queries
from contracts.changes import ledger
from contracts.models import Clause, LinkKind, NoteKind
from contracts.reading.margin import MarginNote
from unionops.platform.access.models import User
from unionops.platform.access.policy import may

TONES = {NoteKind.NOTE: "human", NoteKind.READING: "good", NoteKind.PRACTICE: "prec", NoteKind.WARNING: "bad"}
ONLY_PLACE = (LinkKind.RENUMBERED, LinkKind.MOVED)


def written(user: User, clauses: list[Clause]) -> Iterator[MarginNote]:
    """Notes of stewards on these clauses, through all versions."""
    if not may(user, "contracts.note"):
        return
    at = {clause.lineage_id: clause for clause in clauses}
    for note in queries.notes(user, clauses):
        clause = at[note.lineage_id]
        yield MarginNote(
            clause_id=clause.pk,
            tone=TONES[NoteKind(note.kind)],
            title=str(note.get_kind_display()),
            text=note.text,
            detail=f"{note.author.name}, {note.created_at:%-d %b %Y}",
            remove_url=reverse("contracts:withdraw-note", args=[note.public_id]) if note.author_id == user.pk else "",
        )


def practised(user: User, clauses: list[Clause]) -> Iterator[MarginNote]:
    """Past practices on these clauses, for those who may read the ledger."""
    if not may(user, ledger.VIEW):
        return
    for clause, practice in ledger.linked(user, clauses):
        since = f"{practice.since:%-d %b %Y}" if practice.since else practice.since_words
        said = [str(practice.get_state_display()), _("since %(day)s") % {"day": since} if since else ""]
        yield MarginNote(
            clause_id=clause.pk,
            tone="prec",
            title=str(_("Past practice")),
            text=practice.title,
            url=practice.get_absolute_url(),
            detail=", ".join(filter(None, said)),
        )


def lettered(user: User, clauses: list[Clause]) -> Iterator[MarginNote]:
    """Side letters that change these clauses, for everybody who may read the agreement."""
    for clause, change in ledger.letters_on(user, clauses):
        url = reverse("contracts:agreement", args=[change.letter.slug])
        yield MarginNote(clause.pk, "prec", str(_("Side letter")), change.letter.title, url, change.what)


def changed(user: User, clauses: list[Clause]) -> Iterator[MarginNote]:
    """'Changed since 2019' beside clauses whose words are not those of the version before."""
    if not clauses or not clauses[0].version.supersedes_id:
        return
    version = clauses[0].version
    here = {clause.pk: clause for clause in clauses}
    links = queries.links_to(user, version).filter(new__in=here).exclude(kind=LinkKind.UNCHANGED).select_related("old")
    kinds = {link.new_id: link.kind for link in links}
    for link in links:
        clause = here[link.new_id or 0]
        if link.kind in ONLY_PLACE and kinds.get(clause.parent_id) in ONLY_PLACE:
            continue  # it only went along with what it stands in
        said = str(link.get_kind_display())
        if link.kind in ONLY_PLACE and link.old:
            said = _("%(kind)s, was %(label)s") % {"kind": said, "label": link.old.label}
        url = reverse("contracts:compare") + f"?new={version.public_id}&clause={link.new_id}"
        yield MarginNote(clause.pk, "", str(_("Against the version before")), said, url=url)
