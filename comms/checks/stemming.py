"""The stems of the words of a text that mean something."""

from functools import lru_cache

from comms.checks.lexicon import SMALL_WORDS
from comms.checks.words import tokens
from unionops.platform.search.terms import bare_stem


def stems(text: str, language: str = "en") -> frozenset[str]:
    return frozenset(stem(word, language[:2]) for word in tokens(text) if word not in SMALL_WORDS and len(word) > 2)


stem = lru_cache(16_384)(bare_stem)
