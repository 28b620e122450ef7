"""Labels stand where the maker's sheet has them, and nothing runs over the edge."""

import io
import json
from pathlib import Path

import pypdf
import pytest

from unionops.platform.files import labels, letters, pdf

pytestmark = pytest.mark.slow  # draws whole sheets


def pages(drawn: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(drawn)).pages]


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (30, 1), (31, 2)])
def test_labels_fill_a_sheet_before_the_next(count: int, expected: int) -> None:
    drawn = labels.labels([(f"Person {n}", "12 Elm St", "Springfield, VA 22150") for n in range(count)])
    assert len(pages(drawn)) == expected


def test_labels_can_begin_on_a_used_sheet() -> None:
    assert len(pages(labels.labels([("A",)] * 2, skip=29))) == 2


def test_labels_draw_names_beyond_ascii() -> None:
    text = pages(labels.labels([("Zoë Nguyễn-Łukasz", "Ängelholm 1")]))[0]
    assert "Zoë Nguyễn-Łukasz" in text


def test_a_long_line_is_broken_and_only_an_endless_one_is_cut() -> None:
    lines = ("ADA LOVE", "BUILDING 12 SUITE 1400", "100 MARTIN LUTHER KING JUNIOR BOULEVARD NORTHEAST", "OSLO MN 56744")
    text = pages(labels.labels([lines]))[0]
    assert "…" not in text and text.split() == " ".join(lines).split()
    assert "".join(pages(labels.labels([("A" * 200, "short")]))[0].split()) == "A" * 200 + "short"
    assert "…" in pages(labels.labels([("A" * 900,)]))[0]


def test_a_long_cell_of_a_sheet_stands_on_two_lines() -> None:
    columns = [labels.Column("Name", 1), labels.Column("Signature", 4)]
    name = "Villanueva-Hernandez, Maria Guadalupe"
    text = pages(labels.sign_in_sheet("Sign in", columns, [(name, "")]))[0]
    assert "…" not in text and name.replace(" ", "") in "".join(text.split())


def test_the_question_of_a_walk_list_is_whole_on_its_head() -> None:
    title = "Rally walk: Harbor Annex, nights. Would you wear the button on the day of the rally, and bring a friend?"
    text = pages(labels.sign_in_sheet(title, [labels.Column("Name", 1)], [("Ada",)]))[0]
    assert " ".join(text.split()).startswith(title) or title.replace(" ", "") in "".join(text.split())


def test_names_from_the_right_stand_on_sheets_of_their_own() -> None:
    people = [("ADA BOYLE", "1 ELM ST"), ("محمد علي", "2 ELM ST"), ("דוד כהן", "3 ELM ST"), ("BO CHEN", "4 ELM ST")]
    for sheet in labels.SHEETS:
        first, second = pages(labels.labels(people, sheet))
        assert "ADA BOYLE" in first and "BO CHEN" in first and "ELM" in second
        assert {f"{n} ELM" for n in (2, 3)} == {f"{n} ELM" for n in range(1, 5) if f"{n} ELM" in second}
    columns = [labels.Column("Name", 3), labels.Column("Signature", 4)]
    first, second = pages(labels.sign_in_sheet("Meeting", columns, [(who, "") for who, _street in people]))
    assert "Signature" in second and "ADA" not in second and "BO CHEN" in first


def test_no_letter_becomes_an_empty_box() -> None:
    assert letters.missing("محمد דוד Łukasz Nguyễn Петров \u200f\u200d") == ""
    assert letters.spelled_out("Ada \U0001f9ff") == "Ada [U+1F9FF]" if letters.missing("\U0001f9ff") else True
    private = "\ue9f3\U0010fffd"
    assert letters.missing(f"Lee {private}{private}") == private
    text = pages(pdf.from_html(f"<p>Lee {private}</p>"))[0]
    assert "Lee [U+E9F3][U+10FFFD]" in text
    assert "[U+E9F3]" in pages(labels.sign_in_sheet("Meeting", [labels.Column("Name", 1)], [("\ue9f3",)]))[0]


@pytest.mark.parametrize("name", labels.SHEETS)
def test_every_label_lies_on_the_page_and_beside_the_next(name: str) -> None:
    sheet = labels.SHEETS[name]
    corners = [sheet.corner(place) for place in range(sheet.each)]
    assert all(left + sheet.width <= 8.51 and top + sheet.height <= 11.01 for left, top in corners)
    assert sheet.step_across >= sheet.width
    assert sheet.step_down >= sheet.height


def test_measures_are_the_makers(shared: Path) -> None:
    said = json.loads((shared / "data" / "formats" / "export_headers.json").read_text())["labels_in_inches"]
    for number in ("5160", "5163"):
        sheet, spec = labels.SHEETS[f"avery{number}"], said[number]
        assert [sheet.columns, sheet.rows, sheet.width, sheet.height] == [spec["cols"], spec["rows"], *spec["label"]]
        assert (sheet.top, sheet.left, sheet.step_across) == (spec["top"], spec["left"], spec["h_pitch"])


def test_sign_in_sheet_repeats_its_head_and_leaves_room() -> None:
    columns = [labels.Column("Name", 3), labels.Column("Signature", 4)]
    drawn = pages(
        labels.sign_in_sheet("Membership meeting", columns, [(f"Person {n}", "") for n in range(40)], blank=5)
    )
    assert len(drawn) == 2
    assert all("Signature" in text for text in drawn)


def test_sign_in_sheet_for_nobody_is_still_a_sheet() -> None:
    assert "Signature" in pages(labels.sign_in_sheet("Meeting", [labels.Column("Signature", 1)], []))[0]
