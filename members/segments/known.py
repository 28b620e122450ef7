"""What a list asks for that the roster does not hold: mostly a slip of the keys, so it is said beside the count."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from members.models import Committee, Tag
from members.segments.comparing import says
from members.segments.conditions import READ_AS, different_values
from members.segments.criteria import Criterion
from members.segments.fields import FIELDS
from members.segments.words import flat
from unionops.platform.access.models import BargainingUnit, Employer, Worksite

MANY = 8


def _codes(model: type[Employer | Worksite | BargainingUnit]) -> Callable[[], list[str]]:
    return lambda: [word for pair in model.objects.values_list("name", "code") for word in pair if word]


KNOWN: dict[str, Callable[[], list[str]]] = {
    "shift": lambda: different_values("shift"),
    "component": lambda: different_values("component"),
    "department": lambda: different_values("department"),
    "employer": _codes(Employer),
    "unit": _codes(BargainingUnit),
    "site": _codes(Worksite),
    "steward for unit": _codes(BargainingUnit),
    "steward for site": _codes(Worksite),
    "tag": lambda: list(Tag.objects.values_list("name", flat=True)),
    "committee": lambda: list(Committee.objects.values_list("name", flat=True)),
}


def unheard_of(criteria: list[Criterion]) -> list[str]:
    """A sentence for each value that nobody on the roster has."""
    notes = []
    for criterion in flat(criteria):
        if criterion["field"] in KNOWN and not criterion.get("as_of"):
            held = [value for value in KNOWN[criterion["field"]]() if value]
            notes += [
                _note(criterion, value, held) for value in criterion["values"] if not _is_held(criterion, value, held)
            ]
    return notes


def _is_held(criterion: Criterion, value: str, held: list[str]) -> bool:
    read = READ_AS.get(criterion["field"], str)
    asked: Criterion = criterion | {"values": [value, read(value)]}
    return any(says(each, asked) for each in held)


def _note(criterion: Criterion, value: str, held: list[str]) -> str:
    said = {"field": FIELDS[criterion["field"]].label, "value": value, "known": ", ".join(held[:MANY])}
    if not held or len(held) > MANY:
        return _("Nobody has '%(value)s' as %(field)s.") % said
    return _("Nobody has '%(value)s' as %(field)s; there are: %(known)s.") % said
