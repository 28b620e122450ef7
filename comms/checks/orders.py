"""What comes before what: 'supervisors before operators' is not 'operators before supervisors'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks import dates
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import Reader, bags
from comms.checks.words import Sentence, clauses, speaks

_WORDS = r"(?:[^\W\d_][\w'’-]*\s+){0,3}?[^\W\d_][\w'’-]*"
_RELATION = re.compile(
    r"(?P<forward>\b(?:before|ahead of|instead of|rather than|in place of|over|antes (?:de|que)|"
    r"en (?:vez|lugar) de)\b)|"
    r"(?P<back>\b(?:after|behind|después (?:de|que))\b)",
    re.IGNORECASE,
)
_LEFT, _RIGHT = re.compile(rf"{_WORDS}\s*$"), re.compile(rf"\s*{_WORDS}")
_DATED = re.compile(rf"\d|\b(?:{'|'.join([*dates.MONTHS, *dates.WEEKDAYS])})\b", re.IGNORECASE)  # checked as days


@dataclass(frozen=True)
class Order:
    """The words of what comes first and of what comes second, and the clause."""

    first: frozenset[str]
    second: frozenset[str]
    clause: Sentence

    def turns(self, other: "Order") -> bool:
        """Each side has what is only the other's other side."""
        return bool(self.first & other.second - other.first) and bool(self.second & other.first - other.second)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    theirs = speaks(given)
    read = bags(draft.language, theirs)
    known = list(_orders(given, theirs, read))
    for name, text in draft.fields() if known else ():
        for mine in _orders(text, draft.language, read):
            turned = next((order for order in known if mine.turns(order)), None)
            same = any(mine.first & order.first and mine.second & order.second for order in known)
            if turned and not same:
                part = mine.clause
                yield Finding("opposite", Level.FIX, name, part.start, part.end, part.text, turned.clause.text)


def _orders(text: str, language: str, read: Reader) -> Iterator[Order]:
    for clause in clauses(text):
        for match in _RELATION.finditer(clause.text):
            left, right = _LEFT.search(clause.text[: match.start()]), _RIGHT.match(clause.text[match.end() :])
            if left and right and not _DATED.search(right.group()) and not clause.text.endswith("?"):
                sides = read(left.group(), language), read(right.group(), language)
                yield Order(*(sides if match["forward"] else sides[::-1]), clause)
