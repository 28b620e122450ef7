"""The ledger as the pages show it: practices with their evidence, side letters with what they change."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from contracts import queries
from contracts.citing import SECTION, mentions
from contracts.models import (
    Agreement,
    AgreementKind,
    AgreementVersion,
    Clause,
    Element,
    LetterChange,
    Practice,
    PracticeFact,
    PracticeState,
)
from unionops.platform.access.models import BargainingUnit, User, Worksite
from unionops.platform.search.labels import normal

VIEW, WRITE, CONFIRM = "contracts.practices", "contracts.practice_write", "contracts.practice_confirm"
LETTERS = (AgreementKind.SIDE_LETTER, AgreementKind.SUPPLEMENT)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One element of a practice with the facts that stand for it."""

    element: Element
    facts: list[PracticeFact]

    @property
    def label(self) -> str:
        return str(self.element.label)


@dataclass(frozen=True, slots=True)
class Row:
    """A practice on the list: which elements are evidenced, and its clauses as they read today."""

    practice: Practice
    evidence: list[Evidence]
    clauses: list[Clause]


@dataclass(frozen=True, slots=True)
class Letter:
    """A side letter with the version in force, what people said it changes, and the labels its words name."""

    agreement: Agreement
    version: AgreementVersion | None
    changes: list[tuple[LetterChange, Clause | None]]
    named: list[Clause]


def practices(user: User) -> QuerySet[Practice]:
    standing = PracticeFact.objects.visible_to(user, VIEW).filter(withdrawn_at=None).select_related("created_by")
    rows = Practice.objects.visible_to(user, VIEW).select_related("unit__employer", "worksite", "created_by")
    return rows.select_related("confirmed_by").prefetch_related(Prefetch("facts", standing), "lineages")


def filtered(user: User, *, state: str = "", words: str = "") -> QuerySet[Practice]:
    rows = practices(user)
    if state in PracticeState.values:
        rows = rows.filter(state=state)
    for word in words.split()[:8]:
        rows = rows.filter(Q(title__icontains=word) | Q(what__icontains=word))
    return rows


def practice(user: User, public_id: uuid.UUID) -> Practice | None:
    return practices(user).filter(public_id=public_id).first()


def fact(user: User, public_id: uuid.UUID) -> PracticeFact | None:
    rows = PracticeFact.objects.visible_to(user, WRITE).select_related("practice")
    return rows.filter(public_id=public_id, withdrawn_at=None).first()


def worksites(user: User) -> QuerySet[Worksite]:
    return Worksite.objects.order_by("name")


def units(user: User) -> QuerySet[BargainingUnit]:
    return queries.units(user)


def rows(user: User, found: Iterable[Practice]) -> list[Row]:
    """Practices as rows; facts and lineages are fetched already."""
    held = list(found)
    now = clauses_now(user, {lineage.pk for one in held for lineage in one.lineages.all()})
    return [row(one, now) for one in held]


def row(one: Practice, now: dict[int, Clause]) -> Row:
    facts = list(one.facts.all())
    evidence = [Evidence(element, [f for f in facts if f.element == element]) for element in Element]
    clauses = [now[lineage.pk] for lineage in one.lineages.all() if lineage.pk in now]
    return Row(one, evidence, sorted(clauses, key=lambda clause: clause.ordinal))


def clauses_now(user: User, lineages: Iterable[int]) -> dict[int, Clause]:
    """Each lineage's clause in the text in force today, else in the newest text the user may see."""
    current = set(queries.in_force(user).values_list("pk", flat=True))
    rows = Clause.objects.visible_to(user, queries.VIEW).filter(lineage__in=set(lineages))
    rows = rows.filter(version__in=queries.versions(user)).select_related("version__agreement").defer("text")
    newest = sorted(rows, key=lambda c: (c.version_id in current, c.version_id))
    return {clause.lineage_id: clause for clause in newest}


def letters(user: User) -> list[Letter]:
    """Side letters and supplements, with their dates and the clauses they change."""
    found = list(queries.agreements(user).filter(kind__in=LETTERS).order_by("title"))
    changes = list(LetterChange.objects.visible_to(user, VIEW).filter(letter__in=found).select_related("created_by"))
    now = clauses_now(user, {change.lineage_id for change in changes})
    versions = {v.agreement_id: v for v in queries.versions(user).filter(agreement__in=found).order_by("effective")}
    versions |= {v.agreement_id: v for v in queries.in_force(user).filter(agreement__in=found).order_by("effective")}
    return [
        Letter(
            agreement=one,
            version=versions.get(one.pk),
            changes=[(change, now.get(change.lineage_id)) for change in changes if change.letter_id == one.pk],
            named=[],
        )
        for one in found
    ]


def letter(user: User, slug: str) -> Letter | None:
    """One letter with the clauses of the agreement that its own words name, as proposals for links."""
    found = next((one for one in letters(user) if one.agreement.slug == slug), None)
    if found is None or found.version is None:
        return found
    taken = {change.lineage_id for change, _clause in found.changes}
    target = changed_version(user, found.agreement)
    named = named_clauses(user, found.version, target) if target else []
    return Letter(found.agreement, found.version, found.changes, [c for c in named if c.lineage_id not in taken])


def changed_version(user: User, of: Agreement) -> AgreementVersion | None:
    """The agreement a letter belongs to: its parent, else the only main agreement of its unit."""
    if of.parent is not None:
        return queries.version_on(user, of.parent)
    mains = list(queries.main_agreements(user).filter(Q(unit=of.unit_id) | Q(unit=None))[:2])
    return queries.version_on(user, mains[0]) if len(mains) == 1 else None


def named_clauses(user: User, version: AgreementVersion, target: AgreementVersion) -> list[Clause]:
    """Clauses of `target` that the words of a letter cite with their article, in reading order."""
    labels = {
        normal(mention.label)
        for clause in queries.clauses(user, version)
        for mention in mentions(clause.body, "")
        if mention.label and not SECTION.match(mention.text)
    }
    rows = queries.clauses(user, target).defer("text").select_related("version__agreement")
    return [clause for clause in rows if clause.label and normal(clause.label) in labels]


def change(user: User, public_id: uuid.UUID) -> LetterChange | None:
    rows = LetterChange.objects.visible_to(user, WRITE).select_related("letter")
    return rows.filter(public_id=public_id).first()


def linked(user: User, clauses: Iterable[Clause]) -> list[tuple[Clause, Practice]]:
    """The clauses with the practices that hang on them, ended ones too."""
    at = {clause.lineage_id: clause for clause in clauses}
    found = practices(user).filter(lineages__in=at).distinct()
    return [(at[line.pk], one) for one in found for line in one.lineages.all() if line.pk in at]


def letters_on(user: User, clauses: Iterable[Clause]) -> list[tuple[Clause, LetterChange]]:
    at = {clause.lineage_id: clause for clause in clauses}
    rows = LetterChange.objects.visible_to(user, queries.VIEW).filter(lineage__in=at).select_related("letter")
    return [(at[change.lineage_id], change) for change in rows]
