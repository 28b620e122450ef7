"""Tasks about people shared out among their stewards: who gets whom, and how much each would then carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from members.models import FollowUp, Person
from members.models.followups import ASKED
from members.walking import turfs
from members.walking.cutting import cut
from unionops.platform.access.models import User
from unionops.platform.access.models.people import people_with_role
from unionops.platform.access.policy import policy

TASKS = "members.tasks"


@dataclass(frozen=True)
class Share:
    """`people` are keys of persons; `open_now` counts the owner's open tasks of any kind. `stands_in`: for nobody's."""

    owner: User
    open_now: int
    people: tuple[int, ...]
    stands_in: bool = False

    @property
    def together(self) -> int:
        return self.open_now + len(self.people)


def shares(user: User, people: Sequence[Person]) -> list[Share]:
    """Each to a steward of theirs, whoever carries least; who has no steward goes to the user.

    Somebody who has such a task open already gets no second one.
    """
    keys = {person.pk for person in people}
    busy = FollowUp.objects.filter(what=ASKED, done_on=None, person__in=keys).values_list("person_id", flat=True)
    rows = Person.objects.filter(pk__in=keys - set(busy))
    load = dict(FollowUp.objects.filter(done_on=None).order_by().values_list("owner").annotate(many=Count("pk")))
    able = {account.pk: account for account in people_with_role(*policy[TASKS])}
    someone = turfs.to_cut(rows, able)
    pieces = cut(someone, "steward", None, unknown="", whole="", load=load)
    found = [
        Share(able.get(piece.walker or 0, user), load.get(piece.walker or user.pk, 0),
              tuple(one.pk for one in piece.people), stands_in=piece.walker is None)
        for piece in pieces
    ]  # fmt: skip
    return sorted(found, key=lambda share: (share.stands_in, share.owner.name))
