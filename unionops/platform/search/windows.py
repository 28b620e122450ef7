"""Cuts documents into windows short enough for an embedding model, each with its heading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

WORDS, OVERLAP = 160, 30
MOST_CHARS = 2000


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of the document at a position; equal texts have equal prints."""

    position: int
    text: str

    @property
    def print(self) -> bytes:
        return hashlib.blake2b(self.text.encode(), digest_size=16).digest()


def windows(position: int, head: str, body: str) -> Iterator[Window]:
    """At least one window of every document that holds a word."""
    words = body.split()
    for start in range(0, max(1, len(words) - OVERLAP), WORDS - OVERLAP):
        text = "\n".join(part for part in (head, " ".join(words[start : start + WORDS])) if part)[:MOST_CHARS]
        if text.strip():
            yield Window(position, text)
