"""What the employer's list changed, line by line: whom to welcome, who left, who moved, whose name is another."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from members import queries
from members.matching import Known
from members.models import Person, PersonChange, RosterImport
from members.models.imports import ChangeKind
from members.normalising import names
from unionops.platform.access.models import User

Item = dict[str, Any]
NAMES = ("new_hires", "separations", "moved_site", "name_changed")


def list_lines(user: User, found: RosterImport, people: dict[int, Known]) -> dict[str, list[Item]]:
    """The four kinds of lines by name, as the import's own plan found them against the roster before it.

    The first list of all brings nobody new: everybody on it has been there.
    """
    plan = found.plan or {}
    lines: dict[str, list[Item]] = {name: [] for name in NAMES}
    if queries.list_before(user, found) is not None:
        lines["new_hires"] = _new(found, plan.get("adds", []))
    lines["separations"] = [
        _line(entry, str(entry.get("why", ""))) | {"is_member": _is_member(people.get(entry["pk"]))}
        for entry in plan.get("leavers", [])
    ]
    lines["moved_site"] = [
        _line(entry, f"{entry.get('old') or '–'} → {entry.get('new')}")
        for entry in plan.get("changes", [])
        if entry.get("field") == "station"
    ]
    lines["name_changed"] = [
        _named(entry, people) | {"note": f"{entry.get('old')} → {entry.get('new')}"}
        for entry in plan.get("name_changes", [])
    ]
    return lines


def _is_member(known: Known | None) -> bool:
    return known is not None and bool(known.facts.get("is_member"))


def _line(entry: Item, note: str) -> Item:
    return {
        "pk": entry.get("pk"),
        "employee_number": entry.get("employee_number"),
        "member_id": entry.get("member_id"),
        "last_name": entry.get("last_name", ""),
        "first_name": entry.get("first_name", ""),
        "paid_cents": 0,
        "codes": [],
        "note": note,
    }


def _named(entry: Item, people: dict[int, Known]) -> Item:
    """A line that only says both names, with the name the roster has now."""
    known = people.get(entry.get("pk") or 0)
    if known is None:
        last, _comma, first = str(entry.get("new", "")).partition(", ")
        return _line(entry | {"last_name": last, "first_name": first}, "")
    return _line(entry | {"last_name": known.name.last, "first_name": known.name.first}, "")


def _new(found: RosterImport, entries: list[Item]) -> list[Item]:
    """People the list brought, each with the record that was made of them once it was applied."""
    by_number, by_name = _made_by(found) if any(entry.get("pk") is None for entry in entries) else ({}, {})
    lines = []
    for entry in entries:
        said = [entry.get("station"), entry.get("title"), entry.get("hire_date") and _("since %s") % entry["hire_date"]]
        line = _line(entry, ", ".join(str(part) for part in said if part))
        if line["pk"] is None:
            name = names.key(f"{entry.get('last_name', '')}{entry.get('first_name', '')}")
            line["pk"] = by_number.get(entry.get("employee_number") or "") or by_name.get(name)
        lines.append(line)
    return lines


def _made_by(found: RosterImport) -> tuple[dict[str, int], dict[str, int]]:
    """{number: key} and {name: key} of the people this import made; a name of two of them names neither."""
    made = PersonChange.objects.filter(roster_import=found, kind=ChangeKind.ADD).values("person")
    numbers: dict[str, int] = {}
    named: dict[str, int] = {}
    twice = set()
    rows = Person.objects.filter(pk__in=made).values_list("pk", "employee_number", "last_name", "first_name")
    for pk, number, last, first in rows:
        name = names.key(f"{last}{first}")
        twice |= {name} if name in named else set()
        named[name] = pk
        if number:
            numbers[number] = pk
    return numbers, {name: pk for name, pk in named.items() if name not in twice}
