"""Notes made by mistake are put right or taken back; what they said is kept for those who may read it."""

import datetime

import pytest
from django.urls import reverse

from members.life import notes, timeline
from members.life.history import joined
from members.life.records import whole_record
from members.models import Assessment, Conversation, EarlierNote
from members.services import editing
from members.services.correcting import correct_note, take_back_note
from tests.members.roads import people_of
from unionops.platform.access.actors import acting
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_stewardship
from unionops.platform.core.problems import Problem

DAY = datetime.date(2026, 9, 1)


@pytest.fixture
def steward(make_user, unit, as_system):
    made = make_user(Role.STEWARD)
    give_stewardship(by=as_system, user=made, unit=unit)
    return made


@pytest.fixture
def talk(roster, steward):
    with acting(steward):
        return editing.note_conversation(by=steward, person=roster[0], on=DAY, heard="parking", ask="join")


def test_a_corrected_talk_says_the_new_and_keeps_the_old(talk, steward, roster):
    with acting(steward):
        correct_note(by=steward, note=talk, heard="overtime", ask="join")
        assert Conversation.objects.get().heard == "overtime"
        kept = EarlierNote.objects.get()
        assert (kept.facts["heard"], kept.is_removed, kept.facts["on"]) == ("parking", False, "2026-09-01")
        correct_note(by=steward, note=talk, heard="overtime")
        assert EarlierNote.objects.count() == 1
        lines = [(entry.title, entry.detail) for entry in timeline.entries(steward, roster[0])]
        assert (f"Corrected by {steward}", "it said on 2026-09-01: parking; join") in lines


def test_a_talk_taken_back_counts_nowhere_and_stays_in_the_history(talk, steward, roster, as_system):
    with pytest.raises(Problem):
        take_back_note(by=as_system, note=talk, why=" ")
    correct_note(by=as_system, note=talk, heard="overtime")
    take_back_note(by=as_system, note=talk, why="another Boyle")
    assert people_of(as_system, "talked is known").count() == 0
    shown = [entry.detail for entry in timeline.entries(as_system, roster[0])]
    assert "it said on 2026-09-01: overtime; join (another Boyle)" in shown


def test_the_persons_own_record_says_of_a_note_taken_back_only_that_and_when(talk, roster, as_system):
    """It may be about somebody else, whose words are not theirs to read."""
    correct_note(by=as_system, note=talk, heard="overtime")
    kept = editing.note_conversation(by=as_system, person=roster[0], on=DAY, heard="lockers")
    correct_note(by=as_system, note=kept, heard="showers")
    take_back_note(by=as_system, note=talk, why="another Boyle")
    record = whole_record(as_system, roster[0])
    assert [row["heard"] for row in record["conversations"]] == ["showers"]
    taken_back, corrected = record["earlier_notes"]
    assert set(taken_back) == {"kind", "is_removed", "at"} and corrected["facts"]["heard"] == "lockers"
    assert f"Taken back by {as_system}" in {line["what"] for line in record["timeline"]}
    assert not any(word in str(record) for word in ("parking", "overtime", "another Boyle"))


def test_an_assessment_is_corrected_too(roster, as_system):
    found = editing.assess(by=as_system, person=roster[0], question="Strike vote", score=5)
    correct_note(by=as_system, note=found, score=1)
    assert people_of(as_system, "assessment is 1").count() == 1
    take_back_note(by=as_system, note=found, why="asked somebody else")
    assert Assessment.objects.count() == 0 and EarlierNote.objects.count() == 2


def test_only_the_author_and_those_who_organize_everywhere_may(talk, steward, make_user, unit, as_system, sign_in):
    colleague, chief = make_user(Role.STEWARD), make_user(Role.CHIEF_STEWARD)
    give_stewardship(by=as_system, user=colleague, unit=unit)
    address = reverse("members:note", args=["talk", talk.public_id])
    assert sign_in(colleague).get(address).status_code == 404
    assert sign_in(make_user(Role.COMMS_CHAIR)).get(address).status_code in {403, 404}
    assert sign_in(chief).get(address).status_code == 200
    with acting(steward):
        assert notes.may_correct(steward, talk)
    client = sign_in(steward)
    assert client.get(address).status_code == 200
    assert client.get(reverse("members:note", args=["dream", talk.public_id])).status_code == 404
    assert client.post(address, {"on": "soon"}).status_code == 422
    assert client.post(address, {"deed": "take-back", "why": ""}).status_code == 422
    said = {"on": "2026-09-02", "heard": "lockers", "off_duty": "on"}
    assert client.post(address, said).status_code == 302
    assert client.post(address, {"deed": "take-back", "why": "a dream"}).status_code == 302
    with acting(as_system):
        assert [note.facts["heard"] for note in EarlierNote.objects.all()] == ["lockers", "parking"]


def test_whoever_does_not_organize_sees_nothing_of_it(talk, roster, make_user, as_system):
    take_back_note(by=as_system, note=talk, why="another Boyle")
    chair = make_user(Role.COMMS_CHAIR)
    with acting(chair):
        assert not notes.earlier(chair, roster[0]).exists()


def test_what_was_heard_reads_as_sentences():
    assert (
        joined(("Talked in the break.", "Would you come?", "yes"), "; ") == "Talked in the break. Would you come? yes"
    )
    assert joined(("Would you wear it?", "1"), ": ") == "Would you wear it? 1"
    assert joined(("Ratify the agreement", "1"), ": ") == "Ratify the agreement: 1"
    assert joined(("overtime", "", "no"), "; ") == "overtime; no" and joined((), "; ") == ""
