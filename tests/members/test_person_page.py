"""A person's page: every way to reach them kept in order, the signed form, promises, and one line of time."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members.life import timeline
from members.models import Conversation, EmailAddress, FollowUp, Membership, Person, PersonNumber
from members.segments.words import parse
from members.services import editing, erasing, lists
from unionops.platform.access.actors import acting
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_stewardship
from unionops.platform.core.problems import Problem
from unionops.platform.files.models import Upload

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0f01f0005000"
    "1ff56c72ff80000000049454e44ae426082"
)


def test_ways_to_reach_somebody_are_marked_and_ordered(roster, secretary, sign_in):
    client, person = sign_in(secretary), roster[0]
    add = reverse("members:add-contact", args=[person.public_id, "email"])
    client.post(add, {"address": "second@example.org", "kind": "home"})
    with acting(secretary):
        second = EmailAddress.objects.get(address="second@example.org")
    at = [person.public_id, "email", second.public_id]
    client.post(reverse("members:first-contact", args=at))
    with acting(secretary):
        assert [row.address for row in person.emails.filter(is_primary=True)] == ["second@example.org"]
        assert lists.queries.matching(secretary, parse("primary e-mail contains second")).count() == 1
    url = reverse("members:mark-contact", args=at)
    assert client.get(url).status_code == 200
    assert client.post(url, {"problem": ""}).status_code == 422
    client.post(url, {"problem": "bounced twice"})
    page = client.get(person.get_absolute_url()).content.decode()
    assert "bounced twice" in page and "Works again" in page
    with acting(secretary):
        assert lists.queries.matching(secretary, parse("bad e-mail is yes")).count() >= 1
        EmailAddress.objects.filter(pk=second.pk).update(bounced_at="2026-10-01T12:00Z")
    client.post(url, {"works": "yes"})
    with acting(secretary):
        second.refresh_from_db()
        assert (second.problem, second.bounced_at) == ("", None)


def test_the_signed_form_is_kept_and_opened_by_those_who_may(roster, secretary, sign_in, make_user):
    client, person = sign_in(secretary), roster[2]
    url = reverse("members:membership", args=[person.public_id])
    said = {"status": "active", "method": "payroll", "since": "2026-11-02"}
    wrong = client.post(url, said | {"form_file": SimpleUploadedFile("card.png", b"not a picture at all")})
    assert wrong.status_code == 422
    with acting(secretary):
        assert not Membership.objects.filter(person=person).exists()
    client.post(url, said | {"form_file": SimpleUploadedFile("card.png", PNG)})
    with acting(secretary):
        spell = Membership.objects.get(person=person)
        first = spell.form_upload
        assert spell.form_name == "card.png"
    assert "Signed form" in client.get(person.get_absolute_url()).content.decode()
    assert client.get(reverse("files:download", args=[first])).status_code == 200
    chief = sign_in(make_user(Role.CHIEF_STEWARD))
    assert chief.get(reverse("files:download", args=[first])).status_code == 404
    client.post(
        reverse("members:signed-form", args=[person.public_id]), {"form_file": SimpleUploadedFile("b.png", PNG)}
    )
    with acting(secretary):
        spell.refresh_from_db()
        assert spell.form_upload != first
    assert client.get(reverse("files:download", args=[first])).status_code == 404
    with acting(secretary):
        erasing.erase_person(by=secretary, person=person, reason="asked")
        assert not Upload.objects.filter(public_id=spell.form_upload).exists()


def test_a_promise_to_come_back_is_kept_and_closed(roster, secretary, sign_in, make_user):
    with acting(secretary):
        talk = editing.note_conversation(by=secretary, person=roster[0], on="2026-11-01", ask="Would you join?",
                                         follow_up_on=datetime.date(2026, 11, 20))  # fmt: skip
    client = sign_in(secretary)
    page = client.get(roster[0].get_absolute_url()).content.decode()
    assert "To come back to" in page
    stranger = sign_in(make_user(Role.STEWARD))
    url = reverse("members:followed-up", args=[talk.public_id])
    assert stranger.post(url).status_code == 404
    away = client.post(url, {"next": "https://elsewhere.example/"})
    assert away["Location"] == roster[0].get_absolute_url()
    with acting(secretary):
        assert Conversation.objects.get().followed_up
    assert "To come back to" not in client.get(roster[0].get_absolute_url()).content.decode()


@pytest.fixture
def busy(roster, secretary):
    """A person with something of everything."""
    person = roster[0]
    with acting(secretary):
        editing.record_consent(by=secretary, person=person, channel="sms", status="granted", source="by phone")
        lists.tag_people(by=secretary, people=[person], name="hall")
        FollowUp.objects.create(what="amount_differs", person=person, note="12 instead of 16", as_of="2026-10-01",
                                owner=secretary, due_on="2026-10-15", done_on="2026-10-20", outcome="payroll fixed it")  # fmt: skip
        editing.end_membership(by=secretary, person=person, on=datetime.date(2026, 10, 31), reason="cannot afford it")
        PersonNumber.objects.create(person=person, number="00012354")
    return person


def lines(user, person):
    with acting(user):
        return " | ".join(f"{entry.title} {entry.detail}" for entry in timeline.entries(user, person))


def test_line_of_time_holds_everything_the_viewer_may_see(busy, secretary, sign_in, make_user, unit):
    seen = lines(secretary, busy)
    for words in (
        "Membership began",
        "cannot afford it",
        "text message: said yes",
        "Tagged hall",
        "Settled: The amount",
    ):
        assert words in seen, words
    steward = make_user(Role.STEWARD)
    with acting(secretary):
        give_stewardship(user=steward, by=None, unit=unit)
    less = lines(steward, busy)
    assert "Membership ended" in less and "Tagged hall" in less
    for words in ("cannot afford it", "text message", "payroll fixed it", "12 instead"):
        assert words not in less, words
    assert "00012354" in sign_in(secretary).get(busy.get_absolute_url()).content.decode()


def test_somebody_has_died(roster, secretary, sign_in):
    client, person = sign_in(secretary), roster[0]
    form = client.get(reverse("members:edit", args=[person.public_id])).context["form"]
    values = {name: form[name].value() or "" for name in form.fields} | {"deceased_on": "2026-11-11"}
    assert client.post(reverse("members:edit", args=[person.public_id]), values).status_code == 302
    assert "11 Nov 2026" in client.get(person.get_absolute_url()).content.decode()


def test_a_membership_ends_after_it_began_and_only_where_there_is_one(roster, as_system, secretary, sign_in):
    boyle = next(person for person in roster if person.last_name == "Boyle")
    cruz = next(person for person in roster if person.last_name == "De La Cruz")
    with pytest.raises(Problem) as refused:
        editing.end_membership(by=as_system, person=boyle, on=datetime.date(2015, 3, 6), reason="slip")
    assert refused.value.code == "term_order"
    with pytest.raises(Problem):
        editing.end_membership(by=as_system, person=cruz, on=datetime.date(2026, 3, 6), reason="slip")
    assert Person.objects.get(pk=cruz.pk).standing == "nonmember"
    address = reverse("members:end-membership", args=[boyle.public_id])
    answer = sign_in(secretary).post(address, {"on": "2015-03-06", "reason": "slip"})
    assert answer.status_code == 422 and "before the first" in answer.content.decode()


def test_a_long_life_is_folded_and_a_number_can_be_called(roster, as_system, secretary, sign_in):
    person = roster[0]
    for at in range(15):
        editing.edit_person(by=as_system, person=person, preferred_name=f"Name {at}")
    page = sign_in(secretary).get(person.get_absolute_url()).content.decode()
    first, _fold, rest = page.partition("earlier entries")
    assert "Name 14" in first and "Name 0" in rest and 'href="tel:3125550101"' in page
