"""Who holds which office in the demo local, and how to sign in as them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from unionops.demo.people import DemoPerson

SIGN_IN_WITH = "tri rivers demo 2741"


@dataclass(frozen=True)
class Office:
    """One account: a role, a sign-in, a person of the roster, and for a steward the place they stand for."""

    role: str
    login: str
    first: str
    last: str
    site: str
    shift: str = "Day"
    covers_shift: str = ""

    @property
    def email(self) -> str:
        return f"{self.login}@demo.example"

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


OFFICES = (
    Office("officer", "president", "Dana", "Okafor", "Riverside Depot"),
    Office("chief_steward", "chief", "Marisol", "Castellano", "Claims Center 1"),
    Office("steward", "steward", "Ray", "Villanueva", "Riverside Depot", "Evening"),
    Office("comms_chair", "comms", "Simone", "Laurent", "Records Hall"),
    Office("membership_secretary", "secretary", "Ines", "Fairbank", "Records Hall"),
    Office("treasurer", "treasurer", "Otis", "Granger", "Claims Center 1"),
    Office("trustee", "trustee", "Yolanda", "Kessler", "Harbor Annex"),
    Office("technical_admin", "tech", "Kenji", "Sato", "Riverside Depot"),
    Office("member", "member", "Grace", "Lindqvist", "Claims Center 2"),
    Office("officer", "vice", "Luther", "Abernathy", "Millrace Lock Station"),
    Office("steward", "steward.lock", "Thuy", "Brandt", "Millrace Lock Station", "Night"),
    Office("steward", "steward.claims", "Jamal", "Whitaker", "Claims Center 2"),
    Office("steward", "steward.harbor", "Elena", "Osei", "Harbor Annex"),
    Office("steward", "steward.center", "Priya", "Nolan", "Claims Center 1", "Day", "Evenings"),
)


def named_people(everybody: Sequence[DemoPerson]) -> tuple[list[DemoPerson], dict[str, DemoPerson]]:
    """The people with the office holders' names put on members of their site and shift, and who that is."""
    people = list(everybody)
    holders: dict[str, DemoPerson] = {}
    for office in OFFICES:
        place = next(n for n, person in enumerate(people) if _fits(person, office, holders.values()))
        people[place] = holders[office.login] = _as(people[place], office)
    return people, holders


def _fits(person: DemoPerson, office: Office, taken: Collection[DemoPerson]) -> bool:
    here = person.site.name == office.site and person.shift == office.shift
    return here and person not in taken and person.is_member and person.standing == "unit"


def _as(person: DemoPerson, office: Office) -> DemoPerson:
    handle = f"{office.first}.{office.last}".lower()
    return replace(
        person,
        first=office.first,
        last=office.last,
        middle="",
        suffix="",
        preferred="",
        home_email=f"{handle}@mail.example.org",
        work_email=f"{handle}@{person.site.service.mail}",
        email_consent="granted",
        sms_consent="granted",
    )
