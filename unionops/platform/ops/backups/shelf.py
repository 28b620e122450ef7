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

ENDING, NOTED, FILES = ".backup", ".json", ".files"
RECENT = "recent"  # the folder on the shelf for the copies of the last hours
DAILY, LONGEST_DAYS = 14, 35
LATELY = datetime.timedelta(days=2)
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
    events: int = 0

    @property
    def is_proven(self) -> bool:
        return self.verified_at is not None and not self.problem


def folder() -> Path:
    """`UNIONOPS_BACKUPS` may name another disk; else a folder beside the files."""
    return Path(os.environ.get("UNIONOPS_BACKUPS") or Path(settings.DATA_DIR) / "backups")


def is_on(path: Path) -> bool:
    return path.resolve().parent == folder().resolve()


def path_of(name: str) -> Path | None:
    """The file of that name on the shelf, or None; never anything outside it."""
    found = folder() / Path(name).name
    return found if found.suffix == ENDING and found.is_file() else None


def path_at(moment: datetime.datetime, why: str = "") -> Path:
    return folder() / f"unionops-{timezone.localtime(moment):%Y-%m-%d-%H%M%S}{why}{ENDING}"


def note(path: Path, **facts: Any) -> None:
    """Write down what is known of a backup, beside it."""
    kept = {**_noted(path), **facts}
    path.with_suffix(NOTED).write_text(json.dumps(kept, default=str))


def note_files(path: Path, names: Iterable[str]) -> None:
    """Which stored files a backup holds, so that copies between two backups can leave them to it."""
    path.with_suffix(FILES).write_text("\n".join(names))


def files_in(path: Path) -> frozenset[str] | None:
    """None where nobody wrote it down."""
    listed = path.with_suffix(FILES)
    return frozenset(listed.read_text().split()) if listed.exists() else None


def _noted(path: Path) -> dict[str, Any]:
    try:
        noted: dict[str, Any] = json.loads(path.with_suffix(NOTED).read_text())
    except (OSError, ValueError):
        return {}
    return noted


def kept(place: Path | None = None) -> list[Kept]:
    """The newest first; on the shelf, or in another folder."""
    place = place or folder()
    found = [_kept(path) for path in place.glob(f"*{ENDING}")] if place.is_dir() else []
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
        events=noted.get("events", 0),
    )


def newest_proven() -> Kept | None:
    return next((backup for backup in kept() if backup.is_proven), None)


def is_overdue() -> bool:
    """No backup of the last 26 hours was proven by a rehearsal; one of a day to come tells of a wrong clock."""
    now = timezone.now()
    return not any(backup.is_proven and abs(now - backup.made_at) <= FRESH for backup in kept())


def prune() -> list[str]:
    """Remove what is neither of the last days, a daily one of two weeks, nor a weekly one of the last five weeks."""
    going = to_remove(kept(), timezone.now())
    for name in going:
        remove(folder() / name)
    return going


def remove(path: Path) -> None:
    """A backup, and what was noted about it."""
    for each in (path, path.with_suffix(NOTED), path.with_suffix(FILES)):
        each.unlink(missing_ok=True)


def to_remove(backups: Iterable[Kept], now: datetime.datetime) -> list[str]:
    """Names to remove; the newest proven backup always stays."""
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    staying = {backup.name for backup in newest_first if now - backup.made_at <= LATELY}
    staying |= {backup.name for backup in _daily(newest_first)}
    staying |= {backup.name for backup in _weekly(newest_first, now)}
    staying |= {backup.name for backup in [b for b in newest_first if b.is_proven][:1]}
    return [backup.name for backup in newest_first if backup.name not in staying]


def _daily(newest_first: list[Kept]) -> list[Kept]:
    """One of each of the fourteen newest days: many taken by hand on one day push no other day out."""
    days: dict[datetime.date, Kept] = {}
    for backup in sorted(newest_first, key=lambda each: not each.is_proven):  # stable: of a day the newest proven one
        days.setdefault(backup.made_at.date(), backup)
    return [days[day] for day in sorted(days, reverse=True)[:DAILY]]


def _weekly(newest_first: list[Kept], now: datetime.datetime) -> list[Kept]:
    weeks: dict[tuple[int, int], Kept] = {}
    for backup in newest_first:
        if now - backup.made_at <= datetime.timedelta(days=LONGEST_DAYS):
            year, week, _ = backup.made_at.isocalendar()
            weeks.setdefault((year, week), backup)
    return list(weeks.values())
