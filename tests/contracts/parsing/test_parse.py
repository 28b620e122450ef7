"""Each trap that real agreements hold, on a small invented one."""

import random
import string

import pytest

from contracts.parsing.files.plain import read_plain
from contracts.parsing.lines import Unreadable, visible
from contracts.parsing.nodes import LEVELS
from contracts.parsing.parse import Parsed, read, sniff
from tests.contracts.texts import PLAIN


def parsed(text: str, name: str = "a.txt") -> Parsed:
    return read(text.encode(), name)


def heads(found: Parsed, *levels: str) -> list[tuple[str, str]]:
    return [(c.number, c.title) for c in found.clauses if c.level in (levels or LEVELS)]


def numbers(found: Parsed, level: str) -> list[str]:
    return [c.number for c in found.clauses if c.level == level]


def body(count: int = 3) -> str:
    return "\n".join(
        ["The parties agree that this paragraph runs on to the end of its printed line and"] * count + ["stops here."]
    )


def test_articles_sections_paragraphs_and_attachments_are_found() -> None:
    found = parsed(PLAIN)
    assert heads(found, "article") == [
        ("1", "RECOGNITION"),
        ("2", "HOURS OF WORK"),
        ("3", "GRIEVANCES"),
        ("4", "WAGES"),
    ]
    assert heads(found, "section")[:4] == [
        ("1", "Unit"),
        ("2", "Exclusions"),
        ("1", "Work Week"),
        ("2", "Shift Change"),
    ]
    assert numbers(found, "subsection") == ["a", "b", "1", "2", "c"]
    assert heads(found, "appendix", "letter", "preamble") == [("", "PREAMBLE"), ("A", "WAGE TABLE"), ("1", "PARKING")]


def test_pages_of_the_file_count_from_one_and_printed_labels_are_kept() -> None:
    found = parsed(PLAIN)
    second = next(c for c in found.clauses if c.level == "article" and c.number == "2")
    third = next(c for c in found.clauses if c.level == "article" and c.number == "3")
    assert (second.page, second.label) == (2, "2")
    assert (third.page, third.label) == (3, "3")


def test_every_character_is_in_one_clause_or_set_aside() -> None:
    found = parsed(PLAIN)
    held = sum(visible(c.text) for c in found.clauses) + sum(a.chars for a in found.set_aside)
    assert held == sum(visible(p.text) for p in found.pages)
    assert found.coverage == 1.0
    assert {a.reason for a in found.set_aside} == {"contents", "page_number"}


def test_pieces_point_at_the_same_words_on_the_page() -> None:
    found = parsed(PLAIN)
    for clause in found.clauses:
        for piece in clause.pieces:
            printed = found.pages[piece.page].text[piece.start : piece.end]
            assert "".join(printed.split()) == "".join(clause.text[piece.text_start : piece.text_end].split())


def test_contents_page_gives_no_headings() -> None:
    assert numbers(parsed(PLAIN), "article") == ["1", "2", "3", "4"]


def test_what_fills_half_the_text_is_no_contents_page() -> None:
    rows = "\n".join(f"Deck hand on pier {n}   {20 + n}" for n in range(1, 60))
    found = parsed(f"Schedule of rates\n{rows}\n")
    assert found.set_aside == []
    assert "Deck hand on pier 59" in found.clauses[-1].text


def test_wrapped_number_in_a_sentence_is_no_item() -> None:
    found = parsed(PLAIN)
    assert "fifteen (15) calendar days" in next(c.text for c in found.clauses if c.number == "a")


def test_cross_reference_at_a_line_start_is_no_heading() -> None:
    text = "\n".join(
        f"ARTICLE {n}\nTITLE {'ABCDEF'[n]}\n\n{body()}\nas said in\nArticle 2 shall not apply here, nor\nSection 5 of it.\n"
        for n in (1, 2, 3)
    )
    assert numbers(parsed(text), "article") == ["1", "2", "3"]
    assert numbers(parsed(text), "section") == []


def test_running_head_like_a_heading_is_set_aside() -> None:
    pages = []
    for number in range(1, 13):
        head = f"Article {(number + 2) // 3}.{number}.B"
        start = f"ARTICLE {(number + 2) // 3}\nSUBJECT {string.ascii_uppercase[number]}\n\n" if number % 3 == 1 else ""
        pages.append(f"{head}\n\n{start}{body(8)}\n\n{number}\n")
    found = parsed("\f".join(pages))
    assert numbers(found, "article") == ["1", "2", "3", "4"]
    assert sum(a.reason == "running_head" for a in found.set_aside) == 12


def test_heading_at_the_top_of_a_page_stays_a_heading() -> None:
    pages = [f"ARTICLE {n}\nSUBJECT {string.ascii_uppercase[n]}\n\n{body(8)}\n\n{n}\n" for n in range(1, 9)]
    assert numbers(parsed("\f".join(pages)), "article") == [str(n) for n in range(1, 9)]


def test_misprinted_labels_are_repaired_and_say_so() -> None:
    text = PLAIN.replace("ARTICLE 3 -", "ARTICL 3 -").replace("Section 2. Step", "Sections 2. Step")
    found = parsed(text)
    third = next(c for c in found.clauses if c.level == "article" and c.number == "3")
    assert third.repaired and third.check
    assert any("Article 3" in warning for warning in found.warnings)
    assert ("2", "Step One") in heads(found, "section")


def test_letter_l_for_one_is_repaired() -> None:
    found = parsed(PLAIN.replace("Section 1. Definition", "Section l. Definition"))
    assert ("1", "Definition") in heads(found, "section")


def test_run_in_titles_end_at_the_first_stop() -> None:
    text = PLAIN.replace("Section 1. Unit.\nThe Agency", "Section 1. Covered Unit. The Agency")
    found = parsed(text)
    first = next(c for c in found.clauses if c.level == "section")
    assert first.title == "Covered Unit"
    assert first.text[first.body_start :].startswith("The Agency recognizes")


def test_untitled_sections_have_no_title() -> None:
    text = PLAIN.replace("Section 1. Unit.\nThe", "Section 1. The")
    assert heads(parsed(text), "section")[0] == ("1", "")


def test_restarted_count_becomes_a_second_part() -> None:
    one = "\n\n".join(f"ARTICLE {n}\nSUBJECT {n}X\n\n{body()}" for n in range(1, 6))
    two = "\n\n".join(f"ARTICLE {n}\nRULE {n}Y\n\n{body()}" for n in range(1, 5))
    found = parsed(f"{one}\n\n\nBYLAWS OF THE LOCAL\n\n{two}\n")
    assert numbers(found, "article") == ["1", "2", "3", "4", "5", "1", "2", "3", "4"]
    assert any(c.level == "other" and c.title == "BYLAWS OF THE LOCAL" for c in found.clauses)


@pytest.mark.parametrize(
    ("labels", "word"),
    [
        (["I", "II", "III", "IV", "V"], "ARTICLE"),
        (["One", "Two", "Three"], "ARTICLE"),
        (["1", "2", "3"], "ARTÍCULO"),
        (["1", "2", "3"], "Rule"),
        (["1.1", "1.2", "2.1", "2.2", "2.3"], "ARTICLE"),
        (["1", "2", "3"], "CHAPTER"),
    ],
)
def test_numbering_families(labels: list[str], word: str) -> None:
    text = "\n\n".join(f"{word} {label}: SUBJECT {n}Q\n\n{body()}" for n, label in enumerate(labels))
    assert numbers(parsed(text), "article") == labels


def test_roman_article_with_a_letter_behind_it() -> None:
    text = "\n\n".join(f"ARTICLE {label}\nSUBJECT\n\n{body()}" for label in ("I", "II", "II-A", "III"))
    assert numbers(parsed(text), "article") == ["I", "II", "II-A", "III"]


def test_agreement_without_the_word_article() -> None:
    text = "\n\n".join(
        f"{n} SUBJECT {'ABCD'[n]}\n\n{n}.1 Scope\n\n{n}.1.1 {body()}\n\n{n}.2 Limits\n\n{n}.2.1 {body()}"
        for n in (1, 2, 3)
    )
    found = parsed(text)
    assert numbers(found, "article") == ["1", "2", "3"]
    assert numbers(found, "section") == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"]
    assert numbers(found, "subsection") == ["1.1.1", "1.2.1", "2.1.1", "2.2.1", "3.1.1", "3.2.1"]


def test_labels_with_hyphens() -> None:
    text = "\n\n".join(
        f"ARTICLE {n}\nSUBJECT\n\n{n}-1 First\n{body()}\n{n}-1-1 {body(1)}\n{n}-1-2 {body(1)}\n\n{n}-2 Second\n{body()}"
        for n in (1, 2, 3)
    )
    found = parsed(text)
    assert numbers(found, "section") == ["1-1", "1-2", "2-1", "2-2", "3-1", "3-2"]
    assert numbers(found, "subsection")[:2] == ["1-1-1", "1-1-2"]


def test_dates_and_amounts_at_line_starts_are_no_items() -> None:
    text = PLAIN.replace("The work week is forty", "The work week since\n7-1-2021 is\n3.5 days or forty")
    assert "3.5" not in numbers(parsed(text), "subsection")


def test_glued_section_label_is_read() -> None:
    text = "\n\n".join(f"ARTICLE {n}\nSUBJECT\n\n{n}.1 First\n{body()}\n\n{n}.2Second\n{body()}" for n in (1, 2, 3))
    assert numbers(parsed(text), "section") == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"]


def test_printed_line_numbers_are_set_aside() -> None:
    rows = [line for line in PLAIN.split("\f")[1].split("\n") if line.strip()]
    pages = ["\n".join(f"{n}  {row}" for n, row in enumerate(rows, 1)) for _page in range(2)]
    found = parsed("\f".join(pages))
    assert sum(a.chars for a in found.set_aside if a.reason == "line_number") > 0
    assert ("1", "RECOGNITION") in heads(found, "article")
    assert found.coverage == 1.0


def test_spanish_agreement() -> None:
    text = "\n\n".join(
        f"ARTÍCULO {n}. MATERIA {n}\n\nSección 1. Alcance\n{body()}\n\nSección 2. Límites\n{body()}" for n in (1, 2, 3)
    )
    found = parsed(f"{text}\n\nANEXO A\n\nTabla de sueldos\n")
    assert numbers(found, "article") == ["1", "2", "3"]
    assert numbers(found, "section") == ["1", "2"] * 3
    assert numbers(found, "appendix") == ["A"]


def test_french_agreement() -> None:
    labels = ("1er", "2", "3")
    text = "\n\n".join(
        f"ARTICLE {label} - OBJET\n\n{n}.01 {body()}\n\n{n}.02 {body()}" for n, label in enumerate(labels, 1)
    )
    found = parsed(text)
    assert numbers(found, "article") == ["1er", "2", "3"]
    assert numbers(found, "section") == ["1.01", "1.02", "2.01", "2.02", "3.01", "3.02"]


def test_single_letters_that_are_roman_numbers_stay_letters() -> None:
    items = "\n".join(f"{letter}. {body(1)}" for letter in "ABCDEFGHIJ")
    text = "\n\n".join(f"ARTICLE {n}\nSUBJECT\n\nSection 1. Scope.\n{items}" for n in (1, 2, 3))
    assert numbers(parsed(text), "subsection") == list("ABCDEFGHIJ") * 3


def test_text_without_structure_becomes_pages() -> None:
    found = parsed("just some words here\fand some words there\n")
    assert heads(found) == [("", "Page 1"), ("", "Page 2")]
    assert found.coverage == 1.0
    assert found.warnings


def test_hyphen_at_a_line_end_joins_words_the_text_knows() -> None:
    text = PLAIN.replace(
        "The work week is forty", "The schedule of the full-\ntime crew and the sched-\nule of pilots is forty"
    )
    clause = next(c for c in parsed(text).clauses if c.title == "Work Week")
    assert "full-time crew" in clause.text
    assert "schedule of pilots" in clause.text


def test_a_second_hyphen_of_a_word_stays_at_a_line_end() -> None:
    words = "The face\u2010to\u2010\nface desk and the self\u2010evalu\u2010\nation of pilots is forty"
    clause = next(c for c in parsed(PLAIN.replace("The work week is forty", words)).clauses if c.title == "Work Week")
    assert "face\u2010to\u2010face desk" in clause.text
    assert "self\u2010evaluation of pilots" in clause.text


def test_markdown_headings_are_read() -> None:
    text = "# Handbook\n\n## Leave\n\nTen days.\n\n## Pay\n\n**Rates**\n\nTwenty dollars.\n\n## Duration\n\nOne year.\n"
    assert [title for _, title in heads(parsed(text, "a.md"), "article")] == ["Leave", "Pay", "Duration"]


def test_html_scripts_are_never_read() -> None:
    page = (
        "<html><head><title>x</title><script>steal()</script></head><body>"
        + "".join(
            f"<h2>Article {n}: Subject {n}</h2><p>Words <b>here</b>.</p><script>alert(1)</script>" for n in (1, 2, 3)
        )
        + "<ol type='a'><li>first</li><li>second</li></ol></body></html>"
    )
    found = parsed(page, "a.html")
    assert numbers(found, "article") == ["1", "2", "3"]
    assert numbers(found, "subsection") == ["a", "b"]
    assert not any("alert" in c.text or "steal" in c.text for c in found.clauses)


def test_subject_of_a_letter_with_a_hanging_second_line() -> None:
    letter = (
        "LETTER OF UNDERSTANDING\n\nRe:  Shifts in the week before\n     the harbor festival\n\nThe parties agree.\n\n"
    )
    found = parsed(PLAIN + "\f" + letter)
    assert heads(found, "letter")[-1] == ("", "Shifts in the week before the harbor festival")


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "a.pdf", "empty"),
        (b"%PDF-1.7 broken", "a.pdf", "damaged"),
        (b"PK\x03\x04 not a zip", "a.docx", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "a.doc", ".docx"),
        (b"{\\rtf1\\ansi ARTICLE 1 \\par Text}", "a.doc", "rich text"),
        (b"GIF89a\x00\x00\x00", "a.txt", "neither"),
        (b"words of one line " * 1_000_000, "a.txt", "18 MB of text"),
        (b"(a) item\n" * 200_001, "a.txt", "200,001 lines"),
        (b"a page\f" * 3_001, "a.txt", "3,001 pages"),
    ],
)
def test_unreadable_files_are_refused_with_a_way_out(data: bytes, name: str, word: str) -> None:
    with pytest.raises(Unreadable, match=word):
        read(data, name)


def test_kinds_are_told_by_content_first() -> None:
    assert sniff(b"%PDF-1.4", "x.txt") == "pdf"
    assert sniff(b"PK\x03\x04", "x.pdf") == "docx"
    assert sniff(b"<!DOCTYPE html><p>", "x") == "html"
    assert sniff(b"# A", "x.md") == "markdown"


def test_no_text_breaks_the_parser_or_loses_a_character() -> None:
    rng = random.Random(12)
    words = [
        "ARTICLE 1",
        "Article 2.",
        "Section 3.",
        "(a)",
        "1.",
        "ii)",
        "APPENDIX B",
        "of the",
        "Employer",
        "2.1",
        "\f",
        "-3-",
        "....... 7",
        "é",
    ]
    for _round in range(60):
        text = "\n".join(" ".join(rng.choices(words, k=rng.randint(0, 6))) for _line in range(rng.randint(1, 60)))
        if not text.strip():
            continue
        found = parsed(text)
        held = sum(visible(c.text) for c in found.clauses) + sum(a.chars for a in found.set_aside)
        assert held == sum(visible(p.text) for p in found.pages)
        assert all(c.parent is None or c.parent < n for n, c in enumerate(found.clauses))


@pytest.mark.parametrize("at_head", [True, False])
def test_printed_numbers_make_pages_at_the_head_or_the_foot(at_head: bool) -> None:
    book = []
    for n in range(1, 5):
        body = f"ARTICLE {n}\nTITLE {n}\n\nSection 1. The Employer shall keep promise {n} in every office of the city."
        book.append(f"Page {n} of 4\n\n{body}\n" if at_head else f"{body}\n\nPage {n} of 4\n")
    pages = read_plain("\n".join(book).encode()).pages
    texts = [" ".join(line.text for line in page.lines) for page in pages if page.lines]
    assert len(texts) == 4 and all(f"promise {n}" in text for n, text in enumerate(texts, 1))
