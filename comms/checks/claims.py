"""Every sentence mapped to the facts it rests on, or flagged as a claim nobody sourced."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from snowballstemmer import stemmer

from comms.checks import facts, slots
from comms.checks.lexicon import SMALL_WORDS
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.words import Sentence, sentences, tokens

CLAIM = re.compile(
    r"\b(?:said|says|announced|admitted|confirmed|agreed|refused|decided|ruled|ordered|promised|plans? to|intends? to|"
    r"according to|proved|voted to|rejected|approved|filed|violat\w+|illegal\w*|unlawful\w*|entitled|guarante\w+|fired|"
    r"terminated|laid off|cut|eliminat\w+|retaliat\w+|lied|refuses|banned|will (?:lose|cut|close|"
    r"eliminate|pay|receive|get|be (?:paid|"
    r"fired|closed|cut|moved))|must pay|has to pay|studies|research|most (?:members|workers|people)|"
    r"every (?:other )?(?:agency|local)|"
    r"dijo|anunció|acordó|prometió|ilegal)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"[\s*•-]*(?:if|when|whenever|unless|in case|si|cuando)\b", re.IGNORECASE)
_STEMMERS = {"en": stemmer("english"), "es": stemmer("spanish")}


@dataclass(frozen=True)
class Footing:
    """A sentence and the ids of the facts and sources under it."""

    sentence: Sentence
    ids: tuple[str, ...]
    claim: bool


def trace(text: str, ground: Ground, language: str = "en") -> list[Footing]:
    """Each sentence with what it rests on: a shared slot, or two shared words (one, when the fact is short)."""
    stands = [(fact.id, fact.value) for fact in ground.facts]
    stands += [(source.id, f"{source.label} {source.text}") for source in ground.sources]
    stands += [("purpose", ground.purpose), *((f"known:{i}", known) for i, known in enumerate(ground.known))]
    bags = [(name, stems(value, language)) for name, value in stands]
    known = facts.known_slots(ground)
    return [_trace(sentence, bags, known, language) for sentence in sentences(text)]


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    if not (ground.facts or ground.sources or ground.purpose):
        return
    for line in trace(draft.body, ground, draft.language):
        if line.claim and not line.ids:
            span = line.sentence.start, line.sentence.end
            yield Finding("claim", Level.FIX, "body", *span, line.sentence.text)


def stems(text: str, language: str = "en") -> frozenset[str]:
    words = [word for word in tokens(text) if word not in SMALL_WORDS and len(word) > 2]
    return frozenset(_STEMMERS.get(language[:2], _STEMMERS["en"]).stemWords(words))


def _claims(text: str) -> bool:
    """A question claims nothing, nor does what only might happen."""
    return bool(CLAIM.search(text)) and not text.rstrip('"”’)').endswith("?") and not _MAYBE.match(text)


def _trace(
    sentence: Sentence, bags: list[tuple[str, frozenset[str]]], known: list[facts.Known], language: str
) -> Footing:
    here = stems(sentence.text, language)
    said = slots.find(sentence.text)
    ids = [k.fact for k in known if k.fact and any(slot.agrees(k.slot) for slot in said)]
    ids += [name for name, bag in bags if len(here & bag) >= min(2, len(bag) or 9)]
    return Footing(sentence, tuple(dict.fromkeys(ids)), _claims(sentence.text))
