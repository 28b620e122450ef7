"""Rows that follow each other become a node of their own, with the caption above them as its title."""

from __future__ import annotations

from collections.abc import Iterator

from contracts.parsing.headings.titles import tidy
from contracts.parsing.lines import Line
from contracts.parsing.nodes import TABLE, Node

FEWEST_ROWS, NOTES, CAPTION = 3, 6, 90

Block = tuple[int, int]


def add_tables(flow: list[Line], tops: list[Node]) -> None:
    """Hang the tables that end a clause's own words below it; one with text behind it stays inside that text."""
    ordered = list(_walk(tops))
    stops = [node.index for node in ordered[1:]] + [len(flow)]
    for node, stop in zip(ordered, stops, strict=True):
        found = _closing(flow, _blocks(flow, node.head_end + 1, stop), stop)
        if found and (node.level != TABLE or len(found) > 1):
            before = node.head_end + 1
            made = []
            for start, end in found:
                made.append(_node(flow, start, before, node))
                before = end
            node.children = made + node.children


def _walk(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _blocks(flow: list[Line], start: int, stop: int) -> list[Block]:
    """Runs of rows, from the first to behind the last."""
    out: list[Block] = []
    first = -1
    for index in range(start, stop + 1):
        row = index < stop and flow[index].row
        if row and first < 0:
            first = index
        elif not row and first >= 0:
            if index - first >= FEWEST_ROWS and sum("\t" in line.text for line in flow[first:index]) > 1:
                out.append((first, index))
            first = -1
    return out


def _closing(flow: list[Line], blocks: list[Block], stop: int) -> list[Block]:
    """The tables at the end, with no more than captions and notes between them and behind them."""
    out: list[Block] = []
    after = stop
    if not blocks or _chars(flow, blocks[-1][1], stop) > max(2 * CAPTION, 0.4 * _chars(flow, *blocks[-1])):
        return []
    for start, end in reversed(blocks):
        if after != stop and after - end > NOTES:
            break
        out.append((start, end))
        after = start
    return out[::-1]


def _chars(flow: list[Line], start: int, stop: int) -> int:
    return sum(len(line.text) for line in flow[start:stop])


def _node(flow: list[Line], start: int, before: int, parent: Node) -> Node:
    """The table begins with its caption: up to two short lines above it, set apart by their look or by a gap."""
    at = start
    while at > max(before, start - 2) and _captions(flow[at - 1]):
        at -= 1
    title = tidy(" ".join(line.text.strip() for line in flow[at:start]))
    named = title or " · ".join(cell for cell in flow[start].text.split("\t") if cell)
    return Node(
        TABLE, at, start - 1, title=named[:120].strip(), run_in=False, depth=parent.depth + 1, score=1.5, key=None
    )


def _captions(line: Line) -> bool:
    apart = line.bold or line.caps or line.centred or line.declared > 0 or line.gap > 1.25
    return not line.row and apart and len(line.text) <= CAPTION and line.text.rstrip()[-1:] not in ".;,"
