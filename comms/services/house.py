"""The house's own patterns, and the days of an officer election."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from comms import merging, patterns
from comms.checks.fields import BROKEN, FIELD
from comms.models import CandidatePeriod, MessageTemplate, Version
from comms.queries.house import OUT
from unionops.platform.access.models import User
from unionops.platform.ai.models import MemoryItem, MemoryKind
from unionops.platform.ai.services import remember
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@transaction.atomic
def save_template(
    *,
    by: User,
    template: MessageTemplate | None,
    name: str,
    klass: str,
    channel: str,
    language: str,
    subject: str,
    body: str,
) -> MessageTemplate:
    """A pattern may hold slots of the brief and merge fields, and no other code."""
    _require_known_slots(f"{subject}\n{body}")
    row = template or MessageTemplate(by=by)
    row.name, row.klass, row.channel, row.language = name.strip(), klass, channel, language
    row.subject, row.body, row.by = subject.strip(), body.replace("\r\n", "\n").strip(), by
    row.save()
    record(by, "saved a house pattern", row)
    return row


@transaction.atomic
def drop_template(*, by: User, template: MessageTemplate) -> None:
    record(by, "deleted a house pattern", template)
    template.delete()


@transaction.atomic
def add_election(*, by: User, candidates: str, since: datetime.date, until: datetime.date) -> CandidatePeriod:
    """From nominations to the count no message may carry these names."""
    names = [" ".join(line.split()) for line in candidates.splitlines() if line.strip()]
    row = CandidatePeriod.objects.create(candidates=names, since=since, until=until, by=by)
    record(by, "noted the days of an officer election", row, count=len(names))
    return row


@transaction.atomic
def end_election(*, by: User, period: CandidatePeriod) -> None:
    record(by, "took off the days of an officer election", period)
    period.delete()


@transaction.atomic
def remember_words(*, by: User, instead: str, say: str) -> MemoryItem:
    """Take a proposal into the word list, where people can read, change and delete it."""
    item = remember(
        by=by,
        kind=MemoryKind.GLOSSARY,
        title=instead.strip(),
        text=_("Say “%(say)s” instead of “%(instead)s”.") % {"say": say.strip(), "instead": instead.strip()},
        source=_("people changed it so in drafts"),
    )
    record(by, "took a proposal into the word list", item)
    return item


@transaction.atomic
def keep_example(*, by: User, version: Version) -> MemoryItem:
    """An approved version as an example for the next drafts."""
    if version.message.state not in OUT:
        raise Problem("not_approved", _("Only approved words become an example."))
    item = remember(
        by=by,
        kind=MemoryKind.EXAMPLE,
        title=f"{version.get_channel_display()}: {version.message.title}",
        text=version.body[:4000],
        language=version.language[:2],
        source=_("an approved message"),
    )
    record(by, "kept a message as an example", version.message)
    return item


def _require_known_slots(text: str) -> None:
    known = {*patterns.SLOTS, *merging.FIELDS}
    if wrong := [match[1] for match in FIELD.finditer(text) if match[1] not in known]:
        raise Problem(
            "bad_slot", _("There is no slot called '%s'.") % wrong[0], _("There are: %s.") % ", ".join(sorted(known))
        )
    if broken := BROKEN.search(text):
        raise Problem("broken", _("'%s' is not a slot.") % broken.group(), _("Write slots like {{ when }}."))
