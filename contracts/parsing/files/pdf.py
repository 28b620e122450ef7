"""PDF pages as lines with geometry and weight, read by pdfium."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from contracts.parsing.files.marked import changes as changes_of
from contracts.parsing.files.marked import signs, told, without_removed
from contracts.parsing.files.plain import about_struck
from contracts.parsing.files.ruled import may_hold_table, tables_of, with_tables
from contracts.parsing.files.spacing import repair_spacing
from contracts.parsing.lines import Line, Page, Source, Unreadable
from contracts.parsing.pages.aligned import Cell, cut_at_gaps, mark_aligned
from contracts.parsing.pages.letterspacing import is_spaced_out, with_word_gaps
from unionops.platform.core import lazy_re as re

SOFT_HYPHEN = "\x02"
BLANK = " \x02\xa0\t"
HEAVY = 600
FEWEST_IN_COLUMN = 8
APART = 0.13
# Letters of running text take at most this share of their height, with the gaps between cells more.
FILLED = 0.45
MAX_PAGES = 3000
BOLD_NAME = re.compile(rb"bold|black|heavy|-bd|semibold|demi", re.I)
# A label in plain type, before words that may be bold.
LABELLED = re.compile(r"(?:(?:Section|Sec\.|SECTION|§)\s*)?\(?(?:\d[\d.\-]*[A-Za-z]?|[A-Za-z])[.):]*\s+(?=[^\W\d_a-z])")
SEGMENT = re.compile(r"[^\r\n]+")
SCANNED_BELOW = 40


class _Glyphs:
    """The characters of one open page with their boxes and fonts; `weights` remembers which fonts are bold."""

    def __init__(self, textpage: pdfium.PdfTextPage, height: float, weights: dict[bytes, bool]) -> None:
        self.handle = textpage.raw
        self.height = height
        self.text = self._characters(textpage.count_chars())
        self.weights = weights
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._four = [ctypes.byref(side) for side in self._sides]
        self._rect = raw.FS_RECTF()
        self._at_rect = ctypes.byref(self._rect)
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.byref(ctypes.c_int())

    def _characters(self, count: int) -> str:
        """One character per index: in one piece when pdfium leaves nothing out, else one by one."""
        buffer = (ctypes.c_ushort * (count + 1))()
        raw.FPDFText_GetText(self.handle, 0, count, buffer)
        text = bytes(memoryview(buffer).cast("B")[: 2 * count]).decode("utf-16-le", errors="replace")
        if len(text) == count and "\x00" not in text and "\ufffd" not in text:
            return text.replace("\ufffe", SOFT_HYPHEN)
        return "".join(_character(raw.FPDFText_GetUnicode(self.handle, i)) for i in range(count))

    def sides(self, index: int) -> tuple[float, float]:
        """Left and right of the letter's own shape in points."""
        left, right, bottom, top = self._four
        raw.FPDFText_GetCharBox(self.handle, index, left, right, bottom, top)
        return self._sides[0].value, self._sides[1].value

    def baseline(self, index: int) -> float:
        """Distance of the baseline from the top of the page; boxes differ by letter, the baseline does not."""
        raw.FPDFText_GetCharOrigin(self.handle, index, self._four[0], self._four[1])
        return self.height - self._sides[1].value

    def size(self, index: int) -> tuple[float, float]:
        """Left and height of the loose box: the font size that pdfium reports is 1.0 in scaled files."""
        raw.FPDFText_GetLooseCharBox(self.handle, index, self._at_rect)
        rect = self._rect
        return rect.left, abs(rect.top - rect.bottom)

    def bold(self, index: int) -> bool:
        raw.FPDFText_GetFontInfo(self.handle, index, self._name, 128, self._flags)
        name = self._name.value
        found = self.weights.get(name)
        if found is None:
            heavy = BOLD_NAME.search(name) is not None or raw.FPDFText_GetFontWeight(self.handle, index) >= HEAVY
            found = self.weights[name] = heavy
        return found

    def bold_until(self, first: int, last: int) -> int:
        """Where the bold beginning of a line ends: behind its last bold letter and the marks that follow it."""
        text = self.text
        letters = [i for i in range(first, last) if text[i].isalnum()]
        low, high = 0, len(letters) - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.bold(letters[middle]) else (low, middle)
        end = letters[low] + 1
        while end < last and not text[end].isalnum() and not text[end].isspace():
            end += 1
        return end


def _character(code: int) -> str:
    if code in (2, 0xFFFE):
        return SOFT_HYPHEN
    if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000:
        return chr(code)
    return " "


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Printed lines: a soft hyphen is a line break too, pdfium glues the running head behind it."""
    for match in SEGMENT.finditer(text):
        start = match.start()
        end = match.end()
        stop = text.find(SOFT_HYPHEN, start, end) + 1
        while stop:
            yield start, stop
            start = stop
            stop = text.find(SOFT_HYPHEN, start, end) + 1
        yield start, end


def _line(glyphs: _Glyphs, start: int, end: int) -> Line | None:
    text = glyphs.text[start:end]
    bare = text.strip(BLANK)
    if not bare:
        return None
    first = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip())
    hyphen = bare != text and glyphs.text[last - 1] == SOFT_HYPHEN
    left, size = glyphs.size(first)
    right = glyphs.sides(max(first, last - 2) if hyphen else last - 1)[1]
    line = Line(
        text=_clean(glyphs.text[first:last]),
        x0=round(left, 1),
        x1=round(right, 1),
        y=round(glyphs.baseline(first), 1),
        size=round(size, 1),
        hyphen=hyphen,
    )
    _look(glyphs, first, last, line)
    line.start, line.end = first, last
    if is_spaced_out(line.text) and len(line.text) == last - first:
        line.text = with_word_gaps(line.text, _steps(glyphs, first, line.text))
    return line


def _steps(glyphs: _Glyphs, first: int, text: str) -> dict[int, float]:
    """How far the letters on both sides of each space stand apart."""
    inner = [at for at in range(1, len(text) - 1) if text[at] == " "]
    return {at: glyphs.sides(first + at + 1)[0] - glyphs.sides(first + at - 1)[1] for at in inner}


def _look(glyphs: _Glyphs, first: int, last: int, line: Line) -> None:
    """Size, and whether the line, its start and its end are bold; the middle decides where the ends differ."""
    text = glyphs.text
    start = first
    if not text[first].isalnum():
        start = next((i for i in range(first, last) if text[i].isalnum()), -1)
        if start < 0:
            return
        line.size = round(glyphs.size(start)[1], 1)
    end = last - 1
    while not text[end].isalnum():
        end -= 1
    line.bold_start = line.bold_end = line.bold = glyphs.bold(start)
    if end == start or glyphs.bold(end) == line.bold:
        label = None if line.bold else LABELLED.match(text, first, end)
        if label and glyphs.bold(label.end()):
            line.bold_to = glyphs.bold_until(label.end(), last) - first
        return
    line.bold_end = not line.bold_start
    middle = next(i for i in range((start + end) // 2, last) if text[i].isalnum())
    line.bold = glyphs.bold(middle)
    if line.bold_start:
        line.bold_to = glyphs.bold_until(first, last) - first


def _clean(text: str) -> str:
    """Visible text with plain spaces; control characters carry nothing a reader sees."""
    text = text.replace(SOFT_HYPHEN, "-").replace("\xa0", " ").replace("\t", " ")
    return text if text.isprintable() else "".join(c for c in text if c.isprintable())


def _beside(a: Line, b: Line) -> bool:
    return abs(a.y - b.y) < 4 and (a.x1 + 12 < b.x0 or b.x1 + 12 < a.x0)


def _side_by_side(lines: list[Line]) -> int:
    ordered = sorted(lines, key=lambda line: line.y)
    return sum(_beside(a, b) for a, b in itertools.pairwise(ordered))


def _gutter(lines: list[Line]) -> bool:
    """Prose on both sides of an empty strip down the middle, though the lines of the two sides are not level."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middle, half = (left + right) / 2, (right - left) / 2
    sides = [line for line in lines if line.x1 <= middle], [line for line in lines if line.x0 >= middle]
    if min(map(len, sides)) < FEWEST_IN_COLUMN or sum(map(len, sides)) < 0.8 * len(lines):
        return False
    wide = [sum(line.x1 - line.x0 > 0.7 * half for line in side) for side in sides]
    return all(count >= 0.5 * len(side) for count, side in zip(wide, sides, strict=True))


def in_reading_order(lines: list[Line]) -> tuple[list[Line], bool]:
    """Top to bottom, unless enough neighbours sit side by side: then the stream's own order is the columns' order."""
    columns = bool(lines) and (_side_by_side(lines) >= 0.15 * len(lines) or _gutter(lines))
    if columns:
        return lines, True
    return sorted(lines, key=_place), False


def _place(line: Line) -> tuple[int, float, float]:
    """Down the page; the rows of a table stay together, where its first rule is drawn."""
    return round((line.indent if line.row else line.y) / 3), line.x0, line.y


def _page(document: pdfium.PdfDocument, index: int, weights: dict[bytes, bool], changes: list[dict[str, str]]) -> Page:
    page = document[index]
    width, height = page.get_size()
    textpage = page.get_textpage()
    glyphs = _Glyphs(textpage, height, weights)
    printed = list(_segments(glyphs.text))
    tables = tables_of(page.raw, height)
    if marked := signs(page.raw, glyphs, printed, tables):
        changes += changes_of(glyphs, marked, printed, index)
        glyphs.text = without_removed(glyphs.text, marked)
    found = (_line(glyphs, start, end) for start, end in printed)
    kept = [line for line in found if line is not None and line.text.strip()]
    for line in kept if marked else ():
        line.text = " ".join(line.text.split())
    held = may_hold_table(kept, _side_by_side(kept))
    if held:
        kept = with_tables(tables(), glyphs, kept)
    lines, columns = in_reading_order(kept)
    if held and not columns:
        mark_aligned(lines, partial(_cells, glyphs))
    textpage.close()
    page.close()
    return Page(index=index, lines=lines, width=width, height=height, columns=columns)


def _spread(document: pdfium.PdfDocument, weights: dict[bytes, bool], index: int, lines: list[Line]) -> None:
    """Set a space wherever two letters of a line stand further apart than its other letters do."""
    page = document[index]
    textpage = page.get_textpage()
    glyphs = _Glyphs(textpage, page.get_height(), weights)
    marked = signs(page.raw, glyphs, list(_segments(glyphs.text)), tables_of(page.raw, page.get_height()))
    glyphs.text = without_removed(glyphs.text, marked) if marked else glyphs.text
    for line in lines:
        text = _apart(glyphs, line)
        line.text = " ".join(text.split()) if marked else text
    textpage.close()
    page.close()


def _apart(glyphs: _Glyphs, line: Line) -> str:
    """`start` and `end` of a line that is not sealed yet are places of its glyphs on the page."""
    text = glyphs.text[line.start : line.end]
    sides = [glyphs.sides(line.start + i) for i in range(len(text))]
    gaps = {i: sides[i][0] - sides[i - 1][1] for i in range(1, len(text)) if text[i - 1 : i + 1].isalpha()}
    if not gaps:
        return line.text
    wide = max(APART * line.size, 2.2 * sorted(gaps.values())[len(gaps) // 2])
    return _clean("".join(f" {c}" if gaps.get(i, 0.0) > wide else c for i, c in enumerate(text)))


def _cells(glyphs: _Glyphs, line: Line) -> list[Cell]:
    """None where the letters fill the line; `start` and `end` are still places of its glyphs."""
    if line.x1 - line.x0 < FILLED * line.size * len(line.text):
        return []
    text = glyphs.text[line.start : line.end]
    return cut_at_gaps(text, lambda at: glyphs.sides(line.start + at), line.size)


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Unreadable(
            "This PDF is locked with a password. Save a copy without the password and upload that."
            if locked
            else "This PDF is damaged and cannot be opened. Print it to a new PDF from a PDF reader, and upload that."
        ) from error
    if len(document) > MAX_PAGES:
        raise Unreadable(
            f"This PDF has {len(document)} pages; {MAX_PAGES} is the limit. Split it and upload the parts."
        )
    return document


def _without_text(pages: list[Page]) -> list[Page]:
    return [page for page in pages if sum(len(line.text) for line in page.lines) < SCANNED_BELOW]


def read_pdf(data: bytes) -> Source:
    """Read all pages; pages without a text layer are named in the warnings."""
    document = _open(data)
    weights: dict[bytes, bool] = {}
    changes: list[dict[str, str]] = []
    pages = [_page(document, index, weights, changes) for index in range(len(document))]
    changes = told(changes)
    repair_spacing(data, pages, partial(_spread, document, weights))
    document.close()
    source = Source([page.seal() for page in pages], "pdf", about_struck(len(changes)), changes)
    empty = _without_text(source.pages)
    for page in empty:
        page.scanned = True
    if empty:
        source.warnings.append(missing_text(empty, len(pages)))
    return source


def missing_text(empty: list[Page], total: int) -> str:
    numbers = ", ".join(str(page.index + 1) for page in empty[:12]) + (" and more" if len(empty) > 12 else "")
    return (
        f"{len(empty)} of {total} pages have no text in them (page {numbers}). They may be scanned or blank. "
        "Install Tesseract to have scanned pages read, or upload a copy with text."
    )
