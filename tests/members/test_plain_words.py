"""Lists as people type them: each text with the numbers of the people it means, worked out by hand."""

import datetime

import pytest

from members import queries
from members.conditions_form import Row
from members.models import Person
from members.segments import days
from members.segments.known import unheard_of
from members.segments.plainly import read
from members.segments.reach import _digits
from members.segments.words import in_words, parse
from members.services import committees, editing, lists
from tests.members.roads import people_of
from unionops.platform.access.actors import acting
from unionops.platform.access.roles import Role
from unionops.platform.core.problems import Problem

UNIT = """\
Employee ID,Last Name,First Name,Duty Station,Department,Shift,Position Title,Series,Grade,Hire Date,Preferred Language,Personal Email,Cell Phone
000101,Ñúñez,María,Pier 9,Cargo,Nights,Dock Clerk,2101,05,2019-03-04,Spanish,maria.nunez@mail.example,(206) 555-0101
000102,O'Brien,Seán,Pier 9,Cargo,Nights,Crane Operator,5725,11,2015-06-15,English,sean@mail.example,206-555-0102
000103,O’Malley,Grace,Pier 9,Cargo,Days,Crane Operator,5725,11,2021-11-30,English,,206.555.0103
000104,de la Cruz,Juan,Harbor Yard,Rail,Days,Switchman,5731,09,2024-02-29,Spanish,juan.delacruz@agency.gov,
000105,Nguyễn,Thị Lan,Harbor Yard,Rail,Nights,Dispatcher,2151,07,2023-01-09,Vietnamese,lan.nguyen@mail.example,253-555-0105
000106,Smith,Ann,Harbor Yard,Yard and Fleet,Days,Mechanic,5823,10,2010-10-10,English,ann.smith@mail.example,253-555-0106
000107,Smith-Jones,Ann,Harbor Yard,Yard and Fleet,Swing,Mechanic,5823,08,2025-05-05,English,,
000108,Smith,Andrew,Pier 9,Cargo,Swing,Dock Clerk,2101,04,1999-12-31,English,andy@mail.example,
000109,Østergård,Søren,St. Mary's Annex,Records,Days,Archivist,1421,06,2022-07-01,English,soren@mail.example,206-555-0109
000110,Łukasik,Zofia,St. Mary's Annex,Records,Days,Archivist,1421,07,2018-04-04,Polish,zofia@mail.example,206-555-0110
000111,Öztürk,Ayşe,St. Mary's Annex,Records,Nights,Archivist,1421,05,2026-09-14,Turkish,ayse@mail.example,206-555-0111
000112,Okafor,Chidi,Pier 9,Cargo,Days,Lead Dock Clerk,2101,07,2017-08-21,English,chidi@mail.example,206-555-0112
000113,Park,Ji-woo,Pier 9,Cargo,Nights,Dock Clerk,2101,05,2026-10-05,Korean,,206-555-0113
000114,Van der Berg,Pieter,Harbor Yard,Rail,Nights,Switchman,5731,09,2012-02-02,English,pieter@mail.example,253-555-0114
000115,And,Orla,Harbor Yard,Rail,Days,Switchman,5731,09,2020-05-17,English,orla@mail.example,253-555-0115
000116,Not,Isaac,Pier 9,Cargo,Days,Dock Clerk,2101,05,2021-01-19,English,isaac@mail.example,206-555-0116
"""
MEMBERS = """\
Member No,Employee ID,Last Name,First Name,Dues Method,Join Date
M001,000101,Ñúñez,María,SF-1187,2020-01-05
M002,000102,O'Brien,Seán,E-Dues,2016-02-01
M004,000104,de la Cruz,Juan,SF-1187,2024-06-01
M005,000105,Nguyễn,Thị Lan,cash,2023-03-01
M008,000108,Smith,Andrew,annual,2005-01-01
M009,000109,Østergård,Søren,SF-1187,2022-08-01
M010,000110,Łukasik,Zofia,SF-1187,2019-01-01
M012,000112,Okafor,Chidi,E-Dues,2017-10-01
M014,000114,Van der Berg,Pieter,SF-1187,2012-05-01
M015,000115,And,Orla,E-Dues,2020-07-01
M016,000116,Not,Isaac,SF-1187,2021-02-01
"""
DAY = datetime.date
EVERYBODY = {str(number) for number in range(101, 117)}
MEMBER = {"101", "102", "104", "105", "108", "109", "112", "114", "116"}
NIGHTS = {"101", "102", "105", "111", "113", "114"}


@pytest.fixture
def people(apply_file, as_system):
    apply_file(UNIT, as_of=DAY(2026, 10, 31))
    apply_file(MEMBERS, "members", source="Local", as_of=DAY(2026, 10, 31))
    who = {person.employee_number[-3:]: person for person in Person.objects.all()}
    editing.end_membership(by=as_system, person=who["110"], on=DAY(2025, 3, 31), reason="resigned")
    editing.end_membership(by=as_system, person=who["115"], on=DAY(2026, 1, 31), reason="moved away")
    lists.tag_people(by=as_system, people=[who["101"], who["112"]], name="night picket")
    lists.tag_people(by=as_system, people=[who["102"], who["104"]], name="leader, maybe")
    editing.assess(by=as_system, person=who["101"], question="Ratify the agreement", score=1)
    editing.assess(by=as_system, person=who["112"], question="Ratify the agreement", score=2)
    editing.assess(by=as_system, person=who["114"], question="Will walk the picket", score=1)
    editing.note_conversation(by=as_system, person=who["103"], on=DAY(2026, 10, 1), heard="overtime",
                              follow_up_on=DAY(2026, 11, 1))  # fmt: skip
    editing.record_consent(by=as_system, person=who["109"], channel="email", status="revoked")
    return who


MEANT = [
    ("everyone", EVERYBODY),
    ("member", MEMBER),
    ("MEMBERS AND SHIFT IS nights", MEMBER & NIGHTS),
    ("not member", EVERYBODY - MEMBER),
    ("former members", "110 115"),
    ("non-members and shift is Nights", "111 113"),
    ("shift is Nights or shift is Swing", NIGHTS | {"107", "108"}),
    ("shift is Nights, Swing", NIGHTS | {"107", "108"}),
    ("shift is graveyard", NIGHTS),
    ("shift is Nights or shift is Swing and site is Harbor Yard", NIGHTS | {"107"}),
    ("(shift is Nights or shift is Swing) and site is Harbor Yard", "105 107 114"),
    ("not (site is Pier 9 or site is Harbor Yard)", "109 110 111"),
    ("not not shift is Nights", NIGHTS),
    ("site is Pier 9 and not standing is member", "103 113"),
    ('site is "St. Mary’s Annex"', "109 110 111"),
    ("site is st marys annex", "109 110 111"),
    ('department is "Yard and Fleet" or department is Records', "106 107 109 110 111"),
    ("(member and site is Pier 9) or (language is Spanish and site is Harbor Yard)", "101 102 104 108 112 116"),
    ("last name is nunez or last name is OSTERGARD", "101 109"),
    ("first name is sean", "102"),
    ("last name is lukasik or last name is ozturk", "110 111"),
    ("last name starts with van", "114"),
    ('last name starts with "O\'"', "102 103"),
    ("last name starts with O’ or van", "102 103 114"),
    ("name contains smith and not last name is Smith", "107"),
    ('last name is "Not" or last name is "And"', "115 116"),
    ("name is O'Brien or O’Malley", "102 103"),
    ("employee number is 105", "105"),
    ("series is 2101 or series is 1421", "101 108 109 110 111 112 113 116"),
    ("grade > 9", "102 103 106"),
    ("grade between 5 and 7 and shift is Days", "109 110 112 116"),
    ("hired before 2011 or hired after 2025", "106 108 111 113"),
    ("hired in 2024", "104"),
    ("hired in 2024-02", "104"),
    ("hired between 2/28/2024 and Feb 29, 2024", "104"),
    ("joined before 2018", "102 108 112 114"),
    ("left in 2025", "110"),
    ("standing is member as of 2025-04-01 and not member", "115"),
    ("member on 2025-03-31 and not member", "110 115"),
    ("paid by E-Dues or cash", "102 105 112"),
    ("dues method is SF-1187", "101 104 109 114 116"),
    ("site is Harbor Yard and (shift is Swing or member)", "104 105 107 114"),
    ("standing is former or nonmember", "103 106 107 110 111 113 115"),
    ("no e-mail", "103 107 113"),
    ("cell is missing", "104 107 108"),
    ("has e-mail and no cell", "104 108"),
    ("cell is (206) 555-0101", "101"),
    ("tagged night picket", "101 112"),
    ('tag is "leader, maybe"', "102 104"),
    ("not tag is night picket and with tag", "102 104"),
    ("assessment of Ratify the agreement is at most 2", "101 112"),
    ("never assessed and language is not English", "104 105 110 111 113"),
    ("follow-up is due", "103"),
    ("consent to e-mail is revoked", "109"),
    ("members on nights", "101 102 105 114"),
    ("department is Yard and Fleet", "106 107"),
]
REFUSED = [
    "standing is member and", "standing is member or", "or standing is member", "(standing is member", "not",
    "standing is member)", "(" * 300 + "member" + ")" * 300, "members on mules", "shoe size is 9",
    "grievance is open", "hired after 2024-13-45", "hired between 2020-01-01 and", 'tag is "night picket', "shift is",
    "department is Yard and Fleets", "last name is And", "not everyone", "'; drop table members_person; --",
    "grade is missing 5", "hired > 2020 or 2021", "shift is Nights as of soon", "assessment is 9",
]  # fmt: skip


def numbers(user, text):
    return {person.employee_number[-3:] for person in people_of(user, text)}


def test_texts_mean_the_people_they_say(people, as_system):
    for text, meant in MEANT:
        wanted = set(meant.split()) if isinstance(meant, str) else meant
        assert numbers(as_system, text) == wanted, text
        assert numbers(as_system, in_words(read(text))) == wanted, text


def test_texts_that_mean_nothing_are_refused_with_a_sentence(people, as_system):
    for text in REFUSED:
        with pytest.raises(Problem) as refused:
            numbers(as_system, text)
        assert refused.value.code.startswith("list"), text


def test_why_looks_at_a_bracket_as_one_condition(people, as_system):
    criteria = parse("member and (shift is Swing or language is Spanish)")
    assert [in_words([each]) for each in criteria] == ["member is yes", "(shift is Swing or language is Spanish)"]


def test_brackets_hide_no_question_the_office_may_not_ask(people, make_user):
    chair = make_user(Role.COMMS_CHAIR)
    with acting(chair), pytest.raises(Problem) as refused:
        queries.filtered(chair, "", [], "shift is Days or (not cell is 2065550101)")
    assert refused.value.code == "list_not_yours"


def test_what_nobody_has_is_said_beside_the_count(people, as_system):
    assert unheard_of(parse("shift is Swing and site is Pier 9")) == []
    assert unheard_of(parse("shift is Moonlight")) == [
        "Nobody has 'Moonlight' as shift; there are: Days, Evenings, Nights."
    ]


def test_a_row_of_the_form_cuts_values_as_the_text_does():
    assert Row(1, "name", "contains", "García, Ana").criteria() == parse("name contains García, Ana")
    (hired,) = Row(1, "hired", "after", "Nov 30, 2025").criteria()
    assert hired["values"] == parse("hired after Nov 30, 2025")[0]["values"]
    assert parse("hired is last month") == Row(1, "hired", "is", "last month").criteria()


def test_a_part_of_a_number_keeps_its_one(people, as_system):
    assert [_digits(said) for said in ("123", "1 (206) 555-0101", "206-555-0101")] == [
        "123",
        "2065550101",
        "2065550101",
    ]


@pytest.mark.parametrize(
    ("said", "strict"),
    [
        ("nobody has talked to them in six months", '(talked is not known or last talk before "6 months ago")'),
        ("people not talked to in 90 days at Pier 9",
         '(talked is not known or last talk before "90 days ago") and site is "Pier 9"'),
        ("members with a bounced email", "member is yes and bad e-mail is yes"),
        ("anyone whose mail came back", "bad address is yes"),
        ("people whose card we do not have on file", "form is not known"),
        ("members without a signed card", "member is yes and form is not known"),
        ("members who quit since September 2026", "left from 2026-09"),
        ("who left in the last 90 days", 'left from "90 days ago" and left to today'),
        ("committee members", "committee is known"),
        ("members who pay cash", "member is yes and dues method is cash"),
        ("los que renunciaron este año", 'left is "this year"'),
    ],
)  # fmt: skip
def test_more_of_what_a_secretary_types(people, as_system, said, strict):
    assert in_words(read(said)) == in_words(parse(strict))


def test_a_month_alone_is_the_last_one_that_began(people, as_system, monkeypatch):
    monkeypatch.setattr(days, "today", lambda: DAY(2026, 11, 29))
    assert in_words(read("new hires since October")) == "hired from 2026-10"
    assert in_words(read("new hires since December")) == "hired from 2025-12"


def test_a_committee_is_known_by_one_of_its_words(people, as_system):
    committees.save_committee(by=as_system, name="Health and safety committee")
    committees.save_committee(by=as_system, name="Health fund committee")
    assert in_words(read("on the safety committee")) == 'committee is "Health and safety committee"'
    with pytest.raises(Problem):
        read("on the health committee")
