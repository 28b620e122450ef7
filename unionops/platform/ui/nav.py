"""The sections of the top bar: which there are, who sees them, and the figure beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.policy import may, policy
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
    """The sections whose page exists and whose capability the reader holds."""
    found = ((name, section, _url(section)) for name, section in _named())
    return [
        Shown(section, url, _is_current(section, url, request.path), _badge(name, request.user))
        for name, section, url in found
        if url and _open_to(request.user, section)
    ]


def _named() -> list[tuple[str, Section]]:
    return [(name, sections[name]) for name in sections.names()]


def _url(section: Section) -> str:
    try:
        return reverse(section.url_name)
    except NoReverseMatch:
        return ""


def _open_to(user: Any, section: Section) -> bool:
    if not user.is_authenticated:
        return False
    return not section.capability or (section.capability in policy and may(user, section.capability))


def _is_current(section: Section, url: str, path: str) -> bool:
    return path.startswith(section.prefix) if section.prefix else path == url


def _badge(name: str, user: Any) -> int:
    return badges[name](user) if name in badges else 0
