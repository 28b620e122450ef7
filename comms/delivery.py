"""Carries a send out: one message per person, whatever dies (security.md 4.2).

An entry goes queued -> claimed -> inflight -> sent. `inflight` is committed before the words
leave; if this process dies then, the next one finds it and writes `unknown`, and only a person
may decide whether to send that one again. Entries leave in small groups (`Round`), so that a fast
server is not slowed down by one commit per message; with a rate limit the group is one.
"""

from __future__ import annotations

import datetime
import os
import socket
import time
from collections.abc import Iterable
from email.utils import format_datetime
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from comms import journal, links, mime, queries
from comms.models import EntryState, Export, Message, OutboxEntry, Send, SendState, State
from comms.post import Answer, Fate, Postman
from members.models import ChannelConsent, ConsentStatus
from members.reaching.audience import Receipt
from members.undoing import bulk
from unionops.platform.access.actors import require_actor
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core.logs import without_contacts
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase, Progress, Stopped, silent
from unionops.platform.jobs.errors import Transient

GROUP = 128
AHEAD = 8  # groups read at once; a no said in the meantime, two seconds at most, still counts for the next
COLUMNS = ("pk", "public_id", "person__public_id", "address", "values", "said_no")
QUARTER = 0.25
MAX_TRIES = 6
WAIT = datetime.timedelta(minutes=5)
PATIENCE = 90.0


def deliver(send: Send, *, progress: Progress = silent, sleep: float = 1.0) -> Send:
    """Send what is due; returns when nothing is left to do now. Safe to call again at any time."""
    by = require_actor()
    if not _wait_for_start(send, progress, sleep):
        return _close(send) if send.has_ended else send
    with transaction.atomic():
        recover(send)
        if send.state == SendState.WAITING:
            begin(send, by=by)
    try:
        _post_all(send, progress)
    except (Transient, Problem) as problem:
        _note(send, str(problem))
        if not isinstance(problem, Transient):
            _pause(send, by)
        raise
    except Stopped:
        _pause(send, by)
        raise
    except Exception:
        _note(send, _("Something broke while this was going out. It is tried again by itself; the log says where."))
        raise
    return finish(send, by=by)


def _close(send: Send) -> Send:
    """Stopped while its sender lay dead: what was leaving is in doubt, and what only waited gets nothing."""
    with transaction.atomic():
        recover(send)
        send.entries.filter(state=EntryState.QUEUED).update(state=EntryState.SUPPRESSED, detail="stopped")
    return send


def recover(send: Send) -> int:
    """After a death: taken ones go back, those that were leaving are in doubt. Returns how many are.

    Where the dead sender's own note is there, only the mail it had in hand is in doubt.
    """
    rows = send.entries.all()
    rows.filter(state=EntryState.CLAIMED).update(state=EntryState.QUEUED, claimed_by="")
    leaving = rows.filter(state=EntryState.INFLIGHT)
    for name in set(leaving.values_list("claimed_by", flat=True)):
        if (note := journal.of_the_dead(name)) is not None:
            begun, answered = note
            _settle(answered, name)
            ids = set(leaving.filter(claimed_by=name).values_list("pk", flat=True)) - begun
            leaving.filter(pk__in=ids).update(state=EntryState.QUEUED, claimed_by="")
            transaction.on_commit(partial(journal.forget, name))
    return leaving.update(state=EntryState.UNKNOWN, detail="the sending process stopped while this one was leaving")


def begin(send: Send, *, by: User) -> None:
    """Fill the outbox from the frozen audience; who may not get it any more is `suppressed`, with the reason."""
    version = send.version
    snapshot = version.snapshot
    found = queries.receipt(by, version)
    if found is None:
        raise Problem("no_audience", "This version has no audience.")
    frozen = set(snapshot.people)
    rows = _to_reach(send, found, frozen)
    reasons = [(person, reason) for person, reason in found.left_out if str(person.public_id) in frozen]
    seen = {row["person_id"] for row in rows} | {person.pk for person, _reason in reasons}
    if len(seen) < len(frozen):
        reasons += [(person, "left_list") for person in queries.people_by_id(frozen) if person.pk not in seen]
    none = {"send_id": send.pk, "state": EntryState.SUPPRESSED.value}
    rows += [none | {"person_id": person.pk, "detail": reason} for person, reason in reasons]
    outbox = bulk.Rows(OutboxEntry)
    outbox.waiting = rows
    outbox.step(bulk.next_keys(OutboxEntry, len(rows))).run()
    send.audience, send.roster, send.excluded = len(rows), snapshot.roster, dict(snapshot.excluded)
    if gone := len(frozen) - len(rows):
        send.excluded["gone"] = gone
    send.state = SendState.SENDING
    send.save()
    Message.objects.filter(pk=version.message_id).update(state=State.SENDING)
    record(by, "began to send a message", version.message, count=send.audience)


def _to_reach(send: Send, found: Receipt, frozen: set[str]) -> list[dict[str, Any]]:
    """A row for everybody of the frozen audience who may still get it, with the values their words need."""
    local, stewards = Local.current(), queries.steward_names()
    names = queries.fields_of(send.version)
    rows = []
    for hit in found.people:
        if str(hit.person.public_id) in frozen:
            values = {k: v for k, v in queries.values_for(hit.person, local, stewards, names).items() if v}
            row = {"send_id": send.pk, "person_id": hit.person.pk, "address": hit.to}
            rows.append(row | ({"values": values} if values else {}))
    return rows


def _wait_for_start(send: Send, progress: Progress, sleep: float) -> bool:
    """True when it is time; False when it was stopped, paused, or starts later than we care to wait for."""
    while True:
        send.refresh_from_db()
        if not send.is_running:
            return False
        left = (send.starts_at - timezone.now()).total_seconds()
        if left <= 0:
            return True
        if left > PATIENCE:
            return False
        progress(0, None, Phase.WAITING)
        time.sleep(min(sleep, max(left, 0.01)))


def _post_all(send: Send, progress: Progress) -> None:
    if not _due(send).exists():
        return
    round_ = Round(send, links.unsubscriber() if send.version.message.klass != "legal_notice" else None)
    mail = compiled(send)
    with Postman(mail.letterhead.sender) as postman, journal.kept(round_.me) as note:
        _note(send, "")  # the server answers again
        done, results = _count_done(send), dict[int, Answer]()
        while group := _next(round_, results):
            started, results = time.monotonic(), {}
            for entry in group:
                note.begins(entry.pk)
                try:
                    results[entry.pk] = _one(postman, mail, entry, round_.stop_link)
                except (Transient, Problem):  # before its words left: it waits with the others
                    note.ended(entry.pk, Answer(Fate.LATER))
                    raise
                note.ended(entry.pk, results[entry.pk])
            round_.learn(len(group), time.monotonic() - started)
            done += len(group)
            try:
                progress(done, send.audience, Phase.SENDING)
                _breathe(send, progress, done)
            except BaseException:
                _settle(results, round_.me)
                raise


class Round:
    """One run of one sender: its name, and how many may leave together.

    As many as left in the last quarter second, 128 at most: a slow server has one or two in doubt
    after a crash, and a fast one is not held up by a commit for each.
    """

    def __init__(self, send: Send, stop_link: links.StopLink | None) -> None:
        self.send, self.stop_link = send, stop_link
        self.me = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"[:80]
        self.size = 1
        self.ahead: list[Leaving] = []

    def group(self) -> list[Leaving]:
        """The next ones to leave; reads some groups ahead, and puts aside who said no."""
        while not self.ahead:
            most = self.size if self.send.per_minute else self.size * AHEAD
            found = [Leaving(*row) for row in _waiting(self.send)[:most]]
            _suppress([entry.pk for entry in found if entry.said_no])
            self.ahead = [entry for entry in found if not entry.said_no]
            if not found:
                break
        group, self.ahead = self.ahead[: self.size], self.ahead[self.size :]
        return group

    def learn(self, count: int, seconds: float) -> None:
        if not self.send.per_minute:
            pace = count / max(seconds, 0.001)
            self.size = max(1, min(GROUP, self.size * 4, int(pace * QUARTER)))


class Leaving(NamedTuple):
    """What one mail needs of its outbox row."""

    pk: int
    public_id: UUID
    person: UUID
    address: str
    values: dict[str, str]
    said_no: bool


def _next(round_: Round, results: dict[int, Answer]) -> list[Leaving]:
    """One transaction: write what became of the last group, mark the next one as leaving."""
    send, me = round_.send, round_.me
    with transaction.atomic():
        _settle(results, me)
        leaving = round_.group()
        taken = _take(send, [entry.pk for entry in leaving], me)
    if taken != len(leaving):
        round_.ahead.clear()
        mine = set(send.entries.filter(claimed_by=me, state=EntryState.INFLIGHT).values_list("pk", flat=True))
        return [entry for entry in leaving if entry.pk in mine] or _next(round_, {})
    return leaving


def _take(send: Send, ids: list[int], me: str) -> int:
    """Only what still waits, and only while the send goes on: two senders never take the same one."""
    if not ids:
        return 0
    rows = OutboxEntry.objects.filter(pk__in=ids, state=EntryState.QUEUED, send__state=SendState.SENDING)
    return rows.update(state=EntryState.INFLIGHT, claimed_by=me, claimed_at=timezone.now())


def _waiting(send: Send) -> QuerySet[OutboxEntry, Any]:
    """Who is next while the send goes on, each with whether they said no in the meantime."""
    klass = send.version.message.klass
    refusals = ChannelConsent.objects.filter(
        person=OuterRef("person"), channel="email", is_latest=True, klass__in=["", klass], status=ConsentStatus.REVOKED
    )
    said_no = Value(False) if klass == "legal_notice" else Exists(refusals)
    rows = _due(send).filter(send__state=SendState.SENDING).annotate(said_no=said_no)
    return rows.order_by("pk").values_list(*COLUMNS)


def _suppress(ids: list[int]) -> None:
    if ids:
        rows = OutboxEntry.objects.filter(pk__in=ids, state=EntryState.QUEUED)
        rows.update(state=EntryState.SUPPRESSED, detail="said_no")


def _due(send: Send) -> QuerySet[OutboxEntry]:
    now = timezone.now()
    return send.entries.filter(Q(next_try_at=None) | Q(next_try_at__lte=now), state=EntryState.QUEUED)


def _one(postman: Postman, mail: mime.Mail, entry: Leaving, stop_link: links.StopLink | None) -> Answer:
    try:
        address = mime.one_address(entry.address)
        content = mail.build(
            to=address,
            values=entry.values,
            message_id=str(entry.public_id),
            date=format_datetime(timezone.now()),
            unsubscribe=stop_link(entry.person, entry.public_id) if stop_link else "",
        )
    except Problem as problem:
        return Answer(Fate.REFUSED, problem.message[:300])
    return postman.hand_over(address, content)


def _settle(results: dict[int, Answer], me: str) -> None:
    """Write the answers; an entry somebody put in doubt meanwhile is cleared up by the one who knows."""
    now = timezone.now()
    mine = OutboxEntry.objects.filter(claimed_by=me, state__in=[EntryState.INFLIGHT, EntryState.UNKNOWN])
    sent = [pk for pk, answer in results.items() if answer.fate is Fate.SENT]
    if sent:
        mine.filter(pk__in=sent).update(state=EntryState.SENT, sent_at=now, detail="")
    for pk, answer in results.items():
        if answer.fate is not Fate.SENT:
            _settle_one(mine.filter(pk=pk).select_related("send").first(), answer)


def _settle_one(entry: OutboxEntry | None, answer: Answer) -> None:
    if entry is None:
        return
    entry.detail = without_contacts(answer.detail)
    entry.tries += 1
    if answer.fate is Fate.UNKNOWN:
        entry.state = EntryState.UNKNOWN
    elif answer.fate is Fate.REFUSED or entry.tries >= MAX_TRIES:
        entry.state = EntryState.FAILED
    elif entry.send.finished_at is not None:  # stopped while it was leaving: nobody will try again
        entry.state, entry.detail = EntryState.SUPPRESSED, "stopped"
    else:
        entry.state, entry.claimed_by = EntryState.QUEUED, ""
        entry.next_try_at = timezone.now() + WAIT * entry.tries
    entry.save()


def _breathe(send: Send, progress: Progress, done: int) -> None:
    """Keep to the messages a minute the local allows."""
    if not send.per_minute:
        return
    until = time.monotonic() + 60 / send.per_minute
    while (left := until - time.monotonic()) > 0:
        time.sleep(min(left, 1.0))
        progress(done, send.audience, Phase.SENDING)


def _count_done(send: Send) -> int:
    return send.entries.exclude(state=EntryState.QUEUED).count()


def finish(send: Send, *, by: User) -> Send:
    """Done when nothing is left to send; entries in doubt stay for a person."""
    with transaction.atomic():
        send.refresh_from_db()
        left = send.entries.filter(state__in=[EntryState.QUEUED, EntryState.CLAIMED, EntryState.INFLIGHT])
        if send.state == SendState.SENDING and not left.exists():
            send.state, send.finished_at, send.problem = SendState.DONE, timezone.now(), ""
            send.save()
            close_message(send.version.message)
            record(
                by, "finished sending a message", send.version.message, count=send.audience, detail=queries.totals(send)
            )
    return send


def close_message(message: Message, *, halted: bool = False) -> str:
    """When none of its sends runs any more, it is sent; or stopped, where a person `halted` it before anything left."""
    running = Send.objects.filter(version__message=message, state__in=open_states())
    if not running.exists():
        left = OutboxEntry.objects.filter(send__version__message=message).exclude(state=EntryState.SUPPRESSED)
        has_left = left.exists() or Export.objects.filter(version__message=message).exists()
        state = State.STOPPED if halted and not has_left else State.SENT
        Message.objects.filter(pk=message.pk, state__in=[State.SENDING, State.SCHEDULED]).update(state=state)
    message.refresh_from_db(fields=["state"])
    return message.state


def open_states() -> Iterable[str]:
    return (SendState.WAITING, SendState.SENDING, SendState.PAUSED)


def _note(send: Send, problem: str) -> None:
    Send.objects.filter(pk=send.pk).update(problem=problem[:300])


@transaction.atomic
def _pause(send: Send, by: User) -> None:
    Send.objects.filter(pk=send.pk, state=SendState.SENDING).update(state=SendState.PAUSED)
    record(by, "sending of a message was paused", send.version.message)


def compiled(send: Send) -> mime.Mail:
    """The mail of this send, ready to be filled in."""
    version, local = send.version, Local.current()
    return mime.compile_mail(
        subject=version.subject,
        preheader=version.preheader,
        body=version.body,
        language=version.language,
        letterhead=links.letterhead(local),
        footer=links.footer(local, version.language),
    )
