"""Clauses a message may rest on, as texts with a label."""

from __future__ import annotations

from collections.abc import Iterable

from contracts import queries as contracts
from contracts.models import Clause
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

MOST = 8


def clauses_like(user: User, words: str) -> list[Clause]:
    """A few clauses of the agreements in force that carry this label or these words."""
    if not words.strip():
        return []
    found: list[Clause] = []
    for version in contracts.own_versions(user):
        if exact := contracts.clause_at(user, version, words):
            found.append(exact)
        hits = (
            contracts.clauses(user, version).filter(text__icontains=words.strip()).select_related("version__agreement")
        )
        found += [clause for clause in hits[:MOST] if clause not in found]
    return found[:MOST]


def clause_source(user: User, public_id: str) -> dict[str, str] | None:
    """The clause with all its parts as a source of a brief."""
    clause = contracts.clause(user, public_id) if public_id else None
    return as_source(user, clause) if clause else None


def clause_sources(user: User, ids: Iterable[str]) -> list[dict[str, str]]:
    """Sources by the ids of clauses. Raises Problem for an id that is none."""
    found = []
    for public_id in ids:
        source = clause_source(user, str(public_id))
        if source is None:
            raise Problem(
                "no_clause", f"There is no clause with the id {public_id}.", "Take ids from search_agreements."
            )
        found.append(source)
    return found


def as_source(user: User, clause: Clause) -> dict[str, str]:
    label = f"{clause.name}, {clause.version}"
    return {"id": str(clause.public_id), "label": label[:160], "text": contracts.full_text(user, clause)}
