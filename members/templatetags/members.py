"""{% load members %}: names as a list has them, and reasons in the reader's language."""

from typing import Any

from django import template

from members.life import reasons
from members.names import listed_name

register = template.Library()


@register.filter
def listed(who: Any) -> str:
    """'García, Maria' of a person or of a line of a list: whatever knows `last_name` and `first_name`."""
    found = who if isinstance(who, dict) else {name: getattr(who, name) for name in ("last_name", "first_name")}
    return listed_name(found.get("last_name") or "", found.get("first_name") or "")


@register.filter
def reason(kept: Any) -> str:
    return reasons.said(str(kept or ""))
