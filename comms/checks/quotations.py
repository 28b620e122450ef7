"""Quoted words must stand in a source, whole and in order."""

from collections.abc import Iterator

from comms.checks import slots
from comms.checks.parts import SPOKEN_CHANNELS, Draft, Finding, Ground, Level
from unionops.platform.ai import quotes, sense


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    sources = [source.text for source in ground.sources] + [fact.value for fact in ground.facts]
    sources += [ground.purpose, *ground.known]
    for name, text in draft.fields():
        for start, end, words in slots.quotations(text):
            asked = draft.channel in SPOKEN_CHANNELS and words.endswith("?")
            if not asked and not any(matches(words, source) for source in sources):
                yield Finding("quote", Level.BLOCK, name, start, end, words)


def matches(words: str, source: str) -> bool:
    """True when every part (cut by '...') stands in the source, in order, with the 'not' that belongs to it."""
    at = 0
    for part in words.replace("[...]", "…").replace("...", "…").split("…"):
        if not part.strip(" .,;:"):
            continue
        span = quotes.find(part, source[at:])
        if span is None or sense.widen(span, source[at:]) != span:
            return False
        at += span.end
    return True
