"""One question put to clauses, cases, people and messages; each part answers only what the viewer may see."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from unionops.dashboards.figures import address
from unionops.dashboards.queries import cases, messages, unit
from unionops.platform.access.models import User
from unionops.platform.access.policy import may

LIMIT = 8


@dataclass(frozen=True)
class Hit:
    """One thing that was found: its name, where it is, and a line about it."""

    title: str
    url: str
    line: str = ""


@dataclass(frozen=True)
class Group:
    label: str
    more: str = ""
    hits: list[Hit] = field(default_factory=list)


def find(user: User, words: str) -> list[Group]:
    """Groups with at least one hit, in the order clauses, cases, people, messages."""
    groups = [group for finder in FINDERS if (group := finder(user, words)) is not None]
    return [group for group in groups if group.hits]


def _cases(user: User, words: str) -> Group | None:
    if not may(user, "grievances.view"):
        return None
    hits = [
        Hit(
            f"{case.number}: {case.matter.title}",
            case.get_absolute_url(),
            _place(case.matter.worksite, case.get_status_display()),
        )
        for case in cases.found(user, words, LIMIT)
    ]
    return Group(_("Cases"), address("grievances:list"), hits)


def _people(user: User, words: str) -> Group | None:
    if not may(user, "members.view"):
        return None
    hits = [
        Hit(
            person.name, person.get_absolute_url(), _place(person.worksite, person.shift, person.get_standing_display())
        )
        for person in unit.people_found(user, words, LIMIT)
    ]
    return Group(_("People"), address("members:list"), hits)


def _messages(user: User, words: str) -> Group | None:
    if not may(user, "comms.view"):
        return None
    hits = [
        Hit(message.title, message.get_absolute_url(), _place(message.get_state_display(), message.author))
        for message in messages.found(user, words, LIMIT)
    ]
    return Group(_("Messages"), address("comms:list"), hits)


def _place(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


FINDERS: list[Callable[[User, str], Group | None]] = [_cases, _people, _messages]
