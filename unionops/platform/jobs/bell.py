"""Rings Celery: a message with the job's id, nothing else. A broken bell never hurts the page."""

from __future__ import annotations

import logging
import threading

from django.conf import settings
from kombu.exceptions import OperationalError

from unionops.celery import app

RUN = "unionops.platform.jobs.tasks.run"
log = logging.getLogger(__name__)


def broken() -> tuple[type[Exception], ...]:
    """What a broker that is down raises. Redis is loaded when first rung for: 45 ms of each start without it."""
    from redis.exceptions import RedisError

    return (OperationalError, RedisError, OSError, RuntimeError)


def ring(queue: str, public_id: str, attempt: int) -> None:
    """Ring without waiting: with Redis down a publish takes seconds, and the sweeper rings again."""
    threading.Thread(target=publish, args=(queue, public_id, attempt), daemon=False).start()


def publish(queue: str, public_id: str, attempt: int) -> bool:
    if not settings.RING_JOBS:
        return False
    try:
        app.send_task(RUN, args=[public_id, attempt], queue=queue, retry=False, ignore_result=True)
    except broken() as error:
        log.warning("The job queue did not take a message: %s", type(error).__name__)
        return False
    return True


def waiting(queue: str) -> int:
    """Messages in the broker's queue; 0 also when the broker cannot be asked."""
    if not settings.RING_JOBS:
        return 0
    try:
        with app.connection_for_write() as connection, connection.channel() as channel:
            return int(channel.client.llen(queue))
    except broken():
        return 0
