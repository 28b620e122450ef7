"""Plans and counts as programs and pages read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from members.imports.plan import written
from members.labels import label, said
from members.matching import name_of
from members.models import ImportState, RosterImport, followups
from unionops.platform.core.asked import whole
from unionops.platform.core.text import fold

INSIDE = {"pk", "pks", "apart"}
CLASSES = (
    "adds", "leavers", "changes", "name_changes", "id_corrections", "renames", "duplicates", "review", "refused",
    "outside", "held", "cosmetic", "fills",
)  # fmt: skip


def import_report(found: RosterImport) -> dict[str, Any]:
    """The plan without our inner keys, with totals and where the import is."""
    plan = found.plan
    shown: dict[str, Any] = {name: [_shown(entry) for entry in plan[name]] for name in CLASSES}
    shown["unchanged"] = plan["unchanged"]
    applied = found.state == ImportState.APPLIED
    kept = found.head
    return {
        "plan": shown,
        "totals": found.totals,
        "applied": applied,
        "import_id": str(found.public_id),
        "plan_hash": found.plan_hash,
        "mapping": found.mapping,
        "dropped_columns": kept["dropped"],
        "set_aside": [{"row": row, "kind": kind, "text": text} for row, kind, text in kept["aside"]],
    }


def _shown(entry: Any) -> Any:
    if isinstance(entry, list):
        return [_shown(part) if isinstance(part, dict) else part for part in entry]
    found = {
        name: _shown(value) if isinstance(value, list) else value for name, value in entry.items() if name not in INSIDE
    }
    if "email" not in found and found.get("work_email"):
        found["email"] = found["work_email"]
    return found


def without_keys(found: dict[str, Any]) -> dict[str, Any]:
    """A reconciliation without our inner keys."""
    return {
        name: [_shown(item) if isinstance(item, dict) else item for item in value] if isinstance(value, list) else value
        for name, value in found.items()
    }


TABS = {
    "adds": _("New on the list"),
    "changes": _("Changed"),
    "name_changes": _("Names changed"),
    "leavers": _("No longer listed"),
    "review": _("To be decided"),
    "duplicates": _("Twice in the file"),
    "renames": _("Renamed places"),
    "id_corrections": _("Numbers corrected"),
    "refused": _("Cells not read"),
    "outside": _("Outside the unit"),
}
PAGE, DOUBTS = 100, 20


@dataclass(frozen=True)
class Tab:
    name: str
    label: Any
    count: int


def _change(entry: dict[str, Any]) -> dict[str, Any]:
    """A changed field in words."""
    values = {name: said(entry["field"], entry[name]) for name in ("old", "new")}
    return entry | values | {"label": label(entry["field"])}


def _as_it_is(entry: Any) -> Any:
    return entry


def _moved(entry: dict[str, Any]) -> dict[str, Any]:
    return entry | {"label": label(entry["kind"])}


def _doubt(entry: dict[str, Any]) -> dict[str, Any]:
    """A doubtful row beside the people it may be: (label, the file's value, [(value, 'same', 'differs' or '')])."""
    sides = [_told(entry["person"]), *map(_told, entry["candidates"])]
    lines = []
    for slug in ("name", *COMPARED):
        theirs, *ours = (said(slug, side.get(slug)) for side in sides)
        if theirs or any(ours):
            lines.append((label(slug), theirs, [(value, _likeness(theirs, value)) for value in ours]))
    return entry | {"lines": lines}


def _told(person: dict[str, Any]) -> dict[str, Any]:
    return person | {"name": written(name_of(person))}


def _likeness(one: str, other: str) -> str:
    return ("same" if fold(one) == fold(other) else "differs") if one and other else ""


COMPARED = ("employee_number", "member_id", "unit", "station", "department", "title", "tour", "hire_date", "email",
            "phone", "status", "dues_amount")  # fmt: skip
SHOWN_AS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "changes": _change, "renames": _moved, "review": _doubt,
}  # fmt: skip


def preview(found: RosterImport, tab: str, page: str) -> dict[str, Any]:
    """One class of the plan, a page at a time, with the counts of all."""
    plan = found.plan
    if plan is None:
        return {"tabs": []}
    tabs = [Tab(name, label, len(plan[name])) for name, label in TABS.items() if plan[name]]
    current = tab if tab in {one.name for one in tabs} else (tabs[0].name if tabs else "")
    at, size = whole(page), DOUBTS if current == "review" else PAGE
    entries = plan[current] if current else []
    shown = entries[at * size : (at + 1) * size]
    show: Callable[[Any], Any] = SHOWN_AS.get(current, _as_it_is)
    return {
        "tabs": tabs, "tab": current, "entries": [show(entry) for entry in shown], "plan": plan,
        "earlier": f"?tab={current}&page={at - 1}" if at else "",
        "later": f"?tab={current}&page={at + 1}" if len(entries) > (at + 1) * size else "",
        "kept": found.head,
    }  # fmt: skip


LISTED = {
    "new_hires": (_("New hires to welcome"), _("Meet them within two weeks and ask them to join.")),
    "separations": (
        _("Separated"),
        _("No longer on the employer's list. Retired, transferred, dismissed? Ask, and stop the dues."),
    ),
    "moved_site": (_("Moved to another site"), _("Tell their steward, old and new.")),
    "name_changed": (_("Another name"), _("Was it changed, or mistyped? Ask before anything is printed.")),
}
"""What the employer's list changed; these are of one month and not held against the month before."""
SECTIONS = {
    **LISTED,
    "paying_not_member": (
        _("Paying, but not a member"),
        _("A form went straight to payroll. Welcome them and ask for the card."),
    ),
    "members_not_remitted": (
        _("Member by payroll, but no money came"),
        _("Leave without pay, an SF-1188, or separated? Ask."),
    ),
    "amount_differs": (_("The amount is not what it should be"), _("A promotion or a rate change; tell payroll.")),
    "left_the_unit_still_paying": (_("Left the unit, still paying"), _("Refund and stop the deduction.")),
    "failed_payments": (_("Card or bank payment failed"), _("Call within three days.")),
    "paid_twice": (_("Charged twice"), _("Refund one of them.")),
    "in_unit_not_paying": (
        _("In the unit, not paying"),
        _("People to ask, and members whose dues did not come. Represented equally all the same."),
    ),
    "not_in_unit": (_("Members who are not in the unit"), _("Retired, promoted or separated.")),
    "refunded": (_("Money given back"), _("Nothing to do; kept for the books.")),
    "unmatched_lines": (_("Lines nobody fits"), _("Look for the person by hand.")),
}


DIED = (_("Has died; the day is not known"), _("Ask the family or HR for the day, write it, and see to the benefits."))
ASKED = (_("Asked of the steward"), _("Talk with them, then write how it ended."))
TASKS = {**SECTIONS, "died": DIED, followups.ASKED: ASKED}
"""What somebody may have to look after."""


def sections_of(found: dict[str, Any]) -> list[tuple[str, Any, Any, list[Any]]]:
    """(name, title, what to do, people) of each difference that has somebody in it."""
    return [(name, title, advice, found[name]) for name, (title, advice) in SECTIONS.items() if found[name]]


@dataclass(frozen=True)
class Moved:
    """One difference, held against the same difference of the lists before."""

    name: str
    title: Any
    fresh: list[Any]
    settled: list[Any]
    still: list[Any]


def changes_since(now: dict[str, Any], before: dict[str, Any]) -> list[Moved]:
    """What is new, what is settled and what is still open, for each difference that has any of them."""
    left_out = before.get("not_comparable", ())
    moved = []
    for name, (title, _advice) in SECTIONS.items():
        ours = {_who(item): item for item in now[name]}
        theirs = {_who(item): item for item in before[name]}
        if name not in left_out and name not in LISTED and (ours or theirs):
            fresh = [item for who, item in ours.items() if who not in theirs]
            settled = [item for who, item in theirs.items() if who not in ours]
            moved.append(Moved(name, title, fresh, settled, [ours[who] for who in ours if who in theirs]))
    return moved


def _who(item: dict[str, Any]) -> tuple[Any, ...]:
    """The person; for a line nobody fits, what the report calls them."""
    if item["pk"] is not None:
        return (item["pk"],)
    number = item["employee_number"] or item["member_id"]
    return ("", number) if number else ("", fold(item["last_name"]), fold(item["first_name"]))


LIST_CHANGES = ("adds", "leavers", "changes", "name_changes", "renames")


def list_changes(found: RosterImport) -> list[Tab]:
    """What the employer's list changed against the one before: whom to welcome, who left, who moved or is renamed."""
    plan = found.plan or {}
    return [Tab(name, TABS[name], len(plan[name])) for name in LIST_CHANGES if plan.get(name)]
