"""A consistent copy of the database while others write, how many rows it holds, and putting it back."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3
from django.db import connection

from unionops.platform.audit.models import GENESIS
from unionops.platform.core.env import TLS
from unionops.platform.core.problems import Problem

SQLITE, POSTGRES = "database.sqlite3", "database.dump"
FILES = "SELECT stored_as FROM files_upload ORDER BY stored_as"
HEAD = "SELECT number, hash FROM audit_event ORDER BY number DESC LIMIT 1"
LENT = "_rehearsal_"
COUNT = 'SELECT count(*) FROM "{}"'
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"


@dataclass(frozen=True)
class Snapshot:
    """The copy, how many rows each table holds in it, which stored files it speaks of, and the head of its trail."""

    path: Path
    rows: dict[str, int]
    files: list[str]
    head: tuple[int, str] = (0, GENESIS)


def snapshot(folder: Path, database_file: Path, key: str) -> Snapshot:
    """Of the database this program is connected to."""
    if connection.vendor == "postgresql":
        return _dump(folder / POSTGRES)
    copy = folder / SQLITE
    with opened(database_file, key) as source:
        source.execute("VACUUM INTO ?", [str(copy)])
    with opened(copy, key) as taken:
        rows = count_rows(taken)
        files = taken.execute(FILES).fetchall() if "files_upload" in rows else []
        last = taken.execute(HEAD).fetchone() if "audit_event" in rows else None
        return Snapshot(copy, rows, [row[0] for row in files], last or (0, GENESIS))


@contextlib.contextmanager
def opened(path: Path, key: str) -> Iterator[Any]:
    """A connection of our own to a sealed file. Raises Problem when the key does not open it."""
    handle = sqlcipher3.connect(str(path), isolation_level=None, timeout=60)
    try:
        handle.execute(f"PRAGMA key = \"x'{key}'\"")
        handle.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield handle
    except sqlcipher3.DatabaseError as error:
        raise Problem(
            "database_unreadable",
            f"The database {path.name} cannot be read: {error}.",
            "Its key is missing or another one, or the file is damaged. Restore the newest backup.",
        ) from error
    finally:
        handle.close()


def count_rows(handle: Any) -> dict[str, int]:
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    tables = [row[0] for row in handle.execute(names).fetchall()]
    return {table: handle.execute(COUNT.format(table)).fetchone()[0] for table in tables}


def faults(handle: Any) -> list[str]:
    """What the file's own checks find: seals, structure, references."""
    found = [str(row[0]) for row in handle.execute("PRAGMA cipher_integrity_check").fetchall()]
    found += [str(row[0]) for row in handle.execute("PRAGMA quick_check").fetchall() if row[0] != "ok"]
    found += [f"{row[0]} row {row[1]}" for row in handle.execute("PRAGMA foreign_key_check").fetchall()]
    return found


def _dump(target: Path) -> Snapshot:
    """pg_dump and the counts look at the same moment (an exported snapshot)."""
    with _own_postgres() as handle, handle.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        moment = cursor.fetchone()[0]
        cursor.execute(TABLES)
        tables = [row[0] for row in cursor.fetchall()]
        _postgres("pg_dump", "--format=custom", f"--snapshot={moment}", f"--file={target}")
        rows = {table: _count(cursor, table) for table in tables}
        cursor.execute(FILES)
        files = [row[0] for row in cursor.fetchall()]
        cursor.execute(HEAD)
        last = cursor.fetchone()
        cursor.execute("ROLLBACK")
    return Snapshot(target, rows, files, last or (0, GENESIS))


def _count(cursor: Any, table: str) -> int:
    cursor.execute(COUNT.format(table))
    return int(cursor.fetchone()[0])


@contextlib.contextmanager
def _own_postgres() -> Iterator[Any]:
    handle = connection.copy()
    try:
        handle.connect()
        yield handle.connection
    finally:
        handle.close()


def refuse_tables() -> None:
    """Problem where the PostgreSQL database of DATABASE_URL is in use."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        if cursor.fetchall():
            raise Problem(
                "not_empty",
                "The database of DATABASE_URL holds tables already.",
                "Name an empty database, so that nothing is written over.",
            )


@contextlib.contextmanager
def lent() -> Iterator[str | None]:
    """The name of an empty database on the same server, gone afterwards; None where our account may not make one.

    What a process that died left there goes first.
    """
    import psycopg  # a box on SQLite never needs it

    name = f"{_name()}{LENT}{os.getpid()}"
    with _own_postgres() as handle, handle.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [_name() + LENT])
        for (left,) in cursor.fetchall():
            with contextlib.suppress(psycopg.Error):  # somebody is at work in it
                cursor.execute(f'DROP DATABASE "{left}"')
        try:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        except psycopg.errors.InsufficientPrivilege:
            yield None
            return
        try:
            yield name
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def load_dump(dump: Path) -> dict[str, int]:
    """Into the PostgreSQL database of DATABASE_URL, which must be empty; the rows it then holds."""
    refuse_tables()
    put_back(dump, _name())
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [row[0] for row in cursor.fetchall()]
        return {table: _count(cursor, table) for table in tables}


def put_back(dump: Path, name: str) -> None:
    """Into that database of the server, all or nothing."""
    _postgres("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", "--dbname", name, str(dump))


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _postgres(program: str, *words: str) -> None:
    """One of PostgreSQL's own programs; the password goes by the environment, not the command line."""
    if shutil.which(program) is None:
        raise Problem("no_" + program, f"{program} is not installed.", "Type: sudo apt-get install postgresql-client")
    settings = connection.settings_dict
    environment = {**os.environ, "PGPASSWORD": str(settings["PASSWORD"]), "PGDATABASE": _name()}
    for variable, field in (("PGHOST", "HOST"), ("PGPORT", "PORT"), ("PGUSER", "USER")):
        if settings[field]:
            environment[variable] = str(settings[field])
    environment |= {TLS[name]: str(said) for name, said in settings["OPTIONS"].items() if name in TLS}
    done = subprocess.run([program, *words], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no word"])[-1]
        raise Problem("postgres", f"{program} failed: {last}", "See: manage.py doctor")
