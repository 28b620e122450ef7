"""What a packet and the handover book are made of, each part only as far as the reader may see it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from grievances import forums, wording
from grievances.models import (
    CaseDocument,
    CaseTask,
    Grievance,
    InformationRequest,
    PartyRole,
    Scope,
    SettlementTerm,
    W,
)
from grievances.queries import alike, cases, history, work
from unionops.platform.access.models import Local, User
from unionops.platform.audit.queries import about


@dataclass(frozen=True)
class Exhibit:
    number: int
    document: CaseDocument


def remedy_words(case: Grievance) -> list[str]:
    words = dict(wording.REMEDIES)
    return [str(words.get(code, code)) for code in case.remedies]


def grievants(case: Grievance) -> str:
    """Whose grievance it is: those named; a group in the words of the case; the local that files in its own name; ''
    for one person nobody has named yet.
    """
    named = case.matter.parties.filter(role=PartyRole.GRIEVANT).select_related("person").order_by("id")
    described = case.matter.facts.filter(w=W.WHO, removed_at=None) if case.scope == Scope.GROUP else []
    words = [str(party) for party in named] or [fact.text for fact in described]
    return "; ".join(words) or ("" if case.scope == Scope.INDIVIDUAL else str(Local.current()))


def packet(user: User, case: Grievance) -> dict[str, Any]:
    """Sealed papers, notes and interviews are in it only when their reader prints it; a packet never holds a packet."""
    documents = cases.documents(user, case).exclude(upload__name__in=packet_names(case))
    dates = case.matter.deadlines.filter(Q(grievance=case) | Q(grievance=None)).order_by("anchor_on", "due", "id")
    return {
        "happened": list(reversed(history.history(user, case))),
        "exhibits": [Exhibit(number, row) for number, row in enumerate(documents, 1)],
        "events": sorted(
            [*about(user, case.public_id), *about(user, case.matter.public_id)], key=lambda event: event.number
        ),
        "dates": [(row, wording.count_lines(row.count)) for row in dates],
        "facts": list(case.matter.facts.filter(removed_at=None)),
        "parties": list(case.matter.parties.select_related("person")),
        "decisions": list(case.decisions.order_by("decided_on", "id")),
        "elections": list(forums.elected(case.matter)),
        "requests": list(case.matter.requests.prefetch_related("items")),
    }


def holds_sealed(user: User, case: Grievance) -> bool:
    """Whether a packet this person prints holds words that other readers of the case may not see."""
    papers = cases.documents(user, case).exclude(upload__name__in=packet_names(case))
    return any(
        rows.filter(sealed=True).exists() for rows in (papers, cases.notes(user, case), cases.interviews(user, case))
    )


def packet_names(case: Grievance) -> dict[str, str]:
    """File names of the packets of a case, by kind."""
    return {f"{case.number}-{kind}.pdf": kind for kind in ("case", "dfr")}


def comparable(user: User, case: Grievance) -> list[alike.Alike]:
    """Cases like this one: if they went further and this one was dropped, the record should say why. Only what a
    person can check makes a case alike here: a clause or words that both have.
    """
    return [row for row in alike.similar(user, case, limit=12) if row.clauses or row.words]


def handover(user: User, today: datetime.date) -> dict[str, Any]:
    promises = SettlementTerm.objects.visible_to(user, cases.VIEW).filter(verified_on=None, dropped_on=None)
    asked = InformationRequest.objects.visible_to(user, cases.VIEW).exclude(sent_on=None)
    tasks = CaseTask.objects.visible_to(user, cases.VIEW).filter(done_at=None)
    owed = cases.open_cases(user).filter(decisions__told_on=None).exclude(decisions=None)
    return {
        "today": today,
        "dates": list(work.deadlines(user)),
        "promises": list(promises.select_related("settlement__grievance").order_by("due", "id")),
        "tasks": list(tasks.select_related("owner").prefetch_related("matter__grievances").order_by("due", "id")),
        "requests": list(asked.filter(items__state="open").distinct().select_related("matter", "grievance")),
        "owed": list(owed.distinct()),
        "nobody": list(cases.open_cases(user).filter(matter__steward=None)),
        "load": work.load_by_steward(user),
    }
