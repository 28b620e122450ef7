"""Choice of forum: which roads close when a grievance is filed, by sector, with the law that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from grievances.models import Forum, Matter
from unionops.platform.access.models import Local
from unionops.platform.access.models.local import Sector


@dataclass(frozen=True)
class Road:
    """Another forum, and what choosing it does. `bars`: taking one closes the other. `topics`: empty means any."""

    forum: Forum
    rule: str
    text: str | Promise
    bars: bool = True
    topics: tuple[str, ...] = ()


ROADS: dict[str, tuple[Road, ...]] = {
    Sector.FEDERAL: (
        Road(
            Forum.ULP,
            "5 USC 7116(d)",
            _("An issue may be raised as a grievance or as an unfair labor practice charge, not as both."),
        ),
        Road(
            Forum.MSPB,
            "5 USC 7121(e)(1)",
            _(
                "A removal, a suspension of more than 14 days, a reduction in grade or pay, a furlough or an action "
                "for performance goes to the Board or to a grievance. What is filed in time first decides."
            ),
            topics=("discipline", "discrimination"),
        ),
        Road(
            Forum.EEO,
            "5 USC 7121(d)",
            _("Discrimination goes to the EEO process or to a grievance. What is filed in time first decides."),
            topics=("discrimination", "discipline"),
        ),
        Road(
            Forum.OSC,
            "5 USC 7121(g)",
            _("Another prohibited personnel practice goes to one of: the Board, a grievance, the Special Counsel."),
            topics=("discipline", "discrimination", "whistleblower", "other"),
        ),
    ),
    Sector.PRIVATE: (
        Road(
            Forum.NLRB,
            "29 USC 160(a)",
            _("A grievance and a charge may run side by side; the Board may wait for the arbitrator. Mind both dates."),
            bars=False,
        ),
    ),
    Sector.STATE_LOCAL: (
        Road(
            Forum.ULP,
            "",
            _(
                "The law of your state says whether a charge and a grievance may run side by side and how long you "
                "have; its board may wait for the arbitrator. Read it first, and mind both dates."
            ),
            bars=False,
        ),
        Road(
            Forum.CIVIL_SERVICE,
            "",
            _("Many agreements let you choose arbitration or a civil service appeal, not both. Read the clause first."),
            bars=False,
            topics=("discipline",),
        ),
    ),
}


def sector_of(matter: Matter) -> str:
    return str(matter.unit.sector if matter.unit else Local.current().sector)


def roads(matter: Matter) -> list[Road]:
    """The other roads that matter here."""
    known = ROADS.get(sector_of(matter), ())
    return [road for road in known if not road.topics or matter.topic in road.topics]


NOT_THERE: dict[str, frozenset[Forum]] = {
    Sector.FEDERAL: frozenset((Forum.NLRB, Forum.CIVIL_SERVICE)),
    Sector.PRIVATE: frozenset((Forum.ULP, Forum.MSPB, Forum.OSC, Forum.CIVIL_SERVICE, Forum.FOIA_APPEAL)),
    Sector.STATE_LOCAL: frozenset((Forum.NLRB, Forum.MSPB, Forum.OSC)),
}


def other_forums(matter: Matter) -> list[Forum]:
    """Those beside the grievance that exist for the sector of its unit."""
    missing = NOT_THERE.get(sector_of(matter), frozenset()) | {Forum.GRIEVANCE}
    return [forum for forum in Forum if forum not in missing]


def road_for(matter: Matter, forum: str) -> Road | None:
    return next((road for road in ROADS.get(sector_of(matter), ()) if road.forum == forum), None)


STATUTES: dict[str, tuple[str, ...]] = {
    Forum.ULP: ("flra_ulp",),
    Forum.MSPB: ("mspb_appeal",),
    Forum.EEO: ("eeo_counselor", "eeo_complaint"),
    Forum.OSC: ("osc_ira", "osc_allegation"),
}


def elected(matter: Matter) -> Any:
    """The choices that stand; one recorded by mistake was taken back."""
    return matter.elections.filter(undone_at=None)


def is_filed(matter: Matter) -> bool:
    """A grievance was chosen and filed. A filing that was recorded by mistake and taken back closes no road."""
    chosen = elected(matter).filter(forum=Forum.GRIEVANCE).exists()
    return chosen and matter.grievances.exclude(filed_on=None).exists()


def closed_statutes(matter: Matter) -> set[str]:
    """Clocks of the law that are over because a grievance was filed on the same matter."""
    closed = [road for road in roads(matter) if road.bars] if is_filed(matter) else []
    return {key for road in closed for key in STATUTES.get(road.forum, ())}


def barred_by(matter: Matter) -> list[Road]:
    """Roads already taken that close the grievance."""
    taken = set(elected(matter).exclude(forum=Forum.GRIEVANCE).values_list("forum", flat=True))
    return [road for road in ROADS.get(sector_of(matter), ()) if road.bars and road.forum in taken]


def closes_a_road(matter: Matter) -> bool:
    """Whether filing the grievance chooses for good: it does where another road is closed by it."""
    return any(road.bars for road in roads(matter))


def needs_acknowledgement(matter: Matter) -> bool:
    """The grievant says that they know: where filing closes another road, and there is a grievant."""
    return closes_a_road(matter) and bool(matter.parties.filter(role="grievant").exists())
