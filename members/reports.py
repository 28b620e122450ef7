"""Plans and counts as programs and pages read them."""

from __future__ import annotations

from typing import Any

from members.models import ImportState, RosterImport

INSIDE = {"pk", "pks", "apart"}
CLASSES = (
    "adds", "leavers", "changes", "name_changes", "id_corrections", "renames", "duplicates", "review", "refused",
    "outside", "held", "cosmetic",
)  # fmt: skip


def import_report(found: RosterImport) -> dict[str, Any]:
    """The plan without our inner keys, with totals and where the import is."""
    plan = found.plan
    shown: dict[str, Any] = {name: [_shown(entry) for entry in plan[name]] for name in CLASSES}
    shown["unchanged"] = plan["unchanged"]
    applied = found.state == ImportState.APPLIED
    kept = found.rows
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
