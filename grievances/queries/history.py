"""One case as a line of time: everything on record, newest first, each part only if the viewer may see it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from grievances.models import Deadline, DeadlineState, Grievance, GrievanceStep, ProcedureStep
from grievances.queries import cases, dates
from unionops.platform.access.models import User


@dataclass(frozen=True)
class Happening:
    """`kind` is the word a packet groups by; `url_id` names a document when there is one."""

    on: datetime.date
    order: datetime.datetime
    who: str
    what: str
    detail: str = ""
    kind: str = "record"
    undo: GrievanceStep | None = None


def said(day: datetime.date) -> str:
    return date_format(day, "j M Y")


def _day(moment: datetime.datetime) -> datetime.date:
    return timezone.localtime(moment).date()


def history(user: User, case: Grievance) -> list[Happening]:
    parts = (_opened, _steps, _forums, _dates, _pauses, _decisions, _papers, _notes, _talks, _people)
    found = [row for part in parts for row in part(user, case)]
    return sorted(found, key=lambda row: (row.on, row.order), reverse=True)


def _opened(user: User, case: Grievance) -> Iterator[Happening]:
    matter = case.matter
    yield Happening(
        _day(matter.opened_at), matter.opened_at, str(matter.opened_by), _("opened the case"), kind="opened"
    )
    if matter.incident_on:
        start = timezone.make_aware(datetime.datetime.combine(matter.incident_on, datetime.time.min))
        yield Happening(matter.incident_on, start, "", _("It happened."), kind="incident")


def _steps(user: User, case: Grievance) -> Iterator[Happening]:
    for row in case.step_records.select_related("step", "by").order_by("id"):
        words = str(row.step) + (f": {row.get_answer_display()}" if row.answer else "")
        taken_back = _("taken back") if row.undone_at else ""
        detail = "; ".join(part for part in (row.means, row.received_by, row.note, taken_back) if part)
        undo = None if row.undone_at else row
        yield Happening(row.on, row.at, str(row.by), words, detail, kind="step", undo=undo)


def filing_record(case: Grievance) -> GrievanceStep | None:
    """The record by which the case was filed: the first paper of ours, or the step it begins with where others act."""
    if case.filed_on is None:
        return None
    records = list(case.step_records.filter(undone_at=None).select_related("step").order_by("on", "id"))
    papers = [row for row in records if row.is_paper] or [row for row in records if row.step_id == case.entry_id]
    return next(iter(papers), None)


def _forums(user: User, case: Grievance) -> Iterator[Happening]:
    for row in case.matter.elections.select_related("warned_by"):
        words = _("chose the forum: %s") % row.get_forum_display()
        told = _("grievant acknowledged on %s") % said(row.acknowledged_on) if row.acknowledged_on else ""
        back = _("taken back: %s") % row.undone_why if row.undone_at else ""
        detail = "; ".join(part for part in (row.by_act, row.rule, told, back) if part)
        yield Happening(row.elected_on, row.at, str(row.warned_by), words, detail, kind="forum")


def _dates(user: User, case: Grievance) -> Iterator[Happening]:
    for row in case.matter.extensions.select_related("by", "deadline"):
        words = _("extension agreed with %(who)s: %(title)s now due %(day)s") % {
            "who": row.agreed_with,
            "title": row.deadline.name,
            "day": said(row.new_due),
        }
        yield Happening(row.agreed_on, row.at, str(row.by), words, row.reason, kind="extension")
    for old in case.deadlines.filter(state=DeadlineState.SUPERSEDED):
        words = _("The date %(day)s for “%(title)s” was replaced") % {"day": said(old.due), "title": old.name}
        yield Happening(_replaced_on(old), old.computed_at, "", words, old.reason, kind="date")


def _replaced_on(old: Deadline) -> datetime.date:
    newer = old.replaced_by.order_by("id").first()
    return _day(newer.computed_at if newer else old.computed_at)


def _pauses(user: User, case: Grievance) -> Iterator[Happening]:
    for row in case.pauses.select_related("by"):
        until = said(row.end) if row.end else _("open")
        words = _("abeyance from %(start)s to %(end)s") % {"start": said(row.start), "end": until}
        yield Happening(row.start, row.at, str(row.by), words, f"{row.reason} {row.agreed_with}".strip(), kind="pause")


def _decisions(user: User, case: Grievance) -> Iterator[Happening]:
    for row in case.decisions.select_related("by"):
        words = _("%(who)s decided: %(what)s") % {"who": row.decided_by, "what": row.get_kind_display()}
        told = (
            _("grievant told on %(day)s %(how)s") % {"day": said(row.told_on), "how": row.told_how}
            if row.told_on
            else ""
        )
        detail = "; ".join(part for part in (row.reason, told) if part)
        yield Happening(row.decided_on, row.at, str(row.by), words, detail, kind="decision")
    for made in case.settlements.select_related("by"):
        yield Happening(made.settled_on, made.at, str(made.by), _("settled"), made.terms, kind="settlement")
    if case.closed_on:
        end = timezone.make_aware(datetime.datetime.combine(case.closed_on, datetime.time.max))
        words = _("closed: %s") % case.get_outcome_display()
        yield Happening(case.closed_on, end, "", words, case.outcome_reason, kind="closed")


def _papers(user: User, case: Grievance) -> Iterator[Happening]:
    for row in cases.documents(user, case):
        yield Happening(_day(row.at), row.at, str(row.by), _("added a document: %s") % row.title, kind="document")
    for asked in case.matter.requests.exclude(sent_on=None).select_related("by"):
        words = _("asked %s for information") % asked.addressed_to
        yield Happening(asked.sent_on or _day(asked.at), asked.at, str(asked.by), words, asked.means, kind="request")


def _notes(user: User, case: Grievance) -> Iterator[Happening]:
    for row in cases.notes(user, case):
        words = _("wrote a sealed note") if row.sealed else _("wrote a note")
        yield Happening(_day(row.at), row.at, str(row.by), words, row.text, kind="note")


def _talks(user: User, case: Grievance) -> Iterator[Happening]:
    for row in cases.interviews(user, case):
        words = _("%(kind)s with %(who)s") % {"kind": row.get_kind_display(), "who": row.with_whom}
        asked = row.get_request_display() if row.request else ""
        detail = "\n".join(part for part in (asked, row.text) if part)
        yield Happening(row.on, row.at, str(row.by), words, detail, kind="interview")


def _people(user: User, case: Grievance) -> Iterator[Happening]:
    for row in case.matter.assignments.exclude(user=F("by")).select_related("user", "by"):
        yield Happening(
            _day(row.since), row.since, str(row.by), _("assigned the case to %s") % row.user, kind="assigned"
        )


@dataclass(frozen=True)
class Rung:
    """One level of the ladder as the page shows it."""

    step: ProcedureStep
    state: str
    day: datetime.date | None
    words: str


def ladder(user: User, case: Grievance, today: datetime.date) -> list[Rung]:
    """Filing and each appeal with the answer beneath it: done, now, late, or still to come."""
    if case.procedure is None:
        return []
    steps = dates.steps_of(user, case.procedure)
    done = {row.step_id: row for row in case.step_records.filter(undone_at=None)}
    live = {row.step_id: row for row in case.deadlines.filter(state__in=dates.LIVE)}
    back = {step.key for step in steps if step.pk in done and done[step.pk].sends_back}
    on_the_way = _on_the_way(steps, case, back)
    return [_rung(step, done.get(step.pk), live.get(step.pk), today) for step in on_the_way]


def _on_the_way(steps: list[ProcedureStep], case: Grievance, back: set[str]) -> list[ProcedureStep]:
    """Levels and answers this case can come to from where it starts."""
    if case.entry is None:
        return []
    pure, kind = dates.pure_of(case, "", steps), dates.case_kind(case)
    reached = {case.entry.key}
    for step in steps:
        if step.key in reached:
            reached |= {one.key for one in pure.following(step.key, kind, sent_back=step.key in back)}
    return [step for step in steps if step.key in reached and step.deed != "meeting"]


def _rung(step: ProcedureStep, record: GrievanceStep | None, clock: Deadline | None, today: datetime.date) -> Rung:
    if record is not None:
        return Rung(step, "done", record.on, str(record.get_answer_display()) if record.answer else "")
    if clock is not None:
        late = clock.due < today and clock.state == DeadlineState.RUNNING
        return Rung(step, "late" if late else "now", clock.due, _("due"))
    return Rung(step, "todo", None, "")
