"""Many rows into one table without building a statement for each: keys are drawn first, then one prepared insert."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
