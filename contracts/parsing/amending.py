"""What a side letter says it changes: instructions that quote the old words, read from its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

REPLACE, INSERT_AFTER, INSERT_BEFORE, DELETE = "replace", "insert_after", "insert_before", "delete"
LONGEST = 3000


def _quoted(name: str) -> str:
    return rf"(?:[“\"«]\s*(?P<{name}>[^“”\"«»]{{2,{LONGEST}}}?)\s*[”\"»])"


WORDS = (
    r"(?:\s+(?:the|las?|los?|les?)?\s*(?:words?|phrases?|sentences?|language|text|figures?|numbers?|"
    r"palabras?|frases?|mots?|termes?))?[:,]?\s*"
)
OLD, NEW = _quoted("old"), _quoted("new")
BE = (
    r"\s*,?\s*(?:shall\s+be|will\s+be|is|are|is\s+hereby|are\s+hereby|shall\s+hereby\s+be|"
    r"est|sont|queda|quedan)\s+"
)
READ = r"(?:with|by|to\s+read(?:\s+as\s+follows)?|to|por|par)[:,]?"
STRIKE = r"\b(?:strik\w+|delet\w+|remov\w+)(?:\s+out)?"
PUT = r"\b(?:insert\w*|add\w*)"
CHANGE = (
    r"\b(?:replac\w+|substitut\w+|amend\w*|revis\w+|chang\w+|modif\w+|"
    r"sustit\w+|reempla\w+|cambi\w+|remplac\w+)(?:\s+from)?"
)
CHANGED = r"(?:replaced|changed|amended|revised|modified|sustituid\w+|remplac[eé]\w*)"
AND_PUT = r",?\s+and\s+(?:insert\w*|replac\w+(?:\s+(?:it|them))?(?:\s+with)?|substitut\w+|add\w*)"
PLACED = r"(?:\s+in\s+(?:its|their)\s+place|\s+in\s+lieu\s+thereof)?"
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        (REPLACE, rf"{STRIKE}{WORDS}{OLD}{AND_PUT}{PLACED}{WORDS}{NEW}"),
        (REPLACE, rf"\bsubstitut\w+{WORDS}{NEW}\s+for{WORDS}{OLD}"),
        (REPLACE, rf"{CHANGE}{WORDS}{OLD}\s+{READ}{WORDS}{NEW}"),
        (REPLACE, rf"{OLD}{BE}{CHANGED}\s+{READ}{WORDS}{NEW}"),
        (INSERT_AFTER, rf"{PUT}{WORDS}{NEW}\s+(?:immediately\s+)?(?:after|following){WORDS}{OLD}"),
        (INSERT_AFTER, rf"\b(?:after|following){WORDS}{OLD}\s*,?\s*{PUT}{WORDS}{NEW}"),
        (INSERT_BEFORE, rf"{PUT}{WORDS}{NEW}\s+(?:immediately\s+)?before{WORDS}{OLD}"),
        (DELETE, rf"(?:{STRIKE}|\bsup+rim\w+){WORDS}{OLD}"),
        (DELETE, rf"{OLD}{BE}(?:deleted|struck|removed|suprimid\w+|supprim[eé]\w*)"),
    )
)


@dataclass(frozen=True, slots=True)
class Instruction:
    """`old` and `new` as the letter quotes them; `start` and `end` are code points of the letter's text."""

    kind: str
    old: str
    new: str
    start: int
    end: int


def instructions(text: str) -> list[Instruction]:
    """In reading order; the fuller reading of the same words wins. A number alone changes nothing."""
    taken: list[Instruction] = []
    for found in _every(text):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda one: one.start)


def _every(text: str) -> Iterator[Instruction]:
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            words = match.groupdict()
            yield Instruction(kind, words["old"], words.get("new") or "", match.start(), match.end())


def applied(kind: str, words: str, new: str, start: int, end: int) -> str:
    """The text with an instruction carried out on the words between `start` and `end`."""
    if kind == INSERT_AFTER:
        return f"{words[:end]}{_apart(words[:end], new)}{new}{words[end:]}"
    if kind == INSERT_BEFORE:
        return f"{words[:start]}{new}{_apart(new, words[start:])}{words[start:]}"
    rest = words[end:] if new else words[end:].removeprefix(" ")
    return f"{words[:start]}{new}{rest}"


def _apart(left: str, right: str) -> str:
    return "" if left[-1:].isspace() or not right[:1].isalnum() else " "
