"""Line numbers printed beside the text: on every line, or on some of them only."""

from __future__ import annotations

import itertools
from collections import Counter

from contracts.parsing.lines import Line, Page
from unionops.platform.core import lazy_re as re

LINE_NUMBER = "line_number"
MARGIN_NUMBER = re.compile(r"^(\d{1,4})(?:\s+(?=\S)|\s*$)")
# Numbers in the margin: how far left of the text they stand at least, their steps, and how many a page must have.
MARGIN, STEPS, FEWEST_STEPS = 5.0, (2, 3, 4, 5, 10), 3
SHORT = 99
NUMBERED_LINE = re.compile(r"^(\d{1,2})(?:\s+(?=\S)|\s*$)")


def mark_line_numbers(pages: list[Page]) -> None:
    """Printed line numbers down the left edge: cut them off where most lines of a page count upwards."""
    _mark_alone(pages)
    _cut_in_steps(pages)
    counting = [_numbers(page)[0] for page in pages if _counts_up(page)]
    # Codes and years have three or four digits from the first on; line numbers come to them.
    if len(counting) < max(2, 0.3 * len(pages)) or counting[0] > SHORT:
        return
    for page in pages:
        if _counts_up(page) or _mostly_numbered(page):
            number = MARGIN_NUMBER if max(_numbers(page)) > SHORT else NUMBERED_LINE
            page.lines = [piece for line in page.lines for piece in _without_number(line, number)]
            page.seal()


def _mark_alone(pages: list[Page]) -> None:
    """Line numbers that a converter set on lines of their own, between those of the text."""
    counting = {id(page): found for page in pages if (found := _alone(page))}
    if len(counting) >= max(2, 0.3 * len(pages)):
        for page in pages:
            for line in counting.get(id(page), []):
                line.aside = LINE_NUMBER


def _alone(page: Page) -> list[Line]:
    """The lines of nothing but a number, if there are many and they count up by one."""
    lines = [line for line in page.lines if line.text.isdecimal() and len(line.text) < 3]
    steps = sum(int(b.text) == int(a.text) + 1 for a, b in itertools.pairwise(lines))
    many = len(lines) >= 8 and 3 * len(lines) >= len(page.lines)
    return lines if many and steps >= 0.85 * (len(lines) - 1) else []


def _cut_in_steps(pages: list[Page]) -> None:
    """Numbers left of the text on every second, fifth or tenth line only: what stands there says nothing else."""
    edges = [_edge(page) for page in pages]
    steps = [_step(_outside(page, edge), _pitch(page)) for page, edge in zip(pages, edges, strict=True)]
    step, count = Counter(filter(None, steps)).most_common(1)[0] if any(steps) else (0, 0)
    if count < max(2, 0.3 * len(pages)):
        return
    usual = Counter(edges).most_common(1)[0][0]
    for page, edge in zip(pages, edges, strict=True):
        left = _outside(page, edge or usual)
        if left and all(number % step == 0 for _line, number in left):
            held = {id(line) for line, _number in left}
            page.lines = [piece for line in page.lines for piece in _without_margin(line, held)]
            page.seal()


def _without_margin(line: Line, held: set[int]) -> list[Line]:
    return _without_number(line, MARGIN_NUMBER) if id(line) in held else [line]


def _edge(page: Page) -> float:
    """Where lines begin that have no number before them; 0 where none do."""
    begun = Counter(round(line.x0) for line in page.lines if not MARGIN_NUMBER.match(line.text))
    return min((x for x, count in begun.items() if count >= max(2, 0.1 * len(page.lines))), default=0)


def _outside(page: Page, edge: float) -> list[tuple[Line, int]]:
    """The lines that begin left of the text with their numbers; none if one of them has no number."""
    left = [line for line in page.lines if line.x0 < edge - MARGIN]
    found = [(line, int(m[1])) for line in left if not line.row and (m := MARGIN_NUMBER.match(line.text))]
    return found if len(found) == len(left) else []


def _pitch(page: Page) -> float:
    """From one line to the next within a paragraph."""
    gaps = sorted(b.y - a.y for a, b in itertools.pairwise(page.lines) if b.y > a.y)
    return gaps[len(gaps) // 4] if gaps else 0


def _step(left: list[tuple[Line, int]], pitch: float) -> int:
    """By how much the numbers go up, always the same and by as many lines; 0 if they do not: '5 years', '10 years'."""
    numbers = [number for _line, number in left]
    step = numbers[1] - numbers[0] if len(numbers) >= FEWEST_STEPS else 0
    alike = step in STEPS and numbers[0] % step == 0 and all(b - a == step for a, b in itertools.pairwise(numbers))
    apart = all(b.y - a.y >= 0.9 * step * pitch for (a, _n), (b, _m) in itertools.pairwise(left))
    return step if alike and apart else 0


def _numbers(page: Page) -> list[int]:
    return [int(m[1]) for line in page.lines if not line.row and (m := MARGIN_NUMBER.match(line.text))]


SKIPPED = 3  # blank lines that have a number of their own


def _counts_up(page: Page) -> bool:
    numbers = _numbers(page)
    return len(numbers) >= 8 and len(numbers) >= 0.7 * len(page.lines) and _in_steps(numbers)


def _in_steps(numbers: list[int]) -> bool:
    steps = sum(a < b <= a + 1 + SKIPPED for a, b in itertools.pairwise(numbers))
    return steps >= 0.85 * (len(numbers) - 1)


def _mostly_numbered(page: Page) -> bool:
    """A page with few lines, in a document whose pages are numbered: those of its head and foot are not."""
    numbers = _numbers(page)
    return len(page.lines) >= 2 and len(numbers) >= (0.5 if _in_steps(numbers) else 0.7) * len(page.lines)


def _without_number(line: Line, number: re.Pattern[str]) -> list[Line]:
    match = None if line.row else number.match(line.text)
    if not match:
        return [line]
    printed = Line(text=match[1], x0=line.x0, x1=line.x0 + 12, y=line.y, size=line.size, aside=LINE_NUMBER)
    rest = line.text[match.end() :].strip()
    if not rest:
        return [printed]
    line.text, line.x0, line.bold_to = rest, line.x0 + 18, max(0, line.bold_to - match.end())
    return [printed, line]
