"""The house's own patterns, and the days of an officer election."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from comms import merging, patterns
from comms.checks.fields import BROKEN, FIELD
from comms.models import CandidatePeriod, MessageTemplate, Version
from comms.queries.house import OUT
from comms.queries.style import Proposal
from unionops.platform.access.models import User
from unionops.platform.ai.models import MemoryItem, MemoryKind
from unionops.platform.ai.services import change_memory, remember
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
def take_proposal(*, by: User, proposal: Proposal) -> MemoryItem:
    """Take a proposal into the house memory, where people can read, change and delete it."""
    kind, text = _as_memory(proposal)
    item = remember(
        by=by,
        kind=kind,
        title=proposal.title,
        text=text,
        language=proposal.language,
        source=_("people changed it so in %(count)d messages, such as “%(title)s”")
        % {"count": proposal.times, "title": proposal.seen_in[0] if proposal.seen_in else ""},
    )
    record(by, "took a proposal into the house memory", item)
    return item


@transaction.atomic
def refuse_proposal(*, by: User, proposal: Proposal) -> MemoryItem:
    """Not like this: it stays in the memory, switched off, and is not proposed again."""
    kind, text = _as_memory(proposal)
    item = remember(
        by=by, kind=kind, title=proposal.title, text=text, language=proposal.language, source=_("not wanted")
    )
    record(by, "refused a proposal for the house memory", item)
    return change_memory(by=by, item=item, active=False)


def _as_memory(proposal: Proposal) -> tuple[str, str]:
    values = {"say": proposal.say, "instead": proposal.instead}
    if proposal.kind == "greeting":
        return MemoryKind.STYLE, _("Begin a message with: %(say)s") % values
    if proposal.kind == "closing":
        return MemoryKind.SIGNATURE, proposal.say.replace(" / ", "\n")
    if proposal.kind == "added":
        return MemoryKind.STYLE, _("Where it fits, say: %(say)s") % values
    if proposal.kind == "removed":
        return MemoryKind.STYLE, _("Leave out sentences like: %(instead)s") % values
    return MemoryKind.GLOSSARY, _("Say “%(say)s” instead of “%(instead)s”.") % values


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


@transaction.atomic
def forget_elections(*, by: User, before: datetime.datetime) -> int:
    """Candidates' names of elections whose count was before a moment. How many elections."""
    count: int = CandidatePeriod.objects.filter(until__lt=before.date()).delete()[0]
    if count:
        record(by, "let go of the candidates of old elections", count=count)
    return count
