"""The kinds of work there are: a plain function marked with `@job`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from unionops.platform.access.models import User
from unionops.platform.core.registry import Registry
from unionops.platform.jobs import runner, services
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.models import Job, State

Work = Callable[..., None]


@dataclass(frozen=True)
class JobKind:
    """A function `(task: JobHandle, *, ids...)` with its queue and title."""

    name: str
    run: Work
    title: Any
    queue: str
    max_tries: int

    def start(
        self,
        *,
        by: User,
        about: models.Model | None = None,
        result_url: str = "",
        key: str = "",
        **ids: Any,
    ) -> Job:
        """Write the row and ring when the transaction commits. `ids` are numbers or short words, never text
        about people. The same `key` while a job is active returns that job."""
        return services.enqueue(self, by=by, about=about, result_url=result_url, key=key, arguments=ids)

    def run_now(self, *, by: User, about: models.Model | None = None, result_url: str = "", **ids: Any) -> Job:
        """Do it here and now, through the same claim; for commands and tests. Raises what the work raised."""
        row = services.create(self, by=by, about=about, result_url=result_url, key="", arguments=ids)
        return runner.run_here(self, row)

    def __call__(self, task: JobHandle, **ids: Any) -> None:
        self.run(task, **ids)


KINDS: Registry[JobKind] = Registry()


def job(queue: str = "default", *, title: Any = "", max_tries: int = 3) -> Callable[[Work], JobKind]:
    """Mark a function as a kind of work: `read_agreement.start(by=user, version_id=7)`."""

    def decorate(run: Work) -> JobKind:
        name = f"{run.__module__}.{run.__name__}"
        return KINDS.register(name, JobKind(name, run, title or run.__name__.replace("_", " "), queue, max_tries))

    return decorate


def run_claimed(row: Job) -> None:
    """Do the work of a claimed row, whatever kind it is of."""
    if row.kind in KINDS:
        runner.run_claimed(KINDS[row.kind], row)
    else:
        said = f"This version does not know the work called {row.kind}. Update all workers."
        services.finish(row, State.FAILED, "unknown_kind", said)
