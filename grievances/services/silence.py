"""When management lets its date pass: our clock starts, and the letter that says so is drafted."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from grievances.models import DeadlineState, Grievance, Side
from grievances.queries import work
from grievances.services import clocks, letters, papers
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today


def catch_up(*, by: User) -> int:
    """Go through every silent case. Safe to run any number of times, and after any pause; one case at a time."""
    made = sum(_take_up(by, case) for case in work.silent(by, today()))
    if made:
        record(by, "started clocks after missed answers", count=made)
    return made


@transaction.atomic
def _take_up(by: User, case: Grievance) -> int:
    """Returns how many of our clocks were started; each late answer gets its letter once."""
    made = len(clocks.recompute(by=by, case=case, why=_("They did not answer in time.")))
    letters.draft_late_letters(by=by, case=case)
    made += papers.refused_by_silence(by=by, case=case)
    overdue = case.deadlines.filter(state=DeadlineState.RUNNING, due__lt=today()).exclude(side=Side.OURS)
    overdue.update(silence_seen_on=today())
    return made
