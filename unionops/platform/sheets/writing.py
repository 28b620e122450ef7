"""Spreadsheets out: every cell is text, so that no program takes one for a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from xml.sax.saxutils import escape

from unionops.platform.core import lazy_re as re

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
SUSPECT = frozenset(DANGEROUS)
FIRST = itemgetter(slice(1))
ROWS_AT_ONCE = 500
WITHIN = re.compile(r"([;\t\"])(?=[=+\-@＝＋－＠])")
AMOUNT = re.compile(r"^-?\d+(?:\.\d+)?$")
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/></Types>'
)
RELATIONS = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
ROOT_RELATIONS = (
    f'{RELATIONS}<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK_RELATIONS = (
    f'{RELATIONS}<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
"""Whole, as the standard has it: some programs refuse a workbook whose fills and borders are empty."""


def neutral(cell: str) -> str:
    """The cell as a spreadsheet program shows it, never as a formula: a quote where one could begin, also where a
    program that divides at other signs than commas would begin a cell."""
    if cell[:1] not in SUSPECT and not _holds_one(cell):
        return cell
    text = WITHIN.sub(r"\1'", cell.replace("\x00", ""))
    if text.startswith(DANGEROUS) and not AMOUNT.match(text):
        return f"'{text}"
    return text


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]], *, for_people: bool = True) -> Iterator[str]:
    """Lines of a CSV file. For other programs (`for_people=False`) cells stay exactly as they are."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    waiting = iter(rows)
    while some := list(islice(waiting, ROWS_AT_ONCE)):
        writer.writerows(_guarded(some) if for_people else some)
        yield _taken(buffer)
    if buffer.tell():
        yield _taken(buffer)


def _guarded(rows: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """Most rows hold no cell to look at twice: their first letters say so."""
    return [
        [neutral(cell) for cell in row] if not SUSPECT.isdisjoint(map(FIRST, row)) or _holds_one("".join(row)) else row
        for row in rows
    ]


def _holds_one(text: str) -> bool:
    return "\x00" in text or ((";" in text or "\t" in text or '"' in text) and WITHIN.search(text) is not None)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def write_xlsx(header: Sequence[str], rows: Iterable[Sequence[str]], *, sheet: str = "People") -> bytes:
    """A workbook of one sheet, each cell an inline text."""
    target = io.BytesIO()
    book = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{_attribute(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", ROOT_RELATIONS)
        archive.writestr("xl/workbook.xml", book)
        archive.writestr("xl/_rels/workbook.xml.rels", BOOK_RELATIONS)
        archive.writestr("xl/styles.xml", STYLES)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for piece in _sheet(header, rows):
                part.write(piece.encode())
    return target.getvalue()


def _attribute(name: str) -> str:
    """A sheet's name: at most 31 letters, none that a workbook forbids, no apostrophe at either end."""
    return escape(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name)[:31].strip(" '") or "People", {'"': "&quot;"})


def _sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{MAIN}"><sheetData>{_row(header)}'
    piece: list[str] = []
    for row in rows:
        piece.append(_row(row))
        if len(piece) >= 1000:
            yield "".join(piece)
            piece.clear()
    yield "".join(piece) + "</sheetData></worksheet>"


def _row(cells: Sequence[str]) -> str:
    return "<row>" + "".join(map(_cell, cells)) + "</row>"


def _cell(text: str) -> str:
    if not text:
        return '<c s="1"/>'
    safe = escape(NOT_XML.sub("", text))
    return f'<c s="1" t="inlineStr"><is><t xml:space="preserve">{safe}</t></is></c>'
