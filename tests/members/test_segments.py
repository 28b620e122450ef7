"""Lists in words, in the database, and as audiences that count everybody once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members import queries
from members.models import EmailAddress, Person, Tag
from members.reaching.audience import receipt, receipt_of
from members.segments.words import in_words, parse
from members.services import editing, lists
from tests.members.roads import people_of
from unionops.platform.core.problems import Problem

TEXTS = [
    "standing is member or retired",
    'site is "Pier 4" and shift is not Nights',
    "hired after 2005-01-01 and grade at least 07",
    "e-mail is known and tag is not known",
    'title contains "clerk and typist" and unit is 0012',
    "name is boyle",
    "in unit is yes and dues method is payroll",
    "joined from 2015-01-01 and office is not steward",
    "assessment at most 2 and talked before 2026-01-01",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_form_prints_is_read_back_unchanged(text):
    criteria = parse(text)
    assert parse(in_words(criteria)) == criteria
    assert in_words(parse(in_words(criteria))) == in_words(criteria)


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_counted(text, roster, as_system):
    assert people_of(as_system, text).count() <= len(roster)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["Boyle", "Chen", "De La Cruz", "O'Neil", "Stone"]),
        ("standing is member", ["Boyle", "Chen"]),
        ("standing is not member and in unit is yes", ["De La Cruz", "O'Neil"]),
        ("site is annex", ["De La Cruz", "O'Neil"]),
        ("shift is Days or Nights", ["Boyle", "De La Cruz", "O'Neil"]),
        ("grade at least 9", ["Chen", "De La Cruz"]),
        ("hired before 2010-01-05", ["Boyle", "De La Cruz"]),
        ("e-mail is known", ["Boyle", "Chen"]),
        ("name is juan cruz", ["De La Cruz"]),
        ("dues method is payroll", ["Boyle"]),
        ("joined after 2016-01-01", ["Chen"]),
    ],
)
def test_lists_hold_whom_they_say(text, names, roster, as_system):
    assert [person.last_name for person in people_of(as_system, text)] == names


@pytest.mark.parametrize(
    "text", ["colour is blue", "standing", "standing is", "hired after soon", "standing is purple", "name at least 3"]
)
def test_what_is_not_understood_is_named(text, roster, as_system):
    with pytest.raises(Problem):
        people_of(as_system, text).count()


def test_receipt_sums_exactly_for_every_channel_and_class(roster, as_system):
    everybody = lists.save_segment(by=as_system, name="All", text="")
    for channel in ("email", "sms", "mail", "phone"):
        for klass in ("", "political", "organizing", "legal_notice"):
            found = receipt(as_system, everybody, channel=channel, klass=klass)
            assert found.roster == 5 == found.included + sum(found.excluded.values())


def test_a_refusal_stands_against_every_import_but_not_a_legal_notice(roster, apply_file, as_system):
    from tests.members.conftest import MEMBER_LIST

    boyle = Person.objects.get(last_name="Boyle")
    editing.record_consent(by=as_system, person=boyle, channel="email", status="revoked", source="letter")
    apply_file(MEMBER_LIST, "members", source="Local")
    rows = queries.people(as_system).filter(pk=boyle.pk)
    assert receipt_of(rows, channel="email").excluded == {"said_no": 1}
    assert receipt_of(rows, channel="email", klass="legal_notice").included == 1


def test_employer_mail_is_not_used(roster, as_system):
    chen = Person.objects.get(last_name="Chen")
    EmailAddress.objects.filter(person=chen).update(is_employer=True)
    rows = queries.people(as_system).filter(pk=chen.pk)
    assert receipt_of(rows, channel="email", klass="organizing").excluded == {"employer_email": 1}


def test_one_address_gets_one_message(roster, as_system):
    cruz = Person.objects.get(last_name="De La Cruz")
    editing.add_email(by=as_system, person=cruz, address="ADA@example.org")
    found = receipt_of(queries.people(as_system), channel="email")
    assert found.excluded["same_address"] == 1


def test_text_messages_need_consent(roster, as_system):
    cruz = Person.objects.get(last_name="De La Cruz")
    editing.add_phone(by=as_system, person=cruz, number="312-555-0177")
    found = receipt_of(queries.people(as_system), channel="sms")
    assert found.excluded == {"no_phone": 2, "no_consent": 1, "said_no": 1} and found.included == 1


def test_pages_by_key_show_everybody_once(roster, as_system):
    seen, mark = [], ""
    while True:
        shown, mark = queries.page(queries.people(as_system), after=mark, size=2)
        seen += [person.last_name for person in shown]
        if not mark:
            break
    assert seen == ["Boyle", "Chen", "De La Cruz", "O'Neil", "Stone"]


def test_tagging_counts_only_who_changed(roster, as_system):
    lists.tag_people(by=as_system, people=roster[:2], name="hall")
    again = lists.tag_people(by=as_system, people=roster[:3], name="Hall")
    assert len(again.people) == 1 and Tag.objects.count() == 1
    lists.undo_tagging(by=as_system, tagging=again)
    assert people_of(as_system, "tag is hall").count() == 2


ASKED = [
    "pay plan is GS", "step at least 5", "grade is 9 and step is 3", "schedule is Full-Time", "tour is 0800-1630",
    "series is 2101", "language is Spanish", "preferred name is Bo", "preferred name contains o", "middle name is known",
    "suffix is Jr", "pronouns is known", "title contains clerk", "employee number contains 12", "last name contains oy",
    "hired after 2000", "shift is Nights and standing is member",
]  # fmt: skip


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's own plan")
def test_a_count_never_reads_the_wide_rows(roster, as_system):
    for text in ASKED:
        with CaptureQueriesContext(connection) as asked:
            people_of(as_system, text).order_by().count()
        plans = [plan for each in asked.captured_queries for plan in _plan(each["sql"])]
        assert plans, text
        assert all("COVERING INDEX" in plan or "INTEGER PRIMARY KEY" in plan for plan in plans), (text, plans)


def _plan(statement):
    """How SQLite goes through the people."""
    if 'FROM "members_person"' not in statement:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        return [row[3] for row in cursor.fetchall() if "members_person" in row[3]]


@pytest.mark.parametrize("marks", ["''", "‘’", "“”", "””"])
def test_any_quotation_marks_hold_a_value_together(marks):
    first, last = marks
    text = f"site is {first}North or South{last} and name contains O'Neil and last name is {first}D'Amico{last}"
    assert parse(text) == parse('site is "North or South" and name contains "O\'Neil" and last name is "D\'Amico"')
