"""Two records side by side, line by line, for the page of possible duplicates."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from members.models import Duplicate, Person
from members.placed import PLACED, column
from unionops.platform.core import money

FIELDS = ("last_name", "first_name", "middle", "suffix", "preferred_name", "pronouns", "language", "employee_number",
          "member_number", "hire_date", "seniority_date", *PLACED)  # fmt: skip
COLUMNS = {name: column(name) for name in FIELDS}
MEMBERSHIP = "membership"


@dataclass(frozen=True)
class Line:
    """One field of both records. `is_choice` when both say something and it is not the same."""

    name: str
    label: str
    first: Any
    second: Any
    is_choice: bool = False

    @property
    def is_of_one(self) -> bool:
        """Only one of them says it, so there is nothing to weigh."""
        return not (self.first and self.second)


def side_by_side(pair: Duplicate) -> list[Line]:
    """What either record says; first what somebody has to choose."""
    lines = [_field(pair, name) for name in FIELDS]
    one, other = _membership(pair.first), _membership(pair.second)
    lines.append(Line(MEMBERSHIP, _("membership"), one, other, bool(one and other and one != other)))
    lines += [Line("", label, both[0], both[1]) for label, both in _contacts(pair)]
    said = [line for line in lines if line.first or line.second]
    return sorted(said, key=lambda line: not line.is_choice)


def _field(pair: Duplicate, name: str) -> Line:
    one, other = (_shown(getattr(who, name)) for who in (pair.first, pair.second))
    label = str(getattr(Person._meta.get_field(name), "verbose_name", name))
    return Line(name, label, one, other, bool(one and other and one != other))


def _shown(value: Any) -> Any:
    return date_format(value, "j M Y") if isinstance(value, datetime.date) else value or ""


def _membership(person: Person) -> str:
    """'active, payroll (SF-1187), $16.25'; '' for somebody who is no member now."""
    for spell in person.memberships.all():
        if spell.until is None:
            dues = "" if spell.dues_cents is None else f", ${money.dollars(spell.dues_cents)}"
            return f"{spell}{dues}"
    return ""


def _contacts(pair: Duplicate) -> list[tuple[str, list[str]]]:
    people = (pair.first, pair.second)
    emails = [", ".join(row.address for row in who.emails.all() if row.until is None) for who in people]
    phones = [", ".join(str(row) for row in who.phones.all() if row.until is None) for who in people]
    places = ["; ".join(str(row) for row in who.addresses.all() if row.until is None) for who in people]
    return [(_("e-mail"), emails), (_("phone"), phones), (_("postal address"), places)]
