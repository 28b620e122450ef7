"""Brings an older database up to date: first a proven backup of it as it was, then the changes to its tables."""

import io
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import gettext as _

from unionops import secrets_folder
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import services, shelf, taking

ENDING = "-before-upgrade"


def upgrade() -> Path:
    """Gives the backup. Problem where none can be taken, or where a change to the tables fails."""
    kept = _keep_as_it_was()
    try:
        call_command("migrate", interactive=False, verbosity=0, stdout=io.StringIO())
    except Exception as error:
        said = _("The tables could not be brought up to date: %(error)s. What was there before is in %(file)s.")
        raise Problem(
            "upgrade_failed",
            said % {"error": str(error).strip().rstrip("."), "file": kept},
            _("Go back to the version before and type: ./manage.py restore %(file)s --into NEW-FOLDER")
            % {"file": kept},
        ) from error
    with acting(system_actor()) as box:
        record(box, "took a backup before an upgrade", detail={"name": kept.name})
    return kept


def _keep_as_it_was() -> Path:
    """Written and proven without a word in the tables: they are those of another version still."""
    shelf.ready()
    path, key = shelf.path_at(timezone.now(), ENDING), bytes.fromhex(secrets_folder.read("backup.key"))
    try:
        taking.write(path, backup_key=key)
        services.prove_file(path, key)
    except OSError as error:
        raise Problem(
            "no_backup",
            _("No backup could be written before the upgrade, so nothing was changed: %(error)s.")
            % {"error": error.strerror or str(error)},
            _("Make room on the disk, or name another folder for backups: UNIONOPS_BACKUPS."),
        ) from error
    shelf.note(path, verified_at=timezone.now().isoformat(), problem="")
    return path
