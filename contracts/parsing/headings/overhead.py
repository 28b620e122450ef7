"""Headings that stand above the label of an article: its title, or the name of a group of articles."""

from __future__ import annotations

import itertools

from contracts.parsing.headings.candidates import CONTAINER, NAMES_THE_WHOLE
from contracts.parsing.headings.titles import is_titled, starts_unit, tidy
from contracts.parsing.lines import Line
from contracts.parsing.nodes import OTHER, Node

LONGEST, MOST = 120, 0.6


def take_headings_above(flow: list[Line], articles: list[Node]) -> list[Node]:
    """Give articles the title that is set above their label; answers headings over several articles as divisions.

    What the file declares as a heading is none of the text before it. A line that only looks like one counts where
    most articles have such a line above them and no title of their own.
    """
    bare = [node for node in articles if node.label and not node.title]
    looks = sum(_looks(flow, node.index - 1) for node in bare) >= MOST * max(2, len(articles))
    groups: list[Node] = []
    for node, after in itertools.zip_longest(articles, articles[1:]):
        run = _run_above(flow, node.index, looks)
        alone = after is None or bool(_run_above(flow, after.index, looks))
        if run and alone and node.label and not node.title and not CONTAINER.match(flow[run[-1]].text):
            node.index = run.pop()
            node.title = tidy(flow[node.index].text)
        groups += [Node(OTHER, i, i, title=tidy(flow[i].text), is_division=True) for i in run if flow[i].declared]
    return groups


def _run_above(flow: list[Line], label: int, looks: bool) -> list[int]:
    """The headings directly above a label, in reading order; one at most where only the look tells."""
    start = label
    while start > 0 and flow[start - 1].declared and _names(flow[start - 1]):
        start -= 1
    return list(range(start, label)) or [label - 1] * (looks and _looks(flow, label - 1))


def _looks(flow: list[Line], index: int) -> bool:
    line = flow[index] if index >= 0 else None
    return line is not None and (line.bold or line.centred) and is_titled(line.text) and _names(line)


def _names(line: Line) -> bool:
    if NAMES_THE_WHOLE.search(line.text):
        return False
    return len(line.text) <= LONGEST and (CONTAINER.match(line.text) is not None or not starts_unit(line.text))
