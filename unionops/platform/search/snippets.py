"""The passage of a text that holds the most of the words looked for, with those words marked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from unionops.platform.search.terms import WORD, stems

WIDTH = 220


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters; `hit` when it is one of the words looked for."""

    text: str
    hit: bool = False


def snippet(text: str, wanted: Iterable[str], *, language: str = "en", width: int = WIDTH) -> list[Piece]:
    """About `width` characters around the best place, cut at words; the start when nothing is found."""
    terms = frozenset(wanted)
    flat = " ".join(text.split())
    hits = _hits(flat, terms, language)
    start, end = _window(flat, hits, width)
    return _pieces(flat, [(a, b) for a, b, _ in hits if a >= start and b <= end], start, end)


def _hits(flat: str, terms: Collection[str], language: str) -> list[tuple[int, int, str]]:
    """Start, end and term of each word looked for; the words are stemmed once each, not wherever they stand."""
    stem = stems(language)
    words = {word: stem[word] for word in {*WORD.findall(flat)} if stem[word] in terms}
    if not words:
        return []
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    found = re.finditer(rf"(?<![^\W_])(?<![^\W_]['’])(?:{either})(?!['’]?[^\W_])", flat)
    return [(m.start(), m.end(), words[m.group()]) for m in found]


def _window(flat: str, hits: list[tuple[int, int, str]], width: int) -> tuple[int, int]:
    best, at = (0, 0), 0
    for i, (start, _, _) in enumerate(hits):
        inside = [term for a, b, term in hits[i : i + 40] if b <= start + width]
        score = (len(set(inside)), len(inside))
        if score > best:
            best, at = score, start
    start = max(0, at - width // 6)
    start = flat.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(flat), start + width)
    end = end if end == len(flat) else max(flat.rfind(" ", start, end), start + 1)
    return start, end


def _pieces(flat: str, hits: list[tuple[int, int]], start: int, end: int) -> list[Piece]:
    out, at = [Piece("… ")] if start else [], start
    for a, b in hits:
        if a > at:
            out.append(Piece(flat[at:a]))
        out.append(Piece(flat[a:b], hit=True))
        at = b
    if at < end:
        out.append(Piece(flat[at:end]))
    return [*out, Piece(" …")] if end < len(flat) else out


def as_text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
