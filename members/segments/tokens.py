"""A list's question cut into words: what stands in quotes is one word that means only itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from django.utils.translation import gettext as _

from members.segments.criteria import not_understood
from unionops.platform.core import lazy_re as re

PATTERN = re.compile(
    r'"((?:[^"\\]|\\.)*)"|[“”]([^“”"]*)[“”]|(?<![^\s(,])[\'‘]((?:[^\'’\n]|(?<=\w)[\'’](?=\w))+)[\'’](?=[\s),;]|$)'
    r'|(;|\n)|([()])|([^\s;"“”()](?:[^\s;"“”]*[^\s;"“”()])?)|(["“”])',
    re.DOTALL,
)
"""Phones write quotation marks as “ and ”, and some write 'so'; the apostrophe of a name is none."""
T = TypeVar("T")


class Token(NamedTuple):
    word: str
    is_quoted: bool = False

    def means(self, *words: str) -> bool:
        """It is one of the joining words, not a value that looks like one."""
        return not self.is_quoted and self.word.casefold() in words


END_OF_CLAUSE = ";"
"""A line's end; like 'and', but nothing need follow."""


def cut(text: str) -> list[Token]:
    """Raises Problem when a quotation mark is never closed."""
    found = []
    for match in PATTERN.finditer(text):
        straight, curly, single, end, bracket, word, alone = match.groups()
        inside = next((text for text in (straight, curly, single) if text is not None), None)
        if alone:
            raise not_understood(text[match.start() :].strip(), _("the quotation mark before it is not closed"))
        if inside is not None:
            found.append(Token(re.sub(r"\\(.)", r"\1", inside, flags=re.DOTALL), is_quoted=True))
        else:
            found.append(Token(END_OF_CLAUSE if end else bracket or word))
    return found


def said(tokens: Iterable[Token]) -> str:
    """As one would write it."""
    text = " ".join(f'"{token.word}"' if token.is_quoted else token.word for token in tokens)
    return text.replace("( ", "(").replace(" )", ")")


def longest(tokens: list[Token], known: Mapping[str, T]) -> tuple[T | None, list[Token]]:
    """What the longest known phrase the tokens begin with means, and the tokens after it."""
    for size in (4, 3, 2, 1):
        phrase = " ".join(token.word.casefold() for token in tokens[:size])
        if len(tokens) >= size and phrase in known and not any(token.is_quoted for token in tokens[:size]):
            return known[phrase], tokens[size:]
    return None, tokens


def values(tokens: Iterable[Token], *, commas: bool = True) -> list[str]:
    """The alternatives, which 'or' and commas part."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.means("or"):
            found.append([])
        elif token.is_quoted or not token.word.endswith(","):
            found[-1].append(token)
        else:
            found[-1].append(Token(token.word.rstrip(",")))
            if commas:
                found.append([])
    return [_plain(words) for words in found if words and _plain(words)]


def _plain(words: Iterable[Token]) -> str:
    """The words with single spaces, but none within brackets; what stands in quotes stays as it is."""
    text, is_open = "", True
    for token in words:
        text += token.word if is_open or token.means(")") else f" {token.word}"
        is_open = token.means("(")
    return text


def values_of(text: str, *, commas: bool = True) -> list[str]:
    """The answers in one field of a form: joined by `or`, in quotes where needed; `and` and `;` are letters here."""
    return values(cut(text), commas=commas)
