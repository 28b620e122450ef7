"""What a list must say before it can be read: who its rows are about, and what was paid."""

from __future__ import annotations

from unionops.platform.core.problems import Problem

NEEDED = frozenset({"no_names", "only_last_names", "no_amounts", "no_people"})
"""Codes of what a person can mend by saying which column is which."""


def check_mapping(mapping: dict[str, str], kind: str) -> None:
    """Raises Problem when what the kind needs is missing."""
    slugs = set(mapping.values())
    if kind in {"unit", "members"} and not {"full_name", "last_name"} & slugs:
        raise Problem("no_names", "No column with names was found.", "Say which column holds the names.")
    if kind in {"unit", "members"} and not {"full_name", "first_name", "employee_number", "member_id"} & slugs:
        raise Problem(
            "only_last_names",
            "Only a column with last names was found: that cannot tell people apart.",
            "Say which column holds first names, or the employee or member numbers.",
        )
    if kind in {"remittance", "edues"} and "amount" not in slugs:
        raise Problem("no_amounts", "No column with amounts was found.", "Say which column holds the amounts.")
    who = {"full_name", "last_name", "employee_number", "member_id", "email"}
    if not who & slugs:
        raise Problem("no_people", "No column says who each row is about.", "Say which column holds names or numbers.")
