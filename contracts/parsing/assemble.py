"""From headings to clauses: every line of the body goes to the last heading above it, joined into paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from contracts.parsing.hyphens import Hyphens, break_between
from contracts.parsing.lines import Line, Page, visible
from contracts.parsing.nodes import ARTICLE, Node
from contracts.parsing.sections.enumerators import ends_with_number_word
from unionops.platform.core import lazy_re as re

HYPHEN = "line_break_hyphen"
NEW_ITEM = re.compile(r"^(\(?[A-Za-z0-9]{1,3}[.)]\s|\([A-Za-z0-9]{1,3}\)|[•▪●○■□*–—-]\s)")
TABLE_ROW = re.compile(r"\S(\s{3,}\S+.*){2,}|\S\s{3,}\$?\d")


@dataclass(slots=True)
class Piece:
    """Where a run of a clause's text stands: page index, code points of the page, code points of the clause."""

    page: int
    start: int
    end: int
    text_start: int
    text_end: int


@dataclass(slots=True)
class Clause:
    """One node of the finished tree; `parent` is a position in the list or None."""

    level: str
    number: str = ""
    title: str = ""
    text: str = ""
    body_start: int = 0
    parent: int | None = None
    path: str = ""
    page: int = 1
    page_end: int = 1
    label: str = ""
    depth: int = 0
    check: bool = False
    repaired: bool = False
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class SetAside:
    reason: str
    chars: int
    page: int
    text: str = ""


class Assembler:
    """Keeps the flow, what it tells of hyphens at line ends, and those that were taken out."""

    def __init__(self, flow: list[Line], pages: list[Page]) -> None:
        self.flow = flow
        self.pages = pages
        self.hyphens = Hyphens(flow)
        self.taken_out: list[SetAside] = []

    def clauses(self, roots: list[Node]) -> list[Clause]:
        """Depth first in reading order; a clause owns the lines up to the next heading."""
        ordered = list(_walk(roots, None, ""))
        starts = [node.index for node, _, _ in ordered] + [len(self.flow)]
        out: list[Clause] = []
        for position, (node, parent, path) in enumerate(ordered):
            out.append(self._clause(node, parent, path, starts[position + 1]))
        return out

    def _clause(self, node: Node, parent: int | None, path: str, stop: int) -> Clause:
        clause = Clause(
            level=node.level,
            number=node.label,
            title=node.title,
            parent=parent,
            path=path,
            depth=path.count("/"),
            check=node.repaired or (node.level == ARTICLE and node.score < 1.5),
            repaired=node.repaired,
        )
        self._fill(clause, node, stop)
        first = self.flow[min(node.index, len(self.flow) - 1)]
        last = self.flow[stop - 1] if stop > node.index else first
        clause.page, clause.page_end = first.page + 1, max(first.page, last.page) + 1
        clause.label = self.pages[first.page].label
        return clause

    def _fill(self, clause: Clause, node: Node, stop: int) -> None:
        text, before = "", None
        for index in range(node.index, stop):
            line = self.flow[index]
            if before is not None:
                text = self._joined(
                    text, before, line, index <= node.head_end or (index == node.head_end + 1 and not node.run_in)
                )
            start = len(text)
            text += line.text
            _add_piece(clause.pieces, line, start, len(text))
            if index == node.head_end and not node.run_in:
                clause.body_start = len(text)
            before = line
        clause.text = text
        if node.run_in:
            clause.body_start = _behind_title(text, node)

    def _joined(self, text: str, before: Line, line: Line, heading: bool) -> str:
        """The text so far, ready for the next line: a new paragraph, a space, or nothing behind a broken word."""
        broken = None if heading else break_between(text, line.text)
        runs_on = broken is not None and line.text[0].islower()
        if heading or (not runs_on and _new_paragraph(before, line)):
            return text + "\n"
        if broken is None:
            return text + " "
        if (runs_on or text[-2].isupper()) and self.hyphens.joins(broken):
            self.taken_out.append(SetAside(HYPHEN, 1, before.page + 1, text[-1]))
            return text[:-1]
        return text


def _walk(
    nodes: list[Node], parent: int | None, path: str, counter: list[int] | None = None
) -> Iterator[tuple[Node, int | None, str]]:
    counter = counter if counter is not None else [0]
    seen: Counter[str] = Counter()
    for node in nodes:
        name = (node.label or node.title[:24].lower().strip() or str(counter[0])).replace("/", "-")
        step = f"{node.level[:3]}:{name}"
        seen[step] += 1
        step += f"~{seen[step]}" if seen[step] > 1 else ""
        own, full = counter[0], f"{path}/{step}" if path else step
        counter[0] += 1
        yield node, parent, full
        yield from _walk(node.children, own, full, counter)


def _add_piece(pieces: list[Piece], line: Line, start: int, end: int) -> None:
    """Lines that follow each other directly on a page are one piece as long as both texts run in step."""
    last = pieces[-1] if pieces else None
    if last and last.page == line.page and line.start - last.end == 1 and start - last.text_end == 1:
        last.end, last.text_end = line.end, end
    else:
        pieces.append(Piece(line.page, line.start, line.end, start, end))


def _new_paragraph(before: Line, line: Line) -> bool:
    if line.page != before.page:
        return _new_item(before, line) or _short(before)
    if line.gap > 1.45 or _new_item(before, line) or line.declared or before.declared:
        return True
    return _short(before) or _is_row(line.text) or _is_row(before.text)


def _is_row(text: str) -> bool:
    return "\t" in text or ("   " in text and TABLE_ROW.search(text) is not None)


def _new_item(before: Line, line: Line) -> bool:
    return NEW_ITEM.match(line.text) is not None and not ends_with_number_word(before.text)


def _short(line: Line) -> bool:
    """A line that ends its sentence well before the margin ends its paragraph."""
    return line.x1 < 0.8 * line.right and line.text.rstrip()[-1:] in ".:;!?"


def _behind_title(text: str, node: Node) -> int:
    """Where the text begins behind a label and a run-in title."""
    at = node.label_chars
    if node.title:
        found = text.find(node.title, at, at + len(node.title) + 40)
        at = found + len(node.title) if found >= 0 else at
    return at + len(text[at:]) - len(text[at:].lstrip(" .:–—-\n"))


def page_clauses(pages: list[Page]) -> list[Node]:
    """The last resort: one unit per page."""
    out, position = [], 0
    for page in pages:
        count = sum(not line.aside for line in page.lines)
        if count:
            out.append(Node("other", position, position - 1, title=f"Page {page.index + 1}", given=True))
        position += count
    return out


def set_aside(pages: list[Page], hyphens: list[SetAside]) -> list[SetAside]:
    """Everything that is in no clause, summed by page and reason."""
    sums: dict[tuple[int, str], SetAside] = {}
    for page in pages:
        for line in page.lines:
            if line.aside:
                entry = sums.setdefault((page.index, line.aside), SetAside(line.aside, 0, page.index + 1))
                entry.chars += visible(line.text)
                entry.text += ("\n" if entry.text else "") + line.text
    for hyphen in hyphens:
        entry = sums.setdefault((hyphen.page - 1, HYPHEN), SetAside(HYPHEN, 0, hyphen.page))
        entry.chars += 1
    return [sums[key] for key in sorted(sums)]
