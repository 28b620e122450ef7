"""Word files: computed numbers, styles, tables, tracked changes."""

import io
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from contracts.parsing.parse import Parsed, read


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
    document = docx.Document()
    paragraph = document.add_paragraph("Notice of ")
    for tag, inner, words in (("w:del", "w:delText", "ten"), ("w:ins", "w:t", "twenty")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" days.")
    found = saved(document)
    assert "Notice of twenty days." in found.pages[0].text
    assert [(c["kind"], c["text"]) for c in found.changes] == [("removed", "ten"), ("added", "twenty")]


def test_tables_keep_their_rows() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, values in zip(table.rows, (("Grade", "Rate"), ("7", "24.50")), strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    assert "Grade   Rate\n7   24.50" in saved(document).pages[0].text
