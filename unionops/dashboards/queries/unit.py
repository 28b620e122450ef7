"""The unit in figures: density by worksite, who joined and left, where no steward is."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.utils import timezone

from members import queries as members
from members.models import (
    Conversation,
    DuesMethod,
    FileKind,
    FollowUp,
    ImportState,
    Membership,
    Person,
    RosterImport,
    Standing,
)
from unionops.platform.access.models import Stewardship, User
from unionops.platform.access.models.people import in_term
from unionops.platform.core import money

MONTH = datetime.timedelta(days=30)
MEMBER = Q(standing=Standing.MEMBER)


@dataclass(frozen=True)
class SiteDensity:
    """One worksite: people in the unit, members among them, and those of the month before (None: not counted)."""

    name: str
    people: int
    members: int
    before: int | None

    @property
    def change(self) -> int | None:
        return None if self.before is None else self.members - self.before

    @property
    def percent(self) -> float:
        return 100 * self.members / self.people if self.people else 0.0


@dataclass(frozen=True)
class UnitFigures:
    """Sites where somebody is now; `before` counts those of the month before wherever they were."""

    sites: list[SiteDensity]
    before: int | None

    @property
    def people(self) -> int:
        return sum(site.people for site in self.sites)

    @property
    def members(self) -> int:
        return sum(site.members for site in self.sites)

    @property
    def change(self) -> int | None:
        return None if self.before is None else self.members - self.before

    @property
    def percent(self) -> float:
        return 100 * self.members / self.people if self.people else 0.0


def unit_figures(user: User) -> UnitFigures:
    """People in the unit the user may count, site by site; the densest unit of work first."""
    rows = members.people(user, "members.density").filter(in_unit=True).order_by("worksite__name")
    counted = rows.values_list("worksite__name").annotate(people=Count("id"), members=Count("id", filter=MEMBER))
    before = _month_before(user)
    sites = [
        SiteDensity(name or "", people, joined, before.get(name or "", 0) if before else None)
        for name, people, joined in counted
    ]
    return UnitFigures(sites, sum(before.values()) if before else None)


def _month_before(user: User) -> dict[str, int]:
    """Members in the unit as they were last counted in the month before, by worksite; empty where nobody counted."""
    month = (timezone.localdate().replace(day=1) - datetime.timedelta(days=1)).replace(day=1)
    rows = members.density_months(user).filter(month=month).order_by()
    return {name or "": number for name, number in rows.values_list("worksite__name").annotate(number=Sum("members"))}


@dataclass(frozen=True)
class Hole:
    """People of one site and shift for whom no steward is in office."""

    worksite: str
    shift: str
    people: int


def holes(user: User) -> list[Hole]:
    """Sites and shifts without a steward, the largest first."""
    rows = members.people(user, "members.density").filter(in_unit=True).order_by()
    places = rows.values_list("unit_id", "worksite_id", "worksite__name", "shift").annotate(people=Count("id"))
    covered = list(Stewardship.objects.filter(in_term()).values_list("unit_id", "worksite_id", "shift"))
    found: Counter[tuple[str, str]] = Counter()
    for unit, site, name, shift, people in places:
        if not any(_covers(steward, (unit, site, shift)) for steward in covered):
            found[name or "", shift] += people
    return [Hole(name, shift, people) for (name, shift), people in found.most_common()]


def _covers(steward: tuple[int | None, int | None, str], place: tuple[int | None, int | None, str]) -> bool:
    return all(wanted in (None, "", here) for wanted, here in zip(steward, place, strict=True))


def standings(user: User) -> dict[str, int]:
    """How many people stand in which relation to the local."""
    rows = members.people(user, "members.view").order_by()
    return dict(rows.values_list("standing").annotate(number=Count("id")))


def dues_methods(user: User) -> list[tuple[str, int]]:
    """Everybody with a membership by the way they pay, in the unit or not, the most common first."""
    spells = Membership.objects.visible_to(user, "field:dues").filter(until=None).order_by()
    counted = spells.values_list("method").annotate(number=Count("id")).order_by("-number")
    names = dict(DuesMethod.choices)
    return [(str(names.get(method, method)), number) for method, number in counted]


def newcomers(user: User) -> int:
    """People who entered on duty in the last thirty days and have not joined."""
    since = timezone.localdate() - MONTH
    rows = members.people(user, "members.view").filter(in_unit=True, hire_date__gte=since)
    return rows.filter(standing=Standing.NON_MEMBER).count()


def last_import(user: User) -> RosterImport | None:
    """The newest employer list that was applied."""
    return members.imports(user).filter(state=ImportState.APPLIED, kind=FileKind.UNIT).order_by("-as_of", "-id").first()


@dataclass(frozen=True)
class DuesFigures:
    """The newest dues file that was applied, its net amount as text, and what is still to settle."""

    last: RosterImport | None
    net: str
    to_settle: int


def dues_figures(user: User) -> DuesFigures:
    kinds = (FileKind.REMITTANCE, FileKind.EDUES)
    paid = [row for kind in kinds for row in members.applied_imports(user, kind)[:1]]
    last = max(paid, key=lambda row: row.as_of, default=None)
    net = f"${money.dollars(int(last.totals.get('net_cents') or 0))}" if last else ""
    return DuesFigures(last, net, sum(members.open_by_kind(user, of_dues=True).values()))


def follow_ups(user: User) -> list[Conversation]:
    """Talks the user promised to come back to, the most overdue first."""
    rows = Conversation.objects.visible_to(user, "members.organize").filter(by=user, followed_up=False)
    return list(rows.exclude(follow_up_on=None).select_related("person").order_by("follow_up_on")[:10])


def asked_of(user: User) -> list[FollowUp]:
    """Tasks about people that somebody asked of the user."""
    return list(members.asked_of(user)[:10])


def own_record(user: User) -> Person | None:
    return members.people(user).filter(public_id=user.person).first() if user.person else None
