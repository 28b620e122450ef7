"""What a spreadsheet is once read: a heading, rows of text with their numbers, and what was set aside and why."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Aside:
    """A line that is not a row of data. `kind`: banner, heading, section, total, footer, unreadable."""

    number: int
    kind: str
    text: str
    reason: str = ""


@dataclass
class Table:
    """Rows are as wide as the heading; `numbers` are the row numbers a spreadsheet program shows."""

    header: list[str]
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    meta: dict[str, Any] = field(default_factory=dict)

    def column(self, index: int) -> list[str]:
        return [row[index] for row in self.rows]

    def asides(self, *kinds: str) -> list[Aside]:
        return [aside for aside in self.aside if aside.kind in kinds]

    def head(self) -> dict[str, Any]:
        """Everything but the rows, as JSON can say it."""
        return {
            "header": self.header,
            "aside": [asdict(aside) for aside in self.aside],
            "dropped": self.dropped,
            "meta": self.meta,
        }


@dataclass
class Grid:
    """Cells as they stand, before anybody knows which of them are headings."""

    rows: list[tuple[int, list[str]]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    meta: dict[str, Any] = field(default_factory=dict)
    ends_cleanly: bool = True


def one_line(text: str) -> str:
    return " ".join(text.split())
