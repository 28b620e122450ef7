"""Sentences that say two things, one of them with a 'not': 'they audited the books and found no errors'."""

import re
from collections.abc import Iterator
from itertools import pairwise

NOT = re.compile(
    r"\b(?:not|no one|no|never|nobody|none|nothing|neither|without|cannot|\w+n['’]t|ning[uú]n[oa]?|nunca|nadie|nada|"
    r"sin|tampoco)\b(?!\s+(?:later|earlier|more|less|fewer|longer|matter|doubt|only|just|one\b|"
    r"(?:extra |additional )?(?:cost|charge|fee)\b))",
    re.IGNORECASE,
)


# 'The union has asked and management has not answered' says two things, each of its own.
_TOO = re.compile(
    r",?\s+(?:and|y)\s+(?=(?:[^\W\d_][\w'’-]*\s+){1,3}(?:is|are|was|were|has|have|had|will|would|may|must|can|does|do|did|"
    r"no|ha|han|está|están|será|debe|puede)\s+[^\W\d_]{2,}(?:\s|[.!?]))",
    re.IGNORECASE,
)


def told(line: str) -> list[str]:
    """What a sentence of the brief tells, and its halves by themselves where only one of them has a 'not'."""
    halves = _TOO.split(line)
    if not any(_is_mixed(one, two) for one, two in pairwise(halves)):
        halves = [part for _at, part in pieces(line)]
    return list(dict.fromkeys([line, *halves]))


def pieces(words: str) -> Iterator[tuple[int, str]]:
    """'It costs nothing: the local pays': each by itself where only one of the two has a 'not'."""
    at = next((match.end() for match in _COLON.finditer(words)), 0)
    parts = [(0, words[:at]), (at, words[at:])] if at and _is_mixed(words[:at], words[at:]) else [(0, words)]
    for start, part in parts:
        halves = _BOTH_DEEDS.split(part, maxsplit=1)
        if len(halves) == 2 and _is_mixed(*halves):
            yield start, halves[0]
            yield start + part.rindex(halves[1]), halves[1]
            continue
        more = _AND.search(part)
        if more and _is_mixed(part[: more.start()], more["rest"]):
            yield start, part[: more.start()]
            yield start + more.start("rest"), more["rest"]
        else:
            yield start, part


def _is_mixed(one: str, other: str) -> bool:
    return bool(NOT.search(one)) != bool(NOT.search(other))


_COLON = re.compile(r":\s+")
# 'They audited the books and found no errors': two deeds, one of them with a 'no'.
_BOTH_DEEDS = re.compile(r"\s+(?:and|y)\s+(?=(?:found|[^\W\d_]{2,}(?:ed|ó|aron|ieron))\s)", re.IGNORECASE)
_AND = re.compile(r",\s+(?:and|so|because|y|así que|porque)\s+(?P<rest>(?!(?:it|they|s?he)\b)[^,]+)$", re.I)
