"""Bring old cases in: the plan that was shown is the plan that is done, and the whole of it can be undone."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from grievances.imports import plans
from grievances.imports.headings import COLUMNS, find_columns
from grievances.models import CaseImport, Grievance, Matter, Outcome, Party, PartyRole, Scope, Status
from grievances.services.cases import next_number
from grievances.services.indexing import rebuild
from grievances.services.old_citations import OldCitations
from unionops.platform.access.models import User, Worksite
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.sheets.reading import read_table
from unionops.platform.sheets.tables import Table

HEADINGS = [word for words in COLUMNS.values() for word in words]
CASE = {"number", "title", "article"}
MOST_SHEETS, LEAST_COLUMNS = 40, 3


def digest_of(plan: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(plan, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def plan_import(*, by: User, data: bytes, name: str, day_first: bool | None = None) -> CaseImport:
    """Read the file and keep the plan. `day_first` of its dates: None leaves it to the file. Raises Problem when it
    holds no table.
    """
    table = read_table(data, name, words=HEADINGS)
    sheets = [_sheet(table), *_other_sheets(table, data, name)]
    plan = plans.plan_sheets(sheets, _known(), day_first).as_json()
    plan["other_sheets"] = _left_out(table, sheets)
    if not CASE & set(plan["columns"]):
        raise Problem(
            "no_columns",
            _("No column of %(name)s is headed as a case's number, title or article. Its headings: %(headings)s.")
            % {"name": name, "headings": ", ".join(str(head)[:40] for head in table.header[:12]) or "-"},
            _("Name the columns in the first row, for example: Number, Title, Article, Filed, Closed, Outcome."),
        )
    row: CaseImport = CaseImport.objects.create(
        file_name=name[:200], plan=plan, digest=digest_of(plan), table=[asdict(sheet) for sheet in sheets], by=by
    )
    record(by, "planned an import of old cases", row, count=len(plan["adds"]))
    return row


def _sheet(table: Table) -> plans.Sheet:
    rows = list(zip(table.numbers, table.rows, strict=True))
    return plans.Sheet(table.header, rows, table.meta.get("sheet", "") if table.meta.get("other_sheets") else "")


def _other_sheets(first: Table, data: bytes, name: str) -> Iterator[plans.Sheet]:
    """The sheets beside the fullest that are lists of cases as well, as where each year has its own."""
    for other in first.meta.get("other_sheets", [])[:MOST_SHEETS]:
        with suppress(Problem):
            sheet = _sheet(read_table(data, name, sheet=other, words=HEADINGS))
            columns = set(find_columns(sheet.header, sheet.rows))
            if columns & CASE and len(columns) >= LEAST_COLUMNS:
                yield sheet


def _left_out(first: Table, sheets: list[plans.Sheet]) -> list[str]:
    read = {sheet.name for sheet in sheets}
    return [name for name in first.meta.get("other_sheets", []) if name not in read]


def _kept_sheets(table: list[Any]) -> list[plans.Sheet]:
    """The sheets of an import planned earlier; one from before 2026-12 kept a single heading and its rows."""
    if isinstance(table[0], dict):
        return [plans.Sheet(**sheet) for sheet in table]
    header, rows = table
    return [plans.Sheet(header, rows)]


def _known() -> set[str]:
    return set(Grievance.objects.values_list("number", flat=True))


def _hold(row: CaseImport) -> None:
    """The row as it is now, until this transaction ends: two presses at once do a thing once."""
    row.refresh_from_db(from_queryset=CaseImport.objects.select_for_update())


@transaction.atomic
def read_dates(*, by: User, row: CaseImport, day_first: bool) -> None:
    """Plan the file anew with the day, or the month, in front of its dates. Raises Problem once it was imported."""
    _hold(row)
    if row.applied_at is not None or not row.table:
        raise Problem("applied", _("This import was done already."), _("Undo it, then bring the file in anew."))
    left_out = row.plan.get("other_sheets", [])
    row.plan = plans.plan_sheets(_kept_sheets(row.table), _known(), day_first).as_json()
    row.plan["other_sheets"] = left_out
    row.digest = digest_of(row.plan)
    row.save(update_fields=["plan", "digest"])
    record(by, "planned an import of old cases", row, count=len(row.plan["adds"]))


@transaction.atomic
def apply_import(*, by: User, row: CaseImport, digest: str) -> int:
    """Do exactly what the plan says. `digest` is that of the plan the person saw."""
    _hold(row)
    if row.applied_at is not None:
        raise Problem("applied", _("This import was done already."), _("Undo it first to do it again."))
    if digest != row.digest or digest_of(row.plan) != row.digest:
        raise Problem(
            "plan_changed", _("The plan is not the one that was shown."), _("Look at it again, then apply it.")
        )
    citations = OldCitations(by)
    sites = {site.name.casefold(): site for site in Worksite.objects.all()}
    for old in row.plan["adds"]:
        _add(by, row, old, sites.get(old["site"].casefold()), citations)
    row.applied_at, row.table = timezone.now(), []
    row.save(update_fields=["applied_at", "table"])
    rebuild(by=by)
    record(by, "imported old cases", row, count=len(row.plan["adds"]))
    return len(row.plan["adds"])


def _add(by: User, row: CaseImport, old: dict[str, Any], site: Worksite | None, citations: OldCitations) -> None:
    days = {name: _day(old[name]) for name in ("incident_on", "filed_on", "closed_on")}
    opened = days["filed_on"] or days["incident_on"] or days["closed_on"]
    matter = Matter.objects.create(
        title=old["title"],
        topic=old["topic"],
        worksite=site,
        incident_on=days["incident_on"],
        opened_by=by,
        opened_at=_noon(opened) if opened else timezone.now(),
        source_import=row,
    )
    if old["article"]:
        citations.cite(matter, old["article"], days["incident_on"] or days["filed_on"])
    if manager := old.get("manager"):
        Party.objects.create(matter=matter, role=PartyRole.MANAGER, name=manager)
    if grievant := old.get("grievant"):
        Party.objects.create(matter=matter, role=PartyRole.GRIEVANT, name=grievant)
    closed = bool(old["outcome"] or days["closed_on"])
    Grievance.objects.create(
        matter=matter,
        number=old["number"] or next_number((opened or timezone.localdate()).year),
        scope=old.get("scope", Scope.INDIVIDUAL),
        status=Status.CLOSED if closed else Status.OPEN,
        filed_on=days["filed_on"],
        closed_on=days["closed_on"],
        outcome=(old["outcome"] or Outcome.UNKNOWN) if closed else "",
        outcome_reason=old["reason"],
        arbitrator=old["arbitrator"],
        step_told=old.get("step", ""),
    )


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


MADE_BY_IMPORT = {"grievances", "citations", "parties"}


def _worked_on(matter: Matter) -> bool:
    names = {one.get_accessor_name() for one in Matter._meta.related_objects if one.field.name == "matter"}
    since = (getattr(matter, name).exists() for name in names - MADE_BY_IMPORT if name)
    return matter.version > 1 or matter.restricted or any(since)


@transaction.atomic
def undo_import(*, by: User, row: CaseImport) -> int:
    """Take the imported cases out again; one that people have worked on since, or that this person may no longer read,
    keeps them all. Only cases the person may read are named.
    """
    _hold(row)
    matters = list(row.matters.all())
    mine = set(row.matters.visible_to(by, "grievances.view"))
    kept = [matter for matter in matters if matter not in mine or _worked_on(matter)]
    if kept:
        numbers = ", ".join(str(case) for matter in kept[:5] if matter in mine for case in matter.grievances.all())
        raise Problem(
            "worked_on",
            _("People have worked on imported cases since: %s.") % (numbers or "…"),
            _("They cannot be undone."),
        )
    gone = len(matters)
    row.matters.all().delete()
    row.undone_at, row.applied_at = timezone.now(), None
    row.save(update_fields=["undone_at", "applied_at"])
    rebuild(by=by)
    record(by, "undid an import of old cases", row, count=gone)
    return gone


@transaction.atomic
def forget_unapplied(*, by: User, before: datetime.datetime) -> int:
    """Plans of old cases that nobody carried out, with the table they were read from."""
    count: int = CaseImport.objects.filter(applied_at=None, at__lt=before).delete()[0]
    if count:
        record(by, "let go of plans of old cases nobody carried out", count=count)
    return count
