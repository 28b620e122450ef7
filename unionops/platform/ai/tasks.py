"""Work on the model that takes a while."""

from django.utils.translation import gettext_lazy as _

from unionops.platform.ai import pulling, queries, selftest
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job


@job(queue="default", title=_("Fetching a model"), max_tries=1)
def fetch_model(task: JobHandle, *, name: str) -> None:
    pulling.pull_model(by=task.job.owner, name=name, progress=task.progress)


@job(queue="ai.interactive", title=_("Testing a model"), max_tries=1)
def test_model(task: JobHandle, *, profile_id: int) -> None:
    selftest.test_model(by=task.job.owner, profile=queries.profile_by_id(profile_id), task=task)
