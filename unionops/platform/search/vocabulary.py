"""Everyday words and the words agreements use for them: 'fired' also finds discharge, dismissal and removal.

The tables lie in `words/`: `en.txt` for questions to an English text, `es-en.txt` for Spanish questions to it (and,
read backwards, for English ones to a Spanish text). A line is `everyday, everyday: words of agreements, words of
agreements` and holds for any agreement; what the words of one agreement mean has no place here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from unionops.platform.search.terms import LANGUAGES, all_terms, terms

FOLDER = Path(__file__).parent / "words"

Ways = tuple[tuple[str, ...], ...]
Line = tuple[list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a query at `start:end` of its terms, and the ways an agreement says it.

    `foreign` when they are of another language.
    """

    start: int
    end: int
    ways: Ways
    foreign: bool = False


def said_otherwise(query: Sequence[str], language: str) -> list[Said]:
    """The expressions of a query (all its terms, in order) that a text of the language words otherwise, longest first.

    None overlaps another.
    """
    found: list[Said] = []
    taken: set[int] = set()
    for foreign, table in _tables(language):
        longest = max(map(len, table), default=0)
        for size in range(min(longest, len(query)), 0, -1):
            for start in range(len(query) - size + 1):
                ways = table.get(tuple(query[start : start + size]))
                if ways and taken.isdisjoint(range(start, start + size)):
                    taken.update(range(start, start + size))
                    found.append(Said(start, start + size, ways, foreign))
    return sorted(found, key=lambda said: said.start)


def everyday(language: str) -> str:
    """The table of a language as it lies in its file, for a search that runs elsewhere; nothing without one."""
    file = FOLDER / f"{language}.txt"
    return file.read_text() if file.exists() else ""


def may_mean(text: str, language: str) -> set[str]:
    """The terms of a text that say something, with those of all the ways agreements word it."""
    every = all_terms(text, language)
    ways = {term for said in said_otherwise(every, language) for way in said.ways for term in way}
    return {*terms(text, language), *ways}


@lru_cache(maxsize=len(LANGUAGES))
def _tables(language: str) -> list[tuple[bool, dict[tuple[str, ...], Ways]]]:
    """(foreign, table): that of the language itself, then those that lead to it from others."""
    own = [(False, _lines(file)) for file in FOLDER.glob(f"{language}.txt")]
    here = [(True, _lines(file)) for file in sorted(FOLDER.glob(f"*-{language}.txt"))]
    back = [(True, [line[::-1] for line in _lines(file)]) for file in sorted(FOLDER.glob(f"{language}-*.txt"))]
    return [(foreign, _table(lines, language)) for foreign, lines in [*own, *here, *back]]


def _table(lines: Iterable[Line], language: str) -> dict[tuple[str, ...], Ways]:
    """Its keys are the terms that a query to a text of `language` yields, whatever language they are of."""
    out: dict[tuple[str, ...], Ways] = {}
    for everyday, words in lines:
        ways = [way for word in words if (way := tuple(terms(word, language)))]
        for key in everyday:
            own = tuple(all_terms(key, language))
            out[own] = tuple(dict.fromkeys(way for way in (*out.get(own, ()), *ways) if way != own))
    return out


def _lines(file: Path) -> list[Line]:
    sides = [line.partition(":") for line in file.read_text().splitlines()]
    return [(_words(everyday), _words(words)) for everyday, _colon, words in sides]


def _words(side: str) -> list[str]:
    return [word.strip() for word in side.split(",")]
