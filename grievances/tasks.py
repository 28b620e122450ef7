"""Long work on cases, and what happens by the clock."""

from __future__ import annotations

import uuid

from django.utils.translation import gettext_lazy as _

from grievances.queries import cases
from grievances.queries import old as old_queries
from grievances.services import drafting, drawing, indexing, old, reminders, silence, suggesting
from unionops.platform.access.actors import system_actor
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job
from unionops.platform.jobs.periodic import every


@job("export", title=_("Putting the packet together"))
def make_packet(task: JobHandle, *, case_id: str, kind: str) -> None:
    case = cases.grievance(task.job.owner, uuid.UUID(case_id))
    drawing.kept_packet(by=task.job.owner, case=case, kind=kind, task=task)


@job("ai.interactive", title=_("Drafting a statement of facts"))
def draft_statement(task: JobHandle, *, case_id: str) -> None:
    case = cases.grievance(task.job.owner, uuid.UUID(case_id), "grievances.work")
    drafting.draft_statement(by=task.job.owner, case=case, task=task)


@job("ai.interactive", title=_("Looking for clauses"))
def propose_clauses(task: JobHandle, *, case_id: str) -> None:
    case = cases.grievance(task.job.owner, uuid.UUID(case_id), "grievances.work")
    suggesting.propose_clauses(by=task.job.owner, case=case, task=task)


@job("ai.interactive", title=_("Drafting an item of a request"))
def draft_item(task: JobHandle, *, case_id: str, evidence_id: str) -> None:
    case = cases.grievance(task.job.owner, uuid.UUID(case_id), "grievances.work")
    evidence = case.matter.evidence.get(public_id=uuid.UUID(evidence_id))
    suggesting.draft_item(by=task.job.owner, case=case, evidence=evidence, task=task)


@job(title=_("Reading old cases"))
def read_old_files(task: JobHandle) -> None:
    old.read_waiting(by=task.job.owner, progress=task.progress, task=task)


@every("daily 01:10")
def read_old_files_at_night() -> None:
    """Files nobody has read yet; what an earlier night did stays done."""
    if owner := old_queries.owner_of_waiting(system_actor()):
        read_old_files.start(by=owner, key="old-files")


@every("daily 00:20")
def start_silent_clocks() -> None:
    """Our clocks start where management let its date pass."""
    silence.catch_up(by=system_actor())


@every("daily 02:40")
def index_cases() -> None:
    """Like cases are found by their words; the index is made anew while nobody waits."""
    indexing.rebuild(by=system_actor())


@every("daily 06:30")
def remind() -> None:
    reminders.send_due(by=system_actor())


@every("daily 07:00")
def tell_the_week() -> None:
    """Monday's digest; on a later day when the box was off on Monday, and once in a week."""
    reminders.send_digest(by=system_actor())
