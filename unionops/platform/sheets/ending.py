"""Whether a list without a last line break was cut off."""

from __future__ import annotations

from collections import Counter

from unionops.platform.core import lazy_re as re
from unionops.platform.sheets.tables import Table, cut_off


def check_cut(cells: list[str], table: Table, is_data: bool, shortest: int) -> None:
    """A last line that no line break ends: it stops before its last column, or within a value.

    A line of one cell may also be a word below the list. `shortest`: how many cells the shortest row above has; some
    programs leave out the empty ones at the end of every row.
    """
    last = len(table.header) - 1
    at = min(len(cells) - 1, last)
    others = [row[at] for row in table.rows]
    if len(cells) < min(shortest, last + 1) and (is_data or at > 0):
        raise cut_off()
    within = _is_cut(cells[at], others) if is_data else at == 0 and _begins_one(cells[at], others)
    if len(others) >= FEW and within:
        raise cut_off()


def is_note(cells: list[str], table: Table, width: int) -> bool:
    """'Prepared by HR, Oct 3, 2026' below a list: its commas part no columns, and its first words stand where every
    other row has a number.
    """
    if not 1 < len(cells) < width or len(table.rows) < FEW or not any(" " in cell for cell in cells):
        return False
    return WORDS.fullmatch(cells[0]) is not None and all(FIGURES.fullmatch(row[0]) for row in table.rows[-LOOK_BACK:])


LOOK_BACK = 400
WORDS, FIGURES = re.compile(r".*[^\W\d_]{4}.*"), re.compile(r"\W*[A-Z]{0,3}\W?\d[\d\W]*", re.IGNORECASE)
FEW = 5
DAY = re.compile(r"\d+([-/.])\d+\1(\d+)")


def _is_cut(last: str, others: list[str]) -> bool:
    """A day with fewer figures at its end than all others ('3/4/20' below years of four), or a part of a word that
    comes again. Other figures may well be shorter than those above them.
    """
    return _day_is_cut(last, others) or _begins_one(last, others)


def _day_is_cut(last: str, others: list[str]) -> bool:
    days = [DAY.fullmatch(cell) for cell in others]
    if not last[:1].isdigit() or not all(days):
        return False
    usual = {len(day[2]) for day in days if day}
    if mine := DAY.fullmatch(last):
        return len(usual) == 1 and len(mine[2]) < min(usual)
    return len(last) < min(map(len, others))


def _begins_one(last: str, others: list[str]) -> bool:
    """Where most words come again, as jobs and places do: 'Kim' may stand alone among given names beside 'Kimberly'."""
    known = Counter(others)
    if sum(times == 1 for times in known.values()) * 4 > len(known):
        return False
    longer = (cell[len(last) :] for cell, times in known.items() if times > 1 and cell.startswith(last))
    return last[-1:].isalpha() and last not in known and any(rest[:1].isalpha() for rest in longer)
