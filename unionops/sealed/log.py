"""SQLite's log of changes (`-wal`): was something of it damaged that had been saved for good?

SQLite itself stops reading at the first frame that does not add up and forgets what follows without a word. That is
right for the last change, which a power cut may have torn. A frame that does not add up *before* a later change was
begun had been on the disk already. Format: https://sqlite.org/fileformat2.html#the_write_ahead_log
"""

import operator
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HEADER, FRAME_HEADER, CHECKED = 32, 24, 8  # bytes; of a frame's header the first eight count for its sum
BIG_ENDIAN_SUMS = 1  # the lowest bit of the magic number
WORD = 2**32
Sum = tuple[int, int]


@dataclass(frozen=True)
class Frame:
    """One changed page: whether it ends a change, is of the log as it now is, and adds up with the one before."""

    commits: bool
    is_of_now: bool
    adds_up: bool


class Adding:
    """SQLite's running sum over blocks of one size. It is linear, so each block is two scalar products: a loop over the
    words would take seconds."""

    def __init__(self, size: int, order: str) -> None:
        self.words = struct.Struct(f"{order}{size // 4}I")
        steps = [(1, 0, 1)]  # the powers of ((1, 1), (1, 2)), each as its three different numbers
        for _pair in range(size // 8):
            p, q, r = steps[-1]
            steps.append(((p + q) % WORD, (q + r) % WORD, (q + 2 * r) % WORD))
        self.last = steps.pop()
        self.first = [weight for p, q, _r in reversed(steps) for weight in (p + q, q)]
        self.second = [weight for _p, q, r in reversed(steps) for weight in (q + r, r)]

    def after(self, before: Sum, block: bytes) -> Sum:
        words, (p, q, r) = self.words.unpack(block), self.last
        first = p * before[0] + q * before[1] + sum(map(operator.mul, self.first, words))
        second = q * before[0] + r * before[1] + sum(map(operator.mul, self.second, words))
        return first % WORD, second % WORD


def is_damaged(log: Path) -> bool:
    """Whether changes that had been saved would be lost by opening the database."""
    data = log.read_bytes() if log.exists() else b""
    if len(data) <= HEADER + FRAME_HEADER:
        return False
    magic, _version, page, _number, *salts, first, second = struct.unpack(">8I", data[:HEADER])
    order = ">" if magic & BIG_ENDIAN_SUMS else "<"
    if Adding(HEADER - CHECKED, order).after((0, 0), data[: HEADER - CHECKED]) != (first, second):
        of_first_frame = struct.unpack(">2I", data[HEADER + CHECKED : HEADER + 2 * CHECKED])
        return any(map(operator.eq, salts, of_first_frame))  # a header torn while it was renewed has nothing behind it
    return _saved_behind_a_break(_frames(data, page, tuple(salts), order, (first, second)))


def _frames(data: bytes, page: int, salts: Sum, order: str, before: Sum) -> Iterator[Frame]:
    adding = Adding(CHECKED + page, order)
    for at in range(HEADER, len(data) - FRAME_HEADER - page + 1, FRAME_HEADER + page):
        _page, size_after, *own_salts, first, second = struct.unpack(">6I", data[at : at + FRAME_HEADER])
        body = data[at : at + CHECKED] + data[at + FRAME_HEADER : at + FRAME_HEADER + page]
        adds_up = adding.after(before, body) == (first, second)
        yield Frame(size_after > 0, tuple(own_salts) == salts, adds_up)
        before = (first, second)


def _saved_behind_a_break(frames: Iterator[Frame]) -> bool:
    """A break, then the end of its change, then the beginning of the next: so the change was on the disk."""
    broken = ended = False
    for frame in frames:
        if ended and frame.is_of_now and frame.adds_up:
            return True
        broken = broken or not (frame.is_of_now and frame.adds_up)
        ended = ended or (broken and frame.is_of_now and frame.commits)
    return False
