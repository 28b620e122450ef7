"""Texts any message may rest on, files that go after seven days, and proposals from what people change."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from comms import providers, queries, tasks
from comms.models import Export, Message, ReleasedText
from comms.queries import style
from comms.queries.style import proposals
from comms.services import editing, exporting, house, releasing
from members.models import Person
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.ai.models import MemoryItem, MemoryKind
from unionops.platform.core.problems import Problem
from unionops.platform.files.models import Upload

pytestmark = pytest.mark.django_db


def test_minutes_are_a_source_until_withdrawn(chair: User, sign_in: Any) -> None:
    client = sign_in(chair)
    words = {"label": "Minutes of November 10", "text": "The members voted to ask for a second elevator."}
    assert client.post(reverse("comms:release"), words).status_code == 302
    with acting(chair):
        row = ReleasedText.objects.get()
        found = queries.sources_like(chair, "elevator")
        assert found == [{"id": str(row.public_id), "label": words["label"], "text": words["text"]}]
        assert queries.source(chair, str(row.public_id)) == found[0]
    assert b"Minutes of November 10" in client.get(reverse("comms:new")).content
    client.post(reverse("comms:withdraw", args=[row.public_id]))
    with acting(chair):
        assert queries.sources_like(chair, "elevator") == []
        assert queries.source(chair, str(row.public_id)) is None


def test_a_text_without_words_is_refused_and_nothing_is_lost(chair: User, sign_in: Any) -> None:
    page = sign_in(chair).post(reverse("comms:release"), {"label": "Minutes", "text": ""})
    assert page.status_code == 422 and b'value="Minutes"' in page.content


def test_a_settled_case_that_names_somebody_is_refused(chair: User, people: list[Person]) -> None:
    with acting(chair), pytest.raises(Problem, match="Anna1 Zoran1"):
        text = "In May Anna1 Zoran1 got back pay."
        releasing.release_text(by=chair, kind="settled", label="A case", text=text)
    assert not _released(chair)


def _released(user: User) -> list[ReleasedText]:
    with acting(user):
        return list(ReleasedText.objects.all())


def exported(chair: User, message: Message) -> Export:
    with acting(chair):
        version = message.versions.get()
        exporting.export_version(by=chair, version=version, file_format="mail_merge", purpose="mail them")
        return Export.objects.select_related("file").get()


def test_a_file_can_be_fetched_again_and_goes_after_seven_days(
    approved: Message, chair: User, sign_in: Any, as_system: User
) -> None:
    row = exported(chair, approved)
    client = sign_in(chair)
    again = client.get(reverse("comms:fetch", args=[row.public_id]))
    assert again.status_code == 200 and b"anna0@example.org" in again.content
    page = client.get(reverse("comms:send", args=[approved.public_id])).content
    assert b"Fetch again" in page
    Export.objects.update(expires_at=timezone.now() - datetime.timedelta(minutes=1))
    assert client.get(reverse("comms:fetch", args=[row.public_id])).status_code == 302
    tasks.remove_old_files()
    kept = Export.objects.get()
    assert kept.file is None and kept.removed_at and kept.count == row.count and kept.sha256 == row.sha256
    assert not Upload.objects.filter(purpose=exporting.FILES).exists()
    page = client.get(reverse("comms:send", args=[approved.public_id])).content
    assert b"removed on" in page and b"Fetch again" not in page


def test_a_file_whose_days_are_not_over_stays(approved: Message, chair: User, as_system: User) -> None:
    exported(chair, approved)
    assert exporting.remove_expired(by=as_system) == 0
    assert Export.objects.exclude(file=None).exists()


def test_a_steward_fetches_no_file(
    approved: Message, chair: User, make_user: Callable[..., User], sign_in: Any
) -> None:
    row = exported(chair, approved)
    assert sign_in(make_user("steward")).get(reverse("comms:fetch", args=[row.public_id])).status_code == 403


def test_erasing_a_person_destroys_the_files_that_hold_them(
    approved: Message, chair: User, people: list[Person], as_system: User
) -> None:
    exported(chair, approved)
    providers.forget(people[5])
    assert Export.objects.get().file is not None, "she has no e-mail and is not in the file"
    providers.forget(people[0])
    assert Export.objects.get().file is None


DRAFT = "Hello {{ first_name }},\n\nPlease come to the meeting. It will be worth your while.\n\nThank you,\nLocal 12"


def edited(chair: User, message: Message, words: str) -> None:
    version = message.versions.get()
    with acting(chair):
        editing.keep_wording(by=chair, version=version, draft=_draft(DRAFT), engine="model")
        editing.edit_version(by=chair, version=version, subject="", preheader="", body=words)


def _draft(words: str) -> Any:
    from comms.checks.parts import Draft

    return Draft("email", words)


def test_greeting_closing_and_sentences_are_proposed_with_their_evidence(
    make_message: Callable[..., Message], chair: User
) -> None:
    words = "Hi {{ first_name }},\n\nPlease come to the meeting. Bring a coworker if you can.\n\nIn solidarity,\nLocal Twelve"
    for _time in range(2):
        edited(chair, make_message(), words)
    with acting(chair):
        found = {row.kind: row for row in proposals()}
        assert found["greeting"].say == "Hi {{ first_name }},"
        assert found["closing"].say == "In solidarity, / Local Twelve"
        assert found["added"].say == "Bring a coworker if you can."
        assert found["removed"].instead == "It will be worth your while."
        assert {row.times for row in found.values()} == {2}
        assert found["greeting"].seen_in == ("Come to the meeting", "Come to the meeting")


def test_a_change_made_once_is_no_habit(make_message: Callable[..., Message], chair: User) -> None:
    edited(chair, make_message(), DRAFT.replace("Hello", "Hi"))
    with acting(chair):
        assert proposals() == []


def test_taken_and_refused_proposals_come_once(make_message: Callable[..., Message], chair: User, sign_in: Any) -> None:
    for _time in range(2):
        edited(chair, make_message(), DRAFT.replace("Hello", "Hi").replace("Thank you", "Solidarity"))
    client = sign_in(chair)
    greeting = {"kind": "greeting", "instead": "Hello {{ first_name }},", "say": "Hi {{ first_name }},"}
    closing = {"kind": "closing", "instead": "Thank you, / Local 12", "say": "Solidarity, / Local 12"}
    assert client.post(reverse("comms:remember-words"), greeting).status_code == 302
    with acting(chair):
        taken = MemoryItem.objects.get()
        assert (taken.kind, taken.active) == (MemoryKind.STYLE, True) and "Hi {{ first_name }}," in taken.text
        assert "2 messages" in taken.source
        assert "greeting" not in {row.kind for row in proposals()}
        words = next(row for row in proposals() if row.kind == "words")
        house.refuse_proposal(by=chair, proposal=words)
        assert words.title not in {row.title for row in proposals()}
        assert MemoryItem.objects.get(active=False).title == words.title
    assert client.post(reverse("comms:remember-words"), {**closing, "say": "Made up"}).status_code == 404


def test_a_sentence_with_a_word_changed_is_neither_put_in_nor_taken_out() -> None:
    before = "Hello,\n\nThe agency wants to change the schedule.\n\nPlease tell your steward what you think.\n\nThank you,\nLocal"
    after = "Hello,\n\nManagement wants to change the schedule.\n\nBring a friend who works on the night shift.\n\nThank you,\nLocal"
    kinds = {(kind, instead or say) for kind, instead, say in style._changes(before, after)}
    assert ("words", "the agency") in kinds
    assert {words for kind, words in kinds if kind in {"added", "removed"}} == {
        "Please tell your steward what you think.",
        "Bring a friend who works on the night shift.",
    }
