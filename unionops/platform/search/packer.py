"""Packs documents into runs and joins runs; loads numpy, so whoever writes the index imports it when needed."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unionops.platform.search.packing import Run
from unionops.platform.search.terms import WORD, speaking_words

HEAD_WEIGHT = 4
MOST_TIMES = 65535
SHIFT = np.uint64(32)

Keys = NDArray[np.uint64]
Whole = NDArray[np.int64]


class Numbers(dict[str, int]):
    """Word -> the number of its term, given in order of appearance; 0 for words that say nothing."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.term_of: Mapping[str, str] = speaking_words(language)
        self.terms = {"": 0}

    def __missing__(self, word: str) -> int:
        number = self[word] = self.terms.setdefault(self.term_of[word], len(self.terms))
        return number


@dataclass(frozen=True, slots=True)
class Postings:
    """Every (term number, document) pair once, in order, with its weight."""

    pairs: Keys
    weights: Whole
    terms: list[str]
    lengths: NDArray[np.float32]


def pack(texts: Sequence[tuple[str, str]], language: str) -> Run:
    """(head, body) of each document."""
    number = Numbers(language)
    heads = _tokens([head for head, _body in texts], number)
    bodies = _tokens([body for _head, body in texts], number)
    pairs = np.concatenate([heads, bodies])
    times = np.concatenate([np.full(len(heads), HEAD_WEIGHT), np.ones(len(bodies), dtype=np.int64)])
    lengths = np.bincount(_documents(pairs), weights=times, minlength=len(texts)).astype("<f4")
    pairs, where = np.unique(pairs, return_inverse=True)
    weights = np.bincount(where, weights=times, minlength=len(pairs)).astype(np.int64)
    return _run(Postings(pairs, weights, list(number.terms), lengths))


def _tokens(texts: Sequence[str], number: Numbers) -> Keys:
    """A pair for every word that says something."""
    found = array("I")
    counts = []
    for text in texts:
        before = len(found)
        found.extend(map(number.__getitem__, WORD.findall(text)))
        counts.append(len(found) - before)
    terms = np.frombuffer(found, dtype=np.uint32).astype(np.uint64)
    documents = np.repeat(np.arange(len(texts), dtype=np.uint64), counts)
    return ((terms << SHIFT) | documents)[terms > 0]


def _documents(pairs: Keys) -> Whole:
    return (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _run(found: Postings) -> Run:
    """Terms in order, each with its documents in order."""
    term, document = (found.pairs >> SHIFT).astype(np.int64), _documents(found.pairs)
    held = np.unique(term)
    ranked = sorted(held.tolist(), key=found.terms.__getitem__)
    rank = np.zeros(len(found.terms) + 1, dtype=np.int64)
    rank[ranked] = np.arange(len(ranked))
    order = np.argsort(rank[term], kind="stable")
    counts = np.bincount(rank[term], minlength=len(ranked)) if len(term) else np.zeros(0, dtype=np.int64)
    return Run(
        terms="\n".join(found.terms[number] for number in ranked),
        starts=np.concatenate([[0], np.cumsum(counts)]).astype("<u4").tobytes(),
        positions=document[order].astype("<u4").tobytes(),
        weights=np.minimum(found.weights[order], MOST_TIMES).astype("<u2").tobytes(),
        lengths=found.lengths.tobytes(),
    )


def joined(runs: Sequence[tuple[int, Run]], dead: Sequence[int] = ()) -> Run:
    """Neighbouring runs (each with the position of its first document) as one; what is dead loses its postings.

    Positions stay what they were.
    """
    first = runs[0][0]
    terms: dict[str, int] = {}
    pairs, weights = [], []
    for start, run in runs:
        pairs.append(_pairs(run, terms, start - first))
        weights.append(np.frombuffer(run.weights, dtype="<u2").astype(np.int64))
    lengths = np.concatenate([np.frombuffer(run.lengths, dtype="<f4") for _start, run in runs])
    alive = np.ones(len(lengths), dtype=np.bool_)
    alive[[position - first for position in dead if 0 <= position - first < len(lengths)]] = False
    every, times = np.concatenate(pairs), np.concatenate(weights)
    kept = alive[_documents(every)]
    order = np.argsort(every[kept], kind="stable")
    lengths = np.where(alive, lengths, np.float32(0))
    return _run(Postings(every[kept][order], times[kept][order], list(terms), lengths))


def _pairs(run: Run, terms: dict[str, int], shift: int) -> Keys:
    own = np.array([terms.setdefault(word, len(terms)) for word in run.words], dtype=np.uint64)
    starts = np.frombuffer(run.starts, dtype="<u4").astype(np.int64)
    term = np.repeat(own, starts[1:] - starts[:-1])
    return (term << SHIFT) | (np.frombuffer(run.positions, dtype="<u4").astype(np.uint64) + np.uint64(shift))
