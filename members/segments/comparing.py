"""How values are compared: text, numbers, days, choices, names of places; each builds a condition on a column."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from members.models import Person
from members.segments.criteria import WITHOUT_VALUES, Criterion
from members.segments.days import read_span
from unionops.platform.access.models import BargainingUnit, Employer, Worksite
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold

Condition = Callable[[Criterion], Q]
NEGATED = {"is not", "is not known", "does not contain"}
"""Said of what is not: the condition says when it is, and the whole is turned round."""
CONTAINS = {"contains", "does not contain"}
STARTS = "starts with"
DATE_LOOKUPS = {"after": ("gt", 1), "from": ("gte", 0), "before": ("lt", 0), "to": ("lte", 1)}
"""The lookup, and whether it looks at the first or the last day of a span."""


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
        lookup = lookup_of(criterion["op"])
        return any_of(Q(**{f"{column}__{lookup}": value}) for value in criterion["values"])

    return build


def written_as(read: Callable[[str], str], build: Condition) -> Condition:
    """Values are also looked for as the roster writes them: 'Swing' as 'Evenings', series '83' as '0083'."""

    def reading(criterion: Criterion) -> Q:
        values = [one for value in criterion["values"] for one in dict.fromkeys((value, read(value)))]
        return build(criterion | {"values": values} if criterion["op"] in {"is", "is not"} else criterion)

    return reading


def lookup_of(op: str) -> str:
    return "icontains" if op in CONTAINS else "istartswith" if op == STARTS else "iexact"


def spelled(model: type[Model], column: str) -> Condition:
    """Text however it is spelled: what is written anywhere in the column is compared by its letters."""
    plain = text(column)

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return plain(criterion)
        rows = model._default_manager.order_by()
        if model is Person and column in INDEXED:
            rows = rows.filter(erased_at=None)
        written = fitting(filter(None, rows.values_list(column, flat=True).distinct()), criterion)
        return plain(criterion) if len(written) > MANY else Q(**{f"{column}__in": written})

    return build


INDEXED = {
    "first_name", "last_name", "job_title", "language", "preferred_name", "middle", "suffix", "pronouns", "tour",
    "schedule", "pay_plan", "series",
}  # fmt: skip
"""Columns of people in indexes that begin with who is not erased; the others are read from the table in its order."""
MANY = 2_000
"""So many spellings are compared one by one; what more of them fit is looked for in the table."""


@lru_cache(maxsize=30_000)
def _words(said: str) -> str:
    """'Yard & Fleet' is 'Yard and Fleet'; '&' alone is a sign."""
    folded = fold(said)
    return fold(said.replace("&", " and ")) if folded and "&" in said else folded


def _letters(said: str) -> str:
    """With the signs between the letters, for a beginning that ends in one: "O'" is not every O."""
    plain = unicodedata.normalize("NFKD", said.strip().casefold().replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def says(written: str, criterion: Criterion) -> bool:
    """Whether what the roster writes fits one of the values, however either is spelled."""
    return bool(fitting([written], criterion))


def fitting(written: Iterable[str], criterion: Criterion) -> list[str]:
    """Those of the written values that fit one of the values asked for. Signs alone are compared as they stand."""
    op = criterion["op"]
    fits = str.__contains__ if op in CONTAINS else str.startswith if op == STARTS else str.__eq__
    values = [value for value in criterion["values"] if value.strip()]
    cut = {value: begins for value in values if op == STARTS and not (begins := _letters(value))[-1:].isalnum()}
    words = [word for value in values if value not in cut and (word := _words(value))]
    signs = [value.strip().casefold() for value in values if not _words(value)]
    if len(words) == 1 and not cut and not signs:
        return [each for each in written if fits(_words(each), words[0])]
    return [
        each
        for each in written
        if any(fits(_words(each), word) for word in words)
        or any(fits(each.casefold(), sign) for sign in signs)
        or any(_letters(each).startswith(begins) for begins in cut.values())
    ]


def number(column: str) -> Condition:
    """Grades and steps are kept as two digits, so text order is number order."""

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return Q(**{f"{column}__gt": ""})
        values = [value.zfill(2) if value.isdigit() else value for value in criterion["values"]]
        if criterion["op"] in {"is", "is not"}:
            return Q(**{f"{column}__in": values})
        if not values[0].isdigit():
            said = {"field": criterion["field"], "value": criterion["values"][0]}
            raise Problem("list_value", _("'%(field)s' is compared with a number, not with '%(value)s'.") % said)
        lookup = "gte" if criterion["op"] == "at least" else "lte"
        return Q(**{f"{column}__{lookup}": values[0], f"{column}__gt": ""})

    return build


def day(column: str) -> Condition:
    def build(criterion: Criterion) -> Q:
        if criterion["op"] in WITHOUT_VALUES:
            return Q(**{f"{column}__isnull": False})
        spans = [read_span(value) for value in criterion["values"]]
        if criterion["op"] in {"is", "is not"}:
            return any_of(Q(**{f"{column}__range": span}) for span in spans)
        if criterion["op"] not in DATE_LOOKUPS:
            raise wrong_op(criterion)
        lookup, end = DATE_LOOKUPS[criterion["op"]]
        return any_of(Q(**{f"{column}__{lookup}": span[end]}) for span in spans)

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
    known = {name: code for code, label in reversed(pairs) for name in names_of(str(label))}
    known |= {fold(str(code)): code for code, _label in pairs}
    found = []
    for value in values:
        said = fold(value)
        if (code := known.get(said, known.get(said.removesuffix("s")))) is None:
            can = ", ".join(sorted({str(label) for _code, label in pairs}))
            raise Problem("list_value", _("'%s' is not one of the answers.") % value, _("Choose from: %s.") % can)
        found.append(code)
    return found


def names_of(label: str) -> set[str]:
    """'payroll (SF-1187)' is also called 'payroll' and 'SF-1187'; 'cash or check' is also 'cash' and 'check'."""
    before, _bracket, inside = label.partition("(")
    return {fold(part) for part in (label, before, inside, *before.split(" or ")) if fold(part)}


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
    codes = {value.casefold() for value in criterion["values"]}
    rows = model._default_manager.values_list("pk", "name", "code")
    return [key for key, name, code in rows if says(name, criterion) or (code and code.casefold() in codes)]
