"""Cases a person may read, stubs of intakes nobody has taken, and the parts of one case."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from grievances.models import (
    Assignment,
    CaseDocument,
    CaseImport,
    CaseNote,
    CaseSettings,
    Citation,
    Deadline,
    Grievance,
    InformationRequest,
    IntakeDraft,
    Interview,
    Letter,
    Matter,
    Party,
    Side,
    Status,
    StatusLink,
    TimeEntry,
)
from grievances.models.matters import stub_q
from members.models import Person
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy
from unionops.platform.access.scoping import unit_q
from unionops.platform.ai.models import AIOutput
from unionops.platform.core.days import today
from unionops.platform.core.text import fold
from unionops.platform.jobs.models import Job

VIEW = "grievances.view"


def grievances(user: User, capability: str = VIEW) -> QuerySet[Grievance]:
    rows: QuerySet[Grievance] = Grievance.objects.visible_to(user, capability)
    return rows.select_related(
        "matter", "matter__steward", "matter__unit", "matter__worksite", "step", "entry", "procedure"
    )


def grievance(user: User, public_id: uuid.UUID, capability: str = VIEW) -> Grievance:
    """Raises Grievance.DoesNotExist when there is none the user may see."""
    return grievances(user, capability).get(public_id=public_id)


def by_number(user: User, number: str, capability: str = VIEW) -> Grievance:
    return grievances(user, capability).get(number__iexact=number.strip())


def open_cases(user: User) -> QuerySet[Grievance]:
    return grievances(user).exclude(status=Status.CLOSED)


def mine(user: User) -> QuerySet[Grievance]:
    """Cases the user works on, whatever else their office lets them see."""
    return open_cases(user).filter(worked_on(user))


def worked_on(user: User) -> Q:
    """Of the rows the user may read, those of matters they are steward of or assigned to; most people read no other."""
    if policy.scope(user, VIEW) != "all":
        return Q()
    assigned = Assignment.objects.filter(user=user, until=None).values("matter_id")
    return Q(matter__steward=user) | Q(matter__in=assigned)


def filtered(user: User, **asked: Any) -> QuerySet[Grievance]:
    """The list page: status, step, steward, topic, words, a clause cited; an empty value asks for nothing."""
    rows = grievances(user)
    status = asked.get("status") or "live"
    rows = rows.exclude(status=Status.CLOSED) if status == "live" else rows
    rows = rows.filter(status=status) if status in Status.values else rows
    for name, path in (("step", "step__key"), ("steward", "matter__steward__public_id"), ("topic", "matter__topic")):
        rows = rows.filter(**{path: asked[name]}) if asked.get(name) else rows
    if asked.get("cites"):
        rows = rows.filter(matter__citations__clause__lineage__clauses__public_id=asked["cites"]).distinct()
    return _with_words(rows, str(asked.get("words") or ""))


def _with_words(rows: QuerySet[Grievance], words: str) -> QuerySet[Grievance]:
    for word in words.split()[:8]:
        plain = fold(word)
        person = Q(matter__parties__person__name_key__contains=plain) if plain else Q()
        rows = rows.filter(Q(number__icontains=word) | Q(matter__title__icontains=word) | person)
    return rows.distinct() if words else rows


def stubs(user: User) -> QuerySet[Grievance]:
    """Intakes of the user's own unit that nobody has taken: number, dates and unit are all they may read of them."""
    if policy.scope(user, "grievances.claim") is None:
        return Grievance.objects.none()
    places = Q() if policy.scope(user, "grievances.claim") == "all" else _places(user)
    rows: QuerySet[Grievance] = Grievance.objects.filter(stub_q(user, places))
    return rows.select_related("matter__unit", "matter__worksite").order_by("id")


def _places(user: User) -> Q:
    return Q(matter__in=Matter.objects.filter(unit_q(Matter, user)).values("pk"))


def notes(user: User, case: Grievance) -> QuerySet[CaseNote]:
    rows: QuerySet[CaseNote] = CaseNote.objects.visible_to(user, VIEW)
    return rows.filter(matter=case.matter_id).select_related("by").prefetch_related("readers").order_by("-id")


def interviews(user: User, case: Grievance) -> QuerySet[Interview]:
    rows: QuerySet[Interview] = Interview.objects.visible_to(user, VIEW)
    return rows.filter(matter=case.matter_id).select_related("by").prefetch_related("readers").order_by("-on", "-id")


def documents(user: User, case: Grievance) -> QuerySet[CaseDocument]:
    rows: QuerySet[CaseDocument] = CaseDocument.objects.visible_to(user, VIEW)
    near = rows.filter(matter=case.matter_id).select_related("upload", "by").prefetch_related("readers")
    return near.order_by("id")


def may_open_upload(user: User, upload: Any) -> bool:
    """The reader of the file purpose `case`: whoever may see the document may open its file."""
    return bool(CaseDocument.objects.visible_to(user, VIEW).filter(upload=upload).exists())


def is_restricted_upload(upload: Any) -> bool:
    """Whether the file belongs to a restricted case: its reader is asked again who they are."""
    return bool(CaseDocument.objects.filter(upload=upload, matter__restricted=True).exists())


def document(user: User, public_id: uuid.UUID) -> CaseDocument:
    found: CaseDocument = CaseDocument.objects.visible_to(user, VIEW).select_related("upload").get(public_id=public_id)
    return found


def draft(user: User, public_id: uuid.UUID) -> IntakeDraft:
    found: IntakeDraft = IntakeDraft.objects.filter(user=user).get(public_id=public_id)
    return found


def drafts(user: User) -> QuerySet[IntakeDraft]:
    rows: QuerySet[IntakeDraft] = IntakeDraft.objects.filter(user=user)
    return rows


def citing(user: User, clause_ids: list[int]) -> QuerySet[Citation]:
    """Citations of these clauses in cases the user may read."""
    rows: QuerySet[Citation] = Citation.objects.visible_to(user, VIEW)
    return rows.filter(clause_id__in=clause_ids).select_related("matter")


def of_person(user: User, person_id: uuid.UUID) -> QuerySet[Grievance]:
    """Cases about a person, as far as the user may read them."""
    return grievances(user).filter(matter__parties__person__public_id=person_id).distinct()


def parts_of(user: User, person_id: uuid.UUID) -> list[tuple[Grievance, Party]]:
    """Each case about a person with their part in it, as far as the user may read them."""
    rows: QuerySet[Party] = Party.objects.visible_to(user, VIEW)
    parties = rows.filter(person__public_id=person_id)
    found = {case.matter_id: case for case in of_person(user, person_id)}
    return [(found[party.matter_id], party) for party in parties if party.matter_id in found]


def of_grievant(user: User) -> QuerySet[Grievance]:
    """A member's own cases, for the status page only: number, step and dates, nothing of the file."""
    if user.person is None:
        return Grievance.objects.none()
    own = Q(matter__parties__person__public_id=user.person, matter__parties__role="grievant")
    rows: QuerySet[Grievance] = Grievance.objects.filter(own, matter__restricted=False).select_related("step")
    return rows.distinct()


def time_entries(user: User, capability: str = "grievances.time") -> QuerySet[TimeEntry]:
    rows: QuerySet[TimeEntry] = TimeEntry.objects.visible_to(user, capability)
    return rows.select_related("user", "matter").prefetch_related("matter__grievances")


def running_deadlines(user: User, case: Grievance) -> QuerySet[Deadline]:
    """Dates of the case and of its matter that still run or stand still."""
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, VIEW).filter(matter=case.matter_id)
    live = rows.filter(Q(grievance=case) | Q(grievance=None), state__in=("running", "stopped"))
    return live.select_related("step", "rule", "rule__clause", "grievance", "matter").order_by("due", "id")


def extendable_deadlines(user: User, case: Grievance) -> QuerySet[Deadline]:
    """Those of them that an agreement with management can move: see `Deadline.is_extendable`."""
    return running_deadlines(user, case).exclude(~Q(statute=""), side=Side.OURS)


def deadline(user: User, public_id: uuid.UUID) -> Deadline:
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, VIEW)
    found: Deadline = rows.select_related(
        "step", "step__procedure", "rule", "rule__clause", "rule__clause__version", "rule__confirmed_by", "grievance",
        "matter", "replaces",
    ).get(public_id=public_id)  # fmt: skip
    return found


def settings(user: User) -> CaseSettings:
    return CaseSettings.current()


def status_link(user: User, case: Grievance) -> StatusLink | None:
    """The address that works now, if there is one."""
    rows: QuerySet[StatusLink] = StatusLink.objects.visible_to(user, VIEW)
    return rows.filter(grievance=case, ended_at=None, until__gte=today()).first()


def own_status(user: User) -> dict[str, Any]:
    """What the status page shows a grievant, when the local has switched it on."""
    shown = CaseSettings.current().members_see_status
    return {"shown": shown, "cases": list(of_grievant(user)) if shown else []}


def drafted(user: User, case: Grievance) -> AIOutput | None:
    """The newest statement the model drafted for this case that nobody has decided on."""
    if not grievances(user, "grievances.work").filter(pk=case.pk).exists():
        return None
    rows = AIOutput.objects.filter(about_id=case.public_id, kind="grievances.statement", review="suggested")
    found: AIOutput | None = rows.order_by("-id").first()
    return found


def drafting_job(user: User, case: Grievance, kind: str = "") -> Job | None:
    """The work of the kind (any, without one) that is going on for this case, or failed since yesterday."""
    rows = Job.objects.filter(owner=user, about_id=case.public_id, kind__endswith=kind)
    newest: Job | None = rows.order_by("-id").first()
    if newest is None or newest.is_active:
        return newest
    fresh = newest.finished_at is not None and newest.finished_at > timezone.now() - datetime.timedelta(days=1)
    return newest if fresh and newest.error_detail else None


def information_request(user: User, public_id: uuid.UUID, capability: str = VIEW) -> InformationRequest:
    rows: QuerySet[InformationRequest] = InformationRequest.objects.visible_to(user, capability)
    return rows.select_related("matter", "grievance").get(public_id=public_id)


def letter(user: User, public_id: uuid.UUID) -> Letter:
    rows: QuerySet[Letter] = Letter.objects.visible_to(user, "grievances.work")
    return rows.select_related("grievance", "matter", "deadline").get(public_id=public_id)


def imports(user: User) -> QuerySet[CaseImport]:
    rows: QuerySet[CaseImport] = CaseImport.objects.visible_to(user, "grievances.import")
    return rows


def has_held_case(person: Person) -> bool:
    """Whether the person stands in a matter under a legal hold; only yes or no, for the erasure check."""
    return Matter.objects.filter(parties__person=person, litigation_hold=True).exists()


def has_open_case(person: Person) -> bool:
    """Whether the person stands in a matter whose case is not closed; only yes or no, for the erasure check."""
    return Grievance.objects.filter(matter__parties__person=person, closed_on=None).exists()
