"""From what a span of time is counted: 'within 30 days of the notice' is not 'of the effective date'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comms.checks import figures, slots
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.stemming import stems
from comms.checks.words import clauses, speaks

_SPANS = frozenset({"day", "work day", "calendar day", "week", "month", "hour", "year"})
_FROM = re.compile(
    rf"^\)?[\s-]+(?:[^\W\d_]+[\s-]+)?{figures.UNIT}\b[,\s]*"
    r"(?:or (?:more|less|fewer)\s+)?(?:you have |to [a-z]+ |counted |"
    r"counting |starting |beginning |a contar |contados? )?"
    r"(?:from|of|after|since|following|before|ahead of|prior to|desde|a partir|después|antes|de|del)\s+(?:de |del )?"
    r"(?P<what>(?:[^\W\d_][\w'’-]*[^\S\n]?){1,6})",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset({"day", "date", "dat", "time", "first", "last", "dia", "fech", "fecha"})


@dataclass(frozen=True)
class Anchor:
    """A span and the words of what it is counted from."""

    slot: slots.Slot
    bag: frozenset[str]
    words: str


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    if speaks(given) != draft.language[:2]:
        return
    known = list(_anchors(given, speaks(given)))
    for name, text in draft.fields():
        for mine in _anchors(text, draft.language) if known else ():
            same = [anchor for anchor in known if anchor.slot.agrees(mine.slot)]
            if same and not any(anchor.bag & mine.bag for anchor in same):
                slot = mine.slot
                yield Finding("mixed_up", Level.FIX, name, slot.start, slot.end, mine.words, same[0].words)


def _anchors(text: str, language: str) -> Iterator[Anchor]:
    for line in clauses(text):
        for slot in slots.find(line.text):
            match = _FROM.match(line.text[slot.end :]) if slot.kind == "number" and slot.unit in _SPANS else None
            if match is None:
                continue
            end = slot.end + match.end()
            bag = stems(match["what"], language) - _SAYS_NOTHING
            if bag:
                words = line.text[slot.start : end].strip()
                at = line.start
                yield Anchor(replace(slot, start=slot.start + at, end=slot.end + at), bag, words)
