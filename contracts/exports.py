"""Agreements and findings as plain data, for commands, files and other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from contracts import queries
from contracts.asking.finding import Found
from contracts.models import AgreementVersion, Clause, Question, QuestionState
from unionops.platform.access.models import User


def version_as_data(user: User, version: AgreementVersion) -> dict[str, Any]:
    """The whole version in reading order; `page` counts pages of the file from 1, `number` is the bare label."""
    clauses = list(queries.clauses(user, version))
    names = {clause.pk: str(clause.public_id) for clause in clauses}
    return {
        "agreement_id": str(version.public_id),
        "agreement": version.agreement.title,
        "state": version.state,
        "pages": version.pages_count,
        "coverage": version.coverage,
        "set_aside": version.set_aside,
        "warnings": version.warnings,
        "clauses": [clause_as_data(clause, names) for clause in clauses],
    }


def clause_as_data(clause: Clause, names: dict[int, str]) -> dict[str, Any]:
    return {
        "id": str(clause.public_id),
        "parent": names.get(clause.parent_id) if clause.parent_id else None,
        "level": clause.level,
        "number": clause.number,
        "title": clause.title,
        "page": clause.page_start,
        "chars": len(clause.text),
        "text": clause.text,
        "label": clause.label,
        "printed_page": clause.printed_page,
        "check": clause.check_needed,
    }


def found_as_data(found: Iterable[Found]) -> list[dict[str, Any]]:
    return [
        {
            "agreement": str(one.clause.version.public_id),
            "agreement_title": str(one.clause.version),
            "clause_id": str(one.clause.public_id),
            "article": one.clause.article,
            "number": one.clause.number,
            "level": one.clause.level,
            "label": one.shown.label,
            "title": one.clause.title,
            "page": one.shown.page_start,
            "snippet": one.passage,
            "score": round(one.score, 6),
        }
        for one in found
    ]


def question_as_data(user: User, question: Question) -> dict[str, Any]:
    """The answer as far as there is one, and the nearest clauses in every case."""
    states = {QuestionState.SEARCHED: "model_off", QuestionState.WORKING: "failed"}
    held = queries.clauses_by_ids(user, question.clauses)
    nearest = [held[name] for name in question.clauses if name in held]
    return {
        "state": states.get(QuestionState(question.state), question.state),
        "question": question.text,
        "agreement": str(question.version.public_id) if question.version else None,
        "claims": question.claims,
        "dropped": question.dropped,
        "clauses": [
            {
                "agreement": str(c.version.public_id),
                "clause_id": str(c.public_id),
                "article": c.article,
                "number": c.number,
                "label": c.label,
                "title": c.title,
                "page": c.page_start,
                "text": c.now,
                "amended": c.changed.letters if c.changed else [],
            }
            for c in nearest
        ],
        "searches": question.searches,
        "reason": question.problem,
        "run_id": str(question.run_id) if question.run_id else None,
    }
