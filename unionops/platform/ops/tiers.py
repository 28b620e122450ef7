"""What dues are, tier by tier, and from which day: a member whose tier was raised owes the new amount."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from unionops.platform.ops.models import DuesTier

Row = tuple[str, int, datetime.date]


@dataclass(frozen=True)
class Tiers:
    """The tiers that hold on a day, and what each was before; amounts in cents per pay period."""

    now: dict[str, int]
    before: dict[int, set[str]]

    @classmethod
    def of(cls, rows: Iterable[Row], day: datetime.date) -> Self:
        held = sorted((row for row in rows if row[2] <= day), key=lambda row: row[2])
        now = {name: cents for name, cents, _since in held}
        before: dict[int, set[str]] = {}
        for name, cents, _since in held:
            before.setdefault(cents, set()).add(name)
        return cls(now, before)

    def due(self, cents: int) -> int:
        """What somebody owes now who owed `cents`; the same where no tier, or more than one, was raised from it."""
        raised = {self.now[name] for name in self.before.get(cents, ())}
        return raised.pop() if cents not in self.now.values() and len(raised) == 1 else cents


def tiers_on(day: datetime.date) -> Tiers:
    return Tiers.of(DuesTier.objects.values_list("name", "cents", "since"), day)
