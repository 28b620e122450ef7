"""Kept proposals, their changes, and what the model wrote about each."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Q, QuerySet

from contracts import queries
from contracts.changes import ledger
from contracts.changes.impact import WORDED
from contracts.models import KeptProposal, ProposalStance
from contracts.services.comparing import as_data, proposed_changes
from unionops.platform.access.models import User
from unionops.platform.ai.models import AIOutput

KIND = "contracts.change"
Data = dict[str, Any]
MOST_READ = 120


def proposals(user: User) -> QuerySet[KeptProposal]:
    """Those kept for the team, and what the person dropped without keeping it."""
    rows: QuerySet[KeptProposal] = KeptProposal.objects.visible_to(user, ledger.VIEW)
    return rows.filter(Q(shared=True) | Q(by=user)).select_related("old__agreement", "by", "upload")


def proposal(user: User, public_id: uuid.UUID) -> KeptProposal | None:
    return proposals(user).filter(public_id=public_id).first()


def clauses(user: User, kept: KeptProposal) -> tuple[list[Data], list[Data]]:
    """The words in force and those of the proposal."""
    return as_data(queries.read_clauses(user, kept.old)), list(kept.clauses)


def worded(user: User, kept: KeptProposal) -> list[Data]:
    """The changes of words, in the order of the page."""
    changes, _silent = proposed_changes(*clauses(user, kept), in_part=not kept.whole)
    return [change for change in changes if change["kind"] in WORDED][:MOST_READ]


def sides(change: Data) -> tuple[str, str]:
    """The old and the new words of a change."""
    old, new = ("".join(text for sign, text in change["words"] if sign in kept) for kept in ("=-", "=+"))
    return old, new


def stances(user: User, kept: KeptProposal) -> dict[str, ProposalStance]:
    """Where the team stands, by the words of the change."""
    rows = ProposalStance.objects.visible_to(user, ledger.VIEW).filter(proposal=kept).select_related("by")
    return {row.key: row for row in rows}


def readings(user: User, kept: KeptProposal) -> QuerySet[AIOutput]:
    rows: QuerySet[AIOutput] = AIOutput.objects.visible_to(user, ledger.VIEW)
    rows = rows.filter(kind=KIND, about_kind=KeptProposal._meta.label, about_id=kept.public_id)
    return rows.select_related("reviewed_by", "run")


def reading(user: User, public_id: uuid.UUID) -> AIOutput | None:
    rows: QuerySet[AIOutput] = AIOutput.objects.visible_to(user, ledger.VIEW)
    return rows.filter(kind=KIND, public_id=public_id).first()
