"""Contents and index pages: told by leaders, page numbers and labels that come again; never headings."""

from __future__ import annotations

from contracts.parsing.lines import Line, Page
from contracts.parsing.pages.furniture import HEADING_LIKE, KEYWORD, heading_label
from unionops.platform.core import lazy_re as re

CONTENTS = "contents"
LEADERS = re.compile(r"(\.\s?){4,}\s*[\divxlcA-Z\-–]{0,8}\s*$|…+\s*[\divxlc]*\s*$|(_\s?){5,}\s*\d+\s*$")
END_NUMBER = re.compile(r"\s[\divxlc]{1,4}(\s*[-–,]\s*\d+)*\s*$")
NUMERALS = frozenset("0123456789ivxlc")
CONTENTS_HEAD = re.compile(
    r"^\s*(table of contents|contents|(subject |alphabetical )?index\b|sommaire|table des mati[eè]res|[ií]ndice|"
    r"contenido|tabla de contenido)",
    re.I,
)
WIDEST_END = 240
# Labels that make a list, and lines that may stand between two of them.
LISTED, LOOSE = 4, 3


def mark_contents(pages: list[Page]) -> None:
    """Contents and index pages by their leaders and page numbers; their lines are set aside, never headings."""
    before = False
    for page in pages:
        lines = [line for line in page.lines if not line.aside]
        before = bool(lines) and is_contents(lines, before)
        if before:
            _set_contents_aside(lines)
    _mark_bare_list(pages)
    _keep_the_text(pages)


def _mark_bare_list(pages: list[Page]) -> None:
    """A list of contents in a text without pages: below 'Contents' lines with leaders, or labels that come again."""
    lines = [line for page in pages for line in page.lines if not line.aside]
    head = next((i for i, line in enumerate(lines) if CONTENTS_HEAD.match(line.text) and len(line.text) < 40), None)
    if head is None:
        return
    labels: dict[str, int] = {}
    last, leading = head, 0
    for at in range(head + 1, len(lines)):
        label = heading_label(lines[at].text)
        leads = _leads(lines[at].text)
        if at - last > LOOSE or (not leads and (len(lines[at].text) >= 90 or label in labels)):
            break
        leading += leads
        if leads or label or HEADING_LIKE.match(lines[at].text) or KEYWORD.match(lines[at].text):
            last = at
            labels |= {label: at} if label else {}
    again = sum(heading_label(line.text) in labels for line in lines[last + 1 :])
    if leading >= LISTED or (len(labels) >= LISTED and again >= 0.7 * len(labels)):
        for line in lines[head : last + 1]:
            line.aside, line.contents = CONTENTS, True


def _keep_the_text(pages: list[Page]) -> None:
    """A list of contents is shorter than what it lists: what fills half a document is its text after all."""
    listed = [line for page in pages for line in page.lines if line.aside == CONTENTS and line.contents]
    if 2 * sum(len(line.text) for line in listed) > sum(len(line.text) for page in pages for line in page.lines):
        for line in listed:
            line.aside, line.contents = "", False


def _leads(text: str) -> bool:
    """Dot leaders; only lines that hold such marks at all are searched, and only their ends."""
    marked = ".." in text or ". ." in text or "…" in text or "_" in text
    return marked and LEADERS.search(text[-WIDEST_END:]) is not None


def _ends(text: str) -> bool:
    return text.rstrip()[-1:] in NUMERALS and END_NUMBER.search(text) is not None


def is_contents(lines: list[Line], after_contents: bool) -> bool:
    leaders = sum(_leads(line.text) for line in lines)
    numbered = [line for line in lines if _ends(line.text)]
    ends = len(numbered)
    head = any(CONTENTS_HEAD.match(line.text) for line in lines[:6])
    words = sum(KEYWORD.match(line.text) is not None for line in numbered)
    many = len(lines)
    return (
        (leaders >= 4 and leaders >= 0.25 * many)
        or (head and ((ends >= 4 and ends >= 0.35 * many) or leaders >= 3))
        or (words >= 5 and ends >= 0.4 * many)
        or (after_contents and many > 4 and (ends >= 0.5 * many or leaders >= 3))
    )


def _set_contents_aside(lines: list[Line]) -> None:
    """A page may end with body text: what follows the last entry by more than two lines stays in the body."""
    lines = lines[: _first_of_text(lines)]
    entries = [i for i, line in enumerate(lines) if _ends(line.text) or _leads(line.text)]
    first = next((i for i, line in enumerate(lines) if CONTENTS_HEAD.match(line.text)), 0)
    stop = len(lines) if len(lines) - entries[-1] <= 6 else entries[-1] + 1
    for line in lines[min(first, entries[0]) : stop]:
        line.aside, line.contents = CONTENTS, True


def _first_of_text(lines: list[Line]) -> int:
    """Where a page of contents goes over into the text: a label comes again, now without a page number behind it.

    What stands between the last entry and that label is text too, such as the heading of a chapter.
    """
    seen: set[str] = set()
    after_entry = 0
    for at, line in enumerate(lines):
        label = heading_label(line.text)
        if label in seen and not _leads(line.text) and not _ends(line.text):
            return after_entry
        if _leads(line.text) or _ends(line.text):
            after_entry = at + 1
            seen |= {label} - {""}
    return len(lines)


def listed(pages: list[Page]) -> list[str]:
    """The letters of each entry that the contents pages name, without leaders and page numbers."""
    lines = (line.text for page in pages for line in page.lines if line.contents and not CONTENTS_HEAD.match(line.text))
    return ["".join(filter(str.isalpha, END_NUMBER.sub("", text).casefold())) for text in lines]
