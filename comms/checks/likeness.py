"""Words that may stand for one another, by WordNet: synonyms, what is broader or narrower, and what is derived."""

from __future__ import annotations

import lzma
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from unionops.platform.core import lazy_re as re

_FILE = Path(__file__).parent / "lists" / "wordnet.txt.xz"
# Endings of English and what they stand for.
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ier", "y"), ("iest", "y"), ("ly", ""), ("'s", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"([^\W\d_])\1$")
_LEAST = 3


@dataclass(frozen=True)
class WordNet:
    """Senses of a word, the senses one step from each, plain forms of odd ones, antonyms, words for people."""

    senses: dict[str, str] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    opposed: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)


@lru_cache(1)
def wordnet() -> WordNet:
    """Read with the first text that is checked; the senses stay one string a word to lie small in memory."""
    found = WordNet()
    for line in lzma.decompress(_FILE.read_bytes()).decode("ascii").splitlines():
        word, _, rest = line.partition(" ")
        tables = {"=": found.steps, "+": found.plain, "!": found.opposed, "@": found.people}
        tables.get(word[0], found.senses)[word.lstrip("=+!@")] = rest
    return found


@lru_cache(16_384)
def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms a word may have; the word itself where it is in no dictionary."""
    known = wordnet()
    found = {word} & known.senses.keys()
    if plain := known.plain.get(word):
        found.add(plain)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            stem = word[: -len(ending)]
            found |= {stem + instead, _DOUBLED.sub(r"\1", stem)} & known.senses.keys()
    return frozenset(found or {word})


@lru_cache(16_384)
def _senses(word: str) -> frozenset[str]:
    known = wordnet().senses
    return frozenset(sense for lemma in lemmas(word) for sense in known.get(lemma, "").split())


@lru_cache(16_384)
def near(word: str) -> frozenset[str]:
    """The senses of a word and those one step away."""
    steps = wordnet().steps
    own = _senses(word)
    return own.union(*(steps.get(sense, "").split() for sense in own))


def is_like(word: str, field_of: frozenset[str]) -> bool:
    """Whether a word has a sense among those `near` the words of another text."""
    return bool(_senses(word) & field_of)


@lru_cache(16_384)
def opposed(word: str) -> frozenset[str]:
    """The antonyms of a word, in whatever form it stands."""
    table = wordnet().opposed
    forms = {word} if word in wordnet().senses else lemmas(word)
    return frozenset(other for form in forms for other in table.get(form, "").split())


@lru_cache(1)
def _people() -> frozenset[str]:
    return frozenset(wordnet().people[""].split())


@lru_cache(16_384)
def is_somebody(word: str) -> bool:
    """Whether a noun means in the first place a person or a body of people."""
    return not _people().isdisjoint(lemmas(word))


@lru_cache(16_384)
def is_deed(word: str) -> bool:
    """Whether a word may be a verb; the senses of verbs have the highest numbers."""
    first = int(wordnet().people["v"], 36)
    return any(int(sense, 36) >= first for sense in _senses(word))


@lru_cache(65_536)
def alike(one: str, other: str) -> bool:
    """Whether each of two words has a sense one step from the other's."""
    return is_like(one, near(other)) and is_like(other, near(one))
