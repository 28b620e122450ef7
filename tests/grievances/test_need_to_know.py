"""Each condition that opens or closes a case, alone: who sees it then, and who sees that it waits."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import timezone

from grievances.models import Assignment, CaseDocument, CaseNote, Conflict, Grievance, Interview, Matter, Party, Reader
from grievances.models.matters import matter_q
from grievances.queries.cases import stubs
from members.models import Person
from unionops.platform.access.models import RoleAssignment, Stewardship, User, Worksite
from unionops.platform.access.models.people import in_term
from unionops.platform.access.roles import Role
from unionops.platform.core.days import today
from unionops.platform.files.models import Upload
from unionops.platform.files.services import store_upload

DAY = datetime.timedelta(days=1)


@dataclass
class World:
    """A case in the unit of two stewards, who are told apart as `me` and `other`; a chief sees all."""

    me: User
    other: User
    chief: User
    matter: Matter
    box: User

    def add(self, kind: Any, user: User, **more: Any) -> None:
        kind.objects.create(matter=self.matter, user=user, by=self.box, **more)

    def set(self, **values: Any) -> None:
        Matter.objects.filter(pk=self.matter.pk).update(**values)

    def record(self, user: User) -> Person:
        somebody = Person.objects.create(last_name="Quill")
        user.person = somebody.public_id
        user.save()
        return somebody

    def party(self, user: User) -> None:
        somebody = self.record(user)
        Party.objects.create(matter=self.matter, role="witness", person=somebody)


@pytest.fixture
def world(steward, other_steward, chief, unit, bound) -> World:
    matter = Matter.objects.create(title="A", unit=unit, opened_by=bound)
    Grievance.objects.create(matter=matter, number="A-1")
    return World(steward, other_steward, chief, matter, bound)


NOW = timezone.now
READS: dict[str, tuple[Callable[[World], Any], list[str]]] = {
    "nobody has it": (lambda w: None, ["chief"]),
    "mine to begin with": (lambda w: w.set(steward=w.me), ["chief", "me"]),
    "assigned to me": (lambda w: w.add(Assignment, w.me), ["chief", "me"]),
    "no longer assigned to me": (lambda w: w.add(Assignment, w.me, until=NOW()), ["chief"]),
    "a wall before the chief": (lambda w: w.add(Conflict, w.chief, reason="x"), []),
    "a wall that was lifted": (lambda w: w.add(Conflict, w.chief, reason="x", lifted_at=NOW()), ["chief"]),
    "a wall before me": (lambda w: (w.set(steward=w.me), w.add(Conflict, w.me, reason="x")), ["chief"]),
    "a wall before a chief with a record": (lambda w: (w.record(w.chief), w.add(Conflict, w.chief, reason="x")), []),
    "the chief is in it": (lambda w: w.party(w.chief), []),
    "I am in it": (lambda w: (w.set(steward=w.me), w.party(w.me)), ["chief"]),
    "restricted": (lambda w: w.set(steward=w.me, restricted=True), []),
    "restricted to me": (lambda w: (w.set(steward=w.me, restricted=True), w.add(Reader, w.me)), ["me"]),
    "restricted to me and not mine": (lambda w: (w.set(restricted=True), w.add(Reader, w.me)), []),
    "restricted to the chief": (lambda w: (w.set(steward=w.me, restricted=True), w.add(Reader, w.chief)), ["chief"]),
    "no longer restricted to me": (
        lambda w: (w.set(steward=w.me, restricted=True), w.add(Reader, w.me, until=NOW())),
        [],
    ),
}


@pytest.mark.parametrize("what", READS)
def test_a_case_is_read_by_whom_each_condition_lets(world: World, what: str) -> None:
    deed, readers = READS[what]
    deed(world)
    scopes = {"chief": (world.chief, "all"), "me": (world.me, "own"), "other": (world.other, "unit")}
    seen = [name for name, (user, scope) in scopes.items() if Matter.objects.filter(matter_q(user, scope)).exists()]
    assert seen == readers


WAITS: dict[str, tuple[Callable[[World], Any], bool]] = {
    "nobody took it": (lambda w: None, True),
    "somebody took it": (lambda w: w.set(steward=w.other), False),
    "it is filed": (lambda w: Grievance.objects.update(status="open"), False),
    "it is restricted": (lambda w: w.set(restricted=True), False),
    "a wall before me": (lambda w: w.add(Conflict, w.me, reason="x"), False),
    "I am in it": (lambda w: w.party(w.me), False),
    "another unit": (lambda w: w.set(unit=None, worksite=Worksite.objects.create(name="Far", code="F")), False),
    "my term is over": (lambda w: Stewardship.objects.filter(user=w.me).update(until=today() - DAY), False),
}


@pytest.mark.parametrize("what", WAITS)
def test_that_an_intake_waits_is_told_to_the_steward_of_its_place_only(world: World, what: str) -> None:
    deed, told = WAITS[what]
    deed(world)
    assert stubs(User.objects.get(pk=world.me.pk)).exists() is told
    assert not stubs(world.box).exists()


def upload(by: User) -> Upload:
    return store_upload(by=by, file=b"what the paper says", name="a.txt", purpose="case")


@pytest.mark.parametrize("part", [CaseNote, Interview, CaseDocument])
def test_what_is_sealed_is_read_by_its_writer_and_the_people_named(world: World, part: Any) -> None:
    world.set(steward=world.me)
    words = {"upload": upload(world.box)} if part is CaseDocument else {"text": "x"}
    row = part.objects.create(matter=world.matter, by=world.chief, sealed=True, **words)

    def readers() -> list[User]:
        scopes = ((world.me, "own"), (world.chief, "all"), (world.other, "own"), (world.box, "all"))
        return [user for user, scope in scopes if part.objects.filter(part.scope_q(user, scope)).exists()]

    assert readers() == [world.chief]
    row.readers.add(world.me, world.other)
    assert readers() == [world.me, world.chief]
    world.set(restricted=True)
    assert readers() == []
    part.objects.update(sealed=False)
    world.set(restricted=False)
    assert readers() == [world.me, world.chief, world.box]


TERMS = {
    "from today": ({"since": today()}, True),
    "from tomorrow": ({"since": today() + DAY}, False),
    "until today": ({"since": today() - DAY, "until": today()}, True),
    "until yesterday": ({"since": today() - 2 * DAY, "until": today() - DAY}, False),
    "ended a moment ago": ({"since": today() - DAY, "ended_at": NOW()}, False),
}


@pytest.mark.parametrize("what", TERMS)
def test_a_term_is_the_same_to_the_database_and_to_the_person(make_user, unit, what: str) -> None:
    term, holds = TERMS[what]
    user = make_user()
    RoleAssignment.objects.create(user=user, role=Role.STEWARD, **term)
    Stewardship.objects.create(user=user, unit=unit, **term)
    found = (RoleAssignment.objects.filter(in_term()).exists(), Stewardship.objects.filter(in_term()).exists())
    assert (*found, user.has_role(Role.STEWARD), bool(user.stewardship_q_rows)) == (holds,) * 4
