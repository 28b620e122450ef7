"""What apps offer to the one search page: each source finds within what the person may see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from unionops.platform.access.models import User
from unionops.platform.core.registry import Registry
from unionops.platform.search.snippets import Piece


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the results page; `within` is the larger whole it stands in, named once where all share it."""

    title: str
    url: str
    detail: str = ""
    within: str = ""
    pieces: Sequence[Piece] = ()


@dataclass(frozen=True, slots=True)
class SearchSource:
    """A kind of thing that can be found; `find(user, query, limit)` answers only what the user may see."""

    kind: str
    title: Any
    find: Callable[[User, str, int], list[Result]]
    weight: int = 50  # the lighter the higher on the page
    whole: str = ""  # the name of the page that lists them all


_sources: Registry[SearchSource] = Registry()


def register(source: SearchSource) -> SearchSource:
    return _sources.register(source.kind, source)


def all_sources() -> list[SearchSource]:
    return sorted(_sources.all(), key=lambda source: source.weight)
