"""Who did it: a deed of the employer told of the union, or the reverse, and whom members are sent to."""

import re
from collections import defaultdict
from collections.abc import Iterator

from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import Reader, bags
from comms.checks.words import Sentence, clauses, speaks

_UNION = r"we|(?:the |our )?union|local \d+|el sindicato|nosotros|nosotras"
_EMPLOYER = (
    r"(?:the |our |la |el )?(?:employer|management|agency|company|city|county|hospital|clinic|district|administration|"
    r"bosses|empresa|gerencia|agencia|patrón|compañía|clínica|administración)"
)
# Deeds that only one of the two did; both ask, want, meet and talk.
_DEEDS = (
    r"fil(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|open(?:s|ed)?|won|wins?|propos(?:e[sd]?|ing)|demand(?:s|ed)?|reject(?:s|ed)?|"
    r"refus(?:e[sd]?|ing)|cancel(?:s|led|ed)?|cut|cuts|settled?|broke|breaks|violat(?:e[sd]?|ing)|appeal(?:s|ed)?|"
    r"withdrew|withdraws?|suspend(?:s|ed)?|fired|fires|hire[sd]?|sue[sd]?|den(?:y|ies|ied)|chang(?:e[sd]?|ing)|"
    r"post(?:s|ed)?|pay|pays|paid|"
    r"presentó|presentamos|cerró|cierra|abrió|ganó|ganamos|propuso|exigió|rechazó|canceló|recortó|violó|apeló|"
    r"suspendió|despidió|contrató|negó|cambió|publicó|paga|pagó|resolvió"
)
_DONE = re.compile(
    rf"(?:^|[^\w'’-])(?:(?P<union>{_UNION})|(?P<employer>{_EMPLOYER}))\s+"
    r"(?:(?:has|have|had|will|also|already|then|just|now|quickly|promptly|ha|han|ya|también)\s+){0,2}"
    rf"(?P<deed>{_DEEDS})\b",
    re.IGNORECASE,
)
Deeds = dict[str, dict[str, list[Sentence]]]


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    theirs, ours = speaks(given), draft.language[:2]
    read = bags(ours, theirs)
    known: Deeds = defaultdict(lambda: defaultdict(list))
    for clause in clauses(given):
        for match in _DONE.finditer(clause.text):
            for deed in read(match["deed"], theirs):
                known[deed][_side(match)].append(clause)
    for name, text in draft.fields():
        for clause in clauses(text):
            for match in _DONE.finditer(clause.text):
                if line := _other_side(clause.text[match.start() :], match, known, ours, theirs, read):
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
    return "union" if match["union"] else "employer"


def _other_side(rest: str, match: re.Match[str], known: Deeds, ours: str, theirs: str, read: Reader) -> Sentence | None:
    """The line of the brief where the other side did this to the same thing, and ours never did."""
    mine = _side(match)
    deeds = read(match["deed"], ours)
    if any(mine in known[deed] for deed in deeds if deed in known):
        return None
    here = read(rest, ours) - deeds
    for deed in deeds & known.keys():
        for side, lines in known[deed].items():
            if side != mine and (line := next((x for x in lines if read(x.text, theirs) & here), None)):
                return line
    return None
