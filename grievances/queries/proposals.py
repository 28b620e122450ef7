"""What the model proposed for a case and nobody has decided on."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet

from contracts.addresses import clause_url
from contracts.models import Clause
from grievances.models import Fact, Grievance
from grievances.queries import procedures
from unionops.platform.access.models import User
from unionops.platform.ai.models import AIOutput, Review

CLAUSE, ITEM = "grievances.clause", "grievances.request_item"


@dataclass(frozen=True)
class ProposedClause:
    output: AIOutput
    clause: Clause
    facts: list[Fact]

    @property
    def url(self) -> str:
        return clause_url(self.clause)


def waiting(case: Grievance, kind: str) -> QuerySet[AIOutput]:
    """Proposals of a kind for a case; who asks has shown that they work on it."""
    rows: QuerySet[AIOutput] = AIOutput.objects.filter(about_id=case.public_id, kind=kind, review=Review.SUGGESTED)
    return rows.order_by("id")


def clauses(user: User, case: Grievance) -> list[ProposedClause]:
    """Proposed clauses the user may read, with the facts they are about."""
    rows = list(waiting(case, CLAUSE))
    named = procedures.clauses_named(user, [str(row.data.get("clause")) for row in rows]) if rows else []
    found = {str(clause.public_id): clause for clause in named}
    facts = {str(fact.public_id): fact for fact in case.matter.facts.filter(removed_at=None)} if rows else {}
    return [
        ProposedClause(row, found[row.data["clause"]], [facts[f] for f in row.data["facts"] if f in facts])
        for row in rows
        if row.data.get("clause") in found
    ]


def item(case: Grievance, public_id: object) -> AIOutput | None:
    """One drafted item by its id, as the address of a form names it."""
    try:
        wanted = uuid.UUID(str(public_id))
    except ValueError:
        return None
    return waiting(case, ITEM).filter(public_id=wanted).first()
