"""Tables with printed rules in a PDF: each row becomes one line, its cells set apart by tabs."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

import pypdfium2.raw as raw

from contracts.parsing.lines import Line

# What a page may hold before it is a drawing and no table.
MOST_RULES, MOST_OBJECTS = 1500, 20_000
THIN, SHORTEST, NEAR = 2.5, 5.0, 3.0
LETTER = 15.0  # a smaller drawing of many pieces is a letter, or a mark
DIGITS = str.maketrans("", "", "0123456789")
PATH, LINE_TO = 2, 0
OUTSIDE = LEFT, RIGHT = -1, -2


class Glyphs(Protocol):
    """What is asked of the characters of an open page."""

    text: str
    height: float

    def sides(self, index: int) -> tuple[float, float]: ...


@dataclass(slots=True)
class Rule:
    """A straight line: `at` across, from `low` to `high` along; upright ones are measured from the left."""

    upright: bool
    at: float
    low: float
    high: float


@dataclass(slots=True)
class Grid:
    """Rules that touch each other; `y` counts down from the top of the page."""

    across: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)

    @property
    def columns(self) -> list[float]:
        return _places(self.upright)

    @property
    def rows(self) -> list[float]:
        return _places(self.across)

    def is_table(self) -> bool:
        return len(self.columns) >= 3 and len(self.rows) >= 3


def may_hold_table(lines: list[Line], beside: int) -> bool:
    """Some rows of figures, or lines that stand side by side: only on such a page are rules looked for."""
    if len(lines) < 3:
        return False
    return beside >= 3 or sum(_figures(line.text) for line in lines) >= 2


def _figures(text: str) -> bool:
    return len(text) > 5 and len(text) - len(text.translate(DIGITS)) > 0.25 * len(text)


def with_tables(tables: list[Grid], glyphs: Glyphs, lines: list[Line]) -> list[Line]:
    """The same characters in the same order of the page, those inside ruled tables row by row."""
    for grid in tables:
        lines = _replaced(glyphs, grid, lines)
    return lines


def rules(page: object, height: float) -> Iterator[Rule]:
    """All level and upright lines that are drawn, also as thin boxes and as the edges of boxes."""
    count = raw.FPDFPage_CountObjects(page)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for n in range(min(count, MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, n)
        if raw.FPDFPageObj_GetType(item) != PATH:
            continue
        raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        segments = raw.FPDFPath_CountSegments(item)
        if max(right.value - left.value, top.value - bottom.value) < (LETTER if segments > 6 else SHORTEST):
            continue
        box = left.value, height - top.value, right.value, height - bottom.value
        yield from _edges(box) if segments <= 6 else _segments(item, segments, height)


def _edges(box: tuple[float, float, float, float]) -> Iterator[Rule]:
    x0, y0, x1, y1 = box
    wide, high = x1 - x0, y1 - y0
    if high <= THIN and wide >= SHORTEST:
        yield Rule(False, (y0 + y1) / 2, x0, x1)
    elif wide <= THIN and high >= SHORTEST:
        yield Rule(True, (x0 + x1) / 2, y0, y1)
    elif wide > 2 * SHORTEST and high > SHORTEST:
        yield from (Rule(False, y, x0, x1) for y in (y0, y1))
        yield from (Rule(True, x, y0, y1) for x in (x0, x1))


def _segments(item: object, count: int, height: float) -> Iterator[Rule]:
    """One drawing of many lines: each straight piece by itself."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for n in range(min(count, MOST_RULES)):
        segment = raw.FPDFPath_GetPathSegment(item, n)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            height - (matrix.b * x.value + matrix.d * y.value + matrix.f),
        )
        if before is not None and raw.FPDFPathSegment_GetType(segment) == LINE_TO:
            (x0, x1), (y0, y1) = sorted((before[0], here[0])), sorted((before[1], here[1]))
            if min(x1 - x0, y1 - y0) <= THIN:
                yield from _edges((x0, y0, x1, y1))
        before = here


def tables_of(page: object, height: float) -> Callable[[], list[Grid]]:
    """The ruled tables of an open page, looked for once, when first asked for."""
    return cache(lambda: grids(list(rules(page, height))))


def grids(found: list[Rule]) -> list[Grid]:
    """Rules that cross or touch belong to one table."""
    if not 6 <= len(found) <= MOST_RULES:
        return []
    across = [rule for rule in found if not rule.upright]
    upright = [rule for rule in found if rule.upright]
    group = list(range(len(across)))
    members: dict[int, Grid] = {n: Grid([rule]) for n, rule in enumerate(across)}
    for post in upright:
        low, high, at = post.low - NEAR, post.high + NEAR, post.at
        touched = sorted(
            {
                group[n]
                for n, rail in enumerate(across)
                if low <= rail.at <= high and rail.low - NEAR <= at <= rail.high + NEAR
            }
        )
        if not touched:
            continue
        first = members[touched[0]]
        first.upright.append(post)
        for other in touched[1:]:
            gone = members.pop(other)
            first.across += gone.across
            first.upright += gone.upright
        if len(touched) > 1:
            group = [touched[0] if name in touched else name for name in group]
    return [grid for grid in members.values() if grid.is_table()]


def _places(lines: list[Rule]) -> list[float]:
    """The distinct positions, those that nearly agree counted as one."""
    out: list[float] = []
    for at in sorted(rule.at for rule in lines):
        if not out or at - out[-1] > NEAR:
            out.append(at)
    return out


def _replaced(glyphs: Glyphs, grid: Grid, lines: list[Line]) -> list[Line]:
    """Rows in the place of the lines that stand inside the grid; nothing changes where a line crosses its edge."""
    columns, rows = grid.columns, grid.rows
    inside = [line for line in lines if rows[0] < line.y < rows[-1] + NEAR and _within(line, columns)]
    if len(inside) < 2:
        return lines
    cells: dict[tuple[int, int], list[str]] = {}
    looks: dict[int, Line] = {}
    beside: list[Line] = []
    for line in sorted(inside, key=lambda line: (line.y, line.x0)):
        row = _band(rows, line.y - 0.3 * line.size)
        looks.setdefault(row, line)
        for column, text, start, end in _pieces(glyphs, line, _open_columns(grid, columns, rows, row), columns):
            if column in OUTSIDE:
                beside.append(_outside(glyphs, line, text, start, end))
            else:
                cells.setdefault((row, column), []).append(text)
    found = [_row(cells, row, grid, looks[row]) for row in sorted(looks)]
    found = [line for line in found if line.text.strip()]
    full = sum(len(line.text.split("\t")) - line.text.split("\t").count("") > 1 for line in found)
    if full < max(2, 0.5 * len(found)):
        return lines
    taken = {id(line) for line in inside}
    at = next(n for n, line in enumerate(lines) if id(line) in taken)
    return lines[:at] + found + beside + [line for line in lines[at:] if id(line) not in taken]


def _outside(glyphs: Glyphs, line: Line, text: str, start: int, end: int) -> Line:
    """What stood on the same printed line to the left or right of the table."""
    x0, x1 = glyphs.sides(start)[0], glyphs.sides(end - 1)[1]
    return Line(
        text=text, x0=round(x0, 1), x1=round(x1, 1), y=line.y, size=line.size, bold=line.bold,
        bold_start=line.bold, bold_end=line.bold_end, start=start, end=end,
    )  # fmt: skip


def _within(line: Line, columns: list[float]) -> bool:
    """More than half of the line stands between the outer rules."""
    inner = min(line.x1, columns[-1]) - max(line.x0, columns[0])
    return inner > 0.5 * max(1.0, line.x1 - line.x0)


def _band(edges: list[float], at: float) -> int:
    return max(0, min(len(edges) - 2, sum(edge <= at for edge in edges) - 1))


def _open_columns(grid: Grid, columns: list[float], rows: list[float], row: int) -> list[tuple[float, int]]:
    """Left edges of the cells of a row with their number: a rule that is not drawn there joins two cells."""
    middle = (rows[row] + rows[row + 1]) / 2
    drawn = [rule.at for rule in grid.upright if rule.low - NEAR <= middle <= rule.high + NEAR]
    kept = [(x, n) for n, x in enumerate(columns) if not n or any(abs(x - at) <= NEAR for at in drawn)]
    return [pair for pair in kept if pair[1] < len(columns) - 1]


def _pieces(
    glyphs: Glyphs, line: Line, cells: list[tuple[float, int]], columns: list[float]
) -> Iterator[tuple[int, str, int, int]]:
    """The line cut where its letters pass from one cell into the next, or over the edge: column, text, glyphs."""
    text = _raw(glyphs, line)
    placed = [(_column(cells, columns, glyphs.sides(line.start + n)), n) for n, c in enumerate(text) if not c.isspace()]
    for column, run in itertools.groupby(placed, key=lambda pair: pair[0]):
        numbers = [n for _, n in run]
        words = " ".join(text[numbers[0] : numbers[-1] + 1].split())
        yield column, words, line.start + numbers[0], line.start + numbers[-1] + 1


def _raw(glyphs: Glyphs, line: Line) -> str:
    text = glyphs.text[line.start : line.end].replace("\x02", "-")
    return "".join(c if c.isprintable() else " " for c in text)


def _column(cells: list[tuple[float, int]], columns: list[float], sides: tuple[float, float]) -> int:
    middle = sum(sides) / 2
    if middle < columns[0] - NEAR:
        return LEFT
    if middle > columns[-1] + NEAR:
        return RIGHT
    return next((number for x, number in reversed(cells) if middle >= x - 0.5), cells[0][1])


def _row(cells: dict[tuple[int, int], list[str]], row: int, grid: Grid, look: Line) -> Line:
    """Its `indent` is the top of the table until the page is put in order."""
    columns = grid.columns
    texts = [" ".join(cells.get((row, n), [])) for n in range(len(columns) - 1)]
    return Line(
        text="\t".join(texts).rstrip(),
        x0=round(columns[0], 1),
        x1=round(columns[-1], 1),
        y=look.y,
        size=look.size,
        bold=look.bold,
        bold_start=look.bold_start,
        bold_end=look.bold_end,
        row=True,
        indent=grid.rows[0],
    )
