"""Proposals drawn into a PDF: a line through words takes them out, and where any are, a line under words adds them."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from statistics import median_low
from typing import Protocol

import pypdfium2.raw as raw

from contracts.parsing.files.ruled import MOST_OBJECTS, PATH, SHORTEST, THIN, Grid, Rule

KEPT, REMOVED, ADDED = "=", "-", "+"
KINDS = {REMOVED: "removed", ADDED: "added"}
# How far above the baseline a line lies, in heights of the letters.
THROUGH, UNDER = (0.12, 0.45), (-0.3, 0.05)
NEXT_LINE, OFTEN = 1.6, 2
NEAR = 72.0  # points from the first letter, be it a large initial, to a line that may be drawn through the others
SAMPLED = 16  # letters of a line that are asked how high they stand
# Where in the box of such an annotation its line is drawn, from the bottom.
ANNOTATED = {raw.FPDF_ANNOT_STRIKEOUT: 0.4, raw.FPDF_ANNOT_UNDERLINE: 0.1}

Printed = tuple[int, int]


class Glyphs(Protocol):
    """What is asked of the characters of an open page."""

    text: str
    height: float

    def sides(self, index: int) -> tuple[float, float]: ...
    def baseline(self, index: int) -> float: ...
    def size(self, index: int) -> tuple[float, float]: ...


def signs(page: object, glyphs: Glyphs, lines: list[Printed], tables: Callable[[], list[Grid]]) -> str:
    """One sign for each character of the page; '' where no words are marked. `lines` are the printed ones.

    The rules of its `tables`, which are looked for only when needed, mark no words.
    """
    found = [*_drawn(page, glyphs.height), *_annotated(page, glyphs.height)]
    if not found:
        return ""
    ruled = [rule for grid in tables() for rule in grid.across]
    found = [rule for rule in found if not any(_same(rule, other) for other in ruled)]
    out = [KEPT] * len(glyphs.text)
    for start, end in lines if found else ():
        _mark(glyphs, start, end, found, out)
    return "".join(out) if REMOVED in out or ADDED in out else ""


def _drawn(page: object, height: float) -> Iterator[Rule]:
    """Level lines and thin boxes."""
    item_at, kind_of = raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for n in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        item = item_at(page, n)
        if kind_of(item) == PATH and raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            high, wide = top.value - bottom.value, right.value - left.value
            if high <= THIN and wide >= SHORTEST:
                yield Rule(False, height - (top.value + bottom.value) / 2, left.value, right.value)


def _annotated(page: object, height: float) -> Iterator[Rule]:
    """The lines that a reader of PDF files draws over a text."""
    for n in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, n)
        share = ANNOTATED.get(raw.FPDFAnnot_GetSubtype(note))
        quad = raw.FS_QUADPOINTSF()
        for at in range(raw.FPDFAnnot_CountAttachmentPoints(note) if share is not None else 0):
            if raw.FPDFAnnot_GetAttachmentPoints(note, at, quad) and share is not None:
                ys, xs = (quad.y1, quad.y2, quad.y3, quad.y4), (quad.x1, quad.x2, quad.x3, quad.x4)
                yield Rule(False, height - (min(ys) + share * (max(ys) - min(ys))), min(xs), max(xs))
        raw.FPDFPage_CloseAnnot(note)


def _same(rule: Rule, other: Rule) -> bool:
    return abs(rule.at - other.at) < 1 and other.low - 1 <= rule.low and rule.high <= other.high + 1


def _mark(glyphs: Glyphs, start: int, end: int, found: list[Rule], out: list[str]) -> None:
    """Set the signs of one printed line."""
    letters = _letters(glyphs.text, start, end)
    first = glyphs.baseline(letters[0]) if letters else 0.0
    near = [rule for rule in found if letters and abs(rule.at - first) < NEAR]
    if not near:
        return
    base, size = _stands(glyphs, letters)
    for rule in near:
        above = (base - rule.at) / size
        sign = next((s for s, (low, high) in ((REMOVED, THROUGH), (ADDED, UNDER)) if low <= above <= high), "")
        touched = [i for i in letters if rule.low - 1 <= sum(glyphs.sides(i)) / 2 <= rule.high + 1] if sign else []
        for i in touched if not _slip(glyphs.text, touched) else ():
            out[i] = out[i] if out[i] == REMOVED else sign
    _fill_spaces(glyphs.text, letters, out)


def _letters(text: str, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if not text[i].isspace()]


def _stands(glyphs: Glyphs, letters: list[int]) -> tuple[float, float]:
    """Baseline and size of most of the letters: a footnote's sign or a large initial has its own."""
    some = letters[:: 1 + len(letters) // SAMPLED]
    return median_low(map(glyphs.baseline, some)), max(1.0, median_low(glyphs.size(i)[1] for i in some))


def _slip(text: str, touched: list[int]) -> bool:
    """A line that catches the first letter of a word, as it does where the space before it was struck."""
    return len(touched) == 1 and text[touched[0] : touched[0] + 2].islower() and text[touched[0] + 1].isalpha()


def _fill_spaces(text: str, letters: list[int], out: list[str]) -> None:
    """A space between two words that are marked alike belongs to both."""
    for a, b in itertools.pairwise(letters):
        if b > a + 1 and out[a] == out[b]:
            out[a + 1 : b] = [out[a]] * (b - a - 1)


def without_removed(text: str, marked: str) -> str:
    """The same characters with blanks in the place of those that are taken out."""
    return "".join(" " if sign == REMOVED and not c.isspace() else c for c, sign in zip(text, marked, strict=True))


def changes(glyphs: Glyphs, marked: str, lines: list[Printed], page: int) -> Iterator[dict[str, str]]:
    """The marked words of one page, each with what stands around it in the printed lines it goes over."""
    runs: list[list[int]] = []
    for n, (start, end) in enumerate(lines):
        if KINDS.keys() & set(marked[start:end]):
            goes_on = runs and runs[-1][-1] == n - 1 and _next_line(glyphs, lines[n - 1], lines[n])
            runs[-1 if goes_on else len(runs) :] = [[*runs[-1], n]] if goes_on else [[n]]
    for run in runs:
        yield from _around(_pieces(glyphs.text, marked, [lines[n] for n in run]), f"{page + 1}.{run[0]}")


def _next_line(glyphs: Glyphs, before: Printed, line: Printed) -> bool:
    (above, _), (base, size) = (_stands(glyphs, _letters(glyphs.text, *one)) for one in (before, line))
    return 0 < base - above < NEXT_LINE * size


def told(found: list[dict[str, str]]) -> list[dict[str, str]]:
    """Without the underlined words that are headings and names: those with nothing struck beside them, if many."""
    struck = {change["row"] for change in found if change["kind"] == KINDS[REMOVED]}
    beside = [change for change in found if change["row"] in struck]
    alone = len(found) - len(beside)
    return found if struck and alone <= OFTEN * len(struck) else beside


def _pieces(text: str, marked: str, lines: list[Printed]) -> list[tuple[str, str]]:
    """Signs with their words over some printed lines, one line joined to the next by a space."""
    joined: list[tuple[str, str]] = []
    for start, end in lines:
        cells = list(zip(marked[start:end], text[start:end], strict=True))
        joined += [(cells[0][0] if joined and joined[-1][0] == cells[0][0] else KEPT, " ")] if joined and cells else []
        joined += cells
    groups = itertools.groupby(joined, key=lambda pair: pair[0])
    return [(sign, " ".join("".join(c for _, c in run).split())) for sign, run in groups]


def _around(pieces: list[tuple[str, str]], row: str) -> Iterator[dict[str, str]]:
    """One entry for each change: the words before it belong to it, those behind the last one to that."""
    before = ""
    marked = [n for n, (sign, _) in enumerate(pieces) if sign != KEPT]
    for n, (sign, words) in enumerate(pieces):
        if sign == KEPT:
            before = words
            continue
        after = " ".join(words for _, words in pieces[n + 1 :]) if n == marked[-1] else ""
        entry = {"kind": KINDS[sign], "text": words, "row": row, "by": "", "at": ""}
        yield {**entry, "before": f"{before} ".lstrip(), "after": f" {after}".rstrip()}
        before = ""
