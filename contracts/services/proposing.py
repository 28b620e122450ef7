"""Keep a proposal for the team, and let the model put each change in words once the facts are joined."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from contracts.changes import points, proposed
from contracts.models import AgreementVersion, KeptProposal, ProposalStance, Stance
from contracts.prompts import CHANGE, ChangeInWords
from contracts.services.comparing import of_file
from unionops.platform.access.models import User
from unionops.platform.ai import asking, hygiene, services
from unionops.platform.ai.models import AIOutput
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files.models import Upload
from unionops.platform.files.services import destroy_upload, read_upload
from unionops.platform.jobs.handle import JobHandle, holding

Data = dict[str, Any]


@transaction.atomic
def keep_proposal(
    *, by: User, old: AgreementVersion, title: str, clauses: Sequence[Data], whole: bool, shared: bool = True
) -> KeptProposal:
    """For the team, or for oneself and a day."""
    kept = KeptProposal.objects.create(
        old=old, title=title[:200], clauses=list(clauses), whole=whole, shared=shared, by=by
    )
    said = noop("kept a proposal for the team") if shared else noop("brought in a proposal")
    record(by, said, kept, detail={"clauses": len(clauses)})
    return kept


@transaction.atomic
def drop_proposal(*, by: User, old: AgreementVersion, upload: Upload, whole: bool, shared: bool) -> KeptProposal:
    """A file that a job reads next (`read_proposal`); until then it has no clauses."""
    kept = KeptProposal.objects.create(
        old=old, title=upload.name[:200], upload=upload, whole=whole, shared=shared, by=by
    )
    record(by, "brought in a proposal", kept, detail={"shared": shared})
    return kept


def read_proposal(*, proposal: KeptProposal, by: User, progress: Progress = silent) -> None:
    """Take the file apart and keep its clauses; the file itself is destroyed once they are kept.

    Raises the Problem of a file that cannot be read, which leaves everything as it was.
    """
    if proposal.upload is None:
        return
    clauses = of_file(read_upload(proposal.upload), proposal.upload.name, progress)
    if not clauses:
        raise Problem("no_text", _("No text was found in this file."), _("Paste the words of the proposal instead."))
    with transaction.atomic():
        upload, proposal.upload, proposal.clauses = proposal.upload, None, clauses
        proposal.save(update_fields=["upload", "clauses"])
        destroy_upload(by=by, upload=upload, reason="the proposal was read")


@transaction.atomic
def share_proposal(*, proposal: KeptProposal, by: User) -> None:
    proposal.shared = True
    proposal.save(update_fields=["shared"])
    record(by, "kept a proposal for the team", proposal, detail={"clauses": len(proposal.clauses)})


def forget_dropped(*, by: User) -> int:
    """Delete what was dropped more than a day ago and never kept for the team."""
    old = KeptProposal.objects.filter(shared=False, created_at__lt=timezone.now() - timedelta(days=1))
    for one in old:
        remove_proposal(proposal=one, by=by)
    return len(old)


@transaction.atomic
def remove_proposal(*, proposal: KeptProposal, by: User) -> None:
    """Gone for good, with what the model wrote about it."""
    record(by, "deleted a proposal", proposal)
    if proposal.upload is not None:
        destroy_upload(by=by, upload=proposal.upload, reason="the proposal was deleted")
    AIOutput.objects.filter(about_kind=KeptProposal._meta.label, about_id=proposal.public_id).delete()
    proposal.delete()


@transaction.atomic
def take_stance(*, proposal: KeptProposal, by: User, changes: Sequence[Data], stance: str, note: str = "") -> int:
    """The team's word on these changes; an empty one takes it back."""
    keys = [words_of(change) for change in changes]
    if not keys:
        raise Problem(
            "changes", _("There is no such change."), _("Open the proposal again: its text may have changed.")
        )
    if stance and stance not in Stance.values:
        raise Problem("stance", _("That is no decision."), _("Agree, propose other words, or refuse."))
    if stance:
        values = {"proposal": proposal, "stance": stance, "note": note.strip()[:500], "by": by}
        ProposalStance.objects.bulk_create(
            [ProposalStance(key=key, **values) for key in dict.fromkeys(keys)],
            update_conflicts=True,
            unique_fields=["proposal", "key"],
            update_fields=["stance", "note", "by", "at"],
        )
    else:
        ProposalStance.objects.filter(proposal=proposal, key__in=keys).delete()
    record(by, "decided on changes of a proposal", proposal, count=len(keys), detail={"stance": stance})
    return len(keys)


def words_of(change: Data) -> str:
    """The same for the same words on both sides."""
    return hashlib.sha256("\n".join(proposed.sides(change)).encode()).hexdigest()


def put_in_words(*, proposal: KeptProposal, by: User, task: JobHandle | None = None) -> bool:
    """One change that the model has not read yet; True when more wait. Raises Problem for the model's faults."""
    every = proposed.worded(by, proposal)
    known = {output.data["key"] for output in proposed.readings(by, proposal)}
    waiting = [change for change in every if key_of(change) not in known]
    if not waiting:
        return False
    if task:
        task.progress(len(every) - len(waiting), len(every))
    _read(proposal, waiting[0], by, task)
    return len(waiting) > 1


def key_of(change: Data) -> str:
    """The same for the same words on both sides and the same prompt."""
    return hashlib.sha256("\n".join([CHANGE.sha256, *proposed.sides(change)]).encode()).hexdigest()


def _read(proposal: KeptProposal, change: Data, by: User, task: JobHandle | None) -> None:
    before, after = proposed.sides(change)
    variables = {"before": before or "(nothing)", "after": after or "(nothing)"}
    result = asking.ask(CHANGE, by=by, variables=variables, answer=ChangeInWords, task=task, about=proposal)
    reply = result.answer
    assert isinstance(reply, ChangeInWords)
    found, dropped = points.checked(reply, before, after)
    orders = hygiene.find_orders(f"{before}\n{after}")
    data = {"key": key_of(change), "points": found, "dropped": dropped, "orders": orders}
    text = points.as_text(found)
    with holding(task):
        services.keep_output(by=by, run=result.run, kind=proposed.KIND, text=text, data=data, about=proposal)
