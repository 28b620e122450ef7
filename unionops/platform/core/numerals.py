"""Numbers in words, as agreements, questions and letters write them."""

import re


def either(words: dict[str, int]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def spelled(words: dict[str, int]) -> str:
    """The same, with a blank or a hyphen inside: 'twenty one' is 'twenty-one'."""
    return either(words).replace("-", r"[\s-]")


def hyphened(words: str) -> str:
    """The one way the tables write it."""
    return "-".join(re.split(r"[\s-]+", words.strip().lower()))


TO_TEN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
TEENS = ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
A_DIEZ = ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"]
DE_ONCE = ["once", "doce", "trece", "catorce", "quince"]

SINGLE = {word: n for n, word in enumerate([*TO_TEN, *TEENS], 1)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
ENGLISH = SINGLE | {f"{ten}-{one}": SINGLE[ten] + SINGLE[one] for ten in TENS for one in TO_TEN[:9]}
SPANISH = {word: n for n, word in enumerate([*A_DIEZ, *DE_ONCE], 1)}

_ORDINAL = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINAL |= {"twelve": "twelfth"} | {ten: f"{ten[:-1]}ieth" for ten in TENS}


def _ordinal(word: str) -> str:
    *tens, last = word.split("-")
    return "-".join([*tens, _ORDINAL.get(last, f"{last}th")])


ORDINALS = {_ordinal(word): n for word, n in ENGLISH.items()}

# Spanish and French ones without accents: 'septima', 'decimo-primera', 'decimoprimera', 'premier'.
_UNITS = ["primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven"]
_TENTHS = {"decim": 10, "vigesim": 20, "trigesim": 30, "cuadragesim": 40}
ORDINALES = {f"{stem}{end}": n for end in "oa" for n, stem in enumerate([*_UNITS, "decim", "undecim", "duodecim"], 1)}
ORDINALES |= {f"{ten}{end}": n for ten, n in _TENTHS.items() for end in "oa"}
ORDINALES |= {
    f"{ten}{joint}{unit}{end}": n + one
    for ten, n in _TENTHS.items()
    for one, unit in enumerate(_UNITS, 1)
    for joint, end in (("o-", "o"), ("a-", "a"), ("o-", "a"), ("o", "o"), ("o", "a"))
} | {"premier": 1, "premiere": 1}


def spelled_with_accents(words: dict[str, int]) -> str:
    """`spelled`, each 'e' with or without its accent."""
    return spelled(words).replace("e", "[eéè]")


def ordinal_of(words: str) -> int:
    """'DÉCIMA PRIMERA' is 11; 0 for what is no ordinal."""
    return ORDINALES.get(re.sub("[éè]", "e", hyphened(words)), 0)


# Without accents, as `unaccented` leaves them; 'un dia' is one day.
_DECENAS = {
    word: 10 * n
    for n, word in enumerate(["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"], 3)
}
HASTA_CIEN = (
    SPANISH
    | {"un": 1, "una": 1, "veinte": 20, "veintiun": 21, "cien": 100, "ciento veinte": 120, "ciento ochenta": 180}
    | {f"{base}{word}": n + SPANISH[word] for base, n in (("dieci", 10), ("veinti", 20)) for word in A_DIEZ[:9]}
    | _DECENAS
    | {f"{ten} y {one}": n + SPANISH[one] for ten, n in _DECENAS.items() for one in A_DIEZ[:9]}
    | {f"{ten} y un": n + 1 for ten, n in _DECENAS.items()}
)
