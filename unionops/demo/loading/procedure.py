"""The grievance procedure of each invented agreement, each limit beside the words it stands on."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from contracts import queries as contracts
from contracts.models import AgreementVersion, Clause
from grievances.models import Procedure
from grievances.services import procedures
from grievances.services.procedures import StepPlan
from unionops.platform.access.models import User
from unionops.platform.ai import quotes

SILENT = "denied_may_advance"
EITHER_FIRST = "answer_due_or_received_earlier"


@dataclass(frozen=True)
class Terms:
    """What the two agreements say differently; `article` is the grievance procedure's number."""

    article: int
    file: int
    file_words: str
    cap: int
    appeal: int
    appeal_words: str
    arbitrate: int
    arbitrate_words: str


TERMS_2021 = Terms(
    18, 15, "within fifteen (15) working days after the event", 90, 10,
    "within ten (10) working days after the Step 1 decision is received", 30,
    "within thirty (30) calendar days after the Step 3 decision is received or was due, whichever is earlier",
)  # fmt: skip
TERMS_2024 = Terms(
    19, 20, "within twenty (20) working days after the event", 120, 15,
    "within fifteen (15) working days after the Step 1 decision is received", 45,
    "within forty-five (45) calendar days after the Step 3 decision is received or was due, whichever is earlier",
)  # fmt: skip


def write_down(
    *,
    by: User,
    version: AgreementVersion,
    terms: Terms,
    since: datetime.date,
    until: datetime.date | None,
    checker: User,
) -> Procedure:
    """The procedure with every rule read and signed by the chief steward, as a local would have it."""
    clauses = _clauses(by, version, terms)
    tracks = (_common, _discipline, _union, _agency)
    steps = [step for track in tracks for step in track(terms, clauses)]
    made = procedures.create_procedure(
        by=by, name=f"Grievance procedure, {version}", steps=steps, version=version, since=since, until=until
    )
    for step in made.steps.select_related("rule"):
        procedures.confirm_rule(by=checker, step=step, shown=step.rule)
    return made


def _clauses(user: User, version: AgreementVersion, terms: Terms) -> dict[str, Clause | None]:
    sections = (6, 7, 8, "9(A)", "9(B)", "9(C)")
    labels = [*(f"{terms.article}.{section}" for section in sections), f"{terms.article + 1}.1"]
    return {label: contracts.clause_at(user, version, label) for label in labels}


def _days(n: int, anchor: str, *, silence: str = "", unit: str = "working_days", **more: Any) -> dict[str, Any]:
    written: dict[str, Any] = {"anchor_kind": anchor, "n": n, "unit": unit, **more}
    return written | ({"silence": silence} if silence else {})


def _calendar_days(n: int, anchor: str) -> dict[str, Any]:
    return _days(n, anchor, unit="calendar_days", roll="next_business_day")


Clauses = dict[str, Clause | None]


def _plan(
    key: str, title: str, who: str, deed: str, written: dict[str, Any], clause: Clause | None, quote: str, **more: Any
) -> StepPlan:
    """A quotation that a page break cut apart is left out; the clause still stands beside the rule."""
    found = clause is not None and quotes.find(quote, clause.text) is not None
    return StepPlan(key, title, who, deed, written, clause=clause, quote=quote if found else "", **more)


def _common(terms: Terms, clauses: Clauses) -> Iterator[StepPlan]:
    """From the filing at Step 1 to arbitration."""
    at = {n: clauses[f"{terms.article}.{n}"] for n in (6, 7, 8)}
    cap = _calendar_days(terms.cap, "incident")
    yield _plan(
        "step1.file", "Step 1: file", "employee", "file", _days(terms.file, "knowledge", cap=cap), at[6],
        terms.file_words, entry_for=("individual",),
    )  # fmt: skip
    yield _plan(
        "step1.answer", "Step 1: answer", "management", "answer", _days(10, "filed", silence=SILENT), at[6],
        "shall give a written decision within ten (10) working days after the grievance is received",
        after="step1.file",
    )  # fmt: skip
    yield _plan(
        "step2.appeal", "Step 2: appeal", "union", "appeal", _days(terms.appeal, EITHER_FIRST), at[7],
        terms.appeal_words, after="step1.answer",
    )  # fmt: skip
    yield from _upper(terms, clauses, "", "step2.appeal", ())


def _upper(terms: Terms, clauses: Clauses, mark: str, after: str, kinds: tuple[str, ...]) -> Iterator[StepPlan]:
    """Step 2's answer, Step 3 and arbitration; `mark` tells the branch of discipline apart."""
    yield _plan(
        f"step2{mark}.answer", "Step 2: answer", "management", "answer", _days(15, "filed", silence=SILENT),
        clauses[f"{terms.article}.7"],
        "shall give a written decision within fifteen (15) working days after the appeal is received",
        after=after, applies_to=kinds,
    )  # fmt: skip
    yield _plan(
        f"step3{mark}.appeal", "Step 3: appeal", "union", "appeal", _days(10, EITHER_FIRST),
        clauses[f"{terms.article}.8"], "within ten (10) working days after the Step 2 decision is received",
        after=f"step2{mark}.answer", applies_to=kinds,
    )  # fmt: skip
    yield from _last(terms, clauses, mark, f"step3{mark}.appeal", kinds)


def _last(terms: Terms, clauses: Clauses, mark: str, after: str, kinds: tuple[str, ...]) -> Iterator[StepPlan]:
    yield _plan(
        f"step3{mark}.answer", "Step 3: answer", "management", "answer", _days(20, "filed", silence=SILENT),
        clauses[f"{terms.article}.8"],
        "shall give a written decision within twenty (20) working days after the appeal is received",
        after=after, applies_to=kinds,
    )  # fmt: skip
    yield _plan(
        f"arbitration{mark}", "Arbitration: invoke", "union", "notice", _calendar_days(terms.arbitrate, EITHER_FIRST),
        clauses[f"{terms.article + 1}.1"], terms.arbitrate_words, after=f"step3{mark}.answer", applies_to=kinds,
    )  # fmt: skip


def _discipline(terms: Terms, clauses: Clauses) -> Iterator[StepPlan]:
    """A suspension or an adverse action begins at Step 2, from the effective date (Section 9 A)."""
    yield _plan(
        "step2d.file", "Step 2: file", "employee", "file", _days(terms.file, "effective"),
        clauses[f"{terms.article}.9(A)"], _sentence(clauses[f"{terms.article}.9(A)"]), entry_for=("discipline",),
    )  # fmt: skip
    yield from _upper(terms, clauses, "d", "step2d.file", ("discipline",))


def _union(terms: Terms, clauses: Clauses) -> Iterator[StepPlan]:
    """The Union's own grievance, or one for a group in several Services, begins at Step 3 (Section 9 B)."""
    yield _plan(
        "step3u.file", "Step 3: file", "union", "file", _days(25, "knowledge_employee_or_union_earlier"),
        clauses[f"{terms.article}.9(B)"], _sentence(clauses[f"{terms.article}.9(B)"]), entry_for=("union", "group"),
    )  # fmt: skip
    yield from _last(terms, clauses, "u", "step3u.file", ("union", "group"))


def _agency(terms: Terms, clauses: Clauses) -> Iterator[StepPlan]:
    """The Agency's own grievance goes to the President of the Union, who answers (Section 9 C)."""
    clause = clauses[f"{terms.article}.9(C)"]
    first, answer = _sentence(clause), "The President shall answer within twenty (20) working days."
    yield _plan(
        "agency.file", "Agency: file", "management", "file", _days(25, "incident"), clause, first,
        entry_for=("management",),
    )  # fmt: skip
    yield _plan(
        "agency.answer", "Agency: answer", "union", "answer", _days(20, "filed"), clause, answer, after="agency.file",
        applies_to=("management",),
    )  # fmt: skip


def _sentence(clause: Clause | None) -> str:
    """The first sentence of a clause, as it stands there."""
    return clause.text[: clause.text.index(".", 4) + 1].strip() if clause else ""
