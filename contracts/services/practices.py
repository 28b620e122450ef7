"""Keep the ledger: claim a practice, add dated evidence, confirm it, end it, say what a side letter changes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from contracts.models import Agreement, Clause, Element, LetterChange, Practice, PracticeFact, PracticeState
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

TEXTS = ("title", "what", "since", "since_words", "unit", "worksite")


@transaction.atomic
def claim_practice(*, by: User, clauses: Iterable[Clause], **facts: Any) -> Practice:
    """A practice somebody says exists; it counts as confirmed only after `confirm_practice`."""
    practice = Practice(created_by=by)
    _fill(practice, facts)
    practice.save()
    practice.lineages.set([clause.lineage_id for clause in clauses])
    record(by, "claimed a past practice", practice)
    return practice


@transaction.atomic
def change_practice(*, practice: Practice, by: User, clauses: Iterable[Clause], **facts: Any) -> None:
    """New words for a practice; what a person confirmed was the old words, so it is claimed again."""
    changed = _fill(practice, facts)
    before = set(practice.lineages.values_list("pk", flat=True))
    after = {clause.lineage_id for clause in clauses}
    if changed or before != after:
        _open_again(practice)
    practice.save()
    practice.lineages.set(after)
    record(by, "changed a past practice", practice, fields=[*changed, *(["clauses"] if before != after else [])])


def _fill(practice: Practice, facts: dict[str, Any]) -> list[str]:
    since = facts.get("since")
    if since and since > today():
        raise Problem("since", _("The practice would begin in the future."), _("Check the day."))
    if not str(facts.get("title") or "").strip() or not str(facts.get("what") or "").strip():
        raise Problem("practice", _("The practice has no words."), _("Say what is done, in one sentence."))
    changed = [name for name in TEXTS if name in facts and getattr(practice, name) != facts[name]]
    for name in changed:
        setattr(practice, name, facts[name])
    return changed


def _open_again(practice: Practice) -> None:
    if practice.state == PracticeState.CONFIRMED:
        practice.state, practice.confirmed_by, practice.confirmed_at = PracticeState.CLAIMED, None, None


@transaction.atomic
def add_fact(
    *, practice: Practice, by: User, element: str, happened_on: datetime.date, what: str, knew: str, source: str,
    witnesses: str = "",
) -> PracticeFact:  # fmt: skip
    """One dated fact with who knew and where it is written; a fact without a source is no evidence."""
    if happened_on > today():
        raise Problem("happened_on", _("This day has not come yet."), _("Give the day on which it happened."))
    if not (what.strip() and knew.strip() and source.strip()):
        raise Problem(
            "fact",
            _("What happened, who knew, or the source is missing."),
            _("Write all three; name the paper, the message or the person."),
        )
    fact = PracticeFact.objects.create(
        practice=practice, element=element, happened_on=happened_on, what=what.strip(), knew=knew.strip(),
        source=source.strip(), witnesses=witnesses.strip(), created_by=by,
    )  # fmt: skip
    record(by, "added evidence to a past practice", practice, detail={"element": element})
    return fact


@transaction.atomic
def withdraw_fact(*, fact: PracticeFact, by: User) -> None:
    """Take a fact off the page; a confirmed practice that loses the last fact of an element is claimed again."""
    fact.withdrawn_at = timezone.now()
    fact.save(update_fields=["withdrawn_at"])
    practice = fact.practice
    if missing_elements(practice):
        _open_again(practice)
        practice.save()
    record(by, "withdrew evidence of a past practice", practice, detail={"element": fact.element})


def missing_elements(practice: Practice) -> list[Element]:
    """Elements without a fact that stands."""
    held = set(practice.facts.filter(withdrawn_at=None).values_list("element", flat=True))
    return [element for element in Element if element not in held]


@transaction.atomic
def confirm_practice(*, practice: Practice, by: User) -> None:
    """A person read the evidence and vouches for it; each of the four elements needs at least one fact."""
    if practice.state != PracticeState.CLAIMED:
        raise Problem("state", _("This practice is not waiting to be confirmed."), _("Open it again from the ledger."))
    missing = missing_elements(practice)
    if missing:
        names = ", ".join(str(element.label) for element in missing)
        raise Problem(
            "evidence",
            _("There is no evidence yet for: %(elements)s.") % {"elements": names},
            _("Add at least one dated fact for each."),
        )
    practice.state, practice.confirmed_by, practice.confirmed_at = PracticeState.CONFIRMED, by, timezone.now()
    practice.save()
    record(by, "confirmed a past practice", practice)


@transaction.atomic
def end_practice(*, practice: Practice, by: User, ended_on: datetime.date, why: str) -> None:
    """The practice ended on a day; it stays in the ledger and warns no longer."""
    if practice.state == PracticeState.ENDED:
        raise Problem("state", _("This practice has ended already."))
    if practice.since and ended_on < practice.since:
        raise Problem("ended_on", _("It would end before it began."), _("Check the day."))
    if not why.strip():
        raise Problem("why", _("Say how it ended."), _("By agreement, by notice, or by new words in the agreement."))
    practice.state, practice.ended_on, practice.ended_why = PracticeState.ENDED, ended_on, why.strip()
    practice.save()
    record(by, "ended a past practice", practice)


@transaction.atomic
def link_letter(*, letter: Agreement, clause: Clause, by: User, what: str = "") -> LetterChange:
    """Say that a side letter changes or adds to a clause; saying it again changes the words."""
    if clause.lineage.agreement_id == letter.pk:
        raise Problem("clause", _("This clause stands in the letter itself."), _("Choose one of the agreement."))
    change, made = LetterChange.objects.update_or_create(
        letter=letter, lineage=clause.lineage, defaults={"what": what.strip()}, create_defaults={
            "what": what.strip(), "created_by": by,
        },
    )  # fmt: skip
    record(by, noop("linked a side letter to a clause") if made else noop("changed what a side letter does"), letter)
    return change


@transaction.atomic
def unlink_letter(*, change: LetterChange, by: User) -> None:
    """Take the link away again."""
    letter = change.letter
    change.delete()
    record(by, "unlinked a side letter from a clause", letter)
