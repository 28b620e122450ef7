"""The language of an agreement by its smallest words, and what the parser itself calls parts without a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from contracts.parsing.nodes import Node
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

LITTLE = {
    "en": frozenset(["the", "of", "and", "to", "in", "shall", "be", "or", "for", "any"]),
    "es": frozenset(["de", "la", "que", "el", "en", "los", "del", "las", "se", "por"]),
    "fr": frozenset(["de", "la", "les", "des", "le", "et", "du", "est", "une", "dans"]),
}
GIVEN = re.compile(r"^(Front pages|Signatures|Part|Page)( \d+)?$")
NAMES = {
    "es": {"Front pages": "Páginas iniciales", "Signatures": "Firmas", "Part": "Parte", "Page": "Página"},
    "fr": {"Front pages": "Pages liminaires", "Signatures": "Signatures", "Part": "Partie", "Page": "Page"},
}


def language_of(texts: Iterable[str]) -> str:
    """English, Spanish or French by their smallest words; English when nothing tells."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(fold(text[:4000]).split())
    scores = {language: sum(counts[word] for word in words) for language, words in LITTLE.items()}
    return max(scores, key=lambda language: (scores[language], language == "en"))


def name_given(nodes: Iterable[Node], language: str) -> None:
    """Parts that the parser had to name are named in the agreement's own language."""
    names = NAMES.get(language, {})
    for node in nodes:
        if node.given and (found := GIVEN.match(node.title)):
            node.title = names.get(found[1], found[1]) + (found[2] or "")
        name_given(node.children, language)
