"""Tags of the frame around each page: what the reader may see, the sections."""

from typing import Any

from django.utils.safestring import SafeString

from unionops.platform.access.policy import may as allowed
from unionops.platform.ui import banners as registered
from unionops.platform.ui import nav, news, typed
from unionops.platform.ui.components.part import part


def may(context: Any, capability: str) -> bool:
    """Whether the reader's roles hold the capability: {% may "members.view" as ok %}{% if ok %}…"""
    request = context.get("request")
    return request is not None and allowed(request.user, capability)


def sections(context: Any) -> list[nav.Shown]:
    """The sections of the top bar that this reader may open, with the current one marked."""
    request = context.get("request")
    return nav.shown(request) if request is not None else []


def typed_words(context: Any, *, writing: bool = False) -> SafeString:
    """What this person typed and the house never got; on a page to write on, `writing`, also what is typed now."""
    request = context.get("request")
    return part("typed_words", writing=writing, **typed.for_page(request)) if request is not None else SafeString("")


def news_waiting(context: Any) -> int:
    """The figure at the bell."""
    request = context.get("request")
    return news.waiting(request.user) if request is not None else 0


def banners(context: Any) -> list[registered.Banner]:
    """Trouble of the whole system that everybody should know of."""
    request = context.get("request")
    return registered.for_request(request) if request is not None else []
