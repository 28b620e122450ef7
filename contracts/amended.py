"""The text in force on a day: an agreement's words with every confirmed amendment carried out."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from contracts.comparing.words import Words, word_changes
from contracts.margin import MarginNote
from contracts.models import AgreementVersion, Amendment, AmendmentState, Clause, VersionState
from contracts.parsing.amending import applied
from unionops.platform.access.models import User
from unionops.platform.ai import quotes
from unionops.platform.core.days import today

VIEW, MANAGE = "contracts.view", "contracts.manage"


@dataclass(frozen=True, slots=True)
class InForce:
    """A clause's words on a day; `conflicts` are confirmed amendments whose old words do not stand in it just once."""

    text: str
    words: Words
    carried_out: list[Amendment]
    conflicts: list[Amendment]


def of_letter(user: User, version: AgreementVersion) -> list[tuple[Amendment, Clause | None]]:
    """A letter's amendments with the clause each belongs to, as it reads in the newest published text."""
    rows = list(Amendment.objects.visible_to(user, VIEW).filter(version=version).select_related("source", "decided_by"))
    places = Clause.objects.visible_to(user, VIEW).filter(
        lineage__in=[row.lineage_id for row in rows], version__state=VersionState.PUBLISHED
    )
    newest = {
        clause.lineage_id: clause for clause in places.select_related("version__agreement").order_by("version_id")
    }
    return [(row, newest.get(row.lineage_id or 0)) for row in rows]


def amendment(user: User, public_id: uuid.UUID) -> Amendment | None:
    return Amendment.objects.visible_to(user, MANAGE).filter(public_id=public_id).select_related("version").first()


def on_clauses(user: User, clauses: list[Clause], day: datetime.date) -> dict[int, list[Amendment]]:
    """Confirmed amendments of letters in force on the day, by lineage, oldest letter first."""
    begun = Q(version__effective__isnull=True) | Q(version__effective__lte=day)
    ended = Q(version__expires__lt=day) | Q(version__superseded_on__lte=day)
    found = (
        Amendment.objects.visible_to(user, VIEW)
        .filter(begun, lineage__in={clause.lineage_id for clause in clauses}, state=AmendmentState.CONFIRMED)
        .filter(version__state=VersionState.PUBLISHED)
        .exclude(ended)
        .select_related("version__agreement")
        .order_by(F("version__effective").asc(nulls_first=True), "version_id", "id")
    )
    out: dict[int, list[Amendment]] = defaultdict(list)
    for row in found:
        out[row.lineage_id or 0].append(row)
    return out


def in_force(user: User, clause: Clause, day: datetime.date | None = None) -> InForce:
    """The clause's text on a day (today), and word by word what the letters changed."""
    return _carried_out(clause, on_clauses(user, [clause], day or today())[clause.lineage_id])


def _carried_out(clause: Clause, amendments: list[Amendment]) -> InForce:
    text = now = clause.text
    done: list[Amendment] = []
    conflicts = []
    for row in amendments:
        if _printed_since(row, clause) or _stands_already(row, now, done):
            continue
        span = _only(row.old, now)
        if span is None:
            conflicts.append(row)
            continue
        now = applied(row.kind, now, row.new, span.start, span.end)
        done.append(row)
    return InForce(now, word_changes(text, now), done, conflicts)


def _only(words: str, text: str) -> quotes.Span | None:
    """Where the words stand, when they stand there once."""
    span = quotes.find(words, text)
    return span if span is not None and quotes.find(words, text[span.end :]) is None else None


def _printed_since(row: Amendment, clause: Clause) -> bool:
    """A text that began after the letter and has its words is the newer word on them."""
    began, printed = row.version.effective, clause.version.effective
    return bool(began and printed and printed > began and row.new and quotes.find(row.new, clause.text))


def _stands_already(row: Amendment, now: str, done: list[Amendment]) -> bool:
    """The letter says it twice, or the agreement has the words in this very place: nothing is added again."""
    if any((row.kind, row.old, row.new) == (other.kind, other.old, other.new) for other in done):
        return True
    changed = applied(row.kind, row.old, row.new, 0, len(row.old))
    if quotes.find(row.old, changed) is None:
        return False
    span = quotes.find(changed, now)
    return span is not None and quotes.find(row.old, f"{now[: span.start]}\n{now[span.end :]}") is None


def margin(user: User, clauses: list[Clause]) -> Iterator[MarginNote]:
    """'Amended since 1 May 2026' beside the printed words, with the words in force."""
    rows = on_clauses(user, clauses, today())
    for clause in clauses:
        if amendments := rows.get(clause.lineage_id):
            yield from _notes(clause, _carried_out(clause, amendments))


def _notes(clause: Clause, found: InForce) -> Iterator[MarginNote]:
    for row in found.carried_out:
        since = f"{row.version.effective:%d %b %Y}" if row.version.effective else ""
        said = _("Superseded: “%(old)s”. In force: “%(new)s”.") % {"old": row.old, "new": row.new}
        gone = _("Superseded: “%(old)s”. These words are out.") % {"old": row.old}
        added = _("In force as well: “%(new)s”.") % {"new": row.new}
        text = {"replace": said, "delete": gone}.get(row.kind, added)
        url = reverse("contracts:agreement", args=[row.version.agreement.slug])
        detail = " ".join(part for part in (row.version.agreement.title, since) if part)
        yield MarginNote(clause.pk, "bad", str(_("Amended")), text, url, detail)
    for row in found.conflicts:
        text = _("A confirmed amendment no longer finds its words once in this clause: “%(old)s”.") % {"old": row.old}
        yield MarginNote(clause.pk, "bad", str(_("Check the amendment")), text)
