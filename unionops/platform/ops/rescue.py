"""The way back from a damaged database: the newest backups, restored into a new folder that the box goes on with.

The damaged folder is left as it is. Knows no tables: nothing here may ask the database.
"""

from __future__ import annotations

import datetime
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from unionops import secrets_folder
from unionops.platform.core.problems import Problem
from unionops.platform.ops import setup_code
from unionops.platform.ops.backups import archive, services, shelf

PATH = "/rescue/"
OFFERED = 8
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Copy:
    """A backup, or a copy of the last hours, that can be put back."""

    path: Path
    made_at: datetime.datetime
    size: int
    is_proven: bool

    @property
    def name(self) -> str:
        return self.path.name


def copies() -> list[Copy]:
    """The newest first, those that failed their proof left out; the newest proven one is always among them."""
    places = (shelf.folder(), shelf.folder() / shelf.RECENT)
    shelved = [(place / kept.name, kept) for place in places for kept in shelf.kept(place) if not kept.problem]
    found = [
        Copy(path, made_at, kept.size, kept.is_proven)
        for path, kept in shelved
        if (made_at := _made_at(path)) is not None
    ]
    found.sort(key=lambda copy: copy.made_at, reverse=True)
    proven = [copy for copy in found if copy.is_proven][:1]
    return found[:OFFERED] + [copy for copy in proven if copy not in found[:OFFERED]]


def _made_at(path: Path) -> datetime.datetime | None:
    """As the backup itself says, which a copy of the file from a stick does not change; None for what is no backup."""
    try:
        return datetime.datetime.fromisoformat(archive.read_head(path)["made_at"])
    except (Problem, OSError, KeyError, ValueError):
        return None


def problem() -> Problem:
    """What everybody is told who comes to the box meanwhile."""
    said = _("The database of this box is damaged: nothing is read or written until a backup is restored.")
    newest = next((copy for copy in copies() if copy.is_proven), None)
    there = _("There is no proven backup on this machine.")
    if newest:
        when = date_format(timezone.localtime(newest.made_at), "j M Y, H:i")
        there = _("The newest proven backup is of %(when)s.") % {"when": when}
    way = _("Whoever looks after the machine opens the link in the window where unionops was started, or types there:")
    return Problem("damaged", said, f"{there} {way} ./manage.py rescue_link")


def link() -> str:
    """A new one-time way to the button, for whoever sits at the machine."""
    return f"{settings.PUBLIC_URL}{PATH}{setup_code.make()}/"


def command(copy: Copy) -> str:
    return f"./manage.py restore {copy.path} --into {new_folder()}"


def new_folder() -> Path:
    """Beside the damaged one, named by the day."""
    data = Path(settings.DATA_DIR)
    base = f"{data.name}-restored-{timezone.localdate()}"
    names = [base, *(f"{base}-{number}" for number in range(2, 100))]
    return next(path for name in names if not (path := data.with_name(name)).exists())


def restore(name: str) -> dict[str, Any]:
    """Put that copy into a new folder, which the box uses from now on. Raises Problem; all is as before then."""
    found = next((copy for copy in copies() if copy.name == name), None)
    if found is None:
        raise Problem("no_copy", _("There is no backup of that name."), _("Choose one of those shown."))
    if not _one_at_a_time.acquire(blocking=False):
        raise Problem("busy", _("A backup is being restored already."), _("Wait a minute, then load the page again."))
    try:
        return _restored(found)
    finally:
        _one_at_a_time.release()


def _restored(copy: Copy) -> dict[str, Any]:
    into, key = new_folder(), bytes.fromhex(secrets_folder.read("backup.key"))
    done = services.restore(file=copy.path, into=into, secrets=into.with_name(f"{into.name}-secrets"), key=key)
    (Path(settings.DATA_DIR) / secrets_folder.SUCCESSOR).write_text(str(into))
    setup_code.burn()
    ask_for_a_start(into)
    return done


def ask_for_a_start(data: Path) -> None:
    """The supervisor ends all of the box and starts it anew: on what it then finds there."""
    if os.environ.get("UNIONOPS_SUPERVISED"):
        (data / "restart").touch()
