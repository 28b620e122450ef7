"""A file's way in: received, read, planned, looked at, applied in one piece, undone in one piece."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members import nameindex
from members.imports import builder, naming, needed, payments, rows
from members.imports.plan import Plan, Request
from members.matching import Roster
from members.models import FileKind, ImportState, Person, RosterImport, RosterVersion
from members.models.imports import RowStore
from members.services.columns_said import are_numbered, checked_mapping, head_of, header_key, keep_heading, remembered
from members.services.densities import keep_after_list
from members.services.writing import Writer, write_payments
from members.snapshot import known_people, light_roster
from members.undoing import bulk
from members.undoing.journal import Prepared
from members.undoing.taking_back import names_taken_back, take_back
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase, Progress, silent
from unionops.platform.files.models import Upload
from unionops.platform.files.services import read_upload
from unionops.platform.sheets.reading import open_table
from unionops.platform.sheets.tables import Table

PAYMENTS = {FileKind.REMITTANCE, FileKind.EDUES}


def receive_file(
    *,
    by: User,
    data: bytes,
    name: str,
    kind: str,
    source: str,
    as_of: datetime.date,
    scope: str,
    mapping: dict[str, str] | None = None,
    progress: Progress = silent,
) -> RosterImport:
    """Read a file and plan what it would change. Nothing of the roster changes."""
    found = RosterImport(kind=kind, source=source, as_of=as_of, scope=scope, file_name=name[:200], created_by=by)
    found.file_sha256 = hashlib.sha256(data).hexdigest()
    return read_into(by=by, roster_import=found, data=data, mapping=mapping, progress=progress)


@transaction.atomic
def begin_import(*, by: User, upload: Upload, kind: str, source: str, as_of: datetime.date, scope: str) -> RosterImport:
    """A file that a job will read; until then its page shows the progress."""
    found = RosterImport(kind=kind, source=source.strip(), as_of=as_of, scope=scope, created_by=by)
    found.upload, found.file_name, found.file_sha256 = upload.public_id, upload.name[:200], upload.sha256
    found.save()
    record(by, "brought in a roster file", found, detail={"kind": kind})
    return found


def read_upload_of(roster_import: RosterImport) -> bytes:
    kept = Upload.objects.filter(public_id=roster_import.upload).first() if roster_import.upload else None
    if kept is None:
        raise Problem("no_file", _("The file itself is not kept any more."), _("Bring it in again."))
    return read_upload(kept)


def read_import(
    *, by: User, roster_import: RosterImport, mapping: dict[str, str] | None = None, progress: Progress = silent
) -> RosterImport:
    """Read the kept file (again) and plan; a file that cannot be read says why on its page."""
    _check_open(roster_import)
    data = read_upload_of(roster_import)
    try:
        return read_into(by=by, roster_import=roster_import, data=data, mapping=mapping, progress=progress)
    except Problem as problem:
        fail_import(by=by, roster_import=roster_import, why=str(problem))
        raise


@transaction.atomic
def fail_import(*, by: User, roster_import: RosterImport, why: str) -> None:
    roster_import.state, roster_import.problem = ImportState.FAILED, why
    roster_import.save(update_fields=["state", "problem", "mapping"])
    record(by, "could not read a roster file", roster_import)


def read_into(
    *,
    by: User,
    roster_import: RosterImport,
    data: bytes,
    mapping: dict[str, str] | None = None,
    progress: Progress = silent,
) -> RosterImport:
    found = roster_import
    if mapping is None and (earlier := applied_before(found)):
        return _nothing_new(found, earlier, by=by)
    progress(0, None, Phase.READING)
    table = open_table(data, found.file_name, words=naming.known_headings(mapping), together=True)
    progress(0, table.count, Phase.READING)
    found.header_key = header_key(found.kind, table)
    try:
        found.mapping = checked_mapping(table, found.kind, mapping or remembered(found, table))
    except Problem as problem:
        if problem.code in needed.NEEDED and not found.rows_blob:
            keep_heading(found, table)
        raise
    return _planned(found, table, by=by, progress=progress)


QUIET = ("duplicates", "refused", "held", "outside", "review")
"""What a file still says when it is taken in once more."""


def applied_before(found: RosterImport) -> RosterImport | None:
    """The import that applied these very bytes, when nothing on the roster has changed since and nothing was open."""
    if found.kind in PAYMENTS:
        return None
    same = RosterImport.objects.filter(kind=found.kind, source=found.source, scope=found.scope)
    same = same.filter(state=ImportState.APPLIED, applied_version=RosterVersion.current(), decisions={})
    earlier = same.filter(file_sha256=found.file_sha256).order_by("-id").first()
    if earlier is None:
        return None
    plan = earlier.plan
    moved = any("unit_now" in e for e in plan["leavers"]) or any(e.get("apart") for e in plan["review"])
    return None if moved else earlier


def _nothing_new(found: RosterImport, earlier: RosterImport, *, by: User) -> RosterImport:
    """The same file again: every row says what the roster says already."""
    plan = Plan(**{name: earlier.plan[name] for name in QUIET})
    same = ("rows", "people", "duplicate_rows", "review", "refused_rows", "refused_cells", "outside_the_unit")
    plan.unchanged = earlier.totals["people"]
    plan.totals = dict.fromkeys(_counts(earlier), 0) | {name: earlier.totals[name] for name in same}
    plan.totals["unchanged"] = plan.unchanged
    found.rows_blob, found.mapping, found.header_key = earlier.rows_blob, earlier.mapping, earlier.header_key
    found.roster_version, found.totals = RosterVersion.current(), plan.totals
    found.seal(plan.as_dict())
    found.state = ImportState.PLANNED
    return _saved(found, by=by)


def _planned(found: RosterImport, table: Table, *, by: User, progress: Progress) -> RosterImport:
    mapped = [found.mapping[name] for name in table.header if name in found.mapping]
    of_members = found.kind == FileKind.MEMBERS
    read = rows.Read(columns=mapped, width=_width(), day=found.as_of.isoformat(), of_members=of_members)
    read.numbered_names = are_numbered(table, found.mapping, "member_id" if of_members else "employee_number")
    store = RowStore()
    done = 0
    for batch in rows.read_batches(read, table, found.mapping):
        store.add(batch)
        done += len(batch)
        progress(done, table.count, Phase.READING)
    found.rows_blob = store.blob(head_of(table) | {
        "refused": read.refused, "refused_rows": read.refused_rows, "columns": read.columns, "width": read.width,
    })  # fmt: skip
    make_plan(found, read_again(found), progress)
    found.state = ImportState.PLANNED
    return _saved(found, by=by)


@transaction.atomic
def _saved(found: RosterImport, *, by: User) -> RosterImport:
    found.save()
    record(by, "planned an import", found, count=found.totals.get("rows"), detail={"kind": found.kind})
    return found


def _width() -> int:
    """How many digits our numbers have."""
    some = Person.objects.exclude(employee_number=None).values_list("employee_number", flat=True)[:500]
    return rows.digits_wide(number for number in some if number)


def make_plan(found: RosterImport, read: rows.Read, progress: Progress = silent) -> None:
    """Sets plan, hash, totals and the roster's version; does not save."""
    found.roster_version = RosterVersion.current()
    request = Request(found.kind, found.scope, found.as_of.isoformat(), found.source, found.decisions)
    if found.kind in PAYMENTS:
        roster = Roster(known_people({*read.columns, *payments.BACKING}))
        plan = payments.plan(read, roster, found.head["aside"], found.decisions)
    else:
        plan = builder.build(read, light_roster(read.columns), request, progress).as_dict()
    found.seal(plan)
    found.totals = plan["totals"] | warnings_of(found, plan)


def warnings_of(found: RosterImport, plan: dict[str, Any]) -> dict[str, Any]:
    """What a careful eye would stop at."""
    said = []
    leavers, people = plan["totals"].get("leavers", 0), plan["totals"].get("people", 0)
    if leavers > 10 and leavers > 0.3 * (people + leavers):
        said.append(_("%d people would leave. Is this file really complete?") % leavers)
    stated = payments.stated_count(found.head["aside"])
    if stated is not None and stated != plan["totals"].get("rows") and found.kind not in PAYMENTS:
        said.append(
            _("The file says it holds %(said)d rows, %(found)d were found.")
            % {"said": stated, "found": plan["totals"].get("rows", 0)}
        )
    return {"warnings": said} if said else {}


def read_again(found: RosterImport) -> rows.Read:
    """The rows that were kept; lines of dues all at once, people piece by piece."""
    kept = found.head
    read = rows.Read([], kept["refused"], kept["refused_rows"], kept["columns"], kept["width"], found.row_pieces)
    if found.kind in PAYMENTS:
        read.rows = [row for piece in found.row_pieces() for row in piece]
    return read


@transaction.atomic
def replan(*, by: User, roster_import: RosterImport, progress: Progress = silent) -> RosterImport:
    """Plan anew against the roster as it is now."""
    _check_open(RosterImport.objects.select_for_update().get(pk=roster_import.pk))
    if not roster_import.rows_blob or roster_import.head.get("is_unread"):
        raise Problem("not_read", _("This file has not been read yet."), _("Wait until it is, or read it again."))
    make_plan(roster_import, read_again(roster_import), progress)
    roster_import.state = ImportState.PLANNED
    roster_import.save()
    record(by, "planned an import again", roster_import, count=roster_import.totals.get("rows"))
    return roster_import


@transaction.atomic
def decide_rows(*, by: User, roster_import: RosterImport, decisions: dict[str, str]) -> RosterImport:
    """A person's word on doubtful rows: {row: our key, 'new' or 'skip'}; plans anew."""
    roster_import.decisions = {**roster_import.decisions, **{row: said for row, said in decisions.items() if said}}
    record(by, "decided doubtful rows", roster_import, count=len(decisions))
    return replan(by=by, roster_import=roster_import)


def apply_import(
    *, by: User, roster_import: RosterImport, expected_hash: str = "", progress: Progress = silent
) -> RosterImport:
    """Execute the plan, whole or not at all. `expected_hash` is the hash of the plan the person saw.

    Everything is read and worked out first; the database is locked only while the finished rows are written.
    """
    if expected_hash and expected_hash != roster_import.plan_hash:
        raise outdated()
    found = RosterImport.objects.get(pk=roster_import.pk)
    _check_appliable(found, expected_hash, RosterVersion.current())
    for _attempt in range(TRIES):
        ready = _prepared(found, by, progress)
        with bulk.roomy(), transaction.atomic():
            if _written(found, ready, by, expected_hash):
                break
    else:
        raise outdated()
    follow_up(by=by, roster_import=found)
    return found


def carry_out(*, by: User, roster_import: RosterImport, expected_hash: str, progress: Progress) -> None:
    """Apply, for a job: a worker that died after the rows were written left only what follows them to do."""
    if roster_import.state == ImportState.APPLIED and roster_import.plan_hash == expected_hash:
        follow_up(by=by, roster_import=roster_import)
    else:
        apply_import(by=by, roster_import=roster_import, expected_hash=expected_hash, progress=progress)


def follow_up(*, by: User, roster_import: RosterImport) -> None:
    """What comes after the rows of an import: the indexes in order, the month's figure. Again does no harm."""
    totals = roster_import.totals
    if totals.get("adds", 0) + totals.get("name_changes", 0) > nameindex.MANY:
        nameindex.settle()
    keep_after_list(by=by, roster_import=roster_import)


TRIES = 5
"""How often the rows are made ready anew because somebody else added people or addresses meanwhile."""


NO_NAMES = nameindex.Names([], [])


@dataclass(frozen=True)
class Ready:
    """What is to be written, and how to take it back."""

    journal: Prepared | None
    undo: bytes | None = None
    names: nameindex.Names = NO_NAMES


def _prepared(found: RosterImport, by: User, progress: Progress) -> Ready:
    if found.kind in PAYMENTS:
        return Ready(None)
    writer = Writer(found, by, progress)
    writer.prepare(found.tight_plan())
    writer.journal.lay_out()
    return Ready(writer.journal, writer.journal.packed(), writer.journal.names)


def _written(found: RosterImport, ready: Ready, by: User, expected_hash: str) -> bool:
    """In a transaction, after a last look that nothing has changed. False when the keys are taken."""
    now = RosterImport.objects.select_for_update().get(pk=found.pk)
    _check_appliable(now, expected_hash or found.plan_hash, RosterVersion.locked())
    if ready.journal is None:
        write_payments(found, found.plan)
    elif not ready.journal.is_possible:
        return False
    elif not ready.journal.is_empty:
        with nameindex.many_written(ready.names):
            ready.journal.run()
        RosterVersion.grow()
    found.state, found.applied_by, found.applied_at = ImportState.APPLIED, by, timezone.now()
    found.applied_version, found.undo_blob = RosterVersion.current(), ready.undo
    found.save(update_fields=["state", "applied_by", "applied_at", "applied_version"])
    record(by, "applied an import", found, count=found.totals.get("rows"), detail=_counts(found))
    return True


def _check_appliable(found: RosterImport, expected_hash: str, version: int) -> None:
    if found.state != ImportState.PLANNED:
        raise Problem("not_planned", _("This import is not waiting to be applied."), _("Open it to see where it is."))
    if found.roster_version != version or (expected_hash and found.plan_hash != expected_hash):
        raise outdated()


def _check_open(found: RosterImport) -> None:
    """What was applied, undone or put away stays as it is: an old page must not make it a preview again."""
    if found.state not in (ImportState.READING, ImportState.PLANNED, ImportState.FAILED):
        raise Problem("not_open", _("This import is not open to changes any more."), _("Open it to see where it is."))


def outdated() -> Problem:
    return Problem(
        "plan_outdated",
        _("The roster has changed since this preview was made, so nothing was applied."),
        _("Make the preview again and look at it."),
    )


def _counts(found: RosterImport) -> dict[str, Any]:
    return {name: count for name, count in found.totals.items() if isinstance(count, int)}


def undo_import(*, by: User, roster_import: RosterImport, progress: Progress = silent) -> RosterImport:
    """Everything as it was before. Problem when a later import or a person built on it. `progress` may stop it."""
    with bulk.roomy(), transaction.atomic():
        found, names = _undone(by, roster_import, progress)
    if names.total > nameindex.MANY:
        nameindex.settle()
    return found


def _undone(by: User, roster_import: RosterImport, progress: Progress) -> tuple[RosterImport, nameindex.Names]:
    """The import, and whose names it had written."""
    found = RosterImport.objects.select_for_update().get(pk=roster_import.pk)
    if found.state != ImportState.APPLIED:
        raise Problem(
            "not_applied", _("This import is not applied, so there is nothing to undo."), _("Look at the page Imports.")
        )
    found.payments.all().delete()
    names = NO_NAMES
    if journal := found.undo:
        names = names_taken_back(journal)
        found.changes.all().delete()
        with nameindex.many_written(names):
            take_back(journal, progress)
        RosterVersion.grow()
    found.state, found.undone_at, found.undo_blob = ImportState.UNDONE, timezone.now(), None
    found.save()
    record(by, "undid an import", found, count=found.totals.get("rows"))
    keep_after_list(by=by, roster_import=found)
    return found, names


@transaction.atomic
def drop_import(*, by: User, roster_import: RosterImport) -> None:
    """Put a preview away without applying it."""
    if roster_import.state != ImportState.APPLIED:
        roster_import.state = ImportState.DROPPED
        roster_import.save(update_fields=["state"])
        record(by, "put an import away", roster_import)
