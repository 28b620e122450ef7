"""What pages and services read about messages. The user always comes first; nothing is written."""

from __future__ import annotations

import datetime
import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from comms import merging
from comms.models import (
    WENT_OUT,
    Approval,
    Comment,
    EntryState,
    Export,
    Medium,
    Message,
    OutboxEntry,
    Send,
    State,
    Version,
    VersionText,
)
from comms.models.messages import REACHES
from unionops.platform.access.models import User
from unionops.platform.ai.models import Run
from unionops.platform.ai.queries import runs
from unionops.platform.jobs.models import Job


def messages(user: User, state: str = "") -> QuerySet[Message]:
    """Messages the user may see, the newest change first."""
    rows: QuerySet[Message] = Message.objects.visible_to(user, "comms.view")
    rows = rows.select_related("author").order_by("-changed_at", "-id")
    return rows.filter(state=state) if state else rows


@dataclass
class Goes:
    """Each channel with the people of each version, as counted when it was approved; and how many are in doubt."""

    channels: dict[str, list[int]] = field(default_factory=dict)
    in_doubt: int = 0

    @property
    def ways(self) -> list[str]:
        """['E-mail: 146 + 12', 'Flyer']; lists may overlap, so nothing is added up."""
        return [f"{name}: {' + '.join(map(str, many))}" if many else name for name, many in self.channels.items()]


def with_words(user: User, words: str) -> QuerySet[Message]:
    """Whose title, subject or text holds every word."""
    condition = Q()
    for word in words.split():
        condition &= Q(title__icontains=word) | Q(versions__subject__icontains=word) | Q(versions__body__icontains=word)
    rows: QuerySet[Message] = Message.objects.visible_to(user, "comms.view")
    return rows.filter(condition).distinct().select_related("author")


def goings(which: list[Message]) -> dict[int, Goes]:
    """Of each message where it goes, and how many of its mails are in doubt."""
    ids = [row.pk for row in which]
    found = {pk: Goes() for pk in ids}
    rows = Version.objects.filter(message__in=ids).order_by("pk")
    columns = ("message_id", "channel", "snapshot__roster", "snapshot__excluded")
    for pk, channel, roster, excluded in rows.values_list(*columns):
        many = found[pk].channels.setdefault(str(Medium(channel).label), [])
        if roster is not None and channel in REACHES:
            many.append(roster - sum(excluded.values()))
    sent = [row.pk for row in which if row.state in {State.SENDING, State.SENT}]
    doubts = OutboxEntry.objects.filter(send__version__message__in=sent, state=EntryState.UNKNOWN)
    for pk in doubts.values_list("send__version__message", flat=True) if sent else ():
        found[pk].in_doubt += 1
    return found


def message(user: User, public_id: uuid.UUID) -> Message:
    """Raises Message.DoesNotExist when there is none the user may see."""
    found: Message = (
        Message.objects.visible_to(user, "comms.view").select_related("brief", "author").get(public_id=public_id)
    )
    return found


def version(user: User, public_id: uuid.UUID) -> Version:
    """Raises Version.DoesNotExist."""
    rows: QuerySet[Version] = Version.objects.visible_to(user, "comms.view")
    return rows.select_related("message__brief", "message__author", "segment").get(public_id=public_id)


def versions(which: Message) -> list[Version]:
    return list(which.versions.select_related("segment", "message").prefetch_related("kept"))


def by_state(user: User) -> list[tuple[str, str, int]]:
    """(state, its name, messages), every state, in the order a message passes through them."""
    counts = Counter(messages(user).order_by().values_list("state", flat=True))
    return [(state.value, str(state.label), counts[state.value]) for state in State]


def waiting_for(user: User) -> QuerySet[Message]:
    """Messages somebody else wrote that this person could approve now."""
    rows: QuerySet[Message] = Message.objects.visible_to(user, "comms.approve").filter(state=State.IN_REVIEW)
    return rows.exclude(author=user).exclude(approvals__by=user, approvals__voided_at=None)


def digest(which: Message) -> str:
    """The hash an approval is tied to: every version's words, the lists' questions, class and money."""
    rows = which.versions.select_related("segment").order_by("public_id")
    parts_ = [[row.text_hash, json.dumps(row.segment.criteria if row.segment else [], sort_keys=True)] for row in rows]
    whole = [which.klass, which.is_about_money, which.has_web_copy, which.title, parts_]
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()


def standing_approvals(which: Message) -> list[Approval]:
    """Approvals that still fit the words; of what went out all, for its words stand."""
    rows = which.approvals.filter(voided_at=None).select_related("by")
    now = "" if which.state in WENT_OUT else digest(which)
    return [row for row in rows if row.digest == now or not now]


def writers(which: Message) -> set[int]:
    """Everybody who wrote the words as they stand: they may not approve them."""
    latest = {
        row.version_id: row.by_id for row in VersionText.objects.filter(version__message=which).order_by("number")
    }
    return {which.author_id, *latest.values()}


def wordings(which: Version) -> list[VersionText]:
    return list(which.texts.select_related("by"))


def calendar(user: User, since: datetime.date, until: datetime.date) -> list[Message]:
    """What goes or went out between two days."""
    rows = messages(user).filter(planned_for__date__gte=since, planned_for__date__lte=until)
    rows = rows.exclude(state=State.CANCELLED).prefetch_related("versions__snapshot", "versions__exports")
    return list(rows.order_by("planned_for"))


def fields_of(which: Version) -> list[str]:
    """The merge fields a version uses."""
    return merging.names_in(f"{which.subject}\n{which.preheader}\n{which.body}")


def jobs_by_version(rows: Iterable[Version]) -> dict[uuid.UUID, Job]:
    """The latest job about each version, for those that have one still going or just failed."""
    found: dict[uuid.UUID, Job] = {}
    ids = [row.public_id for row in rows]
    for job in Job.objects.filter(about_kind="comms.Version", about_id__in=ids).order_by("pk"):
        if job.about_id:
            found[job.about_id] = job
    return {key: job for key, job in found.items() if job.state != "done"}


def run_of(user: User, which: Version) -> Run | None:
    """The request to the model a version comes from, for those who may look at it."""
    return runs(user).filter(public_id=which.run).first() if which.run else None


def comments(which: Version) -> list[Comment]:
    """Each with the `words` of its line as they stood when it was left."""
    rows, texts = list(which.comments.select_related("by")), list(which.texts.order_by("number"))
    for row in rows:
        body = next((text.body for text in reversed(texts) if text.at <= row.at), which.body)
        row.words = "".join(body.splitlines()[row.line - 1 : row.line]).strip() if row.line else ""
    return rows


def sends(which: Message) -> QuerySet[Send]:
    """Each with how many stand `in_doubt`."""
    rows: QuerySet[Send] = Send.objects.filter(version__message=which)
    doubts = Count("entries", filter=Q(entries__state=EntryState.UNKNOWN))
    return rows.select_related("version", "started_by").annotate(in_doubt=doubts)


def exports(which: Message) -> QuerySet[Export]:
    rows: QuerySet[Export] = Export.objects.filter(version__message=which)
    return rows.select_related("by", "version", "file")


def export(user: User, public_id: uuid.UUID) -> Export | None:
    """One file made for a message the user may export."""
    rows: QuerySet[Export] = Export.objects.visible_to(user, "comms.export")
    return rows.select_related("by", "version__message", "file").filter(public_id=public_id).first()
