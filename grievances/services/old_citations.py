"""The clauses an old list names, in the text in force on the day: only where one agreement alone has such a place."""

from __future__ import annotations

import datetime

from contracts import queries as contracts
from contracts.models import Clause
from grievances.imports.places import labels_in
from grievances.models import Citation, Matter
from unionops.platform.access.models import User

Places = dict[str, list[Clause]]


class OldCitations:
    """What the texts of each day hold under each place, read once for a whole list."""

    def __init__(self, by: User) -> None:
        self.by = by
        self.texts: dict[tuple[int, ...], Places] = {}

    def cite(self, matter: Matter, text: str, on: datetime.date | None) -> None:
        """One citation for each place that was found, else one in the words of the list."""
        clauses = self._clauses(text, on) if on else []
        for clause in clauses:
            Citation.objects.create(matter=matter, clause=clause, label=clause.name[:200])
        if not clauses:
            Citation.objects.create(matter=matter, label=text[:200])

    def _clauses(self, text: str, on: datetime.date) -> list[Clause]:
        labels, places = labels_in(text), self._places(on)
        found = [places.get(label, []) for label in labels]
        return [one for (one,) in found] if found and all(len(some) == 1 for some in found) else []

    def _places(self, on: datetime.date) -> Places:
        versions = tuple(version.pk for version in contracts.own_versions(self.by, on))
        if versions not in self.texts:
            made: Places = {}
            for clause in Clause.objects.filter(version__in=versions).exclude(label=""):
                made.setdefault(clause.label.casefold(), []).append(clause)
            self.texts[versions] = made
        return self.texts[versions]
