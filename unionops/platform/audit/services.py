"""Writing to the trail and proving that nobody rewrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from unionops.platform.access.models import User
from unionops.platform.audit import anchors as outside
from unionops.platform.audit.chain import link
from unionops.platform.audit.models import GENESIS, Anchor, Event
from unionops.platform.audit.queries import SEARCHED, searched_lately, seen_lately
from unionops.platform.audit.words import MISSED, REFUSED

_where: ContextVar[tuple[str, str]] = ContextVar("where", default=("", ""))
LOCK = 771_001


@contextmanager
def seen_from(session: str, ip: str) -> Iterator[None]:
    """Remember the session and address of the request for the events it leaves."""
    token = _where.set((session[:16], ip))
    try:
        yield
    finally:
        _where.reset(token)


@transaction.atomic(savepoint=False)
def record(
    user: User | None,
    action: str,
    target: models.Model | None = None,
    *,
    count: int | None = None,
    reason: str = "",
    fields: Iterable[str] = (),
    detail: dict[str, Any] | None = None,
) -> Event:
    """Append one event in the caller's transaction: if the deed is rolled back, so is its event.

    `action` is the past-tense part of a sentence ("imported a roster"). Nothing personal goes in:
    `fields` are names of fields, `detail` holds ids, counts and hashes.
    """
    _one_at_a_time()
    last = Event.objects.order_by("-number").values_list("number", "hash").first() or (0, GENESIS)
    session, ip = _where.get()
    event = Event(
        number=last[0] + 1,
        at=timezone.now(),
        actor=user,
        session=session,
        ip=_mark(ip),
        action=action[:120],
        kind=target._meta.label if target is not None else "",
        target=str(getattr(target, "public_id", None) or getattr(target, "pk", "") or "") if target is not None else "",
        count=count,
        reason=reason,
        fields=sorted(fields),
        detail=detail or {},
        previous=last[1],
    )
    event.hash = link(event.sealed())
    event.save(force_insert=True)
    return event


def _mark(ip: str) -> str:
    return salted_hmac("address of an event", ip, algorithm="sha256").hexdigest()[:32] if ip else ""


def _one_at_a_time() -> None:
    """PostgreSQL: one writer of the chain until commit. SQLite's IMMEDIATE transactions are that already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@dataclass(frozen=True)
class Verdict:
    """Whether the chain holds; `broken_at` is the number of the first event that does not fit."""

    ok: bool
    events: int
    head: str
    broken_at: int | None = None
    why: str = ""


def verify(anchors: Iterable[tuple[int, str]] = ()) -> Verdict:
    """Walk the whole chain; `anchors` are (number, hash) pairs kept elsewhere that must still be there."""
    wanted = {**{a.number: a.hash for a in Anchor.objects.all()}, **dict(outside.written()), **dict(anchors)}
    previous, number = GENESIS, 0
    for event in Event.objects.order_by("number").iterator(chunk_size=2000):
        if event.number != number + 1:
            return Verdict(False, number, previous, number + 1, f"event {number + 1} is missing")
        if event.previous != previous or event.hash != link(event.sealed()):
            return Verdict(False, number, previous, event.number, f"event {event.number} was changed")
        if wanted.pop(event.number, event.hash) != event.hash:
            return Verdict(False, number, previous, event.number, f"event {event.number} differs from its anchor")
        previous, number = event.hash, event.number
    if wanted:
        gone = min(wanted)
        return Verdict(False, number, previous, gone, f"event {gone} was there at an anchor and is gone")
    return Verdict(True, number, previous)


def head() -> tuple[int, str]:
    """(number, hash) of the newest event."""
    return Event.objects.order_by("-number").values_list("number", "hash").first() or (0, GENESIS)


@transaction.atomic
def drop_anchor() -> Anchor:
    """Note the head now, in the table and in a file beside it; backups and officers' mails carry it further."""
    number, digest = head()
    transaction.on_commit(lambda: outside.write(number, digest))
    return Anchor.objects.create(number=number, hash=digest)


def newest_anchor() -> Anchor | None:
    return Anchor.objects.order_by("-id").first()


def refused(user: User, page: str) -> None:
    """Log that the policy kept somebody from a page, once in 15 minutes per person and page."""
    if not seen_lately(user, action := f"{REFUSED}{page}", ""):
        record(user, action)


def missed(user: User, page: str) -> None:
    """Log that somebody asked for a thing that is not there or that they may not see, once in 15 minutes per page.

    Both leave the same event, as both get the same answer.
    """
    if not seen_lately(user, action := f"{MISSED}{page}", ""):
        record(user, action)


def searched(user: User, words: str) -> None:
    """Log that somebody searched, once in 15 minutes for the same words; the words themselves stay out of the trail."""
    digest = salted_hmac("searched words", words.casefold(), algorithm="sha256").hexdigest()[:32]
    if not searched_lately(user, digest):
        record(user, SEARCHED, detail={"words": digest})


def viewed(user: User, action: str, target: models.Model) -> None:
    """Log a look at somebody's record or case, once in 15 minutes per person and thing."""
    if not seen_lately(user, action, getattr(target, "public_id", target.pk)):
        record(user, action, target)
