"""Copies of the last hours: every quarter of an hour, when something happened, what is new since the newest backup.

Each holds the whole database and the stored files that backup does not hold. The two together restore like any backup.
"""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from unionops import secrets_folder
from unionops.platform.access.models import Local, User
from unionops.platform.audit.models import Event
from unionops.platform.audit.services import head
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import services, shelf, taking
from unionops.platform.ops.backups.shelf import Kept

KEPT = 8
EVERY = datetime.timedelta(minutes=15)
LATE = 3 * EVERY
ROOM = 1 << 30  # bytes that must stay free: a full disk is worse than a missing copy


def folder() -> Path:
    return shelf.folder() / shelf.RECENT


def kept() -> list[Kept]:
    """The newest first."""
    return shelf.kept(folder())


def are_taken() -> bool:
    """Not for invented people, and not before there is a local."""
    return Local.is_set_up() and not settings.DEMO_MARK.exists()


def take(*, by: User) -> Path | None:
    """Nothing where nothing happened since the newest. The first one is a whole backup, proven. Raises Problem.

    It leaves no event: else each copy would be the reason for the next.
    """
    number, _hash = head()
    if not are_taken() or number <= newest_number():
        return None
    shelf.ready()
    _check_room()
    if (base := _base()) is None:
        services.back_up_and_prove(by=by)
        return None
    path = folder() / shelf.path_at(timezone.now()).name
    manifest = taking.write(path, backup_key=_key(), base=base)
    shelf.note(
        path,
        rows=sum(manifest["rows"].values()),
        files=services.count_files(manifest),
        events=manifest["audit"]["number"],
    )
    prune()
    return path


def newest_number() -> int:
    """How far the trail was when the newest copy was taken."""
    return max((copy.events for copy in kept()), default=0)


def is_late() -> bool:
    """Something that happened three quarters of an hour ago is in no copy yet."""
    if not are_taken():
        return False
    newest = kept()[:1] or [each for each in shelf.kept() if each.is_proven][:1]
    then = timezone.now() - LATE
    covered = newest[0].made_at if newest else Local.current().created_at
    return covered < then and Event.objects.filter(number__gt=newest_number(), at__range=(covered, then)).exists()


def prove_newest() -> None:
    """Restore the newest copy together with its backup into a temporary folder. Raises Problem."""
    for copy in kept()[:1]:
        path = folder() / copy.name
        try:
            services.prove_file(path, _key())
        except Problem as problem:
            shelf.note(path, problem=str(problem))
            raise
        shelf.note(path, verified_at=timezone.now().isoformat(), problem="")


def prune() -> None:
    for copy in kept()[KEPT:]:
        shelf.remove(folder() / copy.name)


def _check_room() -> None:
    for place in (Path(settings.DATA_DIR), shelf.elsewhere()):
        if place is not None and shutil.disk_usage(place).free < ROOM:
            said = _("The disk of %(folder)s is too full for a copy.") % {"folder": place}
            raise Problem("no_room", said, _("Make room on the disk."))


def _base() -> taking.Base | None:
    for backup in shelf.kept():
        names = shelf.files_in(shelf.folder() / backup.name)
        if backup.is_proven and names is not None:
            return taking.Base(backup.name, names)
    return None


def _key() -> bytes:
    return bytes.fromhex(secrets_folder.read("backup.key"))
