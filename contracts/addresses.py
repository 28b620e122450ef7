"""Addresses of clauses that stay the same for ever: agreement by slug, clause by label."""

from __future__ import annotations

from django.urls import reverse

from contracts.models import Clause, ClauseLevel


def clause_url(clause: Clause) -> str:
    """`/contracts/<slug>/18.4#18.4-c`: the page of the section or article, and the place on it."""
    page = page_label(clause)
    version = clause.version
    address = reverse("contracts:reader", args=[version.agreement.slug, page])
    query = f"?v={version.public_id}" if version.superseded_on else ""
    return f"{address}{query}#{fragment(clause)}"


def page_label(clause: Clause) -> str:
    """The label of the page a clause stands on: its article, appendix or letter."""
    while clause.parent is not None and clause.parent.level != ClauseLevel.OTHER:
        clause = clause.parent
    return clause.anchor or "part"


def fragment(clause: Clause) -> str:
    """The part of the address behind the hash."""
    return f"c-{clause.anchor}"
