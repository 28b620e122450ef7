"""Whatever an agency calls its columns and however it writes its list: the same people, the same plan."""

import copy

import pytest

from members.imports.builder import build
from members.imports.columns import guess
from members.imports.fields import HEADING_WORDS
from members.imports.plan import Request, known_from_row
from members.matching import Roster
from members.placed import LIST_FIELDS
from tests.members.layouts import AGENCIES, people
from tests.members.roads import rows_of
from unionops.platform.sheets.reading import parse


def read(agency, rows, width=8):
    data, name = agency(rows)
    table = parse(data, name, words=HEADING_WORDS)
    return rows_of(table, guess(table, "unit"), width=width)


def known(read_file):
    """What the roster holds after the file was applied."""
    plan = build(read_file, Roster([]), Request("unit", "complete"))
    found = []
    for at, entry in enumerate(plan.adds, start=1):
        person = known_from_row(at, entry, "")
        person.facts.update({slug: entry[slug] for slug in LIST_FIELDS if entry.get(slug)})
        person.in_unit = True
        found.append(person)
    return found


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.__name__)
def test_every_person_is_read(agency):
    rows = people()
    found = read(agency, rows)
    assert len(found.rows) == len(rows)
    assert [row["employee_number"] for row in sorted(found.rows, key=lambda r: r["employee_number"])] == sorted(
        r["id"] for r in rows
    )
    assert all(row.get("hire_date") in {r["hired"] for r in rows} for row in found.rows)
    assert {row["grade"] for row in found.rows} == {f"{r['grade']:02d}" for r in rows}


@pytest.mark.parametrize("after", AGENCIES, ids=lambda agency: f"to_{agency.__name__}")
@pytest.mark.parametrize("before", AGENCIES, ids=lambda agency: f"from_{agency.__name__}")
def test_the_same_people_in_another_layout_change_nothing(before, after):
    rows = people()
    plan = build(read(after, rows), Roster(known(read(before, rows))), Request("unit", "complete"))
    assert (plan.adds, plan.leavers, plan.changes, plan.name_changes, plan.review) == ([], [], [], [], [])
    assert plan.unchanged == len(rows)


@pytest.mark.parametrize("after", AGENCIES, ids=lambda agency: agency.__name__)
def test_a_month_of_changes_is_found_in_any_layout(after):
    rows = people()
    before = known(read(AGENCIES[0], rows))
    later = copy.deepcopy(rows)
    later[3]["step"] += 1
    later[9]["site"] = "Lakeside Clinic"
    later[14]["last"] = "Castellanos"
    swapped = later[21]["id"]
    later[21]["id"] = swapped[:5] + swapped[6] + swapped[5] + swapped[7:]
    gone, newcomer = later.pop(40), {**people(seed=9)[1], "id": "77000001", "last": "Newman"}
    plan = build(read(after, [*later, newcomer]), Roster(before), Request("unit", "complete"))
    assert [entry["employee_number"] for entry in plan.adds] == ["77000001"]
    assert [entry["employee_number"] for entry in plan.leavers] == [gone["id"]]
    assert sorted((e["employee_number"], e["field"]) for e in plan.changes) == sorted(
        [(rows[3]["id"], "step"), (rows[9]["id"], "station")]
    )
    assert [entry["employee_number"] for entry in plan.name_changes] == [rows[14]["id"]]
    assert [(e["employee_number"], e["shown"]) for e in plan.id_corrections] == [(swapped, later[21]["id"])]


def test_a_partial_list_removes_nobody():
    rows = people()
    plan = build(read(AGENCIES[4], rows[:20]), Roster(known(read(AGENCIES[0], rows))), Request("unit", "partial"))
    assert plan.leavers == []
