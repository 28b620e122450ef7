"""Counts that are drawn: density by place, stewards by place."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from members import queries
from members.models import Standing
from unionops.platform.access.models import Stewardship, User
from unionops.platform.access.models.people import in_term
from unionops.platform.ui.components.charts import Bar

LABELS = {"unit": "unit__name", "worksite": "worksite__name", "shift": "shift", "department": "department"}
SMALL = 5
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
