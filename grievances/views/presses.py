"""The table of presses: what one button does with one row of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from grievances.models import Deadline, Evidence, EvidenceState, Grievance
from grievances.queries import proposals
from grievances.services import by_hand, cases, electing, promises, records, steps, suggesting
from grievances.tasks import draft_item
from unionops.platform.access.models import User
from unionops.platform.ai.models import AIOutput
from unionops.platform.ai.state import state
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

Rows = Callable[[Grievance], Any]


@dataclass(frozen=True)
class Press:
    """One press on one row of a case: where the row is found, what is done, where the page lands."""

    rows: Rows
    do: Callable[[User, Any], object]
    section: str


def _tick(user: User, row: Any) -> None:
    records.tick_task(by=user, task=row)


def _untick(user: User, row: Any) -> None:
    records.tick_task(by=user, task=row, done=False)


def _strike(user: User, row: Any) -> None:
    records.strike(by=user, row=row)


def _restore(user: User, row: Any) -> None:
    records.unstrike(by=user, row=row)


def _undo(user: User, row: Any) -> None:
    steps.undo_step(by=user, row=row)


def _was_a_talk(user: User, row: Any) -> None:
    electing.was_a_talk(by=user, talk=row)


def _uncite(user: User, row: Any) -> None:
    records.uncite(by=user, citation=row)


def _unname(user: User, row: Any) -> None:
    cases.remove_party(by=user, party=row)


def _met(user: User, row: Deadline) -> None:
    term = promises.behind(row)
    if term is not None:
        return _kept(user, term)
    return by_hand.finish(by=user, deadline=row, on=today())


def _drop(user: User, row: Deadline) -> None:
    term = promises.behind(row)
    if term is not None:
        return promises.let_promise_go(by=user, term=term)
    return by_hand.drop(by=user, deadline=row, reason=str(_("Not needed.")))


def _kept(user: User, row: Any) -> None:
    promises.promise_kept(by=user, term=row, on=today())


def _stands(user: User, row: Any) -> None:
    promises.promise_stands(by=user, term=row)


def _let_go(user: User, row: Any) -> None:
    promises.let_promise_go(by=user, term=row)


def _suspended(case: Grievance) -> Any:
    return case.matter.settlement_terms.exclude(suspended_on=None)


def _state_of_evidence(state: EvidenceState) -> Callable[[User, Any], object]:
    return lambda user, row: records.change_evidence(by=user, row=row, state=state)


def _draft_item(user: User, row: Evidence) -> None:
    """Starts the drafting of the three statements for evidence still to get."""
    model, case = state(user), row.matter.grievances.first()
    if not model.ready or case is None:
        raise Problem("model_off", str(model.reason), str(model.fix))
    ids = {"case_id": str(case.public_id), "evidence_id": str(row.public_id)}
    url = f"{case.get_absolute_url()}#requests"
    draft_item.start(by=user, about=case, result_url=url, key=f"item-{row.public_id}", **ids)


def _take_clause(user: User, row: AIOutput) -> None:
    suggesting.take_clause(by=user, output=row)


def _leave(user: User, row: AIOutput) -> None:
    suggesting.leave(by=user, output=row)


PRESSES: Mapping[str, Press] = {
    "tick": Press(lambda case: case.matter.tasks, _tick, "tasks"),
    "untick": Press(lambda case: case.matter.tasks, _untick, "tasks"),
    "strike-fact": Press(lambda case: case.matter.facts, _strike, "facts"),
    "restore-fact": Press(lambda case: case.matter.facts, _restore, "facts"),
    "strike-argument": Press(lambda case: case.matter.arguments, _strike, "arguments"),
    "restore-argument": Press(lambda case: case.matter.arguments, _restore, "arguments"),
    **{
        f"evidence-{state}": Press(lambda case: case.matter.evidence, _state_of_evidence(state), "evidence")
        for state in EvidenceState
    },
    "undo": Press(lambda case: case.step_records.filter(undone_at=None), _undo, "happened"),
    "was-a-talk": Press(lambda case: case.step_records.filter(undone_at=None), _was_a_talk, "happened"),
    "uncite": Press(lambda case: case.matter.citations, _uncite, "clauses"),
    "unname": Press(lambda case: case.matter.parties, _unname, "people"),
    "met": Press(lambda case: case.matter.deadlines, _met, "dates"),
    "drop": Press(lambda case: case.matter.deadlines, _drop, "dates"),
    "kept": Press(lambda case: case.matter.settlement_terms, _kept, "settlement"),
    "stands": Press(_suspended, _stands, "settlement"),
    "let-go": Press(_suspended, _let_go, "settlement"),
    "draft-item": Press(lambda case: case.matter.evidence.filter(state=EvidenceState.WANTED), _draft_item, "requests"),
    "take-clause": Press(lambda case: proposals.waiting(case, proposals.CLAUSE), _take_clause, "clauses"),
    "leave-clause": Press(lambda case: proposals.waiting(case, proposals.CLAUSE), _leave, "clauses"),
    "leave-item": Press(lambda case: proposals.waiting(case, proposals.ITEM), _leave, "requests"),
}
