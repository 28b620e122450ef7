"""Procedures, their rules, and which one a matter falls under on the day it happened."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from contracts import amended
from contracts import queries as contracts
from contracts.asking import finding
from contracts.models import AgreementVersion, Clause, VersionState
from contracts.proposals import USABLE, DeadlineProposal, proposed_deadlines
from grievances import proposing
from grievances.deadlines.counting import internal_target
from grievances.deadlines.procedure import WRITTEN
from grievances.models import Deadline, DeadlineRule, Grievance, GrievanceStep, Matter, Procedure, ProcedureStep, Scope
from grievances.queries import dates
from grievances.queries.dates import LIVE
from unionops.platform.access.models import BargainingUnit, Local, User
from unionops.platform.access.models.local import Sector

READ = "grievances.simulate"
FOUND, BEGINNING = 8, 200  # clauses shown of a search; signs of one that was chosen


def procedures(user: User) -> QuerySet[Procedure]:
    rows: QuerySet[Procedure] = Procedure.objects.visible_to(user, READ).filter(retired_at=None)
    return rows


def procedure(user: User, public_id: uuid.UUID) -> Procedure:
    return procedures(user).get(public_id=public_id)


def step(user: User, public_id: uuid.UUID) -> ProcedureStep:
    rows: QuerySet[ProcedureStep] = ProcedureStep.objects.visible_to(user, READ)
    return rows.select_related("procedure", "rule", "after").get(public_id=public_id)


def unconfirmed(user: User, which: Procedure) -> QuerySet[ProcedureStep]:
    rows: QuerySet[ProcedureStep] = ProcedureStep.objects.visible_to(user, READ)
    return rows.filter(procedure=which, rule__confirmed_by=None)


def rules_to_confirm(user: User) -> tuple[int, int]:
    """How many procedures there are, and how many of their rules nobody has confirmed yet."""
    known = procedures(user)
    rows = ProcedureStep.objects.visible_to(user, READ).filter(procedure__in=known, rule__confirmed_by=None)
    return known.count(), rows.count()


NEWEST_FIRST = (F("version__effective").desc(nulls_last=True), F("since").desc(nulls_last=True), "-id")


def newest_first(user: User) -> QuerySet[Procedure]:
    """To choose from: that of the newest agreement stands on top."""
    return procedures(user).select_related("version", "unit").order_by(*NEWEST_FIRST)


def was_in_force(user: User, which: Procedure, on: datetime.date) -> bool:
    return procedures(user).filter(_in_force(on), pk=which.pk).exists()


def for_matter(user: User, matter: Matter) -> Procedure | None:
    """The procedure of the matter's unit whose text was in force on the day it happened; one for all units last."""
    on = matter.incident_on or matter.knowledge_on
    live = procedures(user).filter(_in_force(on)) if on else procedures(user)
    ordered = live.order_by(*NEWEST_FIRST)
    own, shared = _of_unit(matter), Q(unit=None, version__agreement__unit=None)
    return ordered.filter(own).first() or ordered.filter(shared).first()


def _of_unit(matter: Matter) -> Q:
    if matter.unit_id is None:
        return Q(pk__in=[])
    return Q(unit=matter.unit_id) | Q(unit=None, version__agreement__unit=matter.unit_id)


def _in_force(on: datetime.date) -> Q:
    begun = Q(version__effective=None) | Q(version__effective__lte=on)
    lasting = Q(version__superseded_on=None) | Q(version__superseded_on__gt=on)
    dated = (Q(since=None) | Q(since__lte=on)) & (Q(until=None) | Q(until__gte=on))
    return begun & lasting & dated


def touched_by(user: User, which: ProcedureStep, capability: str = "grievances.view") -> QuerySet[Deadline]:
    """Running dates of open cases that were computed by an earlier rule of this step."""
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, capability).filter(step=which, state__in=LIVE)
    return rows.exclude(rule=which.rule).select_related("grievance", "matter", "rule")


def rule(user: User, public_id: uuid.UUID) -> DeadlineRule:
    found: DeadlineRule = DeadlineRule.objects.visible_to(user, READ).get(public_id=public_id)
    return found


def clause_label(clause: Clause) -> str:
    """'18.4 Rest periods', cut to what a list can hold."""
    return clause.name[:200]


def next_steps(user: User, case: Grievance) -> QuerySet[ProcedureStep]:
    """Steps that can be recorded now: a clock runs for them, or they follow what is recorded (a meeting)."""
    if case.procedure is None or not case.has_begun:
        return ProcedureStep.objects.none()
    done = case.step_records.filter(undone_at=None).values("step_id")
    running = case.deadlines.filter(state__in=LIVE).exclude(step=None).values("step_id")
    reachable = Q(pk__in=running) | Q(after__in=done)
    rows = case.procedure.steps.filter(reachable).exclude(pk__in=done).order_by("ordinal")
    return rows if case.filed_on else rows.exclude(~Q(actor="management"), deed__in=WRITTEN)


def filing_step(user: User, case: Grievance) -> ProcedureStep | None:
    """Where this case is first filed in writing: the step it begins with, or the first paper after its talk."""
    if case.procedure is None or case.entry is None or not case.entry.is_talk:
        return case.entry
    steps = dates.steps_of(user, case.procedure)
    pure, kind, reached = dates.as_pure(case.procedure.name, steps), dates.case_kind(case), {case.entry.key}
    for step in steps:
        if (
            step.after
            and step.after.key in reached
            and step.key in {s.key for s in pure.following(step.after.key, kind)}
        ):
            if step.files:
                return step
            reached.add(step.key)
    return None


def filed_at(user: User, step: ProcedureStep, capability: str = "grievances.work") -> QuerySet[GrievanceStep]:
    """The records by which open cases were filed at this step; of those the user works on, unless asked otherwise."""
    rows: QuerySet[GrievanceStep] = GrievanceStep.objects.visible_to(user, capability).filter(step=step)
    filed = rows.filter(undone_at=None, grievance__entry=step).exclude(sent_on=None).exclude(grievance__filed_on=None)
    near = filed.exclude(grievance__status="closed").select_related("step", "grievance__matter", "grievance__procedure")
    return near.order_by("id")


def raised_at(step: ProcedureStep) -> bool:
    """Whether any open case began with a talk here; whose, it does not tell."""
    return Grievance.objects.filter(entry=step).exclude(status="closed").exclude(raised_on=None).exists()


def awaiting(user: User, case: Grievance) -> QuerySet[ProcedureStep]:
    """Steps not done yet that count from a hearing or a panel whose day a person sets."""
    rows: QuerySet[ProcedureStep] = ProcedureStep.objects.visible_to(user, READ).filter(procedure=case.procedure_id)
    done = case.step_records.filter(undone_at=None).values("step_id")
    return rows.filter(rule__written__anchor_kind="event_date").exclude(pk__in=done).select_related("rule")


def search_clauses(user: User, words: str, on: datetime.date | None, limit: int = FOUND) -> list[Clause]:
    """Clauses in force on the day, best first; by the search of the contracts, over all its agreements."""
    return [hit.clause for hit in _found(user, words, on, limit)]


def clause_choices(user: User, words: str, chosen: Iterable[str], on: datetime.date | None) -> list[tuple[str, str]]:
    """(public id, name and words) of the chosen clauses and of those found, which show the passage that was meant."""
    said = {str(one.public_id): f"{one.name}: {one.body[:BEGINNING]}" for one in clauses_named(user, chosen)}
    said |= {str(hit.clause.public_id): f"{hit.name}: {hit.passage}" for hit in _found(user, words, on, FOUND)}
    return list(said.items())


def _found(user: User, words: str, on: datetime.date | None, limit: int) -> list[finding.Found]:
    if not words.strip():
        return []
    return finding.find(user, words, versions=contracts.own_versions(user, on), limit=limit)


def clauses_named(user: User, ids: Iterable[str]) -> list[Clause]:
    wanted = [text for text in ids if _is_uuid(text)]
    return list(contracts.clauses_by_ids(user, wanted).values()) if wanted else []


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class FirstDate:
    """The date an intake is working towards, before there is a case."""

    step: ProcedureStep
    due: datetime.date
    target: datetime.date
    anchor_on: datetime.date


def first_date(user: User, matter: Matter, case_kind: str) -> FirstDate | None:
    """When a grievance about this matter would have to be filed; None while a date or a procedure is missing."""
    which = for_matter(user, matter)
    steps = {step.key: step for step in dates.steps_of(user, which)} if which else {}
    if which is None or case_kind == Scope.MANAGEMENT or not any(s.ours and not s.after for s in steps.values()):
        return None
    entry = dates.as_pure(which.name, steps.values()).entry(case_kind)
    events = dates.events_of(matter)
    rule, anchor, counted = entry.limit.rule(events), entry.limit.anchor(events), entry.limit.count(events)
    if rule is None or anchor is None or counted is None:
        return None
    return FirstDate(steps[entry.key], counted.due, internal_target(rule, counted.due), anchor.day)


def versions(user: User) -> QuerySet[AgreementVersion]:
    return contracts.versions(user).filter(state=VersionState.PUBLISHED)


def units(user: User) -> QuerySet[BargainingUnit]:
    return BargainingUnit.objects.order_by("name")


def clauses_of(user: User, which: Procedure) -> QuerySet[Clause]:
    """Clauses a rule of this procedure may stand on: all of its agreement, nearest to grievances first by number."""
    if which.version is None:
        return Clause.objects.none()
    return contracts.clauses(user, which.version)


def grievance_clauses(user: User, which: Procedure) -> QuerySet[Clause]:
    """The articles on grievances and arbitration with all under them, in reading order."""
    rows = clauses_of(user, which)
    heads = Q(title__icontains="griev") | Q(title__icontains="arbitrat") | Q(title__icontains="dispute")
    inside = Q(pk__in=[])
    for head in rows.filter(heads, depth__lte=1):
        inside |= Q(pk=head.pk) | Q(path__startswith=f"{head.path}/")
    return rows.filter(inside).order_by("ordinal")


def words_on_days(user: User, which: Procedure) -> list[tuple[Clause, str]]:
    """What the grievance articles and the definitions say of the days that count, sentence by sentence."""
    meanings = clauses_of(user, which).filter(title__icontains="definition")
    clauses = amended.read(user, (grievance_clauses(user, which) | meanings).distinct().order_by("ordinal"))
    return [(clauses[at], words) for at, words in proposing.words_on_days([clause.now for clause in clauses])]


def holiday_clauses(user: User, which: Procedure) -> QuerySet[Clause]:
    """Where the agreement names its holidays."""
    return clauses_of(user, which).filter(title__icontains="holiday", depth__lte=1).order_by("ordinal")


def usual_holidays(which: Procedure) -> Any:
    """The holidays a new rule leaves out: those of its procedure; at first the federal ones in a federal unit and none
    elsewhere, so that a date is sooner too early than too late.
    """
    for step in which.steps.select_related("rule"):
        if named := step.rule.written.get("holidays"):
            return named
    unit = which.version.agreement.unit if which.version else which.unit
    sector = unit.sector if unit else Local.current().sector
    return "us_federal" if sector == Sector.FEDERAL else "none"


def accepted_limits(user: User, which: Procedure) -> list[DeadlineProposal]:
    """Time limits of the grievance articles that a person accepted as annotations and no rule here stands on yet."""
    if which.version is None:
        return []
    near = set(grievance_clauses(user, which).values_list("pk", flat=True))
    rules = [(step.rule.clause_id, step.rule.quote) for step in steps_with_clauses(user, which)]
    found = [one for one in proposed_deadlines(user, which.version) if one.clause.pk in near]
    taken = {(pk, quote) for pk, quote in rules if quote}
    return [
        one
        for one in found
        if one.review in USABLE and not any(pk == one.clause.pk and one.quote in quote for pk, quote in taken)
    ]


def accepted_limit(user: User, which: Procedure, place: str) -> DeadlineProposal | None:
    """The one at 'clause:start', as the procedure's page names it."""
    return next((one for one in accepted_limits(user, which) if place_of(one) == place), None)


def place_of(limit: DeadlineProposal) -> str:
    return f"{limit.clause.public_id}:{limit.start}"


def confirmed_steps(user: User, beside: Iterable[Clause]) -> QuerySet[ProcedureStep]:
    """Steps of the procedures in use whose rule a person confirmed beside one of these very clauses."""
    rows: QuerySet[ProcedureStep] = ProcedureStep.objects.visible_to(user, READ).filter(procedure__retired_at=None)
    signed = rows.filter(rule__confirmed_by__isnull=False, rule__clause__in=[clause.pk for clause in beside])
    return signed.select_related("rule").order_by("ordinal", "id")


def steps_with_clauses(user: User, which: Procedure) -> QuerySet[ProcedureStep]:
    rows = which.steps.select_related("rule", "rule__clause", "rule__clause__version", "rule__confirmed_by", "after")
    return rows.order_by("ordinal", "id")
