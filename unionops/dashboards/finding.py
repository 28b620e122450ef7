"""One question put to clauses, cases, people and messages; each part answers only what the viewer may see."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from unionops.platform.access.models import User
from unionops.platform.search.snippets import Piece
from unionops.platform.search.sources import SearchSource, all_sources

LIMIT = 8


@dataclass(frozen=True)
class Hit:
    """One thing that was found: its name, where it is, a line about it, and the passage with its marks."""

    title: str
    url: str
    line: str = ""
    pieces: Sequence[Piece] = ()


@dataclass(frozen=True)
class Group:
    """What one source found; all of it stands in `within`, when that is named."""

    label: str
    more: str = ""
    hits: list[Hit] = field(default_factory=list)
    within: str = ""


def find(user: User, words: str) -> list[Group]:
    """Groups with at least one hit, in the order of `in_order`."""
    groups = [_offered(source, user, words) for source in all_sources()]
    return in_order([group for group in groups if group.hits], words)


def in_order(groups: list[Group], words: str) -> list[Group]:
    """Who types the number of a case or the name of a person means that, not a clause with a part of it."""
    asked = words.lower().split()
    return sorted(
        groups, key=lambda group: not any(all(word in hit.title.lower() for word in asked) for hit in group.hits)
    )


def _offered(source: SearchSource, user: User, words: str) -> Group:
    rows = source.find(user, words, LIMIT)
    wholes = {row.within for row in rows}
    within = wholes.pop() if len(wholes) == 1 else ""
    hits = [Hit(row.title, row.url, _place("" if within else row.within, row.detail), row.pieces) for row in rows]
    return Group(str(source.title), reverse(source.whole) if source.whole else "", hits, within)


def _place(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)
