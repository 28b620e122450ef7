"""Lists about people out of the ordinary: who is on each was worked out by hand."""

import pytest

from tests.members import unusual
from tests.members.roads import people_of
from unionops.platform.core.problems import Problem

LISTS = {
    "name contains nunez": "jose",
    'last name is "nunez pena"': "jose",
    "first name starts with jose": "jose",
    "middle name is thi": "hoa",
    "preferred name is ADA": "ada",
    "language is igbo": "ada",
    "site is MP": "ada jose ivan sum",
    "site contains annex and shift is Days": "shea oskar cher",
    'department is "yard and fleet"': "ada jose ivan sum",
    'department is "Yard & Fleet" and not members': "jose sum",
    "standing is former or retired": "mat jo",
    "hired in 2024": "jose",
    "hired between 2001-01-01 and 2019-12-31": "ada hoa",
    "hired before 2001-01-02": "hoa",
    "hired on 2024-02-29": "jose",
    "member on 2023-01-01": "ada hoa cher jo",
    "left in 2023": "jo",
    "reason for leaving contains moved": "jo",
    "no e-mail": "hoa shea ivan li jo cher",
    'e-mail is "ada@x.example"': "ada",
    "e-mail is x.example": "",
    "e-mail contains x.example": "ada jose mat",
    "e-mail starts with m": "mat",
    'address contains "main st"': "ada",
    "address contains peoria": "cher li",
    'city is "san jose"': "hoa",
    "city is lodz": "mat",
    "city is ŁÓDŹ": "mat",
    'address contains "7½ côte"': "hoa",
    'address contains "12 main st, chicago"': "ada",
    'address is "12 main st."': "ada",
    "address is peoria": "",
    'title contains "&"': "",
    'department contains "&"': "ada jose ivan sum",
    "zip starts with 606": "ada",
    'e-mail consent is "said no"': "jose",
    "grade at least 11 and grade at most 11": "ada ivan",
    "grade > 9": "ada ivan cher",
    "title contains typist": "jo",
    'title is "clerk typist"': "jo",
    "has cell and no e-mail": "ivan li cher",
    'tag is "Picnic, 2026"': "ada hoa",
    "tagged no-calls": "li",
    "never assessed and shift is Evenings": "li",
    'assessment on "Sign the petition" at most 2': "hoa",
    '(shift is Nights or site is "North Annex") and not member': "shea li oskar",
    "not (shift is Days or Nights)": "hoa mat li jo",
    "name contains o'shea": "shea",
    "name contains oshea": "shea",
    "name contains o’shea": "shea",
    "joined in 2020": "ada",
    "dues method is E-Dues": "hoa",
    "suffix is jr": "jose",
    "name contains 李": "li",
    "name contains 小": "li",
    "last name is петров": "ivan",
    'phone contains "312 555"': "ada jose hoa li cher",
    "cell is 312-555-0111": "ada li",
    "phone is 312": "",
    "phone starts with 312": "ada jose hoa li cher",
    'cell contains "7183"': "ivan",
    "heard contains parking": "ada",
    "heard contains PARKING": "ada",
    "talked in 2026": "ada",
    "standing is pending": "shea",
    "first name is not known": "cher",
    "preferred name is not known and site is MP": "jose ivan sum",
    "died in 2026": "oskar",
    "bad e-mail": "shea",
    "bad address": "jo",
    "in unit and no shift": "jo",
    "no unit": "mat",
    "site is known and shift is not Days": "ada hoa ivan li",
    "address is known and city is not peoria": "ada hoa mat",
    'last name is "=SUM(A1)"': "sum",
    "last name starts with ł": "mat",
    "last name starts with lu": "mat",
}


def test_each_list_holds_whom_it_says(as_system):
    keys = {person.pk: name for name, person in unusual.roster(as_system).items()}
    rows = {text: people_of(as_system, text).values_list("pk", flat=True) for text in LISTS}
    assert {text: {keys[key] for key in found} for text, found in rows.items()} == {
        text: set(names.split()) for text, names in LISTS.items()
    }


@pytest.mark.parametrize("text", ["mail came late", "e-mail consent is maybe", "grade at least low"])
def test_what_cannot_be_asked_is_refused(text, as_system):
    with pytest.raises(Problem):
        people_of(as_system, text)
