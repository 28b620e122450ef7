"""Who is what: 'arbitrator Vandermeer' where the brief has Vandermeer as the steward and another as arbitrator.

A role is what a name is followed by in its fact ('Dana Ortiz, chief steward') or the fact's own id ('arbitrator').
"""

from collections.abc import Iterator
from itertools import dropwhile, takewhile

from comms.checks import likeness
from comms.checks.facts import KINDS, kind_of
from comms.checks.parts import Draft, Fact, Finding, Ground, Level
from comms.checks.words import fold, listed, speaks, tokens
from unionops.platform.core import lazy_re as re

_NAME = re.compile(r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*(?:[ \t]+[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*)+")
_BEFORE = re.compile(r"(?P<role>[^\W\d_]+)[ \t]+$")
# What stands before a second name, or before a colon, is not said of the first.
_AFTER = re.compile(
    r",?[ \t]+(?:is |es )?(?:our |your |the |nuestr[oa] |su |el |la )?(?:(?:chief|vice|head)[ \t]+)?(?P<role>[^\W\d_]+)"
    r"\b(?![ \t]*:|[ \t]+[A-Z])"
)
_LINKS = listed("a an the our your of for at in on from with to is el la los las su nuestro nuestra de del para por en")
_LEAST = 3  # letters that tell a role
Person = tuple[str, frozenset[str], Fact]


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    people = [person for fact in ground.facts if kind_of(fact) == "name" for person in _people(fact)]
    yield from _made_up(draft, ground.allowed_text(), people)
    for name, text in draft.fields() if len(people) > 1 else ():
        for whole, own, _fact in people:
            for match in re.finditer(re.escape(whole), text):
                said = {
                    fold(found["role"])
                    for found in (_BEFORE.search(text, 0, match.start()), _AFTER.match(text, match.end()))
                    if found
                }
                for other, theirs, fact in people:
                    if _is_any(said, theirs - own) and not _is_any(said, own):
                        yield Finding("mixed_up", Level.FIX, name, *match.span(), whole, other, fact.id)


# 'Nkechi Adeyemi, our education chair,': up to three words that say no more than what somebody is.
_CALLED = re.compile(
    r",?[ \t]+(?:our |your |the )?(?!(?:can|will|may|must|could|would)\b)"
    r"(?P<role>[a-z-]+(?:[ \t]+[a-z-]+){0,2})[ \t]*(?=[,.:;()\n]|$)"
)
_ROLES = frozenset(listed("chair rep representative lead head"))  # of people only in such a place


def _made_up(draft: Draft, given: str, people: list[Person]) -> Iterator[Finding]:
    """'Adeyemi, education chair' of whom the brief says that she is education director."""
    for name, text in draft.fields() if draft.language[:2] == speaks(given) == "en" else ():
        for whole, own, fact in people:
            for match in re.finditer(re.escape(whole), text) if own else ():
                called = _CALLED.match(text, match.end())
                role = called["role"].split()[-1] if called else ""
                known = _is_any({role}, own) or any(likeness.alike(role, other) for other in own)
                if (
                    called
                    and (role in _ROLES or likeness.is_somebody(role))
                    and not known
                    and role not in tokens(given)
                ):
                    span = called.span("role")
                    yield Finding("fact_differs", Level.FIX, name, *span, called["role"], fact.value, fact.id)


def _people(fact: Fact) -> Iterator[Person]:
    """Each whole name of a fact with its roles; where it has several names its id tells of none."""
    found = list(_NAME.finditer(fact.value))
    of_id = re.findall(r"[^\W\d_]+", fact.id.lower()) if len(found) == 1 else []
    for match in found:
        tail = re.match(r"\s*[,(]\s*(?P<roles>[a-z][^,;()]*)", fact.value[match.end() :])
        words = {*_title(tail["roles"] if tail else ""), *of_id}
        yield match.group(), frozenset(w for w in words if len(w) >= _LEAST and KINDS.get(w, w) != "name"), fact


def _title(roles: str) -> Iterator[str]:
    """'the chief steward of the night shift' is a steward, and no shift."""
    return takewhile(lambda word: word not in _LINKS, dropwhile(_LINKS.__contains__, tokens(roles)))


def _is_any(said: set[str], roles: frozenset[str]) -> bool:
    """'arb' is the arbitrator."""
    return any(word.startswith(role) for word in said for role in roles)
