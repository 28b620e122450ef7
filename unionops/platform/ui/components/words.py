"""Small words on a page: icons, tags, dates, money, text in and out of a version."""

import datetime
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Protocol

from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from unionops.platform.core import money
from unionops.platform.ui.components.part import one_of

SPRITE = "vendor/tabler-icons-3.51.0.svg"
TONE_ICONS = {
    "": "",
    "bad": "alert-triangle",
    "warn": "clock",
    "good": "circle-check",
    "info": "info-circle",
    "ai": "sparkles",
    "prec": "gavel",
}
FAR_DAYS = 60
MOST_DAYS = 4096


def icon(name: str, *, label: str = "") -> SafeString:
    """A Tabler outline icon; without a label it is decoration and a word must stand beside it."""
    if label:
        return format_html(
            '<svg class="i" width="20" height="20" role="img" aria-label="{}"><use href="{}#{}"/></svg>',
            label, static(SPRITE), name,
        )  # fmt: skip
    return _bare_icon(name)


@lru_cache(maxsize=512)
def _bare_icon(name: str) -> SafeString:
    """Kept: a list draws the same few hundreds of times."""
    return format_html(
        '<svg class="i" width="20" height="20" aria-hidden="true"><use href="{}#{}"/></svg>', static(SPRITE), name
    )


def tag(tone: str, label: Any, *, icon: str = "") -> SafeString:
    """A status: word, icon and colour together."""
    shown = icon or TONE_ICONS[one_of("tone", tone, tuple(TONE_ICONS))]
    return format_html('<span class="tag tag-{}">{}{}</span>', tone or "plain", _icon(shown), label)


class _Piece(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def hit(self) -> bool: ...


def marked(pieces: Iterable[_Piece]) -> SafeString:
    """A passage with the words looked for in <mark>."""
    return SafeString("".join(f"<mark>{escape(p.text)}</mark>" if p.hit else escape(p.text) for p in pieces))


def _icon(name: str) -> SafeString:
    return icon(name) if name else SafeString("")


def when(value: datetime.date | datetime.datetime | None, *, relative: bool = True) -> SafeString:
    """Absolute and relative time together: 'Fri 13 Nov 2026, in 1 day'."""
    if value is None:
        return SafeString("")
    if not isinstance(value, datetime.datetime):
        return _day(value, timezone.localdate(), get_language(), relative)
    local = timezone.localtime(value)
    return _time(
        date_format(local, "j M Y, H:i"), _since(value) if relative else "", local.isoformat(timespec="minutes")
    )


@lru_cache(maxsize=MOST_DAYS)
def _day(day: datetime.date, today: datetime.date, _language: str | None, relative: bool) -> SafeString:
    """Held: a list shows the same few days in every row, for everybody."""
    return _time(date_format(day, "D j M Y"), _near(day, today) if relative else "", day.isoformat())


def _time(text: str, near: str, machine: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine, f"{text}, {near}" if near else text)


def _since(moment: datetime.datetime) -> str:
    minutes = round((timezone.now() - moment).total_seconds() / 60)
    if 0 <= minutes < 1:
        return _("just now")
    if 1 <= minutes < 60:
        return ngettext("%(n)s minute ago", "%(n)s minutes ago", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    if 1 <= hours < 12:
        return ngettext("%(n)s hour ago", "%(n)s hours ago", hours) % {"n": hours}
    return from_today(timezone.localdate(moment))


def from_today(day: datetime.date) -> str:
    """'today', 'in 3 days', '2 days ago'; nothing when it is far away."""
    return _near(day, timezone.localdate())


def _near(day: datetime.date, today: datetime.date) -> str:
    days = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    if abs(days) > FAR_DAYS:
        return ""
    if days > 0:
        return ngettext("in %(n)s day", "in %(n)s days", days) % {"n": days}
    return ngettext("%(n)s day ago", "%(n)s days ago", -days) % {"n": -days}


def due(day: datetime.date | None) -> SafeString:
    """One of our dates as a tag: 'Overdue 2 days', 'Due today', 'Mon 30 Nov'."""
    return SafeString("") if day is None else _due(day, timezone.localdate(), get_language())


@lru_cache(maxsize=MOST_DAYS)
def _due(day: datetime.date, today: datetime.date, _language: str | None) -> SafeString:
    late = (today - day).days
    if late > 0:
        return tag("bad", ngettext("Overdue %(n)s day", "Overdue %(n)s days", late) % {"n": late})
    return tag("warn", _("Due today")) if not late else tag("warn", date_format(day, "D j M"))


BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrom": "Chrome", "Safari": "Safari"}
DEVICES = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac": "Mac",
    "Linux": "Linux",
}


def device(user_agent: str) -> str:
    """'Firefox, Windows' from what a browser says of itself; its own words when it is none we know."""
    found = [next((name for mark, name in table.items() if mark in user_agent), "") for table in (BROWSERS, DEVICES)]
    return ", ".join(filter(None, found)) or user_agent[:80]


# The shifts a roster import writes; the msgids are those of the forms that ask for one.
SHIFTS = {"Days": gettext_lazy("Days"), "Evenings": gettext_lazy("Evenings"), "Nights": gettext_lazy("Nights")}


def shift_name(shift: str) -> str:
    """In the reader's language; a shift of the employer's own naming stays as it is."""
    return str(SHIFTS.get(shift, shift))


def dollars(cents: int | None) -> str:
    """1230 -> $12.30"""
    if cents is None:
        return ""
    whole, _dot, rest = money.dollars(abs(cents)).partition(".")
    return f"{'-' if cents < 0 else ''}${int(whole):,}.{rest}"


def removed(content: str) -> SafeString:
    """Words of the old text that the new one has not; said aloud as well as struck."""
    return _change("del", _("removed:"), content, _("end removed"))


def added(content: str) -> SafeString:
    """Words of the new text that the old one had not."""
    return _change("ins", _("added:"), content, _("end added"))


def _change(element: str, before: str, content: str, after: str) -> SafeString:
    return format_html(
        '<{0}><span class="vh">{1} </span>{2}<span class="vh"> {3}</span></{0}>',
        SafeString(element),
        before,
        conditional_escape(content),
        after,
    )
