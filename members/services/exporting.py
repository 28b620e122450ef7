"""People leave the house as a file: consent applied, purpose kept, a second person for many, everything logged."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members import queries
from members.audience import receipt_of
from members.formats.files import FORMATS, Format, named
from members.formats.outgoing import Outgoing
from members.models import ExportRecord, Person, Segment
from unionops.platform.access import second
from unionops.platform.access.models import SecondPerson, User
from unionops.platform.access.policy import policy
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

MANY = 50
KIND = "members.export"


@dataclass(frozen=True)
class Export:
    """The file with its manifest."""

    record: ExportRecord
    name: str
    media_type: str
    data: bytes

    @property
    def manifest(self) -> dict[str, Any]:
        kept = self.record
        return {
            "export_id": str(kept.public_id), "segment": kept.segment_name, "query": kept.query_text,
            "format": kept.format, "purpose": kept.purpose, "count": kept.count, "excluded": kept.excluded,
            "columns": kept.columns, "sha256": kept.sha256, "by": str(kept.by), "at": kept.at.isoformat(),
        }  # fmt: skip


def export_people(
    *, by: User, segment: Segment, file_format: str, purpose: str, klass: str = "", capability: str = "members.export"
) -> Export:
    """A file of the people on a list. Raises Problem `needs_second_person` for more than 50 people.

    The box itself (a command run on the machine) needs no second person; the log says it was the box.
    """
    wanted = format_named(file_format)
    if not purpose.strip():
        raise Problem("no_purpose", _("Say what the file is for."), _("The purpose is kept in the record of exports."))
    people, excluded = chosen(by, segment, wanted, klass, capability)
    return _kept(by=by, segment=segment, wanted=wanted, purpose=purpose.strip(), people=people, excluded=excluded)


@transaction.atomic
def _kept(
    *, by: User, segment: Segment, wanted: Format, purpose: str, people: list[Outgoing], excluded: dict[str, int]
) -> Export:
    """Approval, file, manifest and log in one piece, or nothing."""
    approval = _approved(by, segment, wanted, purpose, people)
    data = wanted.make(people, segment.name)
    kept = ExportRecord.objects.create(
        segment_name=segment.name, query_text=segment.text, format=wanted.slug, purpose=purpose[:300], by=by,
        count=len(people), excluded=excluded, sha256=hashlib.sha256(data).hexdigest(), second_person=approval,
    )  # fmt: skip
    detail = {"format": wanted.slug, "sha256": kept.sha256, "excluded": excluded}
    record(by, "exported people", kept, count=len(people), reason=purpose, detail=detail)
    return Export(kept, f"{_safe_name(segment.name)}-{wanted.slug}.{wanted.ending}", wanted.media_type, data)


def format_named(slug: str) -> Format:
    if (found := named(slug)) is None:
        raise Problem("format", _("There is no format called '%s'.") % slug, ", ".join(sorted(FORMATS)))
    return found


def _safe_name(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name).strip("-")[:60] or "people"


def digest_of(segment: Segment, wanted: Format, people: list[Outgoing]) -> dict[str, Any]:
    """What the second person says yes to: this list, this format, exactly these people."""
    listed = hashlib.sha256(json.dumps(sorted(p.external_id for p in people)).encode()).hexdigest()
    return {"segment": str(segment.public_id), "text": segment.text, "format": wanted.slug, "people": listed}


def _approved(by: User, segment: Segment, wanted: Format, purpose: str, people: list[Outgoing]) -> SecondPerson | None:
    if len(people) <= MANY or by.is_system:
        return None
    return second.use(by=by, kind=KIND, what=digest_of(segment, wanted, people))


@transaction.atomic
def ask_to_export(*, by: User, segment: Segment, file_format: str, purpose: str, url: str = "") -> SecondPerson:
    """Ask another person to approve an export of many."""
    wanted = format_named(file_format)
    people, _excluded = chosen(by, segment, wanted, "", "members.export")
    subject = _("Export %(count)d people of the list %(name)s as %(format)s") % {
        "count": len(people), "name": segment.name, "format": wanted.slug,
    }  # fmt: skip
    what = digest_of(segment, wanted, people)
    record(by, "asked to export people", segment, count=len(people), reason=purpose)
    return second.ask(by=by, kind=KIND, capability=KIND, subject=subject, what=what, reason=purpose, url=url)


def chosen(
    by: User, segment: Segment, wanted: Format, klass: str, capability: str
) -> tuple[list[Outgoing], dict[str, int]]:
    """Who is in the file, and how many are not and why."""
    rows = queries.segment_people(by, segment, capability)
    receipts = {
        channel: receipt_of(rows, channel=channel, klass=klass) for channel in ("email", "sms", "phone", "mail")
    }
    reach = {channel: {one.person.pk: one for one in found.people} for channel, found in receipts.items()}
    if wanted.channel:
        kept = receipts[wanted.channel]
        return _outgoing(by, [one.person for one in kept.people], reach), kept.excluded
    return _outgoing(by, list(rows), reach), {}


def _outgoing(by: User, people: list[Person], reach: dict[str, dict[int, Any]]) -> list[Outgoing]:
    """Contact only for senders whose office reads it."""
    sees = policy.scope(by, "field:contact") is not None
    more = _more(people)
    return [_one(person, reach if sees else {}, more.get(person.pk, {})) for person in people]


def _more(people: Iterable[Person]) -> dict[int, dict[str, Any]]:
    """Tags, joining dates and assessments, a query each."""
    keys = [person.pk for person in people]
    found: dict[int, dict[str, Any]] = defaultdict(lambda: {"tags": []})
    for pk, since in queries.join_dates(keys):
        found[pk]["joined"] = since.isoformat() if since else ""
    for pk, tag in queries.tag_names(keys):
        found[pk]["tags"].append(tag)
    for pk, score in queries.newest_assessments(keys):
        found[pk]["assessment"] = str(score)
    return found


def _one(person: Person, reach: dict[str, dict[int, Any]], more: dict[str, Any]) -> Outgoing:
    email, cell, place = (reach.get(channel, {}).get(person.pk) for channel in ("email", "sms", "mail"))
    phone = reach.get("phone", {}).get(person.pk)
    spot = place.detail if place else None
    return Outgoing(
        external_id=str(person.public_id), last_name=person.last_name, first_name=person.first_name,
        middle=person.middle, suffix=person.suffix, preferred_name=person.preferred_name, language=person.language,
        employee_number=person.employee_number or "", member_number=person.member_number or "",
        standing=str(person.get_standing_display()) if person.standing != "nonmember" else "non-member",
        unit=(person.unit.code or person.unit.name) if person.unit else "",
        employer=person.employer.name if person.employer else "",
        worksite=person.worksite.name if person.worksite else "", department=person.department, shift=person.shift,
        tour=person.tour, job_title=person.job_title, pay_plan=person.pay_plan, series=person.series,
        grade=person.grade, step=person.step, org=person.org, schedule=person.schedule,
        hire_date=person.hire_date.isoformat() if person.hire_date else "",
        email=email.to if email else "", cell=getattr(cell or phone, "to", ""),
        street=spot.street if spot else "", street2=spot.street2 if spot else "", city=spot.city if spot else "",
        state=spot.state if spot else "", zip=spot.zip if spot else "", no_email=email is None, no_sms=cell is None,
        **more,
    )  # fmt: skip
