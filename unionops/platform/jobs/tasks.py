"""What Celery calls: run one job, sweep, run what the clock says."""

from celery import shared_task

from unionops.platform.access.actors import acting, system_actor
from unionops.platform.jobs import kinds, periodic, runner, services


@shared_task(name="unionops.platform.jobs.tasks.run")
def run(public_id: str, attempt: int) -> None:
    with acting(system_actor()):
        if row := services.claim(public_id, attempt, runner.worker_name()):
            kinds.run_claimed(row)


@shared_task(name="unionops.platform.jobs.tasks.sweep")
def sweep() -> None:
    with acting(system_actor()):
        services.sweep()


@shared_task(name="unionops.platform.jobs.tasks.run_due")
def run_due() -> None:
    periodic.run_due()
