"""Tables in a web page, and Excel's old XML: what many systems save under the name of a workbook."""

from __future__ import annotations

from lxml import etree, html

from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.sheets import decoding
from unionops.platform.sheets.tables import Area, Grid, one_line

LOOK_INTO = 65_536
WIDEST = 200
SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
ENCODED = re.compile(rb"<meta[^>]+charset|<\?xml[^>]+encoding", re.IGNORECASE)
DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
TABLE = re.compile(r"<(?:table|tr)\b", re.IGNORECASE)


def is_markup(data: bytes) -> bool:
    """A page with a table, or an XML workbook, whatever the name says."""
    text = _characters(data[:LOOK_INTO]).lstrip("\ufeff \t\r\n")
    return text.startswith("<") and (SPREADSHEET in text or bool(TABLE.search(text)))


def _characters(data: bytes) -> str:
    return data.decode("utf-16", "replace") if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data.decode("latin-1")


def read_markup(data: bytes) -> Grid:
    """The table with the most rows. Raises Problem when there is none."""
    if SPREADSHEET in _characters(data[:LOOK_INTO]):
        return _workbook(data)
    tables = _page(data).xpath("//table") or []
    grids = [_grid([row for row in table.iter("tr") if _table_of(row) is table]) for table in tables]
    best = max(grids, key=_size, default=None)
    if best is None or not best.rows:
        raise Problem("empty", "This web page holds no table.", "Save the list as XLSX or CSV.")
    return best


def _size(grid: Grid) -> int:
    return sum(sum(bool(cell) for cell in cells) for _number, cells in grid.rows)


def _page(data: bytes) -> html.HtmlElement:
    """What the page says of its letters counts; a page that says nothing is read as any text is."""
    if ENCODED.search(data[:LOOK_INTO]) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return html.document_fromstring(data)
    return html.document_fromstring(DECLARED.sub("", decoding.decode(data)[0]))


def _table_of(row: html.HtmlElement) -> html.HtmlElement | None:
    return next(row.iterancestors("table"), None)


def _grid(rows: list[html.HtmlElement]) -> Grid:
    found, merged = [], list[Area]()
    hanging: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        cells: list[str] = []
        below: dict[int, int] = {}
        for cell in row.iterchildren("td", "th"):
            _skip_hanging(cells, hanging)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            if wide > 1 or high > 1:
                merged.append(((number, len(cells)), (number + high - 1, len(cells) + wide - 1)))
            below |= {len(cells) + at: high - 1 for at in range(wide)}
            cells += [_text(cell), *[""] * (wide - 1)]
        _skip_hanging(cells, hanging)
        hanging = {at: left - 1 for at, left in hanging.items()} | below
        found.append((number, cells))
    return Grid(found, merged=merged)


def _skip_hanging(cells: list[str], hanging: dict[int, int]) -> None:
    """A cell of a row above reaches down to here."""
    while hanging.get(len(cells), 0) > 0:
        cells.append("")


def _span(cell: html.HtmlElement, name: str) -> int:
    said = cell.get(name, "1").strip()
    return min(max(int(said), 1), WIDEST) if said.isdigit() else 1


def _text(cell: html.HtmlElement) -> str:
    for mark in cell.iter("br"):
        mark.tail = f" {mark.tail or ''}"
    return one_line(str(cell.text_content()).replace("\xa0", " "))


def _workbook(data: bytes) -> Grid:
    """The sheet with the most rows of a workbook in XML (Excel 2003)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(data, parser)
    sheets = [] if root is None else root.iter(f"{{{SPREADSHEET}}}Worksheet")
    best = max(map(_sheet, sheets), key=_size, default=None)
    if best is None or not best.rows:
        raise Problem("empty", "This workbook holds no rows.", "Check that you saved the right file.")
    return best


def _sheet(sheet: etree._Element) -> Grid:
    rows, merged, number = [], list[Area](), 0
    for row in sheet.iter(f"{{{SPREADSHEET}}}Row"):
        number = _place(row, number + 1)
        cells: list[str] = []
        for cell in row.iterchildren(f"{{{SPREADSHEET}}}Cell"):
            cells += [""] * (_place(cell, len(cells) + 1) - 1 - len(cells))
            more = int(cell.get(f"{{{SPREADSHEET}}}MergeAcross", "0"))
            if more:
                merged.append(((number, len(cells)), (number, len(cells) + more)))
            cells += [_cell(cell), *[""] * more]
        rows.append((number, cells))
    return Grid(rows, merged=merged)


def _place(part: etree._Element, usual: int) -> int:
    said = part.get(f"{{{SPREADSHEET}}}Index", "")
    return min(int(said), usual + 100_000) if said.isdigit() else usual


def _cell(cell: etree._Element) -> str:
    found = cell.find(f"{{{SPREADSHEET}}}Data")
    if found is None:
        return ""
    text = one_line("".join(found.itertext()))
    is_day = found.get(f"{{{SPREADSHEET}}}Type") == "DateTime"
    return text.partition("T")[0] if is_day else text
