"""Files that are broken, locked, empty, too long or hostile: refused by the real child process with a way out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

import docx
import pytest
from fpdf import FPDF

from contracts.models import AgreementVersion, Clause, VersionState
from contracts.services import reading
from tests.contracts.texts import PLAIN
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem
from unionops.platform.files.services import store_upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def by(local: object) -> Iterator[User]:
    with acting(system_actor()) as user:
        assert user is not None
        yield user


def pdf(pages: int = 1, *, locked: bool = False, words: bool = True) -> bytes:
    paper = FPDF()
    if locked:
        paper.set_encryption(owner_password="a", user_password="b")
    paper.set_font("Helvetica", "", 12)
    for n in range(pages):
        paper.add_page()
        if words:
            paper.text(20, 20, f"ARTICLE {n + 1} HOURS")
        else:
            paper.rect(10, 10, 50, 50)
    return bytes(paper.output())


def word(document: bytes) -> bytes:
    """A Word file with another text part."""
    whole = io.BytesIO()
    docx.Document().save(whole)
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(
                info.filename, document if info.filename == "word/document.xml" else source.read(info.filename)
            )
    return out.getvalue()


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'
    return word(f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>{body}'.encode())


@pytest.mark.parametrize(
    ("make", "name", "says"),
    [
        (lambda: pdf(locked=True), "a.pdf", "password"),
        (lambda: pdf(3)[:700], "a.pdf", "damaged"),
        (lambda: pdf(3001), "a.pdf", "3001 pages; 3000 is the limit"),
        (lambda: b"", "a.pdf", "empty"),
        (lambda: word(b"0" * 320_000_000), "a.docx", "unreasonable size"),
        (laughs, "a.docx", "damaged"),
        (lambda: b"PK\x03\x04" + b"x" * 99, "a.docx", "damaged"),
        (lambda: bytes(range(256)) * 20, "a.txt", "neither PDF, Word, HTML nor text"),
    ],
    ids=["locked", "damaged", "too_long", "empty", "bomb", "entities", "no_word_file", "binary"],
)
def test_refused_with_what_is_wrong_and_what_to_do(make: Callable[[], bytes], name: str, says: str) -> None:
    with pytest.raises(Problem, match=says):
        reading.take_apart(make(), name)
    assert reading.take_apart(PLAIN.encode(), "harbor.txt").clauses


def test_pages_without_a_word_are_named_and_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    parts = reading.take_apart(pdf(4, words=False), "a.pdf")
    assert any("4 of 4 pages" in w and "Tesseract" in w for w in parts.account["warnings"])
    assert [page["number"] for page in parts.pages] == [1, 2, 3, 4]


def test_scripts_and_handlers_of_a_web_page_are_never_kept() -> None:
    page = b"<h2>ARTICLE 1</h2><p onclick='go()'>Hours<img src=x onerror=go()></p><script>steal()</script><svg><script>x</script></svg>"
    parts = reading.take_apart(page, "a.html")
    kept = " ".join(c["text"] for c in parts.clauses)
    assert "Hours" in kept and "steal" not in kept and "go()" not in kept


def test_a_version_whose_file_fails_says_so_and_keeps_the_old_text(
    by: User, agreement: AgreementVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = store_upload(by=by, file=b"%PDF-1.7\n" + pdf(2)[9:], name="new.pdf", purpose="agreement")
    count = Clause.objects.filter(version=agreement).count()
    version = reading.add_version(by=by, upload=upload, title="Harbor Agreement", supersedes=agreement)
    monkeypatch.setattr(reading, "read_upload", lambda _upload: b"%PDF-1.7 nothing")
    with pytest.raises(Problem):
        reading.read_version(version=version, by=by)
    version.refresh_from_db()
    assert version.state == VersionState.FAILED and "damaged" in version.problem
    assert Clause.objects.filter(version=agreement).count() == count
