"""The roster, by the lists an employer and a secretary would import, and what people said about being contacted."""

import datetime
from collections.abc import Iterable, Mapping

from members.models import ChannelConsent, Conversation, EmailAddress, FileKind, ImportScope, Person, RosterImport
from members.services.importing import apply_import, receive_file
from unionops.demo import rosters
from unionops.demo.dice import dice
from unionops.demo.loading.accounts import House
from unionops.demo.offices import named_people
from unionops.demo.people import DemoPerson, people
from unionops.platform.access.models import User
from unionops.platform.core.days import today
from unionops.platform.core.progress import Progress

AS_OF_BEFORE = datetime.timedelta(days=3)
MATTERS = (
    "the new schedules",
    "parking at night",
    "who gets telework",
    "overtime at weekends",
    "a promotion",
    "safety shoes",
)
ASKS = ("Would you come to the next meeting?", "Would you join?", "Would you talk with two colleagues?")
ANSWERS = ("yes", "wants to think about it", "not now")


def load(*, house: House, everybody: list[DemoPerson], holders: Mapping[str, DemoPerson], progress: Progress) -> int:
    """The employer's list, then our own list of members, both as files through the import."""
    day = house.anchor - AS_OF_BEFORE
    here = [person for person in everybody if person.standing == "unit"]
    _import(house, rosters.unit_list(here), FileKind.UNIT, "Personnel office", f"unit-list-{day}.csv", progress)
    _import(house, rosters.member_list(everybody), FileKind.MEMBERS, "Our own list", f"members-{day}.csv", progress)
    known = {person.employee_number: person for person in Person.objects.exclude(employee_number=None)}
    _say_what_they_allow(house, everybody, known)
    for login, holder in holders.items():
        user = house.users[login]
        user.person = known[holder.number].public_id
        user.save(update_fields=["person"])
    _talk(house, list(known.values()))
    return len(known)


def _import(house: House, text: str, kind: str, source: str, name: str, progress: Progress) -> RosterImport:
    """Planned and applied by the membership secretary."""
    by = house.users["secretary"]
    planned = receive_file(
        by=by, data=text.encode(), name=name, kind=kind, source=source, as_of=house.anchor - AS_OF_BEFORE,
        scope=ImportScope.COMPLETE, progress=progress,
    )  # fmt: skip
    return apply_import(by=by, roster_import=planned, expected_hash=planned.plan_hash, progress=progress)


def _say_what_they_allow(house: House, everybody: Iterable[DemoPerson], people: Mapping[str | None, Person]) -> None:
    at = datetime.datetime.combine(house.anchor - datetime.timedelta(days=90), datetime.time(17), datetime.UTC)
    said, bounced = [], []
    for told in everybody:
        person = people.get(told.number)
        if person is None or not told.is_member:
            continue
        for channel, status in (("email", told.email_consent), ("sms", told.sms_consent)):
            said.append(ChannelConsent(person=person, channel=channel, status=status, source="membership card", at=at))
        bounced += [person.pk] if told.email_consent == "hard_bounce" else []
    ChannelConsent.objects.filter(person__in=[row.person for row in said], channel__in=["email", "sms"]).delete()
    ChannelConsent.objects.bulk_create(said)
    EmailAddress.objects.filter(person__in=bounced).update(bounced_at=at)


def _talk(house: House, people: list[Person]) -> None:
    """Forty talks of the stewards, some with a day to come back."""
    roll = dice("talks")
    stewards = [user for login, user in house.users.items() if login.startswith(("steward", "chief"))]
    rows = [
        Conversation(
            person=roll.choice(people),
            by=stewards[place % len(stewards)],
            on=house.anchor - datetime.timedelta(days=roll.randint(1, 60)),
            place="canteen",
            heard=f"Talked about {roll.choice(MATTERS)}.",
            ask=roll.choice(ASKS),
            answer=roll.choice(ANSWERS),
            follow_up_on=house.anchor + datetime.timedelta(days=roll.randint(-3, 14)) if place % 4 == 0 else None,
        )
        for place in range(40)
    ]
    Conversation.objects.bulk_create(rows)


def next_list(user: User, anchor: datetime.date | None = None) -> tuple[rosters.NextMonth, str]:
    """Next month's list as the employer would send it; the day is that of the loaded demo unless named."""
    day = anchor or _loaded_on(user) or today()
    everybody, _holders = named_people(people(day))
    month = rosters.next_month(everybody, day)
    return month, rosters.unit_list(month.people)


def _loaded_on(user: User) -> datetime.date | None:
    first = RosterImport.objects.visible_to(user, "members.import").filter(kind=FileKind.UNIT).order_by("id").first()
    return first.as_of + AS_OF_BEFORE if first else None
