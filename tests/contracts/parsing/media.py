"""The invented agreements as Word, HTML and Markdown: with declared headings, or with bold type alone."""

from __future__ import annotations

import html
import io

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.contracts.parsing.books import Setting


def _level(line: Setting, styled: bool) -> int:
    """1 for an article, 2 for a section on a line of its own, 0 for text."""
    if not styled or line.truth is None:
        return 0
    return 1 if line.truth[0] == "article" else 2 * line.bold


def as_docx(flow: list[Setting], styled: bool) -> bytes:
    document = docx.Document()
    for line in flow:
        level = _level(line, styled)
        if level:
            document.add_heading(line.text, level)
            continue
        paragraph = document.add_paragraph()
        paragraph.add_run(line.text).bold = line.bold or None
        if line.centred:
            paragraph.alignment = 1
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_html(flow: list[Setting], styled: bool) -> bytes:
    out = ["<html><head><script>steal()</script></head><body>"]
    for line in flow:
        level, text = _level(line, styled), html.escape(line.text)
        heading = f"<h{level + 1}>{text}</h{level + 1}>"
        out.append(heading if level else f"<p><strong>{text}</strong></p>" if line.bold else f"<p>{text}</p>")
    return "\n".join([*out, "</body></html>"]).encode()


def as_markdown(flow: list[Setting], styled: bool) -> bytes:
    out = []
    for line in flow:
        level = _level(line, styled)
        out += [f"{'#' * (level + 1)} {line.text}" if level else f"**{line.text}**" if line.bold else line.text, ""]
    return "\n".join(out).encode()


def marked_up() -> bytes:
    """One paragraph of Word with a word taken out and another put in, both by the same hand on the same day."""
    document = docx.Document()
    paragraph = document.add_paragraph("Notice of ")
    for tag, inner, words in (("w:del", "w:delText", "ten"), ("w:ins", "w:t", "twenty")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        change.set(qn("w:author"), "M. Otter")
        change.set(qn("w:date"), "2031-02-03T10:00:00Z")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" days.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_table(rows: list[list[str]]) -> bytes:
    """Two articles of Word; the rows stand in a table of the second."""
    document = docx.Document()
    for n in (1, 2):
        document.add_heading(f"Article {n}. Wages of Part {n}", 1)
        document.add_paragraph("The parties agree to pay what is said here.")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
