"""Long work on the roster: reading a file, applying its plan, looking for duplicates."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members import queries
from members.models import ImportState
from members.services import densities, importing, merging
from unionops.platform.access.actors import system_actor
from unionops.platform.access.models import User
from unionops.platform.core.progress import Phase
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job
from unionops.platform.jobs.periodic import every

LOOKING = "look-for-duplicates"
"""Only one search for duplicates at a time."""
AT_ONCE = 20_000
"""People among whom a search takes a second or two."""
UNDONE_AT_ONCE = 2_000
"""Rows of an import that is taken back while the page waits; more are a job's work."""


@job(title=_("Reading a roster file"), max_tries=1)
def read_roster(task: JobHandle, *, import_id: str) -> None:
    found = queries.roster_import(task.job.owner, import_id)
    importing.read_import(by=task.job.owner, roster_import=found, progress=task.progress)


@job(title=_("Applying a roster import"), max_tries=1)
def apply_roster(task: JobHandle, *, import_id: str, plan_hash: str) -> None:
    found = queries.roster_import(task.job.owner, import_id)
    importing.carry_out(by=task.job.owner, roster_import=found, expected_hash=plan_hash, progress=task.progress)
    look_for_duplicates.start(by=system_actor(), key=LOOKING)


@job(title=_("Taking a roster import back"), max_tries=1)
def undo_roster(task: JobHandle, *, import_id: str) -> None:
    task.progress(0, None, Phase.TAKING_BACK)
    found = queries.roster_import(task.job.owner, import_id)
    if found.state != ImportState.UNDONE:  # a worker that died after the last row left nothing to do
        importing.undo_import(by=task.job.owner, roster_import=found, progress=task.inside)


@job(title=_("Looking for duplicates"), max_tries=1)
def look_for_duplicates(task: JobHandle) -> None:
    merging.find_duplicates(by=task.job.owner, progress=task.progress)


def look_soon(*, by: User) -> None:
    """After an import on the command line: here and now on a small roster, else as a job of the running box."""
    if queries.people(by).order_by().count() <= AT_ONCE:
        look_for_duplicates.run_now(by=by)
    else:
        look_for_duplicates.start(by=by, key=LOOKING)


@every("daily 04:10")
def nightly_duplicates() -> None:
    look_for_duplicates.start(by=system_actor(), key=LOOKING)


@every("daily 04:20")
def nightly_density() -> None:
    densities.keep_month(by=system_actor(), day=timezone.localdate())
    densities.reckon_back(by=system_actor(), day=timezone.localdate())
