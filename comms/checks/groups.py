"""For whom something holds: values that changed groups, some who became all, and another title for a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks import facts, slots
from comms.checks.lexicon import SMALL_WORDS
from comms.checks.parts import Draft, Fact, Finding, Ground, Level
from comms.checks.slots import Slot
from comms.checks.stemming import stems
from comms.checks.words import fold, listed, sentences, tokens


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    shares, limited = list(_shares(given)), list(_limited(given))
    alone = {m["who"] or m["who2"]: m.group() for m in _ALONE.finditer(given)}
    titled = [person for fact in ground.facts if (person := _person(fact))]
    for name, text in draft.fields():
        yield from _swapped(name, text, shares)
        yield from _all_of_some(name, text, limited)
        yield from _and_others(name, text, alone)
        for person in titled:
            yield from _other_title(name, text, person, given)


@dataclass(frozen=True)
class Share:
    """A figure and the words of those it is for."""

    slot: Slot
    group: frozenset[str]


_FIGURES = frozenset({"money", "percent", "number", "time", "date"})
_FOR = re.compile(
    r"(?:[^\S\n]+(?:an?|per|each|al?|por)[^\S\n]+[^\W\d_]+)?(?:[^\S\n]+of (?:that|it|this))?"
    r"(?:[^\S\n]+(?:(?:would|will|is|are|to) )?(?:go|goes|going|be|is|are))?[^\S\n]*(?:for|(?:in)?to|para)[^\S\n]+"
    r"(?P<who>(?:[^\W\d_][\w'’-]*[^\S\n]?){1,4})",
    re.I,
)
# 'for a family it is $41.75', where no figure stands before the 'for'.
_AHEAD = re.compile(
    r"(?:^|[.;,:!?\n]\s*|\b(?:coverage|price|cost|rate|fee|pay|and|but|y)\s)(?:for|para)[^\S\n]+"
    r"(?P<who>(?:[^\W\d_][\w'’-]*[^\S\n]?){1,3}?)"
    r"(?:\s*(?:costs?|is|are|it is|pays?|cuesta|son|es|:|,|–|-)\s*)?\s*(?:only |just |now )?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|or|but|while|y|o|pero)\s.*$", re.I)


def _shares(text: str) -> Iterator[Share]:
    """'$310 for part-time guards': the figure, and 'part', 'time', 'guard'."""
    for slot in slots.find(text):
        match = _FOR.match(text, slot.end) if slot.kind in _FIGURES else None
        match = match or (_AHEAD.search(text[: slot.start]) if slot.kind in _FIGURES else None)
        if match and (group := _words(_AND.sub("", match["who"]))):
            yield Share(slot, group)


def _words(text: str) -> frozenset[str]:
    """What tells this group from another: of 'part-time guards' not the guards."""
    words = [word for word in text.replace("-", " ").split() if fold(word) not in SMALL_WORDS]
    return stems(" ".join(words[:-1] or words)) - _SHARED


def _swapped(name: str, text: str, known: list[Share]) -> Iterator[Finding]:
    """'$620 for part-timers' where the brief has $310 for them, and $620 for nobody of that name."""
    for mine in _shares(text) if known else ():
        own = [share for share in known if share.slot.agrees(mine.slot)]
        others = [share for share in known if share.slot.kind == mine.slot.kind and not share.slot.agrees(mine.slot)]
        rival = next((share for share in others if share.group & mine.group), None)
        if rival and not any(share.group & mine.group for share in own):
            expected = f"{rival.slot.text}: {' '.join(sorted(rival.group))}"
            slot = mine.slot
            yield Finding("mixed_up", Level.BLOCK, name, slot.start, slot.end, slot.text, expected)


_SHARED = stems("member members worker workers employee employees time people everyone person year")
_ONLY_FOR = re.compile(
    r"\bonly (?:for |to )?(?P<kind>[a-z]+(?:-[a-z]+)?) (?P<who>[a-z]{3,}s)\b|"
    r"\b(?P<kind2>[a-z]+(?:-[a-z]+)?) (?P<who2>[a-z]{3,}s) only\b",
    re.IGNORECASE,
)


_QUALIFIED = re.compile(
    r"\b(?:full[- ]time|part[- ]time|night[- ]shift|day[- ]shift|temporary|seasonal|permanent|probationary|former|"
    r"retired|newly hired) (?P<who>[a-z]{3,}s)\b",
    re.IGNORECASE,
)


def _limited(text: str) -> Iterator[tuple[str, str]]:
    """('guards', 'full-time guards only')."""
    for match in _QUALIFIED.finditer(text):
        if not re.search(rf"\b(?:all|every|any|each)\b[^.;!?]{{0,20}}\b{re.escape(match['who'])}", text, re.I):
            yield fold(match["who"]), match.group()
    for match in _ONLY_FOR.finditer(text):
        kind, who = match["kind"] or match["kind2"], match["who"] or match["who2"]
        if kind.lower() not in SMALL_WORDS:
            yield fold(who), match.group()


def _all_of_some(name: str, text: str, limited: list[tuple[str, str]]) -> Iterator[Finding]:
    for who, line in limited:
        for match in re.finditer(
            rf"\b(?:all|every|any|each) (?:of )?(?:our |the )?{re.escape(who[:-1])}s?\b", text, re.I
        ):
            yield Finding("opposite", Level.FIX, name, *match.span(), match.group(), line)


_ALONE = re.compile(r"\b(?:for|to) (?P<who>[a-z]{4,}s) only\b|\bonly (?:for|to) (?P<who2>[a-z]{4,}s)\b")


def _and_others(name: str, text: str, alone: dict[str, str]) -> Iterator[Finding]:
    """'For delegates and alternates' where the brief has 'for delegates only'."""
    for who, line in alone.items():
        one, other = rf"{who}(?:,| and| or| as well as) (?!not\b)[a-z]+", rf"[a-z]+s (?:and|or) {who}"
        both = rf"\b(?:for|to) (?:both )?(?:the |our )?(?:{one}|{other})\b"
        for match in re.finditer(both, text, re.IGNORECASE):
            if not re.search(r"\b(?:and|or) (?:is|are|not|we|you|they|will|must|can)$", match.group(), re.IGNORECASE):
                yield Finding("opposite", Level.FIX, name, *match.span(), match.group(), line)


@dataclass(frozen=True)
class Person:
    """Somebody of the brief with the title the brief gives."""

    name: str
    title: frozenset[str]
    fact: Fact


_HEADS = frozenset(
    listed(
        "steward negotiator president secretary treasurer trustee chair chairman chairwoman chairperson director "
        "representative coordinator organizer delegate manager supervisor officer counsel attorney spokesperson "
        "liaison nurse captain lead editor"
    )
)
_AFTER_NAME = (
    r"(?:,\s+|\s+\(|\s+is\s+(?:the|our|your|an?)\s+)(?:the |our |your |a )?(?P<title>[a-zà-ÿ][^.,:;()\n\d]{2,40})"
)


def _person(fact: Fact) -> Person | None:
    if facts.kind_of(fact) != "name" or "," not in fact.value:
        return None
    name, title = fact.value.split(",", 1)
    known = frozenset(tokens(title))
    return Person(name.strip(), known, fact) if len(name.split()) > 1 and known & _HEADS else None


def _other_title(name: str, text: str, person: Person, given: str) -> Iterator[Finding]:
    """'Marcus Webb, chief steward' of the chief negotiator."""
    for sentence in sentences(text):
        for match in re.finditer(re.escape(person.name) + _AFTER_NAME, sentence.text):
            heads = _HEADS.intersection(tokens(match["title"]))
            if heads and not heads & person.title and not _said_of(person.name, heads, given):
                start, end = sentence.start + match.start("title"), sentence.start + match.end("title")
                yield Finding(
                    "fact_differs", Level.BLOCK, name, start, end, match["title"], person.fact.value, person.fact.id
                )


def _said_of(name: str, heads: frozenset[str], given: str) -> bool:
    """Whether the brief gives this person that office in another place."""
    return any(name in line.text and heads.intersection(tokens(line.text)) for line in sentences(given))
