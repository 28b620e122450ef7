"""A stored answer as its page shows it: claims with their quotations linked, the nearest clauses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from contracts import queries
from contracts.addresses import clause_url, fragment, quoted, source_of
from contracts.models import Clause, Question, QuestionState
from contracts.services import asking
from unionops.platform.access.models import User
from unionops.platform.ai import facts, quotes
from unionops.platform.jobs.models import State
from unionops.platform.jobs.queries import over
from unionops.platform.search.snippets import Piece, snippet
from unionops.platform.search.terms import query_terms


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """One point with its proof and a link to the very words; `superseded` when letters took these words out since.

    `flags` say why the model's own wording was left out; then `text` is empty and the quotation stands alone.
    """

    text: str
    quote: str
    cite: str
    url: str
    flags: tuple[str, ...]
    source: str
    superseded: bool = False

    @property
    def citation(self) -> str:
        return quoted(self.quote, self.source)


@dataclass(frozen=True, slots=True)
class ShownClause:
    clause: Clause
    url: str
    pieces: list[Piece]


def as_they_ended(user: User, questions: Iterable[Question]) -> list[Question]:
    """The questions; one whose job ended without an answer says how: stopped by a person, or failed and why."""
    found = list(questions)
    working = {q.job_id: q for q in found if q.state == QuestionState.WORKING and q.job_id}
    for job in over(user, working) if working else ():
        question, stopped = working[job.public_id], job.state == State.CANCELLED
        question.state = QuestionState.SEARCHED if stopped else QuestionState.FAILED
        question.problem = "" if stopped else job.error_detail
    return found


def shown_claims(user: User, question: Question) -> list[ShownClaim]:
    """Only claims whose quotation stands in the text in force, or stood in it before a letter changed it."""
    held = queries.clauses_by_ids(user, [claim["clause_id"] for claim in question.claims])
    found = [_claim(held[c["clause_id"]], c) for c in question.claims if c["clause_id"] in held]
    return [claim for claim in found if claim]


def all_stand(user: User, question: Question) -> bool:
    """Whether nothing that an answer rests on was changed or lost since it was given."""
    shown = shown_claims(user, question)
    return len(shown) == len(question.claims) and not any(claim.superseded for claim in shown)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer a person accepted before; `stands` is False when the words it rests on were changed since."""

    question: Question
    claims: list[ShownClaim]
    stands: bool


def earlier_answers(user: User, question: Question) -> list[Earlier]:
    found = asking.confirmed_before(user, question.text, question.version)
    return [Earlier(q, shown_claims(user, q), all_stand(user, q)) for q in found if q.pk != question.pk]


def place_now(clause: Clause, claim: dict[str, Any]) -> quotes.Span | None:
    """Where a kept quotation stands in the words in force, letter by letter: at its old place or at one other."""
    text, quote = clause.now, claim["quote"]
    if text[claim["start"] : claim["end"]] == quote:
        return quotes.Span(claim["start"], claim["end"])
    at = text.find(quote)
    return quotes.Span(at, at + len(quote)) if quote and at >= 0 else None


def _claim(clause: Clause, claim: dict[str, Any]) -> ShownClaim | None:
    flags = tuple(facts.in_words(claim.get("flags", ())))
    text = claim["text"] if claim["text"] != claim["quote"] else ""
    words, source = claim["quote"], source_of(clause)
    span = place_now(clause, claim)
    if span is not None:
        url = marked_url(clause, span.start, span.end)
        return ShownClaim(text, words, cite(clause, words), url, flags, source)
    if claim["quote"] in clause.text or claim.get("amended"):
        return ShownClaim(text, words, _place(clause), clause_url(clause), flags, source, superseded=True)
    return None


def _place(clause: Clause) -> str:
    return f"{clause.label}, p. {clause.printed}"


def cite(clause: Clause, quote: str) -> str:
    """'3.2, p. 12', and the letters when the words do not stand on that page as they are quoted."""
    return _place(clause) + ("" if quote in clause.text else clause.as_amended)


def marked_url(clause: Clause, start: int, end: int) -> str:
    """The reader with exactly these words highlighted."""
    page = reverse("contracts:reader", args=[clause.version.agreement.slug, clause.page_anchor])
    return f"{page}?v={clause.version.public_id}&mark={clause.anchor}:{start}-{end}#{fragment(clause)}"


def shown_clauses(user: User, question: Question) -> list[ShownClause]:
    held = queries.clauses_by_ids(user, question.clauses)
    terms = query_terms(question.text, question.version.language if question.version else "en")
    found = [held[name] for name in question.clauses if name in held]
    return [ShownClause(c, clause_url(c), snippet(queries.full_text(user, c), terms)) for c in found]
