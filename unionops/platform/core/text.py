"""Folding of names and words, so that the same person is found however a list spells them."""

import unicodedata

LETTERS = {
    "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t",
}  # fmt: skip
PLAIN = {code: chr(code).lower() if chr(code).isalnum() or code == 32 else None for code in range(128)} | {45: " "}
"""The whole of the folding, for text that is plain ASCII: most of what lists hold."""


class _Letters(dict[int, str | None]):
    """What becomes of each letter of small, decomposed text; found once, then remembered."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = LETTERS.get(chr(code), chr(code) if _stays(chr(code)) else None)
        return found


def _stays(letter: str) -> bool:
    if letter.isascii():
        return letter == " " or "a" <= letter <= "z" or "0" <= letter <= "9"
    if letter.isalnum():
        return not "\u02b0" <= letter <= "\u02ff"  # written like an apostrophe
    is_vowel = "\u0900" <= letter < "\u2000" and not unicodedata.combining(letter)
    return is_vowel and unicodedata.category(letter)[0] == "M"


KEPT = _Letters()


def fold(text: str) -> str:
    """Lower case, no diacritics, no punctuation; hyphens and runs of space become one space.

    Letters of every script stay; what has neither letter nor digit folds to nothing, and says nothing about anybody.

    >>> fold("O’Brien-Łukasz, JÜRGEN")
    'obrien lukasz jurgen'
    >>> fold("Иванов-Чёрный"), fold("—")
    ('иванов черныи', '')
    """
    if text.isascii():
        return " ".join(text.translate(PLAIN).split())
    lowered = text.casefold().replace("-", " ").replace("‐", " ").replace("–", " ")
    return " ".join(unicodedata.normalize("NFKD", lowered).translate(KEPT).split())
