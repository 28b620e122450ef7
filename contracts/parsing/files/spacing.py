"""Give back the spaces that pdfium loses between words ("theParties").

The distance between two letters tells first; where it does not, pypdf is asked for its reading of the page.
"""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable

from contracts.parsing.lexicon import WORD, lexicon
from contracts.parsing.lines import Line, Page
from unionops.platform.core import lazy_re as re

GLUED_SHARE = 0.0005
MAX_WITNESS_PAGES = 60
WITNESS = "contracts.parsing.files.witness"  # loaded when a file needs it: half the reader's starting time
LINKS = frozenset(["the", "of", "and", "for", "shall", "will", "not", "any", "all", "such", "this", "that", "from"])
LENGTHS = sorted({len(link) for link in LINKS})
WHOLE = re.compile(r"(there|where|here)(of|for|from|to)|.*(ful|able|ible|all)")


Spread = Callable[[int, list[Line]], None]


def looks_glued(word: str, words: Counter[str]) -> bool:
    """A rare word that splits into a linking word and another word which the document uses often."""
    if len(word) < 5 or words[word] > 3:
        return False
    found = any(
        (word[:i] in LINKS and _known(word[i:], words)) or (word[-i:] in LINKS and _known(word[:-i], words))
        for i in LENGTHS
        if len(word) - i > 1
    )
    return found and not WHOLE.fullmatch(word)


def _known(part: str, words: Counter[str]) -> bool:
    return part in LINKS or (len(part) > 3 and words[part] >= 4)


def glued_words(words: Counter[str]) -> frozenset[str]:
    linked = tuple(LINKS)
    return frozenset(
        word
        for word, count in words.items()
        if count <= 3 and (word.startswith(linked) or word.endswith(linked)) and looks_glued(word, words)
    )


def perhaps_glued(words: Counter[str]) -> frozenset[str]:
    """Rare words that could be two: good enough to measure the distances between their letters."""
    known = {word for word, count in words.items() if count >= 3 and len(word) > 2}
    rare = (word for word, count in words.items() if count <= 3 and len(word) > 5)
    return frozenset(w for w in rare if any(w[:i] in known and w[i:] in known for i in range(3, len(w) - 2)))


def suspicious(line: Line, glued: frozenset[str]) -> bool:
    return any(word.lower() in glued for word in WORD.findall(line.text))


def respace(text: str, witness: str, squeezed: str, places: list[int]) -> str:
    """Take over the witness's spaces where it holds the same run of visible characters exactly once."""
    bare = "".join(text.split())
    at = squeezed.find(bare)
    if len(bare) < 12 or at < 0 or squeezed.find(bare, at + 1) >= 0:
        return text
    return _with_both_spaces(text, witness[places[at] : places[at + len(bare) - 1] + 1])


def _with_both_spaces(text: str, other: str) -> str:
    """Walk both writings of the same characters; a space in either counts."""
    out: list[str] = []
    i = j = 0
    while i < len(text):
        space = text[i].isspace()
        while i < len(text) and text[i].isspace():
            i += 1
        while j < len(other) and other[j].isspace():
            space, j = True, j + 1
        if i >= len(text):
            break
        if space and out:
            out.append(" ")
        out.append(text[i])
        i, j = i + 1, j + 1
    return "".join(out)


def repair_spacing(data: bytes, pages: list[Page], spread: Spread) -> None:
    """Page by page, only where the document shows more than a few glued words.

    `spread` sets a space into lines wherever their letters stand apart.
    """
    words = lexicon(pages)
    glued = glued_words(words)
    if sum(words[word] for word in glued) <= GLUED_SHARE * words.total():
        return
    maybe = perhaps_glued(words) | glued
    for index, lines in _suspicious_lines(pages, maybe).items():
        spread(index, lines)
    words = lexicon(pages)
    glued = glued_words(words)
    if sum(words[word] for word in glued) <= GLUED_SHARE * words.total():
        return
    bad = _suspicious_lines(pages, glued)
    worst = sorted(bad, key=lambda i: -len(bad[i]))[:MAX_WITNESS_PAGES]
    for index, witness in importlib.import_module(WITNESS).second_reading(data, worst):
        _respace_page(bad[index], witness)


def _suspicious_lines(pages: list[Page], glued: frozenset[str]) -> dict[int, list[Line]]:
    found = {page.index: [line for line in page.lines if suspicious(line, glued)] for page in pages} if glued else {}
    return {index: lines for index, lines in found.items() if lines}


def _respace_page(lines: list[Line], witness: str) -> None:
    places = [i for i, c in enumerate(witness) if not c.isspace()]
    squeezed = "".join(witness[i] for i in places)
    for line in lines:
        line.text = respace(line.text, witness, squeezed, places)
