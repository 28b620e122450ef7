"""Address labels, sign-in sheets and address stamps: ten thousand in a second, in the limited child.

Names that our own font cannot write stand on sheets of their own at the end, drawn slowly by the fonts of the machine.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from unionops.platform.files import child, letters, pdf
from unionops.platform.files.sheet_sizes import SHEETS as SHEETS
from unionops.platform.files.sheet_sizes import Column as Column
from unionops.platform.files.sheet_sizes import Sheet

TASKS = "unionops.platform.files.sheets_drawn"
Lines = Sequence[str]
Row = TypeVar("Row")


def labels(addresses: Iterable[Lines], sheet: str = "avery5160", *, skip: int = 0) -> bytes:
    """One label per address (its lines from top to bottom); `skip` leaves used labels empty."""
    quick, slow = parted(addresses, " ".join)
    parts = [_drawn("labels", quick, sheet=sheet, skip=skip)] if quick or not slow else []
    if slow:
        parts.append(_slow_labels(slow, SHEETS[sheet], skip=0 if quick else skip))
    return pdf.join(parts)


def sign_in_sheet(title: str, columns: Sequence[Column], rows: Iterable[Lines], *, blank: int = 0) -> bytes:
    """A ruled list to sign on, with its head on every page and `blank` empty lines at the end."""
    quick, slow = parted(rows, " ".join)
    heads = [(column.title, column.share) for column in columns]
    if letters.needs_pango(title):
        quick, slow = [], [*quick, *slow, *([""] * len(columns) for _ in range(blank))]
    parts = [_drawn("sign_in_sheet", quick, title=title, heads=heads, blank=blank)] if quick or not slow else []
    for at in range(0, len(slow), AT_ONCE):
        whole = sum(column.share for column in columns) or 1
        shares = [round(100 * column.share / whole, 2) for column in columns]
        shown = {"title": title, "heads": [column.title for column in columns], "shares": shares}
        parts.append(pdf.render("files/papers/sign_in.html", shown | {"rows": slow[at : at + AT_ONCE]}))
    return pdf.join(parts)


AT_ONCE = 600
"""Rows that are drawn slowly in one piece."""


def parted(rows: Iterable[Row], words: Callable[[Row], str]) -> tuple[list[Row], list[Row]]:
    """Those whose words our own font can write, and the others; each in their order."""
    quick: list[Row] = []
    slow: list[Row] = []
    for row in rows:
        (slow if letters.needs_pango(words(row)) else quick).append(row)
    return quick, slow


def _slow_labels(addresses: list[Lines], sheet: Sheet, *, skip: int) -> bytes:
    places: list[Lines] = [*([()] * skip), *addresses]
    rows = [places[at : at + sheet.columns] for at in range(0, len(places), sheet.columns)]
    size = {"room": round(sheet.width - 2 * sheet.padding, 3), "height": round(sheet.height - 2 * sheet.padding, 3)}
    step = sheet.rows * AT_ONCE // sheet.each
    pieces = [{"sheet": sheet, "rows": rows[at : at + step]} | size for at in range(0, len(rows), step)]
    return pdf.render_parts("files/papers/labels.html", pieces)


def stamps(
    addresses: Iterable[Lines], *, left: float = 0.8, top: float = 2.0, salutations: Sequence[str] = ()
) -> bytes:
    """The address lines of each letter, for `pdf.stamped` alone; inches from the corner.

    A salutation, when given, stands below the address, where the body leaves room for it. Whose letters our own font
    lacks gets no stamp but a letter drawn whole: `parted` tells them.
    """
    return _drawn("stamps", addresses, left=left, top=top, salutations=list(salutations))


def _drawn(task: str, rows: Iterable[Sequence[str]], **options: Any) -> bytes:
    data = json.dumps([[str(cell) for cell in row] for row in rows]).encode()
    return bytes(child.run(f"{TASKS}:{task}", data, options=options, wall=120, cpu=90, memory_mb=1024))
