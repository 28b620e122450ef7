"""A translation: each term of the local's word list is said the local's way, and no sentence stays English."""

from collections.abc import Iterator

from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.reading import without_quotations
from comms.checks.words import fold, is_english, sentences, tokens
from unionops.platform.core import lazy_re as re

_SENTENCE = 6  # words; shorter ones may be names and addresses


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    """Only terms the brief uses count; quoted words may stay as they are."""
    said, given = fold(draft.whole()), f"{fold(ground.original)} {fold(ground.purpose)}"
    for term, ways in ground.terms:
        if _has(given, term) and not any(_has(said, way) for way in ways):
            yield Finding("term", Level.FIX, "body", 0, len(draft.body), term, " / ".join(ways))
    if draft.language[:2] != "en":
        lines = sentences(without_quotations(draft.body))
        if left := [line for line in lines if len(tokens(line.text)) >= _SENTENCE and is_english(line.text)]:
            said = " ".join(line.text for line in left).rstrip(".")
            yield Finding("not_translated", Level.FIX, "body", left[0].start, left[-1].end, said)


def _has(text: str, words: str) -> bool:
    """The beginning of a word is enough: 'delegado' stands in 'delegados'."""
    return re.search(rf"(?<!\w){re.escape(fold(words))}", text) is not None
