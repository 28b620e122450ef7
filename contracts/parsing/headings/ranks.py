"""Two levels of headings that look alike: told apart by the contents, by what stands stacked, by titles that repeat."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from contracts.parsing.headings.chain import Candidate
from contracts.parsing.headings.titles import ITEM_START
from contracts.parsing.labels import looks_like_sentence
from contracts.parsing.lines import Line
from contracts.parsing.nodes import Node

FEWEST = 3


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def split_levels(flow: list[Line], heads: list[Node], listed: Iterable[str]) -> bool:
    """Set the inner ones of headings that the file declares alike one level lower; False where nothing tells."""
    inner = _unlisted(heads, set(listed)) or _repeated(heads)
    if not inner:
        return False
    top = flow[heads[0].index].declared
    for line in flow:
        line.declared += line.declared > top
    for node in inner:
        flow[node.index].declared = top + 1
    return True


def _unlisted(heads: list[Node], listed: set[str]) -> list[Node]:
    """The contents name the outer ones only."""
    outer = [node for node in heads if letters(node.title) in listed]
    inner = [node for node in heads if letters(node.title) not in listed]
    enough = min(len(outer), len(inner)) >= FEWEST and 2 * len(outer) >= len(listed)
    return inner if enough and outer[0] is heads[0] else []


def _repeated(heads: list[Node]) -> list[Node]:
    """Outer ones stand directly above another heading; inner ones ('Purpose', 'Procedure') come again and again."""
    often = Counter(letters(node.title) for node in heads)
    above = (a for a, b in itertools.pairwise(heads) if b.index == a.head_end + 1)
    stacked = {id(node) for node in above if often[letters(node.title)] == 1}
    again = [node for node in heads if often[letters(node.title)] > 1]
    others = [node for node in heads if id(node) not in stacked]
    if len(stacked) < FEWEST or id(heads[0]) not in stacked or len(others) < FEWEST:
        return []
    return again if len(again) >= 0.6 * len(others) else others


def outer_numbers(candidates: list[Candidate]) -> list[Candidate]:
    """Of numbers that count on two levels alike ('1. Hours / 1. Notice / 2. Limits / 2. Pay') those of the outer count.

    An outer one stands directly above a 1, or has the number that only the outer count can come to; [] where fewer
    than three stand so.
    """
    stacked = {a.index for a, b in itertools.pairwise(candidates) if b.index == a.index + 1 and b.key[0] == 1}
    outer: list[Candidate] = []
    inner = 0
    for candidate in candidates:
        next_one = candidate.key[0] == len(outer) + 1
        if next_one and (candidate.index in stacked or (outer and candidate.key[0] not in (1, inner + 1))):
            outer.append(candidate)
            inner = 0
        else:
            inner = candidate.key[0]
    held = sum(candidate.index in stacked for candidate in outer)
    return outer if held >= FEWEST and held >= 0.6 * len(outer) and outer[0] is candidates[0] else []


def above_restarts(flow: list[Line], chain: list[Candidate]) -> list[Candidate]:
    """Headings without a number above each 1 of a count that begins anew: the count is their inner level."""
    firsts = [c.index for n, c in enumerate(chain) if n == 0 or c.key <= chain[n - 1].key]
    above = [at - 1 for at in firsts if at and _heads(flow[at - 1], flow[at])]
    if len(firsts) < FEWEST or len(above) < 0.8 * len(firsts):
        return []
    return [Candidate(at, (n, ""), 2.0, "", flow[at].text.strip(), family="declared") for n, at in enumerate(above, 1)]


def _heads(line: Line, below: Line) -> bool:
    alike = line.bold >= below.bold and line.page == below.page and not line.row
    apart = line.bold or line.caps or line.centred or line.big or line.gap > 1.25
    titled = 2 < len(line.text) < 80 and line.text[:1].isupper() and not looks_like_sentence(line.text)
    return alike and apart and titled and not ITEM_START.match(line.text) and line.text[-1] not in ".;,:"
