"""What a run of documents holds, as a few byte strings that are the same on every database."""

from __future__ import annotations

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """The postings of neighbouring documents, little-endian.

    `terms` are in order, one per line. The places of term n are `positions[starts[n]:starts[n + 1]]` (uint32, counted
    from the first document of the run) with as many `weights` (uint16: how often, a word of the head four times).
    `lengths` holds a float32 per document.
    """

    terms: str
    starts: bytes
    positions: bytes
    weights: bytes
    lengths: bytes

    @property
    def words(self) -> list[str]:
        return self.terms.split("\n") if self.terms else []


def numbers(data: bytes) -> array[int]:
    """uint32 from bytes."""
    out = array("I")
    out.frombytes(data)
    return out
