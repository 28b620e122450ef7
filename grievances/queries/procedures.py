"""Procedures, their rules, and which one a matter falls under on the day it happened."""

from __future__ import annotations

import datetime
import uuid

from django.db.models import F, Q, QuerySet

from contracts.models import Clause
from grievances.models import Deadline, DeadlineRule, Matter, Procedure, ProcedureStep
from grievances.queries.dates import LIVE
from unionops.platform.access.models import User

READ = "grievances.simulate"


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


def for_matter(user: User, matter: Matter) -> Procedure | None:
    """The procedure of the matter's unit whose text was in force on the day it happened; one for all units last."""
    on = matter.incident_on or matter.knowledge_on
    live = procedures(user).filter(_in_force(on)) if on else procedures(user)
    ordered = live.order_by(F("version__effective").desc(nulls_last=True), F("since").desc(nulls_last=True), "-id")
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


def touched_by(user: User, which: ProcedureStep) -> QuerySet[Deadline]:
    """Running dates of open cases that were computed by an earlier rule of this step."""
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, "grievances.view").filter(step=which, state__in=LIVE)
    return rows.exclude(rule=which.rule).select_related("grievance", "matter", "rule")


def rule(user: User, public_id: uuid.UUID) -> DeadlineRule:
    found: DeadlineRule = DeadlineRule.objects.visible_to(user, READ).get(public_id=public_id)
    return found


def clause_label(clause: Clause) -> str:
    """'18.4 Rest periods', cut to what a list can hold."""
    return clause.name[:200]
