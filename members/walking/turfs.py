"""What pages read about walk lists: each walker their own, organizers all of them."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from members.models import Assessment, Canvass, Person, Turf, TurfPerson, Visit
from members.models.turfs import DONE
from members.walking.cutting import Someone
from unionops.platform.access.models import Stewardship, User
from unionops.platform.access.models.people import in_term, people_with_role
from unionops.platform.access.policy import policy
from unionops.platform.ui.components.charts import Bar

WALK, CUT = "members.turf", "members.turf_cut"


@dataclass
class Progress:
    """How far a walk list, or a whole canvass, has come."""

    people: int = 0
    by_result: Counter[str] = field(default_factory=Counter)

    @property
    def done(self) -> int:
        return sum(self.by_result[result] for result in DONE)

    @property
    def talked(self) -> int:
        return self.by_result[Visit.TALKED]

    @property
    def seen(self) -> int:
        """Visited at least once, with whatever result."""
        return sum(many for result, many in self.by_result.items() if result)

    @property
    def left(self) -> int:
        return self.people - self.done

    def lines(self) -> list[tuple[str, int]]:
        return [(str(label), self.by_result[code]) for code, label in Visit.choices if self.by_result[code]]


def canvasses(user: User) -> QuerySet[Canvass]:
    rows: QuerySet[Canvass] = Canvass.objects.visible_to(user, CUT).select_related("by")
    return rows


def canvass(user: User, public_id: uuid.UUID) -> Canvass:
    return canvasses(user).get(public_id=public_id)


def turfs(user: User, capability: str = WALK) -> QuerySet[Turf]:
    rows: QuerySet[Turf] = Turf.objects.visible_to(user, capability)
    return rows.select_related("canvass", "walker")


def turfs_of(user: User, which: Canvass) -> list[tuple[Turf, Progress]]:
    """Each walk list of a canvass with how far it has come."""
    rows = list(turfs(user, CUT).filter(canvass=which))
    far = progress([turf.pk for turf in rows])
    return [(turf, far[turf.pk]) for turf in rows]


def my_turfs(user: User) -> list[tuple[Turf, Progress]]:
    """Walk lists the user carries, of canvasses that are not closed."""
    rows = list(turfs(user).filter(walker=user, canvass__closed_on=None))
    far = progress([turf.pk for turf in rows])
    return [(turf, far[turf.pk]) for turf in rows]


def progress(keys: list[int]) -> dict[int, Progress]:
    """{turf: how far}, for turfs the caller has read already."""
    found = {key: Progress() for key in keys}
    for at in range(0, len(keys), 500):
        rows = TurfPerson.objects.filter(turf__in=keys[at : at + 500]).order_by().values_list("turf_id", "result")
        for turf, result, many in rows.annotate(many=Count("pk")):
            found[turf].people += many
            found[turf].by_result[result] += many
    return found


def summed(parts: list[Progress]) -> Progress:
    whole = Progress()
    for part in parts:
        whole.people += part.people
        whole.by_result += part.by_result
    return whole


def names_on(user: User, turf: Turf, capability: str = WALK) -> list[TurfPerson]:
    """The people of one walk list in the order they are walked."""
    rows = TurfPerson.objects.visible_to(user, capability).filter(turf=turf, person__erased_at=None)
    return list(rows.select_related("person__worksite", "person__unit", "turf"))


def name_on(user: User, public_id: uuid.UUID) -> TurfPerson | None:
    rows = TurfPerson.objects.visible_to(user, WALK).filter(public_id=public_id, person__erased_at=None)
    return rows.select_related("person__worksite", "person__unit", "turf__canvass").first()


def following(names: list[TurfPerson], after: TurfPerson | None = None) -> TurfPerson | None:
    """Whom to go to next: the next never seen, else the next to come back to; None when all are done."""
    start = next((at + 1 for at, name in enumerate(names) if after and name.pk == after.pk), 0)
    around = [name for name in [*names[start:], *names[:start]] if after is None or name.pk != after.pk]
    fresh = [name for name in around if not name.result]
    return next(iter([*fresh, *(name for name in around if not name.is_done)]), None)


def walkers(user: User) -> list[User]:
    """Accounts that may carry a walk list."""
    return list(people_with_role(*policy[WALK])) if policy.scope(user, CUT) else []


def to_cut(rows: QuerySet[Person], able: Container[int] | None = None) -> list[Someone]:
    """People of a list as the cutting wants them, each with their stewards, of whom only the `able` count."""
    terms = list(Stewardship.objects.filter(in_term(), user__is_active=True)
                 .values_list("user_id", "unit_id", "worksite_id", "shift"))  # fmt: skip
    terms = [term for term in terms if able is None or term[0] in able]
    columns = ("pk", "name_key", "worksite__name", "component", "department", "shift", "unit_id", "worksite_id")
    found = []
    for pk, name, site, component, department, shift, unit, worksite in rows.order_by().values_list(*columns):
        mine = {who for who, u, w, s in terms if (not u or u == unit) and (not w or w == worksite)
                and (not s or s.casefold() == shift.casefold())}  # fmt: skip
        found.append(Someone(pk, name, site or "", component, department, shift, tuple(sorted(mine))))
    return found


def answers(which: Canvass) -> list[Bar]:
    """How many stand where on the question of the canvass: each person's newest word since it was cut."""
    people = TurfPerson.objects.filter(canvass=which).values("person")
    rows = Assessment.objects.filter(person__in=people, question=which.question, on__gte=timezone.localdate(which.at))
    newest: dict[int, int] = dict(rows.order_by("on", "id").values_list("person_id", "score"))
    counts = Counter(newest.values())
    return [Bar(str(score), counts[score]) for score in range(1, 6)] if newest else []


def last_words(user: User, person: Person) -> dict[str, Any]:
    """The last talks and assessments, as far as the user may read them anyway."""
    talks = person.conversations.visible_to(user, "members.organize").select_related("by")[:3]
    stands = person.assessments.visible_to(user, "members.organize")[:5]
    return {"talks": list(talks), "stands": list(stands)}


def without_turf(which: Canvass) -> int:
    """People whose walk list nobody carries."""
    return TurfPerson.objects.filter(canvass=which, turf__walker=None).exclude(result__in=DONE).count()
