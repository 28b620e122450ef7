"""What a spreadsheet is once read: a heading, rows of text with their numbers, and what was set aside and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from unionops.platform.core.problems import Problem

SAMPLE = 400
Area = tuple[tuple[int, int], tuple[int, int]]
"""(row number, column) of the first and of the last cell merged into one."""
Batch = tuple[list[int], list[list[str]]]


@dataclass(frozen=True)
class Aside:
    """A line that is not a row of data. `kind`: banner, heading, section, total, footer, unreadable."""

    number: int
    kind: str
    text: str
    reason: str = ""


@dataclass
class Table:
    """Rows are as wide as the heading; `numbers` are the row numbers a spreadsheet program shows.

    A long table comes as a stream: `batches` gives its rows once, piece by piece, `rows` stays empty,
    and `samples` holds filled cells of each column from the whole of its length.
    """

    header: list[str]
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    meta: dict[str, Any] = field(default_factory=dict)
    samples: list[list[str]] = field(default_factory=list, compare=False)
    first: list[list[str]] = field(default_factory=list, compare=False)
    count: int = field(default=0, compare=False)
    coming: Iterable[Batch] | None = field(default=None, compare=False)

    def column(self, index: int) -> list[str]:
        return [row[index] for row in self.rows]

    def sample(self, index: int) -> list[str]:
        """Up to 400 filled cells spread over the whole column."""
        return self.samples[index] if self.samples else self._spread(index)

    def _spread(self, index: int) -> list[str]:
        step = max(1, len(self.rows) // (SAMPLE * 2))
        return [row[index][:100] for row in self.rows[::step] if row[index]][:SAMPLE]

    def batches(self) -> Iterator[Batch]:
        """(row numbers, rows), piece by piece; a stream can be read once."""
        if self.coming is None:
            yield self.numbers, self.rows
        else:
            yield from self.coming

    def asides(self, *kinds: str) -> list[Aside]:
        return [aside for aside in self.aside if aside.kind in kinds]

    def head(self) -> dict[str, Any]:
        """Everything but the rows, as JSON can say it."""
        return {
            "header": self.header,
            "aside": [asdict(aside) for aside in self.aside],
            "dropped": self.dropped,
            "meta": self.meta,
            "samples": [self._spread(at) for at in range(len(self.header))],
            "first": self.rows[:5],
            "count": len(self.rows),
        }


@dataclass
class Grid:
    """Cells as they stand, before anybody knows which of them are headings."""

    rows: list[tuple[int, list[str]]]
    merged: list[Area] = field(default_factory=list)
    meta: dict[str, Any] = field(default_factory=dict)
    ends_cleanly: bool = True


def one_line(text: str) -> str:
    return " ".join(text.split())


def cut_off() -> Problem:
    return Problem(
        "cut_off",
        "The last line of this file stops in the middle, so the file was cut off.",
        "Ask for it again, or export it once more, and check that the last person is there.",
    )
