"""The same matter with its sense turned: 'at least' for 'at most', a cut for a raise, a 'not' put in or left out."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from functools import lru_cache
from itertools import pairwise

from comms.checks import facts, slots, variants
from comms.checks.halves import NOT, pieces, told
from comms.checks.lexicon import ALIKE
from comms.checks.parts import SPOKEN_CHANNELS, Draft, Fact, Finding, Ground, Level
from comms.checks.spanish import Reader, bags
from comms.checks.stemming import stems
from comms.checks.turns import FIRST_STANDING, NEVER_BOTH, PAIRS
from comms.checks.words import clauses, speaks, word_spans

_VALUES = facts.TYPED | {"name"}
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|may|must|can|do|does|did|not|no|es|son|fue|será|debe|puede|hay)\b|n['’]t\b",
    re.IGNORECASE,
)
_DAYS = frozenset({"date", "weekday", "month"})
# 'by Friday' and 'after Friday'; a text that says both tells both sides of one day.
_DAY_SIDES = {
    side: re.compile(rf"\b(?:{words}):?\s+(?:the\s+|el\s+|on\s+)?$", re.IGNORECASE)
    for side, words in {
        "by": "by|before|until|till|through|no later than|not later than|deadline(?: is| of)?:?|due(?: by| on)?|"
        "antes del?|hasta|a más tardar|plazo(?: es)?",
        "after": "after|since|from|starting|beginning|as of|effective|no earlier than|not before|not until|"
        "despu[ée]s del?|desde|a partir del?",
    }.items()
}
# 'Ballots that come after Friday do not count': Friday is the last day.
_TOO_LATE = re.compile(
    r"[^.!?]{0,40}\b(?:(?:do|will|does|can|are|be) ?n[o'’]t|cannot|too late|late|"
    r"no (?:se )?(?:cuentan?|aceptan?|valen?))\b",
    re.IGNORECASE,
)
_LATE = re.compile(r"\bafter\b[^.!?]*\b(?:not?|n['’]t|cannot)\b|\bdespués\b[^.!?]*\bno\b", re.IGNORECASE)
_DUE = re.compile(r"deadline|due|rsvp|plazo|límite", re.IGNORECASE)
FIGURES = frozenset({"number", "money", "percent", "time", "date"})
# What stands before a figure and says on which side of it the truth lies.
_SIDES: dict[str, re.Pattern[str]] = {
    side: re.compile(rf"\b(?:{words})\s*(?:the\s+|el\s+)?(?:\$\s*)?$", re.IGNORECASE)
    for side, words in {
        "up": (
            "at least|no (?:fewer|less) than|not less than|a minimum of|minimum|more than|over|above|from|"
            "exceed(?:s|ing)?|"
            "al menos|por lo menos|como mínimo|mínimo|más de|no menos de"
        ),
        "down": (
            "at most|no more than|not more than|up to|a maximum of|maximum|less than|fewer than|under|below|"
            "a lo más|como máximo|máximo|a lo sumo|menos de|hasta|no más de"
        ),
    }.items()
}
_AFTER = {
    "up": re.compile(r"\s*(?:\w+\s+)?(?:or more|or longer|or later|at least|o más)\b", re.IGNORECASE),
    "down": re.compile(r"\s*(?:\w+\s+)?(?:or less|or fewer|or under|at most|o menos)\b", re.IGNORECASE),
}
# A sum for all together, or for each.
_SHARES = {
    "all": re.compile(
        r"\b(?:totals?(?: of| is| sum of)?|altogether|combined|en total|suma(?: de)?)\W*$", re.IGNORECASE
    ),
    "each": re.compile(r"\b(?:each|every|per|cada)\s+(?!year|month|week|hour|pay)[^.;:!?]{0,40}$", re.IGNORECASE),
}
_SHARES_AFTER = {
    "all": re.compile(r"\W*(?:in (?:all|total)|altogether|combined|for all|en total)\b", re.IGNORECASE),
    "each": re.compile(r"\W*(?:each|apiece|per (?:person|member|employee|worker)|a head|cada un[oa])\b", re.IGNORECASE),
}
# Questions, branches of a script and quoted words are held against the brief elsewhere, or not at all.
# 'Stay out' says what 'do not enter' says, and denies nothing else.
_KEEP_OUT = re.compile(r"\b(?:(?:stays?|keeps?) (?:out|away|off)|off limits|no entrar)\b", re.IGNORECASE)
# 'A note is needed only after three days' says of others what 'you need no note' says.
_RESTRICTS = re.compile(r"\b(?:only (?:if|when|after|for|once)|unless|s[oó]lo (?:si|cuando|después))\b", re.IGNORECASE)
_TALK = re.compile(r"[?？][\"”’)]*$|^\s*(?:no|yes|maybe|sí)\s*[:,.]|[“”«»\"]", re.IGNORECASE)
_BRANCH = re.compile(r"^[\s*•-]*(?:if|si|when|cuando)\b[^,]*", re.IGNORECASE)
# 'won't pay any more' is what 'stops paying' says.
# 'If you do not drive, ...': the 'not' is the condition's.
_CONDITION = re.compile(r"^[\s*•-]*(?:if|unless|when|si|cuando)\b[^,]*,", re.IGNORECASE)
_ENDING = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|end(?:s|ed|ing)?|drop(?:s|ped)?|withdr[ae]w\w*|waived?|no longer|any ?more|cancel\w*|"
    r"forbid\w*|prohib\w+|bann?(?:s|ed)?|instead|"
    r"refus\w+|den(?:y|ied|ies)|eliminat\w+|"
    r"broken?|out of (?:order|service|use)|fail\w*|missing|lack\w*|unable|"
    r"without|lose[sd]?|lost|cuts?|abolish\w*|deja\w* de|suspend\w+|quit\w*|elimin\w+|ya no)\b",
    re.IGNORECASE,
)
_SHORT_LINE = 4  # words that mean something: such a line is all the brief says of its matter
_MANY, _BOTH = 5, 2
_LONELY = 3  # words that mean something: 'Answers are anonymous' has two

_STOP = re.compile(r"\b(?:reply|text|txt|responda|envíe|escriba)?\W*\b(?:STOP|ALTO)\b[^.!?\n]*[.!]?\s*$", re.IGNORECASE)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    sides = _sides(given)
    values = {fact.value.strip() for fact in ground.facts if _names_only(fact)}  # a name or a day denies nothing
    parts = [part for line in clauses(given) if line.text not in values for part in told(line.text)]
    theirs = speaks(given)
    read = bags(draft.language, theirs)
    lines = [(text, read(_bare(text), theirs)) for text in parts]
    for name, text in draft.fields():
        yield from _other_side(name, text, sides)
        yield from _other_side_of_day(name, text, ground)
        for sentence in clauses(text):
            words = _STOP.sub("", sentence.text)
            if not _TALK.search(words) and not (draft.channel in SPOKEN_CHANNELS and _BRANCH.match(words)):
                for start, piece in pieces(words):
                    yield from _turned(name, piece, sentence.start + start, lines, given, draft.language, read)
        yield from _taken_in(name, text, given)
        yield from _never_both(name, text, given)


def _never_both(name: str, text: str, given: str) -> Iterator[Finding]:
    for one, other in NEVER_BOTH:
        for theirs, ours in ((one, other), (other, one)):
            known, said = theirs.search(given), ours.search(text)
            if known and said and not ours.search(given):
                yield Finding("opposite", Level.FIX, name, *said.span(), said.group(), known.group())


def _names_only(fact: Fact) -> bool:
    """A day, a place, a name without a sentence around it."""
    return facts.kind_of(fact) in _VALUES and not (_SAYS.search(fact.value) or _senses(fact.value))


_NAMED = r"(?:[Tt]he |[Ee]l |[Ll]a |[Ll]os |[Ll]as )?(?P<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+)"
_LEFT_OUT = re.compile(
    rf"^{_NAMED} (?:is|are|was|were|do|does|did|will|may|can|has|have|no)(?: \w+)?"
    r"(?: not\b|n['’]t\b| (?:está|tiene|cambia))"
)


def _taken_in(name: str, text: str, given: str) -> Iterator[Finding]:
    """'the Mail Room' told among those it holds for, where the brief says 'the Mail Room is not'; or the reverse."""
    out = {match["who"]: part.text for part in clauses(given) if (match := _LEFT_OUT.match(part.text))}
    for part in clauses(text):
        left_out = _LEFT_OUT.match(part.text)
        if out and left_out and left_out["who"] not in out and left_out["who"] in given:
            yield Finding("opposite", Level.FIX, name, part.start, part.end, part.text, next(iter(out.values())))
        for who, line in out.items():
            if who in part.text and not NOT.search(part.text) and not _EXCEPT.search(part.text):
                yield Finding("opposite", Level.FIX, name, part.start, part.end, part.text, line)


_EXCEPT = re.compile(
    r"\b(?:except|excluded?|exempt|other than|outside|unchanged|same|excepto|salvo|menos|igual)\b", re.IGNORECASE
)

Sides = dict[tuple[str, Hashable], dict[str, str]]


def _sides(given: str) -> Sides:
    """On which side of each figure the brief puts the truth, where it says so."""
    found: Sides = defaultdict(dict)
    for slot in (*slots.find(given), *variants.counts(given)):
        for side in filter(None, (_side(given, slot), _share(given, slot))):
            words = given[max(0, slot.start - 25) : slot.end + 15].split("\n")[0].strip()
            for value in slot.values:
                found[slot.kind, value][side] = words
    return found


def _other_side(name: str, text: str, sides: Sides) -> Iterator[Finding]:
    for slot in (*slots.find(text), *variants.counts(text)):
        theirs = {side: words for value in slot.values for side, words in sides.get((slot.kind, value), {}).items()}
        for mine in filter(None, (_side(text, slot), _share(text, slot))) if slot.kind in FIGURES else ():
            other = _OTHER_SIDE[mine]
            if other in theirs and mine not in theirs:
                yield Finding("opposite", Level.FIX, name, slot.start, slot.end, slot.text, theirs[other])


def _day_sides(text: str) -> Iterator[tuple[slots.Slot, str]]:
    for slot in slots.find(text):
        if slot.kind in _DAYS:
            before, after = text[max(0, slot.start - 30) : slot.start], text[slot.end : slot.end + 60]
            side = next((side for side, words in _DAY_SIDES.items() if words.search(before)), "")
            yield slot, "by" if side == "after" and _TOO_LATE.match(after) else side


def _other_side_of_day(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """'after Friday' where the brief has 'by Friday', or Friday as a deadline."""
    given = [(slot, side) for slot, side in _day_sides(ground.allowed_text()) if side]
    given += [(s, "by") for fact in ground.facts if _DUE.search(fact.kind) for s in slots.find(fact.value)]
    said = [(slot, side) for slot, side in _day_sides(text) if side]
    sides_told = list(_both_sides(ground.allowed_text()))
    for slot, side in said:
        theirs = {known for day, known in given if slot.agrees(day)}
        both = any(other != side and slot.agrees(day) for day, other in said)
        if theirs and side not in theirs and not both and not _of_the_others(text, slot, sides_told):
            yield Finding("opposite", Level.FIX, name, slot.start, slot.end, slot.text, f"{theirs.pop()} {slot.text}")


_OTHERWISE = re.compile(
    r"\b(?:later|after(?:wards| that)|thereafter|since then|everyone else|all others|otherwise|earlier|before that|"
    r"después|los demás|antes)\b",
    re.IGNORECASE,
)


def _both_sides(given: str) -> Iterator[tuple[slots.Slot, frozenset[str], frozenset[str]]]:
    """(day, what holds on its own side, what holds on the other): 'hired before July keep it, hired later choose'."""
    lines = clauses(given)
    for one, two in pairwise(lines):
        if _OTHERWISE.search(two.text):
            for slot, side in _day_sides(one.text):
                if side:
                    own, other = stems(one.text) - stems(slot.text), stems(two.text)
                    yield slot, own - other, other - own


def _of_the_others(text: str, day: slots.Slot, told: list[tuple[slots.Slot, frozenset[str], frozenset[str]]]) -> bool:
    """Whether a text says of the other side of a day what the brief says of it."""
    lines = clauses(text)
    at = next((n for n, line in enumerate(lines) if line.start <= day.start < line.end), 0)
    here = stems(" ".join(line.text for line in lines[at : at + 2]))
    return any(slot.agrees(day) and len(here & other) > len(here & own) for slot, own, other in told)


def _bare(line: str) -> str:
    """Without its 'not': 'no form' and 'a form' are one matter."""
    return NOT.sub(" ", _worded(line))


def _worded(line: str) -> str:
    """Without addresses: the words in them say nothing."""
    return slots.EMAIL.sub(" ", slots.URL.sub(" ", line))


def _side(text: str, slot: slots.Slot) -> str:
    before, after = text[max(0, slot.start - 30) : slot.start], text[slot.end : slot.end + 30]
    for side in _SIDES:
        if said := _SIDES[side].search(before):
            denied = _NOBODY.search(text[: slot.start - len(before) + said.start()]) or _NOT_THEN.match(text, slot.end)
            return _OTHER_SIDE[side] if denied else side
        if _AFTER[side].match(after):
            return side
    return ""


# 'Over 50 pounds: do not lift it' sets the limit that 'do not lift over 50 pounds' sets.
_NOT_THEN = re.compile(r"[^.!\n,:?]{0,25}[,:?]\s*(?:please\s+)?(?:do not|don['’]t|never)\b", re.IGNORECASE)


_NOBODY = re.compile(r"\b(?:nobody|no one|not|cannot|\w+n['’]t|never|nadie|nunca)\b[^.;!?\n]{0,40}$", re.IGNORECASE)
_OTHER_SIDE = {"up": "down", "down": "up", "all": "each", "each": "all"}


def _share(text: str, slot: slots.Slot) -> str:
    if slot.kind != "money":
        return ""
    before, after = text[max(0, slot.start - 60) : slot.start], text[slot.end : slot.end + 30]
    return next((s for s in _SHARES if _SHARES_AFTER[s].match(after)), "") or next(
        (s for s in _SHARES if _SHARES[s].search(before)), ""
    )


def _turned(
    name: str, text: str, at: int, lines: list[tuple[str, frozenset[str]]], given: str, language: str, read: Reader
) -> Iterator[Finding]:
    here = read(_bare(text), language)
    wide = _widened(here, language)
    for line, bag in lines:
        shared = len(here & bag)
        if shared >= 2 or (shared and (len(here) <= _SHORT_LINE or len(wide & bag) + _values_shared(text, line) >= 2)):
            most = shared * 5 >= len(bag) * 3
            known = line if most and shared >= 4 else given
            yield from _antonym(name, text, at, line, known, by_word=most and len(bag) <= _SHORT_LINE)
        if _undenied(text, line, bag, language, read):
            yield Finding("opposite", Level.FIX, name, at, at + len(text), text, line)
            return
        if (
            _denies(text, line)
            and _same_matter(here, bag, NOT.search(text) is not None)
            and not any(
                (len(here & more) >= shared or (line in other and line != other)) and not _denies(text, other)
                for other, more in lines
            )
        ):
            yield Finding("opposite", Level.FIX, name, at, at + len(text), text, line)
            return


def _values_shared(text: str, line: str) -> int:
    """Days, sums, times and places that both have, and months."""
    said, known = slots.find(text), slots.find(line)
    return len({slot.values for slot in said if any(slot.agrees(other) or other.agrees(slot) for other in known)})


def _widened(here: frozenset[str], language: str) -> frozenset[str]:
    """The words of a text and those that say the same in a message."""
    return here.union(*(group for group in _alike_stems(language) if group & here))


def _undenied(text: str, line: str, bag: frozenset[str], language: str, read: Reader) -> bool:
    """'They audited the books and found errors' where the brief says 'they found no errors'."""
    if not 2 <= len(bag) <= _LONELY or NOT.search(text) or not NOT.search(line):
        return False
    said = [stem for match in word_spans(text) if (stem := read(match.group(), language))]
    return any(frozenset().union(*said[at : at + len(bag)]) == bag for at in range(len(said)))


@lru_cache(2)
def _alike_stems(language: str) -> tuple[frozenset[str], ...]:
    return tuple(stems(" ".join(group), language) for group in ALIKE) if language[:2] == "en" else ()


def _same_matter(here: frozenset[str], bag: frozenset[str], denied: bool) -> bool:
    """The text has most words of the brief's sentence, or the brief's most words of a denial; of three words all."""
    shared = len(here & bag)
    if 2 <= len(bag) <= _LONELY:
        return shared == len(bag) and len(here) <= len(bag) + 1
    if denied and shared >= _MANY:
        return shared * 5 >= min(len(bag), len(here)) * 3
    if not denied and shared == _LONELY:
        return shared * 4 >= len(bag) * 3 and len(here) <= len(bag)
    return shared >= 4 and shared * 4 >= (min(len(bag), len(here)) if denied else len(bag)) * 3


def _denies(text: str, line: str) -> bool:
    """One of the two has a 'not', the other has none and no word of ending either."""
    if _KEEP_OUT.search(text) or _KEEP_OUT.search(line) or _RESTRICTS.search(line):
        return False
    condition = _CONDITION.match(text)
    if condition and NOT.search(condition.group()) and NOT.search(line) and not _BRANCH.match(line):
        return False  # 'if yours does not work' of 'those without one that works'
    text = text if _BRANCH.match(line) else _CONDITION.sub("", text)
    if len(NOT.findall(text)) == _BOTH:
        return False  # 'no bid means no change'
    here, there = bool(NOT.search(text)) and not _LATE.search(text), bool(NOT.search(line))
    ending = {match.group().lower() for match in _ENDING.finditer(line if here else text)}
    return here != there and not ending - set((text if here else line).lower().split())


def _antonym(name: str, text: str, at: int, line: str, given: str, *, by_word: bool) -> Iterator[Finding]:
    """A word of the other side; what the brief tells of another matter excuses the same word alone, `by_word`."""
    here, there, all_said = _senses(text), _senses(line), _senses(given)
    for sense in there:
        mine = sense[0], 1 - sense[1]
        if sense not in here and mine in here:
            said = {word.lower() for _start, word in all_said.get(mine, ())}
            found = next(
                (
                    (start, word)
                    for start, word in here[mine]
                    if not (word.lower() in said if by_word else _says(word.lower(), said))
                    and not _UNDONE.search(text[:start])
                    and not (sense[0] >= FIRST_STANDING and _HANGING.search(text[:start]))
                ),
                None,
            )
            if found:
                start, word = at + found[0], found[1]
                yield Finding("opposite", Level.FIX, name, start, start + len(word), word, line)


# 'no longer opens' is 'closes'.
# What hangs on an 'if' has not been won, offered or denied.
_HANGING = re.compile(r"\b(?:if|once|when|until|unless|whether|si|cuando|hasta que)\b[^,.;:]{0,40}$", re.IGNORECASE)
_UNDONE = re.compile(r"\b(?:no longer|not|never|n['’]t|ya no|no)\s+(?:se\s+|be\s+|been\s+)?$", re.IGNORECASE)


@lru_cache(4096)
def _senses(text: str) -> dict[tuple[int, int], list[tuple[int, str]]]:
    """{(pair, side): where a word of that side stands, and the word}."""
    found: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for number, pair in enumerate(PAIRS):
        for side, words in enumerate(pair):
            if said := [(match.start(), match.group()) for match in words.finditer(text)]:
                found[number, side] = said
    return found


def _says(word: str, said: set[str]) -> bool:
    """Whether the brief has this side too; the 'open' of 'open season' says nothing of 'opens'."""
    return bool(said) and not (word in {"opens", "opened"} and said == {"open"})
