"""Facts with a narrow index of their own: which way through the people is shortest."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.models import Q, QuerySet

from members import nameindex
from members.models import Person
from members.segments.comparing import NEGATED, Condition
from members.segments.criteria import Criterion

MOST = 4_000
"""So many people are handed over by their keys; more are met soon by going through the list."""
NO_WAY_IN = Q(pk__lt=0)
"""Beside another way to fit: SQLite then does not go by that one, but asks it of each it comes to."""


class Narrowed:
    """Few who fit are handed over by their keys, found in the index alone: else a page of them reads every row.

    `ends_erased`: the index does not tell who was erased, but they lost the fact.
    """

    def __init__(self, build: Condition, *, ends_erased: bool = False) -> None:
        self.build, self.ends_erased = build, ends_erased

    def __call__(self, criterion: Criterion) -> Q:
        return self.build(criterion) if criterion["op"] in NEGATED else self.alone([criterion])

    def fits(self, criteria: Sequence[Criterion]) -> Q:
        """What is asked of this one fact, such as its first and its last day."""
        return Q(*(self.build(criterion) for criterion in criteria))

    def alone(self, criteria: Sequence[Criterion]) -> Q:
        """Nothing else is asked."""
        fits = self.fits(criteria)
        return self._few(fits) or (self._set(fits) if self.ends_erased else self.many(fits))

    def many(self, fits: Q) -> Q:
        return fits

    def beside(self, criteria: Sequence[Criterion]) -> Q:
        """Asked with other questions: a set of keys out of the index, else each is looked up in its wide row."""
        fits = self.fits(criteria)
        return self._few(fits) or self._set(fits)

    def _set(self, fits: Q) -> Q:
        return Q(pk__in=self._fitting(fits).values("pk")) | NO_WAY_IN if connection.vendor == "sqlite" else fits

    def _few(self, fits: Q) -> Q | None:
        if connection.vendor != "sqlite":
            return None
        keys = list(self._fitting(fits).values_list("pk", flat=True)[: MOST + 1])
        return nameindex.among(keys) if len(keys) <= MOST else None

    def _fitting(self, fits: Q) -> QuerySet[Person]:
        rows = Person.objects.filter(fits).order_by()
        return rows if self.ends_erased else rows.filter(erased_at=None)


class Days(Narrowed):
    """Many of one time are found sooner in the order of the list; SQLite cannot tell."""

    def many(self, fits: Q) -> Q:
        return fits | NO_WAY_IN if connection.vendor == "sqlite" else fits
