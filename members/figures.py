"""Counts that are drawn: density by place, stewards by place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from members import queries
from members.models import Standing
from unionops.platform.access.models import Stewardship, User
from unionops.platform.access.models.people import in_term
from unionops.platform.ui.components.charts import Bar, Point

LABELS = {
    "unit": "unit__name",
    "employer": "employer__name",
    "worksite": "worksite__name",
    "shift": "shift",
    "department": "department",
}
OVER_TIME = ("unit", "employer", "worksite", "shift")
"""What the monthly figures tell apart."""
SMALL = 5
MONTHS = 36
Term = tuple[int | None, int | None, str]


def density_by(user: User, by: str) -> list[Bar]:
    """Members among the people of the unit, per place; places of fewer than five people together."""
    column = LABELS[by]
    rows = (
        queries.in_unit(user)
        .order_by()
        .values_list(column)
        .annotate(people=Count("pk"), members=Count("pk", filter=Q(standing=Standing.MEMBER)))
    )
    large = [row for row in rows if row[1] >= SMALL]
    small = [row for row in rows if row[1] < SMALL]
    bars = [_bar(name or _("not known"), people, members) for name, people, members in large]
    bars.sort(key=lambda bar: bar.label)
    if small:
        people, members = (sum(row[at] for row in small) for at in (1, 2))
        bars.append(_bar(_("Places of fewer than five"), people, members))
    return bars


def _bar(label: str, people: int, members: int) -> Bar:
    note = _("%(members)d of %(people)d") % {"members": members, "people": people}
    return Bar(label, members, of=people, note=note)


def density_months(user: User, by: str = "", place: str = "") -> list[Point]:
    """Percent of members month by month, of everybody or of one place; not of fewer than five people."""
    rows = queries.density_months(user)
    if place and by in OVER_TIME:
        rows = rows.filter(**{LABELS[by]: place})
    months = rows.values_list("month").annotate(people=Sum("people"), joined=Sum("members")).order_by("-month")
    found = [row for row in months[:MONTHS] if row[1] >= SMALL]
    return [Point(_month_label(*row), round(100 * row[2] / row[1], 1)) for row in reversed(found)]


def _month_label(month: datetime.date, people: int, members: int) -> str:
    words = {"month": date_format(month, "M Y"), "members": members, "people": people}
    return _("%(month)s: %(members)d of %(people)d") % words


def places_over_time(user: User, by: str) -> list[str]:
    """Places that have months of their own to draw."""
    if by not in OVER_TIME:
        return []
    rows = queries.density_months(user).order_by(LABELS[by]).values_list(LABELS[by])
    large = rows.annotate(months=Count("month", distinct=True), people=Sum("people"))
    return [name for name, months, people in large if name and people >= SMALL * months]


@dataclass(frozen=True)
class Cover:
    """Stewards at one site and shift against what the ratio asks for."""

    site: str
    shift: str
    people: int
    stewards: int
    wanted: int

    @property
    def missing(self) -> int:
        return max(0, self.wanted - self.stewards)


def coverage(user: User, ratio: int) -> list[Cover]:
    """Where stewards are missing first."""
    terms: list[Term] = list(Stewardship.objects.filter(in_term()).values_list("unit_id", "worksite_id", "shift"))
    rows = queries.in_unit(user).order_by().values_list("worksite_id", "worksite__name", "shift", "unit_id")
    places: dict[tuple[int | None, str, str], dict[int | None, int]] = {}
    for site, name, shift, unit, people in rows.annotate(people=Count("pk")):
        units = places.setdefault((site, name or str(_("not known")), shift), {})
        units[unit] = units.get(unit, 0) + people
    found = [_cover(key, units, terms, ratio) for key, units in places.items()]
    return sorted(found, key=lambda cover: (-cover.missing, cover.site, cover.shift))


def _cover(key: tuple[int | None, str, str], units: dict[int | None, int], terms: list[Term], ratio: int) -> Cover:
    site, name, shift = key
    people = sum(units.values())
    stewards = sum(_stands(term, site, shift, units) for term in terms)
    return Cover(name, shift, people, stewards, -(-people // max(ratio, 1)))


def _stands(term: Term, site: int | None, shift: str, units: dict[int | None, int]) -> bool:
    """A stewardship covers a place when nothing it names says otherwise."""
    unit, worksite, hours = term
    here = worksite is None or worksite == site
    return here and (unit is None or unit in units) and (not hours or hours.casefold() == shift.casefold())
