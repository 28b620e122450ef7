"""Clauses and earlier messages a message may rest on, as texts with a label."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comms import markup
from comms.models import ReleasedText, Version
from comms.queries.house import OUT
from contracts import queries as contracts
from contracts.models import Clause
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

MOST = 8


Source = dict[str, str]


def sources_like(user: User, words: str) -> list[Source]:
    """Clauses in force, released texts, messages that went out: a few each, with this label or these words."""
    if not words.strip():
        return []
    clauses = [as_source(user, clause) for clause in _clauses_like(user, words)]
    released = [_as_released(row) for row in released_texts().filter(_holds(words.strip()))[:MOST]]
    return [*clauses, *released, *(_as_said(row) for row in _said_before(user).filter(_has(words.strip()))[:MOST])]


def released_texts() -> QuerySet[ReleasedText]:
    """Settled cases without names and minutes, not withdrawn, the newest first: whoever writes may use them."""
    rows: QuerySet[ReleasedText] = ReleasedText.objects.filter(withdrawn_at=None)
    return rows.select_related("by")


def _holds(words: str) -> Q:
    return Q(label__icontains=words) | Q(text__icontains=words)


def _as_released(row: ReleasedText) -> Source:
    return {"id": str(row.public_id), "label": row.label, "text": row.text}


def _clauses_like(user: User, words: str) -> list[Clause]:
    found: list[Clause] = []
    for version in contracts.own_versions(user):
        if exact := contracts.clause_at(user, version, words):
            found.append(exact)
        hits = (
            contracts.clauses(user, version).filter(text__icontains=words.strip()).select_related("version__agreement")
        )
        found += [clause for clause in hits[:MOST] if clause not in found]
    return found[:MOST]


def _said_before(user: User) -> QuerySet[Version]:
    """Approved words the user may read, the newest first."""
    rows: QuerySet[Version] = Version.objects.visible_to(user, "comms.view")
    return rows.filter(message__state__in=OUT).exclude(body="").select_related("message").order_by("-pk")


def _has(words: str) -> Q:
    return Q(body__icontains=words) | Q(subject__icontains=words) | Q(message__title__icontains=words)


def source(user: User, public_id: str) -> Source | None:
    """The clause with all its parts, or the words of an earlier message, as a source of a brief."""
    try:
        key = uuid.UUID(public_id)
    except ValueError:
        return None
    if clause := contracts.clause(user, public_id):
        return as_source(user, clause)
    if released := released_texts().filter(public_id=key).first():
        return _as_released(released)
    said = _said_before(user).filter(public_id=key).first()
    return _as_said(said) if said else None


def sources_by_id(user: User, ids: Iterable[str]) -> list[Source]:
    """Sources by the ids of clauses or versions. Raises Problem for an id that is neither."""
    found = []
    for public_id in ids:
        row = source(user, str(public_id))
        if row is None:
            raise Problem(
                "no_source",
                _("There is no clause, released text or earlier message with the id %s.") % public_id,
                _("Take ids of clauses from search_agreements."),
            )
        found.append(row)
    return found


def as_source(user: User, clause: Clause) -> Source:
    label = f"{clause.name}{clause.as_amended}, {clause.version}"
    return {"id": str(clause.public_id), "label": label[:160], "text": contracts.full_text(user, clause)}


def _as_said(said: Version) -> Source:
    """As people read it; the day is that of its last change, after which it was approved."""
    day = date_format(timezone.localdate(said.message.changed_at), "j F Y")
    label = _("Message '%(title)s', %(channel)s, %(day)s") % {
        "title": said.message.title[:100], "channel": said.get_channel_display(), "day": day,
    }  # fmt: skip
    text = "\n\n".join(part for part in (said.subject, markup.to_text(said.body)) if part)
    return {"id": str(said.public_id), "label": label[:160], "text": text}
