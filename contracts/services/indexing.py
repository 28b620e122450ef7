"""Put the clauses of a version into the search index: one document per section, article, appendix or letter.

Each text that is in force on some day, printed or amended, is indexed for itself, so that a search on a day finds
the words of that day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.db.models import Q

from contracts import amended
from contracts.asking.scopes import KIND, named, scope_of
from contracts.models import Agreement, AgreementVersion, Clause, ClauseLevel, VersionState
from unionops.platform.access.actors import system_actor
from unionops.platform.search.models import Scope
from unionops.platform.search.services import Document, drop_scope, index_documents

PARTS_OF = (ClauseLevel.SUBSECTION,)
READ = (VersionState.REVIEW, VersionState.PUBLISHED)


def index_version(version: AgreementVersion) -> int:
    """Replace the version's documents, of the printed text and of each amended one. Returns those of the printed."""
    clauses = list(Clause.objects.filter(version=version).order_by("ordinal"))
    count = index_documents(kind=KIND, scope=scope_of(version), documents=documents(clauses), language=version.language)
    _clear_up(version, set())
    index_amended(version)
    return count


def index_amended(version: AgreementVersion) -> int:
    """Index the texts that letters make of a version and that are in no index yet; drop those that are no more."""
    wanted = texts_in_force(version)
    held = _clear_up(version, set(wanted))
    lacking = {name: day for name, day in wanted.items() if name not in held}
    for name, day in lacking.items():
        clauses = amended.read(system_actor(), Clause.objects.filter(version=version).order_by("ordinal"), day)
        index_documents(kind=KIND, scope=name, documents=documents(clauses), language=version.language)
    return len(lacking)


def texts_in_force(version: AgreementVersion) -> dict[str, datetime.date]:
    """The scopes of the version's amended texts, each with a day on which it is in force."""
    rows = amended.confirmed(system_actor(), Q(lineage__agreement=version.agreement_id))
    days = {amended.day_for(version)}
    for letter in {row.version for row in rows}:
        after = [letter.expires + datetime.timedelta(days=1)] if letter.expires else []
        days |= {day for day in (letter.effective, letter.superseded_on, *after) if day}
    within = (day for day in sorted(days) if version.superseded_on is None or day < version.superseded_on)
    names = {named(version, rows, day): day for day in within}
    names.pop(scope_of(version), None)
    return names


def forget(version: AgreementVersion) -> None:
    """Take all its texts out of the index."""
    _clear_up(version, set())
    drop_scope(kind=KIND, scope=scope_of(version))


def _clear_up(version: AgreementVersion, kept: set[str]) -> set[str]:
    """Drop amended texts that are not kept; the names of those that stay."""
    held = set(Scope.objects.filter(kind=KIND, name__startswith=f"{scope_of(version)}~").values_list("name", flat=True))
    for name in held - kept:
        drop_scope(kind=KIND, scope=name)
    return held & kept


def index_letters_of(agreement: Agreement) -> None:
    """After a decision about a letter: all texts of the agreement that it may have changed."""
    for version in AgreementVersion.objects.filter(agreement=agreement, state__in=READ):
        index_amended(version)


def index_missing() -> int:
    """Index texts that were read but stand in no index, such as after an upgrade. Returns how many."""
    held = set(Scope.objects.filter(kind=KIND).values_list("name", flat=True))
    count = 0
    for version in AgreementVersion.objects.filter(state__in=READ):
        if scope_of(version) not in held:
            index_version(version)
            count += 1
        else:
            count += index_amended(version)
    return count


def documents(clauses: list[Clause]) -> Iterator[Document]:
    """A subsection is found through the section (or article) it stands in; a bare heading only by its number."""
    by_id = {clause.pk: clause for clause in clauses}
    bodies: dict[int, list[str]] = {}
    for clause in clauses:
        head = unit_of(clause, by_id)
        bodies.setdefault(head.pk, []).append(clause.now_body if clause is head else clause.now)
    parents = {clause.parent_id for clause in clauses}
    for clause in clauses:
        if clause.pk in bodies:
            body = "\n".join(bodies[clause.pk]).strip()
            yield Document(
                key=str(clause.public_id),
                head=heading(clause, by_id) if body or clause.pk not in parents else "",
                body=body,
                label=clause.label,
            )


def unit_of(clause: Clause, by_id: dict[int, Clause]) -> Clause:
    while clause.level in PARTS_OF and clause.parent_id:
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
