"""A stored answer as its page shows it: claims with their quotations linked, the nearest clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from contracts import queries
from contracts.addresses import clause_url, fragment
from contracts.models import Clause, Question
from unionops.platform.access.models import User
from unionops.platform.search.snippets import Piece, snippet
from unionops.platform.search.terms import query_terms


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """One point with its proof and a link to the very words."""

    text: str
    quote: str
    cite: str
    url: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownClause:
    clause: Clause
    url: str
    pieces: list[Piece]


def shown_claims(user: User, question: Question) -> list[ShownClaim]:
    """Only claims whose quotation still stands in the stored text at its place."""
    held = queries.clauses_by_ids(user, [claim["clause_id"] for claim in question.claims])
    return [_claim(held[c["clause_id"]], c) for c in question.claims if c["clause_id"] in held and _stands(held, c)]


def _stands(held: dict[str, Clause], claim: dict[str, Any]) -> bool:
    text = held[claim["clause_id"]].text
    return bool(text[claim["start"] : claim["end"]] == claim["quote"])


def _claim(clause: Clause, claim: dict[str, Any]) -> ShownClaim:
    return ShownClaim(
        text=claim["text"],
        quote=claim["quote"],
        cite=f"{clause.label}, p. {clause.printed}",
        url=marked_url(clause, claim["start"], claim["end"]),
        flags=tuple(claim.get("flags", ())),
    )


def marked_url(clause: Clause, start: int, end: int) -> str:
    """The reader with exactly these words highlighted."""
    page = reverse("contracts:reader", args=[clause.version.agreement.slug, clause.page_anchor])
    return f"{page}?v={clause.version.public_id}&mark={clause.anchor}:{start}-{end}#{fragment(clause)}"


def shown_clauses(user: User, question: Question) -> list[ShownClause]:
    held = queries.clauses_by_ids(user, question.clauses)
    terms = query_terms(question.text, question.version.language if question.version else "en")
    found = [held[name] for name in question.clauses if name in held]
    return [ShownClause(c, clause_url(c), snippet(queries.full_text(user, c), terms)) for c in found]
