"""Cells of XLSX, XLS and ODS files as text: the sheet with the data, hidden sheets left alone."""

from __future__ import annotations

import datetime
import io
from typing import Any

import python_calamine as calamine

from unionops.platform.core.problems import Problem
from unionops.platform.sheets.tables import Area, Grid

MAX_CELLS = 8_000_000
OLE = b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes, sheet: str = "") -> Grid:
    """The named sheet, else the visible one with the most filled rows."""
    if data.startswith(OLE) and LOCKED in data:
        raise Problem(
            "password",
            "This workbook is protected by a password, so it cannot be read.",
            "Open it, save a copy without the password, and use that.",
        )
    book = _open(data)
    visible = [meta.name for meta in book.sheets_metadata if _shown(meta)]
    chosen = sheet if sheet in book.sheet_names else _fullest(book, visible or book.sheet_names)
    grid = _grid(book.get_sheet_by_name(chosen))
    others = [name for name in book.sheet_names if name != chosen]
    grid.meta = {"sheet": chosen, "other_sheets": others, "shown": [name for name in visible if name != chosen]}
    return grid


def _open(data: bytes) -> calamine.CalamineWorkbook:
    try:
        return calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Problem(
            "damaged",
            "This workbook cannot be opened; it may be damaged or cut short.",
            "Open it in your spreadsheet program, save it again as XLSX, and try once more.",
        ) from error


def _shown(meta: Any) -> bool:
    is_sheet = meta.typ == calamine.SheetTypeEnum.WorkSheet
    return bool(is_sheet and meta.visible == calamine.SheetVisibleEnum.Visible)


def _fullest(book: calamine.CalamineWorkbook, names: list[str]) -> str:
    sizes = {name: _size(book.get_sheet_by_name(name)) for name in names}
    if not any(sizes.values()):
        raise Problem("empty", "This workbook holds no rows.", "Check that you saved the right file.")
    return max(names, key=lambda name: sizes[name])


def _size(sheet: calamine.CalamineSheet) -> int:
    return int(sheet.height * min(sheet.width, 60))


def _grid(sheet: calamine.CalamineSheet) -> Grid:
    if sheet.height * sheet.width > MAX_CELLS:
        raise Problem("too_big", "This sheet has too many cells to be a list of people.", "Save only the list itself.")
    top, left = sheet.start or (0, 0)
    merged = [_moved(area, left) for area in sheet.merged_cell_ranges or []]
    rows = [(top + at, [_text(cell) for cell in row]) for at, row in enumerate(sheet.iter_rows(), start=1)]
    return Grid(rows, merged=merged)


def _moved(area: Any, left: int) -> Area:
    """A merged area with rows counted from 1, as row numbers are, and columns from the first filled one."""
    (top, start), (bottom, end) = area
    return (top + 1, start - left), (bottom + 1, end - left)


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.15g}"
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return "" if cell is None else str(cell)
