"""Long work on agreements, run by the workers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from contracts.models import AgreementVersion, KeptProposal, Question, SearchWording
from contracts.services import (
    annotating,
    asking,
    correcting,
    indexing,
    pocketing,
    proposing,
    reading,
    rereading,
    wording,
)
from unionops.platform.access.actors import system_actor
from unionops.platform.jobs.errors import GoOn
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job
from unionops.platform.jobs.periodic import every


@job(title=_("Reading the agreement"))
def read_agreement(task: JobHandle, *, version_id: int, anew: bool = True) -> None:
    """Once more where somebody corrected the text meanwhile: their press found this job running."""
    version = AgreementVersion.objects.get(pk=version_id)
    before = correcting.state_of(version)
    reading.read_version(version=version, by=task.job.owner, progress=task.progress, anew=anew)
    if correcting.state_of(version) != before:
        raise GoOn


@job(queue="ai.interactive", title=_("Reading clauses for a question"))
def answer_question(task: JobHandle, *, question_id: int) -> None:
    question = Question.objects.get(pk=question_id)
    asking.answer_question(question=question, by=task.job.owner, task=task)


@job(queue="ai.interactive", title=_("Putting a search into the agreement’s words"))
def reword_search(task: JobHandle, *, wording_id: int) -> None:
    wording.reword(wording=SearchWording.objects.get(pk=wording_id), by=task.job.owner, task=task)


@job("export", title=_("Making the booklet"))
def draw_booklet(task: JobHandle, *, version_id: int, edition: str) -> None:
    version = AgreementVersion.objects.get(pk=version_id)
    pocketing.keep_booklet(version=version, by=task.job.owner, edition=edition, progress=task.progress)


@job(title=_("Reading the proposal"))
def read_proposal(task: JobHandle, *, proposal_id: int) -> None:
    proposal = KeptProposal.objects.get(pk=proposal_id)
    proposing.read_proposal(proposal=proposal, by=task.job.owner, progress=task.progress)


@job(queue="ai.bulk", title=_("Putting a proposal in words"))
def word_proposal(task: JobHandle, *, proposal_id: int) -> None:
    """One change at a time, so that a question asked meanwhile waits for one change at most."""
    proposal = KeptProposal.objects.get(pk=proposal_id)
    if proposing.put_in_words(proposal=proposal, by=task.job.owner, task=task):
        raise GoOn


@job(queue="ai.bulk", title=_("Annotating the agreement"))
def annotate_agreement(task: JobHandle, *, version_id: int) -> None:
    """One clause at a time, so that a question asked meanwhile waits for one clause at most."""
    version = AgreementVersion.objects.get(pk=version_id)
    if annotating.annotate_piece(version=version, by=task.job.owner, task=task):
        raise GoOn


@every(24 * 3600)
def forget_old_searches() -> None:
    wording.forget_old()


@every("daily 03:50")
def take_what_reads_the_same_for_read() -> None:
    actor = system_actor()
    if actor is not None:
        rereading.look_again(by=actor)


@every(3600)
def forget_dropped_proposals() -> None:
    actor = system_actor()
    if actor is not None:
        proposing.forget_dropped(by=actor)


@every(600)
def index_what_is_missing() -> None:
    indexing.index_missing()
