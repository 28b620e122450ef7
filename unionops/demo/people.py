"""Makes the 850 invented people of the demo local; the same day always gives the same people."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from unionops.demo.dice import Dice
from unionops.demo.dice import dice as dice_for
from unionops.demo.places import SITES, STREETS, TOWNS, Job, Site

FOLDER = Path(__file__).parent / "data"
TOURS = {"Day": "0700-1530", "Evening": "1500-2330", "Night": "2300-0730"}
AREA_CODES = ["220", "234", "326", "380", "436", "513", "567", "614", "740", "937"]
MAIL_HOSTS = ["mail.example.org", "post.example.net", "home.example.com", "inbox.example.org"]
SPANISH = {"Alejandro", "Camila", "Carmen", "Esperanza", "Guillermo", "Josefina", "Lourdes", "Marisol", "Ximena"}


@dataclass(frozen=True)
class DemoPerson:
    """Everything the demo knows of one person; `joined` is None for somebody who is not a member."""

    number: str
    last: str
    first: str
    middle: str
    suffix: str
    preferred: str
    language: str
    site: Site
    shift: str
    job: Job
    grade: str
    step: str
    org: str
    entered: datetime.date
    home_email: str
    work_email: str
    cell: str
    street: str
    town: str
    zip: str
    joined: datetime.date | None = None
    method: str = ""
    standing: str = "unit"
    email_consent: str = "unknown"
    sms_consent: str = "unknown"

    @property
    def is_member(self) -> bool:
        return self.joined is not None

    @property
    def list_name(self) -> str:
        """'OKAFOR JR, DARNELL T', as the employer's system prints it."""
        family = f"{self.last} {self.suffix}".strip()
        return f"{family}, {self.first} {self.middle}".strip().upper()

    @property
    def tour(self) -> str:
        return "0800-1630" if self.site.keeps_office_hours and self.shift == "Day" else TOURS[self.shift]


def people(anchor: datetime.date) -> list[DemoPerson]:
    """850 people: 836 in the unit, 10 retired members, 4 promoted out of it."""
    dice = dice_for("people")
    names = _names(dice)
    sites = [site for site in SITES for _ in range(site.people)]
    everybody = [_person(dice, next(names), site, serial, anchor) for serial, site in enumerate(sites)]
    for place, standing in enumerate(["retired"] * 10 + ["promoted"] * 4):
        made = _person(dice, next(names), SITES[place % len(SITES)], len(sites) + place, anchor)
        everybody.append(_outside(made, standing, anchor))
    return everybody


def _names(dice: Dice) -> Iterator[tuple[str, str]]:
    firsts = (FOLDER / "first_names.txt").read_text(encoding="utf-8").split()
    lasts = (FOLDER / "last_names.txt").read_text(encoding="utf-8").replace("De Leon", "De_Leon").split()
    seen: set[tuple[str, str]] = set()
    while True:
        pair = (dice.choice(firsts), dice.choice(lasts).replace("_", " "))
        if pair not in seen:
            seen.add(pair)
            yield pair


def _person(dice: Dice, name: tuple[str, str], site: Site, serial: int, anchor: datetime.date) -> DemoPerson:
    first, last = name
    job = dice.choice(site.jobs)
    shift = dice.choices(["Day", "Evening", "Night"], weights=site.shift_weights)[0]
    entered = anchor - datetime.timedelta(days=dice.randint(40, 9800))
    handle = f"{first}.{last}".lower().replace(" ", "").replace("'", "")
    base = DemoPerson(
        number=f"{4100000 + serial * 37:08d}",
        last=last,
        first=first,
        middle=dice.choice("ABCDEFGHJKLMNPRST") if dice.random() < 0.6 else "",
        suffix="Jr" if dice.random() < 0.02 else "",
        preferred=first[:3] if dice.random() < 0.04 and len(first) > 5 else "",
        language="Spanish" if first in SPANISH else "",
        site=site,
        shift=shift,
        job=job,
        grade=dice.choice(job.grades),
        step=f"{dice.randint(1, job.steps):02d}",
        org=f"{site.code}-{dice.choice(site.offices)}",
        entered=entered,
        home_email=f"{handle}{serial % 90 + 10}@{dice.choice(MAIL_HOSTS)}",
        work_email=f"{handle}@{site.service.mail}",
        cell=_phone(serial),
        street=f"{dice.randint(2, 2900)} {dice.choice(STREETS)}",
        town=(town := dice.choice(list(TOWNS))),
        zip=TOWNS[town],
    )
    return _joined(dice, base, anchor) if dice.random() < site.density else base


def _phone(serial: int) -> str:
    """A number kept for fiction (555-0100 to 555-0199), another one for each of a thousand people."""
    return f"{AREA_CODES[serial // 100]}555{100 + serial % 100:04d}"


def _joined(dice: Dice, person: DemoPerson, anchor: datetime.date) -> DemoPerson:
    served = (anchor - person.entered).days
    return replace(
        person,
        joined=person.entered + datetime.timedelta(days=dice.randint(5, max(6, served - 20))),
        method=dice.choices(["1187", "E-Dues", "Cash"], weights=[62, 36, 2])[0],
        home_email="" if dice.random() < 0.04 else person.home_email,
        cell="" if dice.random() < 0.07 else person.cell,
        email_consent=dice.choices(["implied_member", "granted", "revoked", "hard_bounce"], [60, 34, 4, 2])[0],
        sms_consent=dice.choices(["granted", "unknown", "revoked"], [66, 28, 6])[0],
    )


def _outside(person: DemoPerson, standing: str, anchor: datetime.date) -> DemoPerson:
    joined = person.joined or person.entered + datetime.timedelta(days=400)
    method = "Annual" if standing == "retired" else "E-Dues"
    return replace(
        person,
        standing=standing,
        joined=min(joined, anchor - datetime.timedelta(days=400)),
        method=method,
        email_consent="implied_member",
    )
