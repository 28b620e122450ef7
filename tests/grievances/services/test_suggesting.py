"""The model points at clauses and drafts items of a request; only words that stand in the clause reach a person."""

import json

import pytest
from django.urls import reverse

from contracts.services import indexing as clause_index
from grievances.models import Evidence, InformationRequest, RequestItem
from grievances.queries import proposals
from grievances.services import cases, papers, records, suggesting
from grievances.tasks import draft_item, propose_clauses
from unionops.platform.access.actors import acting
from unionops.platform.ai.models import AIOutput
from unionops.platform.core.problems import Problem

QUOTE = "within fifteen (15) working days after the employee became aware of the act"


def chosen(*rows):
    return {"text": json.dumps({"clauses": [{"clause": c, "quote": q, "facts": list(f)} for c, q, f in rows]})}


@pytest.fixture
def found(case, steward, clause, version, ollama):
    """The case with a fact in the words of the clause, and the clause in the index."""
    clause_index.index_version(version)
    cases.add_party(by=steward, matter=case.matter, role="manager", name="Dale Hobbs")
    text = "Dale Hobbs refused on 3 March to take a grievance from Ana Rivera within fifteen working days."
    records.add_fact(by=steward, matter=case.matter, text=text)
    with acting(steward):
        yield case


def test_a_clause_is_proposed_with_its_own_words_and_no_name_is_sent(found, steward, clause, ollama):
    ollama.says(**chosen(("C1", QUOTE.upper(), ["F2"])))
    [made] = suggesting.propose_clauses(by=steward, case=found)
    assert (made.text, made.data["clause"]) == (QUOTE, str(clause.public_id))
    sent = json.dumps(ollama.asked()[0])
    assert "Hobbs" not in sent and "Rivera" not in sent and "MANAGER_2" in sent
    assert not found.matter.citations.exists()


@pytest.mark.parametrize(
    "row",
    [
        ("C1", "within thirty (30) working days after the employee became aware of the act", ["F2"]),
        ("C1", "working days", ["F2"]),
        ("C1", QUOTE, ["F9"]),
    ],
)
def test_what_does_not_stand_in_the_clause_or_names_no_fact_is_dropped(found, steward, ollama, row):
    ollama.says(**chosen(row))
    assert suggesting.propose_clauses(by=steward, case=found) == []


def test_the_negations_before_the_words_are_kept():
    assert suggesting.quoted("be denied leave for illness", "She shall not be denied leave for illness.") == (
        "not be denied leave for illness"
    )
    assert suggesting.quoted("be denied leave for illness", "No one shall be denied leave for illness.") == (
        "No one shall be denied leave for illness"
    )


def test_a_person_cites_or_turns_down_each(found, steward, clause, ollama, sign_in):
    ollama.says(**chosen(("C1", QUOTE, ["F2"])))
    propose_clauses.run_now(by=steward, about=found, case_id=str(found.public_id))
    client = sign_in(steward)
    page = client.get(found.get_absolute_url()).content.decode()
    assert QUOTE in page and "Because of the fact" in page
    [one] = proposals.waiting(found, proposals.CLAUSE)
    client.post(reverse("grievances:press", args=[found.public_id, "take-clause", one.public_id]))
    cited = found.matter.citations.get()
    assert (cited.clause, cited.why) == (clause, f"“{QUOTE}”")
    assert AIOutput.objects.get(pk=one.pk).review == "accepted"


def test_one_turned_down_is_not_proposed_again(found, steward, ollama, sign_in):
    ollama.says(**chosen(("C1", QUOTE, ["F2"])))
    [one] = suggesting.propose_clauses(by=steward, case=found)
    sign_in(steward).post(reverse("grievances:press", args=[found.public_id, "leave-clause", one.public_id]))
    ollama.says(**chosen(("C1", QUOTE, ["F2"])))
    suggesting.propose_clauses(by=steward, case=found)
    assert not proposals.waiting(found, proposals.CLAUSE).exists() and not found.matter.citations.exists()


def test_words_that_left_the_clause_are_not_cited(found, steward, clause, ollama):
    ollama.says(**chosen(("C1", QUOTE, ["F2"])))
    [one] = suggesting.propose_clauses(by=steward, case=found)
    clause.text = clause.text.replace("fifteen (15)", "ten (10)")
    clause.save(update_fields=["text"])
    with pytest.raises(Problem, match="no longer stand"):
        suggesting.take_clause(by=steward, output=one)
    assert proposals.waiting(found, proposals.CLAUSE).exists()


def test_the_proposals_of_anothers_case_cannot_be_pressed(found, steward, other_steward, ollama, sign_in):
    ollama.says(**chosen(("C1", QUOTE, ["F2"])))
    [one] = suggesting.propose_clauses(by=steward, case=found)
    url = reverse("grievances:press", args=[found.public_id, "take-clause", one.public_id])
    assert sign_in(other_steward).post(url).status_code == 404


def item_of(**said):
    rows = {"why_needed": "To see who was called.", "use": "To compare.", "connection": "To decide on the grievance."}
    return {"text": json.dumps({key: {"text": text, "facts": ["F1"]} for key, text in (rows | said).items()})}


@pytest.fixture
def wanted(found, steward):
    return records.add_evidence(by=steward, matter=found.matter, what="The call list of Dale Hobbs for 3 March")


def test_an_item_is_drafted_edited_and_asked_for(found, steward, wanted, ollama, sign_in):
    ollama.says(**item_of(use="To compare with what [MANAGER_2] said."))
    ids = {"case_id": str(found.public_id), "evidence_id": str(wanted.public_id)}
    draft_item.run_now(by=steward, about=found, **ids)
    assert "Hobbs" not in json.dumps(ollama.asked()[0])
    [one] = proposals.waiting(found, proposals.ITEM)
    client = sign_in(steward)
    assert "Items the model drafted" in client.get(found.get_absolute_url()).content.decode()
    url = reverse("grievances:do", args=[found.public_id, "request"])
    page = client.get(url, {"draft": one.public_id}).content.decode()
    assert "To compare with what Dale Hobbs said." in page and "The call list of Dale Hobbs" in page
    words = {key: one.data[key] for key in ("description", "why_needed", "connection")}
    client.post(url, {**words, "use": "To prove the order of calls.", "addressed_to": "HR", "draft": one.public_id})
    assert RequestItem.objects.get().use == "To prove the order of calls."
    assert AIOutput.objects.get(pk=one.pk).review == "edited"


def test_a_draft_can_join_a_request_that_is_there(found, steward, wanted, ollama, sign_in):
    ollama.says(**item_of())
    one = suggesting.draft_item(by=steward, case=found, evidence=wanted)
    first = papers.Item("The roster", "why", "use", "connection")
    sheet = papers.draft_request(by=steward, matter=found.matter, case=found, addressed_to="HR", items=[first])
    client = sign_in(steward)
    url = reverse("grievances:request-do", args=[sheet.public_id, "item"])
    assert str(one.public_id) in client.get(reverse("grievances:request", args=[sheet.public_id])).content.decode()
    assert "To see who was called." in client.get(url, {"draft": one.public_id}).content.decode()
    client.post(url, {**one.data, "draft": one.public_id})
    assert InformationRequest.objects.get().items.count() == 2
    assert not proposals.waiting(found, proposals.ITEM).exists()


def test_a_statement_with_a_number_of_its_own_comes_out_empty(found, steward, wanted, ollama):
    ollama.says(**item_of(why_needed="It happened 17 times.", use="To look at 3 March."))
    made = suggesting.draft_item(by=steward, case=found, evidence=wanted)
    assert (made.data["why_needed"], made.data["use"]) == ("", "To look at 3 March.")


def test_with_the_model_off_nothing_is_lost(case, steward, sign_in):
    row = records.add_evidence(by=steward, matter=case.matter, what="The list")
    client = sign_in(steward)
    assert client.post(reverse("grievances:clauses-propose", args=[case.public_id])).status_code == 302
    client.post(reverse("grievances:press", args=[case.public_id, "draft-item", row.public_id]))
    page = client.get(case.get_absolute_url()).content.decode()
    assert "searches the agreement in force for your words" in page
    assert Evidence.objects.get().state == "wanted"
