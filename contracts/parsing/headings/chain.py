"""The best increasing run of numbered headings: jumps cost, a restart at one costs more, false ones fall out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from contracts.parsing.labels import Key

WINDOW = 600
MOST_STEPS = 3_000_000


@dataclass(slots=True)
class Candidate:
    """A line that may be a heading."""

    index: int
    key: Key
    score: float
    label: str
    rest: str
    keyword: str = ""
    repaired: bool = False
    family: str = field(default="")


def total(candidates: Sequence[Candidate], chosen: Sequence[int]) -> float:
    return sum(candidates[i].score for i in chosen)


def best_chain(
    candidates: Sequence[Candidate], *, jump: float = 0.6, start: float = 0.4, restart: float | None = None
) -> list[int]:
    """Dynamic programme over the candidates in reading order; answers their positions.

    A step from 3 to 6 costs two jumps; beginning at 4 costs three starts; going back to 1 costs `restart`
    when that is allowed at all. Looks back at most WINDOW candidates, and at fewer where there are more than any
    agreement has, so that hostile input stays linear.
    """
    best: list[float] = []
    before: list[int] = []
    step = _usual_step(candidates)
    window = max(16, min(WINDOW, MOST_STEPS // max(1, len(candidates))))
    for i, candidate in enumerate(candidates):
        score, link = candidate.score - start * min(6, candidate.key[0] // step - 1), -1
        for j in range(max(0, i - window), i):
            cost = _step_cost(candidates[j].key, candidate.key, jump / step, restart)
            if cost is not None and best[j] + candidate.score - cost > score:
                score, link = best[j] + candidate.score - cost, j
        best.append(score)
        before.append(link)
    return _walk_back(best, before)


def _usual_step(candidates: Sequence[Candidate]) -> int:
    """1, or 10 or 100 where most numbers are counted so (100, 110, 120, 125; 100, 200, 300)."""
    for step in (100, 10):
        counted = sum(candidate.key[0] % step == 0 for candidate in candidates)
        if len(candidates) >= 4 and counted > 0.5 * len(candidates):
            return step
    return 1


def _step_cost(a: Key, b: Key, jump: float, restart: float | None) -> float | None:
    if a < b:
        return jump * max(0, b[0] - a[0] - 1)
    if restart is not None and b[0] == 1:
        return restart
    return None


def _walk_back(best: list[float], before: list[int]) -> list[int]:
    if not best:
        return []
    at = max(range(len(best)), key=best.__getitem__)
    chosen = []
    while at != -1:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]
