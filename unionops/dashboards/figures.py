"""The row of figures at the top of Home: only those the viewer's office may read."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unionops.dashboards.queries import cases, messages, unit
from unionops.platform.access.models import User
from unionops.platform.access.policy import may, policy


@dataclass(frozen=True)
class Figure:
    """One figure: what it counts, out of how many, and a tag of tone and words."""

    label: str
    value: int
    sub: str = ""
    tone: str = ""
    note: str = ""
    url: str = ""


def figures(user: User) -> list[Figure]:
    """At most four, the widest view of each first."""
    found = [figure for maker in MAKERS if (figure := maker(user)) is not None]
    return found[:4]


def _members(user: User) -> Figure | None:
    if policy.scope(user, "members.density") is None:
        return None
    now = unit.unit_figures(user)
    change = now.change or 0
    note = _("%(n)+d this month") % {"n": change} if change else _("no change this month")
    sub = _("of %(people)s in the unit (%(percent).1f%%)") % {"people": now.people, "percent": now.percent}
    tone = "good" if change > 0 else "warn" if change < 0 else ""
    return Figure(_("Members"), now.members, sub, tone, "" if now.change is None else note, reverse("members:list"))


def _cases(user: User) -> Figure | None:
    scope = policy.scope(user, "grievances.view")
    if scope is None:
        return None
    rows = cases.by_step(user)
    total, beyond = sum(row.cases for row in rows), cases.beyond_first_step(user)
    late = cases.date_figures(user).overdue
    label = _("Open grievances") if scope == "all" else _("My open cases")
    sub = ngettext("%(n)s beyond its first step", "%(n)s beyond their first step", beyond) % {"n": beyond}
    note = _("%(n)s overdue") % {"n": late} if late else _("none overdue")
    return Figure(label, total, sub, "bad" if late else "good", note, reverse("grievances:list"))


def _due(user: User) -> Figure | None:
    if policy.scope(user, "grievances.view") is None:
        return None
    soon = cases.date_figures(user)
    sub = _("next: %(day)s") % {"day": date_format(soon.next_due, "l j F")} if soon.next_due else _("nothing due")
    tone, note = "", ""
    if soon.without_steward:
        tone, note = "warn", _without_steward(soon.without_steward)
    return Figure(_("Due in 7 days"), soon.week, sub, tone, note, reverse("grievances:my-day"))


def _without_steward(dates: int) -> str:
    return ngettext("%(n)s has no steward", "%(n)s have no steward", dates) % {"n": dates}


def _drafts(user: User) -> Figure | None:
    if policy.scope(user, "comms.view") != "all" or not may(user, "comms.approve"):
        return None
    now = messages.draft_figures(user)
    sub = ngettext("%(n)s waits for a yes", "%(n)s wait for a yes", now.in_review) % {"n": now.in_review}
    note = _age((timezone.now() - now.oldest).days) if now.oldest else ""
    return Figure(_("Drafts"), now.drafts + now.in_review, sub, "info" if note else "", note, reverse("comms:list"))


def _age(days: int) -> str:
    return ngettext("oldest %(n)s day", "oldest %(n)s days", days) % {"n": days} if days else _("started today")


MAKERS: list[Callable[[User], Figure | None]] = [_members, _cases, _due, _drafts]
