"""Where work stands while it holds the database, and the Stop a person pressed: small files beside the job's row.

A long transaction shows nothing of itself before it ends, and on SQLite it keeps everybody else from writing.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.utils import timezone

from unionops.platform.jobs.models import Job, State


def _file(row: Job, ending: str) -> Path:
    folder = Path(settings.DATA_DIR) / "jobs"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{row.public_id}.{ending}"


def say(row: Job, done: int, total: int | None) -> None:
    _file(row, "at").write_text(f"{done} {total or 0}")


def ask_stop(row: Job) -> None:
    if row.state in (State.CLAIMED, State.RUNNING):
        _file(row, "stop").touch()


def is_stop_asked(row: Job) -> bool:
    return _file(row, "stop").exists()


def forget(row: Job) -> None:
    for ending in ("at", "stop"):
        _file(row, ending).unlink(missing_ok=True)


def filled_in(row: Job) -> Job:
    """The row with what stands beside it."""
    try:
        done, total = map(int, _file(row, "at").read_text().split())
    except (OSError, ValueError):
        return row
    row.done_units, row.total_units = done, total or None
    if is_stop_asked(row):
        row.cancel_requested_at = row.cancel_requested_at or timezone.now()
    return row
