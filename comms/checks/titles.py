"""Another title for a person of the brief."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks import facts
from comms.checks.parts import Draft, Fact, Finding, Ground, Level
from comms.checks.words import listed, sentences, tokens

_HEADS = frozenset(
    listed(
        "steward negotiator president secretary treasurer trustee chair chairman chairwoman chairperson director "
        "representative coordinator organizer delegate manager supervisor officer counsel attorney spokesperson "
        "liaison nurse captain lead editor agent"
    )
)
_AFTER_NAME = (
    r"(?:,\s+|\s+\(|\s+is\s+(?:the|our|your|an?)\s+)(?:the |our |your |a )?(?P<title>[a-zà-ÿ][^.,:;()\n\d]{2,40})"
)


@dataclass(frozen=True)
class Person:
    """Somebody of the brief with the offices of the title it gives."""

    name: str
    offices: frozenset[str]
    fact: Fact


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    """'Marcus Webb, chief steward' of the chief negotiator."""
    given = ground.allowed_text()
    titled = [person for fact in ground.facts if (person := _person(fact))]
    for name, text in draft.fields():
        for person in titled:
            for match in re.finditer(re.escape(person.name) + _AFTER_NAME, text):
                offices = _offices(match["title"])
                if offices and not offices & person.offices and not _said_of(person.name, offices, given):
                    place = (match.start("title"), match.end("title"), match["title"])
                    yield Finding("fact_differs", Level.BLOCK, name, *place, person.fact.value, person.fact.id)


def _person(fact: Fact) -> Person | None:
    if facts.kind_of(fact) != "name" or "," not in fact.value:
        return None
    name, title = fact.value.split(",", 1)
    offices = _offices(title)
    return Person(name.strip(), offices, fact) if len(name.split()) > 1 and offices else None


def _offices(title: str) -> frozenset[str]:
    return _HEADS.intersection(tokens(title))


def _said_of(name: str, offices: frozenset[str], given: str) -> bool:
    """Whether the brief gives this person that office in another place."""
    return any(name in line.text and offices.intersection(tokens(line.text)) for line in sentences(given))
