"""People leave the house as a file: consent applied, purpose kept, a second person for many, everything logged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members import queries
from members.formats.files import FORMATS, Format, named
from members.models import ExportRecord, Segment
from members.reaching.chosen import Chosen
from unionops.platform.access import second
from unionops.platform.access.models import SecondPerson, User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

MANY = 50
NAMED = 12
"""So many names stand in one sentence."""
KIND = "members.export"


@dataclass(frozen=True)
class Export:
    """The file with its manifest."""

    record: ExportRecord
    name: str
    media_type: str
    data: bytes
    by_hand: Sequence[str] = ()

    @property
    def manifest(self) -> dict[str, Any]:
        found = manifest(self.record)
        return found | {"by_hand": list(self.by_hand)} if self.by_hand else found


def manifest(kept: ExportRecord) -> dict[str, Any]:
    """Who made the file, when, why, for how many, what it says about each, and its hash."""
    return {
        "export_id": str(kept.public_id), "segment": kept.segment_name, "query": kept.query_text,
        "format": kept.format, "purpose": kept.purpose, "count": kept.count, "excluded": kept.excluded,
        "columns": kept.columns, "sha256": kept.sha256, "by": str(kept.by), "at": kept.at.isoformat(),
    }  # fmt: skip


def export_people(
    *,
    by: User,
    segment: Segment,
    file_format: str,
    purpose: str,
    klass: str = "",
    capability: str = "members.export",
    leaves_out: bool = True,
) -> Export:
    """A file of the people on a list. Raises Problem `needs_second_person` for more than 50 people.

    Whose letters a paper lacks is left out and named in the manifest, or, unless `leaves_out`, in a Problem.

    The box itself (a command run on the machine) needs no second person; the log says it was the box.
    """
    wanted = format_named(file_format)
    if not purpose.strip():
        raise Problem("no_purpose", _("Say what the file is for."), _("The purpose is kept in the record of exports."))
    people = _chosen(by, segment, wanted, klass, capability)
    return _kept(by=by, segment=segment, wanted=wanted, purpose=purpose.strip(), people=people, leaves_out=leaves_out)


def _chosen(by: User, segment: Segment, wanted: Format, klass: str = "", capability: str = "members.export") -> Chosen:
    rows = queries.segment_people(by, segment, capability)
    sends = wanted.for_outreach or bool(wanted.channel)
    return Chosen(by, rows, wanted.channel, klass, wanted.lacks, once=sends)


@transaction.atomic
def _kept(*, by: User, segment: Segment, wanted: Format, purpose: str, people: Chosen, leaves_out: bool) -> Export:
    """File, approval, manifest and log in one piece, or nothing; the people pass once, while the file is made."""
    data = wanted.make(people, segment.name)
    if people.by_hand and not leaves_out:
        raise _not_drawn(people.by_hand)
    approval, excluded = _approved(by, segment, wanted, people), people.excluded
    kept = ExportRecord.objects.create(
        segment_name=segment.name, query_text=segment.text, format=wanted.slug, purpose=purpose[:300], by=by,
        count=len(people.ids), excluded=excluded, columns=wanted.columns,
        sha256=hashlib.sha256(data).hexdigest(), second_person=approval,
    )  # fmt: skip
    detail = {"format": wanted.slug, "sha256": kept.sha256, "excluded": excluded}
    record(by, "exported people", kept, count=len(people.ids), reason=purpose, detail=detail)
    return Export(kept, f"{_safe_name(segment.name)}-{wanted.slug}.{wanted.ending}", wanted.media_type, data,
                  people.by_hand)  # fmt: skip


def _not_drawn(names: list[str]) -> Problem:
    said = ", ".join(names[:NAMED]) + (f" (+{len(names) - NAMED})" if len(names) > NAMED else "")
    return Problem(
        "by_hand",
        _("Our paper lacks letters of these names or addresses: %s.") % said,
        _("Tick that they are left out and write them by hand, or take a table instead of a paper."),
    )


def format_named(slug: str) -> Format:
    if (found := named(slug)) is None:
        raise Problem("format", _("There is no format called '%s'.") % slug, ", ".join(sorted(FORMATS)))
    return found


def _safe_name(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name).strip("-")[:60] or "people"


def digest_of(segment: Segment, wanted: Format, people: Chosen) -> dict[str, Any]:
    """What the second person says yes to: this list, this format, exactly these people."""
    listed = hashlib.sha256(json.dumps(sorted(people.ids)).encode()).hexdigest()
    return {"segment": str(segment.public_id), "text": segment.text, "format": wanted.slug, "people": listed}


def _approved(by: User, segment: Segment, wanted: Format, people: Chosen) -> SecondPerson | None:
    if len(people.ids) <= MANY or by.is_system:
        return None
    return second.use(by=by, kind=KIND, what=digest_of(segment, wanted, people))


@transaction.atomic
def ask_to_export(*, by: User, segment: Segment, file_format: str, purpose: str, url: str = "") -> SecondPerson:
    """Ask another person to approve an export of many."""
    wanted = format_named(file_format)
    people = _chosen(by, segment, wanted)
    for _person in people:
        pass  # everybody passes, so that those chosen are known
    subject = _("Export %(count)d people of the list %(name)s as %(format)s") % {
        "count": len(people.ids), "name": segment.name, "format": wanted.slug,
    }  # fmt: skip
    what = digest_of(segment, wanted, people)
    record(by, "asked to export people", segment, count=len(people.ids), reason=purpose)
    return second.ask(by=by, kind=KIND, capability=KIND, subject=subject, what=what, reason=purpose, url=url)
