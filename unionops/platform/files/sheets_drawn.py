"""Tasks for the limited child: labels, sign-in sheets and address stamps; `labels.py` starts them."""

import json
from collections.abc import Sequence
from typing import Any, cast

from unionops.platform.core import lazy_re as re
from unionops.platform.files.letters import FONT
from unionops.platform.files.quick_paper import FPDF
from unionops.platform.files.sheet_sizes import NEXT, SHEETS, Column, Sheet

POINTS = 72
LINE = 1.22  # line height over font size
LARGEST, READABLE, SMALLEST = 10.0, 8.0, 6.0
BREAKS = re.compile(r"[^\s-]*-+\s*|[^\s-]+\s*|\s+")
SMALLEST_CELL = 7.0
MARGIN = 0.5
TITLE_LINES = 4


class Ink(dict[int, str | None]):
    """The codes a paper's font has for letters, each looked up once."""

    def __init__(self, paper: FPDF) -> None:
        self.paper, self.font = paper, cast("Any", paper.current_font)

    def __missing__(self, letter: int) -> str | None:
        code = self.font.subset.pick(letter)
        self[letter] = None if code is None else chr(code)
        return self[letter]

    def write(self, lines: Sequence[str], left: float, first: float, size: float, step: float) -> None:
        """Lines below each other in one piece, in inches: four times faster than `FPDF.text` for each."""
        if not self.paper.current_font_is_set_on_page:
            self.paper._out(self.paper._set_font_for_page(self.font, size))
        shown = [f"({self.font.escape_text(line.translate(self))}) Tj" for line in lines]
        where = f"{left * POINTS:.2f} {(self.paper.h - first) * POINTS:.2f} Td"
        below = f" 0 {-step * POINTS:.3f} Td "
        self.paper._out(f"BT /F{self.font.i} {size:.2f} Tf {where} {below.join(shown)} ET")


def labels(data: bytes, *, sheet: str, skip: int) -> bytes:
    """`data` is JSON: a list of addresses, each a list of lines."""
    paper, layout = _paper(), SHEETS[sheet]
    ink = Ink(paper)
    for number, lines in enumerate(json.loads(data), start=skip):
        place = number % layout.each
        if place == 0 or number == skip:
            paper.add_page()
        _label(ink, layout, place, [line for line in lines if line])
    return _bytes(paper)


def _paper(orientation: str = "portrait") -> FPDF:
    paper = FPDF(orientation=orientation, unit="in", format="letter")
    paper.set_auto_page_break(False)
    paper.add_font("Paper", "", FONT)
    paper.set_font("Paper", "", LARGEST)
    return paper


def _label(ink: Ink, layout: Sheet, place: int, lines: list[str]) -> None:
    left, top = layout.corner(place)
    room, height = layout.width - 2 * layout.padding, layout.height - 2 * layout.padding
    widest = max((_width(ink.paper, line) for line in lines), default=0.0)
    size = _fitting(widest, len(lines), room, height)
    if size < READABLE:
        size, lines = _wrapped(ink.paper, lines, room, height)
        ink.paper.set_font_size(LARGEST)
    step = size * LINE / POINTS
    first = top + (layout.height - step * len(lines)) / 2 + size / POINTS
    ink.write(lines, left + layout.padding, first, size, step)


def _wrapped(paper: FPDF, lines: list[str], room: float, height: float) -> tuple[float, list[str]]:
    """The largest size at which everything stands on the label, long lines on two or more."""
    for size in (LARGEST, 9.0, 8.0, 7.0, SMALLEST):
        paper.set_font_size(size)
        broken = [piece for line in lines for piece in _broken(paper, line, room)]
        if len(broken) * size * LINE / POINTS <= height:
            return size, broken
    most = int(height * POINTS / (LINE * SMALLEST))
    return SMALLEST, [*broken[: most - 1], _cut(paper, " ".join(broken[most - 1 :]), room)]


def _broken(paper: FPDF, line: str, room: float) -> list[str]:
    """The line in pieces that fit, between words or after a hyphen; a longer word between any two letters."""
    pieces = [""]
    for word in BREAKS.findall(line):
        parts = [word] if _width(paper, word.rstrip()) <= room else list(word)
        for part in parts:
            if _width(paper, (pieces[-1] + part).rstrip()) <= room:
                pieces[-1] += part
            else:
                pieces.append(part)
    return [piece.strip() for piece in pieces if piece.strip()]


def _width(paper: FPDF, text: str) -> float:
    """In inches, from the font's own table: eight times faster than `get_string_width`."""
    font: Any = paper.current_font
    thousandths = float(sum(map(font.cw.__getitem__, map(ord, text))))
    return thousandths * float(paper.font_size_pt) / 1000 / POINTS


def _fitting(widest: float, count: int, width: float, height: float) -> float:
    """The largest size at which every line fits, never below the smallest readable one."""
    by_width = LARGEST * width / widest if widest > width else LARGEST
    by_height = height * POINTS / (LINE * max(count, 1))
    return max(SMALLEST, min(LARGEST, by_width, by_height))


def _cut(paper: FPDF, text: str, width: float) -> str:
    """The text, shortened with an ellipsis when it is wider than there is room."""
    if paper.get_string_width(text) <= width:
        return text
    while text and paper.get_string_width(f"{text}…") > width:
        text = text[:-1]
    return f"{text}…"


def sign_in_sheet(data: bytes, *, title: str, heads: list[tuple[str, float]], blank: int) -> bytes:
    """`data` is JSON: a list of rows; `heads` are (heading, share of the width)."""
    columns = [Column(*head) for head in heads]
    rows, paper = json.loads(data), _paper()
    paper.add_font("Paper", "B", FONT.with_name("DejaVuSans-Bold.ttf"))
    wide = _widths(columns, paper.w - 2 * MARGIN)
    down = paper.h
    for row in [*rows, *([""] * len(columns) for _ in range(blank))] or [[""] * len(columns)]:
        if down > paper.h - MARGIN - 0.35:
            down = _head(paper, title, columns, wide)
        _ruled(paper, row, wide, down)
        down += 0.34
    return _bytes(paper)


def _widths(columns: Sequence[Column], room: float) -> list[float]:
    total = sum(column.share for column in columns) or 1
    return [room * column.share / total for column in columns]


def _head(paper: FPDF, title: str, columns: Sequence[Column], wide: list[float]) -> float:
    paper.add_page()
    paper.set_font("Paper", "B", 13)
    down, room = MARGIN + 0.2, paper.w - 2 * MARGIN - 0.8
    lines = _broken(paper, title, room)
    for line in [*lines[: TITLE_LINES - 1], " ".join(lines[TITLE_LINES - 1 :])]:
        if line:
            paper.text(MARGIN, down, _cut(paper, line, room))
            down += 0.22
    paper.set_font("Paper", "", 9)
    paper.text(paper.w - MARGIN - 0.4, MARGIN + 0.2, str(paper.page_no()))
    paper.set_font("Paper", "B", 9)
    _cells(paper, [column.title for column in columns], wide, down + 0.13)
    paper.line(MARGIN, down + 0.2, paper.w - MARGIN, down + 0.2)
    paper.set_font("Paper", "", LARGEST)
    return down + 0.2


def _ruled(paper: FPDF, row: Sequence[str], wide: list[float], down: float) -> None:
    _cells(paper, row, wide, down + 0.24)
    paper.set_line_width(0.004)
    paper.line(MARGIN, down + 0.34, paper.w - MARGIN, down + 0.34)


def _cells(paper: FPDF, row: Sequence[str], wide: list[float], baseline: float) -> None:
    """Each cell as large as its column has room for, and only then cut."""
    left, size = MARGIN, paper.font_size_pt
    for text, width in zip(row, wide, strict=False):
        if text:
            room = width - 0.08
            paper.set_font_size(max(SMALLEST_CELL, min(size, 0.98 * size * room / max(_width(paper, text), 0.01))))
            _cell(paper, text, left + 0.03, baseline, room)
            paper.set_font_size(size)
        left += width


def _cell(paper: FPDF, text: str, left: float, baseline: float, room: float) -> None:
    """On one line, or on two where it is longer; only what two do not hold is cut."""
    first, *rest = _broken(paper, text, room)
    up = 0.11 if rest else 0.0
    paper.text(left, baseline - up, first)
    if rest:
        paper.text(left, baseline, _cut(paper, " ".join(rest), room))


def stamps(data: bytes, *, left: float, top: float, salutations: list[str]) -> bytes:
    """`data` is JSON: a list of addresses. One page with all of them, a comment `NEXT` between two."""
    paper, step = _paper(), LARGEST * 1.35 / POINTS
    paper.set_compression(False)
    paper.add_page()
    ink = Ink(paper)
    for number, lines in enumerate(json.loads(data)):
        if number:
            paper._out(NEXT.rstrip())
        ink.write([line for line in lines if line], left, top, LARGEST, step)
        if number < len(salutations):
            ink.write([salutations[number]], left, top + 1.5, LARGEST, step)
    return _bytes(paper)


def _bytes(paper: FPDF) -> bytes:
    if not paper.pages:
        paper.add_page()
    made: Any = paper.output()
    return bytes(made)
