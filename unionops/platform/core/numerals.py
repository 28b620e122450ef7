"""Numbers in words, as agreements, questions and letters write them."""

import re

TO_TEN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
TEENS = ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
A_DIEZ = ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"]
DE_ONCE = ["once", "doce", "trece", "catorce", "quince"]

SINGLE = {word: n for n, word in enumerate([*TO_TEN, *TEENS], 1)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
ENGLISH = SINGLE | {f"{ten}-{one}": SINGLE[ten] + SINGLE[one] for ten in TENS for one in TO_TEN[:9]}
SPANISH = {word: n for n, word in enumerate([*A_DIEZ, *DE_ONCE], 1)}


def either(words: dict[str, int]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def spelled(words: dict[str, int]) -> str:
    """The same, with a blank or a hyphen inside: 'twenty one' is 'twenty-one'."""
    return either(words).replace("-", r"[\s-]")


def hyphened(words: str) -> str:
    """The one way the tables write it."""
    return "-".join(re.split(r"[\s-]+", words.strip().lower()))
