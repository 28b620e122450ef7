"""Which letters paper can show on this machine: our own font at once, other fonts through Pango, or none at all."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from unionops.platform.core import lazy_re as re

PAPER = Path(__file__).with_name("paper")
FONT = PAPER / "DejaVuSans.ttf"
FROM_THE_RIGHT = frozenset({"R", "AL"})
RANGE = re.compile(r"([0-9a-f]+)(?:-([0-9a-f]+))?")


def needs_pango(text: str) -> bool:
    """It has letters that run from right to left, or that our own font lacks: drawn slowly, by the machine's fonts."""
    if text.isascii():
        return False
    return any(ord(c) not in _ours() or unicodedata.bidirectional(c) in FROM_THE_RIGHT for c in _visible(text))


def missing(text: str) -> str:
    """The letters of the text that no font here has, each once: printed, they would be empty boxes."""
    if text.isascii():
        return ""
    return "".join(dict.fromkeys(c for c in _visible(text) if not (ord(c) in _ours() or _installed(ord(c)))))


def spelled_out(text: str) -> str:
    """The text with '[U+738B]' for each letter that no font here has; an empty box would say nothing."""
    if not (lost := missing(text)):
        return text
    return text.translate({ord(c): f"[U+{ord(c):04X}]" for c in lost})


def _visible(text: str) -> Iterator[str]:
    """Without marks of direction and joining, which nobody sees."""
    return (c for c in text if c > "\x7f" and unicodedata.category(c) not in {"Cf", "Cc", "Zs", "Zl", "Zp"})


@cache
def _ours() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _installed(code: int) -> bool:
    starts, ends = _machine()
    at = bisect_right(starts, code) - 1
    return at >= 0 and code <= ends[at]


@cache
def _machine() -> tuple[list[int], list[int]]:
    """First and last letters of each range that some font has, as fontconfig tells Pango; none without fontconfig."""
    environment = os.environ | {"FONTCONFIG_FILE": str(PAPER / "fonts.conf")}
    try:
        said = subprocess.run(["fc-list", "--format", "%{charset}\n"], env=environment, capture_output=True, text=True,
                              timeout=30, check=False).stdout  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return [], []
    found = {(int(first, 16), int(last or first, 16)) for first, last in RANGE.findall(said)}
    starts: list[int] = []
    ends: list[int] = []
    for first, last in sorted(found):
        if ends and first <= ends[-1] + 1:
            ends[-1] = max(ends[-1], last)
        else:
            starts.append(first)
            ends.append(last)
    return starts, ends


def not_drawn(names: Iterable[str]) -> list[str]:
    """Those of the names that no font here can write in full, each once."""
    return list(dict.fromkeys(name for name in names if missing(name)))
