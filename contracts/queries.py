"""Reads over agreements and clauses; the user always comes first."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet

from contracts import amended
from contracts.models import (
    Agreement,
    AgreementKind,
    AgreementVersion,
    Booklet,
    Clause,
    ClauseLevel,
    ClauseLineage,
    ClauseLink,
    ClauseNote,
    Correction,
    CrossReference,
    Page,
    Question,
    QuestionState,
    VersionState,
)
from members.models import Placement
from unionops.platform.access.models import BargainingUnit, User
from unionops.platform.access.policy import may
from unionops.platform.ai.models import Review
from unionops.platform.core.days import today

VIEW = "contracts.view"
USABLE = (Review.ACCEPTED, Review.EDITED)
LONG = tuple(f"version__{name}" for name in ("set_aside", "warnings", "changes", "problem"))


def units(user: User) -> QuerySet[BargainingUnit]:
    """The units an agreement may belong to."""
    return BargainingUnit.objects.select_related("employer").order_by("employer__name", "name")


def agreements(user: User) -> QuerySet[Agreement]:
    return Agreement.objects.visible_to(user, VIEW).select_related("unit", "parent")


def agreement(user: User, slug: str) -> Agreement | None:
    return agreements(user).filter(slug=slug).first()


def versions(user: User) -> QuerySet[AgreementVersion]:
    """Every version the user may see; members see what is published."""
    found = AgreementVersion.objects.visible_to(user, VIEW).select_related("agreement", "agreement__unit")
    return found if may(user, "contracts.manage") else found.filter(state=VersionState.PUBLISHED)


def read_versions(user: User) -> QuerySet[AgreementVersion]:
    """Those of them whose file was read into clauses."""
    return versions(user).filter(state__in=(VersionState.REVIEW, VersionState.PUBLISHED))


def version(user: User, public_id: uuid.UUID | str) -> AgreementVersion | None:
    try:
        wanted = uuid.UUID(str(public_id))
    except ValueError:
        return None
    return versions(user).filter(public_id=wanted).first()


def named_version(user: User, name: str) -> AgreementVersion | None:
    """By public id, else the version in force of the agreement with that short name or title."""
    found = version(user, name)
    if found is not None:
        return found
    of = agreements(user).filter(Q(slug=name) | Q(title__iexact=name)).first()
    return (version_on(user, of) or versions(user).filter(agreement=of).first()) if of else None


def in_force(user: User, on: datetime.date | None = None) -> QuerySet[AgreementVersion]:
    """Published versions in force on a day: begun, not superseded. An expired one stays until a successor begins."""
    day = on or today()
    begun = Q(effective__isnull=True) | Q(effective__lte=day)
    replaced = Q(superseded_on__isnull=False) & Q(superseded_on__lte=day)
    return versions(user).filter(begun, state=VersionState.PUBLISHED).exclude(replaced)


def version_on(user: User, of: Agreement, on: datetime.date | None = None) -> AgreementVersion | None:
    """The version of one agreement whose text is in force on the day, else the newest published one."""
    found = in_force(user, on).filter(agreement=of).order_by("-effective", "-id").first()
    return (
        found or versions(user).filter(agreement=of, state=VersionState.PUBLISHED).order_by("-effective", "-id").first()
    )


BRIEF = ("id", "public_id", "agreement_id", "label", "effective", "expires", "superseded_on", "language", "state")
BRIEF_AGREEMENT = ("id", "public_id", "title", "slug", "kind", "unit_id", "parent_id")


def to_search(user: User, on: datetime.date | None = None) -> list[AgreementVersion]:
    """The texts in force with what names them and says when they hold; the rest is read when it is asked for.

    Every search begins with this list, so the rows are made of plain values: half the time of `defer`.
    """
    of = [f"agreement__{name}" for name in BRIEF_AGREEMENT]
    rows = in_force(user, on).order_by("agreement__kind", "agreement__title", "-effective").values_list(*BRIEF, *of)
    out = []
    for row in rows:
        version = AgreementVersion.from_db(rows.db, BRIEF, row[: len(BRIEF)])
        version.agreement = Agreement.from_db(rows.db, BRIEF_AGREEMENT, row[len(BRIEF) :])
        out.append(version)
    return out


def own_versions(
    user: User, on: datetime.date | None = None, current: list[AgreementVersion] | None = None
) -> list[AgreementVersion]:
    """Where a search starts: agreements of the user's own units, else those that name no unit, else all.

    `current` are the texts in force on the day, when the caller has them already.
    """
    current = to_search(user, on) if current is None else current
    units = unit_ids(user)
    own = [v for v in current if v.agreement.unit_id in units]
    shared = [v for v in current if v.agreement.unit_id is None]
    return (own + shared) if own else (shared or current)


def unit_ids(user: User) -> set[int]:
    """Units the user works in or is steward of."""
    own = {row[0] for row in user.stewardship_q_rows if row[0]}
    if user.person:
        placed = Placement.objects.visible_to(user, "members.view").filter(person__public_id=user.person, until=None)
        own |= {pk for pk in placed.values_list("unit_id", flat=True) if pk}
    return own


def every_clause(user: User) -> QuerySet[Clause]:
    return Clause.objects.visible_to(user, VIEW)


def clauses(user: User, of: AgreementVersion) -> QuerySet[Clause]:
    return Clause.objects.visible_to(user, VIEW).filter(version=of).order_by("ordinal")


def clause(user: User, public_id: uuid.UUID | str) -> Clause | None:
    try:
        wanted = uuid.UUID(str(public_id))
    except ValueError:
        return None
    found = Clause.objects.visible_to(user, VIEW).select_related("version", "version__agreement", "lineage")
    one = found.filter(public_id=wanted, version__in=versions(user)).first()
    return amended.read(user, [one])[0] if one else None


def clauses_by_ids(
    user: User,
    ids: Iterable[uuid.UUID | str],
    on: datetime.date | None = None,
    *,
    printed: bool = False,
    of: Sequence[AgreementVersion] = (),
) -> dict[str, Clause]:
    """Clauses by the text of their public id, read as in force (`clause.now`) on the day or that of their version.

    `printed` says that no letter changed any of these texts, which saves the look; `of` are their versions, when the
    caller has them, which saves reading them with every clause.
    """
    found = Clause.objects.visible_to(user, VIEW).filter(public_id__in=list(ids))
    held = {version.pk: version for version in of}
    if not held:
        found = found.select_related("version", "version__agreement").defer(*LONG)
    rows = list(found)
    for clause in rows:
        if clause.version_id in held:
            clause.version = held[clause.version_id]
    return {str(clause.public_id): clause for clause in (rows if printed else amended.read(user, rows, on))}


def family(user: User, head: Clause, on: datetime.date | None = None) -> list[Clause]:
    """The clause and everything under it, in reading order, read as in force (`clause.now`)."""
    return families(user, [head], on)


def families(user: User, heads: Sequence[Clause], on: datetime.date | None = None) -> list[Clause]:
    """The clauses, each with everything under it, head after head in the given order, read as in force."""
    inside = Q(pk__in=[])
    for head in heads:
        inside |= Q(pk=head.pk) | Q(version_id=head.version_id, path__startswith=f"{head.path}/")
    found = Clause.objects.visible_to(user, VIEW).filter(inside).order_by("ordinal")
    rows = amended.read(user, found, on)
    return [row for head in heads for row in rows if within(row, head)]


def within(row: Clause, head: Clause) -> bool:
    under = row.version_id == head.version_id and row.path.startswith(f"{head.path}/")
    return row.pk == head.pk or under


def full_text(user: User, head: Clause, on: datetime.date | None = None) -> str:
    """The words in force of the clause and of all its parts."""
    return "\n".join(part.now for part in family(user, head, on) if part.now)


def read_clauses(user: User, of: AgreementVersion, on: datetime.date | None = None) -> list[Clause]:
    """All clauses of a version, read as in force (`clause.now`)."""
    return amended.read(user, clauses(user, of), on)


def clause_at(user: User, of: AgreementVersion, label: str) -> Clause | None:
    """The clause that people mean by a label such as '18.4(c)', 'A', 'front'."""
    plain = label.strip().lower().replace(" ", "")
    return clauses(user, of).filter(anchor=plain).order_by("depth", "ordinal").first()


def on_page(user: User, of: AgreementVersion, printed: str) -> Clause | None:
    """The first clause that begins on a page as it is numbered on paper; pages without a number count in the file."""
    bare = Q(printed_page="", page_start=int(printed)) if printed.isdecimal() and len(printed) < 6 else Q(pk=None)
    return clauses(user, of).filter(Q(printed_page=printed[:12]) | bare).first()


def contents(user: User, of: AgreementVersion) -> QuerySet[Clause]:
    """Everything but paragraphs, without the words."""
    return clauses(user, of).exclude(level=ClauseLevel.SUBSECTION).defer("text")


def lineages(user: User, shown: Iterable[Clause]) -> dict[int, uuid.UUID]:
    """The stable ids of clauses through all versions."""
    rows = ClauseLineage.objects.visible_to(user, VIEW).filter(pk__in={c.lineage_id for c in shown})
    return dict(rows.values_list("pk", "public_id"))


def references(user: User, shown: Iterable[Clause]) -> QuerySet[CrossReference]:
    """Cross-references in the given clauses that lead somewhere."""
    found = CrossReference.objects.visible_to(user, VIEW).filter(clause__in=[c.pk for c in shown], target__isnull=False)
    return found.select_related("target__version__agreement")


def links_to(user: User, of: AgreementVersion) -> QuerySet[ClauseLink]:
    """How each clause of a version came from the one before."""
    return ClauseLink.objects.visible_to(user, VIEW).filter(new_version=of)


def corrections(user: User, of: AgreementVersion) -> QuerySet[Correction]:
    return Correction.objects.visible_to(user, VIEW).filter(version=of).select_related("by")


def note(user: User, public_id: uuid.UUID) -> ClauseNote | None:
    return ClauseNote.objects.visible_to(user, "contracts.note").filter(public_id=public_id).first()


def top_of(user: User, part: Clause) -> Clause:
    """The article, appendix or letter whose page a clause stands on."""
    return clause_at(user, part.version, part.page_anchor) or part


def pages(user: User, of: AgreementVersion) -> QuerySet[Page]:
    return Page.objects.visible_to(user, VIEW).filter(version=of).order_by("number")


def notes(user: User, shown: Iterable[Clause]) -> QuerySet[ClauseNote]:
    lineages = [c.lineage_id for c in shown]
    found = ClauseNote.objects.visible_to(user, "contracts.note").select_related("author")
    return found.filter(lineage_id__in=lineages, withdrawn_at__isnull=True)


def questions(user: User) -> QuerySet[Question]:
    """One's own and those a person answered for; those who answer questions also see what waits.

    A question may tell of a case before there is one, so it is not for everybody.
    """
    rows = Question.objects.visible_to(user, "contracts.ask")
    if not may(user, "contracts.note"):
        rows = rows.filter(Q(asked_by=user) | Q(output__review__in=USABLE))
    return rows.select_related("asked_by", "version", "version__agreement", "output__reviewed_by")


def waiting_questions(user: User) -> QuerySet[Question]:
    """What was not found and waits for a steward's own answer."""
    undecided = Q(output=None) | Q(output__review=Review.SUGGESTED)
    return questions(user).filter(undecided, for_stewards=True)


def question(user: User, public_id: uuid.UUID) -> Question | None:
    return questions(user).filter(public_id=public_id).first()


def confirmed_answers(user: User, of: AgreementVersion | None = None) -> QuerySet[Question]:
    """Answers a person accepted; they come before any new one."""
    found = questions(user).filter(output__review__in=USABLE, state=QuestionState.ANSWERED)
    return found.filter(version__agreement=of.agreement) if of else found


def with_counts(user: User) -> QuerySet[AgreementVersion]:
    """Versions for the contracts home with the number of their articles."""
    articles = Count("clauses", filter=Q(clauses__level=ClauseLevel.ARTICLE))
    return versions(user).annotate(articles=articles).order_by("agreement__title", "-effective", "-id")


def main_agreements(user: User) -> QuerySet[Agreement]:
    return agreements(user).filter(kind=AgreementKind.AGREEMENT)


def may_open_file(user: User, upload: Any) -> bool:
    """Whoever may read a version may open the file it was read from."""
    return versions(user).filter(upload=upload).exists()


def booklets(user: User, of: AgreementVersion) -> QuerySet[Booklet]:
    """Drawn booklets; the stewards' one only for those who may read its notes."""
    found = Booklet.objects.visible_to(user, VIEW).filter(version=of).select_related("upload")
    return found if may(user, "contracts.note") else found.filter(edition="member")


def may_open_booklet(user: User, upload: Any) -> bool:
    drawn = Booklet.objects.filter(upload=upload).select_related("version").first()
    return drawn is not None and booklets(user, drawn.version).filter(pk=drawn.pk).exists()


def people_under(user: User, of: Agreement) -> int:
    """How many people work in the agreement's unit now; everybody placed when it names no unit."""
    return _placed_under(user, of).values("person_id").distinct().count()


def people_at_worksites(user: User, of: Agreement) -> dict[str, int]:
    """The same people by the name of their worksite."""
    counted = _placed_under(user, of).exclude(worksite=None).values_list("worksite__name")
    return dict(counted.annotate(Count("person_id", distinct=True)))


def _placed_under(user: User, of: Agreement) -> QuerySet[Placement]:
    placed = Placement.objects.visible_to(user, "members.view").filter(until=None)
    return placed.filter(unit=of.unit_id) if of.unit_id else placed
