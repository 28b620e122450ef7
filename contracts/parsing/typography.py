"""The body of the document as one flow of lines, each knowing how it looks beside its neighbours."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from contracts.parsing.labels import capital_share
from contracts.parsing.lines import Line, Page

SENTENCE_END = re.compile(r"[.:;!?)\]”\"]$")
NEW_PAGE_GAP = 9.0
TOP_OF_COLUMN = -2.0
FEW = 8


def body_flow(pages: list[Page]) -> list[Line]:
    """All lines that are not set aside, in reading order, with gap, indent, centring and size filled in."""
    body = _body_size(pages)
    flow: list[Line] = []
    for page in pages:
        lines = [line for line in page.lines if not line.aside]
        if lines:
            _describe(page, lines, body)
            flow += lines
    return flow


def _body_size(pages: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            if not line.aside:
                sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _left_edge(lines: list[Line]) -> float:
    starts = Counter(round(line.x0) for line in lines)
    common = [x for x, count in starts.items() if count >= max(2, 0.1 * len(lines))]
    return min(common or starts)


def _usual_step(lines: list[Line], typeset: bool) -> float:
    """The lower third of the steps on typeset pages; in plain text blank lines are common, so the lower eighth."""
    share = 3 if typeset else 8
    steps = sorted(b.y - a.y for a, b in itertools.pairwise(lines) if 2 < b.y - a.y < 40)
    return steps[len(steps) // share] if steps else 12.0


def _describe(page: Page, lines: list[Line], body: float) -> None:
    step = _usual_step(lines, page.typeset)
    for part, whole in _parts(page, lines):
        _place(part, whole, page.typeset)
    before: Line | None = None
    for line in lines:
        line.big = line.size > body * 1.04
        line.caps = capital_share(line.text) > 0.85
        gap = NEW_PAGE_GAP if before is None else 2.0 if line.block else (line.y - before.y) / step
        line.gap = NEW_PAGE_GAP if gap < TOP_OF_COLUMN else gap
        before = line


def _parts(page: Page, lines: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Lines with those that show their edges: on a page of two columns each column by itself."""
    if not (page.typeset and page.columns):
        return [(lines, lines)]
    middle = (min(line.x0 for line in lines) + max(line.x1 for line in lines)) / 2
    left = [line for line in lines if line.x1 <= middle]
    right = [line for line in lines if line.x0 >= middle]
    if min(len(left), len(right)) < FEW:
        return [(lines, lines)]
    apart = {id(line) for line in (*left, *right)}
    return [(left, left), (right, right), ([line for line in lines if id(line) not in apart], lines)]


def _place(lines: list[Line], whole: list[Line], typeset: bool) -> None:
    """Where each line stands between the edges that the whole of them show."""
    left = _left_edge(whole)
    right = sorted(line.x1 for line in whole)[int(0.9 * (len(whole) - 1))]
    right = right if typeset else max(right, left + 360)
    inset, middle, near = left + 0.08 * (right - left), left + right, 0.08 * (right - left)
    for line in lines:
        line.right, line.indent = right, line.x0 - left
        line.centred = line.x0 > inset and abs(line.x0 + line.x1 - middle) < near


def heading_score(flow: list[Line], index: int) -> float:
    """How much a line looks like a heading: bold, big, centred, after a gap, in capitals, not inside a sentence."""
    line = flow[index]
    score = 1.5 * line.bold + 1.0 * (line.bold_start and not line.bold) + 1.0 * line.big + 1.2 * line.centred
    score += 1.0 * (line.gap > 1.25) + 0.8 * line.caps + 1.0 * (line.declared > 0)
    if index and _continues(flow[index - 1], line):
        score -= 1.5
    return score - 2.0 * line.hyphen


def _continues(before: Line, line: Line) -> bool:
    """The line before breaks off in the middle of a sentence."""
    ended = SENTENCE_END.search(before.text) is not None
    return not ended and before.page == line.page and line.gap < 1.25 and not before.bold and not before.declared
