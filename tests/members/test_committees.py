"""Committees with terms: who serves, from when to when, on their page and on each person's."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.life import structure
from members.models import Committee, CommitteeTerm
from members.services import committees, editing
from unionops.platform.access.actors import acting
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_stewardship
from unionops.platform.core.problems import Problem

DAY = datetime.date(2026, 1, 15)


@pytest.fixture
def committee(as_system):
    return committees.save_committee(by=as_system, name="Bargaining", purpose="Speaks for us at the table")


def test_terms_do_not_overlap_and_end_in_order(committee, roster, as_system):
    term = committees.begin_term(by=as_system, committee=committee, person=roster[0], part="chair", since=DAY)
    for since, until in ((DAY, None), (DAY - datetime.timedelta(9), DAY), (DAY, DAY - datetime.timedelta(1))):
        with pytest.raises(Problem):
            committees.begin_term(by=as_system, committee=committee, person=roster[0], since=since, until=until)
    committees.end_committee_term(by=as_system, term=term, on=datetime.date(2026, 3, 1))
    again = committees.begin_term(by=as_system, committee=committee, person=roster[0], since=datetime.date(2026, 3, 2))
    with pytest.raises(Problem):
        committees.end_committee_term(by=as_system, term=again, on=DAY)
    assert [row.is_current for row in structure.committee_terms(as_system, committee)] == [True, False]


def test_dissolving_ends_terms_and_keeps_who_served(committee, roster, as_system):
    committees.begin_term(by=as_system, committee=committee, person=roster[0], since=DAY)
    committees.dissolve(by=as_system, committee=committee)
    assert CommitteeTerm.objects.get().until == timezone.localdate()
    with pytest.raises(Problem):
        committees.begin_term(by=as_system, committee=committee, person=roster[1], since=DAY)
    committees.dissolve(by=as_system, committee=committee)
    assert Committee.objects.get().dissolved_on is None


def test_pages_keep_committees_from_first_day_to_last(roster, secretary, sign_in):
    client = sign_in(secretary)
    made = client.post(reverse("members:committee-new"), {"name": "Safety", "purpose": "Eyes open"})
    twice = client.post(reverse("members:committee-new"), {"name": "safety"})
    assert twice.status_code == 422 and "committee of this name" in twice.content.decode()
    with acting(secretary):
        found = Committee.objects.get()
        assert made["Location"] == found.get_absolute_url()
        editing.create_person(by=secretary, last_name="Boyle", first_name="Zoe")
    add = reverse("members:committee-add", args=[found.public_id])
    term = {"part": "chair", "since": "2026-01-15"}
    assert "Nobody of this name" in client.post(add, term | {"who": "Xyzzy"}).content.decode()
    several = client.post(add, term | {"who": "boyle"})
    assert several.status_code == 422 and "Say which of them" in several.content.decode()
    boyle = roster[0]
    assert client.post(add, term | {"who": "boyle", "person": str(boyle.public_id)}).status_code == 302
    own = reverse("members:person-committee", args=[roster[1].public_id])
    assert client.get(own).status_code == 200
    assert (
        client.post(own, {"committee": str(found.public_id), "part": "member", "since": "2026-02-01"}).status_code
        == 302
    )
    page = client.get(found.get_absolute_url()).content.decode()
    assert "Boyle, Ada M" in page and "Chen, Bo" in page and "chair" in page
    person = client.get(boyle.get_absolute_url()).content.decode()
    assert "Safety (chair)" in person and "Began: Safety (chair)" in person
    with acting(secretary):
        row = CommitteeTerm.objects.get(person=boyle)
    end = reverse("members:committee-end-term", args=[row.public_id])
    assert client.post(end, {"on": "2025-01-01"}).status_code == 422
    assert client.post(end, {"on": "2026-06-30"}).status_code == 302
    assert "30 Jun 2026" in client.get(found.get_absolute_url()).content.decode()


def test_structure_page_shows_terms_of_offices_and_stewards(roster, unit, make_user, sign_in):
    steward = make_user(Role.STEWARD, name="Ann Lee", person=roster[0].public_id)
    give_stewardship(user=steward, by=None, unit=unit, since=datetime.date(2025, 5, 1), until=datetime.date(2027, 5, 1))
    page = sign_in(make_user(Role.MEMBER)).get(reverse("members:structure")).content.decode()
    assert "Ann Lee" in page and "1 May 2025" in page and "1 May 2027" in page
    assert "New committee" not in page
    with acting(steward):
        assert [term.what for term in structure.terms_of(steward, roster[0])] == ["Professional unit", "Steward"]


def test_a_steward_reads_names_of_a_committee_but_opens_only_their_own_people(committee, roster, unit, as_system,
                                                                              make_user, sign_in):  # fmt: skip
    committees.begin_term(by=as_system, committee=committee, person=roster[0], since=DAY)
    stranger = sign_in(make_user(Role.STEWARD))
    page = stranger.get(committee.get_absolute_url()).content.decode()
    assert "Boyle, Ada M" in page and roster[0].get_absolute_url() not in page
    assert stranger.get(reverse("members:committee-add", args=[committee.public_id])).status_code == 403
