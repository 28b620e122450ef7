"""The page of one case, the page of one date, and the settings of case work."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from contracts.addresses import clause_url
from grievances import facts, forums, wording
from grievances.checklists import CHECKLISTS, Checklist
from grievances.deadlines import statutes
from grievances.deadlines.anchors import Event
from grievances.models import Citation, Deadline, Forum, Grievance, Matter, Party, PartyRole, W
from grievances.queries import alike, arbitration, history, letters, packets, procedures, proposals
from grievances.queries import cases as queries
from grievances.queries.clauses import cited, on_silence
from grievances.views.common import case_or_404, note_reading
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.ai.state import state
from unionops.platform.core.days import today


@allow("grievances.view", "GET")
def case(request: Request, public_id: uuid.UUID) -> HttpResponse:
    found = case_or_404(request, public_id)
    day = today()
    running = [_shown_date(row, day) for row in queries.running_deadlines(request.user, found)]
    context = {
        "case": found,
        "matter": found.matter,
        "today": day,
        "dates": running,
        "clock": _first_clock(running),
        "ladder": history.ladder(request.user, found, day),
        "happened": history.history(request.user, found),
        "shows_status": queries.settings(request.user).members_see_status and not found.matter.restricted,
        "status_link": queries.status_link(request.user, found),
        "docket": arbitration.of_case(request.user, found),
        "invoked_on": arbitration.invoked_on(found),
        "letters": letters.letters_of(request.user, found),
        "similar": alike.similar(request.user, found),
        "may_work": may(request.user, "grievances.work"),
        **_records(request, found),
    }
    return render(request, "grievances/case.html", context)


def _known(matter: Matter, parties: list[Party]) -> set[str]:
    """The questions that the case itself answers: its day, its place, the people named in it."""
    roles = {party.role for party in parties}
    known = {
        W.WHO: bool(roles & {PartyRole.GRIEVANT, PartyRole.AFFECTED}),
        W.WHEN: matter.incident_on is not None,
        W.WHERE: matter.worksite_id is not None,
        W.WITNESSES: PartyRole.WITNESS in roles,
    }
    return {w for w, answered in known.items() if answered}


def _records(request: Request, case: Grievance) -> dict[str, Any]:
    matter = case.matter
    facts_now = list(matter.facts.filter(removed_at=None).select_related("by").order_by("happened_on", "id"))
    parties = list(matter.parties.select_related("person"))
    answered = {row.w for row in facts_now} | _known(matter, parties)
    elections = list(forums.elected(matter))
    return {
        "facts": facts_now,
        "struck": list(matter.facts.exclude(removed_at=None)),
        "missing": [W(w).label for w in facts.missing(answered, W.values)],
        "arguments": list(matter.arguments.filter(removed_at=None, checklist="").select_related("by")),
        "checklists": _checklists(case),
        "citations": _citations(request.user, case),
        "remedies": packets.remedy_words(case),
        "draft": queries.drafted(request.user, case),
        "job": queries.drafting_job(request.user, case, "draft_statement"),
        "proposed": proposals.clauses(request.user, case),
        "looking": queries.drafting_job(request.user, case, "propose_clauses"),
        "drafts": list(proposals.waiting(case, proposals.ITEM)),
        "asking": queries.drafting_job(request.user, case, "draft_item"),
        "model": state(request.user),
        "parties": parties,
        "documents": list(queries.documents(request.user, case)),
        "evidence": list(matter.evidence.all()),
        "requests": list(matter.requests.prefetch_related("items").order_by("id")),
        "notes": list(queries.notes(request.user, case)),
        "interviews": list(queries.interviews(request.user, case)),
        "tasks": list(matter.tasks.select_related("owner")),
        "terms": list(matter.settlement_terms.all()),
        "minutes": sum(matter.time_entries.values_list("minutes", flat=True)),
        "elections": elections,
        "other_roads": any(row.forum != Forum.GRIEVANCE for row in elections),
        "filing": history.filing_record(case),
        "awaiting": list(procedures.awaiting(request.user, case)) if case.is_live else [],
        "days_set": set(case.awaited_days.values_list("step_id", flat=True)),
        "roads": [] if case.filed_on else forums.roads(matter),
        "closes": forums.closes_a_road(matter),
    }


def _checklists(case: Grievance) -> list[tuple[Checklist, int]]:
    """Each checklist with how many of its lines are answered."""
    filled = Counter(case.matter.arguments.filter(removed_at=None).values_list("checklist", flat=True))
    return [(one, filled[one.key]) for one in CHECKLISTS.values()]


def _citations(user: User, case: Grievance) -> list[Citation]:
    """With the address of each clause in the reader."""
    rows = cited(user, case.matter)
    for row in rows:
        row.url = clause_url(row.clause) if row.clause is not None else ""
    return rows


def _shown_date(row: Deadline, day: Any) -> dict[str, Any]:
    left = row.days_left(day)
    stopped = row.state == "stopped"
    tone = (
        "" if stopped or row.earliest or row.side == "theirs" else ("bad" if left < 0 else "warn" if left <= 3 else "")
    )
    words = wording.derivation(row.written, row.anchor_on, row.due, row.count)
    law = statutes.by_key(row.statute)
    check = law is not None and law.check
    return {"row": row, "left": left, "tone": tone, "stopped": stopped, "words": words, "check": check}


# What a violation that goes on may start anew each day.
BEGINNINGS = (Event.INCIDENT, Event.KNOWLEDGE, Event.UNION_KNOWLEDGE)


def _first_clock(running: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The date the page begins with: ours before theirs, the nearest first."""
    step = [one for one in running if one["row"].origin in ("step", "hand") and not one["row"].earliest]
    ours = [one for one in step if one["row"].side == "ours"]
    return next(iter(ours or step or running), None)


@allow("grievances.view", "GET")
def deadline(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Words of the clause, then the rule, then the count day by day."""
    try:
        row = queries.deadline(request.user, public_id)
    except Deadline.DoesNotExist as error:
        raise Http404 from error
    note_reading(request, row.grievance or row.matter, restricted=row.matter.restricted)
    context = {
        "row": row,
        "rule": wording.rule_sentence(row.written) if row.written else "",
        "silence": wording.silence_sentence(row.written) if row.written and row.side == "theirs" else "",
        "consequence": on_silence(request.user, row.rule if row.side == "theirs" else None),
        "lines": wording.count_lines(row.count),
        "statute": statutes.by_key(row.statute),
        "earlier": _earlier(row),
        "anchor": wording.ANCHORS.get(str(row.written.get("anchor_kind", "")), ""),
        "left": row.days_left(today()),
        "going_on": row.matter.is_continuing and row.anchor_event in BEGINNINGS,
    }
    return render(request, "grievances/deadline.html", context)


def _earlier(row: Deadline) -> list[Deadline]:
    """The dates this one replaced, newest first."""
    found: list[Deadline] = []
    at = row.replaces
    while at is not None and len(found) < 50:
        found.append(at)
        at = at.replaces
    return found
