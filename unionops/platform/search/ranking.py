"""BM25 over the unpacked postings of many scopes at once; the same arithmetic whatever database the bytes came from."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from unionops.platform.search.packing import Run

K1, B = 1.6, 0.9
FEW = 4.0  # a word of one place tells little more than one of two: stories are full of words that stand once
MOST_KEPT = 4_000_000  # places of terms kept ready per field
TOP = 0x10FFFF

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


class Shelf:
    """One scope unpacked: where each term stands in it, and how often."""

    def __init__(self, documents: int, total_length: float, dead: bytes, runs: Sequence[tuple[int, Run]]) -> None:
        self.documents, self.total_length = documents, total_length
        size = max((first + len(run.lengths) // 4 for first, run in runs), default=0)
        self.lengths: Floats = np.zeros(size)
        self.alive: NDArray[np.bool_] | None = None
        self.runs = [self._take(first, run) for first, run in sorted(runs, key=lambda pair: pair[0])]
        if dead:
            self.alive = np.ones(size, dtype=np.bool_)
            self.alive[np.frombuffer(dead, dtype="<u4")] = False
            self.lengths[~self.alive] = 0.0

    def _take(self, first: int, run: Run) -> _Unpacked:
        lengths = np.frombuffer(run.lengths, dtype="<f4")
        self.lengths[first : first + len(lengths)] = lengths
        words = run.words
        return _Unpacked(
            first,
            dict(zip(words, range(len(words)), strict=True)),
            np.frombuffer(run.starts, dtype="<u4"),
            np.frombuffer(run.positions, dtype="<u4"),
            np.frombuffer(run.weights, dtype="<u2"),
        )

    def places(self, term: str) -> tuple[Whole, Floats]:
        """(positions, weights) of a term in reading order."""
        found = [pair for run in self.runs if (pair := run.places(term)) is not None]
        if not found:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        at = found[0][0] if len(found) == 1 else np.concatenate([positions for positions, _w in found])
        weight = found[0][1] if len(found) == 1 else np.concatenate([weights for _p, weights in found])
        if self.alive is not None:
            kept = self.alive[at]
            at, weight = at[kept], weight[kept]
        return at, weight

    def holding(self, term: str) -> int:
        """In how many documents a term stands."""
        return sum(run.holding(term) for run in self.runs) if self.alive is None else len(self.places(term)[0])


class _Unpacked(NamedTuple):
    first: int
    words: dict[str, int]
    starts: NDArray[np.uint32]
    positions: NDArray[np.uint32]
    weights: NDArray[np.uint16]

    def holding(self, term: str) -> int:
        n = self.words.get(term)
        return 0 if n is None else int(self.starts[n + 1]) - int(self.starts[n])

    def places(self, term: str) -> tuple[Whole, Floats] | None:
        n = self.words.get(term)
        if n is None:
            return None
        inside = slice(int(self.starts[n]), int(self.starts[n + 1]))
        return self.positions[inside].astype(np.int64) + self.first, self.weights[inside].astype(np.float64)


class Gain(NamedTuple):
    """What one term adds to the documents it stands in."""

    at: Whole
    gain: Floats


@dataclass(slots=True)
class Field:
    """A set of scopes laid end to end; what a term adds is worked out once and kept."""

    shelves: list[Shelf]
    offsets: Whole = field(init=False)
    counts: Floats = field(init=False)
    norms: Floats = field(init=False)
    scope_of: Whole = field(init=False)
    kept: dict[str, Gain] = field(default_factory=dict)
    room: int = MOST_KEPT
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        sizes = [len(shelf.lengths) for shelf in self.shelves]
        self.offsets = np.cumsum([0, *sizes])
        flat = np.concatenate([shelf.lengths for shelf in self.shelves]) if sizes else np.zeros(0)
        self.counts = np.array([float(shelf.documents) for shelf in self.shelves])
        averages = np.array([shelf.total_length / max(1, shelf.documents) or 1.0 for shelf in self.shelves])
        self.scope_of = np.repeat(np.arange(len(sizes)), sizes)
        self.norms = K1 * (1 - B + B * flat / averages[self.scope_of]) if sizes else np.zeros(0)

    def gain(self, term: str) -> Gain:
        found = self.kept.get(term)
        if found is None:
            found = self._worked_out(term)
            self.room -= len(found.at) + 16
            if self.room < 0:
                self.kept, self.room = {}, MOST_KEPT
            self.kept[term] = found
        return found

    def _worked_out(self, term: str) -> Gain:
        pairs = [shelf.places(term) for shelf in self.shelves]
        at = np.concatenate([places + start for (places, _w), start in zip(pairs, self.offsets, strict=False)])
        weight = np.concatenate([weights for _p, weights in pairs])
        scopes = self.scope_of[at]
        holding = np.bincount(scopes, minlength=len(self.counts))
        rarity: Floats = np.log(1 + (self.counts - holding + 0.5) / (holding + FEW))
        return Gain(at, rarity[scopes] * weight * (K1 + 1) / (weight + self.norms[at]))

    def rarity(self, term: str) -> float:
        """How much a term tells; nothing when no document holds it."""
        size = max(1, self.documents())
        found = self.holding(term)
        return math.log(1 + (size - found + 0.5) / (found + 0.5)) if found else 0.0

    def documents(self) -> int:
        return sum(shelf.documents for shelf in self.shelves)

    def holding(self, term: str) -> int:
        """In how many documents it stands."""
        return sum(shelf.holding(term) for shelf in self.shelves)

    def holds(self, term: str) -> bool:
        return term in self.kept or any(term in run.words for shelf in self.shelves for run in shelf.runs)

    def vocabulary(self) -> list[str]:
        """All terms in order."""
        if not self.words:
            self.words = sorted({word for shelf in self.shelves for run in shelf.runs for word in run.words})
        return self.words

    def begins_with(self, start: str, most: int) -> list[str]:
        words = self.vocabulary()
        return words[bisect_left(words, start) : bisect_left(words, start + chr(TOP))][:most]

    def nearly(self, term: str) -> list[str]:
        """One wrong letter in a word of four or more, two in a word of eight or more; the first letter is right."""
        if len(term) < 4 or term.isdigit():
            return []
        allowed = 2 if len(term) >= 8 else 1
        near = self.begins_with(term[0], len(self.vocabulary()))
        found = process.extract(term, near, scorer=OSA.distance, score_cutoff=allowed, limit=None, processor=None)
        return sorted(word for word, _distance, _at in found)


class Bench:
    """The scores of one query while its terms are added."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.scores: Floats = np.zeros(len(field.norms))

    def add(self, ways: Sequence[tuple[Sequence[str], float]]) -> None:
        """What is looked for, by every way (terms, worth) to say it; how rare a term is counts within each scope.

        In each document it counts once, by the way that tells most there; a way of several terms counts where all
        of them stand.
        """
        _add(self.scores, [([self.field.gain(term) for term in terms], worth) for terms, worth in ways])

    def only_with(self, terms: set[str]) -> None:
        """Leave nothing but the documents that hold all of the terms."""
        for term in terms:
            inside = np.zeros(len(self.scores), dtype=np.bool_)
            inside[self.field.gain(term).at] = True
            self.scores[~inside] = 0.0

    def best(self, limit: int) -> list[tuple[int, int, float]]:
        """(scope, position in it, score), best first; equal scores in reading order."""
        found = np.flatnonzero(self.scores > 0)
        scores = self.scores[found]
        if len(found) > limit:
            kept = scores >= np.partition(scores, -limit)[-limit] - 1e-9
            found, scores = found[kept], scores[kept]
        order = np.lexsort((found, -np.round(scores, 9)))[:limit]
        scopes = self.field.scope_of[found[order]]
        places = found[order] - self.field.offsets[scopes]
        return [(int(s), int(p), float(scores[o])) for s, p, o in zip(scopes, places, order, strict=True)]


def _add(scores: Floats, ways: Sequence[tuple[Sequence[Gain], float]]) -> None:
    """Add the best of the ways; one of several terms is worth their mean, where all of them stand."""
    if len(ways) == 1 and len(ways[0][0]) == 1:
        [([(at, gain)], worth)] = ways
        scores[at] += worth * gain
        return
    best = np.zeros_like(scores)
    for parts, worth in ways:
        at, gain = parts[0] if len(parts) == 1 else _together(parts, len(scores))
        best[at] = np.maximum(best[at], worth * gain)
    scores += best


def _together(parts: Sequence[Gain], size: int) -> Gain:
    sums, times = np.zeros(size), np.zeros(size, dtype=np.int64)
    for at, gain in parts:
        sums[at] += gain
        times[at] += 1
    everywhere = np.flatnonzero(times == len(parts))
    return Gain(everywhere, sums[everywhere] / len(parts))
