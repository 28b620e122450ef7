"""Backups in the background and by the clock; orphaned files swept."""

from django.utils.translation import gettext_lazy as _

from unionops.platform.access.actors import system_actor
from unionops.platform.files.services import sweep_orphans
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job
from unionops.platform.jobs.periodic import every
from unionops.platform.ops import keeping, reminding
from unionops.platform.ops import services as box
from unionops.platform.ops.backups import recent, services


@job(queue="export", title=_("Backing up"), max_tries=1)
def back_up(task: JobHandle) -> None:
    services.back_up_and_prove(by=task.job.owner, asked=task.job.asked_at, progress=task.progress)


@every("daily 02:00")
def nightly_backup() -> None:
    services.back_up_and_prove(by=system_actor())


@every(900)
def copy_what_is_new() -> None:
    recent.take(by=system_actor())


@every("daily 02:30")
def prove_newest_copy() -> None:
    recent.prove_newest()


@every(3600)
def anchor_trail() -> None:
    box.anchor_trail()


@every("daily 06:00")
def mail_anchor() -> None:
    box.mail_anchor(by=system_actor())


@every("daily 06:40")
def remind_of_duties() -> None:
    reminding.remind(by=system_actor())


@every("daily 03:10")
def forget_what_is_old() -> None:
    keeping.forget(by=system_actor())


@every("daily 03:30")
def sweep_files() -> None:
    sweep_orphans(by=system_actor())


@every(300)
def sweep_rooms() -> None:
    services.sweep_rooms()
