"""One field to a column and one column to a field, so that all the evidence together says most."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Column = TypeVar("Column", bound=Hashable)
Field = TypeVar("Field", bound=Hashable)


def assigned(gains: Mapping[tuple[Column, Field], float]) -> dict[Column, Field]:
    """The pairs whose gains add up to most; a pair that gains nothing is left out.

    Each field in turn takes the cheapest chain of exchanges to a free column (the Hungarian method); among the columns
    stands one of its own that costs nothing, for the field that no column holds. SciPy has the same, and would be
    40 MB more for every box.
    """
    columns = sorted({column for column, _field in gains}, key=str)
    fields = sorted({field for _column, field in gains}, key=str)
    width = len(columns)
    costs = [
        [-max(0.0, gains.get((column, field), 0.0)) for column in columns] + [0.0] * len(fields) for field in fields
    ]
    found = _cheapest(costs)
    return {
        columns[at]: field
        for field, at in zip(fields, found, strict=True)
        if at < width and gains.get((columns[at], field), 0.0) > 0
    }


def _cheapest(costs: list[list[float]]) -> list[int]:
    """For each row its column, each column once, the sum as small as can be; no more rows than columns."""
    exchange = _Exchange(costs)
    for row in range(len(costs)):
        exchange.place(row)
    return [exchange.owner.index(row) for row in range(len(costs))]


class _Exchange:
    """`owner`: which row has a column (-1 none); behind them stands one more, where a row waits for its own."""

    def __init__(self, costs: list[list[float]]) -> None:
        self.costs, self.width = costs, len(costs[0]) if costs else 0
        self.of_row, self.of_column = [0.0] * len(costs), [0.0] * (self.width + 1)
        self.owner = [-1] * (self.width + 1)

    def place(self, row: int) -> None:
        self.owner[-1] = row
        at, came_from = self._free_column()
        while at != self.width:
            self.owner[at] = self.owner[came_from[at]]
            at = came_from[at]
        self.owner[-1] = -1

    def _free_column(self) -> tuple[int, list[int]]:
        """The free column that is cheapest to reach, and from which column each was reached."""
        at, seen, open_to = self.width, [], set(range(self.width))
        slack, came_from = [float("inf")] * self.width, [self.width] * self.width
        while self.owner[at] >= 0:
            seen.append(at)
            open_to.discard(at)
            self._compare(at, open_to, slack, came_from)
            nearest = min(open_to, key=lambda column: (slack[column], column))
            self._lower(slack[nearest], seen, open_to, slack)
            at = nearest
        return at, came_from

    def _compare(self, at: int, open_to: set[int], slack: list[float], came_from: list[int]) -> None:
        row = self.owner[at]
        for column in open_to:
            if (left := self.costs[row][column] - self.of_row[row] - self.of_column[column]) < slack[column]:
                slack[column], came_from[column] = left, at

    def _lower(self, step: float, seen: list[int], open_to: set[int], slack: list[float]) -> None:
        for column in seen:
            self.of_row[self.owner[column]] += step
            self.of_column[column] -= step
        for column in open_to:
            slack[column] -= step
