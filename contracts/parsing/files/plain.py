"""Plain text with form feeds as pages of lines; the place of a line on the page comes from its leading spaces."""

from __future__ import annotations

import itertools

from contracts.parsing.lines import Line, Page, Source
from unionops.platform.core import lazy_re as re

CHAR_WIDTH = 6.0
LINE_HEIGHT = 12.0
HASHES = re.compile(r"^\s{0,3}(#{1,6})\s+(?=\S)")
# More than two underscores are a blank to fill in.
STRONG = r"(?:\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![\w])__(?![\s_])(.+?)(?<![\s_])__(?!\w))"
STARS = re.compile(rf"^{STRONG}(.*)$")
# A heading with a line of = or - below it.
UNDERLINED = re.compile(r"(?m)^(?![#>|*\-+ ])(\S.*)\n(={3,}|-{3,})[ \t]*$")
RULE, DRAWN = re.compile(r"[=\-–—~*]{3,}$"), "drawn_line"
SAID = re.compile(r"[.:;,]$|\t|\S {3,}\S")  # no heading: a sentence, or the head of a table
INNER_STARS = re.compile(STRONG)
SLANTED = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*\\])\*(?![\w*])|"
    r"(?<![\w\\])_(?=[^\s_])([^_\n]{1,300}?)(?<=[^\s_\\])_(?!\w)"
)
# A box drawn around a heading: its edges, and the bars before and behind its words.
EDGE = re.compile(r"(?m)^[ \t]*[+┌└╔╚╭╰][-=─═+]{4,}[+┐┘╗╝╮╯][ \t]*$")
BARS = re.compile(r"(?m)^([ \t]*)[|│║]([^|│║\n]*)[|│║][ \t]*$")
# The sign of a list; '- 5 -' is the number of a page.
BULLET = re.compile(r"(?m)^([ \t]*)[-*+] +(?=\S)(?!\d{1,4} *-[ \t]*$)")
ESCAPED = re.compile(r"\\([.#*_()\[\]\-+!|])")
# Tags, remarks and pictures in Markdown, and the two stars that some set before what is new.
TAGS = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->|!\[[^\]]*\]\([^)\s]*\)", re.DOTALL)
NEW = re.compile(r"(?m)^(\s*)\*\*(?=\w)(?!.*\*\*)")
LINKED = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")
FRONT_MATTER = re.compile(r"\A---\n(?:[\w-]+:.*\n)+---\n")
PIPED = re.compile(r"^\s*\|(.+)\|\s*$")
PRINTED_NUMBER = re.compile(r"(?mi)^[ \t]*(?:[-–—][ \t]*(\d{1,4})[ \t]*[-–—]|page (\d{1,4})(?: of \d{1,4})?)[ \t]*$")
STRUCK = re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~[ \t]?")
NARROW_CELL = 60  # letters of the name of a column
FEWEST_PAGES = 3
# Two lines or more with three cells each, as they are pasted from a table.
ROWS = re.compile(r"(?m)^[^\t\n]*\S(?:\t[^\t\n]*){2,}(?:\n[^\t\n]*\S(?:\t[^\t\n]*){2,})+$")
PAGE_MARK = "\f"
MARKED_ENOUGH = 2
WIDEST = 200


def decode(data: bytes) -> str:
    """UTF-8 with or without mark, UTF-16 with mark, else Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def plain_line(raw: str, row: int, marked: bool, whole: bool) -> Line | None:
    """One line with its indentation kept as a position and its marks (#, **) read as looks.

    `whole` says that a line of the file is a whole paragraph.
    """
    raw = "".join(c for c in raw.expandtabs(8).replace("\xa0", " ") if c == " " or c.isprintable()).rstrip()
    text, level = _unmarked(raw, marked)
    if not text.strip():
        return None
    if marked and (cells := PIPED.match(text)):
        return _row(cells[1], row)
    text = ESCAPED.sub(r"\1", text) if marked else text
    bold = STARS.match(text.strip()) if marked else None
    strong = bool(bold and not bold[3].strip(" .:")) or level > 0
    stripped = ((bold[1] or bold[2]) + bold[3]) if bold else text.strip()
    stripped = INNER_STARS.sub(r"\1\2", stripped) if marked else stripped
    x0 = (len(text) - len(text.lstrip())) * CHAR_WIDTH
    return Line(
        text=stripped,
        x0=x0,
        x1=x0 + (min(len(stripped), 90) if whole else len(stripped)) * CHAR_WIDTH,
        y=row * LINE_HEIGHT,
        bold=strong,
        bold_start=strong or bool(bold),
        bold_to=len(bold[1] or bold[2]) if bold and not strong else 0,
        bold_end=strong,
        declared=level,
        hyphen=False,
        block=whole,
    )


def _row(cells: str, row: int) -> Line | None:
    """A row of a Markdown table, its cells apart by tabs; the line of dashes below the head is no text."""
    texts = [" ".join(INNER_STARS.sub(r"\1\2", cell).split()) for cell in re.split(r"(?<!\\)\|", cells)]
    if not any(text.strip("-: ") for text in texts):
        return None
    text = "\t".join(texts).rstrip()
    return Line(text=text, x1=len(text) * CHAR_WIDTH, y=row * LINE_HEIGHT, block=True, row=True)


def _unmarked(raw: str, marked: bool) -> tuple[str, int]:
    found = HASHES.match(raw) if marked else None
    return (raw[found.end() :].rstrip(" #"), len(found[1])) if found else (raw, 0)


def text_page(index: int, rows: list[str], marked: bool, whole: bool) -> Page:
    lines = [line for row, raw in enumerate(rows) if (line := plain_line(raw, row, marked, whole))]
    _set_off_by_rules(lines)
    width = max((line.x1 for line in lines), default=480.0)
    return Page(index=index, lines=lines, width=width, height=len(rows) * LINE_HEIGHT, typeset=False).seal()


def _set_off_by_rules(lines: list[Line]) -> None:
    """A line of = or - right below a line and as long as it makes a heading of it and is no text itself."""
    for above, below in itertools.pairwise(lines):
        near = below.y - above.y <= LINE_HEIGHT and abs(above.x0 - below.x0) <= CHAR_WIDTH
        long = abs(len(above.text) - len(below.text)) <= 2 and not SAID.search(above.text)
        if near and long and RULE.match(below.text):
            above.bold = above.bold_start = above.bold_end = True
            below.aside = DRAWN


def unwrapped(text: str) -> bool:
    """Lines that nobody broke: many are longer than any page is wide."""
    lengths = [len(line) for line in text.split("\n") if line.strip()]
    return sum(length > WIDEST for length in lengths) > 0.1 * len(lengths)


def _at_page_numbers(text: str) -> list[str]:
    """Pages of a text without form feeds: each begins or ends with its number, one more than the last."""
    marks = list(PRINTED_NUMBER.finditer(text))
    numbers = [int(mark[1] or mark[2]) for mark in marks]
    if len(marks) < FEWEST_PAGES or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return [text]
    at_heads = len(text[: marks[0].start()].strip()) < len(text[marks[-1].end() :].strip())
    inner = [mark.start() for mark in marks[1:]] if at_heads else [mark.end() for mark in marks]
    edges = [0, *inner, len(text)]
    return [text[start:end] for start, end in itertools.pairwise(edges)]


def _without_struck(text: str) -> tuple[str, list[dict[str, str]]]:
    """The text without what '~~' strikes through, and that as a list of changes."""
    changes = []
    for found in STRUCK.finditer(text):
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        after = text[found.end() : end if end >= 0 else None]
        around = {"before": text[start : found.start()], "after": after, "row": str(text.count("\n", 0, start))}
        changes.append({"kind": "removed", "text": found[1], "by": "", "at": "", **around})
    return STRUCK.sub("", text), changes


def about_struck(count: int) -> list[str]:
    """What a person should know of words that are struck through."""
    if not count:
        return []
    return ["Words that are struck through were read as taken out. Check them in the list of changes."]


def _as_rows(found: re.Match[str]) -> str:
    """Lines of cells apart by tabs, below one that names the columns, as rows of a Markdown table."""
    rows = [line.split("\t") for line in found[0].split("\n")]
    heads = [cell.strip() for cell in rows[0]]
    named = all(heads) and not any(len(cell) > NARROW_CELL or cell.endswith(".") for cell in heads)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) if named else found[0]


def read_plain(data: bytes, *, markdown: bool = False) -> Source:
    """Split at form feeds; hash marks count as headings in Markdown, or where a text file clearly uses them."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("&nbsp;", " ")
    if markdown:
        text = LINKED.sub(r"\1", TAGS.sub(" ", FRONT_MATTER.sub("", text)))
        text = UNDERLINED.sub(lambda m: f"{'#' if m[2][0] == '=' else '##'} {m[1]}\n", text)
        text = SLANTED.sub(lambda m: m[1] or m[2], BULLET.sub(r"\1", text))
    if len(EDGE.findall(text)) >= MARKED_ENOUGH:
        text = BARS.sub(r"\1 \2", EDGE.sub("", text))
    text, struck = _without_struck(NEW.sub(r"\1", text))
    text, tables = ROWS.subn(_as_rows, text)
    marked = markdown or bool(struck or tables) or len(re.findall(r"(?m)^#{1,6}\s+\S", text)) >= MARKED_ENOUGH
    whole = unwrapped(text)
    pieces = text.split(PAGE_MARK) if PAGE_MARK in text else _at_page_numbers(text)
    while len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()
    pages = [text_page(index, piece.split("\n"), marked, whole) for index, piece in enumerate(pieces)]
    kind = "markdown" if markdown else "text"
    return Source(pages, kind, warnings=about_struck(len(struck)), changes=struck)


def read_markdown(data: bytes) -> Source:
    return read_plain(data, markdown=True)
