"""Each number is one person's: a plan gives nobody the number that somebody else has."""

from __future__ import annotations

from collections.abc import Iterator

from members.imports.plan import Entry, Plan, written
from members.matching import Roster, number_key

NUMBERS = ("employee_number", "member_id")


def number_once(plan: Plan, roster: Roster) -> None:
    """Leaves out of the plan each number somebody else has, or an earlier row brought; it is listed as not read."""
    giving = _Giving(roster)
    for entry, person in _people(plan):
        for slug in NUMBERS:
            if person.get(slug) and not giving.is_free(entry, slug, person[slug]):
                person[slug] = None
    plan.changes = [
        entry for entry in plan.changes
        if entry["field"] != "member_id" or giving.is_free(entry, "member_id", entry["new"])
    ]  # fmt: skip
    plan.refused += giving.refused


def _people(plan: Plan) -> Iterator[tuple[Entry, Entry]]:
    """(entry, what it says of the person) of everybody who comes onto the roster or onto this list."""
    yield from ((entry, entry) for entry in plan.adds)
    yield from ((entry, entry["person"]) for entry in plan.review if entry["apart"])


class _Giving:
    def __init__(self, roster: Roster) -> None:
        self.held = {"employee_number": roster.by_number, "member_id": roster.by_member}
        self.given: dict[str, int] = {}
        self.refused: list[Entry] = []

    def is_free(self, entry: Entry, slug: str, number: str) -> bool:
        """Two new people of one employee number were told apart before."""
        holder = self.held[slug].get(number_key(number))
        if holder is not None and holder.pk != entry.get("pk"):
            who = written(holder.name)
        elif slug == "member_id" and self.given.setdefault(number, entry["row"]) != entry["row"]:
            who = f"row {self.given[number]}"
        else:
            return True
        reason = f"this is the number of {who}, so nobody else was given it"
        self.refused.append({"row": entry["row"], "column": slug.replace("_", " "), "value": number, "reason": reason})
        return False
