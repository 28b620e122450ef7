"""A person's whole record, for the person: everything the roster holds, in plain JSON."""

from __future__ import annotations

from typing import Any

from members import timeline
from members.models import Person
from unionops.platform.access.models import User

LEFT_OUT = {"id", "person", "source_import", "ended_by", "roster_import", "public_id"}
PARTS = ("emails", "phones", "addresses", "consents", "placements", "memberships", "payments", "changes",
         "conversations", "assessments", "taggings", "other_numbers")  # fmt: skip


def whole_record(user: User, person: Person) -> dict[str, Any]:
    """Every row about the person, by kind, and their line of time as the viewer may see it."""
    record: dict[str, Any] = {"person": _row(person) | {"id": str(person.public_id), "name": person.name}}
    for part in PARTS:
        record[part] = [_row(row) for row in getattr(person, part).all()]
    record["timeline"] = [
        {"on": entry.day.isoformat(), "what": entry.title, "detail": entry.detail}
        for entry in timeline.entries(user, person)
    ]
    return record


def _row(row: Any) -> dict[str, Any]:
    found = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.name)
        if field.name not in LEFT_OUT and value not in (None, ""):
            found[field.name] = value if isinstance(value, bool | int | dict | list) else str(value)
    return found
