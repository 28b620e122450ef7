"""Put the clauses of a version into the search index: one document per section, article, appendix or letter."""

from __future__ import annotations

from collections.abc import Iterator

from contracts.models import AgreementVersion, Clause, ClauseLevel, VersionState
from unionops.platform.search.models import Scope
from unionops.platform.search.services import Document, index_documents

KIND = "clause"
PARTS_OF = (ClauseLevel.SUBSECTION,)


def scope_of(version: AgreementVersion) -> str:
    return str(version.pk)


def index_version(version: AgreementVersion) -> int:
    """Replace the version's documents. Returns their number."""
    clauses = list(Clause.objects.filter(version=version).order_by("ordinal"))
    return index_documents(kind=KIND, scope=scope_of(version), documents=documents(clauses), language=version.language)


def index_missing() -> int:
    """Index versions that were read but stand in no index, such as after an upgrade. Returns how many."""
    held = set(Scope.objects.filter(kind=KIND).values_list("name", flat=True))
    states = (VersionState.REVIEW, VersionState.PUBLISHED)
    lacking = [v for v in AgreementVersion.objects.filter(state__in=states) if scope_of(v) not in held]
    for version in lacking:
        index_version(version)
    return len(lacking)


def documents(clauses: list[Clause]) -> Iterator[Document]:
    """A subsection is found through the section (or article) it stands in; a bare heading only by its number."""
    by_id = {clause.pk: clause for clause in clauses}
    bodies: dict[int, list[str]] = {}
    for clause in clauses:
        head = unit_of(clause, by_id)
        bodies.setdefault(head.pk, []).append(clause.body if clause is head else clause.text)
    parents = {clause.parent_id for clause in clauses}
    for clause in clauses:
        if clause.pk in bodies:
            body = "\n".join(bodies[clause.pk]).strip()
            yield Document(
                key=str(clause.public_id),
                head=heading(clause, by_id) if body or clause.pk not in parents else "",
                body=body,
                label=clause.label,
                group=str(top_of(clause, by_id).pk),
            )


def unit_of(clause: Clause, by_id: dict[int, Clause]) -> Clause:
    while clause.level in PARTS_OF and clause.parent_id:
        clause = by_id[clause.parent_id]
    return clause


def top_of(clause: Clause, by_id: dict[int, Clause]) -> Clause:
    """The article, appendix or letter a clause belongs to."""
    while clause.parent_id and by_id[clause.parent_id].level != ClauseLevel.OTHER:
        clause = by_id[clause.parent_id]
    return clause


def heading(clause: Clause, by_id: dict[int, Clause]) -> str:
    """The titles above and of the clause: a section is found by its article's title too."""
    titles = [clause.title]
    while clause.parent_id:
        clause = by_id[clause.parent_id]
        if clause.level != ClauseLevel.OTHER:
            titles.append(clause.title)
    return " ".join(reversed([title for title in titles if title]))
