"""Labels told by the marks of the house, by their order or by what they stand behind."""

import pytest

from contracts.parsing.labels import to_roman
from contracts.parsing.parse import read
from tests.contracts.parsing.books import Setting
from tests.contracts.parsing.media import as_docx
from tests.contracts.parsing.test_house_styles import WORDS, body, cut, text
from tests.contracts.parsing.test_pdf import paper


def articles_of(*blocks: str) -> list[tuple[str, str, str]]:
    return cut(read(text(*blocks), "a.txt"), "article", "section")


def test_sections_have_the_mark_of_the_house_in_whatever_way_they_are_counted() -> None:
    blocks = []
    for n, labels in ((1, "ABC"), (2, ("I", "II", "III")), (3, "AB"), (4, "AB")):
        blocks += [
            f"Article {to_roman(n)}. Matters of Pier {n}",
            "The parties watch over:",
            "A. the roster;",
            "B. the file.",
        ]
        blocks += [
            block for label in labels for block in (f"{label}: Duties of Each Party", f"A. {body(1)}", f"B. {body(1)}")
        ]
    found = articles_of(*blocks)
    assert [number for level, number, _ in found if level == "section"] == [*"ABC", "I", "II", "III", *"AB", *"AB"]


def test_stars_before_a_label_mark_what_is_new() -> None:
    rows = (
        (f"{'**' * (n == 3)}Article {n}: dues of part {n}", f"{n}.01 {WORDS}", "or", f"**{n}.02 {WORDS}")
        for n in range(1, 6)
    )
    found = read("\n".join(line for block in rows for line in block).encode(), "a.txt")
    labels = [number for _, number, _ in cut(found, "article", "section")]
    assert labels == [label for n in range(1, 6) for label in (str(n), f"{n}.01", f"{n}.02")]


def test_an_article_put_in_behind_a_roman_number() -> None:
    labels = ["I", "II", "III", "IV", "IVA", "V"]
    found = articles_of(*(block for label in labels for block in (f"ARTICLE {label}\nPier Rules", body())))
    assert [number for _, number, _ in found] == labels


def test_appendices_in_their_order_need_no_look_and_a_bare_list_opens_none() -> None:
    articles = [f"ARTICLE {n} - RULES OF PIER {n}\n{body()}" for n in range(1, 6)]
    heads = [
        f"Appendix {letter}: Rates of pay for everybody who works on the piers of part {letter}" for letter in "ABC"
    ]
    listed = read("\n".join([*articles, *heads]).encode(), "a.txt")
    found = read("\n".join([*articles, *(f"{head}\n{body()}" for head in heads)]).encode(), "a.txt")
    assert [number for _, number, _ in cut(found, "appendix")] == ["A", "B", "C"]
    assert not cut(listed, "appendix")


def test_provisions_behind_the_articles_stand_alone() -> None:
    blocks = [f"Artículo {n}. Turnos del muelle {n}.\n\nCada parte avisa con tiempo." for n in range(1, 6)]
    found = read(text(*blocks, "Disposición adicional primera. Comisión paritaria.", "Se constituye."), "a.txt")
    assert found.clauses[-1].title == "Disposición adicional primera. Comisión paritaria"


def test_points_in_brackets_are_sections_where_they_count_on_through_all_articles() -> None:
    blocks, anew = [], []
    for n in range(5):
        blocks += [f"Article {n + 1}. Rules of Pier {n + 1}", *(f"({2 * n + k}) {body(1)}" for k in (1, 2))]
        anew += [f"Article {n + 1}. Rules of Pier {n + 1}", *(f"({k}) {body(1)}" for k in (1, 2))]
    assert [number for level, number, _ in articles_of(*blocks) if level == "section"] == [str(n) for n in range(1, 11)]
    assert not [number for level, number, _ in articles_of(*anew) if level == "section"]


def test_letters_without_any_mark_count_sections_and_a_sentence_is_none() -> None:
    blocks = []
    for n in range(1, 5):
        blocks += [
            f"Article {n}. Rules of Pier {n}",
            *(f"{letter} The parties of pier {n} meet. {body(1)}" for letter in "ABC"),
        ]
    plain = [
        block for n in range(1, 5) for block in (f"Article {n}. Rules of Pier {n}", f"A Union steward meets. {body(1)}")
    ]
    assert [number for level, number, _ in articles_of(*blocks) if level == "section"] == list("ABC") * 4
    assert not [number for level, number, _ in articles_of(*plain) if level == "section"]


def test_lettered_sections_may_stand_above_coded_articles() -> None:
    blocks = []
    for letter in "AB":
        blocks += [f"SECTION {letter} - MATTERS OF PIER {letter}"]
        blocks += [
            block
            for n in (1, 2, 3)
            for block in (f"ARTICLE {letter}.{n}: RULES OF PART {n}", f"1. {body(1)}", f"2. {body(1)}")
        ]
    found = read(text(*blocks), "a.txt")
    assert [number for _, number, _ in cut(found, "article")] == ["A.1", "A.2", "A.3", "B.1", "B.2", "B.3"]
    assert [title for _, _, title in cut(found, "other")] == [
        "Section A MATTERS OF PIER A",
        "Section B MATTERS OF PIER B",
    ]


def test_typed_contents_in_a_file_without_pages_are_no_headings() -> None:
    heads = [f"ART. {n} RULES OF PIER {n}" for n in range(1, 7)]
    listed = [f"{head} {'.' * 30} {n}" for n, head in enumerate(heads, 2)]
    flow = [Setting("TABLE OF CONTENTS"), *map(Setting, listed)]
    flow += [setting for head in heads for setting in (Setting(head, bold=True), Setting(body(3)))]
    found = read(as_docx(flow, styled=False), "a.docx")
    assert [number for _, number, _ in cut(found, "article")] == [str(n) for n in range(1, 7)]


def test_headings_without_a_number_stand_above_sections_that_begin_anew() -> None:
    pages = [
        [("B", title), *(("", f"Section {n}. {body(1)}") for n in (1, 2, 3))]
        for title in ("DUES", "HOURS", "PAY", "REST")
    ]
    assert [title for _, _, title in cut(read(paper(pages), "a.pdf"), "article")] == ["DUES", "HOURS", "PAY", "REST"]


@pytest.mark.parametrize("label", ["Section 1.", "A.", "{n}.1"])
def test_articles_that_each_open_a_page_with_the_same_section_keep_it(label: str) -> None:
    titles = ("DUES", "HOURS", "OVERTIME", "LEAVE", "WAGES", "SAFETY", "TRAVEL", "TERM")
    pages = [
        [("B", f"ARTICLE {n}"), ("B", title), ("B", f"{label.format(n=n)} Purpose"), ("", body(4))]
        for n, title in enumerate(titles, 1)
    ]
    found = cut(read(paper(pages), "a.pdf"), "section")
    assert [title for _, _, title in found] == ["Purpose"] * 8
