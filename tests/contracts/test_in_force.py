"""Words that a letter changed: found, asked, quoted, read, compared and carried in the pocket as they are in force."""

import datetime
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pypdf
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from comms.queries.sources import source
from contracts import amended, proposals, queries, tasks
from contracts.asking.answers import all_stand, shown_claims
from contracts.asking.cards import card
from contracts.asking.finding import find, letters_in
from contracts.models import AgreementVersion, Amendment, AmendmentState, Clause, Question
from contracts.pocket.edition import edition_of
from contracts.reading import reader
from contracts.services import amending, annotating, asking, indexing, pocketing
from tests.contracts.conftest import Bring
from tests.contracts.texts import PLAIN
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local, User
from unionops.platform.search.models import Scope

pytestmark = pytest.mark.django_db
LETTER = """LETTER OF AGREEMENT - FILING

In Article 3, Section 2, replace "twenty (20) days" with "thirty-five (35) work days".

In Article 2, Section 2, replace "fifteen (15) calendar days" with "ten (10) calendar days".
"""
SINCE = datetime.date(2026, 5, 1)
NEW = "A grievance shall be filed within thirty-five (35) work days."
OLD = "A grievance shall be filed within twenty (20) days."
Sign = Callable[[User], Client]
Make = Callable[..., User]


@pytest.fixture(autouse=True)
def by(local: object) -> Iterator[User]:
    with acting(system_actor()) as user:
        assert user is not None
        yield user


@pytest.fixture
def letter(bring: Bring, agreement: AgreementVersion) -> AgreementVersion:
    return bring(LETTER, title="Filing Letter", kind="side_letter", parent=agreement.agreement, effective=SINCE)


@pytest.fixture
def in_force(by: User, letter: AgreementVersion) -> AgreementVersion:
    for row in Amendment.objects.filter(version=letter, state=AmendmentState.SUGGESTED):
        amending.decide_amendment(amendment=row, by=by, confirm=True)
    return letter


def filing(agreement: AgreementVersion) -> Clause:
    return Clause.objects.get(version=agreement, label="3.2")


def passages_of(by: User, words: str, agreement: AgreementVersion, on: datetime.date | None = None) -> list[str]:
    return [one.passage for one in find(by, words, versions=[agreement], on=on)]


def test_search_finds_and_shows_the_words_in_force_and_on_an_earlier_day_those_of_that_day(
    by: User, agreement: AgreementVersion, in_force: AgreementVersion
) -> None:
    now = find(by, '"thirty-five (35) work days"', versions=[agreement])
    assert [one.clause.label for one in now] == ["3.2"] and "thirty-five (35) work days" in now[0].passage
    assert passages_of(by, '"filed within twenty"', agreement) == []
    before = datetime.date(2026, 4, 30)
    assert passages_of(by, '"thirty-five (35) work days"', agreement, before) == []
    assert "twenty (20) days" in passages_of(by, '"filed within twenty"', agreement, before)[0]
    assert letters_in(by, now) == {str(now[0].clause.public_id): "Filing Letter"}
    assert letters_in(by, find(by, "wages", versions=[agreement])) == {}


def test_letter_that_ends_or_is_rejected_gives_the_printed_words_back_to_the_search(
    by: User, agreement: AgreementVersion, in_force: AgreementVersion
) -> None:
    in_force.expires = datetime.date(2026, 5, 31)
    in_force.save()
    assert indexing.index_missing() == 0
    assert passages_of(by, '"filed within twenty"', agreement, datetime.date(2026, 6, 1))
    assert passages_of(by, '"thirty-five (35)"', agreement, datetime.date(2026, 5, 31))
    for row in Amendment.objects.filter(version=in_force, state=AmendmentState.CONFIRMED):
        amending.decide_amendment(amendment=row, by=by, confirm=False)
    assert list(Scope.objects.filter(name__startswith=f"{agreement.pk}~")) == []
    assert passages_of(by, '"filed within twenty"', agreement, datetime.date(2026, 5, 31))


def test_text_whose_index_is_not_there_yet_is_shown_in_the_words_in_force_all_the_same(
    by: User, agreement: AgreementVersion, in_force: AgreementVersion
) -> None:
    Scope.objects.filter(name__startswith=f"{agreement.pk}~").delete()
    shown = passages_of(by, "grievance filed", agreement)
    assert any("thirty-five (35) work days" in passage for passage in shown)
    assert not any("twenty (20)" in passage for passage in shown)
    assert indexing.index_missing() == 1
    assert passages_of(by, '"thirty-five (35)"', agreement)


def claimed(ollama: Any, by: User, agreement: AgreementVersion, quote: str) -> Question:
    found = find(by, "How many days to file a grievance?", versions=[agreement], limit=asking.SECTIONS_READ)
    source = next(p.id for p in asking.passages(by, found) if "shall be filed within" in p.text)
    ollama.says(json={"claims": [{"source": source, "quote": quote, "text": "Here is the limit."}]})
    question = asking.put_question(by=by, text="How many days to file a grievance?", version=agreement)
    tasks.answer_question.run_now(by=by, about=question, question_id=question.pk)
    question.refresh_from_db()
    return question


def test_answer_quotes_the_words_in_force_with_page_and_letter_and_never_the_superseded_ones(
    by: User, agreement: AgreementVersion, in_force: AgreementVersion, ollama: Any
) -> None:
    question = claimed(ollama, by, agreement, NEW)
    (claim,) = question.claims
    clause = amended.read(by, [filing(agreement)])[0]
    assert claim["quote"] == NEW == clause.now[claim["start"] : claim["end"]]
    assert (claim["amended"], claim["page"]) == (["Filing Letter"], 3)
    (shown,) = shown_claims(by, question)
    assert "as amended by Filing Letter" in shown.cite and not shown.superseded
    assert any("thirty-five (35) work days" in clock.words for clock in card(by, question, [shown]).clocks)
    dropped = claimed(ollama, by, agreement, OLD)
    assert dropped.claims == [] and dropped.dropped >= 1


def test_answer_given_before_a_letter_is_shown_as_superseded_afterwards(
    by: User, agreement: AgreementVersion, letter: AgreementVersion, ollama: Any
) -> None:
    question = claimed(ollama, by, agreement, OLD)
    assert all_stand(by, question)
    for row in Amendment.objects.filter(version=letter, state=AmendmentState.SUGGESTED):
        amending.decide_amendment(amendment=row, by=by, confirm=True)
    (shown,) = shown_claims(by, question)
    assert shown.superseded and not all_stand(by, question)
    made = card(by, question, [shown])
    assert made.say == [] and not any("twenty" in clock.words for clock in made.clocks)


def test_reader_strikes_superseded_words_and_marks_a_quotation_in_the_words_in_force(
    by: User, agreement: AgreementVersion, in_force: AgreementVersion
) -> None:
    clause = amended.read(by, [filing(agreement)])[0]
    start = clause.now.index("filed within")
    end = clause.now.index("work days") + len("work days")
    (block,) = reader.blocks(by, [clause], (clause.anchor, (start, end)))
    segments = [s for line in block.paragraphs for s in line]
    assert "".join(s.text for s in segments if s.sign != "+") in clause.text.replace("\n", "")
    assert "twenty" in "".join(s.text for s in segments if s.sign == "-")
    marked = "".join(s.text for s in segments if s.marked)
    assert marked == "filed within thirty-five (35) work days"
    assert NEW in block.citation and "as amended by Filing Letter" in block.citation


def test_pages_say_it_to_members_and_to_everybody(
    by: User, agreement: AgreementVersion, in_force: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    client = sign_in(make_user("member"))
    slug = agreement.agreement.slug
    page = client.get(reverse("contracts:reader", args=[slug, "3"])).content.decode()
    assert re.search(r"<del>.*twenty.*</del>", page) and re.search(r"<ins>.*thirty-five.*</ins>", page)
    found = client.get(reverse("contracts:search"), {"q": "grievance work days"}).content.decode()
    assert "changed by Filing Letter" in found
    Local.objects.update(contracts_public=True)
    public = Client().get(reverse("contracts:public-clause", args=[slug, "3.2"])).content.decode()
    assert re.search(r"<ins>.*thirty-five.*</ins>", public)


def test_pocket_editions_print_the_words_in_force_and_change_their_stamp(
    by: User, agreement: AgreementVersion, letter: AgreementVersion
) -> None:
    before = edition_of(by, agreement).stamp
    for row in Amendment.objects.filter(version=letter, state=AmendmentState.SUGGESTED):
        amending.decide_amendment(amendment=row, by=by, confirm=True)
    assert edition_of(by, agreement).stamp != before
    for kind in ("member", "steward"):
        page = pocketing.make_pocket(version=agreement, by=by, edition=kind).decode()
        assert "<ins>thirty-five (35) work</ins>" in page and "<del>twenty (20)</del>" in page
        assert "Amended by Filing Letter" in page
    drawn = pypdf.PdfReader(io.BytesIO(pocketing.make_pocket(version=agreement, by=by, form="pdf")))
    words = " ".join(" ".join(sheet.extract_text() for sheet in drawn.pages).split())
    assert "thirty-five (35) work" in words and "Amended by Filing Letter" in words


def test_proposals_about_superseded_words_leave_the_margin_and_the_clause_is_read_again(
    by: User, agreement: AgreementVersion, letter: AgreementVersion, make_user: Make
) -> None:
    annotating.annotate_by_rule(version=agreement, by=by)
    steward = make_user("chief_steward")
    with acting(steward):
        for one in proposals.of_version(steward, agreement):
            annotating.decide(output=one, by=steward, accept=True)
    clause = filing(agreement)
    assert any("twenty (20) days" in note.text for note in proposals.margin(by, [clause]))
    for row in Amendment.objects.filter(version=letter, state=AmendmentState.SUGGESTED):
        amending.decide_amendment(amendment=row, by=by, confirm=True)
    assert not any("twenty (20) days" in note.text for note in proposals.margin(by, [filing(agreement)]))
    annotating.annotate_by_rule(version=agreement, by=by)
    limits = [(d.n, d.unit) for d in proposals.proposed_deadlines(by, agreement) if d.clause == clause]
    assert limits == [(35, "work_day")]


def test_proposal_is_set_against_the_words_in_force(
    by: User, agreement: AgreementVersion, in_force: AgreementVersion, tmp_path: Any, capsys: Any
) -> None:
    same = tmp_path / "proposal.txt"
    same.write_text(PLAIN.replace("twenty (20) days", "thirty-five (35) work days"))
    call_command("proposal_impact", str(agreement.public_id), str(same), "--json")
    rows = json.loads(capsys.readouterr().out)
    assert "3.2" not in [row["old"]["label"] for row in rows if row["old"]]
    assert "2.2.a" in [row["old"]["label"].replace("(", ".").replace(")", "") for row in rows if row["old"]]
    file = tmp_path / "quotes.json"
    asked = [{"clause_id": str(filing(agreement).public_id), "quote": quote} for quote in (NEW, OLD)]
    file.write_text(json.dumps(asked))
    call_command("verify_quotes", str(file), "--json")
    new, old = json.loads(capsys.readouterr().out)
    assert new["verified"] and "superseded" not in new
    assert old["verified"] and old["superseded"]


def test_later_text_that_printed_the_change_is_left_as_it_is(
    by: User, agreement: AgreementVersion, in_force: AgreementVersion
) -> None:
    """A text that ended before the letter began is not touched by it."""
    AgreementVersion.objects.filter(pk=agreement.pk).update(superseded_on=datetime.date(2026, 1, 1))
    agreement.refresh_from_db()
    assert queries.read_clauses(by, agreement)
    assert all(clause.changed is None for clause in queries.read_clauses(by, agreement))


def test_a_clause_that_becomes_a_source_of_a_message_says_which_letter_its_words_are_of(
    by: User, in_force: AgreementVersion, agreement: AgreementVersion
) -> None:
    found = source(by, str(filing(agreement).public_id))
    assert found is not None
    assert "as amended by Filing Letter" in found["label"]
    assert NEW in found["text"] and OLD not in found["text"]
