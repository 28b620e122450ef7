"""Word files: computed numbers, styles, tables, tracked changes."""

import io
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from contracts.parsing.parse import Parsed, read
from tests.contracts.parsing.media import marked_up


def saved(document: Any) -> Parsed:
    buffer = io.BytesIO()
    document.save(buffer)
    return read(buffer.getvalue(), "a.docx")


def numbered(document: Any, text: str, level: int) -> None:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    number = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", str(level)), ("w:numId", "77")):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        number.append(element)
    properties.append(number)


def with_list(document: Any) -> None:
    """A multilevel list that Word would show as ARTICLE 1, 1.01, (a)."""
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for level, (kind, text) in enumerate(
        (("decimal", "ARTICLE %1"), ("decimalZero", "%1.%2"), ("lowerLetter", "(%3)"))
    ):
        node = OxmlElement("w:lvl")
        node.set(qn("w:ilvl"), str(level))
        for tag, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", text)):
            element = OxmlElement(tag)
            element.set(qn("w:val"), value)
            node.append(element)
        abstract.append(node)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    number.append(link)
    root.append(number)


def test_numbers_that_word_shows_are_computed() -> None:
    document = docx.Document()
    with_list(document)
    for n in range(1, 4):
        numbered(document, f"SUBJECT {n}Q", 0)
        numbered(document, "The first rule stands here.", 1)
        numbered(document, "one part of it;", 2)
        numbered(document, "another part of it.", 2)
        numbered(document, "The second rule stands here.", 1)
    found = saved(document)
    assert [(c.number, c.title) for c in found.clauses if c.level == "article"] == [
        ("1", "SUBJECT 1Q"),
        ("2", "SUBJECT 2Q"),
        ("3", "SUBJECT 3Q"),
    ]
    assert [c.number for c in found.clauses if c.level == "section"] == ["1.01", "1.02", "2.01", "2.02", "3.01", "3.02"]
    assert [c.number for c in found.clauses if c.level == "subsection"] == ["a", "b"] * 3


def test_tracked_changes_are_read_as_accepted_and_listed() -> None:
    found = read(marked_up(), "a.docx")
    assert "Notice of twenty days." in found.pages[0].text
    assert [(c["kind"], c["text"]) for c in found.changes] == [("removed", "ten"), ("added", "twenty")]


def test_tracked_changes_keep_their_author_day_and_neighbours() -> None:
    document = docx.Document(io.BytesIO(marked_up()))
    document.add_paragraph("Nothing changes in this one.")
    first, second = saved(document).changes
    assert (first["by"], first["at"], first["before"], first["after"]) == ("M. Otter", "2031-02-03", "Notice of ", "")
    assert (second["by"], second["before"], second["after"]) == ("M. Otter", "", " days.")
    assert first["row"] == second["row"]


def test_tables_keep_their_rows() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, values in zip(table.rows, (("Grade", "Rate"), ("7", "24.50")), strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    assert "Grade\tRate\n7\t24.50" in saved(document).pages[0].text


def xml(text: str) -> Any:
    return parse_xml(f'<root xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{text}</root>')


def levels(*looks: str) -> str:
    """Levels of a list: 'kind|text|more elements'."""
    out = ""
    for at, look in enumerate(looks):
        kind, text, more = look.split("|")
        out += f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    return out


def with_numbering(document: Any, definitions: str) -> None:
    root = document.part.numbering_part.element
    found = list(xml(definitions))
    for element in [e for e in found if e.tag.endswith("abstractNum")]:
        root.insert(0, element)
    for element in [e for e in found if e.tag.endswith("}num")]:
        root.append(element)


def body(document: Any, text: str) -> None:
    for element in list(xml(text)):
        document.element.body.insert(len(document.element.body) - 1, element)


def item(text: str, level: int, number: int = 91, mark: str = "") -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}{mark}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_level_that_never_begins_anew_counts_on() -> None:
    document = docx.Document()
    three = levels("upperRoman|ARTICLE %1|", 'decimal|Section %2.|<w:lvlRestart w:val="0"/>')
    with_numbering(
        document,
        f'<w:abstractNum w:abstractNumId="91">{three}</w:abstractNum><w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>',
    )
    body(document, "".join(item(f"WORD {n}", 0) + item("Rule one.", 1) + item("Rule two.", 1) for n in range(3)))
    assert [line for line in saved(document).pages[0].text.split("\n") if "Rule" in line] == [
        f"Section {n}. Rule {('one', 'two')[(n - 1) % 2]}." for n in range(1, 7)
    ]


def test_new_list_on_the_same_definition_restarts_where_it_says() -> None:
    document = docx.Document()
    with_numbering(
        document,
        f'<w:abstractNum w:abstractNumId="91">{levels("decimal|%1.|")}</w:abstractNum>'
        '<w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num><w:num w:numId="92"><w:abstractNumId w:val="91"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    )
    body(document, item("a", 0) + item("b", 0) + item("c", 0, 92) + item("d", 0, 92))
    assert saved(document).pages[0].text == "1. a\n2. b\n5. c\n6. d"


def test_level_comes_from_the_style_that_the_list_names() -> None:
    document = docx.Document()
    style = document.styles.add_style("Clause", 1)
    style.element.get_or_add_pPr().append(xml('<w:numPr><w:numId w:val="91"/></w:numPr>')[0])
    two = levels("decimal|ARTICLE %1|", 'decimal|%1.%2|<w:pStyle w:val="Clause"/>')
    with_numbering(
        document,
        f'<w:abstractNum w:abstractNumId="91">{two}</w:abstractNum><w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>',
    )
    body(document, item("WAGES", 0))
    document.add_paragraph("The rate rises.", style="Clause")
    assert saved(document).pages[0].text == "ARTICLE 1 WAGES\n1.1 The rate rises."


def test_deleted_paragraph_counts_for_nothing_and_joins_what_follows() -> None:
    document = docx.Document()
    with_numbering(
        document,
        f'<w:abstractNum w:abstractNumId="91">{levels("decimal|%1.|")}</w:abstractNum><w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>',
    )
    mark = "<w:rPr><w:del/></w:rPr>"
    gone = item("", 0, mark=mark).replace(
        "<w:r><w:t></w:t></w:r>", "<w:del><w:r><w:delText>old rule</w:delText></w:r></w:del>"
    )
    body(document, item("first", 0) + gone + item("second", 0) + item("half ", 0, mark=mark) + item("whole", 0))
    found = saved(document)
    assert found.pages[0].text == "1. first\n2. second\n3. half whole"
    assert [(c["kind"], c["text"]) for c in found.changes] == [("removed", "old rule")]


def test_rows_keep_empty_cells_and_lose_deleted_rows() -> None:
    def cell(text: str) -> str:
        return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    document = docx.Document()
    inner = f"<w:tbl><w:tr>{cell('inside')}</w:tr></w:tbl><w:p/>"
    rows = (
        f"<w:tr>{cell('Grade')}{cell('')}{cell('Rate')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}{cell('x')}{cell('y')}</w:tr>"
        f"<w:tr>{cell('7')}<w:tc>{inner}</w:tc>{cell('24.50')}</w:tr>"
    )
    body(document, f"<w:tbl>{rows}</w:tbl>")
    found = saved(document)
    assert found.pages[0].text == "Grade\t\tRate\n7\tinside\t24.50"
    assert found.changes[0]["text"] == "gone x y"


def test_contents_by_style_are_set_aside() -> None:
    document = docx.Document()
    style = document.styles.add_style("toc 1", 1)
    for n in range(1, 4):
        document.add_paragraph(f"ARTICLE {n} SUBJECT {n}Q\t{n}", style=style)
    for n in range(1, 4):
        document.add_heading(f"ARTICLE {n} SUBJECT {n}Q", 1)
        document.add_paragraph("Words of the article stand here.")
    found = saved(document)
    assert [c.number for c in found.clauses if c.level == "article"] == ["1", "2", "3"]
    assert {a.reason for a in found.set_aside} == {"contents"}
    assert found.coverage == 1.0


def test_words_struck_through_by_hand_are_taken_out_and_listed() -> None:
    document = docx.Document()
    for n in (1, 2):
        document.add_heading(f"ARTICLE {n} NOTICE", 1)
        paragraph = document.add_paragraph("The notice is ")
        paragraph.add_run("ten").font.strike = True
        paragraph.add_run(" twenty").font.underline = True
        paragraph.add_run(" days.")
        document.add_paragraph().add_run("This paragraph goes.").font.strike = True
    found = saved(document)
    assert [clause.text.split("\n", 1)[1] for clause in found.clauses] == ["The notice is twenty days."] * 2
    assert [(one["kind"], one["text"]) for one in found.changes[:2]] == [
        ("removed", "ten"),
        ("removed", "This paragraph goes."),
    ]
    assert "struck through" in found.warnings[0]
