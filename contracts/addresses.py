"""Addresses of clauses that stay the same for ever: agreement by slug, clause by label."""

from __future__ import annotations

from django.urls import reverse

from contracts.models import Clause


def clause_url(clause: Clause) -> str:
    """`/contracts/<slug>/18.4#18.4-c`: the page of the section or article, and the place on it."""
    version = clause.version
    address = reverse("contracts:reader", args=[version.agreement.slug, clause.page_anchor or "part"])
    query = f"?v={version.public_id}" if version.superseded_on else ""
    return f"{address}{query}#{fragment(clause)}"


def fragment(clause: Clause) -> str:
    """The part of the address behind the hash."""
    return f"c-{clause.anchor}"
