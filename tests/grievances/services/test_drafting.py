"""The model drafts a statement from the facts alone; names never reach it, inventions never reach the case."""

import json

import pytest
from django.urls import reverse

from grievances import facts
from grievances.models import Fact, W
from grievances.prompts import Sentence
from grievances.queries import cases as queries
from grievances.services import cases, drafting, records
from grievances.tasks import draft_statement
from unionops.platform.access.actors import acting
from unionops.platform.core.problems import Problem


def said(*sentences, questions=()):
    rows = [{"text": text, "facts": list(keys)} for text, keys in sentences]
    return {"text": json.dumps({"sentences": rows, "questions": list(questions)})}


@pytest.fixture
def facing(case, steward):
    """The case with one more fact that names the grievant and a manager."""
    cases.add_party(by=steward, matter=case.matter, role="manager", name="Dale Hobbs")
    text = "Dale Hobbs called Ana Rivera at 5 pm and gave 2 hours to another person."
    records.add_fact(by=steward, matter=case.matter, text=text)
    with acting(steward):
        yield case


def test_names_are_hidden_from_the_model_and_put_back(facing, steward, ollama):
    ollama.says(**said(("[MANAGER_2] called [MEMBER_1] at 5 pm.", ["F2"]), questions=["Where was [MEMBER_1]?"]))
    made = drafting.draft_statement(by=steward, case=facing)
    sent = json.dumps(ollama.asked()[0])
    assert "Rivera" not in sent and "Hobbs" not in sent and "MEMBER_1" in sent
    assert made.text == "Dale Hobbs called Ana Rivera at 5 pm."
    assert made.data == {"dropped": 0, "questions": ["Where was Ana Rivera?"]}


def test_what_no_fact_carries_is_dropped_and_counted(facing, steward, ollama):
    ollama.says(
        **said(
            ("The list was skipped.", ["F1"]),
            ("It was 9 pm.", ["F2"]),
            ("Somebody else saw it.", ["F7"]),
            ("[MANAGER_2] clearly retaliated.", ["F2"]),
        )
    )
    made = drafting.draft_statement(by=steward, case=facing)
    assert (made.text, made.data["dropped"]) == ("The list was skipped.", 3)


def test_the_statement_is_a_persons_word(facing, steward, ollama, sign_in):
    ollama.says(**said(("The list was skipped.", ["F1"])))
    draft_statement.run_now(by=steward, about=facing, case_id=str(facing.public_id))
    facing.refresh_from_db()
    assert facing.statement == ""
    client = sign_in(steward)
    page = client.get(facing.get_absolute_url()).content.decode()
    assert "The list was skipped." in page and "A draft of the model" in page
    url = reverse("grievances:draft-decide", args=[facing.public_id])
    client.post(url, {"text": "The list was skipped twice.", "version": facing.version})
    facing.refresh_from_db()
    assert facing.statement == "The list was skipped twice."
    assert queries.drafted(steward, facing) is None


def test_a_draft_can_be_discarded(facing, steward, ollama, sign_in):
    ollama.says(**said(("The list was skipped.", ["F1"])))
    drafting.draft_statement(by=steward, case=facing)
    sign_in(steward).post(reverse("grievances:draft-decide", args=[facing.public_id]), {"discard": "1"})
    assert queries.drafted(steward, facing) is None


def test_without_a_model_the_page_says_so_and_works(facing, steward, sign_in):
    client = sign_in(steward)
    assert client.post(reverse("grievances:draft", args=[facing.public_id])).status_code == 302
    page = client.get(facing.get_absolute_url()).content.decode()
    assert "puts the facts in order for you" in page
    words = client.get(reverse("grievances:do", args=[facing.public_id, "words"])).content.decode()
    assert "the overtime list was skipped" in words


def test_without_facts_nothing_is_asked(case, steward):
    Fact.objects.update(removed_at=case.matter.opened_at)
    with pytest.raises(Problem, match="no facts"):
        drafting.draft_statement(by=steward, case=case)


@pytest.mark.parametrize(
    ("text", "keys", "good"),
    [
        ("It was 5 pm.", ["F1"], True), ("It was 6 pm.", ["F1"], False), ("It was 5 pm.", ["F9"], False),
        ("This was unfair.", ["F1"], False),
    ],
)  # fmt: skip
def test_a_sentence_needs_facts_that_carry_it(text, keys, good):
    assert drafting.supported(Sentence(text=text, facts=keys), {"F1": "Called at 5 pm."}) is good


def test_argument_is_told_from_fact_but_not_inside_quotation_marks():
    assert facts.argument_words("He clearly acted in bad faith.") == ["clearly", "bad faith"]
    assert facts.argument_words("She said “that is unfair” and left.") == []


def test_open_questions_keep_their_order():
    assert facts.missing({"what", "when"}, W.values)[:2] == ["who", "where"]
