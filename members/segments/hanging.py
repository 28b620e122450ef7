"""Facts in rows that hang on people (spells, addresses, numbers): looked for in those rows, by an index of theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_
from typing import Any

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from members import nameindex
from members.models import Person
from members.segments.comparing import NEGATED
from members.segments.criteria import WITHOUT_VALUES, Criterion

FEW = 1_000
"""So many people are handed over by their keys; more are met soon by going through the list."""
UNORDERED = F("person") + 0
"""The person, so that SQLite does not go from person to person in their index and read every row of them."""


class Hanging:
    """`rows` are those that hold the fact, each of one person.

    Few people are looked up at once. Of many, each person on the way through the list is asked for such a row; where
    that is asked beside other questions, or counted, all are gathered first if `at_once`, which is faster over
    everybody. `only_one`: nobody has two such rows.
    """

    def __init__(
        self, rows: Callable[[Criterion], QuerySet[Any]], *, at_once: bool = False, only_one: bool = False
    ) -> None:
        self.rows, self.at_once, self.only_one = rows, at_once, only_one

    def __call__(self, criterion: Criterion, *, listed: bool = False) -> Q:
        """`listed`: nothing else is asked, and the people are wanted in their order."""
        rows = self.rows(criterion).order_by()
        if (few := _few(rows)) is not None:
            return nameindex.among(few)
        if self.at_once and not listed and criterion["op"] not in NEGATED:
            return Q(pk__in=rows.values("person"))
        return Q(Exists(rows.filter(person=OuterRef("pk"))))

    def counted(self, criteria: Sequence[Criterion]) -> QuerySet[Any] | None:
        """One row for each person who fits, without a look at the people; None where that cannot be."""
        if any(criterion["op"] in NEGATED for criterion in criteria) or (len(criteria) > 1 and not self.only_one):
            return None
        erased = list(Person.objects.filter(erased_at__isnull=False).order_by().values_list("pk", flat=True)[: FEW + 1])
        if len(erased) > FEW:
            return None
        rows = reduce(and_, map(self.rows, criteria)).order_by()
        if erased:
            rows = rows.exclude(person__in=erased)
        if self.only_one:
            return rows.values("person")
        alone = all(criterion["op"] in WITHOUT_VALUES for criterion in criteria)
        return (rows.values("person") if alone else rows.values(who=UNORDERED)).distinct()


def _few(rows: QuerySet[Any]) -> list[int] | None:
    """PostgreSQL finds the shortest way by itself."""
    if connection.vendor != "sqlite":
        return None
    keys = list(rows.values_list("person", flat=True)[: FEW + 1])
    return list(dict.fromkeys(keys)) if len(keys) <= FEW else None
