"""Tables without rules: lines under each other whose cells stand in columns become rows, their cells apart by tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median, mode

from contracts.parsing.lines import Line, Page
from unionops.platform.core import lazy_re as re

FEWEST_ROWS, FEWEST_CELLS = 3, 3
# In letter heights: how far cells of a column may stand apart, how far rows, how wide a gap parts two cells.
SLACK, STEP, GAP = 0.6, 2.6, 0.8
SPACES = re.compile(r"\S+(?: \S+)*")
WORD = re.compile(r"\S+")

# Left, right and words.
Cell = tuple[float, float, str]


def mark_aligned(lines: list[Line], cut: Callable[[Line], list[Cell]]) -> None:
    """Make rows of the lines that form a table of figures; where columns do not hold, lines stay as they are."""
    for block in _blocks(lines, cut):
        cells = [found for _, found in block]
        columns = _columns(cells, SLACK * block[0][0].size)
        if columns:
            for line, found in block:
                line.text, line.row = _row(found, columns), True


def mark_tables(pages: list[Page]) -> None:
    """Find the tables of plain text, where only spaces part the cells."""
    for page in pages:
        if not page.typeset:
            mark_aligned(
                [line for line in page.lines if not (line.aside or line.declared or line.block)], _cut_at_spaces
            )
            page.seal()


def _cut_at_spaces(line: Line) -> list[Cell]:
    """The cells of a line of plain text, two spaces or more apart; its letters are all of one width."""
    each = (line.x1 - line.x0) / max(1, len(line.text))
    return [(line.x0 + m.start() * each, line.x0 + m.end() * each, m[0]) for m in SPACES.finditer(line.text)]


def cut_at_gaps(text: str, sides: Callable[[int], tuple[float, float]], size: float) -> list[Cell]:
    """The cells of a printed line; `sides` tells left and right of the letter at a place, looked up at words' ends."""
    out: list[Cell] = []
    for word in WORD.finditer(text):
        left, right = sides(word.start())[0], sides(word.end() - 1)[1]
        if out and left - out[-1][1] <= GAP * size:
            first, _right, words = out.pop()
            out.append((first, right, f"{words} {word[0]}"))
        else:
            out.append((left, right, word[0]))
    return out


def _blocks(lines: list[Line], cut: Callable[[Line], list[Cell]]) -> Iterator[list[tuple[Line, list[Cell]]]]:
    """Runs of lines of three cells or more, close below each other."""
    block: list[tuple[Line, list[Cell]]] = []
    for line in [*lines, None]:
        cells = cut(line) if line is not None and not line.row and " " in line.text else []
        near = bool(block) and line is not None and 0 < line.y - block[-1][0].y < STEP * max(10.0, line.size)
        if block and not (near and len(cells) >= FEWEST_CELLS):
            if len(block) >= FEWEST_ROWS:
                yield block
            block = []
        if line is not None and len(cells) >= FEWEST_CELLS:
            block.append((line, cells))


def _columns(rows: list[list[Cell]], slack: float) -> list[tuple[float, float]]:
    """Left and right of each column; empty unless most rows have all cells in place and most cells hold figures."""
    full = [row for row in rows if len(row) == mode(map(len, rows))]
    columns = [
        (median(cell[0] for cell in column), median(cell[1] for cell in column)) for column in zip(*full, strict=True)
    ]
    held = sum(all(_under(cell, column, slack) for cell, column in zip(row, columns, strict=True)) for row in full)
    others = [cell for row in rows for cell in row[1:]]
    figures = sum(any(map(str.isdigit, cell[2])) for cell in others)
    return (
        columns
        if len(full) >= max(FEWEST_ROWS, 0.6 * len(rows)) and held >= 0.8 * len(full) and 2 * figures > len(others)
        else []
    )


def _under(cell: Cell, column: tuple[float, float], slack: float) -> bool:
    """Flush left, flush right or centred in the column."""
    left, right = cell[0] - column[0], cell[1] - column[1]
    return min(abs(left), abs(right), abs(left + right) / 2) <= slack


def _row(cells: list[Cell], columns: list[tuple[float, float]]) -> str:
    """Each cell in the column whose middle is nearest; two cells in one stay together."""
    texts = ["" for _ in columns]
    for place, (left, right, words) in enumerate(cells):
        nearest = min(range(len(columns)), key=lambda n: abs(left + right - sum(columns[n])))
        at = place if len(cells) == len(columns) else nearest
        texts[at] = f"{texts[at]} {words}".strip()
    return "\t".join(texts).rstrip()
