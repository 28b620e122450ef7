"""From bytes to cells for plain text files: encoding and delimiter are found out, not asked."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Collection

from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold
from unionops.platform.sheets.tables import Grid, cut_off

BOMS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
DELIMITERS = ",;\t|^~"
SAMPLE_LINES = 400
SENTENCES_BELOW, EVEN, WORDS_OF_PROSE = 0.6, 0.9, 3.2
"""A list has its shape in more than this share of its lines, or fewer words than this in a cell."""


def decode(data: bytes) -> tuple[str, str]:
    """(text, encoding). Bytes that are not UTF-8 are read as old one-byte text, never refused."""
    data = data.rstrip(b"\x1a")  # how DOS ended a file
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace"), encoding
    if wide := _utf16_without_mark(data):
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _one_byte(data)
        return (_windows(data) if encoding == "cp1252" else data.decode(encoding, "replace")), encoding


OLD = ("cp1252", "mac-roman", "cp850", "cp437")
INSIDE = re.compile(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?")
LATIN = frozenset("áéíóúñüàèìòùâêîôûäëïöçåøãõæœßÿÁÉÍÓÚÑÜÀÈÌÒÙÂÊÎÔÛÄËÏÖÇÅØÃÕÆŒŠšŽž")


def _one_byte(data: bytes) -> str:
    """The encoding in which most marked letters are letters of a name and of the size of those beside them.

    Windows unless another is plainly better: its rare signs are the Mac's and the old PC's common letters.
    """
    found = Counter(match[0] for match in INSIDE.finditer(data)).most_common(400)
    scores = {name: sum(_fits(piece.decode(name, "replace")) * count for piece, count in found) for name in OLD}
    best = max(OLD, key=lambda name: scores[name])
    return best if scores[best] > 0 and scores[best] > scores["cp1252"] else "cp1252"


def _fits(piece: str) -> int:
    beside = [letter for letter in piece if letter.isascii()]
    marked = [letter for letter in piece if not letter.isascii()]
    if marked == ["’"]:
        return 1 if len(beside) == 2 and (beside[1].isupper() or beside[1] == "s") else -1
    small = any(letter.islower() for letter in beside)
    good = sum(letter in LATIN and (not small or letter.islower() or letter == piece[0]) for letter in marked)
    return good - 2 * (len(marked) - good) if beside else 0


def _utf16_without_mark(data: bytes) -> str:
    """Latin text in UTF-16 has a zero in every second byte."""
    sample = data[:4000]
    if len(sample) < 8:
        return ""
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > half * 0.7 else ""


def _windows(data: bytes) -> str:
    """cp1252; its five undefined bytes as latin-1, so that no byte stops the reading."""
    return "".join(_windows_piece(data[at : at + 65536]) for at in range(0, len(data), 65536))


def _windows_piece(piece: bytes) -> str:
    try:
        return piece.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in piece)


MARKUP = re.compile(
    r"\s*(?:<(?:!doctype|html|\?xml|head|body|table|div|meta)\b|\{\\rtf|[{\[]\s*[\"{\[])", re.IGNORECASE
)


def check_is_list(text: str, delimiter: str, share: float, words: Collection[str] = ()) -> None:
    """Problem for a web page, program data or a letter: whatever its name says, it has no rows of people.

    `words` are folded heading words the caller knows; sentences below a heading are notes in a list, and so are
    those in lines that nearly all have the same three cells or more.
    """
    if MARKUP.match(text):
        raise Problem(
            "not_a_sheet",
            "This file holds a web page or another program's data, not rows of a list.",
            "Open it in your spreadsheet program and save it as XLSX or CSV, or ask for the list in that form.",
        )
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if line.strip()]
    rows = [line.split(delimiter) if delimiter else [line] for line in lines]
    headed = share >= SENTENCES_BELOW and any(sum(fold(cell) in words for cell in row) >= 2 for row in rows[:10])
    headed = headed or (share >= EVEN and len(rows) > 3 and len(rows[0]) > 2)
    cells = [cell.split() for row in rows for cell in row if cell.strip()]
    if not headed and sum(map(len, cells)) > WORDS_OF_PROSE * len(cells):
        raise Problem(
            "prose",
            "This reads like a letter, not like a list: it has sentences instead of columns.",
            "Look whether the list came as another attachment, or ask for it as a spreadsheet (XLSX or CSV).",
        )


def find_delimiter(text: str) -> tuple[str, int, float]:
    """(delimiter, usual number of cells, share of lines that have it); ('', 1, 0) when nothing fits."""
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if any(map(str.isalnum, line))]
    best = ("", 1, 0.0)
    for delimiter in DELIMITERS:
        width, share = _fit(lines, delimiter)
        if width > 1 and share * min(width, 8) > best[2] * min(best[1], 8):
            best = (delimiter, width, share)
    return best


def _fit(lines: list[str], delimiter: str) -> tuple[int, float]:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    total = sum(widths.values())
    if not total:
        return 1, 0.0
    width, count = max(widths.items(), key=lambda item: (item[1] * min(item[0], 3), item[0]))
    return width, count / total


def read_delimited(text: str, delimiter: str) -> Grid:
    if text.count('"') % 2 and re.search(rf'(?:[\r\n]|{re.escape(delimiter)})"[^"\r\n]*$', text[-1_000:]):
        raise cut_off()  # within an open quotation; '"12 Main St,"' is closed
    rows = _records(text, delimiter)
    if any(cell.count("\n") > 12 for _number, row in rows for cell in row):
        rows = _records(text, delimiter, quoted=False)
    if any(mark in text for mark in ('="', f"{delimiter}'", "\n'", "\r'")):
        rows = [(number, [_kept_as_text(cell) for cell in row]) for number, row in rows]
    return Grid(rows, meta={"delimiter": delimiter}, ends_cleanly=text.endswith(("\n", "\r")))


TEXT_OF = re.compile(r'="(.+)"|\'([\w-]*\d[\w-]*)')
"""'="00123"' and "'00123", as a number is written so that a spreadsheet keeps its zeros."""


def _kept_as_text(cell: str) -> str:
    match = TEXT_OF.fullmatch(cell.strip())
    return (match[1] or match[2]) if match else cell


def _records(text: str, delimiter: str, *, quoted: bool = True) -> list[tuple[int, list[str]]]:
    lines = io.StringIO(text, newline="")
    if quoted:
        reader = csv.reader(lines, delimiter=delimiter)
    else:
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    try:
        return [(number, row) for number, row in enumerate(reader, start=1)]
    except csv.Error as error:
        raise Problem(
            "unreadable_csv",
            f"This file could not be read as a table: {error}.",
            "Open it in your spreadsheet program and save it again as CSV or XLSX.",
        ) from error
