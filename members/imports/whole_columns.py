"""How cells are read of which the whole column tells how: names, titles, and what came of a payment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from members.dues.paying import FAILED
from members.imports.cells import CHECKS
from members.normalising import jobs, names, values
from unionops.platform.core.text import fold

Reader = Callable[[str], str]


def text_of(cell: str) -> str:
    text = " ".join(cell.split())
    return "" if text.casefold() in values.BLANK else text


def _whole_names(cells: list[str]) -> Reader:
    apart = [names.apart_from_number(cell) for cell in cells]
    if sum(bool(number) for _name, number in apart) < 0.9 * len(cells):
        order = names.name_order(cells)
        return lambda cell: "\t".join(names.split_name(cell, order))
    order = names.name_order([name for name, _number in apart])
    return lambda cell: _name_and_number(cell, order)


def _name_and_number(cell: str, order: str) -> str:
    name, number = names.apart_from_number(cell)
    return "\t".join((*names.split_name(name, order), *filter(None, [number])))


def _titles(cells: list[str]) -> Reader:
    coded = sum(bool(jobs.CODED_TITLE.fullmatch(cell)) for cell in cells) > 0.9 * len(cells)
    return (lambda cell: jobs.apart_from_code(text_of(cell))) if coded else text_of


def _outcomes(cells: list[str]) -> Reader:
    """What the processor says of a payment; what most of the file says is that it came."""
    usual = {word for word, _times in Counter(cells).most_common(1)}
    return lambda cell: _outcome(text_of(cell), usual)


def _outcome(text: str, usual: set[str]) -> str:
    if text and text not in usual and not CHECKS["payment_status"](text) and not FAILED.search(fold(text)):
        raise ValueError("not known to us as 'paid' or 'failed'; counted as paid, please check")
    return text


BY_ALL = {"full_name": _whole_names, "title": _titles, "payment_status": _outcomes}
"""Fields of which the cells of the whole column tell how each is read."""
