"""Write things down in a case: facts and argument apart, notes, tasks, evidence, citations, time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from grievances.facts import argument_words
from grievances.models import (
    Argument,
    CaseNote,
    CaseTask,
    Citation,
    Evidence,
    EvidenceState,
    Fact,
    Interview,
    Matter,
    TimeCategory,
    TimeEntry,
    W,
)
from grievances.queries.procedures import clause_label
from grievances.services.indexing import refresh
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


def _text(text: str) -> str:
    if not (plain := text.strip()):
        raise Problem("empty", _("There is nothing written yet."), _("Write a sentence, then save it."))
    return plain


@transaction.atomic
def add_fact(
    *,
    by: User,
    matter: Matter,
    text: str,
    w: str = W.WHAT,
    happened_on: datetime.date | None = None,
    source: str = "",
    keep_anyway: bool = False,
) -> Fact:
    """Write a fact down. Words of argument are pointed out once; a person may keep them, as in a quoted remark."""
    plain = _text(text)
    if (found := argument_words(plain)) and not keep_anyway:
        raise Problem(
            "argument",
            _("This reads like argument, not fact: %s.") % ", ".join(found),
            _("Write what was said and done. Put why it breaks the contract under Argument, or keep it as it is."),
        )
    row: Fact = Fact.objects.create(
        matter=matter, w=w, text=plain, happened_on=happened_on, source=source.strip(), by=by
    )
    refresh(matter)
    record(by, "wrote down a fact", matter)
    return row


@transaction.atomic
def add_argument(
    *, by: User, matter: Matter, text: str, checklist: str = "", line: str = "", answer: str = ""
) -> Argument:
    row: Argument = Argument.objects.create(
        matter=matter, text=_text(text), checklist=checklist, line=line, answer=answer, by=by
    )
    record(by, "wrote down an argument", matter)
    return row


@transaction.atomic
def save_checklist(*, by: User, matter: Matter, checklist: str, answers: Mapping[str, tuple[str, str]]) -> int:
    """Keep the answer and the evidence of each line; what was said before on a line stays in the history."""
    kept = {row.line: row for row in matter.arguments.filter(checklist=checklist, removed_at=None)}
    changed = 0
    for line, (answer, text) in answers.items():
        old = kept.get(line)
        if (old.answer, old.text) == (answer, text) if old else not (answer or text):
            continue
        if old is not None:
            old.removed_at = timezone.now()
            old.save(update_fields=["removed_at"])
        if answer or text:
            Argument.objects.create(matter=matter, checklist=checklist, line=line, answer=answer, text=text, by=by)
        changed += 1
    record(by, "filled a checklist", matter, count=changed, detail={"checklist": checklist})
    return changed


@transaction.atomic
def strike(*, by: User, row: Fact | Argument) -> None:
    """Take a fact or an argument out of the case; it stays in the history."""
    row.removed_at = timezone.now()
    row.save(update_fields=["removed_at"])
    refresh(row.matter)
    record(by, "struck a line from a case", row.matter)


@transaction.atomic
def unstrike(*, by: User, row: Fact | Argument) -> None:
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    refresh(row.matter)
    record(by, "put a line back into a case", row.matter)


@transaction.atomic
def add_note(*, by: User, matter: Matter, text: str, sealed: bool = False, readers: Iterable[User] = ()) -> CaseNote:
    """A working note. Sealed, it is read by its writer and the named readers alone."""
    row: CaseNote = CaseNote.objects.create(matter=matter, text=_text(text), sealed=sealed, by=by)
    row.readers.set(readers if sealed else [])
    record(by, noop("wrote a sealed note") if sealed else noop("wrote a note"), matter)
    return row


@transaction.atomic
def add_interview(
    *, by: User, matter: Matter, with_whom: str, text: str, readers: Iterable[User] = (), **said: Any
) -> Interview:
    """A talk on the record. Its minutes go into the time log in the same step. Sealed, it is read by its writer and
    the named readers alone.
    """
    row: Interview = Interview.objects.create(
        matter=matter, with_whom=_text(with_whom)[:200], text=_text(text), by=by, **said
    )
    row.readers.set(readers if row.sealed else [])
    if row.minutes:
        log_time(
            by=by, minutes=row.minutes, category=TimeCategory.DISPUTE, paid_as=TimeEntry.PaidAs.OFFICIAL, on=row.on,
            matter=matter,
        )  # fmt: skip
    record(by, "put a talk on the record", matter, detail={"kind": str(row.kind)})
    return row


@transaction.atomic
def add_task(
    *, by: User, matter: Matter, text: str, owner: User | None = None, due: datetime.date | None = None
) -> CaseTask:
    row: CaseTask = CaseTask.objects.create(
        matter=matter, text=_text(text)[:300], owner=owner or matter.steward or by, due=due, by=by
    )
    record(by, "set a task", matter)
    return row


@transaction.atomic
def tick_task(*, by: User, task: CaseTask, done: bool = True) -> None:
    task.done_at = timezone.now() if done else None
    task.save(update_fields=["done_at"])
    record(by, noop("did a task") if done else noop("reopened a task"), task.matter)


@transaction.atomic
def cite(*, by: User, matter: Matter, clause: Any = None, label: str = "", why: str = "") -> Citation:
    """Add what was violated: a clause, or a law, rule or practice in words."""
    if clause is None and not label.strip():
        raise Problem("nothing_cited", _("Name the article, law or practice."), _("Search for a clause or type it."))
    if clause is not None and (known := matter.citations.filter(clause=clause).first()):
        found: Citation = known
        return found
    row: Citation = Citation.objects.create(
        matter=matter, clause=clause, label=(label.strip() or clause_label(clause))[:200], why=why.strip()
    )
    record(by, "cited a clause", matter)
    return row


@transaction.atomic
def uncite(*, by: User, citation: Citation) -> None:
    record(by, "took a citation out", citation.matter)
    citation.delete()


@transaction.atomic
def add_evidence(*, by: User, matter: Matter, what: str, state: str = EvidenceState.WANTED) -> Evidence:
    row: Evidence = Evidence.objects.create(matter=matter, what=_text(what)[:300], state=state, by=by)
    record(by, "noted evidence", matter)
    return row


@transaction.atomic
def change_evidence(*, by: User, row: Evidence, state: str) -> None:
    row.state = state
    row.save(update_fields=["state"])
    record(by, "changed the state of evidence", row.matter)


@transaction.atomic
def log_time(
    *,
    by: User,
    minutes: int,
    category: str,
    paid_as: str,
    on: datetime.date | None = None,
    matter: Matter | None = None,
    note: str = "",
) -> TimeEntry:
    if not 1 <= minutes <= 24 * 60:
        raise Problem("minutes", _("A day has 1 to 1440 minutes; %s is not one of them.") % minutes)
    row: TimeEntry = TimeEntry.objects.create(
        user=by, matter=matter, on=on or today(), minutes=minutes, category=category, paid_as=paid_as, note=note
    )
    record(by, "logged time", row)
    return row


@transaction.atomic
def remove_time(*, by: User, entry: TimeEntry) -> None:
    record(by, "removed a time entry", entry)
    entry.delete()
