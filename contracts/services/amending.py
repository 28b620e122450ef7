"""Amendments by quoted words: propose them when a letter is read, and let a person confirm or reject each."""

from __future__ import annotations

import itertools

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from contracts import amended
from contracts.citing import mentions
from contracts.models import (
    Agreement,
    AgreementVersion,
    Amendment,
    AmendmentState,
    Clause,
    VersionState,
)
from contracts.parsing.amending import Instruction, instructions
from contracts.services.indexing import index_letters_of
from unionops.platform.access.models import User
from unionops.platform.ai import quotes
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.search.labels import normal

NEAR = 300


@transaction.atomic
def propose_amendments(*, version: AgreementVersion, by: User) -> int:
    """Read the letter's instructions and place their old words; what a person decided before stays decided."""
    decided = {(a.kind, a.old, a.new): a for a in Amendment.objects.filter(version=version).exclude(decided_by=None)}
    Amendment.objects.filter(version=version, decided_by=None).delete()
    if version.agreement.kind not in amended.LETTERS:
        return 0
    target = _amended(version, by)
    count = 0
    for clause in Clause.objects.filter(version=version).order_by("ordinal"):
        for found in instructions(clause.text):
            count += 1
            if (found.kind, found.old, found.new) not in decided:
                _propose(version, clause, found, target).save()
    record(by, "looked for amendments in a letter", version, count=count)
    return count


def _amended(version: AgreementVersion, by: User) -> list[Clause]:
    """The clauses of the agreement the letter belongs to, as in force when the letter begins."""
    parent: Agreement | None = version.agreement.parent
    if parent is None:
        return []
    day = version.effective or today()
    texts = AgreementVersion.objects.filter(agreement=parent, state=VersionState.PUBLISHED)
    begun = [v for v in texts.order_by("-effective", "-id") if v.effective is None or v.effective <= day]
    text = next(iter(begun), texts.order_by("effective", "id").first())
    rows = list(Clause.objects.filter(version=text).order_by("ordinal")) if text else []
    return amended.read(by, rows, day)


def _propose(version: AgreementVersion, source: Clause, found: Instruction, target: list[Clause]) -> Amendment:
    holding = [clause for clause in target if quotes.find(found.old, clause.now) is not None]
    holding = holding or [clause for clause in target if quotes.find(found.old, clause.text) is not None]
    if len(holding) > 1:
        holding = _named(source, found, holding)
    amendment = Amendment(
        version=version,
        source=source,
        kind=found.kind,
        old=found.old,
        new=found.new,
        start=found.start,
        end=found.end,
    )
    if len(holding) == 1 and not _twice(found.old, holding[0]):
        amendment.lineage_id = holding[0].lineage_id
        amendment.why = _elsewhere(source, found, holding[0])
    else:
        amendment.state, amendment.why = AmendmentState.UNPLACED, _why(target, holding, found.old)
    return amendment


def _named(source: Clause, found: Instruction, holding: list[Clause]) -> list[Clause]:
    """Of several clauses with the same words, the one that the letter names beside the instruction."""
    named = _names(source, found)
    return [clause for clause in holding if _is_named(clause, named)] or holding


def _names(source: Clause, found: Instruction) -> set[str]:
    around = source.text[max(0, found.start - NEAR) : found.end]
    return {normal(mention.label) for mention in mentions(around, "")}


def _is_named(clause: Clause, named: set[str]) -> bool:
    return any(normal(clause.label) == name or normal(clause.label).startswith(f"{name}.") for name in named)


def _elsewhere(source: Clause, found: Instruction, clause: Clause) -> str:
    """Said where the letter names another clause than the one that holds the words."""
    named = _names(source, found)
    if not named or not clause.label or _is_named(clause, named) or _is_above(clause, named):
        return ""
    facts = {"named": ", ".join(sorted(named)), "label": clause.label}
    return _("The letter names %(named)s, yet these words stand in %(label)s only.") % facts


def _is_above(clause: Clause, named: set[str]) -> bool:
    return any(name.startswith(f"{normal(clause.label)}.") for name in named)


def _twice(old: str, clause: Clause) -> bool:
    """Whether the words stand more than once in the text in force (or in print, when they are gone from it)."""
    text = clause.now if quotes.find(old, clause.now) else clause.text
    span = quotes.find(old, text)
    return span is not None and quotes.find(old, text[span.end :]) is not None


def _why(target: list[Clause], holding: list[Clause], old: str) -> str:
    if not target:
        return _("The letter does not say which agreement it belongs to, or that agreement has no published text.")
    if not holding and (over := _over_two(target, old)):
        return _("These words run over two clauses: %(labels)s. Quote the part in each of them by itself.") % {
            "labels": over
        }
    if not holding:
        return _("These words do not stand in the agreement. Read both texts side by side.")
    labels = ", ".join(clause.label or clause.title for clause in holding[:6])
    return _("These words stand in several places: %(labels)s. Say in the letter's ledger which clause is meant.") % {
        "labels": labels
    }


def _over_two(target: list[Clause], old: str) -> str:
    """The labels of two neighbours whose texts hold the words only together; '' when none do."""
    for first, second in itertools.pairwise(target):
        if quotes.find(old, f"{first.now}\n{second.now}") is not None:
            return f"{first.label or first.title}, {second.label or second.title}"
    return ""


@transaction.atomic
def decide_amendment(*, amendment: Amendment, by: User, confirm: bool) -> None:
    """From the letter's first day on a confirmed amendment is part of the text in force, for searching too."""
    if confirm and amendment.lineage_id is None:
        raise Problem("amendment", _("This amendment has no place in the agreement."), amendment.why)
    amendment.state = AmendmentState.CONFIRMED if confirm else AmendmentState.REJECTED
    amendment.decided_by, amendment.decided_at = by, timezone.now()
    amendment.save(update_fields=["state", "decided_by", "decided_at"])
    if amendment.lineage is not None:
        index_letters_of(amendment.lineage.agreement)
    record(by, noop("confirmed an amendment") if confirm else noop("rejected an amendment"), amendment.version)
