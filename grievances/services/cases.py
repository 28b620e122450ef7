"""Open a case, hand it on, change its dates and words, wall it off."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from grievances.models import (
    Assignment,
    CaseSettings,
    Citation,
    Conflict,
    Evidence,
    EvidenceState,
    Fact,
    Grievance,
    IntakeDraft,
    Matter,
    NumberSeries,
    Party,
    PartyRole,
    Procedure,
    ProcedureStep,
    Reader,
    Scope,
    Topic,
    W,
)
from grievances.queries import dates, procedures
from grievances.queries.history import said
from grievances.services import clocks, indexing
from grievances.services.handing_on import tasks_go_along
from members.models import Person
from unionops.platform.access.models import BargainingUnit, User, Worksite
from unionops.platform.access.policy import may
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


class Changed(Problem):
    """Somebody else saved in the meantime; both versions are shown, nothing is lost."""

    def __init__(self, row: Matter | Grievance) -> None:
        self.row = row
        super().__init__("changed", _("Somebody else saved this while you were writing."), _("Compare both texts."))


@dataclass(frozen=True)
class Intake:
    """What is known when a case is opened. Only the title is needed; a date, a clause or a person may follow later."""

    title: str
    topic: str = Topic.CONTRACT
    scope: str = Scope.INDIVIDUAL
    unit: BargainingUnit | None = None
    worksite: Worksite | None = None
    shift: str = ""
    incident_on: datetime.date | None = None
    is_continuing: bool = False
    knowledge_on: datetime.date | None = None
    union_knowledge_on: datetime.date | None = None
    knowledge_how: str = ""
    received_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    grievants: tuple[Person, ...] = ()
    witnesses: tuple[str, ...] = ()
    managers: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    clauses: tuple[Any, ...] = ()
    other_sources: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    remedy_text: str = ""
    restricted: bool = False
    have: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    conflicts: tuple[User, ...] = ()


MATTER_FIELDS = (
    "title", "topic", "shift", "incident_on", "is_continuing", "knowledge_on", "union_knowledge_on", "knowledge_how",
    "received_on", "effective_on", "restricted",
)  # fmt: skip


@transaction.atomic
def open_case(*, by: User, intake: Intake, steward: User | None = None, draft: IntakeDraft | None = None) -> Grievance:
    """Open a matter with its grievance in intake, and start the first clocks. Membership is noted, never asked for."""
    matter = _matter(by, intake, steward)
    _people(by, matter, intake)
    _sources(matter, intake)
    _facts(by, matter, intake.facts)
    _proof(by, matter, intake)
    for user in intake.conflicts:
        wall_off(by=by, matter=matter, user=user, reason=_("Named at intake."))
    case, steps = _grievance(by, matter, intake)
    record(by, "opened a case", case)
    clocks.recompute(by=by, case=case, why=_("Case opened."), steps=steps)
    clocks.start_statutes(by=by, matter=matter)
    indexing.refresh(matter)
    if draft is not None:
        draft.delete()
    return case


def matter_values(by: User, intake: Intake) -> dict[str, Any]:
    """The frame of the matter: what was said, else where the grievant works."""
    home = intake.grievants[0] if intake.grievants else None
    return {name: getattr(intake, name) for name in MATTER_FIELDS} | {
        "shift": intake.shift or (home.shift if home else ""),
        "unit": intake.unit or (home.unit if home else None) or _only_unit(by),
        "worksite": intake.worksite or (home.worksite if home else None),
    }


def _matter(by: User, intake: Intake, steward: User | None) -> Matter:
    _check_dates(intake)
    matter: Matter = Matter.objects.create(
        **matter_values(by, intake),
        opened_by=by,
        steward=steward if steward is not None else _default_steward(by),
    )
    if matter.steward is not None:
        Assignment.objects.create(matter=matter, user=matter.steward, by=by)
    if matter.restricted:
        _name_readers(by, matter, {by, *([matter.steward] if matter.steward else [])})
    return matter


def _only_unit(by: User) -> BargainingUnit | None:
    """The one unit a steward stands for, or the one unit the local has; else a person must say."""
    own = {unit for unit, _site, _shift in by.stewardship_q_rows if unit}
    units = BargainingUnit.objects.filter(pk__in=own) if own else BargainingUnit.objects.all()
    return units.first() if units.count() == 1 else None


def _default_steward(by: User) -> User | None:
    """Whoever opens a case and may work on it takes it; a chief steward hands it on."""
    return by if by.has_role("steward") and may(by, "grievances.work") else None


def _check_dates(intake: Intake) -> None:
    now = today()
    for name in ("incident_on", "knowledge_on", "union_knowledge_on", "received_on"):
        value = getattr(intake, name)
        if value is not None and value > now:
            raise Problem(
                "future_date",
                _("The date %(day)s lies in the future.") % {"day": said(value)},
                _("Enter the day on which it happened, or leave it empty for now."),
            )
    if intake.incident_on and intake.knowledge_on and intake.knowledge_on < intake.incident_on:
        raise Problem(
            "known_before",
            _("The person learned of it on %(known)s, before it happened on %(incident)s.")
            % {"known": said(intake.knowledge_on), "incident": said(intake.incident_on)},
            _("Check both dates."),
        )


def _people(by: User, matter: Matter, intake: Intake) -> None:
    for person in intake.grievants:
        add_party(by=by, matter=matter, role=PartyRole.GRIEVANT, person=person)
    for role, names in ((PartyRole.WITNESS, intake.witnesses), (PartyRole.MANAGER, intake.managers)):
        for name in names:
            add_party(by=by, matter=matter, role=role, name=name)


@transaction.atomic
def add_party(
    *, by: User, matter: Matter, role: str, person: Person | None = None, name: str = "", note: str = ""
) -> Party:
    """Name somebody in the matter. Their account, if they have one, no longer sees it."""
    if person is None and not name.strip():
        raise Problem("no_name", _("A person needs a name."), _("Choose somebody from the roster or type a name."))
    if person is not None and (known := matter.parties.filter(role=role, person=person).first()):
        found: Party = known
        return found
    party: Party = Party.objects.create(
        matter=matter,
        role=role,
        person=person,
        name=name.strip() or (person.name if person else ""),
        standing=person.standing if person else "",
        note=note,
    )
    record(by, "named somebody in a case", matter, detail={"role": str(role)})
    return party


@transaction.atomic
def remove_party(*, by: User, party: Party) -> None:
    record(by, "took a name out of a case", party.matter, detail={"role": party.role})
    party.delete()


def _sources(matter: Matter, intake: Intake) -> None:
    for clause in intake.clauses:
        Citation.objects.create(matter=matter, clause=clause, label=procedures.clause_label(clause))
    for label in intake.other_sources:
        Citation.objects.create(matter=matter, label=label[:200])


def _facts(by: User, matter: Matter, facts: Mapping[str, str]) -> None:
    for w in W.values:
        if text := facts.get(w, "").strip():
            Fact.objects.create(matter=matter, w=w, text=text, by=by)


def _proof(by: User, matter: Matter, intake: Intake) -> None:
    for state, lines in ((EvidenceState.HAVE, intake.have), (EvidenceState.WANTED, intake.wanted)):
        Evidence.objects.bulk_create(Evidence(matter=matter, what=line[:300], state=state, by=by) for line in lines)


def _grievance(by: User, matter: Matter, intake: Intake) -> tuple[Grievance, list[ProcedureStep]]:
    """The case and the steps of its procedure."""
    procedure = procedures.for_matter(by, matter)
    case: Grievance = Grievance(
        matter=matter,
        number=next_number(today().year),
        scope=intake.scope,
        procedure=procedure,
        remedies=list(intake.remedies),
        remedy_text=intake.remedy_text,
    )
    listed = dates.steps_of(by, procedure) if procedure else []
    case.entry = case.step = _entry(case, procedure, listed)
    case.save()
    return case, listed


def _entry(case: Grievance, procedure: Procedure | None, listed: list[ProcedureStep]) -> Any:
    if procedure is None:
        return None
    steps = {step.key: step for step in listed}
    if not any((step.ours or case.is_theirs) and not step.after for step in steps.values()):
        return None
    return steps[dates.pure_of(case, procedure.name, steps.values()).entry(dates.case_kind(case)).key]


def next_number(year: int) -> str:
    """The next case number of the year; two people at once get two numbers."""
    rows, pattern = NumberSeries.objects.select_for_update(), CaseSettings.current().number_pattern
    series = rows.filter(year=year).first()
    if series is None:
        NumberSeries.objects.get_or_create(year=year)
        series = rows.get(year=year)
    while True:
        series.last += 1
        number = pattern.format(year=year, n=series.last)
        if not Grievance.objects.filter(number=number).exists():
            break
    series.save(update_fields=["last"])
    return number


@transaction.atomic
def use_procedure(*, by: User, case: Grievance, procedure: Procedure, entry: Any = None) -> None:
    """Choose another procedure, or another step to start at, for a case that is not filed yet."""
    if case.has_begun:
        raise Problem("filed", _("Case %s is filed or raised; its procedure stays.") % case)
    case.procedure = procedure
    case.entry = case.step = entry or _entry(case, procedure, dates.steps_of(by, procedure))
    case.save(update_fields=["procedure", "entry", "step"])
    record(by, "chose a procedure for a case", case)
    clocks.recompute(by=by, case=case, why=_("Another procedure was chosen."), adopt=True)


@transaction.atomic
def change_matter(*, by: User, matter: Matter, version: int, values: Mapping[str, Any]) -> Matter:
    """Change the dates and facts of the frame. Raises Changed when another person saved first."""
    changed = [name for name, value in values.items() if getattr(matter, name) != value]
    if not Matter.objects.filter(pk=matter.pk, version=version).update(version=version + 1, **values):
        raise Changed(Matter.objects.get(pk=matter.pk))
    fresh: Matter = Matter.objects.get(pk=matter.pk)
    record(by, "changed a case", fresh, fields=changed)
    for case in fresh.grievances.select_related("matter", "procedure", "entry", "step"):
        clocks.recompute(by=by, case=case, why=_("The dates of the case changed."))
    clocks.start_statutes(by=by, matter=fresh)
    indexing.refresh(fresh)
    return fresh


@transaction.atomic
def save_words(*, by: User, case: Grievance, version: int, values: Mapping[str, Any]) -> Grievance:
    """Save the statement and the remedy. Raises Changed when another person saved first."""
    changed = [name for name, value in values.items() if getattr(case, name) != value]
    if not Grievance.objects.filter(pk=case.pk, version=version).update(version=version + 1, **values):
        raise Changed(Grievance.objects.select_related("matter").get(pk=case.pk))
    record(by, "wrote on a case", case, fields=changed)
    found: Grievance = Grievance.objects.select_related("matter").get(pk=case.pk)
    indexing.refresh(found.matter)
    return found


@transaction.atomic
def assign(*, by: User, matter: Matter, steward: User) -> None:
    """Hand a matter to a steward; whoever had it no longer sees it unless they see all cases."""
    if blocked(matter, steward):
        raise Problem(
            "conflict",
            _("%s is named in this case or walled off from it.") % steward,
            _("Choose somebody else."),
        )
    now = timezone.now()
    matter.assignments.filter(until=None).exclude(user=steward).update(until=now)
    if not matter.assignments.filter(until=None, user=steward).exists():
        Assignment.objects.create(matter=matter, user=steward, by=by)
    if matter.restricted:
        _name_readers(by, matter, {steward})
    matter.steward = steward
    matter.save(update_fields=["steward"])
    tasks_go_along(by, matter)
    record(by, "assigned a case", matter, detail={"to": str(steward.public_id)})


@transaction.atomic
def claim(*, by: User, case: Grievance) -> None:
    """Take an intake nobody has. The first one gets it."""
    taken = Matter.objects.filter(pk=case.matter_id, steward=None).update(steward=by)
    if not taken:
        raise Problem("taken", _("Somebody has already taken case %s.") % case)
    Assignment.objects.create(matter=case.matter, user=by, by=by)
    record(by, "took a case", case)


@transaction.atomic
def reassign_all(*, by: User, cases: Iterable[Grievance], steward: User) -> tuple[int, list[Grievance]]:
    """Hand many cases to one steward, as when another leaves; cases with a conflict stay and are returned."""
    kept, moved = [], 0
    for case in cases:
        if blocked(case.matter, steward):
            kept.append(case)
            continue
        assign(by=by, matter=case.matter, steward=steward)
        moved += 1
    record(by, "reassigned cases", count=moved, detail={"to": str(steward.public_id)})
    return moved, kept


def blocked(matter: Matter, user: User) -> bool:
    """A party or somebody walled off never works on the matter."""
    named = user.person is not None and matter.parties.filter(person__public_id=user.person).exists()
    return named or bool(matter.conflicts.filter(user=user, lifted_at=None).exists())


@transaction.atomic
def wall_off(*, by: User, matter: Matter, user: User, reason: str) -> Conflict:
    """From now on this account sees nothing of the matter."""
    row: Conflict = Conflict.objects.create(matter=matter, user=user, reason=reason, by=by)
    matter.assignments.filter(user=user, until=None).update(until=timezone.now())
    if matter.steward_id == user.pk:
        matter.steward = None
        matter.save(update_fields=["steward"])
    tasks_go_along(by, matter)
    record(by, "walled somebody off from a case", matter, detail={"who": str(user.public_id)})
    return row


@transaction.atomic
def restrict(*, by: User, matter: Matter, readers: Iterable[User]) -> None:
    """Only the named readers, the steward and whoever restricts it see the matter from now on."""
    matter.restricted = True
    matter.save(update_fields=["restricted"])
    _name_readers(by, matter, {by, *readers, *([matter.steward] if matter.steward else [])})
    tasks_go_along(by, matter)
    indexing.refresh(matter)
    record(by, "restricted a case", matter, count=matter.readers.filter(until=None).count())


@transaction.atomic
def open_up(*, by: User, matter: Matter, reason: str) -> None:
    matter.restricted = False
    matter.save(update_fields=["restricted"])
    matter.readers.filter(until=None).update(until=timezone.now())
    indexing.refresh(matter)
    record(by, "lifted the restriction of a case", matter, reason=reason)


def _name_readers(by: User, matter: Matter, users: Iterable[User]) -> None:
    known = set(matter.readers.filter(until=None).values_list("user_id", flat=True))
    Reader.objects.bulk_create(Reader(matter=matter, user=user, by=by) for user in users if user.pk not in known)


@transaction.atomic
def save_settings(*, by: User, values: Mapping[str, Any]) -> None:
    """How cases are numbered, what grievants see, whether reminders go out by mail."""
    CaseSettings.objects.update_or_create(pk=1, defaults=values)
    record(by, "changed the settings of case work", fields=values)
