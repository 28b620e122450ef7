"""The pages of the model: with and without Ollama, empty and full, and who may do what."""

import re

import pytest
from django.urls import reverse

from tests.ai.conftest import PROSE
from tests.standin.library import Model
from unionops.platform.access.actors import acting
from unionops.platform.ai import guard, services
from unionops.platform.ai.asking import ask
from unionops.platform.ai.models import MemoryItem, ModelProfile, Run
from unionops.platform.ai.prompts import Passage
from unionops.platform.jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(sign_in, officer):
    return sign_in(officer)


def chosen(officer, ollama):
    return services.choose_model(by=officer, role="draft", model=guard.examine(ollama.url).model("qwen3.5:4b"))


def one_run(user):
    with acting(user):
        sources = [Passage("P1", "Article 4", "Pay is $5.")]
        return ask(PROSE, by=user, variables={"topic": "pay"}, sources=sources).run


def test_the_page_without_ollama_says_why_and_what_to_type(browser, ollama):
    ollama.refuse()
    page = browser.get("/models/").content.decode()
    assert "is not answering" in page and "ollama serve" in page
    assert "No model has been chosen yet" in page
    assert "qwen3.5:2b" in page


def test_the_page_shows_what_is_installed_and_marks_what_is_not_local(browser, ollama, officer):
    ollama.library.add(Model("sneaky", remote_host="https://ollama.com", remote_model="gpt"))
    chosen(officer, ollama)
    page = browser.get("/models/").content.decode()
    assert "The model is ready" in page
    assert "qwen3.5:4b" in page and "embeddinggemma" in page
    assert "not local, never used" in page


def test_choosing_pins_the_content_and_starts_the_test(browser, ollama, officer):
    answer = browser.post("/models/choose/", {"role": "draft", "name": "qwen3.5:4b"}, follow=True)
    assert "is in use now" in answer.content.decode()
    profile = ModelProfile.objects.get()
    assert (profile.digest, profile.approved_by) == (ollama.library.find("qwen3.5:4b").digest, officer)
    with acting(officer):
        assert Job.objects.get().queue == "ai.interactive"


@pytest.mark.parametrize("values", [{"role": "draft", "name": "nope"}, {"role": "draft", "name": "embeddinggemma"}, {}])
def test_a_wrong_choice_is_said_on_the_page(browser, ollama, values):
    assert browser.post("/models/choose/", values).status_code == 422
    assert not ModelProfile.objects.exists()


@pytest.mark.parametrize("name", ["gpt-oss:120b-cloud", "../../x", "someone/model", ""])
def test_a_strange_name_is_not_fetched(browser, ollama, name):
    assert browser.post("/models/pull/", {"name": name}).status_code == 422
    assert ollama.asked("/api/pull") == []


def test_fetching_starts_a_job(browser, ollama, officer):
    answer = browser.post("/models/pull/", {"name": "Qwen3.5:2b"})
    with acting(officer):
        job = Job.objects.get()
    assert answer.url == reverse("jobs:detail", args=[job.public_id])
    assert job.arguments == {"name": "qwen3.5:2b"}


def test_removing_asks_first_and_refuses_what_is_in_use(browser, ollama, officer):
    chosen(officer, ollama)
    assert "Choose on the page" in browser.get("/models/remove/").content.decode()
    assert "will be deleted" in browser.get("/models/remove/?name=embeddinggemma:latest").content.decode()
    assert browser.post("/models/remove/", {"name": "qwen3.5:4b"}).status_code == 422
    browser.post("/models/remove/", {"name": "embeddinggemma:latest"})
    assert ollama.library.find("embeddinggemma") is None
    assert ollama.library.find("qwen3.5:4b") is not None


def test_the_window_can_be_changed_within_what_the_model_can(browser, ollama, officer):
    profile = chosen(officer, ollama)
    url = reverse("ai:options", args=[profile.public_id])
    assert browser.get(url).status_code == 200
    assert browser.post(url, {"num_ctx": 999_999, "num_predict": 100}).status_code == 422
    assert browser.post(url, {"num_ctx": 4096, "num_predict": 4000}).status_code == 422
    browser.post(url, {"num_ctx": 4096, "num_predict": 800})
    profile.refresh_from_db()
    assert (profile.num_ctx, profile.num_predict) == (4096, 800)


def test_switching_off_keeps_what_was_asked(browser, ollama, officer):
    profile = chosen(officer, ollama)
    one_run(officer)
    browser.post(reverse("ai:switch-off", args=[profile.public_id]))
    profile.refresh_from_db()
    assert not profile.active
    with acting(officer):
        assert Run.objects.count() == 1


def test_a_test_can_be_started_by_hand(browser, ollama, officer):
    profile = chosen(officer, ollama)
    assert browser.post(reverse("ai:test", args=[profile.public_id])).status_code == 302


def test_runs_are_listed_and_one_tells_everything(browser, ollama, officer):
    assert "has not been asked anything yet" in browser.get("/models/runs/").content.decode()
    run = one_run(officer)
    assert "a-letter" in browser.get("/models/runs/").content.decode()
    page = browser.get(reverse("ai:run", args=[run.public_id])).content.decode()
    for told in ("Article 4", run.model_digest[:12], "0.32.15", "a-letter", "You write letters."):
        assert told in page


def test_a_steward_sees_their_own_requests_only(ollama, officer, make_user, sign_in):
    steward = make_user("steward")
    theirs, mine = one_run(officer), one_run(steward)
    client = sign_in(steward)
    assert client.get(reverse("ai:run", args=[mine.public_id])).status_code == 200
    assert client.get(reverse("ai:run", args=[theirs.public_id])).status_code == 404


def test_only_officers_and_the_technical_volunteer_manage(ollama, make_user, sign_in):
    client = sign_in(make_user("steward"))
    assert client.get("/models/").status_code == 200
    for path in ("choose", "pull", "remove"):
        assert client.post(f"/models/{path}/", {"name": "x"}).status_code == 403


def test_the_memory_is_read_added_to_changed_and_deleted(browser):
    assert "Nothing is remembered here yet" in browser.get("/models/memory/").content.decode()
    entry = {
        "kind": "style",
        "title": "Greeting",
        "text": "Begin with: Dear members.",
        "language": "en",
        "active": "on",
    }
    assert browser.post("/models/memory/new/", {**entry, "text": ""}).status_code == 422
    assert browser.get("/models/memory/new/").status_code == 200
    exam = {**entry, "kind": "exam", "expected": "not in it"}
    assert "do not stand in the passage" in browser.post("/models/memory/new/", exam).content.decode()
    browser.post("/models/memory/new/", entry)
    item = MemoryItem.objects.get()
    assert "Greeting" in browser.get("/models/memory/?kind=style").content.decode()
    assert "Greeting" not in browser.get("/models/memory/?kind=exam").content.decode()
    url = reverse("ai:change-memory", args=[item.public_id])
    assert browser.get(url).status_code == 200
    assert browser.post(url, {**entry, "title": ""}).status_code == 422
    browser.post(url, {**entry, "title": "Salutation", "active": ""})
    item.refresh_from_db()
    assert (item.title, item.active) == ("Salutation", False)
    browser.post(reverse("ai:forget", args=[item.public_id]))
    assert not MemoryItem.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_take_the_same_number_of_questions_however_long(
    browser, ollama, officer, rows, django_assert_max_num_queries
):
    for number in range(rows):
        one_run(officer)
        services.remember(by=officer, kind="fact", title=f"Fact {number}", text="x")
    with django_assert_max_num_queries(30):
        browser.get("/models/runs/")
    with django_assert_max_num_queries(30):
        browser.get("/models/memory/")


def test_memory_reaches_the_prompts_that_ask_for_it_and_is_counted(ollama, officer):
    from dataclasses import replace

    item = services.remember(by=officer, kind="style", title="Greeting", text="Begin with: Dear members.")
    with acting(officer):
        ask(PROSE, by=officer, variables={"topic": "the model that was switched on before there was an exam"})
        services.remember(by=officer, kind="exam", title="Not this", text="secret exam", expected="exam")
        run = ask(replace(PROSE, memory=("style",)), by=officer, variables={"topic": "pay"}).run
    system = ollama.asked()[-1]["messages"][0]["content"]
    assert "Begin with: Dear members." in system and "secret exam" not in system
    item.refresh_from_db()
    assert (item.used, run.memory) == (1, [str(item.public_id)])


def test_the_list_to_choose_from_says_what_each_model_does_and_begins_with_one_that_writes(browser, ollama):
    page = browser.get("/models/").content.decode()
    choices = re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)</option>', page[page.index('name="name"') :])
    assert choices[0] == ("qwen3.5:4b", "qwen3.5:4b · writes")
    assert ("embeddinggemma:latest", "embeddinggemma:latest · finds texts alike") in choices
