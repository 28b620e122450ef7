"""Merging two records into one and back: nothing lost, consent to the stricter, numbers never twice."""

import pytest

from members.models import ChannelConsent, Duplicate, EmailAddress, Person
from members.services import editing, merging
from unionops.platform.core.problems import Problem


@pytest.fixture
def pair(roster):
    """A unit record, and a member record without a number that may be the same person."""
    unit = Person.objects.get(last_name="De La Cruz")
    member = Person.objects.get(last_name="Stone")
    first, second = sorted((unit, member), key=lambda person: person.pk)
    return unit, member, Duplicate.objects.create(first=first, second=second, reasons=["same phone"])


def rows():
    return [list(model.objects.order_by("pk").values()) for model in (Person, EmailAddress, ChannelConsent)]


def test_merge_fills_gaps_and_takes_the_number(pair, as_system):
    unit, member, duplicate = pair
    merging.merge(by=as_system, duplicate=duplicate, keep=member, drop=unit)
    member.refresh_from_db()
    unit.refresh_from_db()
    assert member.employee_number == "00034567" and member.member_number == "M3" and member.in_unit
    assert unit.erased_at and unit.employee_number is None
    assert member.placements.count() == 1


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


def test_decided_pairs_stay_decided(pair, as_system):
    _unit, _member, duplicate = pair
    merging.dismiss(by=as_system, duplicate=duplicate)
    with pytest.raises(Problem):
        merging.keep_first(by=as_system, duplicate=duplicate)


def test_pairs_are_found_by_shared_contact_and_name(roster, as_system):
    twin = editing.create_person(by=as_system, last_name="Boyle", first_name="Ada", employee_number=None)
    editing.add_email(by=as_system, person=twin, address="ada@example.org")
    assert merging.find_duplicates(by=as_system) == 1
    assert merging.find_duplicates(by=as_system) == 0
