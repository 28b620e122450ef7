"""Invented agreements in every layout and every kind of file: what is found against what was set."""

from collections import Counter
from collections.abc import Callable

import pytest

from contracts.parsing.parse import Parsed, read
from tests.contracts.parsing.books import Book, Press, Setting, as_pdf, as_text
from tests.contracts.parsing.layouts import LAYOUTS
from tests.contracts.parsing.media import as_docx, as_html, as_markdown


def f1(found: Counter[tuple[object, ...]], true: Counter[tuple[object, ...]]) -> float:
    return 2 * (found & true).total() / (found.total() + true.total()) if true else 1.0


def bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def article_of(found: Parsed, at: int) -> str:
    clause = found.clauses[at]
    while clause.level != "article" and clause.parent is not None:
        clause = found.clauses[clause.parent]
    return clause.number


def check(found: Parsed, book: Book) -> None:
    articles = Counter((c.number, bare(c.title), c.page) for c in found.clauses if c.level == "article")
    assert f1(articles, Counter((n, bare(title), page) for n, title, page in book.articles)) >= 0.98
    sections = Counter((article_of(found, n), c.number) for n, c in enumerate(found.clauses) if c.level == "section")
    assert f1(sections, Counter(book.parts)) >= 0.985
    assert found.coverage == 1.0


@pytest.mark.parametrize("name", [name for name, layout in LAYOUTS.items() if layout.columns == 1])
def test_layout_as_text(name: str) -> None:
    book = Press(LAYOUTS[name], 1).book()
    check(read(as_text(book), "a.txt"), book)


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_as_pdf(name: str) -> None:
    book = Press(LAYOUTS[name], 3).book()
    check(read(as_pdf(book), "a.pdf"), book)


WITHOUT_PAGES = [("a.docx", as_docx, 0), ("a.html", as_html, 1), ("a.md", as_markdown, 2)]


@pytest.mark.parametrize("styled", [False, True])
@pytest.mark.parametrize(("name", "make", "turn"), WITHOUT_PAGES)
def test_layouts_in_files_without_pages(
    name: str, make: Callable[[list[Setting], bool], bytes], turn: int, styled: bool
) -> None:
    """Each layout in one kind of file plain and in another styled."""
    for layout in list(LAYOUTS.values())[(turn + styled) % 3 :: 3]:
        flow = list(Press(layout, 4).flow())
        found = read(make(flow, styled), name)
        truth = Counter((s.truth[1], bare(s.truth[2])) for s in flow if s.truth and s.truth[0] == "article")
        articles = Counter((c.number, bare(c.title)) for c in found.clauses if c.level == "article")
        assert f1(articles, truth) >= 0.98, layout.name
        parts = Counter(s.truth[1:] for s in flow if s.truth and s.truth[0] == "section")
        got = Counter((article_of(found, n), c.number) for n, c in enumerate(found.clauses) if c.level == "section")
        assert f1(got, parts) >= 0.985, layout.name
        assert found.coverage == 1.0
        assert not any("steal" in c.text for c in found.clauses)
