"""Many rows into one table without building a statement for each: keys are drawn first, then one prepared insert."""

from __future__ import annotations

import contextlib
import os
import pickle
import uuid
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.utils import timezone

RAW = (
    models.CharField,
    models.TextField,
    models.BooleanField,
    models.IntegerField,
    models.ForeignKey,
    models.AutoField,
)
Read = Callable[[models.Model], Any]
ROOM = 48_000


@contextlib.contextmanager
def roomy() -> Iterator[None]:
    """Room (in kB) for the pages of a large write: a sealed file unseals each page it must read again."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA cache_size").fetchone()[0]
        cursor.execute(f"PRAGMA cache_size = -{ROOM}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {int(before)}")


@dataclass(frozen=True)
class Step:
    """One statement with the values of each time it runs, ready for the database."""

    statement: str
    values: Sequence[Sequence[Any]]

    def run(self) -> None:
        with connection.cursor() as cursor:
            if len(self.values) == 1:
                cursor.execute(self.statement, self.values[0])
            else:
                cursor.executemany(self.statement, self.values)

    def packed(self) -> PackedStep:
        values = zlib.compress(pickle.dumps(self.values, pickle.HIGHEST_PROTOCOL), 1)
        new = len(self.values) if self.statement.startswith("INSERT") else 0
        return PackedStep(self.statement, values, self.statement.split('"')[1], new)


@dataclass
class PackedStep:
    """A step that waits for its turn; it never leaves the memory of this process."""

    statement: str
    values: bytes
    table: str
    new: int
    """How many rows it adds."""
    laid_out: Step | None = None

    def lay_out(self) -> None:
        self.laid_out, self.values = self.unpacked(), b""

    def unpacked(self) -> Step:
        return self.laid_out or Step(self.statement, pickle.loads(zlib.decompress(self.values)))  # noqa: S301  # nosec B301: packed above


def insert(rows: Sequence[models.Model]) -> None:
    """Create the rows and give them their keys. Inside a transaction; no signals, no `save()`."""
    if rows:
        insertion(rows, next_keys(type(rows[0]), len(rows))).run()


def insertion(rows: Sequence[models.Model], keys: Sequence[int]) -> Step:
    """The step that creates the rows under these keys, which they have from now on."""
    model = type(rows[0])
    for row, key in zip(rows, keys, strict=True):
        row.pk = key
        row._state.adding = False
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    readers = [_reader(field) for field in fields]
    return Step(_statement(model, fields), [[read(row) for read in readers] for row in rows])


def _statement(model: type[models.Model], fields: Sequence[Any]) -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return " ".join(("INSERT INTO", quote(model._meta.db_table), "(", columns, ") VALUES (", places, ")"))


def put_back(model: type[models.Model], values: dict[str, Any]) -> Step:
    """The step that makes a row again, {column: value} as it was, under the key it had."""
    fields = [field for field in model._meta.concrete_fields if field.attname in values and not field.generated]
    ready = [field.get_db_prep_save(field.to_python(values[field.attname]), connection) for field in fields]
    return Step(_statement(model, fields), [ready])


def next_keys(model: type[models.Model], count: int) -> Sequence[int]:
    """The next keys of the table: from its sequence, or above the highest one of a locked SQLite file."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [model._meta.db_table, count],
            )
            return [row[0] for row in cursor.fetchall()]
    start = _highest([model._meta.db_table])[0] + 1
    return range(start, start + count)


def _highest(tables: Sequence[str]) -> list[int]:
    """The highest key each table of a SQLite file ever had."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, seq FROM sqlite_sequence")
        found = dict(cursor.fetchall())
    return [found.get(table, 0) for table in tables]


def by_table(steps: Sequence[PackedStep]) -> list[PackedStep]:
    """The steps of each table one after the other, in the order they came: its pages are then read once.

    Tables may point to each other all the same: that is only looked at when the transaction ends.
    """
    order: dict[str, int] = {}
    for step in steps:
        order.setdefault(step.table, len(order))
    return sorted(steps, key=lambda step: order[step.table])


FIRST_LOAD = 5_000
"""So many new rows, more than a table has, are put into its indexes at the end."""


@contextlib.contextmanager
def indexed_afterwards(steps: Sequence[PackedStep]) -> Iterator[None]:
    """For the transaction that writes them: the indexes of a SQLite table that more than doubles are made anew once
    its rows are in, each in its own order, where row by row every page of them would be sealed again and again.
    """
    tables: dict[str, int] = defaultdict(int)
    for step in steps:
        tables[step.table] += step.new
    with connection.cursor() as cursor:
        dropped = [index for table, new in tables.items() if _doubles(table, new) for index in _indexes(table)]
        for name, _made in dropped:
            cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
        yield
        for _name, made in dropped:
            cursor.execute(made)


def _doubles(table: str, new: int) -> bool:
    if connection.vendor != "sqlite" or new < FIRST_LOAD:
        return False
    counted = " ".join(("SELECT count(*) FROM (SELECT 1 FROM", connection.ops.quote_name(table), "LIMIT %s)"))
    with connection.cursor() as cursor:
        cursor.execute(counted, [new])
        return bool(cursor.fetchone()[0] < new)


def _indexes(table: str) -> list[tuple[str, str]]:
    """(name, the statement that makes it) of those that only find rows; what must be unique is watched row by row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s", [table])
        return [(name, made) for name, made in cursor.fetchall() if made and made.startswith("CREATE INDEX")]


class Keys:
    """Keys drawn before a write begins; `are_free` tells, once the file is locked, that nobody took them meanwhile."""

    def __init__(self) -> None:
        self.found: dict[str, int] = {}
        self.drawn: dict[str, int] = {}

    def draw(self, model: type[models.Model], count: int) -> Sequence[int]:
        if connection.vendor == "postgresql":
            return next_keys(model, count)
        table = model._meta.db_table
        if table not in self.found:
            self.found[table] = self.drawn[table] = _highest([table])[0]
        start = self.drawn[table] + 1
        self.drawn[table] += count
        return range(start, start + count)

    def are_free(self) -> bool:
        return not self.found or _highest(list(self.found)) == list(self.found.values())


def _reader(field: Any) -> Read:
    name = field.attname
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        now = field.get_db_prep_save(timezone.now(), connection)
        return lambda _row: now
    if isinstance(field, RAW) and not isinstance(field, models.UUIDField):
        return lambda row: getattr(row, name)
    return lambda row: field.get_db_prep_save(getattr(row, name), connection)


class Rows:
    """Rows of one table as plain values by column name, without a model object for each; `insert` writes them.

    Dates may be ISO text. A column that is not given takes its field's default.
    """

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.waiting: list[dict[str, Any]] = []

    def add(self, values: dict[str, Any]) -> None:
        self.waiting.append(values)

    def step(self, keys: Sequence[int]) -> Step:
        """The step that creates the waiting rows under these keys; nothing waits any more."""
        fields = [field for field in self.model._meta.concrete_fields if not field.generated]
        makers = [_maker(field) for field in fields if not field.primary_key]
        fields.sort(key=lambda field: not field.primary_key)
        rows = [[key, *(make(values) for make in makers)] for key, values in zip(keys, self.waiting, strict=True)]
        self.waiting = []
        return Step(_statement(self.model, fields), rows)


def _maker(field: Any) -> Callable[[dict[str, Any]], Any]:
    """How a column's value is made from what was given."""
    name = field.attname
    if isinstance(field, models.UUIDField):
        native, made = connection.features.has_native_uuid_field, _alike()
        return lambda _values: next(made) if native else next(made).hex
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        now = field.get_db_prep_save(timezone.now(), connection)
        return lambda _values: now
    default = field.get_db_prep_save(field.get_default(), connection)
    if isinstance(field, models.JSONField | models.DateTimeField):
        return lambda values: field.get_db_prep_save(values[name], connection) if name in values else default
    return lambda values: values.get(name, default)


def _alike() -> Iterator[uuid.UUID]:
    """Chance ids (version 4) that share their first four bytes: a step's ids lie together in the index of ids."""
    begin = os.urandom(4)
    while True:
        yield uuid.UUID(bytes=begin + os.urandom(12), version=4)


PIECE = 9_000
"""Keys named in one statement."""


def one_for_each(
    model: type[models.Model], values: dict[str, Any], link: str, of: type[models.Model], keys: Sequence[int]
) -> Iterator[Step]:
    """Steps that create the same row for each of the rows `link` points to; the database draws their keys."""
    quote = connection.ops.quote_name
    fields = [field for field in model._meta.concrete_fields if field.attname in values]
    columns = ", ".join(quote(str(name)) for name in (link, *(field.column for field in fields)))
    ready = [field.get_db_prep_save(values[field.attname], connection) for field in fields]
    places = ", ".join(["id", *["%s"] * len(fields)])
    table, others = (quote(one._meta.db_table) for one in (model, of))
    head = ("INSERT INTO", table, "(", columns, ") SELECT", places, "FROM", others)
    for at in range(0, len(keys), PIECE):
        some = keys[at : at + PIECE]
        yield Step(" ".join((*head, "WHERE", _among(some))), [[*ready, *some]])


def _among(keys: Sequence[int]) -> str:
    return f"id IN ({', '.join(['%s'] * len(keys))})"


def fill(model: type[models.Model], keys: Sequence[int], columns: dict[str, Any]) -> Iterator[Step]:
    """Steps that set columns to the same values (ready for the database) on all rows with these keys."""
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(name)} = %s" for name in columns)
    for at in range(0, len(keys), PIECE):
        some = keys[at : at + PIECE]
        statement = " ".join(("UPDATE", quote(model._meta.db_table), "SET", sets, "WHERE", _among(some)))
        yield Step(statement, [[*columns.values(), *some]])
