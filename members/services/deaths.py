"""A list says that somebody died and not when: a person finds out, and writes the day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from members.models import FollowUp, RosterImport
from members.undoing.bulk import Rows
from members.undoing.journal import Journal
from unionops.platform.access.models import User

DIED = "died"
DAYS = 7


def says_no_day(entry: dict[str, Any]) -> bool:
    return bool(entry.get("has_died")) and not entry.get("deceased_on")


def ask_for_days(journal: Journal, found: RosterImport, by: User, keys: Iterable[int]) -> None:
    """One task each, unless one is open already; undoing the import takes them back."""
    if not (wanted := sorted(set(keys))):
        return
    taken = set(FollowUp.objects.filter(what=DIED, done_on=None, person__in=wanted).values_list("person_id", flat=True))
    due = timezone.localdate() + datetime.timedelta(days=DAYS)
    rows = Rows(FollowUp)
    for key in wanted:
        if key not in taken:
            rows.add({"what": DIED, "person_id": key, "note": found.source[:300], "as_of": found.as_of,
                      "owner_id": by.pk, "due_on": due})  # fmt: skip
    journal.add_rows(rows)
