"""The pages of messages, empty and full, by who may open them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comms.models import CandidatePeriod, Message, MessageTemplate
from comms.services import sending
from members.models import Segment
from tests.comms.conftest import WORDS
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.ai.models import MemoryItem
from unionops.platform.jobs.models import Job

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def brief_data(segment: Segment | None, **more: Any) -> dict[str, Any]:
    data = {
        "title": "Come to the meeting",
        "purpose": "Invite members to the meeting",
        "klass": "representational",
        "channels": ["email", "sms"],
        "languages": ["en"],
        "segments": [str(segment.public_id)] if segment else [],
        "fact-TOTAL_FORMS": "2",
        "fact-INITIAL_FORMS": "0",
        "fact-0-kind": "date",
        "fact-0-value": "2027-03-02",
        "fact-1-kind": "",
        "fact-1-value": "",
        "source-TOTAL_FORMS": "1",
        "source-INITIAL_FORMS": "0",
        "source-0-label": "",
        "source-0-text": "",
    }
    return {**data, **more}


def test_empty_list_offers_a_new_message(chair: User, sign_in: SignIn) -> None:
    page = sign_in(chair).get(reverse("comms:list"))
    assert page.status_code == 200
    assert b"No messages here yet" in page.content


@pytest.mark.parametrize("name", ["calendar", "house", "new", "new-template", "bounces"])
def test_empty_pages_open(name: str, chair: User, sign_in: SignIn) -> None:
    assert sign_in(chair).get(reverse(f"comms:{name}")).status_code == 200


def test_brief_makes_a_message_with_its_versions(segment: Segment, chair: User, sign_in: SignIn) -> None:
    client = sign_in(chair)
    answer = client.post(reverse("comms:new"), brief_data(segment))
    message = Message.objects.get()
    assert answer.url == reverse("comms:versions", args=[message.public_id])
    assert sorted(message.versions.values_list("channel", flat=True)) == ["email", "sms"]
    assert message.brief.facts == [{"id": "f1", "kind": "date", "value": "2027-03-02"}]


def test_new_message_from_a_list_has_that_list_chosen_and_folds_the_rest(
    segment: Segment, chair: User, sign_in: SignIn
) -> None:
    client = sign_in(chair)
    listed = client.get(reverse("members:segment", args=[segment.public_id])).content.decode()
    where = f"{reverse('comms:new')}?segment={segment.public_id}"
    assert where in listed
    page = client.get(where)
    assert page.context["form"]["segments"].value() == [str(segment.public_id)]
    assert not (page.context["more_facts"] or page.context["more_about"] or page.context["more_sources"])


def test_brief_without_purpose_says_so_and_keeps_what_was_typed(chair: User, sign_in: SignIn) -> None:
    page = sign_in(chair).post(reverse("comms:new"), brief_data(None, purpose=""))
    assert page.status_code == 422
    assert b"2027-03-02" in page.content


def test_versions_are_written_from_the_house_patterns_without_a_model(
    segment: Segment, chair: User, sign_in: SignIn
) -> None:
    client = sign_in(chair)
    client.post(reverse("comms:new"), brief_data(segment))
    message = Message.objects.get()
    empty = client.get(reverse("comms:versions", args=[message.public_id])).content
    assert empty.count(b"2 versions have no words yet") == 2
    assert b"Nothing stands in the way" not in empty
    client.post(reverse("comms:write", args=[message.public_id]), {"with": "pattern"})
    page = client.get(reverse("comms:versions", args=[message.public_id]))
    assert b"no words yet" not in page.content
    assert b"Tuesday, March 2, 2027" in page.content
    assert b"House pattern" in page.content


def test_version_the_model_is_writing_is_not_offered_again(segment: Segment, chair: User, sign_in: SignIn) -> None:
    client = sign_in(chair)
    client.post(reverse("comms:new"), brief_data(segment))
    message = Message.objects.get()
    for version in message.versions.all():
        Job.objects.create(kind="comms.draft", title="Writing", owner=chair, about_kind="comms.Version",
                           about_id=version.public_id, state="running")  # fmt: skip
    page = client.get(reverse("comms:versions", args=[message.public_id]))
    assert page.context["unwritten"] == []
    assert b"Not written yet" not in page.content
    assert b"being written" in page.content
    assert b"Nothing stands in the way." not in page.content


PAGES = ["brief", "versions", "checks", "approve", "send"]


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_message_open(name: str, make_message: Callable[..., Message], chair: User, sign_in: SignIn) -> None:
    message = make_message(("email", "sms", "flyer"))
    page = sign_in(chair).get(reverse(f"comms:{name}", args=[message.public_id]))
    assert page.status_code == 200
    assert b"Come to the meeting" in page.content


@pytest.mark.parametrize("name", ["edit", "preview", "left-out", "export"])
def test_pages_of_a_version_open(name: str, approved: Message, chair: User, sign_in: SignIn) -> None:
    version = approved.versions.get()
    assert sign_in(chair).get(reverse(f"comms:{name}", args=[version.public_id])).status_code == 200


def test_preview_is_shown_as_any_person_by_name(approved: Message, chair: User, sign_in: SignIn) -> None:
    url, client = reverse("comms:preview", args=[approved.versions.get().public_id]), sign_in(chair)
    assert "Hello Anna2," in client.get(url, {"who": "zoran2 ANNA"}).content.decode()
    page = client.get(url, {"who": "Nobody Such", "n": "1"}).content.decode()
    assert "Nobody in this audience is called “Nobody Such”" in page
    assert "Hello Anna1," in page


def test_earlier_wording_is_compared_and_brought_back(
    make_message: Callable[..., Message], chair: User, sign_in: SignIn
) -> None:
    version, client = make_message().versions.get(), sign_in(chair)
    client.post(
        reverse("comms:edit", args=[version.public_id]), {"subject": "Come", "preheader": "", "body": "Other words."}
    )
    page = client.get(reverse("comms:compare", args=[version.public_id, 1]))
    assert b"Other" in page.content
    client.post(reverse("comms:restore", args=[version.public_id, 1]))
    version.refresh_from_db()
    assert version.body == WORDS


def test_finding_is_kept_with_a_reason_and_taken_up_again(
    make_message: Callable[..., Message], chair: User, sign_in: SignIn
) -> None:
    message = make_message(words=WORDS + "\n\nMaria Lopez will speak.")
    version, client = message.versions.get(), sign_in(chair)
    page = client.get(reverse("comms:checks", args=[message.public_id]))
    finding = page.context["rows"][0][1][0][0].finding
    url = reverse("comms:keep", args=[version.public_id])
    client.post(url, {"key": finding.key, "reason": "She agreed on Monday"})
    assert version.kept.get().reason == "She agreed on Monday"
    client.post(url, {"key": finding.key, "deed": "reopen"})
    assert version.kept.count() == 0


def test_one_reason_covers_all_findings_of_a_kind(
    make_message: Callable[..., Message], chair: User, sign_in: SignIn
) -> None:
    message = make_message(words=WORDS + "\n\nMaria Lopez will speak.\n\nHugo Barrera will speak too.")
    version, client = message.versions.get(), sign_in(chair)
    page = client.get(reverse("comms:checks", args=[message.public_id]))
    kind = page.context["kinds"][0]
    assert kind.count > 1
    assert kind.title.encode() in page.content
    url = reverse("comms:keep", args=[version.public_id])
    client.post(url, {"kind": kind.code, "reason": ""})
    assert version.kept.count() == 0
    client.post(url, {"kind": kind.code, "reason": "Both agreed on Monday"})
    assert set(version.kept.values_list("code", "reason")) == {(kind.code, "Both agreed on Monday")}
    assert version.kept.count() == kind.count
    assert client.get(reverse("comms:checks", args=[message.public_id])).context["kinds"] == []


def test_remark_is_left_and_settled(make_message: Callable[..., Message], chair: User, sign_in: SignIn) -> None:
    version, client = make_message().versions.get(), sign_in(chair)
    url = reverse("comms:comment", args=[version.public_id])
    line = version.body.splitlines()[-1]
    number = len(version.body.splitlines())
    client.post(url, {"line": "77", "text": "There is no such line"})
    client.post(url, {"line": number, "text": "Say which meeting"})
    remark = version.comments.get()
    page = client.get(reverse("comms:edit", args=[version.public_id])).content.decode()
    assert f"“{line}”, line {number}, {chair}" in page
    client.post(url, {"settle": str(remark.public_id)})
    remark.refresh_from_db()
    assert remark.done_at is not None


def test_rewriting_without_a_model_says_what_to_do(
    make_message: Callable[..., Message], chair: User, sign_in: SignIn
) -> None:
    version, client = make_message().versions.get(), sign_in(chair)
    url = reverse("comms:rewrite", args=[version.public_id])
    page = client.post(url, {"manner": "shorter"}, follow=True)
    assert b"The model is off" in page.content
    client.post(url, {"manner": "pattern"})
    version.refresh_from_db()
    assert version.engine == "template"


def test_version_is_accepted_and_dropped(make_message: Callable[..., Message], chair: User, sign_in: SignIn) -> None:
    message, client = make_message(("email", "sms")), sign_in(chair)
    first, second = message.versions.all()
    client.post(reverse("comms:accept", args=[first.public_id]))
    client.post(reverse("comms:drop", args=[second.public_id]))
    assert message.versions.count() == 1


def test_house_pattern_is_made_changed_and_deleted(chair: User, sign_in: SignIn, as_system: User) -> None:
    client = sign_in(chair)
    data = {
        "name": "Short",
        "klass": "",
        "channel": "email",
        "language": "en",
        "subject": "{{ title }}",
        "body": "{{ purpose }}",
    }
    client.post(reverse("comms:new-template"), data)
    row = MessageTemplate.objects.get()
    wrong = client.post(reverse("comms:template", args=[row.public_id]), {**data, "body": "{{ secret }}"})
    assert wrong.status_code == 422
    client.post(reverse("comms:template", args=[row.public_id]), {**data, "name": "Shorter"})
    row.refresh_from_db()
    assert row.name == "Shorter"
    client.post(reverse("comms:drop-template", args=[row.public_id]))
    assert MessageTemplate.objects.count() == 0


def test_election_is_noted_and_taken_off(chair: User, sign_in: SignIn, as_system: User) -> None:
    client = sign_in(chair)
    data = {"candidates": "Maria Lopez\nKofi Mensah", "since": "2026-11-01", "until": "2026-10-01"}
    assert client.post(reverse("comms:add-election"), data).status_code == 422
    client.post(reverse("comms:add-election"), {**data, "until": "2026-12-01"})
    row = CandidatePeriod.objects.get()
    assert row.candidates == ["Maria Lopez", "Kofi Mensah"]
    client.post(reverse("comms:end-election", args=[row.public_id]))
    assert CandidatePeriod.objects.count() == 0


@pytest.mark.parametrize("name", PAGES)
def test_steward_sees_only_own_messages(
    name: str, make_message: Callable[..., Message], make_user: Callable[..., User], sign_in: SignIn
) -> None:
    message = make_message()
    assert sign_in(make_user("steward")).get(reverse(f"comms:{name}", args=[message.public_id])).status_code == 404


def test_newest_change_stands_first(make_message: Callable[..., Message], chair: User, sign_in: SignIn) -> None:
    rows = [make_message() for _n in range(3)]
    for row, day in zip(rows, (2, 9, 5), strict=True):
        moment = datetime.datetime(2026, 3, day, 12, tzinfo=datetime.UTC)
        Message.objects.filter(pk=row.pk).update(changed_at=moment)
    page = sign_in(chair).get(reverse("comms:list")).content.decode()
    assert sorted(rows, key=lambda row: page.index(str(row.public_id))) == [rows[1], rows[2], rows[0]]


def test_list_says_where_each_message_goes_and_whose_turn_it_is(
    make_message: Callable[..., Message], approved: Message, chair: User, sign_in: SignIn
) -> None:
    make_message(("email", "flyer"))
    page = sign_in(chair).get(reverse("comms:list"))
    said = {row.pk: (goes.ways, acts) for row, goes, acts in page.context["rows"]}
    count = len(approved.versions.get().snapshot.people)
    assert said.pop(approved.pk) == ([f"E-mail: {count}"], "Whoever sends it")
    assert list(said.values()) == [(["E-mail", "Flyer"], str(chair))]
    assert f"E-mail: {count}".encode() in page.content


@pytest.mark.parametrize("items", [1, 3])
def test_list_asks_the_database_the_same_however_long(
    items: int, make_message: Callable[..., Message], chair: User, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    for _number in range(items):
        make_message()
    client = sign_in(chair)
    client.get(reverse("comms:list"))
    with django_assert_num_queries(LIST_QUERIES):
        client.get(reverse("comms:list"))


LIST_QUERIES = 8


def test_looking_for_a_clause_keeps_what_was_typed(segment: Segment, chair: User, sign_in: SignIn) -> None:
    page = sign_in(chair).post(reverse("comms:new"), brief_data(segment, find="1", words="overtime", title="Half done"))
    assert page.status_code == 200
    assert b"Half done" in page.content
    assert b"2027-03-02" in page.content
    assert b"No clause in force, no released text and no message" in page.content


def test_words_of_an_earlier_message_become_a_source_once_it_was_approved(
    segment: Segment, approved: Message, make_message: Callable[..., Message], chair: User, sign_in: SignIn
) -> None:
    client, words = sign_in(chair), approved.versions.exclude(body="").get()
    draft = make_message().versions.exclude(body="").get()
    asked = " ".join(words.body.split()[:2])
    page = client.post(reverse("comms:new"), brief_data(segment, find="1", words=asked))
    found = {row["id"]: row for row in page.context["found"]}
    assert str(words.public_id) in found and str(draft.public_id) not in found
    assert approved.title in found[str(words.public_id)]["label"]
    assert f'value="{words.public_id}"' in page.content.decode()
    for chosen, times in ((words, 1), (draft, 0)):
        page = client.post(reverse("comms:new"), brief_data(segment, use=str(chosen.public_id)))
        given = [form.initial.get("id") for form in page.context["sources"] if form.initial]
        assert given.count(str(chosen.public_id)) == times


def test_approved_words_are_kept_as_an_example(approved: Message, chair: User, sign_in: SignIn) -> None:
    client = sign_in(chair)
    client.post(reverse("comms:keep-example", args=[approved.versions.get().public_id]))
    assert MemoryItem.objects.get().kind == "example"


def test_a_version_that_went_out_is_not_dropped(
    approved: Message, chair: User, officer: User, sign_in: Callable[[User], Client]
) -> None:
    with acting(chair):
        sending.schedule_send(by=chair, message=approved, hold=False)
        version = approved.versions.get()
        Message.objects.filter(pk=approved.pk).update(state="draft")
    response = sign_in(chair).post(f"/messages/version/{version.public_id}/drop/", follow=True)
    assert "it stays with the message" in response.content.decode()
    with acting(chair):
        assert approved.versions.filter(pk=version.pk).exists()


def test_a_list_a_message_is_made_for_is_not_removed(
    approved: Message, segment: Segment, chair: User, sign_in: Callable[[User], Client]
) -> None:
    response = sign_in(chair).post(f"/members/lists/{segment.public_id}/remove/", follow=True)
    assert "the list stays" in response.content.decode()
    with acting(chair):
        assert Segment.objects.filter(pk=segment.pk).exists()


def test_what_is_wrong_with_a_list_stands_where_a_message_is_checked(
    make_message: Callable[..., Message], segment: Segment, chair: User, sign_in: SignIn
) -> None:
    message, client = make_message(), sign_in(chair)
    with acting(chair):
        Segment.objects.filter(pk=segment.pk).update(criteria=[{"field": "site", "op": "is", "values": ["Pier 99"]}])
    for page in ("versions", "approve"):
        assert b"Pier 99" in client.get(reverse(f"comms:{page}", args=[message.public_id])).content


def test_approval_is_asked_for_only_once_nothing_stands_in_the_way(
    make_message: Callable[..., Message], chair: User, sign_in: SignIn
) -> None:
    for words, asks in ((WORDS + "\n\nThe room is [insert room].", False), (WORDS, True)):
        message = make_message(words=words)
        page = sign_in(chair).get(reverse("comms:approve", args=[message.public_id])).content.decode()
        assert (reverse("comms:ask", args=[message.public_id]) in page) is asks
        checks = f'href="{reverse("comms:checks", args=[message.public_id])}">See the checks'
        assert (checks in re.sub(r'" class="[^"]*"', '"', page)) is not asks
