"""Sentences of a clause with their places in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unionops.platform.core import lazy_re as re

# A full stop ends a sentence before a space, not inside a figure nor after an initial or a short form.
END = re.compile(
    r"(?<!\b[A-Z])(?<!\bNo)(?<!\bSec)(?<!\bArt)(?<!\be\.g)(?<!\bi\.e)(?<!\bU\.S)[.;!?](?=[\s”\"')]|$)|\n\s*\n"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start`/`end` are code points of the text it was cut from, half-open."""

    text: str
    start: int
    end: int


def sentences(text: str, start: int = 0) -> Iterator[Sentence]:
    """In reading order, without the white space around them; pieces without a letter are left out."""
    at = start
    for match in [*END.finditer(text, start), None]:
        end = match.end() if match else len(text)
        piece = text[at:end]
        bare = piece.strip()
        if re.search(r"[^\W\d_]{2}", bare):
            begin = at + piece.index(bare)
            yield Sentence(bare, begin, begin + len(bare))
        at = end


def sentence_at(text: str, place: int) -> str:
    """The whole sentence in which a place stands."""
    return next((one.text for one in sentences(text) if one.start <= place < one.end), "")
