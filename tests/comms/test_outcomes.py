"""What callers and texters bring back is read in any of the usual words, shown, carried out once, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from comms import outcomes, providers, queries
from comms.models import OutcomeFile, OutcomeState, OutreachResult
from comms.services import briefs, editing
from comms.services import outcomes as deeds
from members.models import ChannelConsent, Person, Phone, Segment
from members.reaching.audience import receipt_of
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

WORDS = {
    "stop": ["STOP", "Opted out", "opt-out", "Do not call", "DNC", "Remove me", "do_not_text", "Unsubscribed", "ALTO"],
    "wrong": ["Wrong number", "wrong #", "Disconnected", "Bad Number", "Landline", "número equivocado", "Moved"],
    "yes": ["Yes", "said yes", "Strong Yes", "Supporter", "will attend", "Sí", "1", "Pledged"],
    "no": ["No", "Refused", "declined", "not interested", "Strong No", "can't come"],
    "reached": ["Reached", "Canvassed", "talked to them", "Maybe", "undecided", "Contacted", "3"],
    "not_reached": ["No answer", "Not Home", "left voicemail", "Left Message", "busy", "needsMessage", "no reply"],
}


# Written before the lists were looked at: carriers' keywords, short hands of callers, Spanish.
LATER = {
    "stop": ["STOPALL", "END", "QUIT", "asked to be removed", "quit texting me", "no me escriban", "BAJA", "Revoked"],
    "wrong": ["WN", "not this person", "Bad #", "Número incorrecto", "nobody by that name", "Number changed", "Disc"],
    "yes": ["Yes - will come", "Count me in", "I'll be there", "Sí, voy", "Confirmed", "GOING", "Y - bringing 2"],
    "no": ["No thanks", "can't make it", "Lean No", "no voy", "5 - Opposed", "Not going", "doesn't support it"],
    "reached": ["Texted back", "hablé con ella", "Live answer", "needs more info", "Unsure", "Had a chat"],
    "not_reached": ["NH", "LVM", "No Ans", "Mailbox full", "Didn't pick up", "dejé mensaje", "Left lit", "can't talk"],
}


@pytest.mark.parametrize(("result", "words"), [(r, w) for r, words in LATER.items() for w in words])
def test_words_of_other_programs_have_their_meaning(result: str, words: str) -> None:
    assert outcomes.meaning(words) == result


@pytest.mark.parametrize(("result", "words"), [(r, w) for r, words in WORDS.items() for w in words])
def test_usual_words_have_their_meaning(result: str, words: str) -> None:
    assert outcomes.meaning(words) == result


def test_an_empty_cell_and_unknown_words_are_told_apart() -> None:
    assert (outcomes.meaning("  "), outcomes.meaning("purple")) == ("", "?")


def test_words_nobody_knows_are_asked_about_and_join_the_plan(
    numbers: list[Person], chair: User, sign_in: Callable[..., Client]
) -> None:
    """'purple' twice: one question; what is left out stays out; a wrong reading is put right before it counts."""
    client = sign_in(chair)
    with acting(chair):
        data = sheet(numbers, "purple", "said yes to moving the fax", "moved to Ohio", "purple", "wrong number of dues")
        file = deeds.read_outcomes(by=chair, data=data, name="a.csv", channel="sms")
    page = client.get(reverse("comms:outcome", args=[file.public_id])).content.decode()
    assert "“purple” in 2 rows" in page
    assert "wrong number of dues</td>" in page
    address = reverse("comms:outcome-words", args=[file.public_id])
    names = list(outcomes.readings(file.plan))
    assert names[:2] == ["purple", "moved to Ohio"]
    meant = {"purple": "not_reached", "moved to Ohio": "", "said yes to moving the fax": "yes", "Yes": "yes"}
    client.post(address, {f"word-{at}": meant.get(name, "reached") for at, name in enumerate(names)})
    before, file = file.plan_hash, OutcomeFile.objects.get()
    assert [row["result"] for row in outcomes.settled(file.plan)] == [
        "not_reached",
        "yes",
        "not_reached",
        "reached",
        "yes",
    ]
    with acting(chair):
        with pytest.raises(Problem):
            deeds.apply_outcomes(by=chair, file=file, plan_hash=before)
        deeds.apply_outcomes(by=chair, file=file, plan_hash=file.plan_hash)
        file.refresh_from_db()
        with pytest.raises(Problem):
            deeds.explain_words(by=chair, file=file, meanings={"Purple": "yes"})


def test_stop_from_a_shared_number_is_a_stop_for_all_who_have_it(numbers: list[Person], chair: User) -> None:
    Phone.objects.filter(person=numbers[1]).update(number="6145550100")
    with acting(chair):
        rows = b"phone,result\n614-555-0100,yes\n614-555-0100,STOP\n"
        file = deeds.read_outcomes(by=chair, data=rows, name="a.csv", channel="sms")
    assert {row["person"]: row["result"] for row in outcomes.settled(file.plan)} == {
        str(p.public_id): "stop" for p in numbers[:2]
    }
    assert [row["row"] for row in file.refused] == [2]


@pytest.mark.parametrize(
    ("cell", "result"), [("true", "stop"), ("x", "stop"), ("2026-11-01", "stop"), ("FALSE", ""), ("", "")]
)
def test_a_column_of_opt_outs_counts_before_the_result(cell: str, result: str) -> None:
    line = next(outcomes.lines(["external_id", "opted_out"], [["a", cell]], [2]))
    assert line.result == result


@pytest.fixture
def numbers(people: list[Person]) -> list[Person]:
    for n, person in enumerate(people):
        Phone.objects.create(person=person, number=f"614555010{n}", kind="cell")
        ChannelConsent.objects.create(person=person, channel="sms", status="granted")
    return people


def sheet(people: list[Person], *results: str) -> bytes:
    rows = [f"{p.public_id},,{result},heard {n}" for n, (p, result) in enumerate(zip(people, results, strict=False))]
    return "\n".join(["external_id,cell,disposition,notes", *rows, ",(614) 555-0105,Yes,", "nobody,,Yes,"]).encode()


def test_outcomes_are_shown_first_then_carried_out_as_shown_and_taken_back(numbers: list[Person], chair: User) -> None:
    with acting(chair):
        data = sheet(numbers, "STOP", "wrong number", "said yes", "purple", "")
        file = deeds.read_outcomes(by=chair, data=data, name="texts.csv", channel="sms")
        assert [row["result"] for row in file.plan] == ["stop", "wrong", "yes", "", "yes"]
        assert [(row["row"], row["column"]) for row in file.refused] == [(8, "external_id")]
        assert not OutreachResult.objects.exists()
        with pytest.raises(Problem):
            deeds.apply_outcomes(by=chair, file=file, plan_hash="other")
        file = deeds.apply_outcomes(by=chair, file=file, plan_hash=file.plan_hash)
        after = receipt_of(Person.objects.order_by("pk"), channel="sms", klass="event")
        assert {p.pk: why for p, why in after.left_out} == {numbers[0].pk: "said_no", numbers[1].pk: "bad_phone"}
        with pytest.raises(Problem):
            deeds.apply_outcomes(by=chair, file=file, plan_hash=file.plan_hash)
        deeds.undo_outcomes(by=chair, file=file)
        file.refresh_from_db()
        later = receipt_of(Person.objects.order_by("pk"), channel="sms", klass="event")
    assert file.state == OutcomeState.UNDONE
    assert [why for _p, why in later.left_out] == ["said_no"]
    assert not OutreachResult.objects.exists()


def test_strictest_word_about_one_person_counts(numbers: list[Person], chair: User) -> None:
    with acting(chair):
        data = f"external_id,result\n{numbers[0].public_id},yes\n{numbers[0].public_id},opted out\n".encode()
        file = deeds.read_outcomes(by=chair, data=data, name="a.csv", channel="phone")
    assert [row["result"] for row in outcomes.settled(file.plan)] == ["stop"]


@pytest.mark.parametrize(
    "text",
    ["phone,result\n614-555-0100,STOP\nabc,what\n", "Cell Phone,Outcome\nx,y\n614-555-0100,STOP\n",
     "external_id;opted_out\nnobody;x\n{id};x\n"],
)  # fmt: skip
def test_short_file_is_read_by_its_headings(text: str, numbers: list[Person], chair: User) -> None:
    data = text.replace("{id}", str(numbers[0].public_id)).encode()
    with acting(chair):
        file = deeds.read_outcomes(by=chair, data=data, name="calls.csv", channel="sms")
    assert [(row["person"], row["result"]) for row in file.plan] == [(str(numbers[0].public_id), "stop")]
    assert len(file.refused) == 1


def test_file_without_the_columns_is_refused_in_words(chair: User) -> None:
    with acting(chair), pytest.raises(Problem) as caught:
        deeds.read_outcomes(by=chair, data=b"name,colour\nA,red\n", name="a.csv", channel="phone")
    assert caught.value.code == "no_columns"


def test_results_stand_on_the_persons_page_until_the_record_is_erased(numbers: list[Person], officer: User) -> None:
    with acting(officer):
        open_file = deeds.read_outcomes(by=officer, data=sheet(numbers, "purple"), name="b.csv", channel="phone")
        assert "heard 0" in str(open_file.plan)
        file = deeds.read_outcomes(by=officer, data=sheet(numbers, "Yes"), name="a.csv", channel="phone")
        deeds.apply_outcomes(by=officer, file=file, plan_hash=file.plan_hash)
        assert [e.title for e in providers.timeline(officer, numbers[0])] == ["phone call: said yes · heard 0"]
        assert queries.outcomes_of(officer, numbers[1]) == []
        providers.forget(numbers[0])
        file.refresh_from_db()
        open_file.refresh_from_db()
    assert "heard 0" not in str([file.plan, open_file.plan])
    assert not OutreachResult.objects.exclude(note="").filter(person=numbers[0]).exists()


def test_pages_show_a_file_take_it_in_and_take_it_back(
    numbers: list[Person], chair: User, sign_in: Callable[..., Client]
) -> None:
    client = sign_in(chair)
    upload = SimpleUploadedFile("calls.csv", sheet(numbers, "STOP", "purple"), "text/csv")
    shown = client.post(reverse("comms:outcomes"), {"file": upload, "channel": "phone", "version": ""}, follow=True)
    assert "Wants no more messages" in shown.content.decode()
    assert "“purple” in 1 row" in shown.content.decode()
    file = OutcomeFile.objects.get()
    client.post(reverse("comms:take-in", args=[file.public_id]), {"plan_hash": file.plan_hash})
    assert ChannelConsent.objects.filter(person=numbers[0], channel="phone", status="revoked").exists()
    client.post(reverse("comms:take-back", args=[file.public_id]))
    file.refresh_from_db()
    assert file.state == OutcomeState.UNDONE
    bad = client.post(reverse("comms:outcomes"), {"channel": "phone"})
    assert bad.status_code == 422


def test_speaker_stands_for_a_translation_on_the_page(
    segment: Segment, chair: User, sign_in: Callable[..., Client]
) -> None:
    with acting(chair):
        brief = briefs.BriefInput(title="Meeting", purpose="Come to the meeting", languages=["es"])
        message = briefs.start_message(by=chair, brief=brief)
        version = briefs.plan_versions(by=chair, message=message)[0]
        editing.edit_version(by=chair, version=version, subject="Reunión", preheader="", body="Venga a la reunión.")
    client = sign_in(chair)
    before = client.get(reverse("comms:versions", args=[message.public_id])).content.decode()
    client.post(reverse("comms:speak", args=[version.public_id]))
    after = client.get(reverse("comms:versions", args=[message.public_id])).content.decode()
    assert ("No speaker has read it" in before, "No speaker has read it" in after) == (True, False)
    assert "stands for these words" in after
