"""The days off of a procedure as they are typed, and as a rule keeps them."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from grievances.deadlines.calendars import MONTH_AND_DAY, day_of_every_year
from grievances.forms.fields import DateField

HOLIDAYS = (
    ("us_federal", _("federal holidays")),
    ("us_federal+ordered_closures", _("federal holidays and closures ordered by the President")),
    ("us_federal+inauguration_day", _("federal holidays and Inauguration Day (Washington area)")),
    ("own", _("only the employer's own days below")),
    ("us_federal+own", _("federal holidays and the employer's own days below")),
    ("none", _("no holidays")),
)


def own_day(line: str) -> dict[str, str]:
    """'2026-10-05 Harbor Day', '12-24 Christmas Eve' or 'Thanksgiving Day' as the engine reads it."""
    day, _sep, name = line.partition(" ")
    called = name.strip() or str(_("employer's own day"))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return {"date": str(DateField().clean(day)), "name": called}
    try:
        if MONTH_AND_DAY.fullmatch(day):
            return {"every_year": day_of_every_year(day), "name": called}
        return {"every_year": day_of_every_year(line), "name": line}
    except ValueError as error:
        words = _("There is no such day: %s. Write 2026-12-24 and its name, 12-24 for every year, or Thanksgiving Day.")
        raise forms.ValidationError(words % line) from error


def _line_of(day: dict[str, str]) -> str:
    if "date" in day:
        return f"{day['date']} {day['name']}"
    return f"{day['every_year']} {day['name']}" if MONTH_AND_DAY.fullmatch(day["every_year"]) else day["name"]


def holidays_of(named: str, own: list[dict[str, str]]) -> Any:
    """The calendar in the form the engine reads."""
    if "own" not in named.split("+"):
        return named
    return (["us_federal"] if "us_federal" in named else []) + own


def first_days(written: dict[str, Any]) -> dict[str, Any]:
    """The calendar of a stored rule as the fields show it."""
    holidays = written.get("holidays") or "us_federal"
    own = [day for day in holidays if isinstance(day, dict)] if isinstance(holidays, list) else []
    if isinstance(holidays, list):
        holidays = "us_federal+own" if "us_federal" in holidays else "own"
    return {
        "weekend": written["weekend"] if written.get("weekend") is not None else [5, 6],
        "holidays": holidays,
        "own_days": "\n".join(_line_of(day) for day in own),
    }
