"""What hangs on people is counted in its own rows, and says the same as a list of the people."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from members import queries
from members.models import (
    Conversation,
    EmailAddress,
    Membership,
    Person,
    PersonNumber,
    PersonTag,
    Placement,
    PostalAddress,
    Tag,
)
from members.names import name_key
from members.segments import hanging, reach
from members.segments.conditions import question, understood
from members.segments.words import parse
from unionops.platform.core.problems import Problem

DAY = datetime.date
TEXTS = [
    "has e-mail", "no e-mail", "personal e-mail is known", "e-mail contains harbor", "e-mail does not contain harbor",
    "e-mail starts with al", "city is erie", "city is not Erie", "city starts with er", "zip contains 65",
    "state is not known", "joined after 2020-01-01", "joined between 2019-01-01 and 2021-12-31",
    "left after 2022-01-01", "left from 2021-01-01 and left to 2023-12-31", "reason for leaving contains MOVED",
    "dues method is payroll", "dues method is not payroll", "dues method is cash as of 2021-06-01",
    "left the unit after 2022-01-01", "left the unit after 2022-01-01 and has e-mail",
    "placed from 2023-01-01 and placed to 2023-12-31", "has e-mail and city is Erie", "has e-mail or city is Erie",
    "employee number contains 7", "employee number is not known", "employee number is 000012 or 9000013",
    "employee number does not contain 7", "joined is not known", "tag is hall", "tag is not known", "tag is not hall",
    "talked is known", "talked after 2026-01-05", "last talk before 2026-01-05", "last talk is not known", "heard is no",
    "heard contains yes", "follow up is known", "talked with is not known",
]  # fmt: skip


def organized(person, at, *, by, tag):
    """No talk, one or two, and a tag for whoever had one."""
    for talk in range(at % 3):
        Conversation.objects.create(
            person=person, by=by, on=DAY(2026, 1, at % 6 + talk * 3 + 1), heard=("yes", "no")[talk],
            follow_up_on=DAY(2026, 2, 1) if talk else None,
        )  # fmt: skip
    if at % 3:
        PersonTag.objects.create(person=person, tag=tag, by=by)


@pytest.fixture
def forty(as_system):
    """Forty people of whom some have two addresses, some none, and two were erased with their spells left standing."""
    hall = Tag.objects.create(name="hall")
    for at in range(40):
        last, erased = f"Last{at:02d}", timezone.now() if at in (5, 6) else None
        number = None if erased or at % 8 == 0 else f"{at:06d}"
        person = Person.objects.create(
            last_name=last, name_key=name_key(last, "Al"), erased_at=erased, employee_number=number
        )
        if at == 13:
            PersonNumber.objects.create(person=person, number="9000013")
        for number in range(at % 3):
            EmailAddress.objects.create(person=person, address=f"al{at}.{number}@harbor.example", kind="home")
        if at % 4:
            city = ("Erie", "ERIE", "Harbor")[at % 3]
            PostalAddress.objects.create(person=person, street=f"{at} Elm", city=city, zip=f"165{at:02d}")
        if at % 5:
            method, since = ("payroll", "cash")[at % 2], DAY(2018 + at % 6, 3, 1)
            Membership.objects.create(person=person, method=method, since=since)
        if at % 7 == 0:
            for year in (2022, 2023):
                Membership.objects.create(
                    person=person, since=DAY(2010, 1, 1), until=DAY(year, 1, 2), reason="Moved away"
                )
        Placement.objects.create(person=person, since=DAY(2020 + at % 5, 1, 1))
        organized(person, at, by=as_system, tag=hall)


@pytest.fixture
def some_left(forty):
    """Ten left twice; a third of these are in the unit again."""
    for at, person in enumerate(Person.objects.filter(last_name__iregex="[048]$").order_by("pk")[:10]):
        Person.objects.filter(pk=person.pk).update(in_unit=at % 3 == 0)
        for year in (2021, 2023):
            Placement.objects.create(person=person, since=DAY(2015, 1, 1), until=DAY(year, 6, 30))


@pytest.mark.parametrize("few", [0, 300])
@pytest.mark.parametrize("text", TEXTS)
def test_a_count_is_as_long_as_its_list_however_it_is_found(some_left, as_system, monkeypatch, text, few):
    monkeypatch.setattr(hanging, "FEW", few)
    asked = parse(text)
    listed = set(queries.matching(as_system, asked).order_by().values_list("pk", flat=True))
    alone = {person.pk for person in Person.objects.filter(erased_at=None).filter(question(asked))}
    assert listed == alone
    assert queries.counted(as_system, text)[0] == str(len(listed))
    assert 0 < len(listed) < 38 or text in {"e-mail starts with al", "state is not known"}


def test_one_fact_is_counted_without_a_look_at_the_people(forty, as_system):
    with CaptureQueriesContext(connection) as asked:
        queries.counted(as_system, "joined after 2020-01-01")
    counts = [query["sql"] for query in asked if "COUNT(*)" in query["sql"]]
    assert len(counts) == 1 and "members_person" not in counts[0].replace("members_person_", "")


def test_whoever_sees_a_part_of_the_people_counts_that_part(forty, make_user):
    from unionops.platform.access.actors import acting

    with acting(make_user("member")) as nobody:
        assert queries.how_many(nobody, parse("joined after 2020-01-01")) == "0"


def test_every_place_is_told_once_in_order(forty, as_system):
    assert reach.different(PostalAddress, "city") == ["ERIE", "Erie", "Harbor"] or connection.vendor != "sqlite"
    assert sorted(reach.different(PostalAddress, "city")) == ["ERIE", "Erie", "Harbor"]
    assert reach.different(PostalAddress, "state") == []


@pytest.mark.parametrize("text", ["grade at least x", "joined after soon", "dues method is gold", "hired before never"])
def test_what_cannot_be_read_is_said_without_looking_anybody_up(as_system, text):
    with pytest.raises(Problem):
        understood(parse(text))


def test_a_text_is_understood_before_anybody_is_looked_up(forty, as_system):
    with CaptureQueriesContext(connection) as asked:
        understood(
            parse("last name contains last and e-mail contains harbor and city is Erie and employee number is 7")
        )
    assert len(asked) == 0
