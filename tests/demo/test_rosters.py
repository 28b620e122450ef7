"""The demo's files: this month's list against next month's holds exactly the promised changes."""

import csv
import datetime

from unionops.demo import rosters
from unionops.demo.people import people

DAY = datetime.date(2026, 11, 20)


def read(text: str) -> dict[str, dict[str, str]]:
    return {row["Employee ID"]: row for row in csv.DictReader(text.splitlines())}


def test_member_list_has_every_member_once() -> None:
    everybody = people(DAY)
    rows = read(rosters.member_list(everybody))
    assert len(rows) == sum(person.is_member for person in everybody)


def test_next_month_changes_what_it_says() -> None:
    everybody = people(DAY)
    month = rosters.next_month(everybody, DAY)
    before, after = read(rosters.unit_list(everybody)), read(rosters.unit_list(month.people))
    both = before.keys() & after.keys()
    assert len(after.keys() - before.keys()) == month.hired == 11
    assert len(before.keys() - after.keys()) == month.left == 4
    assert sum(before[key] != after[key] for key in both) == month.changed + month.renamed
    assert sum(before[key]["Name"] != after[key]["Name"] for key in both) == month.renamed
