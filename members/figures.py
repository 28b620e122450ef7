"""Counts that are drawn: density by place, stewards by place."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Count, Q, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from members import queries
from members.models import Standing
from unionops.platform.access.models import Stewardship, User
from unionops.platform.access.models.people import in_term
from unionops.platform.access.policy import policy
from unionops.platform.ui.components.charts import Bar, Point

T = TypeVar("T")
LABELS = {
    "unit": "unit__name",
    "employer": "employer__name",
    "worksite": "worksite__name",
    "shift": "shift",
    "component": "component",
    "department": "department",
}
SMALL = 5
MONTHS = 36


def density_by(user: User, by: str) -> list[Bar]:
    """Members among the people of the unit, per place; small places together (`apart`)."""
    column = LABELS[by]
    rows = (
        queries.in_unit(user)
        .order_by()
        .values_list(column)
        .annotate(people=Count("pk"), members=Count("pk", filter=Q(standing=Standing.MEMBER)))
    )
    large, small = apart(user, list(rows), lambda row: row[1])
    bars = [_bar(name or _("not known"), people, members) for name, people, members in large]
    bars.sort(key=lambda bar: bar.label)
    if small:
        people, members = (sum(row[at] for row in small) for at in (1, 2))
        bars.append(_bar(_("Small places together"), people, members))
    return bars


def apart(user: User, places: list[T], people: Callable[[T], int]) -> tuple[list[T], list[T]]:
    """The places that are shown alone, and those that are not: of fewer than five people, and for who cannot see these
    people on the roster so many of the next larger ones that taking the others from the whole tells nothing."""
    ordered = sorted(places, key=people)
    small = [place for place in ordered if people(place) < SMALL]
    more = len(small)
    sees_them = policy.scope(user, "members.view") == policy.scope(user, "members.density")
    while not sees_them and small and more < len(ordered) and (len(small) < 2 or sum(map(people, small)) < SMALL):
        small.append(ordered[more])
        more += 1
    return [place for place in places if place not in small], small


def _bar(label: str, people: int, members: int) -> Bar:
    return Bar(label, members, of=people)


def density_months(user: User, by: str = "", place: str = "") -> list[Point]:
    """Percent of members month by month, of everybody or of one place; not of fewer than five people."""
    return [Point(_month_label(*row), round(100 * row[2] / row[1], 1)) for row in month_rows(user, by, place)]


def month_rows(user: User, by: str = "", place: str = "") -> list[tuple[datetime.date, int, int, int]]:
    """(month, people, members, places worked out later), the oldest first."""
    rows = queries.density_months(user)
    if place and by in LABELS:
        rows = rows.filter(**{LABELS[by]: place})
    months = rows.values_list("month").annotate(people=Sum("people"), joined=Sum("members")).order_by("-month")
    months = months.annotate(guessed=Count("pk", filter=Q(reckoned=True)))
    return [row for row in months[:MONTHS] if row[1] >= SMALL][::-1]


def _month_label(month: datetime.date, people: int, members: int, guessed: int) -> str:
    words = {"month": date_format(month, "M Y"), "members": members, "people": people}
    if guessed:
        return _("%(month)s: %(members)d of %(people)d, worked out later") % words
    return _("%(month)s: %(members)d of %(people)d") % words


def is_reckoned(user: User) -> bool:
    """Whether any month the user may see was worked out later instead of counted in it."""
    return queries.density_months(user).filter(reckoned=True).exists()


def places_over_time(user: User, by: str) -> list[str]:
    """Places that have months of their own to draw."""
    rows = queries.density_months(user).order_by(LABELS[by]).values_list(LABELS[by])
    large = rows.annotate(months=Count("month", distinct=True), people=Sum("people"))
    return [name for name, months, people in large if name and people >= SMALL * months]


@dataclass(frozen=True)
class Cover:
    """Stewards of one unit at one site and shift against what the ratio asks for."""

    unit: str
    site: str
    shift: str
    people: int
    stewards: int
    wanted: int

    @property
    def missing(self) -> int:
        return max(0, self.wanted - self.stewards)

    @property
    def place(self) -> str:
        return ", ".join(part for part in (self.site, self.shift) if part)


def coverage(user: User, ratio: int) -> list[Cover]:
    """Unit by site by shift, where stewards are missing first."""
    terms = _terms()
    columns = ("unit_id", "unit__name", "worksite_id", "worksite__name", "shift")
    rows = queries.in_unit(user).order_by().values_list(*columns).annotate(people=Count("pk"))
    found = [
        Cover(name or str(_("not known")), at or str(_("not known")), shift, people,
              len({who for who, *term in terms if _stands(term, unit, site, shift)}), -(-people // max(ratio, 1)))
        for unit, name, site, at, shift, people in rows
    ]  # fmt: skip
    return sorted(found, key=lambda cover: (-cover.missing, cover.unit, cover.site, cover.shift))


def _terms() -> list[tuple[int, int | None, int | None, str]]:
    """(account, unit, site, shift) of each stewardship that holds today."""
    rows = Stewardship.objects.filter(in_term(), user__is_active=True)
    return list(rows.values_list("user_id", "unit_id", "worksite_id", "shift"))


def _stands(term: list[Any], unit: int | None, site: int | None, shift: str) -> bool:
    """A stewardship covers a place when nothing it names says otherwise."""
    of_unit, worksite, hours = term
    here = worksite is None or worksite == site
    return here and (of_unit is None or of_unit == unit) and (not hours or hours.casefold() == shift.casefold())


@dataclass(frozen=True)
class Ratio:
    """The whole unit against the target: people, stewards in office, how many the ratio asks for."""

    people: int
    stewards: int
    wanted: int
    places: int
    uncovered: int

    @property
    def each(self) -> int:
        """People for each steward, rounded; 0 without any."""
        return round(self.people / self.stewards) if self.stewards else 0


def whole_ratio(covers: list[Cover], ratio: int) -> Ratio:
    people = sum(cover.people for cover in covers)
    stewards = len({who for who, *_term in _terms()})
    uncovered = sum(cover.people for cover in covers if not cover.stewards)
    return Ratio(people, stewards, -(-people // max(ratio, 1)), len(covers), uncovered)
