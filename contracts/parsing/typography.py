"""The body of the document as one flow of lines, each knowing how it looks beside its neighbours."""

from __future__ import annotations

import itertools
from collections import Counter

from contracts.parsing.labels import capital_share
from contracts.parsing.lines import Line, Page
from unionops.platform.core import lazy_re as re

SENTENCE_END = re.compile(r"[.:;!?)\]”\"]$")
CAPITAL_FIRST = re.compile(r"^[\W\d_]*[A-ZÀ-Ý]")
# Words that need one after them.
HANGING = re.compile(
    r"(?:^|\s)(in|under|of|and|or|to|with|by|per|see|from|for|at|on|as|than|through|until|upon|if|unless|except|but|not|"
    r"this|that|the|(?-i:a)|an|any|all|each|no|such|its|their|be|is|are|was|were|has|have|shall|will|may|must|which|who|article|"
    r"section|en|del?|la|el|los|las|y|con|por|para|que|du|à|et|les?|des|dans|pour|par|qui)$|,$",
    re.I,
)
NEW_PAGE_GAP = 9.0
LEADING = 1.5
TOP_OF_COLUMN = -2.0
FEW = 8
# In text without type: ten blanks in, starting two characters apart, the middles at most one apart.
INSET, APART, ONE_OFF = 60.0, 12.0, 6.0


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


def _usual_step(page: Page, lines: list[Line]) -> float:
    """The lower third of the steps on typeset pages; in plain text blank lines are common, so the lower eighth.

    Where few lines of a typeset page reach across it, most steps lead to a new paragraph.
    """
    share = 3 if page.typeset else 8
    steps = sorted(b.y - a.y for a, b in itertools.pairwise(lines) if 2 < b.y - a.y < 40)
    step = steps[len(steps) // share] if steps else 12.0
    if not page.typeset or page.columns or sum(line.x1 > 0.75 * page.width for line in lines) >= 0.3 * len(lines):
        return step
    return min(step, LEADING * lines[0].size)


def _describe(page: Page, lines: list[Line], body: float) -> None:
    step = _usual_step(page, lines)
    for part, whole in _parts(page, lines):
        _place(part, whole, page.typeset)
    if not page.typeset:
        _mark_sharing_middle(lines)
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


def _mark_sharing_middle(lines: list[Line]) -> None:
    """Lines of text set to one middle, one below the other, are centred, wherever the edge of the page may be."""
    for above, below in itertools.pairwise(lines):
        inset = min(above.indent, below.indent) >= INSET and abs(above.x0 - below.x0) >= APART
        if inset and abs(above.x0 + above.x1 - below.x0 - below.x1) <= 2 * ONE_OFF:
            above.centred = below.centred = True


def heading_score(flow: list[Line], index: int) -> float:
    """How much a line looks like a heading: bold, big, centred, after a gap, in capitals, not inside a sentence."""
    return begins_score(flow, index) - 2.0 * flow[index].hyphen


def begins_score(flow: list[Line], index: int, apart: bool = False) -> float:
    """The same for a label whose text runs on behind it: that line may end in the middle of a word.

    `apart` says that the line before cannot break off into this one.
    """
    line = flow[index]
    score = 1.5 * line.bold + 1.0 * (line.bold_start and not line.bold) + 1.0 * line.big + 1.2 * line.centred
    score += 1.0 * (line.gap > 1.25) + 0.8 * line.caps + 1.0 * (line.declared > 0)
    return score - 1.5 * (not apart and continues(flow, index))


def continues(flow: list[Line], index: int) -> bool:
    """The line before breaks off in the middle of a sentence; one that stops short like a title does not."""
    if not index:
        return False
    before, line = flow[index - 1], flow[index]
    if before.page != line.page or line.gap >= 1.25 or before.bold or before.declared or before.row:
        return False
    return SENTENCE_END.search(before.text) is None and not _stops_short(before)


def _stops_short(line: Line) -> bool:
    """'RECOGNITION' or 'Dues checkoff' above a line of text: it leaves room and its last word needs none after it."""
    short = line.centred or line.x1 < 0.6 * line.right
    begins = CAPITAL_FIRST.match(line.text) is not None
    return short and begins and HANGING.search(line.text) is None
