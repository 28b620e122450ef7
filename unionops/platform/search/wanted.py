"""A query taken apart: its words, phrases and labels, and the ways in which texts may say each thing it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from unionops.platform.core import lazy_re as re
from unionops.platform.search.labels import beside_labels, labels_in
from unionops.platform.search.terms import all_terms, query_terms, tale_terms
from unionops.platform.search.vocabulary import Said, said_otherwise

if TYPE_CHECKING:
    from unionops.platform.search.ranking import Field

PHRASE = re.compile(r"[\"“”«]([^\"“”»]+)[\"“”»]")
# Between the parts of a label that is cited.
JOINT = r"\)?(?:[.(-]|,?\s+(?:section|sec\.|secci[oó]n|§)\s*|(?<=[a-z])\s+)"
PREFIX_FACTOR = 0.8
TYPO_FACTOR = 0.7
TALE_FACTOR = 0.5  # of the words a question tells its story with, beside those that name its matter
SHORT_STEM = 5  # letters; in a sentence a shorter word that stands nowhere is another word, not a slip
FEWEST_TOLD = 6  # words of a query that tells a story
MAX_PREFIX_TERMS = 40

Way = tuple[tuple[str, ...], float]  # terms that together say a thing, and what they are worth


@dataclass(slots=True)
class Wanted:
    """A query taken apart for one language; `ways` are those to say each thing it names, in its order.

    `cited` are the parts of a label that the texts looked for must cite.
    """

    terms: list[str]
    phrases: list[list[str]]
    labels: list[str]
    prefix: str = ""
    every: list[str] = field(default_factory=list)
    ways: list[list[Way]] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)


def take_apart(query: str, language: str, prefix: bool = False) -> Wanted:
    phrases = [all_terms(match, language) for match in PHRASE.findall(query)]
    terms = query_terms(query, language)
    last = terms[-1] if prefix and terms and not query.endswith((" ", '"')) else ""
    free = all_terms(PHRASE.sub(" ", query), language)
    return Wanted(terms, [p for p in phrases if p], labels_in(query), last, free)


def beside(query: str, wanted: Wanted, language: str, prefix: bool, *, named: bool) -> Wanted:
    """What is looked for beside the clauses named: the other words; without any, the texts that cite the number."""
    rest = beside_labels(query)
    if query_terms(rest, language):
        return take_apart(rest, language, prefix) if named else wanted
    parts = wanted.labels[0].split(".")
    terms = all_terms(" ".join(parts), language)
    return Wanted(terms=[] if named and len(terms) < 2 else terms, phrases=[], labels=[], cited=parts)


def ways_of(held: Field, wanted: Wanted, language: str) -> list[list[Way]]:
    """For each thing the query names: its word, what agreements call it, endings of an unfinished word, spellings."""
    told = set(wanted.terms)  # 'can' says nothing, though 'canned' does
    said = [
        one
        for one in said_otherwise(wanted.every, language)
        if one.end - one.start > 1 or wanted.every[one.start] in told
    ]
    places = {term: at for at, term in reversed(list(enumerate(wanted.every)))}
    named = {term for one in said for term in wanted.every[one.start : one.end]}
    translated = any(one.foreign for one in said)
    tale = _tale(wanted, language)
    ways: dict[tuple[int, str], list[Way]] = {}
    for term in wanted.terms:
        own: list[Way] = [((term,), TALE_FACTOR if term in tale else 1.0)] if held.holds(term) else []
        if term == wanted.prefix:
            own += [((word,), PREFIX_FACTOR) for word in held.begins_with(term, MAX_PREFIX_TERMS) if word != term]
        elif not own and term not in named and not translated and not _another_word(term, wanted, tale):
            own += [((word,), TYPO_FACTOR) for word in held.nearly(term)]
        ways[places.get(term, -1), term] = own
    for one in said:
        _add_otherwise(held, ways, one, wanted.every)
    return [ways[key] for key in sorted(ways) if ways[key]]


def _another_word(term: str, wanted: Wanted, tale: frozenset[str]) -> bool:
    """'Note' or 'back' in a sentence is no slip of 'none' or 'bank', though no text holds it; a lone word may be."""
    return term in tale or (len(wanted.every) >= FEWEST_TOLD and len(term) < SHORT_STEM)


def _tale(wanted: Wanted, language: str) -> frozenset[str]:
    """Words that count for less; none in a few words typed, in phrases, or where nothing else is named."""
    told = tale_terms(language)
    matter = [term for term in wanted.terms if term not in told]
    return told if matter and len(wanted.every) >= FEWEST_TOLD and not wanted.phrases else frozenset()


def _add_otherwise(held: Field, ways: dict[tuple[int, str], list[Way]], said: Said, every: Sequence[str]) -> None:
    """One word shares its place with what it is called; an expression of several stands beside its words.

    What a word is called tells no more than the word itself, however rare it is in these texts.
    """
    word = every[said.start] if said.end == said.start + 1 else ""
    place = ways.setdefault((said.start, word), [])
    own = held.rarity(word) if word else 0.0
    for way in said.ways:
        if all(map(held.holds, way)):
            rarest = max(held.rarity(term) for term in way)
            place.append((way, min(1.0, own / rarest) if own else 1.0))


@lru_cache(maxsize=64)
def citing(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Where a label is cited: '8.5', '8-5', '8(5)' and 'Article 8, Section 5' are one."""
    return re.compile(rf"(?<![\w.$]){JOINT.join(map(re.escape, parts))}(?!\w)", re.I)
