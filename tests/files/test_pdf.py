"""PDF out opens no address and leaks no file, whatever the text holds."""

import io
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from unionops.platform.core.problems import Problem
from unionops.platform.files import child, drawing, labels, pdf

pytestmark = pytest.mark.slow  # every drawing is a child process

SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>{}</svg>"
# every way known to make a PDF drawer open an address; {u} is the address
VECTORS = [
    "<img src='{u}'>",
    "<link rel=stylesheet href='{u}'>",
    "<style>@import url({u});</style>",
    "<style>body {{ background: url({u}) }}</style>",
    "<style>@font-face {{ font-family: a; src: url({u}) }} p {{ font-family: a }}</style>",
    "<object data='{u}'></object>",
    "<embed src='{u}'>",
    "<iframe src='{u}'></iframe>",
    SVG.format("<image href='{u}' width='9' height='9'/>"),
    SVG.format("<image xlink:href='{u}' width='9' height='9'/>"),
    SVG.format("<use href='{u}#a'/>"),
    '<img src="data:image/svg+xml,' + SVG.format("<image href='{u}' width='9' height='9'/>") + '">',
    "<style>p::before {{ content: url({u}) }}</style>",
    "<style>li {{ list-style-image: url({u}) }}</style><ul><li>a</ul>",
    "<base href='{u}'><img src='x.png'>",
    "<style>p {{ border-image: url({u}) 9; border: 1px solid }}</style>",
    "<style>@color-profile --a {{ src: url({u}) }} p {{ color: color(--a 1 0 0) }}</style>",
    "<link rel=attachment href='{u}'>",
    "<a rel=attachment href='{u}'>a</a>",
    "<video poster='{u}'></video>",
    "<input type=image src='{u}'>",
    "<picture><source srcset='{u}'><img srcset='{u} 1x'></picture>",
    "<style>p {{ cursor: url({u}); mask-image: url({u}) }}</style>",
]


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[int, list[str]]]:
    """A server that only counts who knocks."""
    server, knocks = socket.create_server(("127.0.0.1", 0)), []

    def count() -> None:
        while True:
            try:
                knocks.append(str(server.accept()[1]))
            except OSError:
                return

    threading.Thread(target=count, daemon=True).start()
    yield server.getsockname()[1], knocks
    server.close()


def facts(drawn: bytes) -> dict[str, object]:
    said: dict[str, object] = json.loads(child.run("unionops.platform.files.drawing:facts", drawn))
    return said


def test_from_html_opens_no_address_and_leaks_no_file(listener: tuple[int, list[str]], tmp_path: Path) -> None:
    port, knocks = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("the member's secret")
    for address in (f"http://127.0.0.1:{port}/x.png", secret.as_uri()):
        body = "".join(vector.format(u=address) for vector in VECTORS if "color-profile" not in vector)
        drawn = pdf.from_html(f"<p>a</p>{body}<p>end")
        assert facts(drawn)["attachments"] == []
        assert b"secret" not in drawn
    assert knocks == []


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/", "static:../x"])
def test_fetcher_opens_only_what_is_bundled(address: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        drawing._fetcher()(address)


def test_a_colour_profile_ends_in_a_sentence_or_a_page() -> None:
    html = VECTORS[16].format(u="http://127.0.0.1:9/p.icc")
    try:
        assert pdf.from_html(f"<p>a{html}").startswith(b"%PDF")
    except Problem as problem:
        assert problem.code == "not_drawn"


def test_from_html_refuses_what_is_too_long() -> None:
    with pytest.raises(Problem) as caught:
        pdf.from_html("x" * 500_000)
    assert caught.value.code == "too_long"


def test_drawing_keeps_to_its_page_cap() -> None:
    with pytest.raises(Problem) as caught:
        two_pages = b"<p>a<p style='break-before:page'>b"
        child.run("unionops.platform.files.drawing:draw", two_pages, options={"most": 1}, threads=True)
    assert caught.value.code == "too_many_pages"


@pytest.mark.parametrize("bomb", ["<table>" + "<tr><td colspan=1000000>x" * 5, "<div>" * 5_000, "<table><tr><td>" * 60])
def test_drawing_bombs_end_in_a_sentence(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "CPU_SECONDS", 5)
    try:
        pdf.from_html(bomb)
    except Problem as problem:
        assert problem.code in {"too_slow", "too_big", "not_drawn"}


def test_join_keeps_every_page_in_order() -> None:
    parts = [pdf.from_html(f"<p>part {number}") for number in (1, 2)]
    said = facts(pdf.join(parts))
    assert (said["pages"], said["text"]) == (2, "part 1")


def test_stamped_letters_carry_each_address_over_one_body() -> None:
    body = pdf.from_html("<link rel=stylesheet href='static:paper.css'><div class=letter><p>Dear all,</div>")
    drawn = pdf.stamped(body, [labels.stamps([[f"Zoë Nguyễn {n}", "12 Elm St"] for n in range(40)])])
    said = facts(drawn)
    assert said["pages"] == 40
    assert "Zoë Nguyễn 0" in str(said["text"])
    assert "Dear all" in str(said["text"])
    assert len(drawn) < 40 * len(body)


def test_each_stamp_lies_on_the_first_page_of_its_own_letter() -> None:
    body = pdf.from_html("<p>Dear all,<p style='break-before: page'>and so on")
    marks = labels.stamps([["Ada (RN) \\ 1"], [], ["Łukasz 3"]], salutations=["Hello Ada,", "Hello you,", "Hello Ł,"])
    letters = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.stamped(body, [marks]))).pages]
    assert ["Dear all" in text for text in letters] == [True, False] * 3
    assert ["Ada (RN) \\ 1" in letters[0], "Łukasz 3" in letters[4]] == [True, True]
    assert [text.count("Hello") for text in letters] == [1, 0, 1, 0, 1, 0]
    assert "Hello Ada," in letters[0] and "Hello you," in letters[2] and "Łukasz" not in letters[2]
