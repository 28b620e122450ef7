"""Old cases on paper: read once, resumed after a stop, confirmed by a person, taken back whole."""

import pytest

from grievances.models import CaseDocument, Grievance, Matter, OldFile, ScanState
from grievances.queries import old as queries
from grievances.services import old, records
from unionops.platform.access.actors import acting
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Stopped
from unionops.platform.files import pdf
from unionops.platform.files.models import Upload

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAGE = (
    "<p>Grievance No.: {n}</p><p>Name of Grievant: Dana Whitfield</p><p>Date Filed: 3/14/2019</p>"
    "<p>Articles Violated: Art. 12 Sec. 3</p><p>Issue: Overtime</p><p>Duty Station: Pier 4</p>"
    "<p style='break-before: page'>The grievance is hereby denied.</p>"
)


def paper(n):
    return pdf.from_html(PAGE.format(n=n))


@pytest.fixture
def heap(chief):
    with acting(chief):
        yield [old.add_file(by=chief, data=paper(f"19-{n}"), name=f"{n}.pdf") for n in range(3)]


def values(row):
    return {name: found["value"] for name, found in row.fields.items()}


def test_each_value_has_its_page_and_words(heap, chief):
    row = old.read_file(by=chief, row=heap[0])
    assert row.state == ScanState.READ
    assert values(row) | {"x": 1} == {
        "number": "19-0", "grievant": "Dana Whitfield", "filed_on": "2019-03-14", "article": "Art. 12 Sec. 3",
        "title": "Overtime", "site": "Pier 4", "outcome": "denied", "x": 1,
    }  # fmt: skip
    assert row.fields["outcome"]["page"] == 2
    for found in row.fields.values():
        assert found["quote"] in row.pages[found["page"] - 1]


def test_a_stopped_reading_goes_on_where_it_was(heap, chief):
    def stop_at_two(done, total=None, phase=""):
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        old.read_waiting(by=chief, progress=stop_at_two)
    assert queries.counts(chief)[ScanState.READ] == 2
    read_at = {row.pk: row.pages for row in OldFile.objects.filter(state=ScanState.READ)}
    assert old.read_waiting(by=chief) == 1
    assert queries.counts(chief)[ScanState.READ] == 3
    assert all(OldFile.objects.get(pk=pk).pages == pages for pk, pages in read_at.items())


def test_a_confirmed_file_is_a_case_with_its_paper_and_can_be_taken_back(heap, chief, worksite, sign_in):
    row = old.read_file(by=chief, row=heap[0])
    case = old.confirm(by=chief, row=row, values=values(row) | {"title": "Overtime list"})
    assert (case.number, case.outcome, case.status, case.filed_on.isoformat()) == (
        "19-0", "denied", "closed", "2019-03-14",
    )  # fmt: skip
    assert case.matter.documents.get().upload == row.upload and case.matter.title == "Overtime list"
    with pytest.raises(Problem, match="a case already"):
        old.confirm(by=chief, row=row, values=values(row))
    row.refresh_from_db()
    old.take_back(by=chief, row=row)
    assert not Grievance.objects.exists() and not Matter.objects.exists() and not CaseDocument.objects.exists()
    assert Upload.objects.filter(pk=row.upload_id).exists() and queries.counts(chief)[ScanState.READ] == 1


def test_a_case_people_worked_on_stays(heap, chief):
    row = old.read_file(by=chief, row=heap[0])
    case = old.confirm(by=chief, row=row, values=values(row))
    records.add_note(by=chief, matter=case.matter, text="Seen.")
    row.refresh_from_db()
    with pytest.raises(Problem, match="worked on"):
        old.take_back(by=chief, row=row)


def test_the_same_file_or_number_is_not_taken_twice(heap, chief):
    with pytest.raises(Problem, match="here already"):
        old.add_file(by=chief, data=old.files.read_upload(heap[0].upload), name="again.pdf")
    row = old.read_file(by=chief, row=heap[0])
    old.confirm(by=chief, row=row, values=values(row))
    other = old.read_file(by=chief, row=heap[1])
    with pytest.raises(Problem, match="here already"):
        old.confirm(by=chief, row=other, values=values(other) | {"number": "19-0"})


def test_a_file_without_words_says_so_and_can_still_be_typed(chief):
    with acting(chief):
        row = old.add_file(by=chief, data=pdf.from_html("<p> </p>"), name="blank.pdf")
        row = old.read_file(by=chief, row=row)
        assert row.state == ScanState.UNREAD and row.problem
        case = old.confirm(by=chief, row=row, values={"title": "Typed by hand", "filed_on": "3/1/2018"})
        assert case.filed_on.year == 2018 and case.outcome == "unknown"


def test_a_folder_is_taken_in_and_the_rest_named(chief, tmp_path):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.pdf").write_bytes(paper("18-1"))
    (tmp_path / "notes.exe").write_bytes(b"MZ")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4")
    with acting(chief):
        made, refused = old.add_folder(by=chief, folder=tmp_path)
        assert made == 1 and sorted(one["file"] for one in refused) == ["broken.pdf", "notes.exe"]
        assert old.add_folder(by=chief, folder=tmp_path)[0] == 0


def test_pages_lead_from_file_to_file_and_stewards_stay_out(heap, chief, steward, sign_in):
    old.read_waiting(by=chief)
    client, path = sign_in(chief), f"/grievances/old-files/{heap[0].public_id}/"
    body = client.get(path).content.decode()
    assert "Date Filed: 3/14/2019" in body and "2019-03-14" in body
    answer = client.post(path, values(OldFile.objects.get(pk=heap[0].pk)))
    assert answer.headers["Location"] == f"/grievances/old-files/{heap[1].public_id}/"
    answer = client.post(f"/grievances/old-files/{heap[1].public_id}/aside/")
    assert answer.headers["Location"] == f"/grievances/old-files/{heap[2].public_id}/"
    assert client.post(path, {"filed_on": "2019-01-01"}).status_code == 422
    assert sign_in(steward).get(path).status_code == 403
    assert sign_in(steward).get(f"/files/{heap[2].upload.public_id}/").status_code in (403, 404)


def test_words_of_a_picture_keep_wide_gaps():
    def word(text, left, line=1):
        return {"text": text, "left": left, "width": 40, "height": 10, "block": 1, "par": 1, "line": line}

    assert old.lines_of([word("No", 0), word("7", 45), word("Filed", 200), word("x", 0, 2)]) == "No 7   Filed\nx"
