"""One door for every spreadsheet that comes in: `read_table(data, name)`, read in a limited child process."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePath
from typing import Any

from unionops.platform.core.problems import Problem
from unionops.platform.files.kinds import is_text
from unionops.platform.sheets import cards, decoding, fixed, leaves, markup, refusals, shape
from unionops.platform.sheets.tables import Aside, Table

MAX_COLUMNS, MAX_ROWS, MAX_CELL, MAX_SHEETS = 200, 250_000, 4_096, 60
WORKBOOKS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"}
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
PIECE = 2_000
BYTES_A_SECOND = 100_000
"""How slowly whoever reads the stream may take it before the child is taken for hung."""


def read_table(data: bytes, name: str, *, sheet: str = "", words: Collection[str] = ()) -> Table:
    """The table in the file, whole. Raises Problem with a sentence when there is none to be read."""
    table = open_table(data, name, sheet=sheet, words=words)
    for numbers, rows in table.batches():
        table.rows += rows
        table.numbers += numbers
    table.coming = None
    return table


def open_table(
    data: bytes, name: str, *, sheet: str = "", words: Collection[str] = (), together: bool = False
) -> Table:
    """The table with its rows still to come (`batches`), so that a long one never lies in memory whole.

    `together`: the sheets of a workbook that go on with one list are one table.
    """
    from unionops.platform.files import child

    options = {"name": name, "sheet": sheet, "words": sorted(words), "together": together}
    wall = 60 + len(data) / BYTES_A_SECOND
    pieces = child.stream("unionops.platform.sheets.reading:pieces", data, options=options, wall=wall, cpu=60)
    head = next(pieces)
    asides = [Aside(**aside) for aside in head.pop("aside")]
    return Table(**head, aside=asides, coming=((piece["numbers"], piece["rows"]) for piece in pieces))


def pieces(
    data: bytes, name: str, sheet: str = "", words: Collection[str] = (), *, together: bool = False
) -> Iterator[dict[str, Any]]:
    """What the child sends: everything but the rows (with samples of each column), then the rows by the thousand."""
    table = parse(data, name, sheet=sheet, words=words, together=together)
    yield table.head()
    for at in range(0, len(table.rows), PIECE):
        yield {"rows": table.rows[at : at + PIECE], "numbers": table.numbers[at : at + PIECE]}


def parse(data: bytes, name: str, *, sheet: str = "", words: Collection[str] = (), together: bool = False) -> Table:
    """The same in this process; for the child, and for files we wrote ourselves."""
    if not data.strip():
        raise Problem("empty", "This file is empty.", "Check that you saved the right file.")
    table = _table(data, name, sheet, frozenset(words))
    if together and table.meta.get("shown"):
        others = [(other, _sheet(data, name, other, frozenset(words))) for other in table.meta["shown"][:MAX_SHEETS]]
        table = leaves.joined(table, [(other, part) for other, part in others if part])
    _check_limits(table)
    refusals.drop_refused(table)
    return table


def _sheet(data: bytes, name: str, sheet: str, words: frozenset[str]) -> Table | None:
    """None for a sheet that holds no table."""
    try:
        return _table(data, name, sheet, words)
    except Problem:
        return None


def _table(data: bytes, name: str, sheet: str, words: frozenset[str]) -> Table:
    if data.startswith(PDF):
        raise Problem(
            "not_a_sheet",
            "This is a PDF, whatever its name says, so no rows can be read from it.",
            "Ask for the list as a spreadsheet: XLSX or CSV.",
        )
    if markup.is_markup(data):
        return shape.table_from(markup.read_markup(data), words)
    if data.startswith((ZIP, OLE)) or (PurePath(name).suffix.lower() in WORKBOOKS and not is_text(data)):
        from unionops.platform.sheets import workbooks  # its library is heavy, text files do without

        return shape.table_from(workbooks.read_workbook(data, sheet), words)
    return _from_text(data, words)


def _from_text(data: bytes, words: frozenset[str]) -> Table:
    text, encoding = decoding.decode(data)
    if "\x00" in text[:5000]:
        raise Problem(
            "not_a_sheet", "This file is not a table: it holds machine code.", "Save the list as XLSX or CSV."
        )
    if cards.looks_like_cards(text):
        return cards.read_cards(text)
    delimiter, width, share = decoding.find_delimiter(text)
    if not fixed.looks_fixed(text):
        decoding.check_is_list(text, delimiter, share, words)
    if _is_report(text, delimiter, width, share):
        table = fixed.read_fixed(text, words)
    else:
        table = shape.table_from(decoding.read_delimited(text, delimiter or ","), words)
    table.meta["encoding"] = encoding
    return table


def _is_report(text: str, delimiter: str, width: int, share: float) -> bool:
    """Wide gaps and no delimiter that holds most lines together."""
    if delimiter in {"\t", "|"} and share >= 0.6:
        return False
    if width >= 3 and share >= 0.6 and not fixed.gaps_within(text, delimiter):
        return False
    return fixed.looks_fixed(text)


def _check_limits(table: Table) -> None:
    if len(table.header) > MAX_COLUMNS:
        raise Problem(
            "too_wide",
            f"This file has {len(table.header)} columns; a list of people has at most {MAX_COLUMNS}.",
            "Keep only the columns of the list and save it again.",
        )
    if len(table.rows) > MAX_ROWS:
        raise Problem("too_long", f"This file has more than {MAX_ROWS:,} rows.", "Split it into smaller files.")
    if not table.rows:
        raise Problem("no_rows", "No rows of data were found in this file.", "Check that you saved the right file.")
    for row, number in zip(table.rows, table.numbers, strict=True):
        for at, cell in enumerate(row):
            if len(cell) > MAX_CELL:
                row[at] = cell[:MAX_CELL]
                table.aside.append(Aside(number, "cut_cell", table.header[at], "longer than 4,096 characters"))
