"""Work on the model that takes a while."""

from django.utils.translation import gettext_lazy as _

from unionops.platform.access.actors import system_actor
from unionops.platform.ai import pulling, queries, selftest, services
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job
from unionops.platform.jobs.periodic import every


@job(queue="default", title=_("Fetching a model"), max_tries=1)
def fetch_model(task: JobHandle, *, name: str) -> None:
    pulling.pull_model(by=task.job.owner, name=name, progress=task.progress)


@job(queue="ai.interactive", title=_("Testing a model"), max_tries=1)
def test_model(task: JobHandle, *, profile_id: int) -> None:
    selftest.test_model(by=task.job.owner, profile=queries.profile_by_id(profile_id), task=task)


@every("daily 03:10")
def throw_away_old_suggestions() -> None:
    services.sweep_old(by=system_actor())
