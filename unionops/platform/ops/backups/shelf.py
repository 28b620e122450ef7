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
from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem

ENDING, NOTED, FILES = ".backup", ".json", ".files"
RECENT = "recent"  # the folder on the shelf for the copies of the last hours
DAILY, LONGEST_DAYS = 14, 35
LATELY = datetime.timedelta(days=2)
MARK = ".unionops-backups"
LEEWAY = datetime.timedelta(minutes=5)
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


def elsewhere() -> Path | None:
    """The folder `UNIONOPS_BACKUPS` names, mostly on a disk that can be unplugged."""
    return folder() if os.environ.get("UNIONOPS_BACKUPS") else None


def check() -> None:
    """Problem where the folder for backups is named and is not the one they were written to before.

    An empty folder where the disk is not mounted would take them without a word, on the disk they are to outlive.
    """
    place = elsewhere()
    if place is None or not _known().exists() or _known().read_text() != str(place) or (place / MARK).exists():
        return
    raise Problem(
        "backups_gone",
        _("The folder for backups, %(folder)s, is not the one of before.") % {"folder": place},
        _("Plug its disk in. If this is a new disk: make the folder and type touch %(mark)s") % {"mark": place / MARK},
    )


def ready() -> None:
    """Make the folder, and a mark in it by which it is known again. Raises Problem where it cannot be written to."""
    check()
    place = elsewhere()
    if place is None:
        return
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        (place / MARK).write_text("unionops keeps its backups here\n")
    except OSError as error:
        raise unwritable(error) from error
    _known().write_text(str(place))


def unwritable(error: OSError) -> Problem:
    return Problem(
        "backups_folder",
        _("No backup can be written to %(folder)s: %(error)s.")
        % {"folder": folder(), "error": error.strerror or str(error)},
        _("Make room on its disk, or make it one this user may write to, or name another: UNIONOPS_BACKUPS."),
    )


def _known() -> Path:
    return Path(settings.DATA_DIR) / "backups-elsewhere"


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


def is_ahead() -> bool:
    """The newest copy is of a time to come: the clock was right then, or is now."""
    newest = max((backup.made_at for place in (folder(), folder() / RECENT) for backup in kept(place)), default=None)
    return newest is not None and newest > timezone.now() + LEEWAY


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
    staying |= {backup.name for backup in _daily(newest_first, now)}
    staying |= {backup.name for backup in _weekly(newest_first, now)}
    staying |= {backup.name for backup in [b for b in newest_first if b.is_proven][:1]}
    return [backup.name for backup in newest_first if backup.name not in staying]


def _daily(newest_first: list[Kept], now: datetime.datetime) -> list[Kept]:
    """One of each of the fourteen newest days: many taken by hand on one day push no other day out."""
    days: dict[datetime.date, Kept] = {}
    young = [backup for backup in newest_first if _is_young(backup, now)]
    for backup in sorted(young, key=lambda each: not each.is_proven):  # stable: of a day the newest proven one
        days.setdefault(backup.made_at.date(), backup)
    return [days[day] for day in sorted(days, reverse=True)[:DAILY]]


def _is_young(backup: Kept, now: datetime.datetime) -> bool:
    """What was erased is gone from every backup after so many days, however seldom one is taken."""
    return now - backup.made_at <= datetime.timedelta(days=LONGEST_DAYS)


def _weekly(newest_first: list[Kept], now: datetime.datetime) -> list[Kept]:
    weeks: dict[tuple[int, int], Kept] = {}
    for backup in newest_first:
        if _is_young(backup, now):
            year, week, _ = backup.made_at.isocalendar()
            weeks.setdefault((year, week), backup)
    return list(weeks.values())
