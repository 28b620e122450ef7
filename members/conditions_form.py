"""A list's question as rows of a form: one condition a row, the same that stands in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from members.models import ConsentStatus, DuesMethod, Standing, Visit
from members.reports import TASKS
from members.segments.clauses import splits_at_commas
from members.segments.criteria import checked
from members.segments.days import iso
from members.segments.fields import COMPARISONS, DAY, EITHER, FIELDS, YES, groups
from members.segments.words import WITHOUT_VALUES, Criterion, parse, quoted, values_of
from unionops.platform.access.roles import Role

MOST = 24
SPARE = 2
"""Empty rows under the filled ones."""
ANSWERS: dict[str, list[tuple[str, Any]]] = {
    "standing": [(code, label) for code, label in Standing.choices],
    "dues method": [(code, label) for code, label in DuesMethod.choices if code],
    "office": [(code.replace("_", " "), label) for code, label in Role.choices],
    "visit": [(code, label) for code, label in Visit.choices],
    "task": [(name, title) for name, (title, _advice) in TASKS.items()],
    **{f"{name} consent": list(ConsentStatus.choices) for name in ("e-mail", "text", "mail", "phone")},
}
YES_NO = [("yes", _("yes")), ("no", _("no"))]


@dataclass(frozen=True)
class Row:
    """One row as the page shows it; `value` is the answers as they are typed."""

    at: int
    field: str = ""
    op: str = ""
    value: str = ""
    as_of: str = ""
    about: str = ""

    @property
    def number(self) -> int:
        return self.at + 1

    @property
    def ops(self) -> list[tuple[str, Any]]:
        known = FIELDS[self.field].ops if self.field in FIELDS else COMPARISONS
        return [(op, COMPARISONS[op]) for op in known]

    @property
    def answers(self) -> list[tuple[str, Any]]:
        """What can be chosen; empty when the answer is written. A value of another list stays choosable."""
        if self.field not in FIELDS:
            return []
        found = YES_NO if FIELDS[self.field].ops == YES else ANSWERS.get(self.field, [])
        if found and self.value and self.value not in {quoted(code) for code, _label in found}:
            return []
        return [(quoted(code), label) for code, label in found]

    @property
    def is_begun(self) -> bool:
        """A field is chosen and its answer is not written yet."""
        return not self.value.strip() and self.op not in WITHOUT_VALUES

    @property
    def is_day(self) -> bool:
        return self.field in FIELDS and FIELDS[self.field].ops == DAY

    @property
    def is_dated(self) -> bool:
        return self.field not in FIELDS or FIELDS[self.field].dated

    @property
    def is_about(self) -> bool:
        return self.field in FIELDS and FIELDS[self.field].about

    def criteria(self) -> list[Criterion]:
        """What the row asks. Raises Problem when it cannot be asked like this."""
        op = self.op or "is"
        if self.field == EITHER:
            return parse(f"{'not ' if op == 'is not' else ''}({self.value})")
        values = [] if op in WITHOUT_VALUES else values_of(self.value, commas=splits_at_commas(self.field))
        if self.field in FIELDS and FIELDS[self.field].ops == DAY:
            values = [iso(value) for value in values]
        found: Criterion = {"field": self.field, "op": op, "values": values}
        if self.as_of.strip():
            found["as_of"] = " ".join(self.as_of.split())
        if self.about.strip():
            found["about"] = " ".join(self.about.split())
        return [checked(found)]


def read(data: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a request, those without a field left out."""
    for at in range(MOST):
        if field := data.get(f"f{at}", ""):
            value, as_of, about = (data.get(f"{letter}{at}", "") for letter in "vda")
            yield Row(at, field, data.get(f"o{at}", ""), value, as_of, about)


def asked(data: Mapping[str, str]) -> list[Criterion]:
    """What the rows of a request ask; a row that was begun without an answer asks nothing."""
    return [criterion for row in read(data) if not row.is_begun for criterion in row.criteria()]


def unanswered(data: Mapping[str, str]) -> list[str]:
    """A sentence for each row that was begun without an answer."""
    said = _("Condition %(number)s ('%(field)s') has no answer yet, so it is not asked.")
    return [str(said) % {"number": row.number, "field": row.field} for row in read(data) if row.is_begun]


def rows_of(criteria: Iterable[Criterion]) -> list[Row]:
    """The same conditions as rows."""
    found = []
    for at, each in enumerate(criteria):
        value = " or ".join(each["values"] if each["field"] == EITHER else map(quoted, each["values"]))
        found.append(Row(at, each["field"], each["op"], value, each.get("as_of", ""), each.get("about", "")))
    return found


def as_query(criteria: Iterable[Criterion]) -> str:
    """The rows as the part of an address."""
    pairs = [(f"{letter}{row.at}", value) for row in rows_of(criteria)
             for letter, value in zip("fovda", (row.field, row.op, row.value, row.as_of, row.about), strict=True)
             if value]  # fmt: skip
    return urlencode(pairs)


def shown(rows: list[Row]) -> dict[str, Any]:
    """What the template of the rows wants: filled rows, then a few empty ones."""
    filled = [Row(at, row.field, row.op, row.value, row.as_of, row.about) for at, row in enumerate(rows[:MOST])]
    spare = [Row(at) for at in range(len(filled), min(MOST, len(filled) + SPARE))]
    return {"conditions": [*filled, *spare], "condition_fields": groups()}
