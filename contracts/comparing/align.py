"""Which clause of the old text is which of the new one, though renumbered, moved or reworded."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

SAME_LABEL_ENOUGH = 50.0
MOVED_ENOUGH = 75.0
TOO_SHORT = 30
LONGEST_COMPARED = 4000


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause as comparing sees it; `mark` is equal for equal words."""

    key: str
    label: str
    title: str
    text: str
    mark: str
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """`old` and `new` are positions; `similarity` is 0 to 100."""

    kind: str
    old: int | None
    new: int | None
    similarity: float


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Every clause of both texts exactly once, in the order of the new text with removed ones where they stood."""
    matched: dict[int, tuple[int, float]] = {}
    _exact(old, new, matched)
    _same_label(old, new, matched)
    _similar(old, new, matched)
    return _in_order(old, new, matched)


def _free(old: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> list[int]:
    used = {i for i, _ in matched.values()}
    return [i for i in range(len(old)) if i not in used]


def _exact(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> None:
    """Equal words: the same label first, else the one that follows most naturally."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(old):
        places[unit.mark].append(i)
    waiting = []
    for j, unit in enumerate(new):
        same = next((i for i in places[unit.mark] if old[i].label == unit.label), None)
        if same is None:
            waiting.append(j)
        else:
            places[unit.mark].remove(same)
            matched[j] = (same, 100.0)
    for j in waiting:
        rest = places[new[j].mark]
        if rest and (len(new[j].text) >= TOO_SHORT or (len(rest) == 1 and new[j].title)):
            matched[j] = (rest.pop(_nearest(rest, j, matched)), 100.0)


def _nearest(rest: list[int], j: int, matched: dict[int, tuple[int, float]]) -> int:
    """The candidate closest behind the old place of the clause before."""
    before = matched.get(j - 1, (rest[0] - 1, 0.0))[0]
    return min(range(len(rest)), key=lambda n: (abs(rest[n] - before - 1), n))


def _same_label(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> None:
    by_label: dict[str, list[int]] = defaultdict(list)
    for i in _free(old, matched):
        by_label[old[i].label].append(i)
    for j, unit in enumerate(new):
        if j in matched or not by_label[unit.label]:
            continue
        i = by_label[unit.label][0]
        score = similarity(old[i], unit)
        if score >= SAME_LABEL_ENOUGH or (old[i].title and old[i].title.casefold() == unit.title.casefold()):
            by_label[unit.label].pop(0)
            matched[j] = (i, score)


def _similar(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> None:
    """What is left, best pairs first."""
    olds = [i for i in _free(old, matched) if len(old[i].text) >= TOO_SHORT]
    news = [j for j in range(len(new)) if j not in matched and len(new[j].text) >= TOO_SHORT]
    if not olds or not news:
        return
    scores = process.cdist(
        [new[j].text[:LONGEST_COMPARED] for j in news],
        [old[i].text[:LONGEST_COMPARED] for i in olds],
        scorer=fuzz.ratio,
        score_cutoff=MOVED_ENOUGH,
        dtype=np.float32,
    )
    taken: set[int] = set()
    for at in np.argsort(-scores, axis=None, kind="stable"):
        row, column = divmod(int(at), len(olds))
        if scores[row, column] < MOVED_ENOUGH:
            break
        if news[row] not in matched and column not in taken:
            taken.add(column)
            matched[news[row]] = (olds[column], float(scores[row, column]))


def similarity(a: Unit, b: Unit) -> float:
    """Share of words that stay, 0 to 100."""
    return float(fuzz.ratio(a.text.split(), b.text.split()))


def _in_order(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> list[Pair]:
    kept = sorted(i for i, _ in matched.values())
    gone: dict[int, list[int]] = defaultdict(list)
    for i in _free(old, matched):
        at = bisect.bisect_left(kept, i)
        gone[kept[at - 1] if at else -1].append(i)
    pairs = [Pair("removed", i, None, 0.0) for i in gone[-1]]
    for j in range(len(new)):
        if j not in matched:
            pairs.append(Pair("added", None, j, 0.0))
            continue
        i, score = matched[j]
        pairs.append(Pair(_kind(old, new, i, j, matched), i, j, round(score, 1)))
        pairs += [Pair("removed", k, None, 0.0) for k in gone[i]]
    return pairs


def _kind(old: Sequence[Unit], new: Sequence[Unit], i: int, j: int, matched: dict[int, tuple[int, float]]) -> str:
    a, b = old[i], new[j]
    if a.mark != b.mark:
        return "changed"
    if a.label == b.label:
        return "unchanged"
    stayed = matched.get(b.parent, (None, 0.0))[0] == a.parent if b.parent is not None else a.parent is None
    return "renumbered" if stayed else "moved"
