"""Hostile files are refused with a sentence, harmless ones pass."""

import pytest

from tests.files import bombs
from unionops.platform.core.problems import Problem
from unionops.platform.files import child, purposes
from unionops.platform.files.checks import check_upload, clean_name
from unionops.platform.files.kinds import SHEETS


@pytest.mark.parametrize("name", bombs.REFUSED)
def test_check_refuses_a_hostile_file_with_a_sentence(name: str) -> None:
    with pytest.raises(Problem) as caught:
        check_upload(bombs.REFUSED[name](), name)
    assert name in caught.value.message or caught.value.code == "unreadable"
    assert caught.value.hint


@pytest.mark.slow
@pytest.mark.parametrize("name", bombs.CONTAINED)
def test_child_contains_what_a_first_look_cannot_see(name: str) -> None:
    data = bombs.CONTAINED[name]()
    task = "parse_pdf" if name.endswith("pdf") else "parse_sheet"
    try:
        check_upload(data, name)
        answer = child.run(f"tests.files.child_tasks:{task}", data, wall=15, cpu=10)
    except Problem as problem:
        assert problem.message
    else:
        assert answer < 5_000_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("roster.xlsx", bombs.sheet()),
        ("letter.docx", bombs.letter()),
        ("roster.csv", "name;été\nZoë;1\n".encode()),
        ("roster.tsv", "name\tmail\nZoë\tx\n".encode("utf-16")),
        ("notes.txt", b"hello"),
        ("page.pdf", bombs.page(b"BT /F1 12 Tf (hello) Tj ET")),
    ],
)
def test_check_passes_an_honest_file(name: str, data: bytes) -> None:
    checked = check_upload(data, name)
    assert (checked.name, checked.size) == (name, len(data))
    assert len(checked.sha256) == 64


def test_check_counts_the_pages_of_a_pdf() -> None:
    assert check_upload(bombs.page(b""), "one.pdf").pages == 1


@pytest.mark.parametrize(("name", "how"), [("IMG_2041.HEIC", "JPG"), ("Re schedule.eml", "PDF"), ("note.msg", "PDF")])
def test_what_phones_and_mail_programs_save_is_refused_with_the_way_round(name: str, how: str) -> None:
    with pytest.raises(Problem) as caught:
        check_upload(b"\x00\x00\x00\x18ftypheic", name)
    assert caught.value.code == "wrong_kind" and how in str(caught.value.hint)


@pytest.mark.parametrize("name", ["contract.doc", "letter.rtf", "contract.odt"])
def test_another_word_processor_s_file_is_refused_with_what_to_save_it_as(name: str) -> None:
    with pytest.raises(Problem) as caught:
        check_upload(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name, purpose="agreement")
    assert caught.value.code == "wrong_kind" and "save it as .docx or PDF" in str(caught.value.hint)


def test_check_keeps_to_the_kinds_of_the_purpose() -> None:
    purposes.register("test-roster", kinds=SHEETS)
    with pytest.raises(Problem) as caught:
        check_upload(bombs.letter(), "letter.docx", "test-roster")
    assert caught.value.code == "wrong_kind"
    assert "csv" in caught.value.hint


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\me\\roster.xlsx", "roster.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("evil\u202exslx.csv", "evilxslx.csv"),
        ("a\r\nb.pdf", "ab.pdf"),
        ("", "file"),
        ("x" * 400 + ".pdf", "x" * 150 + ".pdf"),
    ],
)
def test_clean_name_keeps_only_what_is_safe_to_show(given: str, kept: str) -> None:
    assert clean_name(given) == kept
