"""What a text says over and above its brief: words that stand for nothing in it and that no message needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from comms.checks import facts, likeness, slots
from comms.checks.figures import WORD_NUMBERS
from comms.checks.lexicon import ALIKE, ORDINARY, SMALL_WORDS, WEIGHTY
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import english, telling
from comms.checks.stemming import stems
from comms.checks.words import Sentence, clauses, fold, speaks, word_spans
from unionops.platform.core import lazy_re as re

_BEGINNING = 5  # letters that tell 'negotiate' from 'neighbour'
_LEAST = 3
_SLOGAN = re.compile(
    r"an injury to one is an injury to all|(?:good|nice|great) (?:night|morning|afternoon|evening|day|company)|"
    r"(?:please )?do not read or forward this message on duty or in a federal building|"
    r"on duty \(en horas de trabajo\) ni en un edificio federal|"
    r"off[- ](?:the )?duty(?: only)?",
    re.IGNORECASE,
)
# 'Thank you for your continued support': courtesy tells of nothing.
_THANKS = re.compile(r"\b(?:thanks?|thanked|thanking|grateful|gracias)\b[^.!?\n\d]{0,100}", re.IGNORECASE)
_SIGNS = {"money": "$", "percent": "%"}
_FIELD = re.compile(r"\{\{.*?\}\}|\[[^\]\n]*\]\([^)\n]*\)|#\w+|@\w+")
# 'at 6 in the morning' is a time; 'the next morning' is another day.
_PART_OF_DAY = re.compile(
    r"\s*(?:(?:in|at|de|por) (?:the |la )?)?(?:morning|afternoon|evening|night|noon|sharp)\b", re.I
)


_CAPITAL_NEXT = re.compile(r"\s[A-Z]")


@dataclass(frozen=True)
class Given:
    """The words of a brief, in the forms another text may put them."""

    words: frozenset[str]
    stems: frozenset[str]
    beginnings: frozenset[str]
    senses: frozenset[str]
    initials: frozenset[str]


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    text = "\n".join([ground.allowed_text(), *(fact.id for fact in ground.facts)]).strip()
    if not text:
        return
    given, strange_words = (
        (_given_in_spanish(text), _foreign) if draft.language[:2] == "es" else (_given(text), _strange)
    )
    if draft.language[:2] != "es" and speaks(text) != "en":
        return
    known = facts.known_slots(ground)
    for name, body in (("subject", draft.subject), ("body", draft.body)):
        plain = _without_boilerplate(body)
        lines = [
            Strange(clause, tuple(found), _stands(clause, given, known))
            for clause in clauses(plain)
            if (found := list(strange_words(clause, given, plain)))
        ]
        for level in (Level.FIX, Level.ADVICE):
            told = [word for line in lines if line.level() is level for word in line.words]
            if told:
                words = ", ".join(dict.fromkeys(word.text for word in told))
                yield Finding("beyond_brief", level, name, told[0].start, told[0].end, words)


_MUCH = 3  # strange words that make a sentence its own, though it also speaks of the brief


@dataclass(frozen=True)
class Strange:
    """What one clause says over and above the brief, and whether the rest of it stands on the brief."""

    clause: Sentence
    words: tuple[Sentence, ...]
    stands: bool

    def level(self) -> Level | None:
        """A word of color in a sentence of the brief is nobody's business; a person, a day or a proceeding is."""
        shouts = self.clause.text.isupper()
        if any(_is_weighty(word.text.lower() if shouts else word.text) and self.tells(word) for word in self.words):
            return Level.FIX
        many = len({word.text.lower() for word in self.words})
        if self.stands:
            return Level.FIX if many >= _MUCH else Level.ADVICE if many > 1 else None
        return Level.FIX if many > 1 else Level.ADVICE

    def tells(self, word: Sentence) -> bool:
        """A question and what only might be tell of nothing, nor does the verb of a wish: 'Drive carefully!'"""
        text, at = self.clause.text, word.start - self.clause.start
        wish = (
            not re.search(r"\w", text[:at])
            and len(text.split()) < _LEAST
            and likeness.lemmas(fold(word.text)) == {fold(word.text)}
        )
        asks = text.rstrip('"”’)').endswith("?") and not _WILL_YOU.search(text)
        might = _MIGHT.match(text)
        return not (wish or asks or (might and at < might.end()))


_WILL_YOU = re.compile(r"\b(?:will|can|could|would|won['’]t) you\b|\bpued[ea]\b", re.IGNORECASE)
_MIGHT = re.compile(r"[\s*•-]*(?:if|when|whenever|unless|in case|si|cuando)\b[^,]*", re.IGNORECASE)


def _is_weighty(word: str) -> bool:
    if word.isupper() and len(word) > 1:
        return True
    folded = fold(word).removesuffix("'s")
    said = telling(folded) or {folded}
    return any(not WEIGHTY.isdisjoint(likeness.lemmas(other) | {other}) for other in said)


def _stands(clause: Sentence, given: Given, known: list[facts.Known]) -> bool:
    """A figure, a day or a place of the brief, or two of its words that mean something."""
    if any(slot.agrees(k.slot) for slot in slots.find(clause.text) for k in known if slot.kind != "number"):
        return True
    return len(stems(clause.text) & given.stems) > 1


@lru_cache(64)
def _given(text: str) -> Given:
    said = frozenset(fold(match.group()).removesuffix("'s") for match in word_spans(text))
    words = frozenset(fold(match.group()) for match in word_spans(_without_days(text))) - SMALL_WORDS
    parts = said | {part for word in words for part in word.split("'")}
    senses: frozenset[str] = frozenset().union(*(likeness.near(word) for word in words))
    parts |= {_SIGNS[slot.kind] for slot in slots.find(text) if slot.kind in _SIGNS}
    day = {_part_of_day(int(str(at))) for slot in slots.find(text) if slot.kind == "time" for at in slot.values}
    parts |= day | {f"{part}s" for part in day} if len(day) == 1 else set()
    parts |= {other for group in ALIKE if group & parts for other in group}
    return Given(
        parts,
        stems(text),
        frozenset(w[:_BEGINNING] for w in words if len(w) > _BEGINNING),
        senses,
        _initials(text),
    )


_NOON, _EVENING = 12 * 60, 17 * 60


def _part_of_day(minute: int) -> str:
    """What the times of a brief are called where all of them fall into one part: 2 pm is in the afternoon."""
    return "morning" if minute < _NOON else "afternoon" if minute < _EVENING else "evening"


def _initials(text: str) -> frozenset[str]:
    """'rif' of 'reduction in force', 'hr' of 'human resources'; small words may be left out."""
    found = set()
    for line in clauses(text):
        every = [fold(match.group()) for match in word_spans(line.text)]
        for words in (every, [word for word in every if word not in SMALL_WORDS]):
            for size in range(2, _LONGEST_INITIALS + 1):
                found |= {"".join(w[0] for w in words[at : at + size]) for at in range(len(words) - size + 1)}
    return frozenset(found)


_LONGEST_INITIALS = 5


def _without_days(text: str) -> str:
    """'March 12' marches nowhere."""
    for slot in slots.find(text):
        if slot.kind in {"date", "weekday", "month", "link", "email"}:
            text = text[: slot.start] + " " * (slot.end - slot.start) + text[slot.end :]
    return text


def _strange(clause: Sentence, given: Given, text: str) -> Iterator[Sentence]:
    taken = [(slot.start, slot.end) for slot in slots.find(text)]
    for match in word_spans(clause.text):
        start, end = clause.start + match.start(), clause.start + match.end()
        word = fold(match.group())
        if any(a < end and start < b for a, b in taken) or _is_name(match, clause.text):
            continue
        cut_off = end == clause.end and any(known.startswith(word) for known in given.words)
        initials = match.group().isupper() and word in given.initials
        if not (cut_off or initials or _is_ordinary(word) or _is_given(word, given)):
            yield Sentence(start, end, match.group())


@lru_cache(64)
def _given_in_spanish(text: str) -> Given:
    """The words of a brief, and of a Spanish brief what they say in English."""
    said = " ".join(word for match in word_spans(text) for word in english(fold(match.group())))
    return _given(f"{text}\n{said}")


def _foreign(clause: Sentence, given: Given, text: str) -> Iterator[Sentence]:
    """Spanish words whose English stands for nothing in the brief; a word that is in no list says nothing."""
    taken = [(slot.start, slot.end) for slot in slots.find(text)]
    for match in word_spans(clause.text):
        start, end, word = clause.start + match.start(), clause.start + match.end(), fold(match.group())
        english_words = telling(word)
        if not english_words or any(a < end and start < b for a, b in taken) or _is_name(match, clause.text):
            continue
        if word not in given.words and not any(_is_given(other, given) for other in english_words):
            yield Sentence(start, end, match.group())


def _is_name(match: re.Match[str], text: str) -> bool:
    """Capitals within a sentence, and before another one, are held against the names of the brief elsewhere."""
    word = match.group()
    inside = match.start() > 0 or _CAPITAL_NEXT.match(text, match.end()) is not None
    return inside and word[0].isupper() and not word.isupper()


@lru_cache(16_384)
def _is_ordinary(word: str) -> bool:
    if len(word) < _LEAST or not word.replace("'", "").isalpha() or word in WORD_NUMBERS:
        return True
    return not (ORDINARY | SMALL_WORDS).isdisjoint(likeness.lemmas(word) | {word, word.removesuffix("'s")})


def _is_given(word: str, given: Given) -> bool:
    if word in given.words or (
        len(word) > _LEAST and any(word in (k[: len(word)], k[-len(word) :]) for k in given.words)
    ):
        return True  # also 'conf' for 'conference', 'train' for 'retrain'
    if word[:_BEGINNING] in given.beginnings or word.removesuffix("'s") in given.words:
        return True
    return bool(stems(word) & given.stems) or (not _is_weighty(word) and likeness.is_like(word, given.senses))


def _without_boilerplate(text: str) -> str:
    """Fields, addresses of the web and the part of the day after a time become blanks; nothing moves."""
    found = [match.span() for pattern in (_FIELD, _SLOGAN, _THANKS) for match in pattern.finditer(text)]
    ends = (slot.end for slot in slots.find(text) if slot.kind in {"time", "number", "date", "weekday"})
    found += [part.span() for end in ends if (part := _PART_OF_DAY.match(text, end))]
    for start, end in found:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
