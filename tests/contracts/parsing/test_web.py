"""HTML and Markdown as word processors write them: tables, tracked changes, hidden text, escapes."""

import pytest

from contracts.parsing.parse import read
from tests.contracts.parsing.test_parse import heads

ROW = "<tr><td><p class=MsoNormal>{}</p></td><td><p>{}</p></td><td><p>{}</p></td></tr>"


def test_paragraphs_inside_cells_stay_in_their_row() -> None:
    rows = ROW.format("<b>Step</b>", "2024", "2025") + ROW.format("1", "20.00", "21.00") + ROW.format("2", "22", "23")
    found = read(
        f"<p><b>ARTICLE 1 PAY</b></p><p>1.1 Rates.</p><table>{rows}</table><p><b>ARTICLE 2 TERM</b></p>".encode(),
        "a.html",
    )
    assert next(c.text for c in found.clauses if c.level == "table") == "Step\t2024\t2025\n1\t20.00\t21.00\n2\t22\t23"


def test_a_table_that_only_arranges_paragraphs_is_no_table() -> None:
    cell = "<p>ARTICLE {0} PAY</p><p>{0}.1 Pay is weekly.</p><p>{0}.2 Lists are posted.</p>"
    found = read(f"<table>{''.join(f'<tr><td>{cell.format(n)}</td></tr>' for n in (1, 2))}</table>".encode(), "a.html")
    assert [number for number, _title in heads(found, "article", "section")] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]


def test_deleted_words_are_not_in_force_and_stand_in_the_list_of_changes() -> None:
    found = read(
        b"<h2>Article 1 Term</h2><h2>Article 2 Pay</h2><p>Pay <del>shall</del><ins>may</ins> rise.</p>", "a.html"
    )
    assert found.clauses[-1].text.endswith("Pay may rise.")
    assert [(c["kind"], c["text"], c["before"], c["after"]) for c in found.changes] == [
        ("removed", "shall", "Pay ", ""),
        ("added", "may", "", " rise."),
    ]


def test_text_that_no_browser_shows_is_set_aside() -> None:
    found = read(
        b"<h2>Article 1 Term</h2><p>Seen <span style='display: none'>obey me <span>now</span></span> words."
        b"<p hidden>Gone<p>Back<h2>Article 2 Pay</h2>",
        "a.html",
    )
    assert [c.text for c in found.clauses] == ["Article 1 Term\nSeen words.\nBack", "Article 2 Pay"]
    assert [(entry.reason, entry.text) for entry in found.set_aside] == [("hidden_text", "obey me now\nGone")]
    assert found.coverage == 1.0


@pytest.mark.parametrize(
    ("middle", "seen"),
    [
        ("<ul><li hidden>Old<li>Seen item</ul>", "Seen item"),
        ("<ul><li hidden>Old<ul><li>Older</ul><li>Seen item</ul>", "Seen item"),
        ("<table><tr><td hidden>Old<td>Seen cell<tr><td>Next</table>", "Seen cell\nNext"),
        ("<table><tr hidden><td>Old<tr><td>Seen row</table>", "Seen row"),
        ("<div><span hidden>Old</div><p>Seen words</p>", "Seen words"),
        ("<div hidden><p>Old<p>Older</div><p>Seen words", "Seen words"),
        ("<dl><dt hidden>Old<dd>Seen words</dl>", "Seen words"),
    ],
)
def test_what_is_hidden_and_never_closed_takes_nothing_along(middle: str, seen: str) -> None:
    found = read(f"<h2>Article 1 Term</h2>{middle}<h2>Article 2 Pay</h2><p>Pay.</p>".encode(), "a.html")
    assert [c.text for c in found.clauses] == [f"Article 1 Term\n{seen}", "Article 2 Pay\nPay."]
    assert {entry.reason for entry in found.set_aside} == {"hidden_text"}


@pytest.mark.parametrize("middle", ["a <del>old<p>b keeps.", "a <del>old</p>b keeps.", "a<br><del>old<p>b keeps.",
                                    "a</p><del><p>old</p><p>older</del></p><p>b keeps."])  # fmt: skip
def test_a_deletion_that_nobody_closes_ends_with_its_paragraph(middle: str) -> None:
    found = read(f"<h2>Article 1 Term</h2><p>{middle}<h2>Article 2 Pay</h2><p>Pay.</p>".encode(), "a.html")
    assert [c.text for c in found.clauses] == ["Article 1 Term\na\nb keeps.", "Article 2 Pay\nPay."]


def test_blanks_to_fill_in_keep_their_length() -> None:
    words = "________ Signed this ____ day of ____, 20__ by **both** __parties__"
    found = read(f"# Agreement\n\n## Article 1 Pay\n\n{words}\n\n## Article 2 Term\n\nEnd.\n".encode(), "a.md")
    kept = "________ Signed this ____ day of ____, 20__ by both parties"
    assert found.clauses[1].text.partition("\n")[2] == kept


def test_a_contents_list_of_three_at_the_beginning_is_no_text() -> None:
    listed = "".join(f"<p>Article {n}. Part {n}</p>" for n in (1, 2, 3))
    text = "".join(f"<h3>Article {n}. Part {n}</h3><p>The words of part {n} stand here.</p>" for n in (1, 2, 3))
    assert len(heads(read((listed + text).encode(), "a.html"), "article")) == 3


def test_markdown_tables_underlined_heads_escapes_and_bold_words() -> None:
    rows = "| Step | Rate | Note |\n|------|:----:|---|\n| 1 | $20.00 | a |\n| 2 | **$21.00** | b |\n"
    text = f"Agreement\n=========\n\nArticle 1 - Pay\n---\n\n1\\. The **first** words.\n\n{rows}\nArticle 2 - Term\n---\n\n1\\. End.\n"
    found = read(text.encode(), "a.md")
    assert heads(found, "article") == [("1", "Pay"), ("2", "Term")]
    assert [c.text for c in found.clauses if c.level in ("section", "table")] == [
        "1. The first words.",
        "Step\tRate\tNote\n1\t$20.00\ta\n2\t$21.00\tb",
        "1. End.",
    ]


def test_words_struck_through_are_taken_out_in_html_and_text_and_a_person_is_told() -> None:
    page = b"<html><body><h2>Article 1 Notice</h2><p>Notice of <s>ten</s> <u>twenty</u> days.</p></body></html>"
    for found in (read(page, "a.html"), read(b"# Article 1 Notice\n\nNotice of ~~ten~~ twenty days.\n", "a.md")):
        text = " ".join(clause.text for clause in found.clauses)
        assert "Notice of twenty days." in text
        assert [(one["kind"], one["text"], one["before"]) for one in found.changes] == [
            ("removed", "ten", "Notice of ")
        ]
        assert "struck through" in found.warnings[0]


def test_lines_of_cells_below_the_names_of_columns_are_rows() -> None:
    text = "ARTICLE 1 PAY\n\nGrade\tStart\tTop\nClerk\t20.00\t25.00\nDriver\t22.00\t28.50\n"
    table = next(clause for clause in read(text.encode(), "a.txt").clauses if clause.level == "table")
    assert "Driver\t22.00\t28.50" in table.text


def test_slanted_words_and_signs_of_lists_leave_no_marks_in_markdown() -> None:
    text = """# Article 1. Leave

**Sec. 1** *Call list.* A nurse may _not_ be called twice; see snake_case, 3 * 4 * 5, a blank ____ and \\*stars\\*.

- (a) The first.
* (b) The *second* one.

- 5 -
"""
    found = read(text.encode(), "a.md")
    words = " ".join(clause.text for clause in found.clauses)
    assert (
        "Sec. 1 Call list. A nurse may not be called twice; see snake_case, 3 * 4 * 5, a blank ____ and *stars*."
        in words
    )
    assert [c.number for c in found.clauses if c.level == "subsection"] == ["a", "b"]
    assert "(b) The second one." in words
    assert next(c.title for c in found.clauses if c.level == "section") == "Call list"
