"""The passage of a text that holds the most of the words looked for, with those words marked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from unionops.platform.search.terms import WORD, stems

WIDTH = 220
Place = tuple[int, int, str]  # start, end, term
NEAR = 12  # characters between the words of an expression that stand together


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters; `hit` when it is one of the words looked for."""

    text: str
    hit: bool = False


def snippet(
    text: str,
    wanted: Iterable[str],
    *,
    expressions: Iterable[Sequence[str]] = (),
    language: str = "en",
    width: int = WIDTH,
) -> list[Piece]:
    """About `width` characters around the best place, cut at words; the start when nothing is found.

    The words of an expression are marked only where they stand together: 'work' says nothing without its 'remote'.
    """
    terms, together = frozenset(wanted), [frozenset(one) for one in expressions]
    flat = " ".join(text.split())
    hits = _hits(flat, terms.union(*together), language)
    hits = [hit for hit in hits if hit[2] in terms or _stands_in(hit, hits, together)]
    start, end = _window(flat, hits, width)
    return _pieces(flat, [(a, b) for a, b, _ in hits if a >= start and b <= end], start, end)


def _hits(flat: str, terms: Collection[str], language: str) -> list[Place]:
    """Start, end and term of each word looked for; the words are stemmed once each, not wherever they stand."""
    stem = stems(language)
    words = {word: stem[word] for word in {*WORD.findall(flat)} if stem[word] in terms}
    if not words:
        return []
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    found = re.finditer(rf"(?<![^\W_])(?<![^\W_]['’])(?:{either})(?!['’]?[^\W_])", flat)
    return [(m.start(), m.end(), words[m.group()]) for m in found]


def _stands_in(hit: Place, hits: list[Place], expressions: list[frozenset[str]]) -> bool:
    start, end, term = hit
    around = {other for a, b, other in hits if a <= end + NEAR and b >= start - NEAR}
    return any(term in one and one <= around for one in expressions)


def _window(flat: str, hits: list[Place], width: int) -> tuple[int, int]:
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
