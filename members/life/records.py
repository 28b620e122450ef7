"""A person's whole record, for the person: everything every app holds about them, in plain JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from members import queries
from members.life import notes, timeline
from members.models import Duplicate, Person
from unionops.platform.access.models import User
from unionops.platform.audit.queries import about
from unionops.platform.core.registry import Registry

LEFT_OUT = {"id", "person", "source_import", "ended_by", "roster_import", "public_id", "turf", "canvass"}
PARTS = {
    "emails": "emails", "phones": "phones", "addresses": "addresses", "consents": "consents",
    "placements": "placements", "memberships": "memberships", "payments": "payments", "changes": "changes",
    "conversations": "conversations", "assessments": "assessments",
    "earlier_notes": "earlier_notes", "taggings": "tags",
    "other_numbers": "other_numbers", "follow_ups": "follow_ups",
    "committee_terms": "committees", "turf_places": "walk_lists",
}  # fmt: skip
"""{related name of our tables: name in the record}"""

Part = Callable[[User, Person], Iterable[dict[str, Any]] | None]
parts: Registry[Part] = Registry()


def register(name: str, part: Part) -> Part:
    """`part(user, person)` gives rows of plain values the user may see; None when their office may see none at all."""
    return parts.register(name, part)


def whole_record(user: User, person: Person) -> dict[str, Any]:
    """Every row about the person, by kind, with their line of time as the viewer may see it.

    `not_in_this_file` names the kinds that the office of whoever made the file may not read; whether there
    are any is not said.
    """
    record: dict[str, Any] = {"person": row_of(person) | {"id": str(person.public_id), "name": person.name}}
    for attribute, name in PARTS.items():
        record[name] = [row_of(row) for row in getattr(person, attribute).all()]
    record["earlier_notes"] = list(_earlier_notes(person))
    closed = []
    for name in parts.names():
        rows = parts[name](user, person)
        closed += [name] if rows is None else []
        record[name] = list(rows or ())
    record["merged_records"] = [row_of(row) for row in merged_into(person)]
    record["account"] = list(_account(person))
    record["seen_and_changed_by"] = list(_trail(user, person))
    record["timeline"] = [
        {"on": entry.day.isoformat(), "what": entry.title, "detail": "" if entry.is_withdrawn else entry.detail}
        for entry in timeline.entries(user, person)
    ]
    record["not_in_this_file"] = [{"kind": name, "why": _("the office that made this file may not read it")}
                                  for name in closed]  # fmt: skip
    return record


def _earlier_notes(person: Person) -> Iterable[dict[str, Any]]:
    """What notes said before they were corrected; of one taken back, which may be about somebody else, only when."""
    rows = list(person.earlier_notes.all())
    withdrawn = notes.withdrawn(rows)
    for row in rows:
        if row.note not in withdrawn:
            yield row_of(row)
        elif row.is_removed:
            yield {"kind": row.kind, "is_removed": True, "at": str(row.at)}


def goes_on_as(user: User, public_id: UUID) -> Person | None:
    """The record a merged one became part of, when the user may see it: links to the old one are kept for ever."""
    for _merge in range(LONGEST_CHAIN):
        one, other = (models.Q(**{f"{side}__public_id": public_id, f"{side}__erased_at__isnull": False})
                      for side in ("first", "second"))  # fmt: skip
        pair = (
            Duplicate.objects.filter(one | other, state=Duplicate.State.MERGED)
            .select_related("first", "second")
            .first()
        )
        if pair is None:
            return None
        onward = pair.second if pair.first.public_id == public_id else pair.first
        if onward.erased_at is None:
            return queries.people(user).filter(pk=onward.pk).first()
        public_id = onward.public_id
    return None


LONGEST_CHAIN = 10


def merged_into(person: Person) -> list[Person]:
    """Records that were set aside because they turned out to be this person, and those merged into them before."""
    found: dict[int, Person] = {}
    waiting = [person]
    while waiting:
        kept = waiting.pop()
        mine = models.Q(first=kept) | models.Q(second=kept)
        for pair in Duplicate.objects.filter(mine, state=Duplicate.State.MERGED).select_related("first", "second"):
            other = pair.second if pair.first_id == kept.pk else pair.first
            if other.erased_at and other.pk != person.pk and other.pk not in found:
                found[other.pk] = other
                waiting.append(other)
    return list(found.values())


def _account(person: Person) -> Iterable[dict[str, Any]]:
    """The account to sign in with, and the offices held through it."""
    for account in User.objects.filter(person=person.public_id):
        yield {"email": account.email, "name": account.name, "is_active": account.is_active}
        for role in account.role_assignments.order_by("since"):
            yield _term(role) | {"office": str(role.get_role_display())}
        for place in account.stewardships.select_related("unit", "worksite").order_by("since"):
            yield _term(place) | {"steward_for": str(place)}


def _term(term: Any) -> dict[str, Any]:
    ended = term.ended_at.date() if term.ended_at else term.until
    return {"since": str(term.since)} | ({"until": str(ended)} if ended else {})


def _trail(user: User, person: Person) -> Iterable[dict[str, Any]]:
    """Who looked at the record or changed it, and when."""
    for event in about(user, person.public_id)[:1000]:
        yield {"at": str(event.at), "what": event.said, "by": str(event.actor or "")}


def row_of(row: Any) -> dict[str, Any]:
    """The columns of a row that hold something, keys inside left out."""
    found = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.name)
        if field.name not in LEFT_OUT and value not in (None, ""):
            found[field.name] = value if isinstance(value, bool | int | dict | list) else str(value)
    return found
