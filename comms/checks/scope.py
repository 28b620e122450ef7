"""What the brief gives once or denies, and a text spreads or grants."""

import re
from collections.abc import Iterator

from comms.checks import slots
from comms.checks.halves import NOT
from comms.checks.opposites import FIGURES
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.stemming import stems
from comms.checks.words import clauses, sentences


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    for name, text in draft.fields():
        yield from _spread(name, text, ground)
        yield from _undenied(name, text, given)
        yield from _let_in(name, text, given)
    yield from _widened(draft, ground)
    yield from _handed_out(draft, given)


_ONE_YEAR = re.compile(
    r"[^.;!?]{0,25}\b(?:first|second|third|fourth|one|primer|segundo|tercer)\s+(?:year|month|week|año|mes)\b", re.I
)
_EACH_YEAR = re.compile(
    r"[^.;!?\d]{0,25}?\b(?:each|every|per|a|cada|al|por)\s+(?:year|month|week|pay period|año|mes|semana)\b|"
    r"\s+(?:yearly|annually|monthly)\b",
    re.I,
)


def _is_once(after: str) -> bool:
    return bool(_ONE_YEAR.match(after)) and not _EACH_YEAR.match(after)


def _spread(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """'2.8 percent in each year' where the brief gives it for the first one."""
    once = {
        (slot.kind, value)
        for fact in ground.facts
        for slot in slots.find(fact.value)
        for value in slot.values
        if slot.kind in FIGURES and _is_once(fact.value[slot.end :])
    }
    for slot in slots.find(text) if once else ():
        if any((slot.kind, value) in once for value in slot.values) and _EACH_YEAR.match(text[slot.end :]):
            yield Finding("opposite", Level.FIX, name, slot.start, slot.end, slot.text)


_SHUT_OUT = re.compile(
    r"^(?:the\s+)?(?P<who>[^\W\d_]{4,}(?:\s+[^\W\d_]+)?)\s+(?:is|are)(?:\s+not|n['’]t)\s+"
    r"(?:included|covered|eligible|invited|affected|part)\b",
    re.IGNORECASE,
)
_LEFT_ASIDE = re.compile(r"\b(?:except|exclud\w+|exempt|other than|but|only|outside|un\w+ed)\b", re.IGNORECASE)


def _let_in(name: str, text: str, given: str) -> Iterator[Finding]:
    """'Contractors can take part' where the brief says 'contractors are not included'."""
    out = {m["who"].lower(): line.text for line in clauses(given) if (m := _SHUT_OUT.match(line.text))}
    for part in clauses(text) if out else ():
        for who, line in out.items():
            is_told = re.search(rf"\b{re.escape(who)}\b", part.text, re.IGNORECASE)
            if is_told and not (NOT.search(part.text) or _LEFT_ASIDE.search(part.text) or part.text.endswith("?")):
                yield Finding("opposite", Level.FIX, name, part.start, part.end, part.text, line)


_PASSIVE = re.compile(r"\b(?:be|is|are|was|were|been|being|gets?)\s+(?P<done>[a-z]{3,}ed)\b", re.IGNORECASE)


# 'Nobody may enter before the air is tested' denies no test.
_DENIED_TO = re.compile(
    NOT.pattern + r"(?:(?!\b(?:before|until|unless|if|when|while|because|that|antes|hasta|si|cuando|que)\b)[^,;:])*$",
    NOT.flags,
)


def _undenied(name: str, text: str, given: str) -> Iterator[Finding]:
    """'You can be punished' where the brief only says 'no one will be punished'."""
    known = [
        (m["done"].lower(), line.text[: m.end()], line.text)
        for line in clauses(given)
        for m in _PASSIVE.finditer(line.text)
    ]
    denied = {done: line for done, before, line in known if _DENIED_TO.search(before)}
    open_to = {done for done, before, line in known if not _DENIED_TO.search(before)}
    for part in clauses(text) if denied else ():
        for match in _PASSIVE.finditer(part.text):
            done = match["done"].lower()
            if done in denied and done not in open_to and not NOT.search(part.text) and not part.text.endswith("?"):
                yield Finding("opposite", Level.FIX, name, part.start, part.end, part.text, denied[done])


# Wider than the brief: every place where it names some, all who work there where it speaks of members.
_PLACES = (
    "sites?|worksites?|shifts?|departments?|buildings?|locations?|plants?|depots?|units?|offices?|stations?|schools?"
)
_WIDER = tuple(
    (re.compile(said, re.IGNORECASE), re.compile(given, re.IGNORECASE))
    for said, given in (
        (
            r"\b(?:(?:anywhere|everywhere) (?:in|at|on)|throughout|all over|across) (?:the|our) "
            r"(?!country|nation|world)\w+|"
            rf"\b(?:all|every|any) (?:of )?(?:the |our )?(?:{_PLACES})\b(?! (?:may|might|can)\b)|"
            r"\b(?:company|city|county|agency|plant|hospital|district)-?wide\b|\b(?:en )?tod[oa]s l[oa]s "
            r"(?:turnos|sitios|plantas|oficinas|edificios|departamentos)\b",
            rf"\b(?:all|every|each|any|both|both|entire|whole) (?:of )?(?:[\w-]+ ){{0,2}}(?:{_PLACES})\b|"
            r"\b(?:anywhere|everywhere|throughout|across|\w+-?wide|tod[oa]s? (?:l[oa]s? )?\w+)\b",
        ),
        (
            r"\b(?:all|every|any|each)\s+(?:of\s+)?(?:the\s+|our\s+|city\s+|county\s+)?"
            r"(?:employees?|workers?|staff|coworkers?|non-?members?)\b",
            r"\b(?:everyone|everybody|anyone|employees?|workers?|staff|coworkers?|non-?members?|"
            r"bargaining unit|emplead\w+|trabajador\w+)\b|\A(?!(?s:.*)\bmembers?\b)",
        ),
    )
)
_HANDED_OUT = re.compile(
    r"\b(?:every|each|all|everyone|everybody|anyone|tod[oa]s?|cada)\b[^.!?;,]{0,40}?\b"
    r"(?:will (?:get|receive|win|be given)|"
    r"gets?|receives?|wins?|reciben?|recibirán?)\b",
    re.IGNORECASE,
)
_HAS_EACH = re.compile(
    r"\b(?:every|everyone|everybody|all|anyone|tod[oa]s?)\b|\beach (?!to\b|for\b|in\b|on\b|and\b)\w{3,}|\bcada\b",
    re.IGNORECASE,
)


def _handed_out(draft: Draft, allowed: str) -> Iterator[Finding]:
    """'Every student who applies gets one' where the brief has five to give."""
    if _HAS_EACH.search(allowed):
        return
    for line in sentences(draft.body):
        match, said = _HANDED_OUT.search(line.text), stems(line.text)
        if match and any(len(said & stems(known.text)) > 2 for known in sentences(allowed)):
            continue
        if match and not any(slot.kind in {"money", "percent", "date", "time"} for slot in slots.find(line.text)):
            yield Finding("claim", Level.FIX, "body", line.start, line.end, line.text)


def _widened(draft: Draft, ground: Ground) -> Iterator[Finding]:
    """'Anywhere in the plant' of two places, 'all employees' of the members."""
    told = "\n".join([ground.purpose, *(fact.value for fact in ground.facts), *(s.text for s in ground.sources)])
    for said, given in _WIDER:
        for name, text in draft.fields() if not given.search(told) else ():
            for match in said.finditer(text):
                yield Finding("claim", Level.FIX, name, *match.span(), match.group())
