"""Whether a list without a last line break was cut off."""

from __future__ import annotations

from collections import Counter
from string import ascii_letters, digits

from unionops.platform.sheets.tables import Table, cut_off


def check_cut(cells: list[str], table: Table, is_data: bool) -> None:
    """A last line that no line break ends: it stops before its last column, or within a value.

    A line of one cell may also be a word below the list.
    """
    last = len(table.header) - 1
    at = min(len(cells) - 1, last)
    others = [row[at] for row in table.rows]
    if at < last and (is_data or at > 0):
        raise cut_off()
    within = _is_cut(cells[at], others) if is_data else at == 0 and _begins_one(cells[at], others)
    if len(others) >= FEW and within:
        raise cut_off()


FEW = 5


def _tail(cell: str) -> int:
    """How many letters and figures it ends with."""
    return len(cell) - len(cell.rstrip(ascii_letters + digits))


def _is_cut(last: str, others: list[str]) -> bool:
    """Shorter than all others where these are of one length or end alike ('3/4/20' below years of four figures), or
    within a word of one that comes again.
    """
    if not all(others):
        return False
    for size in (len, _tail):
        usual = {size(cell) for cell in others}
        if len(usual) == 1 and size(last) < min(usual):
            return True
    return _begins_one(last, others)


def _begins_one(last: str, others: list[str]) -> bool:
    known = Counter(others)
    longer = (cell[len(last) :] for cell, times in known.items() if times > 1 and cell.startswith(last))
    return last not in known and any(rest[:1].isalnum() for rest in longer)
