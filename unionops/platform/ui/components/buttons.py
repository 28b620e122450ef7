"""Buttons and links that look like buttons: the verb and its object."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from unionops.platform.ui.components.part import one_of, part
from unionops.platform.ui.components.words import icon as draw

KINDS = ("primary", "secondary", "danger", "quiet")


def _class(kind: str, small: bool) -> str:
    one_of("kind", kind, KINDS)
    return f"b b-{kind}" + (" b-small" if small else "")


def _attributes(**values: Any) -> SafeString:
    """Attributes that have a value; `hx_get` becomes hx-get."""
    pairs = ((name.rstrip("_").replace("_", "-"), value) for name, value in values.items() if value not in ("", None))
    return format_html_join("", ' {}="{}"', pairs)


def link_button(
    label: Any, url: str, *, kind: str = "secondary", icon: str = "", small: bool = False, key: str = "", rel: str = ""
) -> SafeString:
    """A link that looks like a button; `key` is a single letter that presses it (listed under ?)."""
    extra = _attributes(data_key=key, rel=rel)
    drawn = draw(icon) if icon else ""
    return format_html('<a class="{}" href="{}"{}>{}{}</a>', _class(kind, small), url, extra, drawn, label)


def button(
    label: Any,
    *,
    kind: str = "secondary",
    icon: str = "",
    small: bool = False,
    key: str = "",
    does: str = "submit",
    **more: Any,
) -> SafeString:
    """A button of the form around it; `does` submit, button or reset; `more` is listed in MORE."""
    if unknown := set(more) - MORE:
        raise TypeError(f"button takes no {sorted(unknown)[0]!r}")
    extra = _attributes(type=one_of("does", does, ("submit", "button", "reset")), data_key=key, **more)
    drawn = draw(icon) if icon else ""
    return format_html('<button class="{}"{}>{}{}</button>', _class(kind, small), extra, drawn, label)


HX = {f"hx_{verb}" for verb in ("get", "post", "target", "swap", "include")}
MORE = {"name", "value", "form", "formaction", "id"} | HX


def post_button(
    context: Any,
    label: Any,
    url: str,
    *,
    kind: str = "secondary",
    icon: str = "",
    small: bool = False,
    name: str = "",
    value: Any = "",
) -> SafeString:
    """A form of one button that posts; for deeds that need no more words. Works without a script."""
    token = context.get("csrf_token", "")
    shown = button(label, kind=kind, icon=icon, small=small, name=name, value=value)
    return part("post_button", url=url, token=token, button=shown)


def copy_button(label: Any, text: str, *, small: bool = True, key: str = "") -> SafeString:
    """Copies `text`; hidden where there is no script. Confirms in place."""
    return part("copy_button", label=label, text=text, small=small, key=key)


def share_button(label: Any, text: str) -> SafeString:
    """Hands `text` to the phone's own sharing (a message, a mail); hidden where the device has none."""
    return part("share_button", label=label, text=text)


def print_button(label: Any, *, small: bool = False) -> SafeString:
    """Prints this page; hidden where there is no script."""
    return part("print_button", label=label, small=small)
