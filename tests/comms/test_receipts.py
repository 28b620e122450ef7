"""A thousand generated rosters: every person counted once, with the reason a plain reading of the rules gives."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pytest
from django.utils import timezone

from comms.models import Klass
from members.models import ChannelConsent, EmailAddress, Person, Phone, PostalAddress
from members.reaching.audience import receipt_of
from unionops.platform.access.models import User

pytestmark = pytest.mark.django_db
ROSTERS = 1_000
CHANNELS = ("email", "sms", "mail", "phone")
STATUSES = ("granted", "implied_member", "unknown", "revoked")
ONLY_MEMBERS = {"political", "internal_business"}


def roster(rng: random.Random, channel: str, klass: str) -> list[dict[str, Any]]:
    """People as plain facts: shared addresses, bounces, employer mailboxes, every answer about every channel."""
    people = []
    for n in range(rng.randint(0, 12)):
        ways = []
        for _ in range(rng.choice((0, 1, 1, 1, 2))):
            to = f"x{rng.randint(0, 5)}@example.org" if channel == "email" else f"614555010{rng.randint(0, 5)}"
            problem = "bounced" if rng.random() < 0.2 else ""
            kind = rng.choice(("cell", "home", "work"))
            ways.append({"to": to, "problem": problem, "employer": rng.random() < 0.2, "kind": kind})
        said = {about: rng.choice(STATUSES) for about in ("", klass, "another") if rng.random() < 0.4}
        standing = rng.choice(("member", "member", "nonmember", "retired"))
        dead = rng.random() < 0.05
        people.append({"n": n, "ways": ways, "said": said, "standing": standing, "dead": dead})
    return people


def written(people: list[dict[str, Any]], channel: str) -> list[Person]:
    day = datetime.date(2026, 1, 1)
    rows = Person.objects.bulk_create(
        Person(
            first_name="P", last_name=f"{p['n']:03}", name_key=f"{p['n']:03} p", standing=p["standing"],
            deceased_on=day if p["dead"] else None,
        )
        for p in people
    )  # fmt: skip
    pairs = [(row, way) for row, p in zip(rows, people, strict=True) for way in p["ways"]]
    if channel == "email":
        EmailAddress.objects.bulk_create(
            EmailAddress(person=r, address=w["to"], problem=w["problem"], is_employer=w["employer"]) for r, w in pairs
        )
    elif channel == "mail":
        PostalAddress.objects.bulk_create(
            PostalAddress(person=r, street=w["to"], city="Harmon", problem=w["problem"]) for r, w in pairs
        )
    else:
        Phone.objects.bulk_create(
            Phone(person=r, number=w["to"], problem=w["problem"], kind=w["kind"]) for r, w in pairs
        )
    ChannelConsent.objects.bulk_create(
        ChannelConsent(person=row, channel=channel, klass=about, status=status, at=timezone.now())
        for row, p in zip(rows, people, strict=True)
        for about, status in p["said"].items()
    )
    return rows


def expected(person: dict[str, Any], channel: str, klass: str, taken: set[str]) -> str:
    """'' for somebody who gets it, else the reason; read straight from the rules, in their order."""
    answers = [status for about, status in person["said"].items() if about in ("", klass)]
    if barred := never(person, answers, klass, channel):
        return barred
    ways = usual(person["ways"], channel)
    own = [w for w in ways if not w["problem"] and not (channel == "email" and w["employer"])]
    if not own:
        return no_way(ways, channel)
    agreed = answers and set(answers) <= {"granted", "implied_member"}
    if channel == "sms" and not agreed:
        return "no_consent"
    if channel != "mail" and own[0]["to"] in taken:
        return "same_address"
    taken.add(own[0]["to"])
    return ""


def never(person: dict[str, Any], answers: list[str], klass: str, channel: str) -> str:
    if person["dead"]:
        return "deceased"
    if klass in ONLY_MEMBERS and person["standing"] not in {"member", "retired"}:
        return "not_a_member"
    holds = klass != "legal_notice" or channel in {"sms", "phone"}  # STOP wins over everything
    return "said_no" if "revoked" in answers and holds else ""


def usual(ways: list[dict[str, Any]], channel: str) -> list[dict[str, Any]]:
    """Texts go to cell numbers; calls to any that is not the work's, the cell first."""
    if channel == "sms":
        return [w for w in ways if w["kind"] == "cell"]
    if channel == "phone":
        return sorted((w for w in ways if w["kind"] != "work"), key=lambda w: w["kind"] != "cell")
    return ways


def no_way(ways: list[dict[str, Any]], channel: str) -> str:
    if any(not w["problem"] for w in ways):
        return "employer_email"
    noun = {"email": "email", "mail": "address"}.get(channel, "phone")
    return f"bad_{noun}" if ways else f"no_{noun}"


def test_a_thousand_rosters_sum_exactly_with_the_right_reason_for_each_person(as_system: User) -> None:
    rng = random.Random(20261128)
    for _round in range(ROSTERS):
        channel, klass = rng.choice(CHANNELS), rng.choice(Klass.values)
        people = roster(rng, channel, klass)
        rows = written(people, channel)
        found = receipt_of(
            Person.objects.filter(pk__in=[r.pk for r in rows]).order_by("name_key"), channel=channel, klass=klass
        )
        taken: set[str] = set()
        wanted = {row.pk: expected(p, channel, klass, taken) for row, p in zip(rows, people, strict=True)}
        got = {one.person.pk: "" for one in found.people} | {person.pk: why for person, why in found.left_out}
        assert got == wanted, (channel, klass, people)
        assert found.roster == len(people) == found.included + sum(found.excluded.values())
        assert len(got) == found.roster


def test_receipt_reads_each_unit_once_however_many_people(as_system: User, unit: Any) -> None:
    """A join would build the unit anew for every person."""
    Person.objects.bulk_create(
        Person(first_name="P", last_name=str(n), name_key=f"{n} p", standing="member", unit=unit) for n in range(4)
    )
    rows = Person.objects.order_by("pk").select_related("unit", "worksite", "employer")
    found = receipt_of(rows, channel="email")
    assert len(found.left_out) == 4
    assert len({id(person.unit) for person, _reason in found.left_out}) == 1
