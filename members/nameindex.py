"""Parts of names found without reading every name: an index of three letters at a time in the database itself.

SQLite keeps it as a full-text table beside the people and triggers keep it true; PostgreSQL has an index of its
own (pg_trgm), or, where its owner may not add that, reads the names one by one as before.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import DatabaseError, connection, transaction
from django.db.models import Func, Q, Value

LEAST = 3
"""Letters a word needs to be found by the index."""
MOST = 500
"""More people than this are found sooner in the index of all names: to look at each reads their wide rows."""
POSSIBLE = "SELECT count(*) FROM (SELECT 1 FROM members_person_parts WHERE members_person_parts MATCH %s LIMIT %s)"
FEW = (
    "SELECT person.id FROM members_person_parts CROSS JOIN members_person AS person "
    "ON person.id = members_person_parts.rowid "
    "WHERE members_person_parts MATCH %s AND person.erased_at IS NULL AND"
)
SQLITE = [
    "CREATE VIRTUAL TABLE IF NOT EXISTS members_person_parts USING fts5"
    "(name_key, content='members_person', content_rowid='id', tokenize='trigram', detail='none', columnsize=0)",
    "INSERT INTO members_person_parts (members_person_parts, rank) VALUES ('secure-delete', 1)",
    "CREATE TRIGGER IF NOT EXISTS members_person_parts_add AFTER INSERT ON members_person BEGIN "
    "INSERT INTO members_person_parts (rowid, name_key) VALUES (new.id, new.name_key); END",
    "CREATE TRIGGER IF NOT EXISTS members_person_parts_drop AFTER DELETE ON members_person BEGIN "
    "INSERT INTO members_person_parts (members_person_parts, rowid, name_key) "
    "VALUES ('delete', old.id, old.name_key); END",
    "CREATE TRIGGER IF NOT EXISTS members_person_parts_change AFTER UPDATE OF name_key ON members_person "
    "WHEN old.name_key <> new.name_key BEGIN "
    "INSERT INTO members_person_parts (members_person_parts, rowid, name_key) VALUES ('delete', old.id, old.name_key); "
    "INSERT INTO members_person_parts (rowid, name_key) VALUES (new.id, new.name_key); END",
    "INSERT INTO members_person_parts (members_person_parts) VALUES ('rebuild')",
]
TRIGGERS = tuple(f"members_person_parts_{what}" for what in ("add", "drop", "change"))
SQLITE_DROP = [*(f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS), "DROP TABLE IF EXISTS members_person_parts"]
POSTGRES = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX IF NOT EXISTS members_person_parts ON members_person USING gin (name_key gin_trgm_ops)",
]
POSTGRES_DROP = ["DROP INDEX IF EXISTS members_person_parts"]


def create(on: Any) -> None:
    """Make the index and fill it; again does no harm."""
    try:
        with transaction.atomic(using=on.alias):
            _run(on, POSTGRES if on.vendor == "postgresql" else SQLITE)
    except DatabaseError:
        if on.vendor != "postgresql":
            raise


def drop(on: Any) -> None:
    _run(on, POSTGRES_DROP if on.vendor == "postgresql" else SQLITE_DROP)


def ensure(on: Any) -> None:
    """After migrations: a table that was made anew on SQLite has lost its triggers."""
    if on.vendor != "sqlite":
        return
    with on.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name = 'members_person'")
        there = cursor.fetchone()[0]
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name IN (%s, %s, %s)", TRIGGERS)
        triggers = cursor.fetchone()[0]
    if there and triggers < 3:
        create(on)


def _run(on: Any, statements: list[str]) -> None:
    with on.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


MANY = 500
"""Names after which the index is put in order."""


class Names(NamedTuple):
    """Whose names a transaction writes: (first, last) keys of new people and of those it removes, and
    (key, before, after) of the others.
    """

    added: list[tuple[int, int]]
    renamed: list[tuple[int, str, str]]
    removed: list[tuple[int, int]] = []

    @property
    def total(self) -> int:
        return len(self.renamed) + sum(last - first + 1 for first, last in (*self.added, *self.removed))


WIPING = "INSERT INTO members_person_parts (members_person_parts, rank) VALUES ('secure-delete', {})"
FORGOTTEN = (
    "INSERT INTO members_person_parts (members_person_parts, rowid, name_key) SELECT 'delete', "
    "json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(%s)"
)
LEARNT = (
    "INSERT INTO members_person_parts (rowid, name_key) "
    "SELECT json_extract(value, '$[0]'), json_extract(value, '$[2]') FROM json_each(%s)"
)
ADDED = (
    "INSERT INTO members_person_parts (rowid, name_key) "
    "SELECT id, name_key FROM members_person AS person WHERE person.id BETWEEN %s AND %s"
)
REMOVED = (
    "INSERT INTO members_person_parts (members_person_parts, rowid, name_key) "
    "SELECT 'delete', id, name_key FROM members_person AS person WHERE person.id BETWEEN %s AND %s"
)


@contextlib.contextmanager
def many_written(names: Names) -> Iterator[None]:
    """For a transaction that writes so many names: the index lets go those of people removed before, and takes the
    others in one go at the end, where the triggers would flush it name by name. `settle` wipes what stood there.
    """
    if connection.vendor != "sqlite" or names.total <= MANY:
        yield
        return
    _run(connection, [WIPING.format(0), *(f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS)])
    with connection.cursor() as cursor:
        for first, last in names.removed:
            cursor.execute(REMOVED, [first, last])
    yield
    _take_in(names)
    _run(connection, [*(statement for statement in SQLITE if "TRIGGER" in statement), WIPING.format(1)])


def _take_in(names: Names) -> None:
    renamed = json.dumps(names.renamed)
    with connection.cursor() as cursor:
        cursor.execute(FORGOTTEN, [renamed])
        cursor.execute(LEARNT, [renamed])
        for first, last in names.added:
            cursor.execute(ADDED, [first, last])


TABLES = ("person", "placement", "membership", "emailaddress", "phone", "postaladdress", "channelconsent")


def settle() -> None:
    """After many changes: the pieces they left behind are put together, and the planner learns how many rows
    there are, so that finding stays quick."""
    analyses = [f"ANALYZE members_{table}" for table in TABLES]
    if connection.vendor == "sqlite":
        tidy = "INSERT INTO members_person_parts (members_person_parts) VALUES ('optimize')"
        analyses = [tidy, "PRAGMA analysis_limit = 1000", *analyses]
    _run(connection, analyses)


def containing(words: list[str]) -> list[int] | None:
    """Keys of everybody whose folded name holds all the words; None when the index knows of more than a few."""
    parts = {part for word in words for part in _parts(word)}
    if connection.vendor != "sqlite" or not parts:
        return None
    found = " AND ".join(f'"{part}"' for part in sorted(parts))
    held = " AND ".join(["instr(person.name_key, %s) > 0"] * len(words))
    with connection.cursor() as cursor:
        if cursor.execute(POSSIBLE, [found, MOST + 1]).fetchone()[0] > MOST:
            return None
        return [row[0] for row in cursor.execute(f"{FEW} {held}", [found, *words]).fetchall()]


def among(keys: list[int]) -> Q:
    """The people of these keys, handed over in one piece: a thousand of them one by one take longer than the search."""
    if connection.vendor != "sqlite" or len(keys) < 100:
        return Q(pk__in=keys)
    listed = Func(
        Value(json.dumps(keys)), function="json_each", template="(SELECT value FROM %(function)s(%(expressions)s))"
    )
    return Q(pk__in=listed)


def _parts(word: str) -> set[str]:
    """Three letters each, side by side, the last ones ending the word: 'amarb' is 'ama' and 'arb'."""
    last = len(word) - LEAST
    return {word[at : at + LEAST] for at in (*range(0, last, LEAST), last)} if last >= 0 else set()
