"""DOCX as lines: the numbers Word displays are computed, tracked changes are read as accepted and kept as a list."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import XMLSyntaxError

from contracts.parsing.lines import Line, Page, Source, Unreadable
from contracts.parsing.numbering import Numbering, W
from contracts.parsing.plain import CHAR_WIDTH, LINE_HEIGHT

MAX_UNPACKED = 300_000_000
HEADING_STYLE = re.compile(r"(?:heading|t[ií]tulo|titre)\s*(\d)", re.I)
GONE = (W + "del", W + "moveFrom")
NEW = (W + "ins", W + "moveTo")
CENTRE = 260.0


@dataclass(slots=True)
class Run:
    """Text of one run with its weight; a page break is a run of its own."""

    text: str
    bold: bool | None = None
    page_break: bool = False


@dataclass(slots=True)
class Reading:
    """What is collected while the document is walked."""

    pages: list[list[Line]] = field(default_factory=lambda: [[]])
    changes: list[dict[str, str]] = field(default_factory=list)
    row: int = 0


def read_docx(data: bytes) -> Source:
    """Paragraphs and tables in order; pages where Word last broke them."""
    document = _open(data)
    numbering = Numbering(document)
    reading = Reading()
    for block in document.element.body.iterchildren():
        if block.tag == W + "p":
            _paragraph(block, document, numbering, reading)
        elif block.tag == W + "tbl":
            _table(block, reading)
        elif block.tag == W + "sdt":
            for inner in block.iter(W + "p"):
                _paragraph(inner, document, numbering, reading)
    pages = [
        Page(index=i, lines=lines, width=560, height=(len(lines) + 1) * LINE_HEIGHT, typeset=False).seal()
        for i, lines in enumerate(reading.pages)
    ]
    return Source(pages, "docx", changes=reading.changes)


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
    for run in paragraph.iter(W + "r"):
        state = _state(run, paragraph)
        text = _run_text(run)
        if state in GONE or state in NEW:
            _note_change("removed" if state in GONE else "added", text, reading)
        if state in GONE:
            continue
        if run.find(W + "lastRenderedPageBreak") is not None or _hard_break(run):
            yield Run("", page_break=True)
        yield Run(text, _run_bold(run))


def _state(run: Any, paragraph: Any) -> str:
    parent = run.getparent()
    while parent is not None and parent is not paragraph:
        if parent.tag in GONE or parent.tag in NEW:
            return str(parent.tag)
        parent = parent.getparent()
    return ""


def _note_change(kind: str, text: str, reading: Reading) -> None:
    if not text.strip():
        return
    last = reading.changes[-1] if reading.changes else None
    if last and last["kind"] == kind and last["row"] == str(reading.row):
        last["text"] += text
    else:
        reading.changes.append({"kind": kind, "text": text, "row": str(reading.row)})


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


def _run_bold(run: Any) -> bool | None:
    found = run.find(f"{W}rPr/{W}b")
    return None if found is None else found.get(W + "val") not in ("0", "false")


def _paragraph(element: Any, document: Any, numbering: Numbering, reading: Reading) -> None:
    style = _style(element, document)
    label = numbering.label(element)
    runs = list(_runs(element, reading))
    if any(run.page_break for run in runs) and reading.pages[-1]:
        reading.pages.append([])
    text = " ".join("".join(run.text for run in runs).split())
    full = f"{label} {text}".strip() if label else text
    reading.row += 1 if full else 2
    if full:
        reading.row += 1
        reading.pages[-1].append(_line(full, element, runs, style, reading.row))


def _style(element: Any, document: Any) -> Any:
    name = element.find(f"{W}pPr/{W}pStyle")
    if name is None:
        return None
    return next((style for style in document.styles if style.style_id == name.get(W + "val")), None)


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
    """One line per row, cells apart; Word's own table order."""
    for row in table.iter(W + "tr"):
        cells = [" ".join("".join(run.text for run in _runs(cell, reading)).split()) for cell in row.findall(W + "tc")]
        text = "   ".join(cell for cell in cells if cell)
        reading.row += 1
        if text:
            reading.pages[-1].append(Line(text=text, x1=min(len(text), 92) * CHAR_WIDTH, y=reading.row * LINE_HEIGHT))
