"""What a letter about a case may say, and the words the local chose for it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from grievances import letters
from grievances.models import Deadline, DeadlineState, Grievance, Letter, Paper, PaperText, Side
from grievances.queries.cases import VIEW, worked_on
from grievances.queries.clauses import on_silence
from grievances.queries.dates import LIVE
from grievances.queries.packets import grievants, remedy_words
from unionops.platform.access.models import Local, User
from unionops.platform.core.days import today

# The information request is drawn from its own items.
WRITTEN = [paper for paper in Paper if paper is not Paper.REQUEST]


def chosen(user: User, paper: str) -> PaperText | None:
    """The local's own row for a paper, when it has one."""
    return PaperText.objects.select_related("form").filter(paper=paper).first()


def all_chosen(user: User) -> dict[str, PaperText]:
    return {row.paper: row for row in PaperText.objects.select_related("form", "by")}


def words_of(user: User, paper: str) -> str:
    own = chosen(user, paper)
    return own.text if own is not None and own.text.strip() else str(letters.DEFAULTS[paper])


def letters_of(user: User, case: Grievance) -> QuerySet[Letter]:
    """Letters of the case that are neither drawn nor discarded."""
    rows: QuerySet[Letter] = Letter.objects.visible_to(user, VIEW)
    return rows.filter(still_open(), grievance=case).select_related("deadline").order_by("-id")


def still_open() -> Q:
    """A letter about a missed date is open while that date still waits for an answer."""
    live = Q(deadline=None) | Q(deadline__state__in=LIVE)
    return live & Q(document=None, discarded_at=None)


def waiting(user: User) -> QuerySet[Letter]:
    """Drafted letters of the cases the user works on that nobody has drawn or discarded."""
    rows: QuerySet[Letter] = Letter.objects.visible_to(user, VIEW).filter(worked_on(user))
    return rows.filter(still_open()).select_related("grievance", "matter", "deadline")


def said(day: datetime.date | None) -> str:
    return date_format(day, "F j, Y") if day else ""


def values(user: User, case: Grievance, late: Deadline | None = None) -> dict[str, str]:
    """Every place of a letter with what the case holds now; '' where it holds nothing."""
    return _frame(case) | _words(case) | _dates(case) | _late(user, late or _late_answer(case)) | _end(case)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _frame(case: Grievance) -> dict[str, str]:
    matter, local = case.matter, Local.current()
    parties = list(matter.parties.select_related("person").order_by("id"))
    return {
        "local": f"{local.name} {local.number}".strip(),
        "today": said(today()),
        "number": case.number,
        "title": matter.title,
        "grievants": grievants(case),
        "managers": ", ".join(str(p) for p in parties if p.role == "manager"),
        "unit": str(matter.unit or ""),
        "worksite": str(matter.worksite or ""),
        "steward": str(matter.steward or ""),
    }


def _words(case: Grievance) -> dict[str, str]:
    cited = [row.label + (f": {row.why}" if row.why else "") for row in case.matter.citations.all()]
    return {
        "statement": case.statement,
        "clauses": _lines(cited),
        "remedy": _lines([*remedy_words(case), case.remedy_text]),
    }


def _dates(case: Grievance) -> dict[str, str]:
    matter = case.matter
    going_on = _("still going on") if matter.is_continuing else ""
    done = case.step_records.filter(undone_at=None).select_related("step")
    clock, ours = _next(case), _next(case, Side.OURS)
    pause = case.pauses.order_by("-id").first()
    return {
        "incident": ", ".join(text for text in (said(matter.incident_on), going_on) if text),
        "known": said(matter.knowledge_on),
        "filed": said(case.filed_on),
        "step": str(case.step or ""),
        "record": _lines(f"{said(row.on)}: {row.step.title} {row.get_answer_display()}".strip() for row in done),
        "next_step": ours.title if ours else "",
        "next_due": said(ours.due) if ours else "",
        "clock_step": clock.title if clock else "",
        "clock_due": said(clock.due) if clock else "",
        "abeyance": _("Reason: %s") % pause.reason if pause else "",
    }


def _next(case: Grievance, *sides: Side) -> Deadline | None:
    """The date of the procedure that runs next, ours before theirs; of these sides only, when any are named."""
    running = case.deadlines.filter(state=DeadlineState.RUNNING, origin=Deadline.Origin.STEP)
    return running.filter(side__in=sides or Side.values).order_by("side", "due").first()


def _late_answer(case: Grievance) -> Deadline | None:
    rows = case.deadlines.filter(state=DeadlineState.RUNNING, side=Side.THEIRS, due__lt=today(), step__deed="answer")
    return rows.select_related("rule", "step").order_by("-due").first()


def _late(user: User, row: Deadline | None) -> dict[str, str]:
    """Quoted is what the agreement says of silence, never the limit alone with an effect its words do not name."""
    if row is None:
        return {}
    silence = str(row.written.get("silence") or "no_effect")
    limit = row.rule.quote if row.rule else ""
    return {
        "late_step": row.title,
        "late_due": said(row.due),
        "late_words": limit if silence == "no_effect" else on_silence(user, row.rule)[0],
        "late_effect": str(letters.EFFECTS[silence]),
        "late_follow": _follow(row, silence in letters.DECIDED),
    }


def _follow(row: Deadline, decided: bool) -> str:
    if decided:
        return _("The union asks management to carry out the remedy now, and to say when it is done.")
    ours = Deadline.objects.filter(grievance=row.grievance, state=DeadlineState.RUNNING, side=Side.OURS, origin="step")
    clock = ours.order_by("due").first()
    if clock is None:
        return _("The union keeps all its rights under the procedure.")
    return _(
        "The union therefore goes on to “%(step)s” and will act by %(day)s at the latest. It gives up nothing by "
        "waiting for a late answer."
    ) % {"step": clock.title, "day": said(clock.due)}


def _owed(by: str, due: str) -> str:
    return ", ".join(filter(None, (by, due)))


def _end(case: Grievance) -> dict[str, str]:
    decided = case.decisions.order_by("-id").first()
    made = case.settlements.order_by("-id").first()
    items = made.items.all() if made else []
    return {
        "outcome": str(case.get_outcome_display()),
        "outcome_reason": case.outcome_reason,
        "decision": decided.reason if decided else "",
        "appeal_right": decided.appeal_right if decided else "",
        "terms": made.terms if made else "",
        "promises": _lines(": ".join(filter(None, (r.text, _owed(r.owed_by, said(r.due))))) for r in items),
    }
