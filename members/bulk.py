"""Many rows into one table without building a statement for each: keys are drawn first, then one prepared insert."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Iterator, Sequence
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


def insert(rows: Sequence[models.Model]) -> None:
    """Create the rows and give them their keys. Inside a transaction; no signals, no `save()`."""
    if not rows:
        return
    model = type(rows[0])
    for row, key in zip(rows, _keys(model, len(rows)), strict=True):
        row.pk = key
        row._state.adding = False
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    readers = [_reader(field) for field in fields]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, fields), [[read(row) for read in readers] for row in rows])


def _statement(model: type[models.Model], fields: Sequence[Any]) -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return " ".join(("INSERT INTO", quote(model._meta.db_table), "(", columns, ") VALUES (", places, ")"))


def _keys(model: type[models.Model], count: int) -> Sequence[int]:
    """The next keys of the table: from its sequence, or above the highest one of a locked SQLite file."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
    start = (last[0] if last else 0) + 1
    return range(start, start + count)


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

    def insert(self) -> Sequence[int]:
        """The keys of the new rows, in their order."""
        if not self.waiting:
            return []
        keys = _keys(self.model, len(self.waiting))
        fields = [field for field in self.model._meta.concrete_fields if not field.generated]
        makers = [_maker(field) for field in fields if not field.primary_key]
        rows = [[key, *(make(values) for make in makers)] for key, values in zip(keys, self.waiting, strict=True)]
        fields.sort(key=lambda field: not field.primary_key)
        with connection.cursor() as cursor:
            cursor.executemany(_statement(self.model, fields), rows)
        self.waiting = []
        return keys


def _maker(field: Any) -> Callable[[dict[str, Any]], Any]:
    """How a column's value is made from what was given."""
    name = field.attname
    if isinstance(field, models.UUIDField):
        native = connection.features.has_native_uuid_field
        return lambda _values: uuid.uuid4() if native else uuid.uuid4().hex
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        now = field.get_db_prep_save(timezone.now(), connection)
        return lambda _values: now
    default = field.get_db_prep_save(field.get_default(), connection)
    if isinstance(field, models.JSONField | models.DateTimeField):
        return lambda values: field.get_db_prep_save(values[name], connection) if name in values else default
    return lambda values: values.get(name, default)


def fill(model: type[models.Model], keys: Sequence[int], columns: dict[str, Any]) -> None:
    """Set columns to the same values on all rows with these keys."""
    for at in range(0, len(keys), 900):
        model._base_manager.filter(pk__in=keys[at : at + 900]).update(**columns)
