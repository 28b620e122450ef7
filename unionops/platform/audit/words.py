"""The trail's actions in the reader's language; the trail itself keeps each as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.urls import URLPattern, get_resolver
from django.utils.translation import gettext

from unionops.platform.access.policy import policy

REFUSED, MISSED = "was refused ", "did not find "


def in_words(action: str) -> str:
    """`makemessages` finds the sentences where events are left; a page is named by what it is for."""
    if action.startswith(REFUSED):
        return gettext("was refused: %(page)s") % {"page": _page(action.removeprefix(REFUSED))}
    if action.startswith(MISSED):
        page = _page(action.removeprefix(MISSED))
        return gettext("asked for something that is not there, or not theirs to see: %(page)s") % {"page": page}
    return gettext(action) if action else ""


def _page(name: str) -> str:
    """What its capability means, as the table of the policy says it; its address' name where there is none."""
    return str(policy.meanings.get(_capabilities().get(name, ""), name))


@cache
def _capabilities() -> dict[str, str]:
    return {name: view.capability for name, view in _views(get_resolver(), "") if hasattr(view, "capability")}


def _views(resolver: Any, space: str) -> Iterator[tuple[str, Any]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            yield f"{space}{each.name}", each.callback
        else:
            yield from _views(each, f"{space}{each.namespace}:" if each.namespace else space)


def field_names(kind: str, fields: list[str]) -> list[str]:
    """What changed, as the forms call it."""
    return [_field(kind, name) for name in fields]


def _field(kind: str, name: str) -> str:
    try:
        field: Any = apps.get_model(kind)._meta.get_field(name)
        return str(getattr(field, "verbose_name", "") or name).replace("_", " ")
    except (LookupError, ValueError, FieldDoesNotExist):
        return name.replace("_", " ")
