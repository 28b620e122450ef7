"""Two wordings compared word by word."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")


@dataclass(frozen=True)
class Piece:
    """`kind` is equal, removed or added."""

    kind: str
    text: str


def words(before: str, after: str) -> list[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            pieces.append(Piece("equal", "".join(old[step.src_start : step.src_end])))
            continue
        if step.src_end > step.src_start:
            pieces.append(Piece("removed", "".join(old[step.src_start : step.src_end])))
        if step.dest_end > step.dest_start:
            pieces.append(Piece("added", "".join(new[step.dest_start : step.dest_end])))
    return pieces


def share_changed(before: str, after: str) -> float:
    """0 when nothing changed, 1 when no word is left."""
    old, new = before.split(), after.split()
    return 0.0 if old == new else round(1 - LCSseq.normalized_similarity(old, new), 2)
