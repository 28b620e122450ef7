"""BM25 over packed postings; the same arithmetic whatever database the bytes came from."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

K1, B = 1.2, 0.75
CONTEXT = 0.5


@dataclass(slots=True)
class Bench:
    """The scores of one scope while its terms are added."""

    documents: int
    total_length: float
    lengths: NDArray[np.float32]
    groups: NDArray[np.uint32] | None = None
    scores: NDArray[np.float64] = field(init=False)
    norms: NDArray[np.float64] = field(init=False)
    around: Bench | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        average = self.total_length / max(1, self.documents) or 1.0
        self.scores = np.zeros(len(self.lengths))
        self.norms = K1 * (1 - B + B * self.lengths.astype(np.float64) / average)
        if self.groups is not None and len(self.groups) == len(self.lengths):
            sums = np.bincount(self.groups, weights=self.lengths).astype(np.float32)
            self.around = Bench(len(sums), self.total_length, sums)

    def add(self, positions: NDArray[np.uint32], weights: NDArray[np.float32], factor: float = 1.0) -> None:
        """One term's places; its weight counts within this scope."""
        rarity = math.log(1 + (self.documents - len(positions) + 0.5) / (len(positions) + 0.5))
        weight = weights.astype(np.float64)
        self.scores[positions] += factor * rarity * weight * (K1 + 1) / (weight + self.norms[positions])
        if self.around is not None and self.groups is not None:
            sums = np.bincount(self.groups[positions], weights=weight, minlength=len(self.around.lengths))
            held = np.flatnonzero(sums)
            self.around.add(held.astype(np.uint32), sums[held].astype(np.float32), factor)

    def best(self, limit: int) -> list[tuple[int, float]]:
        """Positions and scores, best first; equal scores in reading order."""
        found = np.flatnonzero(self.scores > 0)
        if self.around is not None and self.groups is not None:
            self.scores[found] += CONTEXT * self.around.scores[self.groups[found]]
        if len(found) > limit * 4:
            floor = np.partition(self.scores[found], -limit)[-limit]
            found = found[self.scores[found] >= floor]
        order = np.lexsort((found, -np.round(self.scores[found], 9)))[:limit]
        return [(int(found[i]), float(self.scores[found[i]])) for i in order]


def unpack_positions(data: bytes | memoryview) -> NDArray[np.uint32]:
    return np.frombuffer(bytes(data), dtype="<u4")


def unpack_floats(data: bytes | memoryview) -> NDArray[np.float32]:
    return np.frombuffer(bytes(data), dtype="<f4")
