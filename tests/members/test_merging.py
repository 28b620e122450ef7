"""Merging two records into one and back: nothing lost, consent to the stricter, numbers never twice."""

import datetime

import pytest

from members.models import ChannelConsent, Duplicate, EmailAddress, Membership, Person, Placement
from members.pairs import side_by_side
from members.services import editing, merging
from unionops.platform.access.roles import Role
from unionops.platform.core.problems import Problem


@pytest.fixture
def pair(roster):
    """A unit record, and a member record without a number that may be the same person."""
    unit = Person.objects.get(last_name="De La Cruz")
    member = Person.objects.get(last_name="Stone")
    first, second = sorted((unit, member), key=lambda person: person.pk)
    return unit, member, Duplicate.objects.create(first=first, second=second, reasons=["same phone"])


def rows():
    return [
        list(model.objects.order_by("pk").values())
        for model in (Person, EmailAddress, ChannelConsent, Placement, Membership)
    ]


def test_merge_fills_gaps_and_takes_the_number(pair, as_system):
    unit, member, duplicate = pair
    merging.merge(by=as_system, duplicate=duplicate, keep=member, drop=unit)
    member.refresh_from_db()
    unit.refresh_from_db()
    assert member.employee_number == "00034567" and member.member_number == "M3" and member.in_unit
    assert unit.erased_at and unit.employee_number is None
    assert member.placements.count() == 1


def test_a_link_to_the_record_set_aside_leads_to_the_one_that_goes_on(pair, as_system, secretary, sign_in, make_user):
    unit, member, duplicate = pair
    merging.merge(by=as_system, duplicate=duplicate, keep=member, drop=unit)
    assert sign_in(secretary).get(unit.get_absolute_url()).url == member.get_absolute_url()
    assert sign_in(make_user(Role.STEWARD)).get(unit.get_absolute_url()).status_code == 404, "of no unit of theirs"
    merging.undo_merge(by=as_system, duplicate=duplicate)
    assert sign_in(secretary).get(unit.get_absolute_url()).status_code == 200


def test_consent_merges_to_the_stricter(pair, as_system):
    unit, member, duplicate = pair
    editing.record_consent(by=as_system, person=unit, channel="email", status="revoked")
    editing.record_consent(by=as_system, person=member, channel="email", status="granted")
    merging.merge(by=as_system, duplicate=duplicate, keep=member, drop=unit)
    assert member.consents.get(channel="email", is_latest=True).status == "revoked"


def test_undo_brings_both_back(pair, as_system):
    unit, member, duplicate = pair
    editing.add_email(by=as_system, person=unit, address="juan@example.org")
    before = rows()
    merging.merge(by=as_system, duplicate=duplicate, keep=member, drop=unit)
    merging.undo_merge(by=as_system, duplicate=duplicate)
    assert rows() == before


def test_each_field_is_taken_from_the_record_that_was_chosen(roster, as_system):
    one, other = Person.objects.get(last_name="Boyle"), Person.objects.get(last_name="Chen")
    one, other = sorted((one, other), key=lambda person: person.pk)
    duplicate = Duplicate.objects.create(first=one, second=other, reasons=["by hand"])
    theirs = other.memberships.get(until=None)
    editing.note_conversation(by=as_system, person=other, on="2026-11-01", heard="parking")
    before, old = rows(), one.last_name
    said = {"keep": "first", "last_name": "second", "shift": "second", "first_name": "first", "membership": "second"}
    kept = merging.merge_by_field(by=as_system, duplicate=duplicate, said=said)
    kept.refresh_from_db()
    assert (kept.pk, kept.last_name, kept.first_name, kept.shift) == (
        one.pk, other.last_name, one.first_name, other.shift,
    )  # fmt: skip
    assert kept.name_key.startswith(other.last_name.casefold())
    assert kept.placements.get(until=None).shift == other.shift
    spell = kept.memberships.get(until=None)
    assert (spell.method, spell.dues_cents, spell.since) == (theirs.method, theirs.dues_cents, theirs.since)
    assert kept.conversations.count() == 1
    assert kept.changes.first().diff["last_name"] == [old, other.last_name]
    merging.undo_merge(by=as_system, duplicate=duplicate)
    assert rows() == before


def test_merging_refuses_a_field_or_side_there_is_not(pair, as_system):
    _unit, _member, duplicate = pair
    for said in ({"keep": "third"}, {"erased_at": "first"}):
        with pytest.raises(Problem):
            merging.merge_by_field(by=as_system, duplicate=duplicate, said=said)


def test_decided_pairs_stay_decided(pair, as_system):
    _unit, _member, duplicate = pair
    merging.dismiss(by=as_system, duplicate=duplicate)
    with pytest.raises(Problem):
        merging.merge_by_field(by=as_system, duplicate=duplicate, said={})


def test_pairs_are_found_by_shared_contact_and_name(roster, as_system):
    twin = editing.create_person(by=as_system, last_name="Boyle", first_name="Ada", employee_number=None)
    editing.add_email(by=as_system, person=twin, address="ada@example.org")
    assert merging.find_duplicates(by=as_system) == 1
    assert merging.find_duplicates(by=as_system) == 0


def test_both_addresses_stand_side_by_side(pair, as_system):
    unit, member, duplicate = pair
    editing.add_address(by=as_system, person=unit, street="12 Elm St", city="Salem", state="OR", zip="97301")
    old = editing.add_address(by=as_system, person=member, street="1 Old Rd", city="Salem", state="OR", zip="97301")
    editing.end_contact(by=as_system, contact=old)
    line = next(line for line in side_by_side(duplicate) if line.label == "postal address")
    assert (line.first, line.second) in {("12 Elm St, Salem, OR 97301", ""), ("", "12 Elm St, Salem, OR 97301")}


def test_what_only_one_record_says_is_folded_away(as_system, secretary, sign_in):
    one = editing.create_person(by=as_system, last_name="Roe", first_name="Jan", hire_date=datetime.date(2019, 8, 5))
    other = editing.create_person(by=as_system, last_name="Roe", first_name="Janet")
    Duplicate.objects.create(first=one, second=other, score=50, reasons=["same phone"])
    page = sign_in(secretary).get("/members/duplicates/").content.decode()
    weighed, _fold, rest = page.partition("What only one of them says")
    assert "Janet" in weighed and "5 Aug 2019" not in weighed and "5 Aug 2019" in rest
