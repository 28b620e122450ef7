"""Lists as people say them are read into the strict words, whole or not at all."""

from collections.abc import Callable

import pytest

from members import queries
from members.models import Committee, Person, PostalAddress, RosterImport, Tag
from members.segments.known import unheard_of
from members.segments.plainly import read
from members.segments.words import in_words, parse
from members.services.lists import save_segment
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

UNIT = """\
Employee ID,Last Name,First Name,Duty Station,Department,Shift,Position Title,Grade,Work Schedule,Hire Date,Pay Plan,Preferred Language
000101,Nunez,Ana,Erie,Records Bureau,Nights,Dock Clerk,05,Full-Time,2012-03-04,GS,Spanish
000102,Obrien,Sean,Erie,Records Bureau,Days,Crane Operator,11,Part-Time,2015-06-15
000103,Park,Jin,Mercer Street,Cargo,Nights,Crane Operator,11,Full-Time,2021-11-30
000104,Lund,Ida,Mercer Street,Cargo,Evenings,Nurse Manager,09,Full-Time,2019-02-28
000105,Ode,Femi,Pier 9,Cargo,Days,Dock Clerk,07,Full-Time,2008-01-09,GS,English
000106,Quist,Per,Erie,Cargo,Days,Senior Claims Examiner,09,Full-Time,2022-05-02,GS,English
"""
MEMBERS = """\
Member No,Employee ID,Last Name,First Name,Dues Method,Join Date,Personal Email
M001,000101,Nunez,Ana,SF-1187,2020-01-05,ana@mail.example
M002,000102,Obrien,Sean,E-Dues,2016-02-01,
M004,000104,Lund,Ida,SF-1187,2024-06-01,ida@other.example
M005,000105,Ode,Femi,SF-1187,2015-06-01,femi@mail.example
"""
DUES = 'Employee ID,Name,Deduction\n000101,"Nunez, Ana",20.00\n000104,"Lund, Ida",20.00\n'
LATER_DUES = 'Employee ID,Name,Deduction\n000104,"Lund, Ida",20.00\n000105,"Ode, Femi",20.00\n'

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(apply_file: Callable[..., RosterImport]) -> None:
    apply_file(UNIT)
    apply_file(MEMBERS, "members", source="Local")
    Committee.objects.create(name="Safety committee")
    Tag.objects.create(name="Button")
    PostalAddress.objects.create(person=Person.objects.get(last_name="Nunez"), street="1 Elm St", city="Salem")


SAID = [
    ("members at Erie", "member is yes and site is Erie"),
    ("Members not at Erie", "member is yes and site is not Erie"),
    ("non-members at Mercer Street on nights", 'standing is nonmember and site is "Mercer Street" and shift is Nights'),
    ("nurses hired before 2020", "title contains nurse and hired before 2020"),
    ("members hired after 1 January 2015", "member is yes and hired after 2015-01-01"),
    ("members without e-mail", "member is yes and e-mail is not known"),
    ("members with an mail.example address", "member is yes and e-mail contains mail.example"),
    ("clerks or nurses at Erie", "title contains clerk or nurse and site is Erie"),
    ("clerks, nurses", "title contains clerk or nurse"),
    ("grade 7 or above", "grade at least 7"),
    ("members on payroll deduction", "member is yes and dues method is payroll"),
    ("people in Cargo who are not members", "department is Cargo and member is no"),
    ("members at Erie not paying hired before 2020", "member is yes and site is Erie and paying is no and hired before 2020"),
    ("not at Erie or Pier 9", 'site is not Erie or "Pier 9"'),
    ("everyone but nurses", "title does not contain nurse"),
    ("part-time members", "schedule is Part-Time and member is yes"),
    ("hired before 2000 or after 2020", "(hired before 2000) or (hired after 2020)"),
    ("people hired after 3/15/2012 and before 2018", "hired after 2012-03-15 and hired before 2018"),
    ("site is Erie, members", "site is Erie and member is yes"),
    ("members named Ana", "member is yes and name contains Ana"),
    ("members with more than 10 years of service as of 10/1/2026", "member is yes and hired before 2016-10-01"),
    ("members at Erie or non-members at Mercer Street",
     '(member is yes and site is Erie) or (standing is nonmember and site is "Mercer Street")'),
    ("claims examiners at Erie", 'title contains "claims examiner" and site is Erie'),
    ("everyone in Cargo except claims examiners", 'department is Cargo and title does not contain "claims examiner"'),
    ("nonmembers in the unit hired in the last 2 years",
     "standing is nonmember and in unit is yes and hired in the last 2 years"),
    ("members not in the unit", "member is yes and in unit is no"),
    ("retirees outside the unit with a cell phone", "standing is retired and in unit is no and cell is known"),
    ("non-members never talked with at Erie", "standing is nonmember and talked is not known and site is Erie"),
    ("members who have never been talked with", "member is yes and talked is not known"),
    ("members who were never assessed", "member is yes and assessed is not known"),
    ("members of the safety committee", 'committee is "Safety committee"'),
    ("people not on the safety committee", 'committee is not "Safety committee"'),
    ("stewards at Erie", "office is steward and site is Erie"),
    ("GS employees at Erie", 'pay plan is GS and site is Erie'),
    ("GS-9 and above", "pay plan is GS and grade at least 9"),
    ("Spanish speakers on nights", "language is Spanish and shift is Nights"),
    ("people who said no to text messages", "text consent is revoked"),
    ("everybody hired this year who isn't a member yet", "hired is this year and member is no"),
    ("payroll members who joined after June 2019", "dues method is payroll and member is yes and joined after 2019-06"),
    ("hired between March 2012 and June 2016", "hired from 2012-03 and hired to 2016-06"),
    ("hired in 2012 to 2016", "hired from 2012 and hired to 2016"),
    ("new hires since September 1, 2021", "hired from 2021-09-01"),
    ("members hired in 2012, 2015 or 2019", "member is yes and hired is 2012 or 2015 or 2019"),
    ("people assessed 3 or worse", "assessment at least 3"),
    ("people assessed 1 or 2", "assessment is 1 or 2"),
    ("clerks not tagged Button", "title contains clerk and tag is not Button"),
    ("cash payers", "dues method is cash"),
    ("annual payers at Erie", "dues method is annual and site is Erie"),
    ("members who live in Salem", "member is yes and city is Salem"),
    ("people we have no cell number for", "cell is not known"),
    ("miembros del turno de noche en Erie", "member is yes and shift is Nights and site is Erie"),
    ("no miembros contratados en los últimos 2 años", "standing is nonmember and hired in the last 2 years"),
    ("contratados entre el 1 de marzo de 2012 y el 30 de junio de 2016", "hired from 2012-03-01 and hired to 2016-06-30"),
    ("miembros sin celular que no están en Pier 9", 'member is yes and cell is not known and site is not "Pier 9"'),
    ("personas sin delegado", "covered is no"),
    ("todos en Erie excepto los de grado 9 o más", "site is Erie and not (grade at least 9)"),
]  # fmt: skip


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(("said", "strict"), SAID)
def test_what_people_say_is_read_as_the_strict_words(said: str, strict: str) -> None:
    assert in_words(read(said)) == in_words(parse(strict))


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    "said",
    ["members who like cats", "frobnicators at Erie", "members at Eire", "members hired in the 1990s", "members at",
     "members (at Erie", "not", "people", "members working with",
     "miembros que comen", "speakers", "members assessed 9"],
)  # fmt: skip
def test_a_word_that_is_not_understood_leaves_the_question_unasked(said: str) -> None:
    with pytest.raises(Problem):
        read(said)


@pytest.mark.usefixtures("people")
def test_strict_words_are_read_as_they_always_were() -> None:
    for text in ("standing is member and shift is Nights", 'title is "Dock Clerk"', "no e-mail", ""):
        assert in_words(read(text)) == in_words(parse(text))


@pytest.mark.usefixtures("people")
def test_who_pays_is_said_by_the_newest_file_of_each_source(
    apply_file: Callable[..., RosterImport], as_system: User
) -> None:
    def numbers(text: str) -> list[str]:
        found = save_segment(by=as_system, name="x", text=text)
        rows = queries.segment_people(as_system, found).order_by("employee_number")
        return [number[-1] for number in rows.values_list("employee_number", flat=True) if number]

    assert numbers("members not paying") == numbers("paying is yes") == []
    assert "No dues file" in unheard_of(read("members not paying"))[0]
    apply_file(DUES, "remittance", source="Payroll")
    assert numbers("members not paying") == ["2", "5"]
    assert unheard_of(read("members not paying")) == []
    apply_file(LATER_DUES, "remittance", source="Payroll")
    assert numbers("members not paying") == ["1", "2"]
    assert numbers("paying is yes") == ["4", "5"]
