"""Words as the index keeps them: stemmed by language, without accents, without the words that say nothing."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from threading import Lock
from typing import Any

from unionops.platform.core import lazy_re as re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)
LANGUAGES = {"en": "english", "es": "spanish", "fr": "french"}
MAX_TERM = 40
MOST_WORDS = 200_000
PERSON = re.compile(r"^(some|any|every)body$")  # 'somebody' is someone
SHORTENED = frozenset(("m", "d", "re", "ve", "ll", "t"))  # what stands behind the mark: "I'm", "they've", "don't"
ONE_AT_A_TIME = Lock()  # a stemmer keeps the word it works on in itself
STOP_WORDS = {
    "en": """
    a about after again all also am an and any are as at be because been before being but by can could did do does
    doing don done for from get gets getting go got had has have having he her here hers him his how i if in into is
    isn it its just let like may me might my need no not now of off on one only or our out over own she should so
    some such than that the their them then there these they thing this those to too under until up us very want was
    we were what when where whether which while who whom why will with would you your yours supposed really""",
    "es": """
    a al algo ante antes aunque cada como con cual cuando de del desde donde el ella ellas ellos en entre era es esa
    ese eso esta este esto estos la las le les lo los me mi mis muy nos o para pero por porque puede que se ser si
    sin sobre son su sus también te tiene un una uno y ya yo qué cómo cuándo dónde cuál hay""",
    "fr": """
    à au aux avec ce ces cette comme dans de des du elle elles en est et eux il ils je la le les leur leurs lui ma
    mais me mes mon ne nos notre nous on ou où par pas peut pour qu que quel quelle qui sa sans se ses si son sont
    sur ta tes toi ton tu un une vos votre vous y quand comment""",
}


def plain(word: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


# What people tell their story with: in a question these words say less than the matter itself.
TALE = {
    "en": """
    allowed anybody anyone anything around ask asked asking away bad big bit boss came come coming day days down else
    employee employer end ever everybody everyone everything fine first found friend gave give given giving goes going
    gone good guy half happen happened happens job keep kept kid kids know knew last little long look looking lot made
    make making management many maybe mean means member month months much need needs never new next nothing ok okay old
    out people person probably put puts putting right said saw say saying says second seem since somebody someone
    something start started still stuff sure take taken takes taking tell telling thing things think thought time today
    told tomorrow took tried try trying two union use used using way week weeks where whole without work worked working
    wrong year years yesterday already always back because contract agreement""",
    "es": """
    algo alguien ahora antes año años contrato cosa cosas día días dice dicen dijo dijeron empleado empleador hace hacer
    hizo jefe mes meses nada nadie nuevo otra otro persona primero puedo puse quiere quieren quiero semana semanas
    siempre sindicato supervisor tengo tiempo todo todos trabajador trabajar trabajo tuve""",
    "fr": """
    an ans année autre chose contrat convention dire dit employeur faire fait jour jours mois nouveau patron personne
    premier quelque rien semaine semaines syndicat temps toujours tous tout travail travailler veut veulent""",
}


@lru_cache(maxsize=4)
def tale_terms(language: str) -> frozenset[str]:
    """The terms of the words that a question tells its story with."""
    return frozenset(stem(word, language) for word in TALE.get(language, "").split())


@lru_cache(maxsize=4)
def _stemmer(language: str) -> Any:
    """Loaded with the first word: it brings 39 languages, 3 MB in each process that never searches."""
    import snowballstemmer

    return snowballstemmer.stemmer(LANGUAGES.get(language, "english"))


def bare_stem(word: str, language: str) -> str:
    """What the stemmer makes of a word as it stands."""
    with ONE_AT_A_TIME:
        return str(_stemmer(language).stemWord(word))


@lru_cache(maxsize=4)
def stop_words(language: str) -> frozenset[str]:
    return frozenset(plain(word) for word in STOP_WORDS.get(language, STOP_WORDS["en"]).split())


def stem(word: str, language: str) -> str:
    """The stem of one word, cut to what the index holds."""
    return stems(language)[word]


class Stems(dict[str, str]):
    """Word -> its stem, worked out once; `speaking` leaves out the words that say nothing."""

    def __init__(self, language: str, *, speaking: bool) -> None:
        super().__init__()
        self.language, self.silent = language, stop_words(language) if speaking else frozenset()

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = "" if self._is_silent(word) else self._stem(word)
        return found

    def _is_silent(self, word: str) -> bool:
        """'I'm', 'they've' and 'didn't' say as little as the words they are made of."""
        whole = plain(word).replace("’", "'")
        first, _mark, end = whole.partition("'")
        return whole in self.silent or (end in SHORTENED and first.removesuffix("n") in self.silent)

    def _stem(self, word: str) -> str:
        bare = word.casefold().replace("’", "'").removesuffix("'s").replace("'", "")
        bare = PERSON.sub(r"\1one", bare)
        if bare.isdigit():
            return (bare.lstrip("0") or "0")[:MAX_TERM]
        return plain(bare_stem(bare, self.language))[:MAX_TERM]


@lru_cache(maxsize=8)
def stems(language: str) -> Stems:
    """The term of each word."""
    return Stems(language, speaking=False)


@lru_cache(maxsize=8)
def speaking_words(language: str) -> Stems:
    """The term of each word that says something, else nothing."""
    return Stems(language, speaking=True)


def speaking(word: str, language: str) -> str:
    """The term of a word that says something, else nothing."""
    return speaking_words(language)[word]


def all_terms(text: str, language: str = "en") -> list[str]:
    """Every word of a text as terms, stop words included."""
    return list(map(stems(language).__getitem__, WORD.findall(text)))


def counts(text: str, language: str = "en") -> Counter[str]:
    """How often each term of a text stands in it."""
    found = Counter(map(speaking_words(language).__getitem__, WORD.findall(text)))
    found.pop("", None)
    return found


def terms(text: str, language: str = "en") -> list[str]:
    """The words that say something, in order, with repetitions."""
    return [term for term in map(speaking_words(language).__getitem__, WORD.findall(text)) if term]


def query_terms(query: str, language: str = "en") -> list[str]:
    """Distinct terms of a query; when it holds stop words only, those."""
    found = terms(query, language) or all_terms(query, language)
    return list(dict.fromkeys(found))


def language_spoken(text: str, otherwise: str = "en") -> str:
    """The language whose smallest words a short text has most of; `otherwise` when none tells."""
    words = [plain(word) for word in WORD.findall(text)]
    times = {language: sum(word in stop_words(language) for word in words) for language in LANGUAGES}
    return max(times, key=lambda language: (times[language], language == otherwise))
