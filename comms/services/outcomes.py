"""Takes in what callers and texters brought back: looked at first, carried out as shown, taken back in one step."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comms import outcomes
from comms.models import OutcomeFile, OutcomeState, OutreachResult, Result, Version
from comms.services.consent import say_no
from members.models import EmailAddress, Person, Phone, PostalAddress
from members.normalising import values
from members.services.editing import mark_contact
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.sheets.reading import read_table

LARGEST = 20 * 1024 * 1024
POINTS: dict[str, tuple[Any, str]] = {
    "sms": (Phone, "number"),
    "phone": (Phone, "number"),
    "email": (EmailAddress, "address"),
    "mail": (PostalAddress, "street"),
}
WRONG = "wrong, says a caller"


@transaction.atomic
def read_outcomes(*, by: User, data: bytes, name: str, channel: str, version: Version | None = None) -> OutcomeFile:
    """The plan of a file: nothing is changed yet. Each row is planned, empty, or refused with its reason."""
    if len(data) > LARGEST:
        raise Problem("too_large", _("This file is larger than 20 MB."), _("Split it."))
    if channel not in POINTS:
        raise Problem("bad_channel", _("There is no channel '%s'.") % channel, ", ".join(POINTS))
    table = read_table(data, name, words=outcomes.HEADINGS)
    found = outcomes.columns(table.header)
    if not {"id", "to"} & set(found) or not {"result", "stop", "wrong"} & set(found):
        said = _("This file has no column that says who, or none that says what came of it: %s.")
        hint = _("It needs external_id (or the number), and a column outcome, result, disposition or opted_out.")
        raise Problem("no_columns", said % ", ".join(table.header[:12]), hint)
    plan, refused = _planned(list(outcomes.lines(table.header, table.rows, table.numbers)), channel)
    row = OutcomeFile.objects.create(
        version=version,
        channel=channel,
        file_name=name[:160],
        plan=plan,
        refused=refused,
        plan_hash=outcomes.plan_hash(plan),
        by=by,
    )
    record(by, "read results of outreach from a file", row, count=len(plan), detail={"refused": len(refused)})
    return row


@transaction.atomic
def explain_words(*, by: User, file: OutcomeFile, meanings: dict[str, str]) -> OutcomeFile:
    """A person says what words mean, those nobody knew and those that were read wrongly; '' leaves their rows out."""
    file = OutcomeFile.objects.select_for_update().get(pk=file.pk)
    if file.state != OutcomeState.PLANNED:
        raise Problem("not_planned", _("This file was taken in or taken back already."), _("Look at the page again."))
    read = [row | {"result": meanings.get(row.get("said", ""), row["result"])} for row in file.plan]
    changed = sum(new != old for new, old in zip(read, file.plan, strict=True))
    file.plan, file.plan_hash = read, outcomes.plan_hash(read)
    file.save(update_fields=["plan", "plan_hash"])
    record(by, "said what words in a file of results mean", file, count=changed)
    return file


@transaction.atomic
def apply_outcomes(*, by: User, file: OutcomeFile, plan_hash: str) -> OutcomeFile:
    """Carry out exactly what was shown."""
    file = OutcomeFile.objects.select_for_update().get(pk=file.pk)
    if file.state != OutcomeState.PLANNED:
        raise Problem("not_planned", _("This file was taken in or taken back already."), _("Look at the page again."))
    if plan_hash != file.plan_hash or outcomes.plan_hash(file.plan) != file.plan_hash:
        raise Problem("changed", _("This is not the list that was shown."), _("Look at the page again."))
    plan = outcomes.settled(file.plan)
    people = {str(row.public_id): row for row in _people([row["person"] for row in plan])}
    for row in plan:
        if (person := people.get(row["person"])) is not None:
            _take_in(by, file, person, row)
    file.state, file.applied_at = OutcomeState.APPLIED, timezone.now()
    file.save()
    record(by, "took in results of outreach", file, count=len(plan))
    return file


@transaction.atomic
def undo_outcomes(*, by: User, file: OutcomeFile) -> OutcomeFile:
    """Results and wrong numbers are taken back; whoever said stop stays left alone."""
    if file.state != OutcomeState.APPLIED:
        raise Problem("not_applied", _("There is nothing to take back."), _("Look at the page again."))
    file.results.all().delete()
    model, _field = POINTS[file.channel]
    for contact in model.objects.filter(public_id__in=file.marked, problem=WRONG):
        mark_contact(by=by, contact=contact, problem="")
    file.state, file.plan = OutcomeState.UNDONE, [outcomes.without(row) for row in file.plan]
    file.save(update_fields=["state", "plan"])
    record(by, "took back results of outreach", file)
    return file


def _take_in(by: User, file: OutcomeFile, person: Person, row: dict[str, Any]) -> None:
    OutreachResult.objects.create(
        file=file, version=file.version, person=person, result=row["result"], note=row["note"]
    )
    if row["result"] == Result.STOP:
        say_no(by=by, person=person, channel=file.channel, source="told a caller or texter")
    elif row["result"] == Result.WRONG:
        for contact in _contacts(person, file.channel, row["to"]):
            mark_contact(by=by, contact=contact, problem=WRONG)
            file.marked.append(str(contact.public_id))


def _contacts(person: Person, channel: str, to: str) -> list[Any]:
    """The number or address the file names; without one, the one that would be used next."""
    model, field = POINTS[channel]
    rows = model.objects.filter(person=person, until=None, problem="").order_by("-is_primary", "pk")
    return list(rows.filter(**{f"{field}__iexact": to})) if to else list(rows[:1])


def _planned(lines: list[outcomes.Line], channel: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """One entry per person and row that says something; a row about nobody is refused."""
    refused: list[dict[str, Any]] = []
    by_id, by_to = _index(lines, channel)
    plan: list[dict[str, Any]] = []
    for line in lines:
        to = _bare(line.to, channel)
        who = by_id.get(line.person.lower(), []) if line.person else by_to.get(to, [])
        if line.result == "":
            continue
        if len(who) == 1 or (who and line.result in FOR_ALL):
            result = "" if line.result == "?" else line.result
            row = {"row": line.number, "to": to, "note": line.note, "said": line.said, "result": result}
            plan += [row | {"person": str(one.public_id)} for one in who]
        else:
            refused.append(_nobody(line))
    return plan, refused


# Whoever shares a number is left alone when one of them says stop, and nobody is called at a wrong one.
FOR_ALL = frozenset({Result.STOP, Result.WRONG})


def _nobody(line: outcomes.Line) -> dict[str, Any]:
    said = _("Nobody on the list, or more than one person, has this id or number.")
    return {"row": line.number, "column": "external_id", "value": line.person or line.to, "why": said}


def _index(lines: list[outcomes.Line], channel: str) -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    by_id = {str(row.public_id): [row] for row in _people([line.person for line in lines])}
    model, field = POINTS[channel]
    wanted = [to for line in lines if not line.person and (to := _bare(line.to, channel))]
    found: dict[str, dict[int, Person]] = {}
    for at in range(0, len(wanted), 500):
        rows = model.objects.filter(**{f"{field}__in": wanted[at : at + 500]}, until=None).select_related("person")
        for row in rows:
            found.setdefault(getattr(row, field), {})[row.person_id] = row.person
    return by_id, {to: list(people.values()) for to, people in found.items()}


def _people(ids: list[str]) -> list[Person]:
    wanted = sorted({key for text in ids if (key := _uuid(text))}, key=str)
    found: list[Person] = []
    for at in range(0, len(wanted), 500):
        found += Person.objects.filter(public_id__in=wanted[at : at + 500], erased_at=None)
    return found


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _bare(to: str, channel: str) -> str:
    if channel in {"sms", "phone"}:
        try:
            return values.phone(to)[0] if to else ""
        except ValueError:
            return ""
    return to.strip().lower() if channel == "email" else ""


@transaction.atomic
def forget_unapplied(*, by: User, before: datetime.datetime) -> int:
    """Files of results that were looked at and never taken in."""
    count: int = OutcomeFile.objects.filter(state=OutcomeState.PLANNED, at__lt=before).delete()[0]
    if count:
        record(by, "let go of files of results nobody took in", count=count)
    return count
