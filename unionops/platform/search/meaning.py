"""Ranks documents by what they mean: brute force over the stored vectors of the scopes; loads numpy when used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from unionops.platform.search.models import Vectors

EXACT_UP_TO = 2_000  # vectors compared one by one; beyond that the signs make a short list first
SHORT_LIST = 400

Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Meanings:
    """The vectors of one scope: which document each belongs to, the vector, and its signs packed into bits."""

    positions: NDArray[np.int64]
    data: Halves
    signs: NDArray[np.uint8]


@lru_cache(maxsize=128)
def meanings(scope: int, edition: int, profile: str, newest: int) -> Meanings:
    """`newest` is the number of the last row, so that a scope that grew or was cleared up is read anew."""
    rows = Vectors.objects.filter(scope_id=scope, edition=edition, profile=profile).order_by("pk")
    positions = [np.frombuffer(bytes(row.positions), dtype="<u4") for row in rows]
    blocks = [np.frombuffer(bytes(row.data), dtype="<f2").reshape(row.count, -1) for row in rows]
    if not blocks:
        return Meanings(
            np.zeros(0, dtype=np.int64), np.zeros((0, 1), dtype=np.float16), np.zeros((0, 1), dtype=np.uint8)
        )
    data = np.concatenate(blocks)
    return Meanings(np.concatenate(positions).astype(np.int64), data, np.packbits(data > 0, axis=1))


def nearest(scopes: Sequence[Meanings], vector: Sequence[float], limit: int) -> list[tuple[int, int]]:
    """(place in `scopes`, position), nearest first; a document counts by its nearest window."""
    query = np.asarray(vector, dtype=np.float32)
    best: dict[tuple[int, int], float] = {}
    for place, held in enumerate(scopes):
        if held.data.shape[1] != len(query):
            continue
        rows = _short_list(held, query)
        near = held.data if len(rows) == len(held.data) else held.data[rows]
        scores = near.astype(np.float32) @ query
        for at in _first_windows(held.positions[rows], scores, limit):
            best[place, int(held.positions[rows[at]])] = float(scores[at])
    return sorted(best, key=lambda key: (-best[key], key))[:limit]


def _first_windows(positions: NDArray[np.int64], scores: NDArray[np.float32], limit: int) -> NDArray[np.int64]:
    """Where the nearest window of each of the `limit` nearest documents stands; of equals the earlier first."""
    order = np.lexsort((positions, -scores))
    _documents, first = np.unique(positions[order], return_index=True)
    return order[np.sort(first)[:limit]].astype(np.int64)


def _short_list(held: Meanings, query: NDArray[np.float32]) -> NDArray[np.int64]:
    if len(held.positions) <= EXACT_UP_TO:
        return np.arange(len(held.positions))
    apart = np.bitwise_count(held.signs ^ np.packbits(query > 0)).sum(axis=1)
    return np.argpartition(apart, SHORT_LIST)[:SHORT_LIST].astype(np.int64)
