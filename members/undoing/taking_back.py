"""Takes a deed back by what its journal says: made rows go, changed ones are as they were before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import signals
from django.db.models.deletion import get_candidate_relations_to_delete
from django.utils.translation import gettext as _

from members import nameindex
from members.undoing import bulk
from members.undoing.journal import PERSON, Diff, Journal, column_of, runs_of
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase, Progress, silent

RESTORED = 2_000
"""Changes taken back between two looks at Stop."""


class _Going:
    """Tells how much has been taken back; raises when a person pressed Stop."""

    def __init__(self, journal: dict[str, Any], progress: Progress) -> None:
        self.progress, self.done = progress, 0
        made = sum(len(_keys(runs)) for runs in journal["made"].values())
        self.total = (
            made + sum(len(keys) for _label, keys, _diff in journal.get("filled", [])) + len(journal["changed"])
        )

    def on(self, count: int) -> None:
        self.progress(self.done, self.total, Phase.TAKING_BACK)
        self.done += count


# Kept journals come back with their keys sorted, so the order of removal stands here: a unit before its employer.
PLACES = ("access.BargainingUnit", "access.Worksite", "access.Employer")


def take_back(journal: dict[str, Any], progress: Progress = silent) -> None:
    """Undo what the journal says. Problem when something else was built on top of it. `progress` may stop it."""
    made, going = journal["made"], _Going(journal, progress)
    for label, keys, diff in reversed(journal.get("filled", [])):
        _empty(apps.get_model(label), keys, diff, going)
    places = [label for label in PLACES if label in made]
    others = sorted((label for label in made if label not in places), key=lambda label: label == PERSON)
    for label in others:
        _remove(apps.get_model(label), _keys(made[label]), going)
    for label, values in journal.get("removed", []):
        bulk.put_back(apps.get_model(label), values).run()
    _restore(journal["changed"], going)
    for label in places:
        _remove(apps.get_model(label), _keys(made[label]), going)


def names_taken_back(journal: dict[str, Any]) -> nameindex.Names:
    """Whose names taking this back writes: people it made go, renamed ones get their earlier name again."""
    renamed: dict[int, tuple[str, str]] = {}
    for label, pk, diff in journal["changed"]:
        if label == PERSON and "name_key" in diff:
            earlier, now = diff["name_key"]
            renamed[pk] = (now, renamed[pk][1] if pk in renamed else earlier)
    back = [(pk, now, earlier) for pk, (now, earlier) in sorted(renamed.items())]
    return nameindex.Names([], back, [(first, last) for first, last in runs_of(_keys(journal["made"].get(PERSON, [])))])


def _keys(runs: list[Any]) -> list[int]:
    """Keys one by one, from runs of them; journals of an earlier version list them one by one."""
    return [key for run in runs for key in (range(run[0], run[1] + 1) if isinstance(run, list) else [run])]


def _empty(model: type[models.Model], keys: list[int], diff: Diff, going: _Going) -> None:
    """Take back what was filled in; Problem when one of the rows says something else by now."""
    fields = {name: column_of(model, name) for name in diff}
    now = {name: field.to_python(diff[name][1]) for name, field in fields.items()}
    old = {name: field.to_python(diff[name][0]) for name, field in fields.items()}
    for at in range(0, len(keys), 900):
        some = keys[at : at + 900]
        going.on(len(some))
        if model._base_manager.filter(pk__in=some, **now).update(**old) != len(some):
            raise changed_since()


def _restore(changed: Sequence[Sequence[Any]], going: _Going) -> None:
    """Newest first; a row that was changed again since is not overwritten silently."""
    now, final = _now(changed), defaultdict[tuple[str, int], dict[str, Any]](dict)
    for label, pk, diff in reversed(changed):
        said = now.get((label, pk), {})
        if any(name not in said or _as_text(said[name]) != _as_text(new) for name, (_old, new) in diff.items()):
            raise changed_since()
        earlier = {name: old for name, (old, _new) in diff.items()}
        said |= earlier
        final[label, pk] |= earlier
    back = Journal()
    back.changed = [(label, pk, {name: [None, old] for name, old in row.items()}) for (label, pk), row in final.items()]
    for at in range(0, len(back.changed), RESTORED):
        going.on(min(RESTORED, len(back.changed) - at))
        back.flush(at + RESTORED)


def _now(changed: Iterable[Sequence[Any]]) -> dict[tuple[str, int], dict[str, Any]]:
    """What the changed rows say now, read many at a time."""
    wanted: dict[str, tuple[set[int], set[str]]] = defaultdict(lambda: (set(), set()))
    for label, pk, diff in changed:
        keys, columns = wanted[label]
        keys.add(pk)
        columns.update(diff)
    found = {}
    for label, (keys, columns) in wanted.items():
        listed, rows = sorted(keys), apps.get_model(label)._base_manager
        for at in range(0, len(listed), 900):
            for row in rows.filter(pk__in=listed[at : at + 900]).values("pk", *columns):
                found[(label, row["pk"])] = row
    return found


def _as_text(value: Any) -> str:
    return "" if value is None else str(value)


def changed_since() -> Problem:
    return Problem(
        "changed_since",
        _("Somebody changed the same people after this."),
        _("Undo the newer changes first, newest first, or correct the people by hand."),
    )


def _remove(model: type[models.Model], keys: list[int], going: _Going) -> None:
    """Piece by piece; a piece nothing hangs on goes in one statement, without a look at each row."""
    try:
        for first, last in _pieces(keys):
            going.on(last - first + 1)
            rows = model._base_manager.filter(pk__gte=first, pk__lte=last)
            if _stands_alone(model, first, last):
                rows._raw_delete(rows.db)
            else:
                rows.delete()
    except models.ProtectedError as error:
        raise Problem(
            "in_use",
            _("Something already hangs on people this brought in: %s.") % _kinds(error),
            _("Remove that first, or keep the people."),
        ) from error


PIECE = 500


def _pieces(keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of keys in a row, not too many at once."""
    for first, last in runs_of(keys):
        for start in range(first, last + 1, PIECE):
            yield start, min(start + PIECE - 1, last)


def _stands_alone(model: type[models.Model], first: int, last: int) -> bool:
    """No row of any table points to one of these, and nobody listens when they go."""
    listened = any(signal.has_listeners(model) for signal in (signals.pre_delete, signals.post_delete))
    if listened or model._meta.private_fields:
        return False
    return not any(_points(relation, first, last) for relation in get_candidate_relations_to_delete(model._meta))


def _points(relation: Any, first: int, last: int) -> bool:
    column = relation.field.name
    rows = relation.related_model._base_manager.filter(**{f"{column}__gte": first, f"{column}__lte": last})
    return bool(rows.exists())


def _kinds(error: models.ProtectedError) -> str:
    return ", ".join(sorted({str(row._meta.verbose_name) for row in error.protected_objects}))
