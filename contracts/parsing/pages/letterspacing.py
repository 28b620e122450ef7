"""Headings set with a space between all their letters ("A R T I C L E   1") become words again.

Where the file keeps the wider step between two words it tells them apart; where it does not, the words that the
document uses elsewhere do.
"""

from __future__ import annotations

import itertools
from collections import Counter

from contracts.parsing.lexicon import WORD, lexicon
from contracts.parsing.lines import Line, Page
from unionops.platform.core import lazy_re as re

SPACED_OUT = re.compile(r"(?:\S )*\S(?:\s{2,}(?:\S )*\S)*|\S(?: \S){3,}(?: \d+)?")
BETWEEN_WORDS = re.compile(r"\s{2,}|(?<=[^\W\d_])\s(?=\d)")
VOWEL = re.compile(r"[aeiouyáéíóúàèêô]", re.I)
FEWEST_LETTERS, SHORTEST_PART = 4, 2
WIDER = 1.4
KEYWORDS = frozenset(
    ("article", "artículo", "articulo", "section", "sección", "chapter", "appendix", "part", "agreement", "preamble")
)
SHORT_WORDS = frozenset(
    ("of", "to", "in", "on", "by", "or", "an", "no", "at", "a", "de", "la", "el", "du", "le", "et", "en", "y")
)


def is_spaced_out(text: str) -> bool:
    return text[1:2] == " " and SPACED_OUT.fullmatch(text) is not None


def with_word_gaps(text: str, gaps: dict[int, float]) -> str:
    """A second space wherever the step between two letters, by the place of its space, is wider than usual."""
    usual = sorted(gaps.values())[len(gaps) // 2] if gaps else 0.0
    wide = {at for at, gap in gaps.items() if gap > WIDER * usual}
    return "".join("  " if at in wide else letter for at, letter in enumerate(text))


def close_up(pages: list[Page]) -> None:
    """Join the letters of such lines, in documents where one of them spells a word that is known to be one."""
    wide = {id(line): page for page in pages for line in page.lines if _may_be_closed(line)}
    if not wide:
        return
    words = lexicon(pages)
    lines = [line for page in pages for line in page.lines if id(line) in wide]
    if not any(_known(word, words) for line in lines for word in _joined(line.text, words)):
        return
    for line in lines:
        line.text = " ".join(_joined(line.text, words))
    for page in {id(page): page for page in wide.values()}.values():
        page.seal()


def _may_be_closed(line: Line) -> bool:
    """Capitals, more than two, that spell something: 'A B C D' are the letters of a list."""
    if not is_spaced_out(line.text) or not line.text.isupper():
        return False
    letters = "".join(filter(str.isalpha, line.text))
    in_order = all(ord(b) == ord(a) + 1 for a, b in itertools.pairwise(letters))
    return len(letters) > 2 and not in_order and VOWEL.search(letters) is not None


def _joined(text: str, words: Counter[str]) -> list[str]:
    return [part for run in BETWEEN_WORDS.split(text) for part in _parted(run.replace(" ", ""), words)]


def _known(word: str, words: Counter[str]) -> bool:
    return len(word) >= FEWEST_LETTERS and (word.lower() in KEYWORDS or words[word.lower()] > 0)


def _parted(run: str, words: Counter[str]) -> list[str]:
    """A run of letters that is no word itself, cut into the fewest words of the document; as it is where none fit."""
    if len(run) < 2 * FEWEST_LETTERS - 1 or not WORD.fullmatch(run) or _known(run, words):
        return [run]
    best: list[list[str] | None] = [[]]
    for end in range(1, len(run) + 1):
        ways = [
            [*before, run[start:end]]
            for start, before in enumerate(best)
            if before is not None and _is_part(run[start:end], words)
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or [run]


def _is_part(part: str, words: Counter[str]) -> bool:
    low = part.lower()
    return low in SHORT_WORDS or _known(part, words) or (len(part) > SHORTEST_PART and words[low] > 1)
