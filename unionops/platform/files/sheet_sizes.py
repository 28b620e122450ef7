"""Sheets of labels by their makers' measures, and columns of a ruled list; the drawing child loads nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """A sheet of labels; all lengths in inches, from the maker's printed measures."""

    columns: int
    rows: int
    width: float
    height: float
    top: float
    left: float
    step_across: float
    step_down: float
    padding: float = 0.12

    @property
    def each(self) -> int:
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        row, column = divmod(place, self.columns)
        return self.left + column * self.step_across, self.top + row * self.step_down


SHEETS = {
    "avery5160": Sheet(3, 10, 2.625, 1.0, 0.5, 0.1875, 2.75, 1.0),
    "avery5163": Sheet(2, 5, 4.0, 2.0, 0.5, 0.17, 4.19, 2.0),
}


@dataclass(frozen=True)
class Column:
    """A column of a sign-in sheet: its heading and its share of the width."""

    title: str
    share: float


NEXT = b"%next\n"
"""A comment between two stamps of one page."""
