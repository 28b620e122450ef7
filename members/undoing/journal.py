"""Every row a deed makes or changes, so that the whole deed can be taken back exactly."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import connection, models

from members import nameindex
from members.undoing import bulk

Diff = dict[str, list[Any]]
LAID_OUT = 8_000_000
"""Packed bytes of steps that may lie unpacked, which takes ten times the room."""
PERSON = "members.Person"
ALIKE = 20
"""Rows that get the same values and are then changed by one statement."""


class Journal:
    """Writes in bulk and remembers: `add` makes rows, `change` sets fields; `flush` sends all to the database."""

    def __init__(self) -> None:
        self.made: dict[str, list[list[int]]] = defaultdict(list)  # [first, last] of each run of keys
        self.changed: list[tuple[str, int, Diff]] = []
        self.settled = 0
        self.filled: list[tuple[str, list[int], Diff]] = []
        self.removed: list[tuple[str, dict[str, Any]]] = []

    def send(self, step: bulk.Step) -> None:
        """Do what the step says; `Prepared` keeps it for later."""
        step.run()

    def keys_for(self, model: type[models.Model], count: int) -> Sequence[int]:
        return bulk.next_keys(model, count)

    def add_rows(self, rows: bulk.Rows, *, undone: bool = True) -> Sequence[int]:
        """Create rows given as plain values; returns their keys. Not `undone`: they go with what they hang on."""
        if not rows.waiting:
            return []
        keys = self.keys_for(rows.model, len(rows.waiting))
        self.send(rows.step(keys))
        if undone:
            self.made[rows.model._meta.label].extend(runs_of(keys))
        return keys

    def add_for_each(
        self, model: type[models.Model], values: dict[str, Any], link: str, of: type[models.Model], keys: Sequence[int]
    ) -> None:
        """Create the same row for each of those `link` points to; they go with what they hang on."""
        for step in bulk.one_for_each(model, values, link, of, keys):
            self.send(step)

    def fill(self, model: type[models.Model], keys: list[int], old: dict[str, Any], new: dict[str, Any]) -> None:
        """Give the same columns of many rows the same new values; all had the same old ones."""
        diff = {name: [_plain(old[name]), _plain(value)] for name, value in new.items() if old[name] != value}
        if diff:
            fields = {name: column_of(model, name) for name in diff}
            columns = {field.column: _ready(field, new[name]) for name, field in fields.items()}
            for step in bulk.fill(model, keys, columns):
                self.send(step)
            self.filled.append((model._meta.label, keys, diff))

    def add(self, rows: list[Any]) -> list[Any]:
        """Create the rows in one go; they have their keys afterwards."""
        if rows:
            model = type(rows[0])
            self.send(bulk.insertion(rows, self.keys_for(model, len(rows))))
            self.made[model._meta.label].extend(runs_of(row.pk for row in rows))
        return rows

    def change(self, row: models.Model, **values: Any) -> Diff:
        """Set fields by their column name; returns {column: [old, new]} of what really differs."""
        diff: Diff = {}
        for name, value in values.items():
            old = getattr(row, name)
            if old != value:
                diff[name] = [_plain(old), _plain(value)]
                setattr(row, name, value)
        if diff and row.pk is not None:
            self.changed.append((row._meta.label, row.pk, diff))
        return dict(diff)

    def remove(self, row: models.Model) -> None:
        """The row goes; it is made again as it was when the deed is taken back."""
        values = {field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}
        self.removed.append((row._meta.label, values))
        type(row)._base_manager.filter(pk=row.pk).delete()

    def flush(self, upto: int | None = None) -> None:
        """Send the changes not yet sent, grouped by which columns they touch and then by the values they get."""
        groups: dict[tuple[str, tuple[str, ...]], dict[int, tuple[Any, ...]]] = defaultdict(dict)
        waiting = self.changed[self.settled : upto]
        self.settled += len(waiting)
        for label, pk, diff in waiting:
            columns = tuple(sorted(diff))
            groups[(label, columns)][pk] = tuple(diff[name][1] for name in columns)
        for (label, columns), rows in groups.items():
            self._send_changes(apps.get_model(label), columns, rows)

    def _send_changes(self, model: type[models.Model], columns: tuple[str, ...], rows: dict[int, Any]) -> None:
        alike: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        for pk, new in rows.items():
            alike[new].append(pk)
        apart = [(pk, list(new)) for pk, new in rows.items() if len(alike[new]) < ALIKE]
        if apart:
            self.send(_update(model, columns, apart))
        for new, keys in alike.items():
            if len(keys) >= ALIKE:
                fields = [column_of(model, name) for name in columns]
                ready = {field.column: _ready(field, value) for field, value in zip(fields, new, strict=True)}
                for step in bulk.fill(model, sorted(keys), ready):
                    self.send(step)

    def as_json(self) -> dict[str, Any]:
        made = {label: _joined(runs) for label, runs in self.made.items() if runs}
        return {"made": made, "changed": self.changed, "filled": self.filled, "removed": self.removed}

    @property
    def is_empty(self) -> bool:
        return not (any(self.made.values()) or self.changed or self.filled or self.removed)


def runs_of(keys: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for key in sorted(keys):
        if run and key == run[1] + 1:
            run[1] = key
        else:
            if run:
                yield run
            run = [key, key]
    if run:
        yield run


def _joined(runs: Iterable[list[int]]) -> list[list[int]]:
    """Runs that follow each other as one."""
    found: list[list[int]] = []
    for first, last in sorted(runs):
        if found and first == found[-1][1] + 1:
            found[-1][1] = last
        else:
            found.append([first, last])
    return found


def _plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)


class PackedList:
    """Changes on their way into a packed journal, {"changed": [...], ...}, one by one."""

    def __init__(self) -> None:
        self.count = 0
        self._packer = zlib.compressobj(1)
        self._parts = [self._packer.compress(b'{"changed": [')]

    def add(self, change: list[Any]) -> None:
        text = json.dumps(change, ensure_ascii=False, sort_keys=True)
        self._parts.append(self._packer.compress(f"{', ' if self.count else ''}{text}".encode()))
        self.count += 1

    def closed(self, journal: dict[str, Any]) -> bytes:
        """With the rest of the journal, which has its own empty list of changes first."""
        _empty_list, _bracket, rest = json.dumps(journal, ensure_ascii=False, sort_keys=True).partition("[]")
        return b"".join([*self._parts, self._packer.compress(f"]{rest}".encode()), self._packer.flush()])


class Prepared(Journal):
    """Keeps every step, with keys drawn ahead, so that a locked database has nothing to do but write.

    Changes are packed once their steps are made: a month may change a hundred thousand fields.
    """

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[bulk.PackedStep] = []
        self.keys = bulk.Keys()
        self.renamed: dict[int, tuple[str, str]] = {}
        self.kept = PackedList()

    def flush(self, upto: int | None = None) -> None:
        super().flush(upto)
        for label, pk, diff in self.changed[: self.settled]:
            self.kept.add([label, pk, diff])
            if label == PERSON and "name_key" in diff:
                before, after = diff["name_key"]
                self.renamed[pk] = (self.renamed.get(pk, (before, ""))[0], after)
        del self.changed[: self.settled]
        self.settled = 0

    def packed(self) -> bytes:
        """`as_json`, packed, without ever holding all of it."""
        return self.kept.closed(super().as_json() | {"changed": []})

    @property
    def is_empty(self) -> bool:
        return super().is_empty and not self.kept.count

    def send(self, step: bulk.Step) -> None:
        self.steps.append(step.packed())

    def keys_for(self, model: type[models.Model], count: int) -> Sequence[int]:
        return self.keys.draw(model, count)

    @property
    def is_possible(self) -> bool:
        """Inside a transaction: False when somebody took the keys meanwhile."""
        return self.keys.are_free()

    def lay_out(self) -> None:
        """Unpack the steps of a usual month before the database is locked; those of a first list stay packed."""
        if sum(len(step.values) for step in self.steps) <= LAID_OUT:
            for step in self.steps:
                step.lay_out()

    def run(self) -> None:
        """Inside a transaction, while the keys are free."""
        with bulk.indexed_afterwards(self.steps):
            for step in bulk.by_table(self.steps):
                step.unpacked().run()

    @property
    def names(self) -> nameindex.Names:
        """Whose names the steps write."""
        renamed = [(pk, before, after) for pk, (before, after) in sorted(self.renamed.items())]
        return nameindex.Names([(first, last) for first, last in _joined(self.made[PERSON])], renamed)


def _update(model: type[models.Model], columns: tuple[str, ...], rows: list[tuple[int, list[Any]]]) -> bulk.Step:
    fields = [column_of(model, name) for name in columns]
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    statement = " ".join(("UPDATE", quote(model._meta.db_table), "SET", sets, "WHERE id = %s"))
    ready = [
        [*(_ready(field, value) for field, value in zip(fields, new, strict=True)), pk] for pk, new in sorted(rows)
    ]
    return bulk.Step(statement, ready)


def _ready(field: Any, value: Any) -> Any:
    return field.get_db_prep_save(field.to_python(value), connection)


def column_of(model: type[models.Model], name: str) -> Any:
    """The field behind a column name ('unit_id' is the target's key)."""
    return next(field for field in model._meta.concrete_fields if name in (field.attname, field.name))
