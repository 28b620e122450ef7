"""A full disk, told from other faults: what to say when nothing more can be written."""

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem

FULL = {errno.ENOSPC, errno.EDQUOT}
WORDS = ("disk is full", "no space left on device")  # of SQLite, of PostgreSQL and the system
NOTHING = 256 * 1024  # bytes; less than one page of the database and its log need


def ran_out(error: BaseException | None) -> bool:
    """Whether this fault, or one that led to it, is a full disk."""
    return any(getattr(each, "errno", None) in FULL or _says_so(each) for each in _chain(error))


def _says_so(error: BaseException) -> bool:
    return any(words in str(error).lower() for words in WORDS)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def is_gone(folder: Path) -> bool:
    return shutil.disk_usage(folder).free < NOTHING


def problem() -> Problem:
    return Problem(
        "disk_full",
        _("The disk of this machine is full: nothing was saved, and nothing can be saved until there is room."),
        _("Whoever looks after the machine makes room: old backups, downloads, other programs' files."),
    )
