"""The local's word list held against a translation: each term it names is said the local's way."""

from collections.abc import Iterator

from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.words import fold


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    """Only terms the brief uses; '' and names are no terms."""
    said, given = f" {fold(draft.whole())} ", f" {fold(ground.original)} {fold(ground.purpose)} "
    for term, ways in ground.terms:
        if _has(given, term) and not any(_has(said, way) for way in ways):
            yield Finding("term", Level.FIX, "body", 0, len(draft.body), term, " / ".join(ways))


def _has(text: str, words: str) -> bool:
    """The beginning of a word is enough: 'delegado' stands in 'delegados'."""
    return fold(words) in text
