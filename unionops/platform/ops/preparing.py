"""Bring a data folder up to date: folders, keys, tables, cache table, static files."""

import io
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from unionops import secrets_folder


def prepare() -> dict[str, Any]:
    """Safe to run again and again; says what it did."""
    secrets_folder.ensure()
    for folder in (Path(settings.DATA_DIR), Path(settings.SECRETS_DIR)):
        folder.chmod(0o700)
    pending = len(_pending())
    quiet = io.StringIO()
    call_command("migrate", interactive=False, verbosity=0, stdout=quiet)
    call_command("createcachetable", verbosity=0, stdout=quiet)
    files = _collect_static()
    return {
        "data": str(settings.DATA_DIR),
        "secrets": str(settings.SECRETS_DIR),
        "database": connection.vendor,
        "migrations_applied": pending,
        "static_files": files,
    }


def _pending() -> list[Any]:
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def pending_migrations() -> int:
    return len(_pending())


def _collect_static() -> int:
    """Compress and fingerprint; a box whose program folder is read-only brings them along already."""
    if "Manifest" not in settings.STORAGES["staticfiles"]["BACKEND"]:
        return 0
    try:
        call_command("collectstatic", interactive=False, verbosity=0, clear=True, stdout=io.StringIO())
    except (PermissionError, OSError):
        if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
            raise
        return 0
    return sum(1 for path in Path(settings.STATIC_ROOT).rglob("*") if path.is_file())
