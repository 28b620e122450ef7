"""Differences between the lists become somebody's work, are settled, or are corrected on the spot."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.models import FollowUp, Membership, Person, PersonChange, RosterVersion
from members.models.imports import ChangeKind
from members.names import listed_name
from members.reports import SECTIONS
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core import money
from unionops.platform.core.problems import Problem

DAYS = {"failed_payments": 3, "left_the_unit_still_paying": 7}
USUAL_DAYS = 14


@transaction.atomic
def follow_up_lines(*, by: User, what: str, lines: list[dict[str, Any]], as_of: datetime.date) -> int:
    """One task for each line that has none open yet, a failed payment within three days; returns how many."""
    if what not in SECTIONS:
        raise Problem("no_section", _("There is no difference called '%s'.") % what)
    open_ones = FollowUp.objects.filter(what=what, done_on=None)
    taken = set(open_ones.exclude(person=None).values_list("person_id", flat=True))
    unknown = set(open_ones.filter(person=None, as_of=as_of).values_list("name", flat=True))
    due = timezone.localdate() + datetime.timedelta(days=DAYS.get(what, USUAL_DAYS))
    made = [
        FollowUp(what=what, person_id=line["pk"], name=_name(line), note=_note(line), cents=line["paid_cents"],
                 as_of=as_of, owner=by, due_on=due)
        for line in lines
        if (line["pk"] not in taken if line["pk"] else _name(line) not in unknown)
    ]  # fmt: skip
    FollowUp.objects.bulk_create(made, batch_size=500)
    record(by, "made tasks from a reconciliation", count=len(made), detail={"what": what})
    return len(made)


def _name(line: dict[str, Any]) -> str:
    return listed_name(line["last_name"], line["first_name"])[:200]


def _note(line: dict[str, Any]) -> str:
    said = [str(line.get("note") or ""), str(line.get("reason") or ""), ", ".join(line.get("codes", ()))]
    if line.get("expected_cents"):
        said.append(_("should be %s") % money.dollars(line["expected_cents"]))
    return "; ".join(part for part in said if part)[:300]


@transaction.atomic
def settle_follow_up(*, by: User, follow_up: FollowUp, outcome: str) -> None:
    """Done, with how it ended in a few words."""
    follow_up.done_on, follow_up.outcome = timezone.localdate(), outcome.strip()[:300]
    follow_up.save(update_fields=["done_on", "outcome"])
    record(by, "settled a task from a reconciliation", follow_up.person, detail={"what": follow_up.what})


@transaction.atomic
def correct_dues(*, by: User, person: Person, cents: int, method: str, why: str) -> None:
    """What the present membership should bring in; the old amount stays in the history."""
    row = Membership.objects.select_for_update().filter(person=person, until=None).first()
    if row is None:
        raise Problem("no_membership", _("%s is not a member.") % person.name, _("Start a membership first."))
    diff = {"dues_amount": [str(row.dues_cents or ""), str(cents)], "dues_method": [row.method, method]}
    row.dues_cents, row.method = cents, method
    row.save(update_fields=["dues_cents", "method"])
    PersonChange.objects.create(
        person=person, kind=ChangeKind.EDIT, diff=diff, source=why[:120] or _("by hand"), by=by, at=timezone.now()
    )
    RosterVersion.grow()
    record(by, "corrected the dues of a member", person, reason=why)
