"""Each number is one person's: a plan gives nobody the number that somebody else has."""

from __future__ import annotations

from members.imports.plan import Entry, Plan, written
from members.matching import Roster, number_key

NUMBERS = ("employee_number", "member_id")


def number_once(plan: Plan, roster: Roster) -> None:
    """Leaves out of the plan each number somebody else has, or an earlier row brought; it is listed as not read."""
    giving = _Giving(roster)
    for at, entry in enumerate(plan.adds):
        if giving.takes_away(entry, entry):
            plan.adds[at] = entry
    for entry in plan.review:
        if entry["apart"]:
            giving.takes_away(entry, entry["person"])
    plan.changes = [
        entry for entry in plan.changes
        if entry["field"] != "member_id" or giving.is_free(entry, "member_id", entry["new"])
    ]  # fmt: skip
    plan.refused += giving.refused


class _Giving:
    def __init__(self, roster: Roster) -> None:
        self.held = {"employee_number": roster.by_number, "member_id": roster.by_member}
        self.given: dict[str, int] = {}
        self.refused: list[Entry] = []

    def takes_away(self, entry: Entry, person: Entry) -> bool:
        """Whether a number was taken out of what the entry says of the person."""
        taken = [slug for slug in NUMBERS if person.get(slug) and not self.is_free(entry, slug, person[slug])]
        person.update(dict.fromkeys(taken))
        return bool(taken)

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
