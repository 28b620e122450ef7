"""Lists: tables that become cards on a phone, timelines, steps, tabs, filters, pages."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from unionops.platform.ui.components.part import one_of, part
from unionops.platform.ui.components.words import icon, when
from unionops.platform.ui.labelled import labelled

STATES = ("", "done", "now", "todo", "late")


def data_table(
    content: str, caption: Any, *, cards: bool = True, tight: bool = False, show_caption: bool = False
) -> SafeString:
    """thead and tbody go between the tags; each cell learns its column's name, so that a phone shows cards.

    With `tight` a card is the heading and one run of words below it, for long lists whose cells speak for themselves.
    """
    body = SafeString(labelled(content)) if cards else content
    return part("data_table", content=body, caption=caption, cards=cards, tight=tight, show_caption=show_caption)


def timeline(content: str, label: Any) -> SafeString:
    """What happened, newest first, made of {% entry %}."""
    return format_html('<ol class="tl" aria-label="{}">{}</ol>', label, content)


def entry(content: str, at: Any = None, *, tone: str = "") -> SafeString:
    """One thing that happened, with its time; tone 'ai' marks unread words of the model."""
    one_of("tone", tone, ("", "ai"))
    kind = "tl-ai" if tone else "tl-plain"
    return format_html('<li class="{}">{}<div>{}</div></li>', kind, _moment(at), content)


def _moment(at: Any) -> SafeString:
    if hasattr(at, "isoformat"):
        return when(at, relative=False)
    return format_html('<span class="at">{}</span>', at or "")


def steps(content: str, label: Any) -> SafeString:
    """Where one stands in a job of several pages, made of {% step %}."""
    return format_html('<ol class="steps" aria-label="{}">{}</ol>', label, content)


def step(label: Any, *, state: str = "todo", url: str = "") -> SafeString:
    """One page of the job: done, now or todo."""
    one_of("state", state, STATES)
    return part("step", label=label, state=state, url=url)


def ladder(content: str, label: Any) -> SafeString:
    """How far a case has come, made of {% rung %}."""
    return format_html('<ol class="track" aria-label="{}">{}</ol>', label, content)


def rung(label: Any, *, state: str = "todo", note: Any = "") -> SafeString:
    """One step of the procedure: done, now, late or todo, with its date or outcome."""
    one_of("state", state, STATES)
    return part("rung", label=label, state=state, note=note)


def tabs(content: str, label: Any) -> SafeString:
    """Several views of one list, each with its own address, made of {% tab %}."""
    return format_html('<nav class="tabs" aria-label="{}">{}</nav>', label, content)


def tab(label: Any, url: str, *, current: Any = False, count: Any = None) -> SafeString:
    """One view; `count` says how many are there."""
    return part("tab", label=label, url=url, current=current, count=count)


def filter_panel(
    content: str, label: Any = "", *, unfolded: Any = False, count: int = 0, action: str = ""
) -> SafeString:
    """A GET form with a 'Show' button; folded on first sight unless `unfolded`; `count` filters are set."""
    return part(
        "filter_panel", content=content, label=label or _("Filter"), unfolded=unfolded, count=count, action=action
    )


def chips(content: str, label: Any) -> SafeString:
    """The filters that are set, made of {% chip %}."""
    if not content.strip():
        return SafeString("")
    return format_html('<ul class="chips" aria-label="{}">{}</ul>', label, content)


def chip(label: Any, remove_url: str = "") -> SafeString:
    """One filter in words, with the address of the list without it."""
    if not remove_url:
        return format_html('<li class="chip">{}</li>', label)
    name = _("Remove filter: %(label)s") % {"label": label}
    return format_html('<li class="chip">{}<a href="{}">{}</a></li>', label, remove_url, icon("x", label=name))


def bulk_bar(content: str, *, total: int | None = None, name: str = "id") -> SafeString:
    """Buttons for the ticked rows of the form around it; boxes are named `name`, 'all of them' posts `{name}_all`."""
    return part("bulk_bar", content=content, total=total, name=name)


def pager(*, earlier: str = "", later: str = "", label: Any = "") -> SafeString:
    """Earlier and later pages of a long list, by address."""
    if not (earlier or later or label):
        return SafeString("")
    return part("pager", earlier=earlier, later=later, label=label)


def menu(content: str, label: Any, *, icon: str = "dots") -> SafeString:
    """Second-rank actions behind one button; opens without a script."""
    return part("menu", content=content, label=label, icon=icon)
