"""Bring a data folder up to date: folders, keys, tables, cache table, static files."""

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from unionops import secrets_folder
from unionops.platform.access import tables
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.core.registry import Registry
from unionops.platform.ops import new_tables, stamps
from unionops.platform.ops.backups.restoring import FROM
from unionops.platform.ops.upgrading import upgrade

# What apps make anew when the tables changed; each must be safe to run again.
after_migrating: Registry[Callable[[], object]] = Registry()


def prepare() -> dict[str, Any]:
    """Safe to run again and again; says what it did."""
    _refuse_foreign(Path(settings.DATA_DIR))
    secrets_folder.ensure()
    for folder in (Path(settings.DATA_DIR), Path(settings.SECRETS_DIR)):
        folder.chmod(0o700)
    _refuse_newer()
    upgrading, pending = bool(tables.opens()), len(_pending())
    quiet, kept = io.StringIO(), None
    if not upgrading:
        tables.refuse_emptied()
        new_tables.make()
        call_command("migrate", interactive=False, verbosity=0, stdout=quiet)
    elif pending:
        kept = upgrade()
    call_command("createcachetable", verbosity=0, stdout=quiet)
    if kept:
        _make_anew()
    _note_the_restore()
    if Local.is_set_up() and not settings.DEMO_MARK.exists():
        settings.IN_USE_MARK.touch()
    files = _collect_static()
    return {
        "data": str(settings.DATA_DIR),
        "secrets": str(settings.SECRETS_DIR),
        "database": connection.vendor,
        "migrations_applied": pending,
        "backup_before": str(kept or ""),
        "static_files": files,
    }


def _refuse_foreign(folder: Path) -> None:
    """A folder that others live in would be closed to them."""
    if folder.resolve() in (Path("/"), Path.home().resolve()):
        raise Problem("data_folder", f"{folder} cannot be the data folder.", "Name a folder of its own: UNIONOPS_DATA.")


def _refuse_newer() -> None:
    """Tables of a newer version: this one cannot take changes back, and must not write into them."""
    try:
        tables.check()
    except Problem as problem:
        if problem.code == "newer":
            raise


def _make_anew() -> None:
    with acting(system_actor()):
        for deed in after_migrating:
            deed()


def _note_the_restore() -> None:
    """Once, in the restored trail itself: from which backup it goes on."""
    mark = Path(settings.DATA_DIR) / FROM
    if mark.exists():
        made = json.loads(mark.read_text())
        with acting(system_actor()) as box:
            record(box, "restored a backup", count=made["rows"], detail={"made_at": made["made_at"]})
        mark.unlink()


def _pending() -> list[Any]:
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def _collect_static() -> int:
    """Compress and fingerprint when something changed. Nothing is removed: a running box still serves it."""
    root = Path(settings.STATIC_ROOT)
    stamp, version = root / ".version", stamps.static_version()
    if "Manifest" not in settings.STORAGES["staticfiles"]["BACKEND"]:
        return 0
    if not (stamp.exists() and stamp.read_text() == version) and os.access(root.parent, os.W_OK):
        call_command("collectstatic", interactive=False, verbosity=0, stdout=io.StringIO())
        stamp.write_text(version)
    return sum(1 for path in root.rglob("*") if path.is_file())
