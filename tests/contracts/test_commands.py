"""The commands that scripts use, in their stable shapes."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from contracts.asking.finding import find
from contracts.models import Agreement, AgreementVersion
from tests.contracts.conftest import Bring
from tests.contracts.texts import PLAIN, SUCCESSOR
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import BargainingUnit, Employer

pytestmark = pytest.mark.django_db


def run(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    capsys.readouterr()
    call_command(*args, "--json")
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(PLAIN)
    new.write_text(SUCCESSOR)
    return old, new


def test_ingest_gives_clauses_in_reading_order(
    local: object, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "ingest_agreement", str(files[0]), "--title", "Harbor", "--effective", "2021-01-01")
    assert {"agreement_id", "pages", "coverage", "set_aside", "warnings", "clauses"} <= set(out)
    assert out["pages"] == 3
    first = out["clauses"][0]
    assert {"id", "parent", "level", "number", "title", "page", "chars", "text"} <= set(first)
    article = next(c for c in out["clauses"] if c["level"] == "article")
    section = next(c for c in out["clauses"] if c["level"] == "section")
    assert section["parent"] == article["id"]
    assert section["chars"] == len(section["text"])


def test_ingest_refuses_what_it_cannot_read(local: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(SystemExit):
        call_command("ingest_agreement", str(tmp_path / "a.pdf"), "--title", "X", "--json")
    assert json.loads(capsys.readouterr().out)["error"]["message"]
    with pytest.raises(SystemExit):
        call_command("ingest_agreement", str(tmp_path / "none.pdf"), "--title", "X", "--json")


def test_a_file_that_cannot_be_read_leaves_no_agreement_behind(
    local: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    with pytest.raises(SystemExit):
        call_command("ingest_agreement", str(empty), "--title", "X", "--json")
    assert json.loads(capsys.readouterr().out)["error"]["message"]
    with acting(system_actor()):
        assert not AgreementVersion.objects.exists() and not Agreement.objects.exists()


def test_an_agreement_is_for_the_unit_that_is_named(
    local: object, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    unit = BargainingUnit.objects.create(
        employer=Employer.objects.create(name="Transit"), name="Operators", code="1234"
    )
    run(capsys, "ingest_agreement", str(files[0]), "--title", "Harbor", "--unit", "operators")
    with acting(system_actor()):
        assert Agreement.objects.get().unit == unit
    with pytest.raises(SystemExit):
        call_command("ingest_agreement", str(files[1]), "--title", "River", "--unit", "pilots", "--json")
    assert "Operators" in json.loads(capsys.readouterr().out)["error"]["hint"]


def test_search_one_and_many(
    agreement: AgreementVersion, files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hits = run(capsys, "search_agreements", "notice before shift change", "--agreement", str(agreement.public_id))
    assert (hits[0]["article"], hits[0]["number"]) == ("2", "2")
    assert {"agreement", "clause_id", "article", "number", "title", "page", "snippet", "score"} <= set(hits[0])
    (named, *_others) = run(capsys, "search_agreements", "Art. 2 Sec 2(b)", "--agreement", str(agreement.public_id))
    assert (named["article"], named["number"], named["label"]) == ("2", "2", "2.2(b)")
    assert "emergency" in named["snippet"]
    asked = tmp_path / "q.json"
    asked.write_text(json.dumps([{"id": "q1", "query": "3.2", "agreement": str(agreement.public_id)}]))
    many = run(capsys, "search_agreements", "--queries", str(asked))
    assert many["q1"][0]["number"] == "2"
    assert many["q1"][0]["article"] == "3"
    other = run(capsys, "ingest_agreement", str(files[1]), "--title", "River")
    asked.write_text(json.dumps([{"id": "q1", "query": "3.2"}]))
    for version in (str(agreement.public_id), other["agreement_id"]):
        within = run(capsys, "search_agreements", "--queries", str(asked), "--agreement", version)
        assert {hit["agreement"] for hit in within["q1"]} == {version}


def test_search_says_what_is_wrong(local: object, tmp_path: Path) -> None:
    for arguments in (["--agreement", "nowhere", "words"], [" "], ["--queries", str(tmp_path / "none.json")]):
        with pytest.raises(SystemExit):
            call_command("search_agreements", *arguments, "--json")


def test_an_entry_of_the_queries_that_cannot_be_asked_is_named(local: object, tmp_path: Path) -> None:
    asked = tmp_path / "q.json"
    wrong = [
        ({"id": 1, "query": "notice", "agreement": 7}, "There is no agreement 7."),
        ({"id": 1, "query": "notice", "agreement": ["x"]}, "Entry 2 of"),
        ({"id": 1, "query": 5}, "no words under query"),
        ({"query": "notice"}, "has no id"),
        ("notice", "is not a query"),
    ]
    for one, said in wrong:
        asked.write_text(json.dumps([{"id": 0, "query": "pay"}, one]))
        with pytest.raises(CommandError, match=said):
            call_command("search_agreements", "--queries", str(asked))


def test_what_is_bound_in_comes_after_the_rule_unless_it_is_asked_for(bring: Bring) -> None:
    text = (
        "ARTICLE 1 - PARKING\n\nSection 1. Spaces.\nParking spaces are given by seniority each spring.\n\n"
        "ARTICLE 2 - PAY\n\nSection 1. Rates.\nThe rate is posted.\n\n"
        "APPENDIX A - PARKING SPACES\n\nParking spaces by seniority: parking, spaces, spring.\n"
    )
    version = bring(text)
    with acting(system_actor()) as by:
        assert by is not None
        assert find(by, "parking spaces by seniority", versions=[version])[0].clause.label == "1.1"
        assert find(by, "appendix on parking spaces", versions=[version])[0].clause.level == "appendix"


def test_the_same_file_brought_in_twice_is_said(
    local: object, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first = run(capsys, "ingest_agreement", str(files[0]), "--title", "Harbor")
    other = run(capsys, "ingest_agreement", str(files[1]), "--title", "River")
    again = run(capsys, "ingest_agreement", str(files[0]), "--title", "Harbor too")
    assert not any("same file" in said for one in (first, other) for said in one["warnings"])
    assert [said for said in again["warnings"] if "same file" in said and "Harbor" in said]


def test_ask_without_a_model_gives_clauses(agreement: AgreementVersion, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "ask_agreement", "How many days to file a grievance?", "--agreement", str(agreement.public_id))
    assert out["state"] == "model_off"
    assert out["claims"] == []
    assert out["clauses"][0]["label"] == "3.2"


def test_compare_of_versions_and_files_agree(
    successor: AgreementVersion,
    agreement: AgreementVersion,
    files: tuple[Path, Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    stored = run(capsys, "compare_agreements", str(agreement.public_id), str(successor.public_id))
    loose = run(capsys, "compare_agreements", str(files[0]), str(files[1]))
    assert [pair["kind"] for pair in stored] == [pair["kind"] for pair in loose]
    changed = next(pair for pair in stored if pair["kind"] == "changed")
    assert "".join(text for sign, text in changed["words"] if sign == "-") == "fifteen15"
    assert {pair["kind"] for pair in stored} >= {"unchanged", "changed", "added", "renumbered"}


def test_verify_quotes_by_text_and_clause(
    agreement: AgreementVersion, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run(capsys, "search_agreements", "3.2", "--agreement", str(agreement.public_id))[0]
    asked = [
        {"text": "Notice of ten (10) days.", "quote": "notice of ten (10) days"},
        {"text": "Notice of ten (10) days.", "quote": "notice of two (2) days"},
        {"clause_id": found["clause_id"], "quote": "It shall not be refused"},
        {"clause_id": found["clause_id"], "quote": "It shall be refused"},
        {"clause_id": "nowhere", "quote": "words"},
        {"text": "Limits.\nNo employee shall work nights.", "quote": "employee shall work nights"},
        {"text": "The Agency may not, at will, move anyone.", "quote": "move anyone"},
        {"text": "Employees not selected shall be told.", "quote": "shall be told"},
        {"text": "They may be moved, except at night.", "quote": "They may be moved"},
        {"text": "No one may go. If asked, one may go.", "quote": "one may go"},
        {"text": "It shall not require anyone to work late.", "quote": "to work late"},
    ]
    path = tmp_path / "v.json"
    path.write_text(json.dumps(asked))
    out = run(capsys, "verify_quotes", str(path))
    assert [one["verified"] for one in out] == [True, False, True, False, False, False, False, True, False, True, True]
    assert out[0]["source"] == "Notice of ten (10) days"
    assert out[6]["left_out"] == "negation" and out[6]["in_sense"] == "The Agency may not, at will, move anyone"
    assert out[8]["left_out"] == "exception" and out[8]["in_sense"] == asked[8]["text"]
    assert out[9]["start"] == 25 and "in_sense" not in out[0] and "left_out" not in out[0]
    assert out[10]["in_sense"] == "It shall not require anyone to work late"


def test_proposal_impact_joins_what_relies_on_the_words(
    successor: AgreementVersion, agreement: AgreementVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "proposal_impact", str(agreement.public_id), str(successor.public_id))
    joined = {"rights", "defined_terms", "cross_references", "grievances", "settlements", "practices", "deadlines"}
    assert all(joined | {"members", "questions", "words"} <= set(pair) for pair in out)
    assert not any(pair["kind"] == "unchanged" for pair in out)
    changed = next(pair for pair in out if pair["kind"] == "changed")
    assert "fifteen" in changed["rights"]["lost"][0]
    assert not changed["rights"]["gained"]
    assert changed["questions"]
    added = next(pair for pair in out if pair["kind"] == "added")
    assert added["new"]["label"]


def test_a_clause_named_by_its_number_is_shown_from_its_beginning(
    bring: Bring, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "Each roster is posted at the dock and told to the steward. " * 8
    text = PLAIN.replace("A grievance shall be filed", f"{long}A grievance shall be filed").replace("(20)", "(2)")
    version = bring(text, effective=datetime.date(2021, 1, 1))
    for query in ("3.2", "Art. 3 Sec 2"):
        found = run(capsys, "search_agreements", query, "--agreement", str(version.public_id))[0]
        assert found["snippet"].startswith("Each roster is posted")
