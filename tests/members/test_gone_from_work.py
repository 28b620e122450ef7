"""A list of the employer that still shows who has gone, with their last day at work."""

import datetime

import pytest

from members.imports.columns import guess
from unionops.platform.sheets.reading import parse

NOW = """\
Emp ID,Last Name,First Name,Job Title,Last Day Worked
104401,Vance,Odette,Lineman,
104402,Iturbe,Sol,Lineman,
104403,Wray,Cato,Splicer,
"""
LATER = NOW.replace("104402,Iturbe,Sol,Lineman,", "104402,Iturbe,Sol,Lineman,10/30/2026").replace(
    "104403,Wray,Cato,Splicer,", "104403,Wray,Cato,Splicer,12/31/2026"
)
NEW = LATER + "104404,Okoro,Lena,Splicer,11/01/2026\n"


@pytest.mark.django_db
def test_who_has_had_the_last_day_left_and_who_will_have_it_is_still_there(plan_file, apply_file):
    apply_file(NOW, as_of=datetime.date(2026, 10, 15))
    day = datetime.date(2026, 11, 15)
    plan = plan_file(NEW, as_of=day).plan
    gone = [(who["employee_number"], who["why"]) for who in plan["leavers"]]
    assert gone == [("104402", "last day at work was 2026-10-30")]
    assert [who["employee_number"] for who in plan["outside"]] == ["104404"] and plan["adds"] == []
    assert plan_file(NEW, as_of=day, scope="partial").plan["leavers"] == []


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("JOBTTL", "title"),
        ("MINTL", "middle"),
        ("DPRTMNT", "department"),
        ("TRAINING", None),
        ("LOCKERS", None),
    ],
)
def test_a_heading_without_its_vowels_is_known_by_its_consonants(heading, expected):
    cells = {"title": "Splicer", "middle": "R", "department": "Lines"}.get(str(expected), "yes")
    text = f"EMPNO,LNAME,FNAME,{heading}\n104401,Vance,Odette,{cells}\n104402,Iturbe,Sol,{cells}\n"
    assert guess(parse(text.encode(), "old.csv"), "unit").get(heading) == expected
