"""The sections of the top bar: which there are, who sees them, and the figure beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.policy import may
from unionops.platform.core.registry import Registry


@dataclass(frozen=True)
class Section:
    """`prefix` is the part of the address that belongs to it; `capability` '' means everybody signed in."""

    label: str | Promise
    url_name: str
    icon: str
    capability: str = ""
    prefix: str = ""


@dataclass(frozen=True)
class Shown:
    section: Section
    url: str
    current: bool
    badge: int


Badge = Callable[[Any], int]
sections: Registry[Section] = Registry()
badges: Registry[Badge] = Registry()

sections.register("home", Section(_("Home"), "dashboards:home", "home"))
sections.register("members", Section(_("Members"), "members:list", "users", "members.view", "/members/"))
sections.register("contracts", Section(_("Contracts"), "contracts:home", "book-2", "contracts.view", "/contracts/"))
sections.register("grievances", Section(_("Grievances"), "grievances:list", "scale", "grievances.view", "/grievances/"))
sections.register("comms", Section(_("Messages"), "comms:list", "send", "comms.view", "/messages/"))


def shown(request: HttpRequest) -> list[Shown]:
    """The sections whose capability the reader holds."""
    return [
        _as_seen(name, sections[name], request) for name in sections.names() if _open_to(request.user, sections[name])
    ]


def _as_seen(name: str, section: Section, request: HttpRequest) -> Shown:
    url = reverse(section.url_name)
    badge = badges[name](request.user) if name in badges else 0
    return Shown(section, url, _is_current(section, url, request.path), badge)


def _open_to(user: Any, section: Section) -> bool:
    return user.is_authenticated and (not section.capability or may(user, section.capability))


def _is_current(section: Section, url: str, path: str) -> bool:
    return path.startswith(section.prefix) if section.prefix else path == url
