"""The brief's own matter told the other way round: a 'not' put in or left out, a word of opposite sense."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from comms.checks import facts, likeness
from comms.checks.lexicon import ALIKE
from comms.checks.matters import DENIED, LIGHT, MUST, NOT, PLAIN, WISH, Matter, Word, read
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.turns import PAIRS
from comms.checks.words import speaks
from unionops.platform.core import lazy_re as re

_UN = re.compile(r"^(?:un|non|in|im|dis)-?")
_MUCH = 1.5  # of other words, where the one itself is not in the brief
_NEAR = 0.75  # of the best that the brief has on the same words


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    theirs = speaks(given)
    bare = {fact.value for fact in ground.facts if facts.kind_of(fact) in facts.TYPED | {"name"}}
    told = (line for line in read(given, theirs, theirs) if not _REST.search(line.clause.text))
    brief = Brief.of(tuple(_of_a_fact(line, bare) for line in told))
    for name, text in draft.fields():
        for matter in read(_STOP.sub(_blank, text), draft.language, theirs):
            if _REST.search(matter.clause.text):
                continue
            line = next(
                (
                    line
                    for turns in (_denials, _forces, _senses, _spreads, _doubts, _burdens, _wishes, _hastes)
                    for line in turns(matter, brief)
                ),
                None,
            )
            if line:
                part = matter.clause
                yield Finding("opposite", Level.FIX, name, part.start, part.end, part.text, line.clause.text)


# What is told of the rest follows from what the brief tells of the one.
_REST = re.compile(
    r"\b(?:others?|rest|else|otherwise|after(?:wards| that)|elsewhere|another|different|demás|otr[oa]s|resto)\b",
    re.IGNORECASE,
)


def _of_a_fact(line: Matter, bare: set[str]) -> Matter:
    """'40 appointments' counts them and says nothing of them."""
    if line.clause.text not in bare:
        return line
    return replace(line, words=tuple(replace(word, said="") if word.said == PLAIN else word for word in line.words))


_STOP = re.compile(
    r"\b(?:(?:reply|text|txt|responda|envíe|escriba)\W+)?(?:STOP|ALTO)\b(?! (?:at|in|on)\b)[^.!?\n]*[.!]?\s*$",
    re.IGNORECASE,
)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@dataclass(frozen=True)
class Brief:
    """The matters of a brief, all their words, and in how many of its sentences each stands."""

    lines: tuple[Matter, ...]
    words: frozenset[str]
    often: Counter[str]

    @classmethod
    def of(cls, lines: tuple[Matter, ...]) -> "Brief":
        words = frozenset().union(*(word.keys for line in lines for word in line.words))
        return cls(lines, words, Counter(key for about in {m.about for m in lines} for key in about))

    def weights(self, matter: Matter, apart: Word | None = None, *, whole: bool = False) -> dict[Matter, float]:
        """How much each line has of what a text speaks of: rare words weigh more, and so do days, sums and places.

        Around one word only its own part of the clause counts, unless the `whole` is asked for.
        """
        near = [word for word in matter.words if apart is None or whole or word.piece == apart.piece]
        around = frozenset().union(*(word.keys for word in near)) - (apart.keys if apart else frozenset())
        return {
            line: self._words(around & line.about) + self._words(around & line.own) / 2 + _values(matter, line)
            for line in self.lines
        }

    def _words(self, keys: frozenset[str]) -> float:
        return sum(1 / self.often[key] for key in keys if key in self.often)


def _goes_with(line: Matter, others: set[Matter]) -> bool:
    """Another part of the same sentence, which denies nothing of its own."""
    return any(line.about == other.about for other in others) and not any(word.said == DENIED for word in line.words)


# 'Not for fire duty.' denies what stands before it.
_FRAGMENT = re.compile(r"\W*(?:not|no)\s+(?:for|to|in|on|at|with|by|from|para|en|con|por)\b", re.IGNORECASE)


def _denials(matter: Matter, brief: Brief) -> Iterator[Matter]:
    """A word the brief denies and the text does not, or the reverse."""
    for word in matter.words:
        if not word.said or (word.said == DENIED and _FRAGMENT.match(matter.clause.text)):
            continue
        is_known = bool(word.keys & brief.words)
        same: set[Matter] = set()
        other: set[Matter] = set()
        for line in brief.lines:
            for known in line.words:
                relation = _relation(word, known) if known.said and known.hangs is word.hangs else ""
                loose = relation == "alike" and word.said == DENIED
                loose = loose or (known.said == DENIED and not _is_of_those(line, known, matter))
                loose = loose or (relation == "opposed" and _are_two_moments(matter, line))
                if relation and not loose and (relation == "same") is is_known:
                    turned = (relation == "opposed") is (known.said == word.said)
                    (other if turned and not _denied_alike(word, known, matter, line) else same).add(line)
        yield from _nearest(word, matter, brief, same, other, is_known=is_known)


def _are_two_moments(matter: Matter, line: Matter) -> bool:
    """'Nominations are open' and 'they close on January 22' are both true: what opens closes on a day of its own.

    'The hall is open' and 'the hall is closed on January 22' are not, unless each has its day.
    """
    ends = {_ENDS[match[0].lower()] for each in (matter, line) for match in _END.finditer(each.clause.text)}
    days = [{slot for slot in each.values if slot.kind in _MOMENTS} for each in (matter, line)]
    told = all(days) or (any(days) and any(_CLOSES.search(each.clause.text) for each in (matter, line)))
    return len(ends) > 1 and told and not any(a.agrees(b) for a in days[0] for b in days[1])


_END = re.compile(r"\b(?:open|close|abre|abie|cier|cerr)", re.IGNORECASE)
_CLOSES = re.compile(r"\b(?:opens|closes?|closing|abren?|cierran?)\b", re.IGNORECASE)
_ENDS = {"open": 0, "abre": 0, "abie": 0, "close": 1, "cier": 1, "cerr": 1}
_MOMENTS = frozenset({"date", "weekday", "time", "month"})


def _forces(matter: Matter, brief: Brief) -> Iterator[Matter]:
    """What the brief spares or leaves free told as a duty, or the reverse; what is left free where more is alike."""
    for word in matter.words:
        lines = [(line, known.force) for line in brief.lines for known in line.words if known.keys & word.keys]
        if word.force and lines:
            others = _OTHER_FORCES[word.force]
            other = {line for line, force in lines if force in others}
            same = {line for line, force in lines} - other
            weights = brief.weights(matter, word)
            forces = {word.force, *(force for _line, force in lines)}
            if ("spared" in forces and forces & {"must", "asked"}) or any(weights[x] for x in other):
                yield from _nearest(word, matter, brief, same, other, is_known=True)


_OTHER_FORCES = {"must": {"free", "spared"}, "free": {"must"}, "spared": {"must", "asked"}, "asked": {"spared"}}


def _nearest(
    word: Word, matter: Matter, brief: Brief, same: set[Matter], other: set[Matter], *, is_known: bool
) -> Iterator[Matter]:
    """The line that says otherwise, where the text speaks of nothing else of the brief rather than of that."""
    if not other:
        return
    weights = brief.weights(matter, word)
    whole = brief.weights(matter, word, whole=True)
    if not any(weights.values()):
        if is_known and not same and (word.said == PLAIN or word.force or not any(whole.values())):
            yield next(iter(other))  # the word is all that this part of the text has of the brief
            return
        weights = whole
    top = max(other, key=lambda line: weights[line])
    if weights[top] <= max((weights[line] for line in same), default=-1.0):
        return
    told = [line for line in brief.lines if line not in other and not _goes_with(line, other)]
    best = max((weights[line] for line in told), default=0.0)
    if weights[top] > 0 and (
        weights[top] >= _NEAR * best if is_known else weights[top] > best and weights[top] >= _MUCH
    ):
        yield top


def _senses(matter: Matter, brief: Brief) -> Iterator[Matter]:
    """A word of the other side of a pair, where the brief has nothing of that side on the same matter."""
    found = _sides(matter.clause.text)
    mine = {(pair, side) for pair, side in found if (pair, 1 - side) not in found}
    if mine:
        weights = brief.weights(matter)
        best = max(weights.values(), default=0.0)
        told = [(line, weights[line], _sides(line.clause.text)) for line in brief.lines]
        for line, weight, sides in told:
            if not 0 < weight >= _NEAR * best:
                continue
            is_told = bool(WISH.search(line.clause.text)) is bool(WISH.search(matter.clause.text))
            alike = [others for _other, much, others in told if much >= _NEAR * weight]
            if is_told and not _are_two_moments(matter, line) and any(_turns(each, sides, alike) for each in mine):
                yield line


def _turns(mine: tuple[int, int], line: frozenset[tuple[int, int]], alike: list[frozenset[tuple[int, int]]]) -> bool:
    pair, side = mine
    return (pair, 1 - side) in line and not any(mine in sides for sides in alike)


_EVERY = re.compile(
    r"\b(?:(?:all|every|any|each|tod[oa]s|cada|cualquier)\s+(?:of\s+)?(?:the\s+|our\s+|los\s+|las\s+)?(?:[^\W\d_]+)|"
    r"everyone|everybody|anyone|always|tod[oa]s|cualquiera|siempre)\b"
    r"(?!\s+(?:with|without|who|from|on|that|whose|con|que)\b)"
    r"(?P<where>\s+(?:in|at|of|de|en)\s+(?:(?:the|our|this|el|la|los|las|nuestr[oa]s?)\s+)?[^\W\d_]+)?",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|solely|just|limited to|s[oó]lo|solamente|únicamente)\b", re.IGNORECASE)


def _spreads(matter: Matter, brief: Brief) -> Iterator[Matter]:
    """'All members can vote' where the brief says 'only members in good standing'."""
    every = _EVERY.search(matter.clause.text)
    if every and not _ONLY.search(matter.clause.text):
        start, end = (matter.clause.start + at for at in every.span("where"))
        where = frozenset().union(*(word.keys for word in matter.words if start <= word.start < end))
        weights = brief.weights(matter)
        best = max(weights.values(), default=0.0)
        for line in brief.lines:
            text = line.clause.text
            is_near = 0 < weights[line] >= _NEAR * best and not where & line.about
            if is_near and _ONLY.search(text) and not _EVERY.search(text):
                yield line


_SURE = re.compile(
    r"\b(?:will|(?:you|they|we|members|workers|everyone|everybody)(?= gets?\b)) "
    r"(?P<deed>(?:be |gets? |not )*[^\W\d_]{3,})",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:(?-i:may)|might|could) (?P<deed>(?:be |get |not )*[^\W\d_]{3,})", re.IGNORECASE)


def _doubts(matter: Matter, brief: Brief) -> Iterator[Matter]:
    """'You may be paid' where the brief says 'they will be paid' and nowhere that they may."""
    deeds = _deeds(_UNSURE, matter) - (LIGHT - {"get"})
    if deeds and not any(deeds & _deeds(_UNSURE, line) for line in brief.lines):
        weights = brief.weights(matter)
        yield from (line for line in brief.lines if weights[line] > 0 and deeds & _deeds(_SURE, line))


def _deeds(pattern: re.Pattern[str], matter: Matter) -> frozenset[str]:
    """'be paid'; of 'get two hours' the getting."""
    found = (match["deed"].lower() for match in pattern.finditer(matter.clause.text))
    return frozenset("get" if deed.startswith("get") else deed for deed in found)


_NOTHING = re.compile(
    r"\b(?:(?:not|n['’]t) (?:have|need) to do anything|need not do anything|no (?:further )?action|"
    r"nothing (?:(?:you|members|they) (?:have|need)|to do|is (?:needed|required))|"
    r"(?<!if )(?:members?|you|everyone|employees) (?:need )?do nothing|no (?:tienen?|deben?|hay) que hacer nada|"
    r"nada que hacer)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|members?|everyone|usted(?:es)?|afiliad[oa]s?|tienen? que|debe[ns]?)\b", re.IGNORECASE)


def _burdens(matter: Matter, brief: Brief) -> Iterator[Matter]:
    """'You have to enroll' where the brief says that nobody need do anything, and of no day to do it by."""
    is_due = any(_values(matter, line) for line in brief.lines)
    if (
        not is_due
        and MUST.search(matter.clause.text)
        and not NOT.search(matter.clause.text)
        and _READER.search(matter.clause.text)
    ):
        yield from (line for line in brief.lines if _NOTHING.search(line.clause.text))


_DONE = re.compile(r"\b(?:has|have|had|ha|han)\s+(?:already\s+|ya\s+)?(?P<deed>[^\W\d_]{3,})", re.IGNORECASE)


def _wishes(matter: Matter, brief: Brief) -> Iterator[Matter]:
    """'The board has raised dues' where the brief says only that it proposes to."""
    at = matter.clause.start
    done = {at + match.start("deed") for match in _DONE.finditer(matter.clause.text)}
    for word in matter.words:
        lines = [line for line in brief.lines if word.start in done and word.keys & line.own]
        if lines and all(_is_planned(word, line) for line in lines):
            yield lines[0]


_HELD = re.compile(
    r"\b(?:do not|don['’]t|never|no one should|nobody should|no)\s+(?P<deed>[^\W\d_]{3,})\b[^.!?]*"
    r"\b(?:before|until|till|unless|without|antes|hasta|sin)\b",
    re.IGNORECASE,
)
_BIDDEN = re.compile(r"[\s•*-]*(?:please\s+|por favor,?\s+)?(?P<deed>[^\W\d_]{3,})\b", re.IGNORECASE)
_IN_TIME = re.compile(
    r"\b(?:before|until|till|unless|without|after|once|first|only|when|if|then|not|never|antes|hasta|sin|después|"
    r"cuando|si|primero|solo|sólo|no)\b|n['’]t\b",
    re.IGNORECASE,
)


def _hastes(matter: Matter, brief: Brief) -> Iterator[Matter]:
    """'Sign it as soon as you can' where the brief says 'do not sign before you talk to us', and bids nobody sign."""
    deed = _bidden(matter)
    if deed and all(_bidden(line) != deed for line in brief.lines):
        yield from (x for x in brief.lines if (held := _HELD.search(x.clause.text)) and held["deed"].lower() == deed)


def _bidden(matter: Matter) -> str:
    bidden = _BIDDEN.match(matter.clause.text)
    return bidden["deed"].lower() if bidden and not _IN_TIME.search(matter.clause.text) else ""


_PLANS = re.compile(
    r"\b(?:(?:want|plan|propos|intend)(?:e?s|ed)? to|would|might|quieren?|propone[ns]?)\b", re.IGNORECASE
)


def _is_planned(word: Word, line: Matter) -> bool:
    """Whether in a line of the brief somebody only wants the deed."""
    plan = _PLANS.search(line.clause.text)
    behind = line.clause.start + plan.end() if plan else 0
    return plan is not None and all(known.start >= behind for known in line.words if known.keys & word.keys)


@lru_cache(4096)
def _sides(text: str) -> frozenset[tuple[int, int]]:
    """(pair, side) of each word that stands on one side of a pair, unless a 'not' falls on it."""
    return frozenset(
        (number, side)
        for number, pair in enumerate(PAIRS)
        for side, words in enumerate(pair)
        if any(_stands(text, match) for match in words.finditer(text))
    )


def _stands(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    return not (_UNDONE.search(before) or _NOT_NEXT.match(text, match.end()) or _OF_MATTER.search(before))


# 'We won the grievance about denied breaks': what it was about is not what came of it.
_OF_MATTER = re.compile(r"\b(?:grievances?|complaints?|cases?|quejas?) (?:about|over|on|por|sobre) $", re.IGNORECASE)


_NOT_NEXT = re.compile(r"\s*(?:not?\b|n['’]t\b)", re.IGNORECASE)
_UNDONE = re.compile(r"\b(?:no longer|not|never|n['’]t|ya no|no)\s+(?:se\s+|be\s+|been\s+)?$", re.IGNORECASE)


def _is_of_those(line: Matter, denied: Word, matter: Matter) -> bool:
    """'People who had a tattoo cannot give blood' denies it only to them."""
    text = line.clause.text[: denied.start - line.clause.start]
    who = _WHO.search(text)
    at = line.clause.start + who.end() if who else denied.start
    which = frozenset().union(*(word.keys for word in line.words if at <= word.start < denied.start))
    return not which or bool(which & matter.about)


_WHO = re.compile(r"\b(?:who(?:ever)?|whose|quien(?:es)?)\b", re.IGNORECASE)


def _denied_alike(word: Word, known: Word, matter: Matter, line: Matter) -> bool:
    """Both deny something of one matter: 'do not sign up with the boss', 'sign up with us, not with the boss'."""
    one, at, other = (line, known.piece, matter) if word.said == DENIED else (matter, word.piece, line)
    denied = [w for w in one.words if w.said == DENIED and not w.hangs]
    if any(w.keys & other.about for w in denied):
        return not any(w.keys & v.keys for w in denied for v in other.words if v.said == PLAIN)
    return any(w.piece == at for w in denied)


def _values(matter: Matter, line: Matter) -> float:
    return sum(any(slot.agrees(other) for other in line.values) for slot in matter.values)


_STEP = {"old", "new"}  # what has an old rate has a new one
# One deal told by either side: whoever lends to us, we borrow from.
_TWO_SIDES = (("lend", "borrow"), ("lent", "borrow"), ("sell", "buy"), ("teach", "learn"), ("give", "receive"))


def _relation(word: Word, known: Word) -> str:
    return "same" if word.keys & known.keys else _relation_of(word.forms, known.forms)


@lru_cache(65_536)
def _relation_of(words: frozenset[str], known: frozenset[str]) -> str:
    pairs = [(one, other) for one in words for other in known if {one, other} != _STEP]
    if any(_UN.sub("", max(pair, key=len)) == min(pair, key=len) != max(pair, key=len) for pair in pairs):
        return "opposed"
    if any({one[: len(a)], other[: len(b)]} == {a, b} for one, other in pairs for a, b in _TWO_SIDES):
        return "alike"
    if any(other in likeness.opposed(one) or likeness.lemmas(other) & likeness.opposed(one) for one, other in pairs):
        return "opposed"
    return "alike" if any(likeness.alike(one, other) or other in _ALIKE.get(one, ()) for one, other in pairs) else ""


_ALIKE: dict[str, set[str]] = {}
for _group in ALIKE:
    for _word in _group:
        _ALIKE.setdefault(_word, set()).update(_group)
