"""Where backups are kept, what is known of each, and which may go."""

import datetime
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

ENDING = ".backup"
DAILY, LONGEST_DAYS = 14, 35
FRESH = datetime.timedelta(hours=26)


@dataclass(frozen=True)
class Kept:
    """One backup on the shelf."""

    name: str
    size: int
    made_at: datetime.datetime
    rows: int | None = None
    files: int | None = None
    verified_at: datetime.datetime | None = None
    problem: str = ""

    @property
    def is_proven(self) -> bool:
        return self.verified_at is not None and not self.problem


def folder() -> Path:
    """`UNIONOPS_BACKUPS` may name another disk; else a folder beside the files."""
    return Path(os.environ.get("UNIONOPS_BACKUPS") or Path(settings.DATA_DIR) / "backups")


def path_of(name: str) -> Path | None:
    """The file of that name on the shelf, or None; never anything outside it."""
    found = folder() / Path(name).name
    return found if found.suffix == ENDING and found.is_file() else None


def path_at(moment: datetime.datetime, why: str = "") -> Path:
    return folder() / f"unionops-{timezone.localtime(moment):%Y-%m-%d-%H%M%S}{why}{ENDING}"


def note(path: Path, **facts: Any) -> None:
    """Write down what is known of a backup, beside it."""
    kept = {**_noted(path), **facts}
    path.with_suffix(".json").write_text(json.dumps(kept, default=str))


def _noted(path: Path) -> dict[str, Any]:
    try:
        noted: dict[str, Any] = json.loads(path.with_suffix(".json").read_text())
    except (OSError, ValueError):
        return {}
    return noted


def kept() -> list[Kept]:
    """The newest first."""
    found = [_kept(path) for path in folder().glob(f"*{ENDING}")] if folder().is_dir() else []
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def _kept(path: Path) -> Kept:
    noted, status = _noted(path), path.stat()
    made = datetime.datetime.fromtimestamp(status.st_mtime, datetime.UTC)
    verified = noted.get("verified_at")
    return Kept(
        name=path.name,
        size=status.st_size,
        made_at=made,
        rows=noted.get("rows"),
        files=noted.get("files"),
        verified_at=datetime.datetime.fromisoformat(verified) if verified else None,
        problem=noted.get("problem", ""),
    )


def newest_proven() -> Kept | None:
    return next((backup for backup in kept() if backup.is_proven), None)


def is_overdue() -> bool:
    """No backup of the last 26 hours was proven by a rehearsal; one of a day to come tells of a wrong clock."""
    now = timezone.now()
    return not any(backup.is_proven and abs(now - backup.made_at) <= FRESH for backup in kept())


def prune() -> list[str]:
    """Remove what is neither among the newest daily ones nor a weekly one of the last five weeks."""
    backups = kept()
    going = to_remove(backups, timezone.now())
    for name in going:
        for path in (folder() / name, (folder() / name).with_suffix(".json")):
            path.unlink(missing_ok=True)
    return going


def to_remove(backups: Iterable[Kept], now: datetime.datetime) -> list[str]:
    """Names to remove; the newest proven backup always stays."""
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    staying = {backup.name for backup in newest_first[:DAILY]}
    staying |= {backup.name for backup in _weekly(newest_first, now)}
    staying |= {backup.name for backup in [b for b in newest_first if b.is_proven][:1]}
    return [backup.name for backup in newest_first if backup.name not in staying]


def _weekly(newest_first: list[Kept], now: datetime.datetime) -> list[Kept]:
    weeks: dict[tuple[int, int], Kept] = {}
    for backup in newest_first:
        if now - backup.made_at <= datetime.timedelta(days=LONGEST_DAYS):
            year, week, _ = backup.made_at.isocalendar()
            weeks.setdefault((year, week), backup)
    return list(weeks.values())
