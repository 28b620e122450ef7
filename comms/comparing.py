"""Two wordings compared word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")


@dataclass(frozen=True)
class Piece:
    """`kind` is equal, removed or added."""

    kind: str
    text: str


def words(before: str, after: str) -> list[Piece]:
    """Changes with nothing but blanks between them count as one."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    removed = added = ""
    for is_equal, was, now in _runs(old, new):
        if not is_equal or ((removed or added) and not was.strip() and "\n" not in was):
            removed, added = removed + was, added + now
            continue
        pieces += _change(removed, added)
        pieces.append(Piece("equal", was))
        removed = added = ""
    return pieces + _change(removed, added)


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[bool, str, str]]:
    for step in LCSseq.opcodes(old, new):
        was, now = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        yield step.tag == "equal", "".join(was), "".join(now)


def _change(removed: str, added: str) -> list[Piece]:
    """A blank that ended both sides stands behind them."""
    tail = re.search(r"\s*$", removed)
    blank = tail.group() if tail and added.endswith(tail.group()) else ""
    cut = len(blank) or None
    sides = [("removed", removed[: -cut if cut else None]), ("added", added[: -cut if cut else None])]
    return [Piece(kind, text) for kind, text in [*sides, ("equal", blank)] if text]
