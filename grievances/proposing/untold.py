"""A step told in a sentence without a number: 'If it is still open, the Director reviews it.' Whose answer a later
clock counts from tells whether it was one. Pure.
"""

from __future__ import annotations

from typing import NamedTuple

from grievances.proposing.phrases import OF_ANSWER, STILL_OPEN, TO_ARBITRATION
from unionops.platform.core import lazy_re as re

_UP = (
    r"(?:appeal|present|submit|refer|forward|advance|send|sent|take|taken|carry|carried|go|move|bring|brought|put|"
    r"escalate|pass|turn)\w*"
)
_NAME = r"[A-Za-z][\w’' -]{2,60}?"
GIVEN_TO = re.compile(
    rf"(?:\b(?:reviewed|heard|considered|examined|taken up|discussed|decided) by|"
    rf"\b{_UP}\b[^.;]{{0,60}}?\b(?:to|before)) (?P<whom>{_NAME})(?=[,.;]| (?:who|which|for|and|or|in|with)\b|\s*$)|"
    rf"[,:] (?:then )?(?P<who>{_NAME}) (?:(?:shall|will|must|may) )?"
    r"(?:reviews?|hears?|considers?|examines?|looks? into|takes? (?:it|the \w+) up)\b",
    re.I,
)
UP = re.compile(
    r"\b(?:not|un|dis)\s?(?:be )?(?:satisf\w+|resolved|settled|adjusted|agreed|accept\w*|happy|content)\b|"
    r"\b(?:still|remains?) (?:open|unresolved|unsettled)\b|\b(?:next|then)\b",
    re.I,
)
_ANSWER = r"(?:answer|response|decision|reply|disposition|determination)"
WHOSE_ANSWER = re.compile(
    rf"\b[\w ]{{3,40}}[’']s? (?:written |final |oral )?{_ANSWER}|\b{_ANSWER} (?:of|by|from) [\w ]{{3,40}}", re.I
)
# Words of many offices and of none: they tell nobody from another.
_COMMON = re.compile(r"next|step|level|department|grievance|employer|agency|company|management|office")


class Sent(NamedTuple):
    """The words that name whom it went to, and where that is said."""

    words: frozenset[str]
    clause: int
    quote: str


def sent_to(said: str) -> frozenset[str]:
    """Whom the case went up to in this sentence; nobody where it does not say so."""
    goes_up = not TO_ARBITRATION.search(said) and (STILL_OPEN.search(said) or UP.search(said))
    found = GIVEN_TO.search(said) if goes_up else None
    return words_of(found["whom"] or found["who"]) if found else frozenset()


def words_of(name: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]{4,}", name.lower()) if not _COMMON.fullmatch(word))


def was_a_step(sent: Sent, owed: str, before: str, rest: str, level: str) -> bool:
    """Whether what comes next counts from the answer of whoever it went to, or is `owed` by them; nobody of `level`,
    the words of the steps before, may go by the same name.
    """
    counted = OF_ANSWER.match(rest)
    whose = " ".join(one[0] for one in WHOSE_ANSWER.finditer(before + counted[0])) if counted else ""
    return bool((sent.words & words_of(owed or whose)) - words_of(level))
