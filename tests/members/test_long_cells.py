"""A cell longer than its column takes is refused and listed, never cut; the row goes on with what else it says."""

import pytest

from members.imports.rows import LONGEST
from members.life.reasons import said
from members.models import Membership, Person, PostalAddress
from members.placed import JOB_COLUMNS
from members.services.importing import apply_import
from unionops.platform.access.models import BargainingUnit, Employer, Worksite

pytestmark = pytest.mark.django_db
HEADINGS = {
    "employee_number": "Employee ID", "member_id": "Member ID", "last_name": "Last Name", "first_name": "First Name",
    "middle": "Middle Name", "preferred_name": "Preferred Name", "title": "Job Title", "department": "Department",
    "component": "Component", "org": "Org Code", "tour": "Tour of Duty",
    "suffix": "Suffix", "pronouns": "Pronouns", "language": "Language", "station": "Duty Station", "employer": "Agency",
    "unit": "Bargaining Unit", "schedule": "Work Schedule", "pay_plan": "Pay Plan", "series": "Series",
    "grade": "Grade", "step": "Step", "street": "Address", "street2": "Address 2", "city": "City", "state": "State",
    "zip": "ZIP",
}  # fmt: skip
PLAIN = {
    "employee_number": "0012345", "member_id": "M1", "last_name": "Lee", "first_name": "Ann", "middle": "May",
    "preferred_name": "Annie", "title": "Clerk", "department": "Records", "component": "North", "org": "HA-1",
    "tour": "0800-1630", "suffix": "Jr", "pronouns": "she/her", "language": "Spanish", "station": "Pier 4",
    "employer": "Harbor Agency", "unit": "0042", "schedule": "Full-Time", "pay_plan": "GS", "series": "0303",
    "grade": "07", "step": "03", "street": "1 Elm St", "street2": "Apt 2", "city": "Salem", "state": "OR", "zip": "97301",
}  # fmt: skip
OTHERS = [
    ",".join((PLAIN | {"employee_number": f"001235{n}", "member_id": f"M2{n}", "last_name": "Fox", "first_name": "Bo",
                       "preferred_name": "Bobby"}).values()) for n in range(4)
]  # fmt: skip
PLACE = ("street", "street2", "city", "state", "zip")
ELSEWHERE = {"station": Worksite, "employer": Employer, "unit": BargainingUnit}


def test_no_limit_is_wider_than_its_column():
    columns = {
        "member_id": "member_number",
        "second_surname": "last_name",
        "component": "component",
        "department": "department",
        **JOB_COLUMNS,
    }
    for slug, most in LONGEST.items():
        if slug in ELSEWHERE:
            field = ELSEWHERE[slug]._meta.get_field("name")
        elif slug in PLACE:
            field = PostalAddress._meta.get_field(slug)
        elif slug == "left_reason":
            field = Membership._meta.get_field("reason")
        elif slug != "full_name":  # its parts are held against their own columns
            field = Person._meta.get_field(columns.get(slug, slug))
        assert slug == "full_name" or most <= field.max_length, slug


@pytest.mark.parametrize("slug", HEADINGS)
def test_a_cell_too_long_is_refused_and_the_rest_comes_in(as_system, plan_file, slug):
    cells = PLAIN | {slug: "7" * (LONGEST[slug] + 1) if "_" in slug and slug.endswith(("number", "id")) else "ab " * 80}
    lines = [",".join(HEADINGS.values()), ",".join(cells[name] for name in HEADINGS), *OTHERS]
    found = plan_file("\n".join(lines).encode(), "unit", name="long.csv", source="HR", scope="complete")
    (refused,) = found.plan["refused"]
    assert refused["column"] == HEADINGS[slug] and refused["reason"] == f"longer than {LONGEST[slug]} characters"
    assert said(refused["reason"]) == refused["reason"]
    apply_import(by=as_system, roster_import=found, expected_hash=found.plan_hash)
    assert Person.objects.count() == len(OTHERS) + (slug != "last_name")  # nobody new comes in without a name
    assert Person.objects.filter(employee_number="0012350").exists()  # no zeros were set before the others' numbers
