"""Reading grade, the longest sentence and jargon."""

from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks import slots
from comms.checks.lexicon import JARGON, LONG_WORDS
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.words import Sentence, fold, sentences
from unionops.platform.core import lazy_re as re

CEILING = 10
LONGEST = 30
_VOWELS = re.compile(r"[aeiouy]+")
_VOWELS_ES = re.compile(r"[aeo]|[iu](?![aeo])|[íú]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")


@dataclass(frozen=True)
class Reading:
    """The measures shown under a version; `grade` is None when the text is too short to tell."""

    words: int
    grade: float | None
    longest: Sentence | None
    longest_words: int


def measure(text: str, language: str = "en") -> Reading:
    plain = without_quotations(text)
    parts = [(s, len(_WORD.findall(s.text))) for s in sentences(plain)]
    parts = [(s, n) for s, n in parts if n]
    total = sum(n for _, n in parts)
    longest, count = max(parts, key=lambda part: part[1], default=(None, 0))
    return Reading(len(_WORD.findall(text)), _grade(plain, parts, total, language), longest, count)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    reading = measure(draft.body, draft.language)
    if reading.grade is not None and reading.grade > ground.grade_target + 1:
        level = Level.FIX if reading.grade > CEILING + 1 else Level.ADVICE
        shown, aim = f"{reading.grade:.1f}", str(ground.grade_target)
        yield Finding("grade", level, "body", 0, len(draft.body), shown, aim)
    if reading.longest and reading.longest_words > LONGEST:
        span = reading.longest.start, reading.longest.end
        yield Finding("long_sentence", Level.ADVICE, "body", *span, str(reading.longest_words), str(LONGEST))
    yield from jargon(draft)


def jargon(draft: Draft) -> Iterator[Finding]:
    whole, seen = fold(draft.whole()), set()
    for name, text in draft.fields():
        for match in _CAPITALS.finditer(text):
            word = match.group()
            if word in JARGON and word not in seen and not _spelled_out(word, whole):
                seen.add(word)
                yield Finding("jargon", Level.ADVICE, name, *match.span(), word, JARGON[word])
        for words, better in LONG_WORDS.items():
            if found := re.search(rf"\b{words}\b", without_quotations(text), re.IGNORECASE):
                yield Finding("jargon", Level.ADVICE, name, *found.span(), found.group(), better)


def without_quotations(text: str) -> str:
    """The text with quoted passages blanked out, so that the law's own words do not count."""
    for start, end, words in slots.quotations(text):
        text = text[:start] + " " * len(words) + text[end:]
    return text


def syllables(word: str, language: str = "en") -> int:
    if language.startswith("es"):
        return max(1, len(_VOWELS_ES.findall(fold_keep(word))))
    low = word.lower()
    count = len(_VOWELS.findall(low))
    if low.endswith("e") and not low.endswith(("le", "ee", "ye")):
        count -= 1
    if re.search(r"[^td]ed$", low) and count > 1:
        count -= 1
    return max(1, count)


def fold_keep(word: str) -> str:
    """Lower case; only í and ú keep their mark, because they break a diphthong."""
    return "".join(c if c in "íú" else fold(c) for c in word.lower())


def _grade(plain: str, parts: list[tuple[Sentence, int]], total: int, language: str) -> float | None:
    """Flesch-Kincaid for English, Crawford (1989) for Spanish; too noisy under 40 words."""
    if total < 40:
        return None
    count = sum(syllables(word, language) for word in _WORD.findall(plain))
    if language.startswith("es"):
        return round(-0.205 * (len(parts) / total * 100) + 0.049 * (count / total * 100) - 3.407, 1)
    return round(0.39 * total / len(parts) + 11.8 * count / total - 15.59, 1)


def _spelled_out(word: str, whole: str) -> bool:
    return fold(JARGON[word]) in whole or bool(re.search(rf"\w\s*\(\s*{word.lower()}s?\s*\)", whole))
