"""Words from the model and from the patterns, held against the same brief."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse

from comms import queries
from comms.models import Engine, Message, Version
from comms.services import approving, briefing, briefs, drafting, editing
from comms.tasks import draft_version, rewrite_version, translate_version
from members.models import Segment
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.ai.models import MemoryItem
from unionops.platform.ai.services import remember
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db
FACTS = [
    {"id": "day", "kind": "date", "value": "2030-12-03"},
    {"id": "hour", "kind": "time", "value": "17:30"},
    {"id": "room", "kind": "room", "value": "Room 210"},
    {"id": "phone", "kind": "phone", "value": "555-0142"},
]
GOOD = (
    "Subject: Two words before you go\nPreheader: It is on Tuesday\n\nHello {{ first_name }},\n\nPlease come to the meeting on Tuesday, "
    "December 3, 2030, at 5:30 pm in Room 210.\n\nQuestions? Call 555-0142.\n\nThank you,\nLocal 12"
)


@pytest.fixture
def drafted(segment: Segment, chair: User) -> Iterator[Callable[..., Message]]:
    def make(*channels: str) -> Message:
        brief = briefs.BriefInput(
            title="Meeting", purpose="Invite members to the meeting", facts=FACTS, channels=channels or ("email",)
        )
        message = briefs.start_message(by=chair, brief=brief)
        briefs.plan_versions(by=chair, message=message)
        return message

    with acting(chair):
        yield make


def codes(chair: User, message: Message) -> set[str]:
    return {finding.code for row in queries.checked(chair, message) for finding in row.findings}


def test_pattern_says_every_fact_and_nothing_else(drafted: Callable[..., Message], chair: User) -> None:
    message = drafted("email", "sms", "flyer", "board", "phone", "talking_points", "newsletter", "meeting_notice")
    for version in queries.versions(message):
        drafting.write_from_template(by=chair, version=version)
    assert codes(chair, message) == set()


def test_model_writes_and_its_words_wait_for_a_person(
    drafted: Callable[..., Message], chair: User, ollama: Any
) -> None:
    message = drafted()
    ollama.says(text=GOOD)
    job = draft_version.run_now(by=chair, about=message.versions.get(), version_id=message.versions.get().pk)
    version = message.versions.get()
    assert (version.engine, version.is_reviewed, version.subject) == (Engine.MODEL, False, "Two words before you go")
    assert version.body.startswith("Hello {{ first_name }},")
    assert version.run is not None
    assert "Room 210" in job.partial_text
    assert codes(chair, message) == set()


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("December 3", "December 10", "fact_differs"),
        (" in Room 210", "", "fact_missing"),
        ("Questions?", "The boss said “you are all replaceable here”. Questions?", "quote"),
        ("Questions?", "Maria Lopez will answer. Questions?", "name_unknown"),
    ],
)
def test_what_the_model_gets_wrong_is_caught(
    before: str, after: str, code: str, drafted: Callable[..., Message], chair: User, ollama: Any
) -> None:
    message = drafted()
    ollama.says(text=GOOD.replace(before, after))
    drafting.write_with_model(by=chair, version=message.versions.get())
    assert code in codes(chair, message)


def test_prompt_carries_the_facts_and_the_rules(drafted: Callable[..., Message], chair: User, ollama: Any) -> None:
    ollama.says(text=GOOD)
    drafting.write_with_model(by=chair, version=drafted().versions.get())
    said = json.dumps(ollama.asked()[0]["messages"])
    assert "- room: Room 210" in said
    assert "Add no fact" in said
    assert "{{ first_name }}" in said


def test_rewriting_keeps_both_wordings(drafted: Callable[..., Message], chair: User, ollama: Any) -> None:
    version: Version = drafted().versions.get()
    drafting.write_from_template(by=chair, version=version)
    ollama.says(text=GOOD)
    rewrite_version.run_now(by=chair, version_id=version.pk, manner="shorter")
    assert [text.engine for text in version.texts.all()] == [Engine.MODEL, Engine.TEMPLATE]


def test_text_message_gets_sender_and_stop_whoever_wrote_it(
    drafted: Callable[..., Message], chair: User, ollama: Any
) -> None:
    ollama.says(text="Come Tue Dec 3, 2030, 5:30 pm, Room 210. Call 555-0142")
    version = drafted("sms").versions.get()
    drafting.write_with_model(by=chair, version=version)
    version.refresh_from_db()
    assert version.body == "Local 12: Come Tue Dec 3, 2030, 5:30 pm, Room 210. Call 555-0142 Reply STOP to opt out."


def brief_file(folder: Path, **more: Any) -> Path:
    path = folder / "brief.json"
    brief = {"purpose": "Invite members to the meeting", "facts": FACTS, "channels": ["email", "sms"], **more}
    path.write_text(json.dumps(brief), "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    call_command(*arguments, "--json")
    return json.loads(capsys.readouterr().out)


def test_command_drafts_without_a_model(local: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = run(capsys, "draft_message", str(brief_file(tmp_path, audiences=["All", "Stewards"])))
    assert [(v["audience"], v["channel"], v["engine"]) for v in found["versions"]] == [
        ("All", "email", "template"),
        ("All", "sms", "template"),
        ("Stewards", "email", "template"),
        ("Stewards", "sms", "template"),
    ]
    assert [v["checks"] for v in found["versions"]] == [[], [], [], []]


def test_command_drafts_with_the_model_and_lists_its_faults(
    local: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], ollama: Any
) -> None:
    ollama.says(text=GOOD.replace("Room 210", "Room 120"))
    found = run(capsys, "draft_message", str(brief_file(tmp_path, channels=["email"])))
    assert found["versions"][0]["engine"] == "model"
    assert {"fact_differs", "fact_missing"} <= {check["code"] for check in found["versions"][0]["checks"]}


def test_command_falls_back_to_the_pattern_when_the_model_fails(
    local: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], ollama: Any
) -> None:
    ollama.says(text="")
    found = run(capsys, "draft_message", str(brief_file(tmp_path, channels=["email"])))
    assert found["versions"][0]["engine"] == "template"
    assert found["notes"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"purpose": ""}, "no_purpose"),
        ({"channels": ["pigeon"]}, "bad_channel"),
        ({"class": "gossip"}, "bad_class"),
        ({"sources": ["not-an-id"]}, "no_source"),
        ({"facts": [{"id": "x", "kind": "date"}]}, "bad_fact"),
        ({"facts": [{"id": "x", "kind": "date", "value": "2026-02-30"}]}, "bad_date"),
        ({"facts": [{"id": "x", "kind": "deadline", "value": "31-Jun-2026"}]}, "bad_date"),
    ],
)
def test_command_refuses_a_brief_it_does_not_understand(
    more: dict[str, Any], code: str, local: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        call_command("draft_message", str(brief_file(tmp_path, **more)), "--json")
    assert json.loads(capsys.readouterr().out)["error"]["code"] == code


def test_command_tells_what_it_does_not_read(local: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = {"tone": "warm", "facts": [{"id": "x", "kind": "date", "value": "2030-12-03", "note": "check"}]}
    call_command("draft_message", str(brief_file(tmp_path, **odd)), "--json")
    assert json.loads(capsys.readouterr().out)["not_read"] == ["tone", "facts: note"]


def test_earlier_message_on_the_same_matter_shows_the_manner(
    approved: Message, drafted: Callable[..., Message], chair: User, ollama: Any
) -> None:
    ollama.says(text=GOOD)
    drafting.write_with_model(by=chair, version=drafted().versions.get())
    assert "Copy its manner" in json.dumps(ollama.asked()[0]["messages"])


def test_words_changed_twice_are_proposed_and_remembered(
    drafted: Callable[..., Message], chair: User, sign_in: Any, ollama: Any
) -> None:
    """What it made up about one matter is no question of style."""
    ollama.says(text=GOOD.replace("Room 210.", "Room 210. You can ask Greg Poole there."))
    for _time in range(2):
        version = drafted().versions.get()
        drafting.write_with_model(by=chair, version=version)
        body = version.body.replace(" You can ask Greg Poole there.", "").replace("Please come", "Do join us")
        editing.edit_version(by=chair, version=version, subject="", preheader="", body=body)
    pair = {"instead": "please come", "say": "do join us"}
    client = sign_in(chair)
    page = client.get(reverse("comms:house")).content
    assert b"do join us" in page
    assert b"Poole" not in page
    client.post(reverse("comms:remember-words"), pair)
    assert MemoryItem.objects.get().title == "please come"
    assert client.post(reverse("comms:remember-words"), pair).status_code == 404


def test_page_shows_the_model_at_work(drafted: Callable[..., Message], chair: User, sign_in: Any, ollama: Any) -> None:
    message, client = drafted(), sign_in(chair)
    client.post(reverse("comms:write", args=[message.public_id]), {"with": "model"})
    page = client.get(reverse("comms:versions", args=[message.public_id]))
    assert b"Writing a version" in page.content
    assert b"Stop" in page.content


@pytest.mark.parametrize(
    "brief", [{"purpose": "x" * 2001}, {"purpose": "p", "facts": [{"id": "f", "kind": "text", "value": "y" * 1001}]}]
)
def test_a_book_is_no_brief(as_system, brief):
    with pytest.raises(Problem, match="too long"):
        briefing.read_brief(brief, by=as_system)


def in_spanish(chair: User) -> Message:
    brief = briefs.BriefInput(title="Meeting", purpose="Ask your steward to the meeting", languages=["en", "es"])
    message = briefs.start_message(by=chair, brief=brief)
    briefs.plan_versions(by=chair, message=message)
    english = message.versions.get(language="en")
    words = "Hello {{ first_name }},\n\nAsk your steward about the meeting.\n\nLocal 12"
    editing.edit_version(by=chair, version=english, subject="Meeting", preheader="", body=words)
    return message


SPANISH = "Asunto: Reunión\n\nHola {{ first_name }}:\n\nPregunte a su representante sobre la reunión.\n\nLocal 12"


def test_translation_waits_for_a_speaker_and_the_word_list_holds(
    segment: Segment, chair: User, officer: User, ollama: Any
) -> None:
    with acting(chair):
        message = in_spanish(chair)
        remember(by=chair, kind="glossary", title="steward", text="delegado / delegada", language="es")
        version = message.versions.get(language="es")
        ollama.says(text=SPANISH)
        translate_version.run_now(by=chair, about=version, version_id=version.pk)
        asked = json.dumps(ollama.asked()[-1]["messages"], ensure_ascii=False)
        version.refresh_from_db()
        found = {finding.code for row in queries.checked(chair, message) for finding in row.findings}
        assert "Say “delegado” for “steward”" in asked
        assert "Ask your steward about the meeting." in asked
        assert (version.subject, version.needs_speaker, "term" in found) == ("Reunión", True, True)

        words = version.body.replace("representante", "delegada")
        editing.edit_version(by=chair, version=version, subject="Reunión", preheader="", body=words)
        assert "term" not in {f.code for row in queries.checked(chair, message) for f in row.findings}
        with pytest.raises(Problem) as caught:
            approving.ask_approval(by=chair, message=message)
        assert caught.value.code == "no_speaker"
    with acting(officer):
        editing.speak_for(by=officer, version=version)
    with acting(chair):
        approving.ask_approval(by=chair, message=message)
        editing.edit_version(by=chair, version=version, subject="Reunión", preheader="", body=words + " ")
        version.refresh_from_db()
    assert version.needs_speaker


def test_nothing_to_translate_is_said(segment: Segment, chair: User) -> None:
    with acting(chair), pytest.raises(Problem) as caught:
        message = in_spanish(chair)
        drafting.translate(by=chair, version=message.versions.get(language="en"))
    assert caught.value.code == "no_original"


def test_one_paragraph_is_rewritten_and_the_others_stay(
    drafted: Callable[..., Message], chair: User, ollama: Any
) -> None:
    message = drafted()
    version = message.versions.get()
    editing.edit_version(by=chair, version=version, subject="A", preheader="B", body="One.\n\nTwo is long.\n\nThree.")
    ollama.says(text="Two.")
    rewrite_version.run_now(by=chair, about=version, version_id=version.pk, manner="shorter", paragraph=1)
    version.refresh_from_db()
    assert (version.subject, version.body) == ("A", "One.\n\nTwo.\n\nThree.")
    with pytest.raises(Problem):
        drafting.rewrite(by=chair, version=version, manner="shorter", paragraph=9)


def test_version_says_whose_manner_it_follows(drafted: Callable[..., Message], chair: User, ollama: Any) -> None:
    earlier, later = drafted(), drafted()
    Message.objects.filter(pk=earlier.pk).update(state="approved")
    ollama.says(text=GOOD)
    draft_version.run_now(by=chair, about=later.versions.get(), version_id=later.versions.get().pk)
    assert later.versions.get().example == earlier.versions.get()


@pytest.mark.parametrize(
    ("given", "channels", "languages"),
    [
        ({"channel": "sms", "language": "es"}, ["sms"], ["es"]),
        ({"channels": ["texto", "Correo electrónico", "aviso de reunión"]}, ["sms", "email", "meeting_notice"], ["en"]),
    ],
)
def test_one_channel_and_spanish_names_of_channels_are_read(
    given: dict[str, Any], channels: list[str], languages: list[str], chair: User
) -> None:
    with acting(chair):
        brief = briefing.read_brief({"purpose": "Come to the meeting", **given}, by=chair)
    assert (list(brief.channels), list(brief.languages)) == (channels, languages)


def test_a_bare_sum_is_written_as_money_and_objected_to_by_no_check(segment: Segment, chair: User) -> None:
    data = {"purpose": "Members vote on dues", "facts": [{"kind": "money", "value": "24.50"}], "channels": ["letter"]}
    with acting(chair):
        message = briefing.start_from_file(by=chair, data=data)
        briefing.write_all(by=chair, message=message)
        (row,) = queries.checked(chair, message)
    assert "$24.50" in row.version.body
    assert row.open == []
