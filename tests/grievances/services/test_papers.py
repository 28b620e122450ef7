"""Papers, packets, requests: what is missing blocks, sealed stays sealed, clocks follow the answers."""

import datetime
import hashlib
import io

import pypdf
import pytest
from django.urls import reverse
from PIL import Image

from contracts.models import Clause, ClauseLineage
from grievances.models import Deadline, Evidence, Paper
from grievances.queries import cases as queries
from grievances.queries import clauses, packets
from grievances.services import cases, drawing, letters, papers, records, silence, steps
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.core.problems import Problem
from unionops.platform.files import pdf
from unionops.platform.files.services import read_upload

CSV = b"name,hours\nA,2\n"


def words_of(pdf):
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.fixture
def ready(case, steward, clause):
    """A case with all that a form needs."""
    records.cite(by=steward, matter=case.matter, clause=clause)
    words = {
        "statement": "On Monday the list was skipped.",
        "remedies": ["make_whole"],
        "remedy_text": "Pay two hours.",
    }
    return cases.save_words(by=steward, case=case, version=1, values=words)


def test_a_form_names_what_is_missing(case, steward):
    with pytest.raises(Problem) as raised:
        letters.draw(by=steward, case=case, paper=Paper.FORM)
    assert "a statement of facts" in str(raised.value) and "a remedy" in str(raised.value)
    assert "the grievant" not in str(raised.value)


@pytest.mark.slow
def test_a_form_holds_facts_and_never_argument(ready, steward):
    records.add_argument(by=steward, matter=ready.matter, text="Canary of the argument.")
    records.add_note(by=steward, matter=ready.matter, text="Canary of the note.")
    made = letters.draw(by=steward, case=ready, paper=Paper.FORM)
    text = words_of(read_upload(made.upload))
    for words in ("On Monday the list was skipped.", "Ana Rivera", "9.1 Time limits", "make whole", "Pay two hours."):
        assert words in text
    assert "Canary" not in text and made.made_here == "form"


@pytest.mark.slow
@pytest.mark.parametrize("paper", [Paper.APPEAL, Paper.EXTENSION, Paper.ABEYANCE, Paper.WITHDRAWAL])
def test_every_paper_of_a_filed_case_is_drawn(paper, ready, steward):
    steps.file_case(by=steward, case=ready, act=steps.Act(on=ago(0)), warned=True, acknowledged_on=ago(0))
    denied = ready.procedure.steps.get(key="1.answer")
    steps.record_step(by=steward, case=ready, step=denied, act=steps.Act(on=ago(0), answer="denied"))
    assert ready.number in words_of(read_upload(letters.draw(by=steward, case=ready, paper=paper).upload))


@pytest.mark.slow
def test_the_closing_letter_tells_the_reason(ready, steward):
    with pytest.raises(Problem, match="an outcome"):
        letters.draw(by=steward, case=ready, paper=Paper.CLOSING)
    steps.close(by=steward, case=ready, outcome="moot", reason="The list was corrected.")
    assert "The list was corrected." in words_of(
        read_upload(letters.draw(by=steward, case=ready, paper="closing").upload)
    )


@pytest.mark.slow
def test_a_packet_holds_everything_but_sealed_papers(ready, steward, bound):
    papers.add_document(by=steward, matter=ready.matter, file=CSV, name="list.csv", title="Overtime list")
    papers.add_document(by=steward, matter=ready.matter, file=CSV, name="med.csv", title="Canary paper", sealed=True)
    records.add_note(by=steward, matter=ready.matter, text="Canary note", sealed=True)
    text = words_of(drawing.case_packet(by=bound, case=ready))
    for words in (
        "Case packet",
        "Timeline",
        "Overtime list",
        "Exhibit 1",
        CSV.decode().split("\n")[0],
        hashlib.sha256(CSV).hexdigest()[:20],
        "opened a case",
    ):
        assert words in text
    assert "Canary" not in text


@pytest.mark.slow
def test_the_index_of_a_packet_names_the_page_each_part_begins_on(ready, steward, bound):
    pages = pdf.from_html("<p>One</p><p style='break-before: page'>Two</p>")
    photo = io.BytesIO()
    Image.new("RGB", (900, 600), "white").save(photo, "PNG")
    papers.add_document(by=steward, matter=ready.matter, file=pages, name="list.pdf", title="Overtime list")
    papers.add_document(by=steward, matter=ready.matter, file=photo.getvalue(), name="board.png", title="The board")
    book = pypdf.PdfReader(io.BytesIO(drawing.case_packet(by=bound, case=ready)))
    outline = {item.title: book.get_destination_page_number(item) for item in book.outline}
    assert list(outline)[:4] == ["Timeline", "Statement, provisions, remedy", "Dates and how they were counted", "Log"]
    second = outline["Exhibit 2: The board"]
    assert second == outline["Exhibit 1: Overtime list"] + 3 and len(book.pages) == second + 2
    index = book.pages[0].extract_text()
    for title, page in outline.items():
        assert book.page_labels[page] in index
        assert title.split(": ")[-1] in index and title.split(":")[0] in book.pages[page].extract_text()
    assert book.page_labels[0] == "i" and book.pages[second].extract_text().strip().endswith(book.page_labels[second])


def test_a_packet_with_a_sealed_interview_is_sealed_itself(ready, steward):
    with acting(steward):
        assert not packets.holds_sealed(steward, ready)
        records.add_interview(by=steward, matter=ready.matter, with_whom="W.", text="Canary", sealed=True)
        assert packets.holds_sealed(steward, ready)


@pytest.mark.slow
def test_a_dfr_packet_shows_decisions_and_comparable_cases(ready, steward, grievant, clause, bound):
    other = cases.open_case(by=steward, intake=cases.Intake(title="Other", grievants=(grievant,), clauses=(clause,)))
    steps.decide(
        by=steward, case=ready, kind="drop", decided_by="Committee", reason="The log shows the offer.", told_on=ago(0)
    )
    text = words_of(drawing.dfr_packet(by=bound, case=ready))
    assert "The log shows the offer." in text and other.number in text
    assert "1 cited clause" in text and "Dates and how they were counted" in text
    assert ready.matter.facts.first().text.split()[0] in text[text.index("Facts on record") :]
    log = text[text.index("Who did or read what") :]
    assert log.index("opened a case") < log.index("decided on a case")


@pytest.mark.slow
def test_the_handover_book_names_open_clocks_and_tasks(ready, steward, bound):
    records.add_task(by=steward, matter=ready.matter, text="Ask for the roster", due=ago(-3))
    Deadline.objects.filter(matter=ready.matter).update(due=ago(2))
    text = words_of(drawing.handover_book(by=bound))
    assert ready.number in text and "overdue" in text and "Ask for the roster" in text
    Deadline.objects.filter(matter=ready.matter).update(earliest=True)
    text = words_of(drawing.handover_book(by=bound))
    assert "not before" in text and "overdue" not in text


def test_a_document_is_sealed_on_disk_and_opened_by_readers_only(
    case, steward, chief, other_steward, sign_in, settings
):
    made = papers.add_document(
        by=steward,
        matter=case.matter,
        file=CSV,
        name="med.csv",
        title="Leave papers",
        sealed=True,
        readers=[other_steward],
    )
    assert list(queries.documents(steward, case)) == [made] and not queries.documents(chief, case)
    assert not queries.documents(other_steward, case)
    stored = [path for path in settings.DATA_DIR.rglob(made.upload.stored_as) if path.is_file()]
    assert stored and all(CSV not in path.read_bytes() for path in stored)
    url = reverse("files:download", args=[made.upload.public_id])
    assert sign_in(steward).get(url).status_code == 200
    assert sign_in(chief).get(url).status_code == 404
    with acting(steward):
        assert queries.may_open_upload(steward, made.upload) and not queries.may_open_upload(chief, made.upload)


def test_a_hostile_file_leaves_the_case_as_it_was(case, steward):
    with pytest.raises(Problem):
        papers.add_document(by=steward, matter=case.matter, file=b"MZ\x90\x00" + b"\x00" * 60, name="x.pdf", title="x")
    assert not case.matter.documents.exists()


def test_a_legal_hold_keeps_documents(case, steward):
    made = papers.add_document(by=steward, matter=case.matter, file=CSV, name="a.csv", title="a")
    case.matter.litigation_hold = True
    case.matter.save()
    made.refresh_from_db()
    with pytest.raises(Problem, match="legal hold"):
        papers.remove_document(by=steward, document=made, reason="tidy")
    case.matter.litigation_hold = False
    case.matter.save()
    made.refresh_from_db()
    papers.remove_document(by=steward, document=made, reason="wrong file")
    assert not case.matter.documents.exists()


def test_a_document_added_by_mistake_is_taken_out_on_the_page(case, steward, sign_in):
    made = papers.add_document(by=steward, matter=case.matter, file=CSV, name="a.csv", title="Another's log")
    client, page = sign_in(steward), reverse("grievances:do", args=[case.public_id, "document-out"])
    assert page in client.get(case.get_absolute_url()).content.decode()
    assert client.post(page, {"document": made.pk, "reason": "of another case"}).status_code == 302
    assert "Another&#x27;s log" not in client.get(case.get_absolute_url()).content.decode()


def test_what_proves_something_stays(case, steward):
    made = papers.add_document(by=steward, matter=case.matter, file=CSV, name="a.csv", title="Log")
    Evidence.objects.create(matter=case.matter, what="The log", document=made, by=steward)
    with pytest.raises(Problem, match="proof of something"):
        papers.remove_document(by=steward, document=made, reason="tidy")
    assert case.matter.documents.get() == made


def item(**more):
    return papers.Item(**{"description": "Rosters", "why_needed": "a", "use": "b", "connection": "c"} | more)


def test_an_item_needs_all_three_statements(case, steward):
    with pytest.raises(Problem, match="why, for which use"):
        papers.draft_request(by=steward, matter=case.matter, addressed_to="LR", items=[item(connection=" ")])


def test_a_request_runs_their_clock_until_all_is_answered(case, steward):
    request = papers.draft_request(by=steward, matter=case.matter, case=case, addressed_to="LR", items=[item(), item()])
    clock = papers.send_request(by=steward, request=request, sent_on=ago(1), means="by e-mail", days=10)
    assert clock.side == "theirs" and clock.count[-1]["n"] == 10
    with pytest.raises(Problem, match="was sent"):
        papers.send_request(by=steward, request=request, sent_on=ago(0), means="", days=10)
    first, second = request.items.all()
    assert papers.answer_item(by=steward, item=first, state="furnished", answered_on=ago(0)) is None
    clock.refresh_from_db()
    assert clock.state == "running"
    charge = papers.answer_item(by=steward, item=second, state="denied", answered_on=ago(0), note="privacy")
    clock.refresh_from_db()
    assert clock.state == "met" and charge.statute == "flra_ulp"
    assert charge.due.month != ago(0).month and charge.due > ago(0) + datetime.timedelta(days=170)


def test_filing_a_grievance_drops_the_clocks_of_closed_roads(steward, procedure, grievant):
    intake = cases.Intake(title="x", topic="discrimination", incident_on=ago(2), grievants=(grievant,))
    case = cases.open_case(by=steward, intake=intake)
    assert Deadline.objects.filter(matter=case.matter, statute="eeo_counselor", state="running").exists()
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), warned=True, acknowledged_on=ago(0))
    dropped = Deadline.objects.get(matter=case.matter, statute="eeo_counselor")
    assert dropped.state == "dropped" and "7121(d)" in dropped.reason


def test_silence_on_a_request_starts_the_clock_for_a_charge_once_from_the_day_it_was_due(case, steward, chief):
    request = papers.draft_request(by=steward, matter=case.matter, case=case, addressed_to="LR", items=[item()])
    clock = papers.send_request(by=steward, request=request, sent_on=ago(40), means="by e-mail", days=10)
    silence.catch_up(by=chief)
    silence.catch_up(by=chief)
    charge = case.deadlines.get(statute="flra_ulp", about=request.public_id)
    assert (charge.anchor_on, charge.side) == (clock.due, "ours")
    papers.answer_item(by=steward, item=request.items.get(), state="denied", answered_on=ago(0))
    assert case.deadlines.filter(statute="flra_ulp", about=request.public_id).count() == 1
    papers.answer_item(by=steward, item=request.items.get(), state="furnished", answered_on=ago(0))
    assert request.items.get().state == "furnished"


def test_a_cited_section_is_quoted_with_its_parts(case, clause, steward):
    """A section whose words stand in its lettered parts has no words of its own."""
    Clause.objects.filter(pk=clause.pk).update(text="")
    lineage = ClauseLineage.objects.create(agreement=clause.version.agreement)
    Clause.objects.create(
        version=clause.version, lineage=lineage, level="subsection", number="A", label="9.1(A)", anchor="9.1(a)",
        path="9/1/A", ordinal=2, text="A. Papers relied on shall be attached.",
    )  # fmt: skip
    records.cite(by=steward, matter=case.matter, clause=clause)
    (row,) = clauses.cited(steward, case.matter)
    assert row.words == "A. Papers relied on shall be attached."
