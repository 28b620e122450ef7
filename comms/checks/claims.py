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
    r"fired|closed|cut|moved))|must pay|has to pay|studies|research|most (?:members|workers|people|of)|"
    r"(?:out of|half of|a majority of|all the other) (?:\w+ )?\w+|"
    r"every (?:other )?(?:agency|local)|"
    r"dijo|anunció|acordó|prometió|ilegal(?:es)?|admitió|mintió|violó|rechazó|despidió|recortó|confirmó|"
    r"decidió|aseguró|negó|"
    r"(?:va|van) a (?:despedir|cerrar|recortar|pagar|eliminar)|nos deben|tiene que pagar)\b",
    re.IGNORECASE,
)
# Whoever is not the union: what is said of them needs a source.
_OTHERS = re.compile(
    r"\b(?:management|the (?:ceo|agency|company|employer|hospital|director|managers?|supervisors?|"
    r"administration|warden|"
    r"superintendent|judge|court|governor|mayor|legislature|congress|bosses|boss)|hr|human resources|"
    r"la (?:agencia|empresa|"
    r"gerencia|administración)|el (?:director|gerente|jefe|patrón)|(?:other|another|three|two|several|many) "
    r"(?:agenc(?:y|ies)|hospitals?|locals?|unions?|employers?|companies|plants?|schools?)|last (?:year|month|week))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[\s*•-]*(?:please |then |do not |don['’]t |por favor )?(?:tell|ask|call|write|bring|come|join|read|"
    r"say|send|talk|do|let|"
    r"thank|give|sign|vote|know|keep|check|show|remember|invite|dígale|llame|pregunte|escriba|venga|lea|traiga)\b",
    re.IGNORECASE,
)
# Who decided: another decider than the brief's is another event.
_DECIDERS = re.compile(
    r"\b(?:the|an?|our|el|la|un|una)\s+(?P<who>arbitrator|judge|mediator|court|jury|hearing officer|"
    r"ombudsman|governor|mayor|"
    r"árbitro|juez|jueza|mediador|tribunal)\b",
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
    given = set(tokens(ground.allowed_text()))
    for match in _DECIDERS.finditer(draft.body):
        if not set(tokens(match["who"])) <= given:
            yield Finding("claim", Level.FIX, "body", *match.span(), match.group())


def stems(text: str, language: str = "en") -> frozenset[str]:
    words = [word for word in tokens(text) if word not in SMALL_WORDS and len(word) > 2]
    return frozenset(_STEMMERS.get(language[:2], _STEMMERS["en"]).stemWords(words))


def _claims(text: str) -> bool:
    """A question claims nothing, nor does what only might happen."""
    says = CLAIM.search(text) or (_OTHERS.search(text) and not _ASKS.match(text))
    return bool(says) and not text.rstrip('"”’)').endswith("?") and not _MAYBE.match(text)


def _trace(
    sentence: Sentence, bags: list[tuple[str, frozenset[str]]], known: list[facts.Known], language: str
) -> Footing:
    here = stems(sentence.text, language)
    said = slots.find(sentence.text)
    ids = [k.fact for k in known if k.fact and any(slot.agrees(k.slot) for slot in said)]
    ids += [name for name, bag in bags if len(here & bag) >= min(2, len(bag) or 9)]
    return Footing(sentence, tuple(dict.fromkeys(ids)), _claims(sentence.text))
