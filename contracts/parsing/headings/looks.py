"""Headings that a file neither numbers nor declares: lines set apart by their look, ranked into two levels."""

from __future__ import annotations

from collections import Counter

from contracts.parsing.headings.titles import ITEM_START, is_titled, is_unlike
from contracts.parsing.lines import Line
from unionops.platform.core import lazy_re as re

FEWEST, LONGEST, LEVELS = 3, 80, 2
STOP = re.compile(r"[.;,:]$")

# Size, capitals, weight: what is larger ranks higher.
Look = tuple[float, bool, bool]
PLAIN: Look = (0.0, False, False)


def declare_by_look(flow: list[Line]) -> bool:
    """Mark the headings of the two highest looks as if the file had declared them; False when there are none."""
    looks = {index: _look(line) for index, line in enumerate(flow) if _may_head(flow, index)}
    heads = {i: look for i, look in looks.items() if not (looks.get(i - 1) == look and flow[i].gap < 1.6)}
    held = Counter(look for i, look in heads.items() if i + 1 < len(flow) and looks.get(i + 1) != look)
    whole = Counter(_look(line) for line in flow)
    ranked = sorted((x for x in held if held[x] >= FEWEST and whole[x] < FEWEST * held[x]), reverse=True)
    ranked += [PLAIN] if not ranked and held[PLAIN] >= FEWEST else []
    levels = {look: level for level, look in enumerate(ranked[:LEVELS], start=1)}
    for index, look in heads.items():
        flow[index].declared = levels.get(look, 0)
    return bool(levels)


def _look(line: Line) -> Look:
    return (round(2 * line.size) / 2, line.caps, line.bold) if line.bold or line.big or line.caps else PLAIN


def _may_head(flow: list[Line], index: int) -> bool:
    """A short line with text behind it that is no sentence and no item; one without a look of its own stands alone."""
    line, after = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    if after is None or line.row or not 2 < len(line.text) <= LONGEST or not line.text[0].isupper():
        return False
    if line.gap <= 1.1 or STOP.search(line.text) or ITEM_START.match(line.text) or is_unlike(line.text):
        return False
    if _look(line) != PLAIN:
        return sum(map(str.isalpha, line.text)) > 0.6 * len(line.text)
    apart = line.gap > 1.25 and (after.gap > 1.25 or line.centred)
    return apart and len(line.text) < 60 and line.x1 < 0.75 * line.right and is_titled(line.text)
