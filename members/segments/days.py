"""Days as a list's question writes them: 2026-11-30, today, 30 days ago, in 2 months."""

from __future__ import annotations

import calendar
import datetime
import re

from django.utils.translation import gettext as _

from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

RELATIVE = re.compile(r"(?:(in) )?(\d{1,4}) (day|week|month|year)s?( ago)?", re.IGNORECASE)


def read_day(value: str) -> datetime.date:
    """The day meant. Raises Problem for anything else."""
    if (found := _read(value)) is None:
        message = _("'%s' is not a date.") % value
        raise Problem("list_date", message, _("Write it as 2026-11-30, or: today, 30 days ago, in 2 months."))
    return found


def is_day(value: str) -> bool:
    return _read(value) is not None


def _read(value: str) -> datetime.date | None:
    said = " ".join(value.split()).casefold()
    if said == "today":
        return today()
    match = RELATIVE.fullmatch(said)
    if match and bool(match[1]) != bool(match[4]):
        return _away(int(match[2]) * (1 if match[1] else -1), match[3])
    try:
        return datetime.date.fromisoformat(said) if re.fullmatch(r"\d{4}-\d\d-\d\d", said) else None
    except ValueError:
        return None


def _away(count: int, unit: str) -> datetime.date | None:
    """So many days, weeks, months or years from today; the last day of a shorter month."""
    day = today()
    try:
        if unit in ("day", "week"):
            return day + datetime.timedelta(days=count * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None
