"""What Spanish words say in English, so that a Spanish text can be held against an English brief."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from comms.checks.lexicon import IN_ENGLISH, LEARNED_IN_ENGLISH, PLAIN_IN_ENGLISH, SMALL_WORDS
from comms.checks.likeness import wordnet
from comms.checks.stemming import stem, stems
from comms.checks.words import fold, tokens, word_spans
from unionops.platform.core import lazy_re as re

_BEGINNING = 5
Words = dict[str, frozenset[str]]


def _dictionary(rows: Mapping[str, frozenset[str]]) -> Words:
    """Nouns in both numbers and genders, verbs by their stem: 'saludo' is not 'salud', 'tardar' not 'tarde'."""
    found: Words = {}
    for plain, english in rows.items():
        word = fold(plain)
        if word.endswith(("ar", "er", "ir")) and len(word) > _BEGINNING:
            found |= {f"~{stem}": english for stem in stems(word, "es")}
        many = word[:-1] + "ces" if word.endswith("z") else word + "es"
        forms = [word, word + "s", many] + ([word[:-1] + "a", word[:-1] + "as"] if word.endswith("o") else [])
        found |= {form: found.get(form, frozenset()) | english for form in forms}
    return found


@lru_cache(1)
def _telling() -> Words:
    return _dictionary(IN_ENGLISH)


@lru_cache(1)
def _plain() -> Words:
    return _dictionary(PLAIN_IN_ENGLISH)


@lru_cache(16_384)
def telling(word: str) -> frozenset[str]:
    """The English of a word that says something no message says by itself: 'rifa', 'despido'."""
    return frozenset() if word in SMALL_WORDS else _look_up(_telling(), word)


_WITH_PRONOUN = re.compile(r"(?P<verb>\w+[aei]r)(?:se|me|nos)?(?:l[aoe]s?)?")


def _look_up(found: Words, word: str) -> frozenset[str]:
    """'solicitarla' is 'solicitar' with its 'it'."""
    if (match := _WITH_PRONOUN.fullmatch(word)) and word not in found:
        word = match["verb"]
    return found.get(word) or frozenset().union(*(found.get(f"~{stem}", ()) for stem in stems(word, "es")))


@lru_cache(16_384)
def english(word: str) -> frozenset[str]:
    """Every English word a Spanish one may stand for; of a word in no list, what looks like it in English."""
    said = _look_up(_telling(), word) | _look_up(_plain(), word)
    return said | LEARNED_IN_ENGLISH.get(stem(word, "es"), frozenset()) or _cousins(word)


def is_known(word: str) -> bool:
    """Whether some list has the word, or it is too small to mean anything."""
    return word in SMALL_WORDS or english(word) != _cousins(word)


_ENDINGS = (("ciones", "tion"), ("cion", "tion"), ("dades", "ty"), ("dad", "ty"), ("mente", "ly"), ("ico", "ic"),
            ("ario", "ary"), ("encia", "ence"), ("ancia", "ance"), ("aje", "age"), ("oso", "ous"), ("ivo", "ive"),
            ("os", ""), ("as", "e"), ("o", ""), ("a", "e"), ("a", ""), ("ar", "e"), ("ar", ""))  # fmt: skip


def _cousins(word: str) -> frozenset[str]:
    """'nota' is 'note', 'parte' part, 'elección' election: what is wrong among them meets nothing in a brief."""
    return frozenset(
        word[: -len(ending)] + instead for ending, instead in _ENDINGS if word.endswith(ending) and len(word) > 3
    )


Reader = Callable[[str, str], frozenset[str]]


def bags(ours: str, theirs: str) -> Reader:
    """How the words of a text and of its brief are compared: as they are, across two languages by their English."""
    return plainly if ours[:2] == theirs[:2] else concepts


@lru_cache(4096)
def plainly(text: str, language: str) -> frozenset[str]:
    """The stems of a text; in English 'foremen' and 'foreman', 'spent' and 'spend' are one."""
    if language[:2] != "en":
        return stems(text, language)
    return stems(" ".join(_plain_form(word) for word in tokens(text)))


@lru_cache(16_384)
def _plain_form(word: str) -> str:
    if word.endswith("men") and len(word) > _BEGINNING:
        return word[:-3] + "man"  # 'foremen', 'linemen': no dictionary has them all
    return wordnet().plain.get(word, word)


@lru_cache(4096)
def concepts(text: str, language: str) -> frozenset[str]:
    """The stems of a text as an English brief would have them; of an English text its own."""
    if language[:2] != "es":
        return plainly(text, language)
    said = (word for match in word_spans(text) for word in english(fold(match.group())))
    return stems(text, "es") | stems(" ".join(said))
