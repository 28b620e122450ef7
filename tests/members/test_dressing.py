"""The shared month written down by other offices: whatever the headings, order and kind of file, the same facts are read."""

import pytest

from members.imports.columns import guess
from members.imports.fields import HEADING_WORDS
from members.imports.needed import check_mapping
from tests.members import dressing
from tests.members.dressing import DUES, EDUES, MEMBERS, NEXT, UNIT, Dresser
from tests.members.roads import rows_of
from unionops.platform.sheets.reading import parse

JOB = ("employee_number", "last_name", "first_name", "middle", "suffix", "pay_plan", "series", "grade", "step", "title", "org",
       "station", "schedule", "tour", "hire_date", "unit")  # fmt: skip
PERSON = ("member_id", "last_name", "first_name", "middle", "suffix", "preferred_name", "street", "city", "zip", "phone",
          "home_phone", "email", "work_email", "employer", "station", "tour", "join_date", "dues_method", "dues_amount",
          "status", "notes")  # fmt: skip
MONEY = ("last4", "last_name", "first_name", "middle", "amount", "code", "employer")
SHOP = ("member_id", "email", "amount", "payment_status", "failure_reason", "paid_on")
FILES = {
    UNIT: ("unit", dressing.unit_rows, Dresser.unit, JOB),
    NEXT: ("unit", dressing.next_rows, Dresser.unit, JOB),
    MEMBERS: ("members", dressing.member_rows, Dresser.members, PERSON),
    EDUES: ("edues", dressing.edues_rows, Dresser.edues, SHOP),
}


def facts(data, name, kind, fields):
    table = parse(data, name, words=HEADING_WORDS)
    mapping = guess(table, kind)
    check_mapping(mapping, kind)
    return sorted(tuple(str(row.get(slug, "")).upper() for slug in fields) for row in rows_of(table, mapping).rows)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", FILES)
def test_another_office_writes_the_same_list(shared, name, seed):
    kind, read, dress, fields = FILES[name]
    path = shared / "data" / "rosters" / name
    office = Dresser(f"{name}{seed}")
    header, rows = dress(office, read(path))
    ways = [office.text, office.book, office.fixed] if kind == "unit" else [office.text, office.book]
    data, file_name = office.dice.choice(ways)(header, rows)
    assert facts(data, file_name, kind, fields) == facts(path.read_bytes(), name, kind, fields)


@pytest.mark.parametrize("seed", range(4))
def test_another_provider_prints_the_same_dues(shared, seed):
    path = shared / "data" / "rosters" / DUES
    data, file_name = Dresser(f"{DUES}{seed}").dues(dressing.dues_rows(path))
    assert facts(data, file_name, "remittance", MONEY) == facts(path.read_bytes(), DUES, "remittance", MONEY)
