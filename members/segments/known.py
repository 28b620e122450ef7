"""What a list asks for that the roster does not hold: a slip of the keys, or something that is gone by now.

It is said beside the count. Everybody except those of a tag or a place that is gone is nobody: else a message
meant for all but a few would reach these few as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Model
from django.utils.translation import gettext as _

from members.models import Committee, Person, Tag, Turf
from members.normalising import jobs
from members.segments.comparing import NEGATED, says
from members.segments.criteria import WITHOUT_VALUES, Criterion, in_words
from members.segments.fields import EITHER, FIELDS
from members.segments.spells import newest_dues_files
from members.segments.words import parse
from unionops.platform.access.models import BargainingUnit, Employer, Stewardship, Worksite

MANY = 8
READ_AS: dict[str, Callable[[str], str]] = {
    "shift": jobs.shift, "tour": jobs.tour, "schedule": jobs.schedule, "series": jobs.series,
}  # fmt: skip


def different_values(column: str) -> list[str]:
    """Each value of an indexed column once, in order."""
    rows = Person.objects.filter(erased_at=None).order_by(column)
    return list(rows.values_list(column, flat=True).distinct())


def _names(model: type[Model], *columns: str, **which: object) -> Callable[[], list[str]]:
    def read() -> list[str]:
        rows = model._default_manager.filter(**which).order_by().values_list(*columns).distinct()
        return [name for row in rows for name in row if name]

    return read


THINGS: dict[str, Callable[[], list[str]]] = {
    "employer": _names(Employer, "name", "code"),
    "unit": _names(BargainingUnit, "name", "code"),
    "site": _names(Worksite, "name", "code"),
    "steward for unit": _names(BargainingUnit, "name", "code"),
    "steward for site": _names(Worksite, "name", "code"),
    "steward": _names(Stewardship, "user__name"),
    "tag": _names(Tag, "name"),
    "committee": _names(Committee, "name"),
    "turf": _names(Turf, "name", "canvass__name", canvass__closed_on=None),
}
"""Fields whose answers are things with a name, which may be renamed or go."""
KNOWN: dict[str, Callable[[], list[str]]] = {
    "shift": lambda: different_values("shift"),
    "component": lambda: different_values("component"),
    "department": lambda: different_values("department"),
    **THINGS,
}


def unheard_of(criteria: list[Criterion]) -> list[str]:
    """A sentence for each value that nobody on the roster has, and for what nothing is known of yet."""
    return [*_without_dues_files(criteria), *_values_unheard_of(criteria)]


def _without_dues_files(criteria: list[Criterion]) -> list[str]:
    asked = any(criterion["field"] == "paying" for criterion, _is_turned in _asked(criteria))
    if not asked or newest_dues_files():
        return []
    return [_("No dues file was brought in yet, so nobody is known to pay or not to pay: this list finds nobody.")]


def _values_unheard_of(criteria: list[Criterion]) -> list[str]:
    return [
        _note(criterion, value) if not is_turned else _gone(criterion, value)
        for criterion, is_turned in _asked(criteria)
        if criterion["field"] in KNOWN and not (criterion.get("as_of") and criterion["field"] not in THINGS)
        for value in _not_held(criterion)
    ]


def gone(criteria: list[Criterion]) -> list[str]:
    """The same for what makes the list find nobody at all: everybody except those of something that is gone."""
    return [
        _gone(criterion, value)
        for criterion, is_turned in _asked(criteria)
        if is_turned and criterion["field"] in THINGS
        for value in _not_held(criterion)
    ]


def _asked(criteria: list[Criterion], is_turned: bool = False) -> Iterator[tuple[Criterion, bool]]:
    """Every condition, also those within brackets, and whether those of whom it holds are left out."""
    for criterion in criteria:
        turned = is_turned or criterion["op"] in NEGATED
        if criterion["field"] == EITHER:
            for value in criterion["values"]:
                yield from _asked(parse(value), turned)
        else:
            yield criterion, turned and criterion["field"] in THINGS


def _not_held(criterion: Criterion) -> list[str]:
    if criterion["op"] in WITHOUT_VALUES:
        return []
    held = KNOWN[criterion["field"]]()
    return [value for value in criterion["values"] if not _is_held(criterion, value, held)]


def _is_held(criterion: Criterion, value: str, held: list[str]) -> bool:
    read = READ_AS.get(criterion["field"], str)
    asked: Criterion = criterion | {"values": [value, read(value)]}
    return any(says(each, asked) for each in held)


def _note(criterion: Criterion, value: str) -> str:
    held = [each for each in KNOWN[criterion["field"]]() if each]
    said = {"field": FIELDS[criterion["field"]].label, "value": value, "known": ", ".join(held[:MANY])}
    if not held or len(held) > MANY:
        return _("Nobody has '%(value)s' as %(field)s.") % said
    return _("Nobody has '%(value)s' as %(field)s; there are: %(known)s.") % said


def _gone(criterion: Criterion, value: str) -> str:
    said = {"field": FIELDS[criterion["field"]].label, "value": value, "part": in_words([criterion])}
    return (
        _("There is no %(field)s '%(value)s' (any more). Nobody is on this list until its part '%(part)s' is changed.")
        % said
    )
