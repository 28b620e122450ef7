"""The large parts of a page: head, cards, figures, notices, empty states, facts."""

from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from unionops.platform.ui.components.part import one_of, part
from unionops.platform.ui.components.words import TONE_ICONS, when

NOTICE_ROLES = {"bad": "alert", "warn": "note", "good": "status", "info": "note", "ai": "note"}


def fill(content: str) -> SafeString:
    """Keeps a piece of page under a name, to hand it to another tag: {% fill as actions %}…{% endfill %}."""
    return SafeString(content.strip())


def crumb(label: Any, url: str = "") -> SafeString:
    """One step of the way here; join several inside {% fill as crumbs %}."""
    if url:
        return format_html('<a href="{}">{}</a> ', url, label)
    return format_html("<span>{}</span>", label)


def page_head(title: Any, *, crumbs: str = "", lead: Any = "", actions: str = "", tags: str = "") -> SafeString:
    """The one h1 of a page, the way here above it, one primary action and the rest beside it.

    A way that ends with the title itself ends one step before.
    """
    crumbs = SafeString(conditional_escape(crumbs).removesuffix(crumb(title)).rstrip())
    return part("page_head", title=title, crumbs=crumbs, lead=lead, actions=actions, tags=tags)


def card(
    content: str, title: Any = "", *, sub: Any = "", action: str = "", anchor: str = "", tone: str = ""
) -> SafeString:
    """A sheet of paper with an h2; `action` stands at the right of the title."""
    one_of("tone", tone, ("", "bad", "warn", "good"))
    return part("card", content=content, title=title, sub=sub, action=action, anchor=anchor, tone=tone)


def stat_row(content: str, label: Any) -> SafeString:
    """Several figures side by side; the label is read aloud."""
    return part("stat_row", content=content, label=label)


def stat(label: Any, value: Any, *, sub: Any = "", tag: str = "", url: str = "") -> SafeString:
    """One figure with what it counts and out of how many."""
    return part("stat", label=label, value=value, sub=sub, tag=tag, url=url)


def notice(content: str, tone: str = "info", *, title: Any = "") -> SafeString:
    """Something the reader should know on this page; 'bad' is announced at once."""
    one_of("tone", tone, tuple(NOTICE_ROLES))
    icon = TONE_ICONS["bad"] if tone == "warn" else TONE_ICONS[tone]
    return part("notice", content=content, tone=tone, title=title, icon=icon, role=NOTICE_ROLES[tone])


def empty(content: str, title: Any, text: Any = "", *, icon: str = "inbox") -> SafeString:
    """What will be here, and the way to it: put one button between the tags."""
    return part("empty", content=SafeString(content.strip()), title=title, text=text, icon=icon)


def facts(content: str) -> SafeString:
    """A list of names and values, made of {% fact %}."""
    return format_html('<dl class="facts">{}</dl>', content)


def fact(name: Any, value: Any = "", *, url: str = "") -> SafeString:
    """One name and its value; a day or time is written out, an empty value is a dash that is read as 'not known'."""
    shown = when(value) if hasattr(value, "isoformat") else value
    return part("fact", name=name, value=shown, url=url)
