"""Keep a proposal for the team, and let the model put each change in words once the facts are joined."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from contracts import proposed
from contracts.models import AgreementVersion, KeptProposal
from contracts.prompts import CHANGE, ChangeInWords
from unionops.platform.access.models import User
from unionops.platform.ai import asking, facts, services
from unionops.platform.ai.models import AIOutput
from unionops.platform.audit.services import record
from unionops.platform.jobs.handle import JobHandle

Data = dict[str, Any]


@transaction.atomic
def keep_proposal(
    *, by: User, old: AgreementVersion, title: str, clauses: Sequence[Data], whole: bool
) -> KeptProposal:  # fmt: skip
    kept = KeptProposal.objects.create(old=old, title=title[:200], clauses=list(clauses), whole=whole, by=by)
    record(by, "kept a proposal for the team", kept, detail={"clauses": len(clauses)})
    return kept


@transaction.atomic
def remove_proposal(*, proposal: KeptProposal, by: User) -> None:
    """Gone for good, with what the model wrote about it."""
    record(by, "deleted a proposal", proposal)
    AIOutput.objects.filter(about_kind=KeptProposal._meta.label, about_id=proposal.public_id).delete()
    proposal.delete()


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
    both = f"{before}\n{after}"
    text = " ".join(reply.effect.split())
    watch = [" ".join(words.split()) for words in reply.watch if words.strip()]
    flags = sorted({flag for words in (text, *watch) for flag in facts.unsupported(words, both, both)})
    data = {"key": key_of(change), "watch": watch, "flags": flags}
    services.keep_output(by=by, run=result.run, kind=proposed.KIND, text=text, data=data, about=proposal)
