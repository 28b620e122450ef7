"""The local, its employers, units and sites, and one account for each office."""

import datetime
from dataclasses import dataclass, field

from unionops.demo.offices import OFFICES, SIGN_IN_WITH, Office
from unionops.demo.places import LOCAL_NAME, LOCAL_NUMBER, SERVICES, SITES
from unionops.platform.access import services as access
from unionops.platform.access.models import BargainingUnit, Employer, User, Worksite
from unionops.platform.ops import services as box


@dataclass
class House:
    """What later steps need of the earlier ones: rows by the names the invented data uses."""

    anchor: datetime.date
    units: dict[str, BargainingUnit] = field(default_factory=dict)
    sites: dict[str, Worksite] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)

    @property
    def president(self) -> User:
        return self.users["president"]


def set_up(by: User, anchor: datetime.date) -> House:
    access.set_up_local(
        by=by,
        name=LOCAL_NAME,
        number=LOCAL_NUMBER,
        is_demo=True,
        density_goal=70,
        postal_address="41 Wharf Ave, Three Forks Landing, OH 45991",
        contact_email="office@local2741.example.org",
        contact_phone="220-555-0199",
    )
    house = House(anchor)
    for service in SERVICES:
        employer = Employer.objects.create(name=service.name, code=service.code)
        house.units[service.bus] = BargainingUnit.objects.create(
            employer=employer, name=f"{service.name}, all employees", code=service.bus
        )
    for site in SITES:
        house.sites[site.name] = Worksite.objects.create(name=site.name, code=site.code)
    for office in OFFICES:
        house.users[office.login] = _account(by, house, office)
    _watch_what_is_due(by, anchor)
    return house


def _watch_what_is_due(by: User, anchor: datetime.date) -> None:
    last_year = anchor.year - 1
    starts = dict.fromkeys(("lm_report", "form_990", "bond", "audit"), datetime.date(last_year, 12, 31))
    starts["officer_election"] = datetime.date(last_year - 1, 4, 15)
    starts["weingarten_notice"] = datetime.date(last_year, 12, 10)
    box.turn_on_duties(by=by, starts=starts)


def _account(by: User, house: House, office: Office) -> User:
    user = access.make_account(email=office.email, name=office.name, password=SIGN_IN_WITH, check=False)
    since = house.anchor - datetime.timedelta(days=420)
    access.give_role(user=user, role=office.role, by=by, since=since)
    if office.role == "steward":
        site = house.sites[office.site]
        access.give_stewardship(user=user, by=by, worksite=site, shift=office.covers_shift, since=since)
    return user
