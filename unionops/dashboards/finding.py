"""One question put to clauses, cases, people and messages; each part answers only what the viewer may see."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from unionops.dashboards.queries import messages, unit
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.search.snippets import Piece
from unionops.platform.search.sources import SearchSource, all_sources

LIMIT = 8
Finder = Callable[[User, str], "Group | None"]


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
    finders = [*(_offered(source) for source in all_sources()), _people, _messages]
    groups = [group for finder in finders if (group := finder(user, words)) is not None]
    return in_order([group for group in groups if group.hits], words)


def in_order(groups: list[Group], words: str) -> list[Group]:
    """Who types the number of a case or the name of a person means that, not a clause with a part of it."""
    asked = words.lower().split()
    return sorted(
        groups, key=lambda group: not any(all(word in hit.title.lower() for word in asked) for hit in group.hits)
    )


def _offered(source: SearchSource) -> Finder:
    def finder(user: User, words: str) -> Group:
        rows = source.find(user, words, LIMIT)
        wholes = {row.within for row in rows}
        within = wholes.pop() if len(wholes) == 1 else ""
        hits = [Hit(row.title, row.url, _place("" if within else row.within, row.detail), row.pieces) for row in rows]
        return Group(str(source.title), "", hits, within)

    return finder


def _people(user: User, words: str) -> Group | None:
    if not may(user, "members.view"):
        return None
    hits = [
        Hit(
            person.name, person.get_absolute_url(), _place(person.worksite, person.shift, person.get_standing_display())
        )
        for person in unit.people_found(user, words, LIMIT)
    ]
    return Group(_("People"), reverse("members:list"), hits)


def _messages(user: User, words: str) -> Group | None:
    if not may(user, "comms.view"):
        return None
    hits = [
        Hit(message.title, message.get_absolute_url(), _place(message.get_state_display(), message.author))
        for message in messages.found(user, words, LIMIT)
    ]
    return Group(_("Messages"), reverse("comms:list"), hits)


def _place(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)
