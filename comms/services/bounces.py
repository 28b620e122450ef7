"""Takes in returned mail: who could not be reached, who complained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comms import mailboxes, notices, records, returned
from comms.models import OutboxEntry
from comms.returned import Returned
from comms.services.consent import say_no
from members.models import Channel, EmailAddress
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.sheets.reading import read_table

LARGEST = 50 * 1024 * 1024
TWICE = 2


@transaction.atomic
def read_bounces(*, by: User, data: bytes) -> dict[str, Any]:
    """Mark addresses that do not work; a complaint counts as a no. Reading the same file twice changes nothing."""
    if len(data) > LARGEST:
        raise Problem("too_large", _("This mailbox is larger than 50 MB."), _("Split it, or delete what is no report."))
    counts: Counter[str] = Counter()
    unknown = []
    for item in _items(data):
        entry = _entry(item)
        if entry is None:
            unknown.append({"address": item.address, "why": item.detail})
            continue
        counts[item.kind] += _take_in(by, entry, item)
    record(by, "read returned mail", count=sum(counts.values()), detail=dict(counts))
    return {
        "bounced": counts["hard"],
        "temporary": counts["soft"],
        "complaints": counts["complaint"],
        "not_ours": unknown,
    }


def is_readable(data: bytes) -> bool:
    return returned.is_mail(data) or notices.is_notice(data) or bool(_listed(data))


def _listed(data: bytes) -> list[Returned]:
    """The rows of a table that tell of failures or complaints, as providers give it for downloading."""
    if b"@" not in data or b"\n" not in data.strip():
        return []
    try:
        table = read_table(data, "returned.csv")
    except Problem:
        return []
    rows = [records.returned(dict(zip(table.header, row, strict=False))) for row in table.rows]
    found = [row for row in rows if row is not None]
    is_list = any(_OF_FAILURES.search(name) for name in table.header) and len(found) * 2 >= len(rows)
    return found if is_list else []


# A list of people that happens to hold such words is none of failures.
_OF_FAILURES = re.compile(r"bounce|reason|error|event|code|type|status|complaint|estado|motivo|rebot", re.IGNORECASE)


def _items(data: bytes) -> list[Returned]:
    """What came back, from mail or from what a provider saved."""
    refusal = Problem("not_mail", _("This file holds no returned mail."), _("Give an .mbox, .eml, .json or .csv file."))
    if not is_readable(data):
        raise refusal
    try:
        if notices.is_notice(data):
            return list(notices.read(data))
        return list(returned.read(data)) if returned.is_mail(data) else _listed(data)
    except ValueError as error:
        raise refusal from error


def read_place(*, by: User, place: str) -> dict[str, Any]:
    """All of a file or folder, or what is unread in a mailbox at the provider."""
    totals: dict[str, Any] = {"bounced": 0, "temporary": 0, "complaints": 0, "not_ours": []}
    if not mailboxes.is_remote(place):
        contents = mailboxes.files(place)
        return _added(totals, by, filter(is_readable, contents) if Path(place).is_dir() else contents)
    with mailboxes.unread(place) as messages:
        return _added(totals, by, messages)


def _added(totals: dict[str, Any], by: User, contents: Iterable[bytes]) -> dict[str, Any]:
    for data in contents:
        for name, value in read_bounces(by=by, data=data).items():
            totals[name] += value
    return totals


def _entry(item: Returned) -> OutboxEntry | None:
    rows = OutboxEntry.objects.select_related("person")
    if item.entry:
        return rows.filter(public_id=item.entry).first()
    return rows.filter(address__iexact=item.address).order_by("-pk").first() if item.address else None


def _take_in(by: User, entry: OutboxEntry, item: Returned) -> int:
    if item.kind == "complaint":
        return _complaint(by, entry)
    detail = item.detail[:300]
    if entry.bounced_at is not None and (item.kind != "hard" or entry.detail == detail):
        return 0  # told before; a final word after a delay is news
    entry.bounced_at, entry.detail = timezone.now(), detail
    entry.save(update_fields=["bounced_at", "detail"])
    if item.kind == "hard" or _bounced_before(entry):
        rows = EmailAddress.objects.filter(person=entry.person, address__iexact=entry.address, bounced_at=None)
        rows.update(bounced_at=entry.bounced_at, problem="bounced")
    return 1


def _bounced_before(entry: OutboxEntry) -> bool:
    earlier = OutboxEntry.objects.filter(person=entry.person, address__iexact=entry.address, bounced_at__isnull=False)
    return earlier.count() >= TWICE


def _complaint(by: User, entry: OutboxEntry) -> int:
    if entry.complained_at is not None:
        return 0
    entry.complained_at = timezone.now()
    entry.save(update_fields=["complained_at"])
    say_no(by=by, person=entry.person, channel=Channel.EMAIL, source="a complaint through the mail provider")
    return 1
