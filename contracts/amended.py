"""The text in force on a day: an agreement's words with every confirmed amendment carried out."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from contracts.annotating.sentences import sentences
from contracts.models import AgreementKind, AgreementVersion, Amendment, AmendmentState, Clause, VersionState
from contracts.models.changed import Changed
from contracts.parsing.amending import applied, unread
from contracts.reading.margin import MarginNote
from unionops.platform.access.models import User
from unionops.platform.ai import quotes
from unionops.platform.core.days import today

VIEW, MANAGE = "contracts.view", "contracts.manage"
LETTERS = (AgreementKind.SIDE_LETTER, AgreementKind.SUPPLEMENT, AgreementKind.AWARD)
FEW = 300  # lineages named one by one in a query; beyond that all confirmed amendments are looked at


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


def not_carried_out(user: User, version: AgreementVersion) -> list[str]:
    """What a letter says of clauses without quoting old words: a person has to read it."""
    if version.agreement.kind not in LETTERS:
        return []
    rows = Clause.objects.visible_to(user, VIEW).filter(version=version).order_by("ordinal")
    return [said for row in rows for said in unread(row.text, [(s.start, s.end) for s in sentences(row.text)])]


def amendment(user: User, public_id: uuid.UUID) -> Amendment | None:
    return Amendment.objects.visible_to(user, MANAGE).filter(public_id=public_id).select_related("version").first()


def day_for(version: AgreementVersion) -> datetime.date:
    """The day whose letters count for a text: today, or the nearest day on which the text itself is in force."""
    day = today()
    if version.superseded_on and version.superseded_on <= day:
        return version.superseded_on - datetime.timedelta(days=1)
    return max(day, version.effective) if version.effective else day


def binds(letter: AgreementVersion, day: datetime.date) -> bool:
    """A published letter that has begun, has not run out and was not replaced."""
    begun = letter.effective is None or letter.effective <= day
    ran_out = letter.expires is not None and letter.expires < day
    replaced = letter.superseded_on is not None and letter.superseded_on <= day
    return letter.state == VersionState.PUBLISHED and begun and not ran_out and not replaced


def confirmed(user: User, of: Q) -> list[Amendment]:
    """Confirmed amendments of published letters, the oldest letter first, whatever the day."""
    if not Amendment.objects.filter(state=AmendmentState.CONFIRMED).exists():
        return []  # most of the time; a bare look costs a tenth of the whole question
    rows = Amendment.objects.visible_to(user, VIEW).filter(of, state=AmendmentState.CONFIRMED)
    rows = rows.filter(version__state=VersionState.PUBLISHED).select_related("version__agreement", "lineage")
    return list(rows.order_by(F("version__effective").asc(nulls_first=True), "version_id", "id"))


def read(user: User, clauses: Iterable[Clause], day: datetime.date | None = None) -> list[Clause]:
    """The same clauses, each with what letters changed in it on the day (`clause.changed`, `clause.now`).

    Without a day it is that of `day_for` their version.
    """
    rows = list(clauses)
    lineages = {clause.lineage_id for clause in rows}
    of = Q(lineage__in=lineages) if len(lineages) <= FEW else Q()
    letters: dict[int, list[Amendment]] = defaultdict(list)
    for row in confirmed(user, of) if rows else ():
        if row.lineage_id in lineages:
            letters[row.lineage_id or 0].append(row)
    touched = [clause for clause in rows if clause.lineage_id in letters]
    texts = AgreementVersion.objects.select_related("agreement").in_bulk({c.version_id for c in touched})
    for clause in touched:
        on = day or day_for(texts[clause.version_id])
        binding = [row for row in letters[clause.lineage_id] if binds(row.version, on)]
        clause.changed = _carried_out(clause, texts[clause.version_id], binding) if binding else None
    return rows


def in_force(user: User, clause: Clause, day: datetime.date | None = None) -> Changed:
    """The clause's text on a day (that of its version), and word by word what the letters changed."""
    found = read(user, [clause], day)[0].changed
    return found or Changed(clause.text, clause.text, clause.body_start, [], [])


def _carried_out(clause: Clause, version: AgreementVersion, amendments: list[Amendment]) -> Changed | None:
    now, body_start = clause.text, clause.body_start
    done: list[Amendment] = []
    conflicts = []
    for row in amendments:
        if _printed_since(row, clause, version) or _stands_already(row, now, done):
            continue
        span = _only(row.old, now)
        if span is None:
            conflicts.append(row)
            continue
        longer = applied(row.kind, now, row.new, span.start, span.end)
        body_start += len(longer) - len(now) if span.start < body_start else 0
        now = longer
        done.append(row)
    return Changed(clause.text, now, body_start, done, conflicts) if done or conflicts else None


def _only(words: str, text: str) -> quotes.Span | None:
    """Where the words stand, when they stand there once."""
    span = quotes.find(words, text)
    return span if span is not None and quotes.find(words, text[span.end :]) is None else None


def _printed_since(row: Amendment, clause: Clause, version: AgreementVersion) -> bool:
    """A text that began after the letter and has its words is the newer word on them."""
    began, printed = row.version.effective, version.effective
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
    for clause in read(user, clauses):
        if clause.changed:
            yield from _notes(clause, clause.changed)


def _notes(clause: Clause, found: Changed) -> Iterator[MarginNote]:
    for row in found.carried_out:
        since = f"{row.version.effective:%-d %b %Y}" if row.version.effective else ""
        said = _("Superseded: “%(old)s”. In force: “%(new)s”.") % {"old": row.old, "new": row.new}
        gone = _("Superseded: “%(old)s”. These words are out.") % {"old": row.old}
        added = _("In force as well: “%(new)s”.") % {"new": row.new}
        text = {"replace": said, "delete": gone}.get(row.kind, added)
        url = reverse("contracts:agreement", args=[row.version.agreement.slug])
        detail = " ".join(part for part in (row.version.agreement.title, since) if part)
        yield MarginNote(clause.pk, "bad", str(_("Amended")), text, url, detail)
    yield from _conflicts(clause, found)


def unplaced(user: User, clauses: list[Clause]) -> Iterator[MarginNote]:
    """Confirmed amendments that do not find their words, beside the clause they belong to."""
    for clause in read(user, clauses):
        if clause.changed:
            yield from _conflicts(clause, clause.changed)


def _conflicts(clause: Clause, found: Changed) -> Iterator[MarginNote]:
    for row in found.conflicts:
        text = _("A confirmed amendment no longer finds its words once in this clause: “%(old)s”.") % {"old": row.old}
        yield MarginNote(clause.pk, "bad", str(_("Check the amendment")), text)
