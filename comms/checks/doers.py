"""Who did it: a deed of the employer told of the union, or the reverse, and whom members are sent to."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import Reader, bags
from comms.checks.words import Sentence, clauses, speaks

_UNION = r"we|(?:the |our )?union|local \d+|el sindicato|nosotros|nosotras"
_EMPLOYER = (
    r"(?:the |our |la |el )?(?:employer|management|agency|company|city|county|hospital|clinic|district|administration|"
    r"bosses|empresa|gerencia|agencia|patrón|compañía|clínica|administración)"
)
_THIRD = (
    r"(?:the |an? |el |la )?(?:arbitrator|judge|mediator|court|hearing officer|labor board|commission|flra|mspb|nlrb|"
    r"árbitro|juez|jueza|tribunal)"
)
# What both do: ask, want, meet and talk. Of any other deed the brief says who did it.
_BOTH = (
    r"(?:ask|want|need|meet|talk|agree|say|tell|know|hope|believe|think|have|do|can|may|must|should|shall|will|would|could|"
    r"might|make|take|get|come|go|put|see|look|work|try|call|speak|discuss|answer|write|reply|respond|continue|keep|"
    r"start|begin|plan|expect|understand|remember|bargain|negotiate|is|are|was|were|be|reach|hear|let|feel|find|learn|"
    r"pide|quiere|dice|sabe|puede|debe|tiene|hay|habla|espera)(?:s|es|ed|d|ing|n)?|has|had|said|told|knew|thought|met|"
    r"made|took|got|came|went|saw|spoke|wrote|kept|began|understood|heard|felt|found|not|never|and|or|of|in|on|at|to|"
    r"for|with|from|by|about|against|who|that|which|than|as|if|the|an?|our|your|their|its|contract|agreement|hall|office|"
    r"dues|meeting|members?|y|o|de|del|en|con|que|para|por|no|se"
)
_DEEDS = rf"(?!(?:{_BOTH})\b)[^\W\d_]{{3,}}"
_DONE = re.compile(
    rf"(?:^|[^\w'’-])(?:(?P<union>{_UNION})|(?P<employer>{_EMPLOYER})|(?P<third>{_THIRD}))\s+"
    r"(?:(?:has|have|had|will|also|already|then|just|now|quickly|promptly|ha|han|ya|también)\s+){0,2}"
    rf"(?P<deed>{_DEEDS})\b",
    re.IGNORECASE,
)
# 'The union and Mercy Hospital settled'
_TOGETHER = re.compile(rf"(?:{_UNION}|{_EMPLOYER})\s+(?:and|y)\s+(?:[\w'’-]+\s+){{1,4}}(?:{_DEEDS})$", re.IGNORECASE)
Deeds = dict[str, dict[str, list[Sentence]]]


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    theirs, ours = speaks(given), draft.language[:2]
    read = bags(ours, theirs)
    known: Deeds = defaultdict(lambda: defaultdict(list))
    for clause in clauses(given):
        for match in _DONE.finditer(clause.text):
            sides = ("union", "employer") if _TOGETHER.search(clause.text[: match.end()]) else (_side(match),)
            for deed, side in product(read(match["deed"], theirs), sides):
                known[deed][side].append(clause)
    for name, text in draft.fields():
        for clause in clauses(text):
            for match in _DONE.finditer(clause.text):
                if line := _other_side(clause.text, match, known, ours, theirs, read):
                    start, end = match.start(_side(match)), match.end()
                    yield Finding(
                        "opposite",
                        Level.FIX,
                        name,
                        clause.start + start,
                        clause.start + end,
                        clause.text[start:end],
                        line.text,
                    )


def _side(match: re.Match[str]) -> str:
    return next(side for side in ("union", "employer", "third") if match[side])


def _other_side(rest: str, match: re.Match[str], known: Deeds, ours: str, theirs: str, read: Reader) -> Sentence | None:
    """The line of the brief where the other side did this to the same thing, and ours never did."""
    mine = _side(match)
    deeds = read(match["deed"], ours)
    if any(mine in known[deed] for deed in deeds if deed in known):
        return None
    here = read(rest, ours) - deeds
    alone = not here - read(match.group(mine), ours)  # 'The union has appealed' says nothing else
    for deed in deeds & known.keys():
        for side, lines in known[deed].items():
            if side != mine and (line := next((x for x in lines if alone or read(x.text, theirs) & here), None)):
                return line
    return None
