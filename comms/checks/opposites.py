"""The same matter with its sense turned: 'at least' for 'at most', a cut for a raise, a 'not' put in or left out."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator

from comms.checks import claims, slots
from comms.checks.parts import SPOKEN_CHANNELS, Draft, Finding, Ground, Level
from comms.checks.words import sentences

_DAYS = frozenset({"date", "weekday", "month"})
# 'by Friday' and 'after Friday'; a text that says both tells both sides of one day.
_DAY_SIDES = {
    side: re.compile(rf"\b(?:{words})\s+(?:the\s+|el\s+|on\s+)?$", re.IGNORECASE)
    for side, words in {
        "by": "by|before|until|till|through|no later than|not later than|deadline(?: is| of)?:?|due(?: by| on)?|"
        "antes del?|hasta|a más tardar|plazo(?: es)?",
        "after": "after|since|from|starting|beginning|as of|effective|no earlier than|not before|not until|"
        "después del?|desde|a partir del?",
    }.items()
}
_DUE = re.compile(r"deadline|due|rsvp|plazo|límite", re.IGNORECASE)
_FIGURES = frozenset({"number", "money", "percent", "time", "date"})
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
# Words of opposite sense; a text may use neither side, but not the one the brief does not know.
_PAIRS: tuple[tuple[str, str], ...] = (
    (
        r"rais(?:e[sd]?|ing)|increas\w+|aument\w+|alza",
        r"(?:pay )?cuts?|reduc\w+|decreas\w+|lower(?:s|ed|ing)?|recort\w+|baja",
    ),
    (r"agree[sd]?|accept\w*|acord\w+|aceptó", r"refus\w+|reject\w*|den(?:y|ied|ies)|rechaz\w+|negó|se niega"),
    (r"approv\w+|ratif\w+|aprob\w+", r"reject\w*|voted down|vetoed|rechaz\w+"),
    (r"won|win|settled|victory|ganamos|ganó|ganaron", r"lost|lose|defeat\w*|perdimos|perdió|perdieron"),
    (
        r"paid time|paid leave|on the clock|with pay|tiempo pagado",
        r"own time|unpaid|off the clock|without pay|sin paga",
    ),
    (r"no cost|free|no charge|gratis|sin costo", r"(?:at|for) a (?:fee|charge|cost)|at your (?:own )?(?:cost|expense)"),
    (r"open(?:s|ed)?|abre|abierta?", r"clos(?:e[sd]?|ing|ure)|cierra|cerrada?"),
    (r"before|antes", r"after|después"),
    (r"start(?:s|ed)?|begin(?:s|ning)?|empieza|comienza", r"end(?:s|ed)?|stop(?:s|ped)?|termina"),
    (r"allow(?:s|ed)?|permit(?:s|ted)?|may|can", r"forbid(?:s|den)?|prohibit\w*|bann?(?:ed|s)|not allowed|prohíbe"),
    (r"required|mandatory|must|obligatori[oa]s?", r"optional|voluntary|voluntari[oa]s?"),
    (r"hir(?:e[sd]?|ing)|contrat(?:a|ar|ó)", r"lay(?:ing)? ?offs?|laid off|fir(?:e[sd]|ing)|despid\w+"),
    (r"in person|en persona", r"online|by mail|virtual|en línea|por correo"),
    (r"upper|upstairs", r"lower|downstairs"),
    (r"front (?:door|gate|entrance|desk)", r"(?:back|rear|side) (?:door|gate|entrance)"),
    (r"night shifts?|nights|turno de noche", r"day shifts?|turno de día"),
    (r"weekends?|fines? de semana", r"weekdays?|días? de semana"),
    (r"higher|mayor", r"lower|menor"),
    (
        r"end(?:s|ed)?|abolish\w*|destroy\w*|strip\w*",
        r"(?:would|will the \w+) (?:protect|preserve|restore|save|strengthen)",
    ),
    (
        r"end(?:s|ed)?|stop(?:s|ped)?|clos(?:es|ed)|cancel\w*|termina",
        r"expand\w*|extend\w*|continu\w+|restor\w*|amplía",
    ),
    (
        r"demand\w*|ask(?:s|ed) for|propos\w+|request\w*|pide|exige|propone",
        r"(?:won|secured|gained|ganamos|ganó|logró|logramos)",
    ),
    (
        r"stewards?|delegad[oa]s?|union reps?",
        r"(?:to|with|from|ask|tell|call|see|a|con) (?:(?:your|the|su|el) )?"
        r"(?:supervisor|manager|boss|foreman|hr|gerente|jefe)",
    ),
    (r"legal|lawful", r"illegal|unlawful"),
    (r"paid", r"unpaid|not paid"),
    (r"time and a half|tiempo y medio", r"double[- ]time|tiempo doble|doble tiempo"),
    (r"rises?|rising|goes up|go up|sube", r"falls?|falling|goes down|go down"),
    (r"inside|indoors|adentro", r"outside|outdoors|afuera"),
    (r"members only|sólo miembros|solo miembros", r"open to (?:all|everyone|the public)|abierto al público"),
)
_COMPILED = [tuple(re.compile(rf"\b(?:{side})\b", re.IGNORECASE) for side in pair) for pair in _PAIRS]
_NOT = re.compile(
    r"\b(?:not|no|never|nobody|none|neither|without|cannot|\w+n['’]t|ning[uú]n[oa]?|nunca|nadie|sin|tampoco)\b(?!\s+"
    r"(?:later|earlier|more|less|fewer|longer|matter|doubt|only|just|one\b))",
    re.IGNORECASE,
)
# Questions, branches of a script and quoted words are held against the brief elsewhere, or not at all.
_TALK = re.compile(r"[?？][\"”’)]*$|^\s*(?:no|yes|maybe|sí)\s*[:,.]|[“”«»\"]", re.IGNORECASE)
_BRANCH = re.compile(r"^[\s*•-]*(?:if|si|when|cuando)\b[^,]*", re.IGNORECASE)
# 'won't pay any more' is what 'stops paying' says.
_ENDING = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|end(?:s|ed|ing)?|no longer|any ?more|cancel\w*|refus\w+|den(?:y|ied|ies)|eliminat\w+|"
    r"without|lose[sd]?|lost|cuts?|abolish\w*|deja\w* de|suspend\w+|quit\w*|elimin\w+|ya no)\b",
    re.IGNORECASE,
)
_LONELY = 3  # words that mean something: 'Answers are anonymous' has two

_STOP = re.compile(r"\b(?:reply|text|txt|responda|envíe|escriba)?\W*\b(?:STOP|ALTO)\b[^.!?\n]*[.!]?\s*$", re.IGNORECASE)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    sides = _sides(given)
    lines = [(line.text, claims.stems(_worded(line.text), draft.language)) for line in sentences(given)]
    for name, text in draft.fields():
        yield from _other_side(name, text, sides)
        yield from _other_side_of_day(name, text, ground)
        for sentence in sentences(text):
            words = _STOP.sub("", sentence.text)
            if not _TALK.search(words) and not (draft.channel in SPOKEN_CHANNELS and _BRANCH.match(words)):
                yield from _turned(name, words, sentence.start, lines, given, draft.language)


Sides = dict[tuple[str, Hashable], dict[str, str]]


def _sides(given: str) -> Sides:
    """On which side of each figure the brief puts the truth, where it says so."""
    found: Sides = defaultdict(dict)
    for slot in slots.find(given):
        if side := _side(given, slot):
            words = given[max(0, slot.start - 25) : slot.end + 15].split("\n")[0].strip()
            for value in slot.values:
                found[slot.kind, value][side] = words
    return found


def _other_side(name: str, text: str, sides: Sides) -> Iterator[Finding]:
    for slot in slots.find(text):
        mine = _side(text, slot) if slot.kind in _FIGURES else ""
        theirs = {side: words for value in slot.values for side, words in sides.get((slot.kind, value), {}).items()}
        if mine and theirs and mine not in theirs:
            expected = next(iter(theirs.values()))
            yield Finding("opposite", Level.FIX, name, slot.start, slot.end, slot.text, expected)


def _day_sides(text: str) -> Iterator[tuple[slots.Slot, str]]:
    for slot in slots.find(text):
        if slot.kind in _DAYS:
            before = text[max(0, slot.start - 30) : slot.start]
            yield slot, next((side for side, words in _DAY_SIDES.items() if words.search(before)), "")


def _other_side_of_day(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """'after Friday' where the brief has 'by Friday', or Friday as a deadline."""
    given = [(slot, side) for slot, side in _day_sides(ground.allowed_text()) if side]
    given += [(s, "by") for fact in ground.facts if _DUE.search(fact.kind) for s in slots.find(fact.value)]
    said = [(slot, side) for slot, side in _day_sides(text) if side]
    for slot, side in said:
        theirs = {known for day, known in given if slot.agrees(day)}
        both = any(other != side and slot.agrees(day) for day, other in said)
        if theirs and side not in theirs and not both:
            yield Finding("opposite", Level.FIX, name, slot.start, slot.end, slot.text, f"{theirs.pop()} {slot.text}")


def _worded(line: str) -> str:
    """Without addresses: the words in them say nothing."""
    return slots.EMAIL.sub(" ", slots.URL.sub(" ", line))


def _side(text: str, slot: slots.Slot) -> str:
    before, after = text[max(0, slot.start - 30) : slot.start], text[slot.end : slot.end + 30]
    for side in _SIDES:
        if _SIDES[side].search(before) or _AFTER[side].match(after):
            return side
    return ""


def _turned(
    name: str, text: str, at: int, lines: list[tuple[str, frozenset[str]]], given: str, language: str
) -> Iterator[Finding]:
    here = claims.stems(_worded(text), language)
    for line, bag in lines:
        shared = len(here & bag)
        if shared >= 2:
            close = shared >= 4 and shared * 5 >= len(bag) * 3
            yield from _antonym(name, text, at, line, line if close else given)
        if _denies(text, line) and _same_matter(here, bag, _NOT.search(text) is not None):
            yield Finding("opposite", Level.FIX, name, at, at + len(text), text, line)
            return


def _same_matter(here: frozenset[str], bag: frozenset[str], denied: bool) -> bool:
    """The text has most words of the brief's sentence, or the brief's most words of a denial; of three words all."""
    shared = len(here & bag)
    if 2 <= len(bag) <= _LONELY:
        return shared == len(bag) and len(here) <= len(bag) + 1
    return shared >= 4 and shared * 4 >= (min(len(bag), len(here)) if denied else len(bag)) * 3


def _denies(text: str, line: str) -> bool:
    """One of the two has a 'not', the other has none and no word of ending either."""
    here, there = bool(_NOT.search(text)), bool(_NOT.search(line))
    return here != there and not _ENDING.search(line if here else text)


def _antonym(name: str, text: str, at: int, line: str, given: str) -> Iterator[Finding]:
    for one, other in _COMPILED:
        for mine, theirs in ((one, other), (other, one)):
            found = mine.search(text)
            if found and theirs.search(line) and not theirs.search(text) and not mine.search(given):
                yield Finding("opposite", Level.FIX, name, at + found.start(), at + found.end(), found.group(), line)
