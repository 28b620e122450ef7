"""BM25 over packed postings of many scopes at once; the same arithmetic whatever database the bytes came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

K1, B = 1.2, 0.75
CONTEXT = 0.5

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Blob = bytes | memoryview


@dataclass(frozen=True, slots=True)
class Part:
    """One scope as it is stored."""

    pk: int
    documents: int
    total_length: float
    lengths: Blob
    groups: Blob


@dataclass(frozen=True, slots=True)
class Places:
    """The postings of one term in one scope; `scope` is the position of its part."""

    scope: int
    positions: Blob
    weights: Blob


@dataclass(frozen=True, slots=True)
class Layer:
    """Documents, or the groups they stand in, of all scopes laid end to end."""

    counts: Floats
    norms: Floats
    scope_of: Whole


class Field:
    """What does not change from query to query: lengths and groups of a set of scopes."""

    def __init__(self, parts: Sequence[Part]) -> None:
        lengths = [_floats(part.lengths) for part in parts]
        self.offsets: Whole = np.cumsum([0, *map(len, lengths)])
        flat = np.concatenate(lengths) if lengths else np.zeros(0)
        averages = np.array([part.total_length / max(1, part.documents) or 1.0 for part in parts])
        counts = np.array([float(part.documents) for part in parts])
        self.documents = _layer(flat, counts, averages, [len(one) for one in lengths])
        self.group: Whole = _joined_groups(parts, lengths)
        self.groups = self._group_layer(parts, flat) if any(len(bytes(p.groups)) for p in parts) else None

    def _group_layer(self, parts: Sequence[Part], flat: Floats) -> Layer:
        sizes = [_group_count(self.group[a:b]) for a, b in zip(self.offsets, self.offsets[1:], strict=False)]
        sums = np.bincount(self.group, weights=flat, minlength=sum(sizes))
        averages = np.array([p.total_length / max(1, n) or 1.0 for p, n in zip(parts, sizes, strict=True)])
        return _layer(sums.astype(np.float64), np.array(sizes, dtype=np.float64), averages, sizes)

    def bench(self) -> Bench:
        return Bench(self)


class Bench:
    """The scores of one query while its terms are added."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.scores: Floats = np.zeros(len(field.documents.norms))
        self.context: Floats | None = np.zeros(len(field.groups.norms)) if field.groups else None

    def add(self, places: Sequence[Places], factor: float = 1.0) -> None:
        """One term's places in all scopes; how rare it is counts within each scope."""
        field = self.field
        found = [np.frombuffer(bytes(place.positions), dtype="<u4").astype(np.int64) for place in places]
        shift = np.repeat(field.offsets[[place.scope for place in places]], [len(one) for one in found])
        at = np.concatenate(found) + shift
        weight = np.concatenate([_floats(place.weights) for place in places])
        self.scores[at] += _gain(field.documents, at, weight, factor)
        if field.groups is not None and self.context is not None:
            sums = np.bincount(field.group[at], weights=weight, minlength=len(self.context))
            held = np.flatnonzero(sums)
            self.context[held] += _gain(field.groups, held, sums[held].astype(np.float64), factor)

    def best(self, limit: int) -> list[tuple[int, int, float]]:
        """(scope, position in it, score), best first; equal scores in reading order."""
        found = np.flatnonzero(self.scores > 0)
        scores = self.scores[found]
        if self.context is not None:
            scores = scores + CONTEXT * self.context[self.field.group[found]]
        if len(found) > limit:
            kept = scores >= np.partition(scores, -limit)[-limit] - 1e-9
            found, scores = found[kept], scores[kept]
        order = np.lexsort((found, -np.round(scores, 9)))[:limit]
        scopes = self.field.documents.scope_of[found[order]]
        places = found[order] - self.field.offsets[scopes]
        return [(int(s), int(p), float(scores[o])) for s, p, o in zip(scopes, places, order, strict=True)]


def _gain(layer: Layer, at: Whole, weight: Floats, factor: float) -> Floats:
    scopes = layer.scope_of[at]
    holding = np.bincount(scopes, minlength=len(layer.counts))
    rarity: Floats = np.log(1 + (layer.counts - holding + 0.5) / (holding + 0.5))
    gain: Floats = factor * rarity[scopes] * weight * (K1 + 1) / (weight + layer.norms[at])
    return gain


def _layer(lengths: Floats, counts: Floats, averages: Floats, sizes: Sequence[int]) -> Layer:
    scope_of: Whole = np.repeat(np.arange(len(sizes)), sizes)
    norms: Floats = K1 * (1 - B + B * lengths / averages[scope_of]) if len(sizes) else np.zeros(0)
    return Layer(counts, norms, scope_of)


def _joined_groups(parts: Sequence[Part], lengths: Sequence[Floats]) -> Whole:
    """Group numbers of all scopes, made distinct; a document without a group is one of its own."""
    out, start = [np.zeros(0, dtype=np.int64)], 0
    for part, own in zip(parts, lengths, strict=True):
        numbers = np.frombuffer(bytes(part.groups), dtype="<u4").astype(np.int64)
        numbers = numbers if len(numbers) == len(own) else np.arange(len(own))
        out.append(numbers + start)
        start += _group_count(numbers)
    return np.concatenate(out)


def _group_count(numbers: Whole) -> int:
    return int(numbers.max() - numbers.min()) + 1 if len(numbers) else 0


def _floats(data: Blob) -> Floats:
    return np.frombuffer(bytes(data), dtype="<f4").astype(np.float64)
