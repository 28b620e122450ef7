"""Folding of names and words, so that the same person is found however a list spells them."""

import re
import unicodedata

LETTERS = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
NOT_WORD = re.compile(r"[^a-z0-9 ]+")
PLAIN = {code: chr(code).lower() if chr(code).isalnum() or code == 32 else None for code in range(128)} | {45: " "}
"""The whole of the folding, for text that is plain ASCII: most of what lists hold."""


def fold(text: str) -> str:
    """Lower case, no diacritics, no punctuation; hyphens and runs of space become one space.

    >>> fold("O’Brien-Łukasz, JÜRGEN")
    'obrien lukasz jurgen'
    """
    if text.isascii():
        return " ".join(text.translate(PLAIN).split())
    lowered = text.casefold().translate(LETTERS).replace("-", " ").replace("‐", " ").replace("–", " ")
    plain = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return " ".join(NOT_WORD.sub("", plain.translate(LETTERS)).split())
