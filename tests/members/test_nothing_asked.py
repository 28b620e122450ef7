"""An answer that says nothing fits nobody: a message for a few must never go to everybody by a slip."""

import importlib

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from members import queries
from members.models import Canvass, Committee, CommitteeTerm, Person, Tag, Turf, TurfPerson
from members.names import name_key
from members.reaching.audience import receipt
from members.segments.conditions import question
from members.segments.fields import FIELDS, TEXT
from members.segments.words import parse
from members.services import lists
from tests.members.roads import people_of
from unionops.platform.access.models import Stewardship
from unionops.platform.access.roles import Role
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold

WORDS = ["name", *(each.word for each in FIELDS.values() if each.ops == TEXT)]
SAYING_NOTHING = ["", " ", "\t", "—", "…", "...", "'", "()", "☎", "™"]


def found(user, text):
    return [person.last_name for person in people_of(user, text)]


@pytest.fixture
def ivan(roster):
    return Person.objects.create(
        last_name="Иванов", first_name="Пётр", name_key=name_key("Иванов", "Пётр"), in_unit=True, shift="Days"
    )


@pytest.mark.parametrize("op", ["is", "contains", "starts with"])
def test_signs_alone_fit_nobody_of_whom_they_do_not_stand(op, ivan, as_system):
    asked = [(field, value) for field in WORDS if op in FIELDS[field].ops for value in SAYING_NOTHING]
    for field, value in asked:
        rows = Person.objects.filter(question([{"field": field, "op": op, "values": [value]}]))
        assert {person.last_name for person in rows} <= ({"O'Neil"} if value == "'" else set()), (field, value)


@pytest.mark.parametrize("text", ['name contains " "', 'title is ""', 'site contains "  "', 'tag is not " "'])
def test_an_empty_answer_is_said_to_be_missing(text, roster, as_system):
    with pytest.raises(Problem, match="nothing stands after"):
        found(as_system, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("name contains Ива", ["Иванов"]),
        ("name contains ива", ["Иванов"]),
        ("name is ПЁТР", ["Иванов"]),
        ("name contains Ивы", []),
        ("last name starts with Ив", ["Иванов"]),
        ("first name contains ётр", ["Иванов"]),
        ("name contains '", ["O'Neil"]),
        ("last name contains '", ["O'Neil"]),
        ("name contains — or boyle", ["Boyle"]),
    ],
)
def test_every_script_is_looked_for_by_its_letters(text, names, ivan, as_system):
    assert found(as_system, text) == names


def test_a_search_for_signs_or_for_nothing_finds_nobody(ivan, as_system):
    assert [list(queries.named_like(as_system, words)) for words in ("", "  ", "—", "☎")] == [[], [], [], []]
    assert [person.last_name for person in queries.named_like(as_system, "Иванов п")] == ["Иванов"]


def test_names_folded_to_nothing_before_are_folded_anew(ivan):
    Person.objects.filter(pk=ivan.pk).update(name_key="")
    migration = importlib.import_module("members.migrations.0014_names_of_every_script")
    migration.fold_again(apps, connection.schema_editor())
    ivan.refresh_from_db()
    assert ivan.name_key == fold("Иванов Пётр") == "иванов петр"


@pytest.mark.parametrize(
    "text",
    ["not tagged gone", "site is not Atlantis", "not (tag is gone and shift is Nights)", "unit is not 0012 or 9999",
     "not on committee Parades", "standing is member and employer is not Nobody"],
)  # fmt: skip
def test_everybody_but_those_of_something_gone_is_nobody(text, roster, as_system):
    lists.tag_people(by=as_system, people=roster[:1], name="kept")
    segment = lists.save_segment(by=as_system, name="All but", text=text)
    counted = receipt(as_system, segment, channel="mail")
    assert counted.roster == 0
    assert "Nobody is on this list until" in " ".join(counted.as_json()["notes"])


def test_a_tag_that_goes_takes_its_saved_list_with_it_and_says_so(roster, as_system, sign_in, secretary):
    lists.tag_people(by=as_system, people=roster[:1], name="asked us not to")
    segment = lists.save_segment(by=as_system, name="Not them", text='not tagged "asked us not to"')
    assert receipt(as_system, segment, channel="mail").roster == len(roster) - 1
    assert "notes" not in receipt(as_system, segment, channel="mail").as_json()
    Tag.objects.all().delete()
    assert receipt(as_system, segment, channel="mail").roster == 0
    assert b"There is no tag" in sign_in(secretary).get(segment.get_absolute_url()).content


@pytest.mark.parametrize(
    "text",
    ['committee is not "yard and fleet"', "not on committee josé", "turf is not north-side", "turf is not JOSÉ'S",
     'steward is not "inés avila"'],
)  # fmt: skip
def test_who_is_left_out_is_so_however_the_name_is_spelled(text, roster, as_system, make_user):
    boyle = Person.objects.get(last_name="Boyle")
    for name in ("Yard & Fleet", "JOSÉ"):
        CommitteeTerm.objects.create(committee=Committee.objects.create(name=name), person=boyle, since="2020-01-01")
    walk = Canvass.objects.create(name="josé's", by=as_system)
    TurfPerson.objects.create(canvass=walk, turf=Turf.objects.create(canvass=walk, name="North Side"), person=boyle)
    steward = make_user(Role.STEWARD, name="INÉS ÁVILA")
    Stewardship.objects.create(user=steward, worksite=boyle.worksite)
    assert "Boyle" not in found(as_system, text) and "Stone" in found(as_system, text)


def test_what_has_nobody_right_now_is_no_reason_to_find_nobody(roster, as_system):
    assert len(found(as_system, "shift is not Weekends")) == len(roster)


def test_a_saved_list_that_cannot_be_asked_any_more_says_so(roster, as_system, sign_in, secretary):
    segment = lists.save_segment(by=as_system, name="Old", text="standing is member")
    segment.criteria = [{"field": "standing", "op": "is", "values": ["associate"]}]
    segment.save()
    assert queries.segment_people(as_system, segment).count() == 0
    browser = sign_in(secretary)
    assert browser.get(reverse("members:segments")).status_code == 200
    assert b"associate" in browser.get(segment.get_absolute_url()).content


@pytest.mark.parametrize("query", ["?text=colour+is+blue", "?site=Atlantis", "?tag=gone", "?f0=grade&o0=at+most&v0=xx"])
def test_a_filter_that_cannot_be_asked_shows_nobody(query, roster, sign_in, secretary):
    answer = sign_in(secretary).get(reverse("members:list") + query)
    assert answer.status_code == 422
    assert list(answer.context["people"]) == []


def test_a_condition_without_an_answer_is_pointed_at(roster, sign_in, secretary):
    browser = sign_in(secretary)
    shown = browser.get(reverse("members:list") + "?f0=tag&o0=is+not&v0=+").content.decode()
    assert "Condition 1" in shown and "has no answer yet" in shown
    begun = {"f0": "tag", "o0": "is not", "v0": "", "to": "words", "name": "x"}
    assert b"has no answer yet" in browser.post(reverse("members:segment-new"), begun).content


def test_parse_keeps_signs_as_they_are():
    assert parse("title contains -") == [{"field": "title", "op": "contains", "values": ["-"]}]
