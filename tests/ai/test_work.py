"""Fetching, testing, embedding, reviewing, and the commands."""

import json
import math
from collections import Counter

import pytest
from django.core.management import call_command

from tests.ai.conftest import PROSE
from tests.standin.library import Model
from unionops.platform.access.actors import acting
from unionops.platform.ai import guard, pulling, services, tasks
from unionops.platform.ai.asking import ask
from unionops.platform.ai.embedding import embed
from unionops.platform.ai.models import Run
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Stopped
from unionops.platform.jobs.errors import Permanent, Transient

pytestmark = pytest.mark.django_db
RIGHT = [
    ("How many days of notice", {"days": 15}),
    ("Cuántos días", {"days": 20}),
    ("deadline, pay or other", {"kind": "pay"}),
    ("Copy the words", {"quote": "Overtime is offered by seniority"}),
    ("List the names", {"names": []}),
]


def draft_profile(by, ollama):
    return services.choose_model(by=by, role="draft", model=guard.examine(ollama.url).model("qwen3.5:4b"))


def test_a_model_is_fetched_with_a_bar_that_never_goes_back(ollama, officer):
    ollama.library.pullable["qwen3.5:2b"] = Model("qwen3.5:2b", size=2_700_000_000)
    seen = []
    pulling.pull_model(
        by=officer, name="qwen3.5:2b", progress=lambda done, total=None, phase="": seen.append((done, total))
    )
    shares = [done / total for done, total in seen if total]
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert ollama.library.find("qwen3.5:2b")


def test_a_fetch_without_a_network_is_a_plain_sentence(ollama, officer):
    with pytest.raises(Transient, match="could not be fetched") as caught:
        pulling.pull_model(by=officer, name="qwen3.5:9b")
    assert "try again" in caught.value.hint


def test_a_fetch_can_be_stopped(ollama, officer):
    ollama.library.pullable["qwen3.5:2b"] = Model("qwen3.5:2b", size=2_700_000_000)

    def stop(done, total=None, phase=""):
        raise Stopped

    with pytest.raises(Stopped):
        pulling.pull_model(by=officer, name="qwen3.5:2b", progress=stop)


def test_a_full_disk_is_said_before_anything_is_fetched(ollama, officer, monkeypatch):
    monkeypatch.setattr(pulling.shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 1_000_000})())
    with pytest.raises(Problem, match="free"):
        pulling.pull_model(by=officer, name="qwen3.5:4b")
    assert ollama.log == []


def test_the_fetching_job_runs_in_this_process_too(ollama, officer):
    ollama.library.pullable["qwen3.5:2b"] = Model("qwen3.5:2b", size=1000)
    with acting(officer):
        assert tasks.fetch_model.run_now(by=officer, name="qwen3.5:2b").state == "done"


def test_a_good_model_passes_its_exam(ollama, officer):
    for needle, value in RIGHT:
        ollama.says(needle, json=value)
    profile = draft_profile(officer, ollama)
    with acting(officer):
        tasks.test_model.run_now(by=officer, profile_id=profile.pk)
    profile.refresh_from_db()
    assert profile.structured_ok is True
    assert len(profile.self_test) == 5 and profile.self_tested_at
    with acting(officer):
        assert Run.objects.count() == 5


def test_a_model_that_ignores_the_form_fails_and_says_where(ollama, officer):
    ollama.library.find("qwen3.5:4b").hears_format = False
    profile = draft_profile(officer, ollama)
    with acting(officer):
        tasks.test_model.run_now(by=officer, profile_id=profile.pk)
    profile.refresh_from_db()
    assert profile.structured_ok is False
    assert all(row["why"] for row in profile.self_test)


EXAM = {
    "kind": "exam",
    "title": "How long before a shift change?",
    "text": "The Employer shall give fifteen (15) calendar days of notice before a change of shift. Pay is weekly.",
    "expected": "fifteen (15) calendar days of notice",
}


def exam_answer(quote):
    return {"claims": [{"source": "E1", "quote": quote, "text": "Notice is given."}]}


def test_a_local_with_an_exam_switches_a_model_on_only_when_it_passes(ollama, officer):
    services.remember(by=officer, **EXAM)
    for needle, value in RIGHT:
        ollama.says(needle, json=value)
    ollama.says("How long before a shift", json=exam_answer("Pay is weekly."))
    profile = draft_profile(officer, ollama)
    assert (profile.active, profile.candidate) == (False, True)
    with acting(officer):
        tasks.test_model.run_now(by=officer, profile_id=profile.pk)
        profile.refresh_from_db()
        assert (profile.active, profile.candidate) == (False, True)
        assert [row["ok"] for row in profile.self_test] == [True] * 5 + [False]
        ollama.says("How long before a shift", json=exam_answer("shall give fifteen (15) calendar days of notice"))
        tasks.test_model.run_now(by=officer, profile_id=profile.pk)
    profile.refresh_from_db()
    assert (profile.active, profile.candidate, profile.structured_ok) == (True, False, True)


def test_the_right_words_of_an_exam_question_stand_in_its_passage(officer):
    with pytest.raises(Problem, match="do not stand in the passage"):
        services.remember(by=officer, **{**EXAM, "expected": "fifty days"})


def test_texts_become_vectors_in_order_with_the_models_own_prefix(ollama, asker):
    vectors = embed([f"text number {n}" for n in range(20)], by=asker)
    assert len(vectors) == 20 and len(vectors[0]) == 768
    again = embed(["text number 3"], by=asker)
    assert again[0] == vectors[3]
    embed(["notice of a shift"], by=asker, query=True)
    bodies = ollama.asked("/api/embed")
    assert bodies[-1]["input"] == ["task: search result | query: notice of a shift"]
    assert all(body["truncate"] is False for body in bodies)
    assert Run.objects.count() == 3  # a search leaves no run, only texts that are kept do


def test_a_text_too_long_for_the_model_is_read_in_parts_and_not_cut(ollama, asker):
    short, other = "a notice of the shift", "pay by the hour"
    figures = " ".join(f"{n}.50" for n in range(3000)) + "." * 9000
    vectors = embed([short, figures, other], by=asker)
    assert [vectors[0], vectors[2]] == embed([short, other], by=asker)
    assert math.hypot(*vectors[1]) == pytest.approx(1.0)
    read = [body["input"] for body in ollama.asked("/api/embed") if all(len(text) < 8000 for text in body["input"])]
    parts = "".join(text for texts in read for text in texts if text not in (short, other))
    assert Counter(parts) == Counter(figures)


def test_a_model_without_room_for_a_letter_says_so(ollama, asker):
    ollama.fails("too_long", path="/api/embed", times=3)
    with pytest.raises(Permanent, match="does not fit"):
        embed(["word"], by=asker)


def test_nothing_is_embedded_without_a_model_for_it(ollama, asker):
    ollama.library.drop("embeddinggemma")
    with pytest.raises(Permanent) as caught:
        embed(["x"], by=asker)
    assert caught.value.hint.startswith("ollama pull")


@pytest.mark.parametrize(
    ("accept", "final", "review", "text"),
    [(True, "", "accepted", "A draft."), (True, "Better.", "edited", "Better."), (False, "", "rejected", "")],
)
def test_a_person_decides_once_on_what_the_model_wrote(ollama, asker, accept, final, review, text):
    run = ask(PROSE, by=asker, variables={"topic": "x"}).run
    output = services.keep_output(by=asker, run=run, kind="letter", text="A draft.")
    assert (output.review, output.is_usable) == ("suggested", False)
    services.review_output(by=asker, output=output, accept=accept, final_text=final)
    assert (output.review, output.final_text) == (review, text)
    with pytest.raises(Problem, match="already decided"):
        services.review_output(by=asker, output=output, accept=True)


def test_the_box_itself_accepts_nothing(ollama, as_system):
    run = ask(PROSE, by=as_system, variables={"topic": "x"}).run
    output = services.keep_output(by=as_system, run=run, kind="letter", text="A draft.")
    with pytest.raises(Problem, match="Only a person"):
        services.review_output(by=as_system, output=output, accept=True)


def test_a_run_is_never_changed(ollama, asker):
    run = ask(PROSE, by=asker, variables={"topic": "x"}).run
    with pytest.raises(TypeError):
        run.save()


def command(name, capsys, *args):
    call_command(name, *args, "--json")
    return json.loads(capsys.readouterr().out)


def test_the_commands_tell_the_same_as_the_page(ollama, as_system, capsys):
    told = command("ai_models", capsys)
    assert told["state"]["ready"] is True
    assert {model["name"] for model in told["installed"]} == {"qwen3.5:4b", "embeddinggemma:latest"}
    for needle, value in RIGHT:
        ollama.says(needle, json=value)
    result = command("ai_selftest", capsys)
    assert result["passed"] == result["asked"] == 5


def test_the_commands_without_ollama_end_with_a_clear_word(ollama, as_system, capsys):
    ollama.refuse()
    assert command("ai_models", capsys)["state"]["ready"] is False
    with pytest.raises(SystemExit):
        command("ai_selftest", capsys)
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "not_running"
