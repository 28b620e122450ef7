"""Rings Celery: a message with the job's id, nothing else. A broken bell never hurts the page."""

from __future__ import annotations

import logging
import threading
from collections import deque

from django.conf import settings
from kombu.exceptions import OperationalError

from unionops.celery import app

RUN = "unionops.platform.jobs.tasks.run"
log = logging.getLogger(__name__)


def broken() -> tuple[type[Exception], ...]:
    """What a broker that is down raises. Redis is loaded when first rung for: 45 ms of each start without it."""
    from redis.exceptions import RedisError

    return (OperationalError, RedisError, OSError, RuntimeError)


_rings: deque[tuple[str, str, int]] = deque()
_ringing = threading.Lock()


def ring(queue: str, public_id: str, attempt: int) -> None:
    """Ring without waiting, first asked first: with Redis down a publish takes seconds; the sweeper rings again."""
    _rings.append((queue, public_id, attempt))
    threading.Thread(target=_publish_all, daemon=False).start()


def _publish_all() -> None:
    """One at a time, so that the first asked for is the first done; none more where the broker took none."""
    with _ringing:
        while _rings:
            if not publish(*_rings.popleft()):
                _rings.clear()


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
