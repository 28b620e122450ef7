"""Address labels, sign-in sheets and address stamps: ten thousand in a second, in the limited child."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import bidirectional

from unionops.platform.files import child

TASKS = "unionops.platform.files.sheets_drawn"
FROM_THE_RIGHT = frozenset({"R", "AL"})
FONT = Path(__file__).with_name("paper") / "DejaVuSans.ttf"


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


def undrawn(text: str) -> str:
    """The letters of the text that our paper cannot show: empty boxes, or written from right to left."""
    if text.isascii():
        return ""
    return "".join(c for c in text if ord(c) not in _drawable() or bidirectional(c) in FROM_THE_RIGHT)


@cache
def _drawable() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())


def labels(addresses: Iterable[Sequence[str]], sheet: str = "avery5160", *, skip: int = 0) -> bytes:
    """One label per address (its lines from top to bottom); `skip` leaves used labels empty."""
    return _drawn("labels", addresses, sheet=sheet, skip=skip)


def sign_in_sheet(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]], *, blank: int = 0) -> bytes:
    """A ruled list to sign on, with its head on every page and `blank` empty lines at the end."""
    heads = [(column.title, column.share) for column in columns]
    return _drawn("sign_in_sheet", rows, title=title, heads=heads, blank=blank)


def stamps(
    letters: Iterable[Sequence[str]], *, left: float = 0.8, top: float = 2.0, salutations: Sequence[str] = ()
) -> bytes:
    """One empty page per letter with only its address lines, for `pdf.stamped`; inches from the corner.

    A salutation, when given, stands below the address, where the body leaves room for it.
    """
    return _drawn("stamps", letters, left=left, top=top, salutations=list(salutations))


def _drawn(task: str, rows: Iterable[Sequence[str]], **options: Any) -> bytes:
    data = json.dumps([[str(cell) for cell in row] for row in rows]).encode()
    return bytes(child.run(f"{TASKS}:{task}", data, options=options, wall=120, cpu=90, memory_mb=1024))
