"""A word of the brief exchanged for another while the words around it stayed: 'ballots are counted' for 'mailed'."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks import facts, figures, likeness, slots
from comms.checks.lexicon import ALIKE, SMALL_WORDS
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.stemming import stems
from comms.checks.variants import short
from comms.checks.words import fold, listed, sentences, speaks, word_spans

_GAP = 2  # words that may be exchanged at once, as many as there were
_FRAME = 3  # words of the brief that must stand around them
_EDGE = "|"
_UNITS = frozenset(listed("percent dollars cents"))
_PARTIES = frozenset(
    listed(
        "union agency employer management local member members steward arbitrator judge court "
        "sindicato agencia gerencia empresa patron"
    )
)
_PRONOUNS = frozenset(listed("one ones it them those that this other others"))  # 'the old ones' are the old lockers
# 'Take questions' for 'answer questions': the verb says too little to be another deed.
_LIGHT = frozenset(listed("take takes took make makes made give gives gave do does did put puts need needs want wants"))
_ARTICLES = frozenset(listed("a an the its our your their his her el la los las un una su sus"))
_FIRMER = frozenset({"date", "time", "room", "link", "email", "phone", "money", "percent", "reference"})
# Words that say the same in a message.
LIKE = [
    frozenset(listed(fold(group)))
    for group in (
        "mail mailed send sent post posted go goes come comes out arrive arrives reach reaches",
        "withdraw withdrew withdrawn drop dropped drops retract retracted pull pulled",
        "begin begins start starts open opens run runs take takes effect apply applies",
        "end ends stop stops close closes finish finishes over last lasts",
        "hold held meet meets meeting gather take place have host run",
        "member members worker workers employee employees people person everyone all staff you us we coworker "
        "coworkers colleague colleagues",
        "agency employer management company they",
        "ask asked demand demanded push pushed press pressed fight fought call called",
        "paga pone cubre invita",
        "own free",
        "go goes walk walks move moves visit visits tour tours",
        "ask asks call calls write writes contact contacts tell tells phone text email talk speak reach see",
        "say says state states read reads provide provides require requires tell tells mean means",
        "decide decides say says choose chooses pick picks",
        "must need needs have has should shall required be",
        "change changes move moves switch switches shift",
        "contract agreement cba article",
        "bring take carry show have",
        "question questions doubt doubts",
        "win won get got secure secured",
        "pay paid pays paycheck wage wages money cover covers covered",
        "included provided served offered covered free",
        "join come attend visit",
        "union local we our us",
        "help helps answer answers explain explains",
        "get gets receive receives have",
        "new changed updated revised",
        "new current next coming following this these those upcoming same",
        "deadline date day",
        "form forms card cards paper papers",
        "proposal proposals plan plans offer",
        "give gives hand hands bring turn",
        "vote votes voting ballot ballots",
        "room place location",
        "hour hours time times",
        "hit hits struck strikes",
        "order ordered orders tell told direct directed say said",
        "answer answered write wrote reply replied say said tell told",
        "cambia cambió pasa pasará pasó mueve",
        "paid stays remains keeps continues is",
    )
]


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    named = {fact.value for fact in ground.facts if facts.kind_of(fact) in _FIRMER | {"name"}}
    lines = [(_words(line.text), line.text) for line in sentences(given) if line.text not in named]
    own = speaks(given) == draft.language[:2]
    frames = _frames([words for words, _text in lines] if own else [])
    counted, known = _counted(given), stems(given)
    for name, text in draft.fields():
        if own:
            yield from _other_thing(name, text, counted, known)
        firm = [(slot.start, slot.end) for slot in slots.find(text) if slot.kind in _FIRMER]
        for sentence in sentences(text):
            if _MIGHT.search(sentence.text) and not any(_MIGHT.search(line) for _words_of, line in lines):
                continue  # 'if the board votes to contract out' is not 'the district wants to'
            for first, last, line, a, b in _exchanged(_words(sentence.text), frames):
                start, end = sentence.start + first.start, sentence.start + last.end
                if not any(x < end and start < y for x, y in firm):
                    expected = lines[line][1][a:b]
                    yield Finding("fact_differs", Level.FIX, name, start, end, text[start:end], expected)


_MIGHT = re.compile(r"\b(?:could|might|would)\b.*\bif\b|\bif\b.*\b(?:could|might|would)\b", re.IGNORECASE | re.DOTALL)


def _words(text: str) -> list[Word]:
    """The words of a sentence between two edges; signs that part clauses are edges too."""
    found = [Word(0, 0, _EDGE), Word(0, 0, _EDGE)]
    for match in word_spans(text):
        if found[-1].end and re.search(r"[;:()\"“”]|[—–]", text[found[-1].end : match.start()]):
            found += [Word(match.start(), match.start(), _EDGE)] * 2
        word = fold(match.group())
        found.append(Word(match.start(), match.end(), "a" if word in _ARTICLES else word))
    return [*found, Word(len(text), len(text), _EDGE)]


Frames = dict[tuple[str, str], list[tuple[int, int, list[Word]]]]


def _frames(lines: list[list[Word]]) -> Frames:
    """{two words in a row: (line, place after them, the line)}."""
    found: Frames = defaultdict(list)
    for number, words in enumerate(lines):
        for at in range(2, len(words)):
            found[words[at - 2].text, words[at - 1].text].append((number, at, words))
    return found


def _exchanged(words: list[Word], frames: Frames) -> Iterator[tuple[Word, Word, int, int, int]]:
    """(first, last word exchanged, line of the brief, where in it)."""
    said = stems(" ".join(word.text for word in words))
    for at in range(2, len(words) - 1):
        for number, place, line in frames.get((words[at - 2].text, words[at - 1].text), ()):
            if place >= len(line) or _same(words[at].text, line[place].text):
                continue
            if size := _gap(words, at, line, place, said):
                yield words[at], words[at + size - 1], number, line[place].start, line[place + size - 1].end
                break


def _gap(words: list[Word], at: int, line: list[Word], place: int, said: frozenset[str]) -> int:
    """How many words here stand for as many there, when both sides go on alike after them."""
    for size in range(1, _GAP + 1):
        ours, known = words[at : at + size], line[place : place + size]
        if at + size >= len(words) or place + size >= len(line) or _EDGE in {w.text for w in (*ours, *known)}:
            return 0
        if _around(words, at, line, place, size) and _says_other(ours, known, line, said):
            return size
    return 0


def _around(words: list[Word], at: int, line: list[Word], place: int, size: int) -> bool:
    """Enough words of the brief on both sides, and enough of them mean something."""
    left = _run(reversed(words[:at]), reversed(line[:place]))
    right = _run(words[at + size :], line[place + size :])
    firm = "a" in left and sum(w != _EDGE and w not in SMALL_WORDS for w in right) > _FRAME - 1
    other = size == 1 and (firm or _other_doer(words[at].text, line[place].text, "a" in left))
    if set(left) <= {_EDGE, "a"} and not other:
        return False
    both = [*left, *right]
    meaning = [w for w in both if w != _EDGE and w not in SMALL_WORDS]
    return bool(left) and bool(set(right) - {"a"}) and len(both) >= _FRAME and len(meaning) >= 2


def _other_doer(one: str, other: str, has_article: bool) -> bool:
    return (_is_who(one) and _is_who(other)) or (has_article and bool({one, other} & _PARTIES))


def _is_who(word: str) -> bool:
    """At the head of a sentence only those who do it: 'members get', not 'see the' for 'call the'."""
    return word in _PARTIES or (word.endswith("s") and len(word) > 4) or word in {"children", "people"}


def _run(ours: "Iterator[Word] | list[Word]", theirs: "Iterator[Word] | list[Word]") -> list[str]:
    found = []
    for one, other in zip(ours, theirs, strict=False):
        if one.text != other.text:
            break
        found.append(one.text)
    return found


def _says_other(ours: list[Word], known: list[Word], line: list[Word], said: frozenset[str]) -> bool:
    """All words on both sides mean something, none is said elsewhere in the other's sentence, no two are alike."""
    here, there = _meaning(ours), _meaning(known)
    if (
        len(here) < len(ours)
        or len(there) < len(known)
        or here & _meaning(line)
        or stems(" ".join(here)) & stems(" ".join(_meaning(line)))
        or stems(" ".join(there)) & said
    ):
        return False
    return not any(_alike(one, other) for one in here for other in there)


def _meaning(words: list[Word]) -> set[str]:
    small = SMALL_WORDS - _PARTIES | _UNITS | _LIGHT
    return {w.text for w in words if w.text not in small | _PRONOUNS and len(w.text) > 2 and w.text.isalpha()}


def _same(one: str, other: str) -> bool:
    return one == other or one[:5] == other[:5]


def _alike(one: str, other: str) -> bool:
    if one[:4] == other[:4] or short(one) == short(other):
        return True
    if likeness.is_like(one, likeness.near(other)) and likeness.is_like(other, likeness.near(one)):
        return True
    return any(one in group and other in group for group in (*LIKE, *ALIKE))


_FIGURE = re.compile(
    rf"(?<![\w$.,:/#-])(?:\d+(?:,\d{{3}})*(?![\w%:/.-]\d|%|st|nd|rd|th)|{figures.SPELLED})(?=\s)", re.I
)
_PERSONS = re.compile(rf"(?:{figures.PERSONS}|folks?|colleagues|jobs?|of|in|and|or|who|more|at|to|on|is|are|was|were)$")
_TWO_WORDS = re.compile(r"(?:\s+[^\W\d_]+){1,2}")
_YEARS = (1900, 2100)
BEFORE_NAME = re.compile(r"(?:[A-Z][\w.]*|\b(?:no|number|line|route|unit|local))\s+#?$")
_LEAST = 10  # below it a number counts too many things


def _counted(given: str) -> dict[float, set[str]]:
    """{figure: the words that follow it in the brief}."""
    found: dict[float, set[str]] = defaultdict(set)
    for match in _FIGURE.finditer(given):
        found[_value(match.group())] |= _next(given, match.end())
    return found


def _other_thing(name: str, text: str, counted: dict[float, set[str]], known: frozenset[str]) -> Iterator[Finding]:
    """'57 letter carriers' where the brief counts 57 mail handlers."""
    taken = [(slot.start, slot.end) for slot in slots.find(text) if slot.kind in _FIRMER]
    for match in _FIGURE.finditer(text):
        words, number = _next(text, match.end()), _value(match.group())
        theirs = counted.get(number, set())
        if number < _LEAST or _YEARS[0] <= number <= _YEARS[1] or BEFORE_NAME.search(text[: match.start()]):
            continue
        if not theirs or any(a <= match.start() < b for a, b in taken):
            continue
        strange = len(words) > 1 and not words & theirs and not stems(" ".join(words)) & known
        if strange and not any(_PERSONS.match(word) for word in words):
            end = match.end() + (more.end() if (more := _TWO_WORDS.match(text[match.end() :])) else 0)
            yield Finding("fact_differs", Level.FIX, name, match.start(), end, text[match.start() : end])


_SAME_THING = {"min": "minutes", "mins": "minutes", "minute": "minutes", "hr": "hours", "hrs": "hours", "hour": "hours"}
_SAME_THING |= dict.fromkeys(listed("lugares plazas cupos asientos personas places seats spots slots people"), "places")


def _next(text: str, at: int) -> set[str]:
    words = [fold(match.group()) for match in list(word_spans(text[at : at + 60].split("\n")[0]))[:2]]
    return {_SAME_THING.get(word, short(word)) for word in words}


def _value(words: str) -> float:
    return float(words.replace(",", "")) if words[0].isdigit() else figures.value(words)
