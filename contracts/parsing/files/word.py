"""DOCX as lines: the numbers Word displays are computed, tracked changes are read as accepted and kept as a list."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from lxml.etree import XMLSyntaxError

from contracts.parsing.files.numbering import Numbering, W
from contracts.parsing.files.plain import CHAR_WIDTH, LINE_HEIGHT, about_struck
from contracts.parsing.lines import Line, Page, Source, Unreadable, lead
from contracts.parsing.pages.contents import CONTENTS
from unionops.platform.core import lazy_re as re

MAX_UNPACKED = 300_000_000
HEADING_STYLE = re.compile(r"(?:heading|t[ií]tulo|titre)\s*(\d)", re.I)
CONTENTS_STYLE = re.compile(r"(toc|tdc|tm|contents)\s*\d|table of figures", re.I)
HOLDERS = frozenset(W + tag for tag in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = (W + "del", W + "moveFrom")
NEW = (W + "ins", W + "moveTo")
CENTRE = 260.0
NEAR, LEFT_OUT = 250, "[…]"


@dataclass(slots=True)
class Run:
    """Text of one run with its weight; a page break is a run of its own."""

    text: str
    bold: bool | None = None
    page_break: bool = False
    underlined: bool = False


@dataclass(slots=True)
class Reading:
    """What is collected while the document is walked."""

    numbering: Numbering
    pages: list[list[Line]] = field(default_factory=lambda: [[]])
    changes: list[dict[str, str]] = field(default_factory=list)
    row: int = 0
    waiting: list[Run] = field(default_factory=list)
    kept: str = ""
    struck: int = 0

    def style(self, element: Any) -> Any:
        name = element.find(f"{W}pPr/{W}pStyle")
        return self.numbering.styles.get(name.get(W + "val")) if name is not None else None


def read_docx(data: bytes) -> Source:
    """Paragraphs and tables in order; pages where Word last broke them."""
    document = _open(data)
    reading = Reading(Numbering(document))
    _blocks(document.element.body, reading)
    _footnotes(document, reading)
    pages = [
        Page(index=i, lines=lines, width=560, height=(len(lines) + 1) * LINE_HEIGHT, typeset=False).seal()
        for i, lines in enumerate(reading.pages)
    ]
    return Source(pages, "docx", warnings=about_struck(reading.struck), changes=reading.changes)


def _blocks(parent: Any, reading: Reading) -> None:
    """Paragraphs and tables in order, also those inside content controls and custom marks."""
    for block in parent.iterchildren():
        if block.tag == W + "p":
            _paragraph(block, reading)
        elif block.tag == W + "tbl":
            _table(block, reading)
        elif block.tag in HOLDERS:
            _blocks(block, reading)


def _footnotes(document: Any, reading: Reading) -> None:
    """Foot- and endnotes stand behind the text, so that none of their words is lost."""
    for related in document.part.rels.values():
        if related.reltype.rsplit("/", 1)[-1] not in ("footnotes", "endnotes"):
            continue
        root = parse_xml(related.target_part.blob)
        for note in root.iterchildren():
            if note.get(W + "type") is None:
                _blocks(note, reading)


def _open(data: bytes) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise Unreadable(
                "This Word file unpacks to an unreasonable size and was not opened. Save it anew and upload that."
            )
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, XMLSyntaxError, OSError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(
            "This Word file is damaged or is another kind of file. Open it, save it as .docx anew, and upload that."
        ) from error


def _runs(paragraph: Any, reading: Reading) -> Iterator[Run]:
    """The paragraph's runs as if all changes were accepted."""
    for run in _written(paragraph):
        mark = _mark(run, paragraph)
        text = _run_text(run)
        struck = mark is None and _is_struck(run)
        if mark is None and not struck:
            reading.kept += text
        else:
            _note_change(mark, text, reading)
        if struck or (mark is not None and mark.tag in GONE):
            reading.struck += struck and bool(text.strip())
            continue
        if run.find(W + "lastRenderedPageBreak") is not None or _hard_break(run):
            yield Run("", page_break=True)
        yield Run(text, _run_bold(run), underlined=_is_underlined(run))


def _written(paragraph: Any) -> Iterator[Any]:
    """Runs in order; a drawing's text is stored twice for older programs, the second is left out."""
    skipped = {id(run) for fallback in paragraph.iter(FALLBACK) for run in fallback.iter(W + "r")}
    return (run for run in paragraph.iter(W + "r") if id(run) not in skipped)


def _mark(run: Any, paragraph: Any) -> Any:
    """The tracked insertion or deletion that the run stands in, else None."""
    parent = run.getparent()
    while parent is not None and parent is not paragraph:
        if parent.tag in GONE or parent.tag in NEW:
            return parent
        parent = parent.getparent()
    return None


def _note_change(mark: Any, text: str, reading: Reading) -> None:
    """Keep what was removed or added, by whom and when, and the words of the paragraph that stand before it.

    Without a `mark` the words are struck through by hand.
    """
    if not text.strip():
        return
    kind = "removed" if mark is None or mark.tag in GONE else "added"
    who, day = (mark.get(W + "author", ""), mark.get(W + "date", "")) if mark is not None else ("", "")
    row = str(reading.row)
    last = reading.changes[-1] if reading.changes else None
    if last and not reading.kept and (last["kind"], last["row"], last["by"]) == (kind, row, who):
        last["text"] += text
        return
    before, reading.kept = _shortened(reading.kept), ""
    new = {"kind": kind, "text": text, "row": row, "by": who[:100], "at": day[:10]}
    reading.changes.append({**new, "before": before, "after": ""})


def _end_of_paragraph(reading: Reading) -> None:
    """What is left behind the last change of a paragraph belongs to it."""
    if reading.changes and reading.changes[-1]["row"] == str(reading.row):
        reading.changes[-1]["after"] += _shortened(reading.kept)
    reading.kept = ""


def _shortened(text: str) -> str:
    """The words next to a change are kept; of a long stretch only both ends."""
    return text if len(text) <= 2 * NEAR else f"{text[:NEAR]} {LEFT_OUT} {text[-NEAR:]}"


def _run_text(run: Any) -> str:
    parts = []
    for node in run.iterchildren():
        if node.tag in (W + "t", W + "delText"):
            parts.append(node.text or "")
        elif node.tag in (W + "tab", W + "br", W + "cr"):
            parts.append(" ")
        elif node.tag == W + "noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _hard_break(run: Any) -> bool:
    return any(node.get(W + "type") == "page" for node in run.findall(W + "br"))


def _is_struck(run: Any) -> bool:
    """Struck through by hand, as people mark what goes when they do not track changes."""
    marks = (run.find(f"{W}rPr/{W}{tag}") for tag in ("strike", "dstrike"))
    return any(mark is not None and mark.get(W + "val") not in ("0", "false") for mark in marks)


def _run_bold(run: Any) -> bool | None:
    found = run.find(f"{W}rPr/{W}b")
    return None if found is None else found.get(W + "val") not in ("0", "false")


def _is_underlined(run: Any) -> bool:
    found = run.find(f"{W}rPr/{W}u")
    return found is not None and found.get(W + "val") not in ("none", "0", "false")


def _paragraph(element: Any, reading: Reading) -> None:
    """One line, as if all changes were accepted: a paragraph whose end was deleted runs into the next one."""
    runs = [*reading.waiting, *_runs(element, reading)]
    _end_of_paragraph(reading)
    reading.waiting = []
    text = " ".join("".join(run.text for run in runs).split())
    if not text and any(map(_is_struck, _written(element))):
        return
    if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
        reading.waiting = runs if text else []
        return
    _add_line(element, text, runs, reading)


def _add_line(element: Any, text: str, runs: list[Run], reading: Reading) -> None:
    style, label = reading.style(element), reading.numbering.label(element)
    if any(run.page_break for run in runs) and reading.pages[-1]:
        reading.pages.append([])
    full = f"{label} {text}".strip() if label else text
    reading.row += 1 if full else 2
    if not full:
        return
    reading.row += 1
    line = _line(full, element, runs, style, reading.row)
    line.bold_to = line.bold_to and line.bold_to + len(full) - len(text)
    if style is not None and CONTENTS_STYLE.match(style.name or ""):
        line.aside, line.contents = CONTENTS, True
    reading.pages[-1].append(line)


def _line(text: str, element: Any, runs: list[Run], style: Any, row: int) -> Line:
    weights = [_weight(run, style) for run in runs if run.text.strip()]
    bold = bool(weights) and all(weights)
    width = min(len(text), 92) * CHAR_WIDTH
    centre = element.find(f"{W}pPr/{W}jc")
    x0 = max(0.0, CENTRE - width / 2) if centre is not None and centre.get(W + "val") == "center" else _indent(element)
    return Line(
        text=text,
        x0=x0,
        x1=x0 + width,
        y=row * LINE_HEIGHT,
        bold=bold,
        bold_start=bool(weights) and weights[0],
        bold_end=bool(weights) and weights[-1],
        bold_to=lead((run.text, _weight(run, style) or run.underlined) for run in runs),
        declared=_level(style) if len(text) < 160 else 0,
        block=True,
    )


def _weight(run: Run, style: Any) -> bool:
    return run.bold if run.bold is not None else bool(style is not None and style.font.bold)


def _indent(element: Any) -> float:
    found = element.find(f"{W}pPr/{W}ind")
    value = (found.get(W + "left") or found.get(W + "start") or "0") if found is not None else "0"
    return int(value) / 20 if value.lstrip("-").isdigit() else 0.0


def _level(style: Any) -> int:
    found = HEADING_STYLE.match(style.name or "") if style is not None else None
    return int(found[1]) if found else 0


def _table(table: Any, reading: Reading) -> None:
    """One line per row, its cells set apart by tabs, empty ones too: columns stay under each other."""
    for row in _rows(table):
        gone = row.find(f"{W}trPr/{W}del")
        cells = [
            " ".join(" ".join(_cell(cell, reading)).split()) for cell in row.iter(W + "tc") if _row_of(cell) is row
        ]
        text = "\t".join(cells).rstrip()
        _end_of_paragraph(reading)
        if gone is not None:
            _note_change(gone, text.replace("\t", " "), reading)
        reading.row += 1
        if gone is None and text.strip():
            line = Line(text=text, x1=min(len(text), 92) * CHAR_WIDTH, y=reading.row * LINE_HEIGHT)
            line.block = line.row = True
            reading.pages[-1].append(line)


def _rows(table: Any) -> Iterator[Any]:
    """The table's own rows; those of a table inside a cell belong to that cell."""
    return (row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl")) is table)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(W + "tr"))


def _cell(cell: Any, reading: Reading) -> Iterator[str]:
    for paragraph in cell.iter(W + "p"):
        label = reading.numbering.label(paragraph)
        text = "".join(run.text for run in _runs(paragraph, reading))
        reading.kept += " "
        yield f"{label} {text}" if label and text.strip() else text
