"""How values are compared: text, numbers, days, choices, names of places; each builds a condition on a column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from members.segments.days import read_day
from members.segments.words import WITHOUT_VALUES, Criterion
from unionops.platform.access.models import BargainingUnit, Employer, Worksite
from unionops.platform.core.problems import Problem

Condition = Callable[[Criterion], Q]
NEGATED = {"is not", "is not known", "does not contain"}
"""Said of what is not: the condition says when it is, and the whole is turned round."""
CONTAINS = {"contains", "does not contain"}
DATE_LOOKUPS = {"after": "gt", "from": "gte", "before": "lt", "to": "lte", "is": "exact", "is not": "exact"}


def wrong_op(criterion: Criterion) -> Problem:
    said = {"field": criterion["field"], "op": criterion["op"]}
    return Problem("list_comparison", _("'%(field)s' cannot be compared by '%(op)s'.") % said)


def any_of(conditions: Iterable[Q]) -> Q:
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found


def text(column: str) -> Condition:
    """Equal without regard to case, or containing; a column without a value is not known."""

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return Q(**{f"{column}__gt": ""})
        lookup = "icontains" if criterion["op"] in CONTAINS else "iexact"
        return any_of(Q(**{f"{column}__{lookup}": value}) for value in criterion["values"])

    return build


def number(column: str) -> Condition:
    """Grades and steps are kept as two digits, so text order is number order."""

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return Q(**{f"{column}__gt": ""})
        values = [value.zfill(2) if value.isdigit() else value for value in criterion["values"]]
        if criterion["op"] in {"is", "is not"}:
            return Q(**{f"{column}__in": values})
        lookup = "gte" if criterion["op"] == "at least" else "lte"
        return Q(**{f"{column}__{lookup}": values[0], f"{column}__gt": ""})

    return build


def day(column: str) -> Condition:
    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return Q(**{f"{column}__isnull": False})
        if criterion["op"] not in DATE_LOOKUPS:
            raise wrong_op(criterion)
        lookup = f"{column}__{DATE_LOOKUPS[criterion['op']]}"
        return any_of(Q(**{lookup: read_day(value)}) for value in criterion["values"])

    return build


def score(column: str) -> Condition:
    """A whole number from 1 to 5."""

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return Q(**{f"{column}__isnull": False})
        if not all(value in {"1", "2", "3", "4", "5"} for value in criterion["values"]):
            raise Problem("list_value", _("An assessment is a number from 1 to 5."))
        values = [int(value) for value in criterion["values"]]
        lookup = {"at least": "gte", "at most": "lte"}.get(criterion["op"])
        return Q(**{f"{column}__{lookup}": values[0]}) if lookup else Q(**{f"{column}__in": values})

    return build


def chosen(values: Iterable[str], choices: Iterable[tuple[str, Any]]) -> list[str]:
    """The codes of values written as codes or as the words shown for them. Problem when there is no such answer."""
    pairs = list(choices)
    known = {str(code).casefold(): code for code, _label in pairs}
    known |= {str(label).casefold(): code for code, label in pairs}
    found = []
    for value in values:
        if (code := known.get(value.casefold())) is None:
            can = ", ".join(sorted({str(label) for _code, label in pairs}))
            raise Problem("list_value", _("'%s' is not one of the answers.") % value, _("Choose from: %s.") % can)
        found.append(code)
    return found


def choice(column: str, choices: Iterable[tuple[str, Any]]) -> Condition:
    """A value by its code or by the words shown for it."""
    pairs = list(choices)
    return lambda criterion: Q(**{f"{column}__in": chosen(criterion["values"], pairs)})


YES = {"yes", "true", "y", "1"}
NO = {"no", "false", "n", "0"}


def yes_or_no(when_true: Q) -> Condition:
    return lambda criterion: when_true if said_yes(criterion) else ~when_true


def said_yes(criterion: Criterion) -> bool:
    said = {value.casefold() for value in criterion["values"]}
    if len(said) != 1 or not said & (YES | NO):
        raise Problem("list_value", _("'%s' is answered by yes or no.") % criterion["field"])
    return bool(said & YES)


def named(column: str, model: type[Employer | Worksite | BargainingUnit]) -> Condition:
    """A unit, site or employer by name or code; resolved first, so that the list reads one table."""

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return Q(**{f"{column}__isnull": False})
        return Q(**{f"{column}__in": places(criterion, model)})

    return build


def places(criterion: Criterion, model: type[Model]) -> list[int]:
    """Keys of the places that are named."""
    lookup = "icontains" if criterion["op"] in CONTAINS else "iexact"
    wanted = any_of(Q(**{f"name__{lookup}": v}) | Q(code__iexact=v) for v in criterion["values"])
    return list(model._default_manager.filter(wanted).values_list("pk", flat=True))
