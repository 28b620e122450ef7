"""Answers over real HTTP against the stand-in model: shown only when the words stand in the agreement."""

import json
from typing import Any

import pytest
from django.core.management import call_command

from contracts import tasks
from contracts.answers import shown_claims
from contracts.models import AgreementVersion, Question
from contracts.services import asking
from unionops.platform.access.actors import acting, system_actor

pytestmark = pytest.mark.django_db
ASKED = "How many days do I have to file a grievance?"


def claim(ollama: Any, quote: str, source: str = "C1") -> None:
    ollama.says(json={"claims": [{"source": source, "quote": quote, "text": "Within twenty days."}]})


def source_of(ollama: Any, version: AgreementVersion) -> str:
    """The number under which clause 3.2 is shown to the model."""
    with acting(system_actor()) as by:
        from contracts.finding import find

        shown = asking.passages(by, find(by, ASKED, versions=[version], limit=asking.SECTIONS_READ))
    return next(passage.id for passage in shown if "twenty (20) days" in passage.text)


def asked(version: AgreementVersion) -> Question:
    with acting(system_actor()) as by:
        question = asking.put_question(by=by, text=ASKED, version=version)
        tasks.answer_question.run_now(by=by, about=question, question_id=question.pk)
        question.refresh_from_db()
        return question


def test_true_quotation_becomes_an_answer_with_page_and_offsets(agreement: AgreementVersion, ollama: Any) -> None:
    claim(ollama, "a grievance shall be filed within twenty (20) days", source_of(ollama, agreement))
    question = asked(agreement)
    assert question.state == "answered"
    found = question.claims[0]
    assert found["quote"] == "A grievance shall be filed within twenty (20) days"
    assert found["page"] == 3
    with acting(system_actor()) as by:
        shown = shown_claims(by, question)
    assert "mark=3.2:" in shown[0].url


def test_altered_quotation_is_dropped_and_nothing_is_claimed(agreement: AgreementVersion, ollama: Any) -> None:
    claim(ollama, "A grievance shall be filed within thirty (30) days", source_of(ollama, agreement))
    question = asked(agreement)
    assert question.state == "not_covered"
    assert question.claims == []
    assert question.dropped >= 1
    assert question.for_stewards


def test_not_covered_only_after_searching_again(agreement: AgreementVersion, ollama: Any) -> None:
    ollama.says(json={"claims": []})
    question = asked(agreement)
    assert question.state == "not_covered"
    assert question.clauses


def test_accepted_answer_comes_first_next_time(agreement: AgreementVersion, ollama: Any) -> None:
    claim(ollama, "A grievance shall be filed within twenty (20) days", source_of(ollama, agreement))
    question = asked(agreement)
    with acting(system_actor()) as by:
        asking.review_answer(question=question, by=by, verdict="accepted")
        before = asking.confirmed_before(by, "How many days to file a grievance do I have?", agreement)
    assert [one.pk for one in before] == [question.pk]


def test_command_answers_with_claims(
    agreement: AgreementVersion, ollama: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    claim(ollama, "A grievance shall be filed within twenty (20) days", source_of(ollama, agreement))
    call_command("ask_agreement", ASKED, "--agreement", str(agreement.public_id), "--json")
    out = json.loads(capsys.readouterr().out)
    assert out["state"] == "answered"
    one = out["claims"][0]
    assert {"text", "clause_id", "quote", "start", "end", "page"} <= set(one)
    assert out["run_id"]


def test_failure_is_said_and_nothing_half_written_is_kept(agreement: AgreementVersion, ollama: Any) -> None:
    ollama.says(text="this is no JSON at all")
    question = asked(agreement)
    assert question.state == "failed"
    assert question.claims == []
    assert question.problem
