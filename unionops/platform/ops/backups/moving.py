"""A local that outgrew one machine: every row of its sealed file goes into the PostgreSQL database of DATABASE_URL."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, transaction
from django.db.models import Model

from unionops import secrets_folder
from unionops.platform.core.problems import Problem
from unionops.platform.ops import new_tables
from unionops.platform.ops.backups.database import refuse_tables

FILE, AT_ONCE = "sealed_file", 500


def fill() -> dict[str, int]:
    """The rows of each table, all there or none. Raises Problem. The file goes once its rows are in the database."""
    path = secrets_folder.database_file()
    if connection.vendor != "postgresql" or not path.exists():
        raise Problem(
            "nothing_to_move",
            "There is no sealed file to move, or DATABASE_URL names no PostgreSQL database.",
            "Type: ./manage.py restore FILE --into NEW-FOLDER, with DATABASE_URL set.",
        )
    refuse_tables()
    new_tables.make()
    call_command("migrate", interactive=False, verbosity=0, stdout=io.StringIO())
    call_command("createcachetable", verbosity=0, stdout=io.StringIO())
    _open(path)
    try:
        with transaction.atomic():
            _empty()
            moved = {model._meta.db_table: _move(model) for model in _models()}
            _count_on()
    finally:
        connections[FILE].close()
    for ending in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    return moved


def _open(path: Path) -> None:
    own = {"ENGINE": "unionops.sealed", "NAME": path, "OPTIONS": {"timeout": 20}, "CONN_MAX_AGE": 0}
    connections.settings[FILE] = {**connections.settings[DEFAULT_DB_ALIAS], **own}


def _models() -> Iterator[type[Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model


def _empty() -> None:
    """What making the tables put into them is in the file as well."""
    tables = [model._meta.db_table for model in _models()]
    for statement in connection.ops.sql_flush(no_style(), tables, allow_cascade=True):
        _run(statement)


def _move(model: type[Model]) -> int:
    rows = model._base_manager.using(FILE).order_by("pk").iterator(chunk_size=AT_ONCE)
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    into: Any = model._base_manager.using(DEFAULT_DB_ALIAS)
    moved = 0
    try:
        for some in _in_hundreds(rows):
            into._insert(some, fields=fields, using=DEFAULT_DB_ALIAS, raw=True)  # raw: moments stay as they were
            moved += len(some)
    except (DatabaseError, ValueError) as error:
        said = f"A row of {model._meta.db_table} does not fit into PostgreSQL: {str(error).splitlines()[0]}"
        raise Problem("row_refused", said, "Nothing was moved; the box as it was is untouched.") from error
    if into.count() != moved:
        raise Problem("counts_differ", f"Rows of {model._meta.db_table} are missing.", "Nothing was moved.")
    return moved


def _in_hundreds(rows: Iterator[Model]) -> Iterator[list[Model]]:
    while some := list(islice(rows, AT_ONCE)):
        yield some


def _count_on() -> None:
    """The next row of each table gets the number after the last one."""
    for statement in connection.ops.sequence_reset_sql(no_style(), list(_models())):
        _run(statement)


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
