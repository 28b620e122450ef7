"""Days as a list's question writes them: 2026-11-30, 11/30/2026, today, 30 days ago, in 2 months.

A comparison may also name a span: 2026, 2026-11, last month.
"""

from __future__ import annotations

import calendar
import contextlib
import datetime

from django.utils.translation import gettext as _

from members.normalising import values as dates
from unionops.platform.core import lazy_re as re
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

RELATIVE = re.compile(r"(?:(in) )?(\d{1,4}) (day|week|month|year)s?( ago)?", re.IGNORECASE)


NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
LATELY = re.compile(r"(?:the )?(last|past|next|coming) (?:(\d{1,4}) )?(day|week|month|year)s?", re.IGNORECASE)
WHOLE = re.compile(r"(\d{4})(?:-(\d\d))?")
OTHERWISE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|(?=.*\b\d{4}$)[A-Za-z0-9 .,]*[A-Za-z]{3}[A-Za-z0-9 .,]*")
"""11/30/2026, Nov 30, 2026, 30 November 2026."""
MONTH = re.compile(r"([A-Za-z]{3,9})\.?,? (?:of )?(\d{4})")
"""June 2023."""
NAMES = [name.casefold() for name in calendar.month_name]
OF_NOW = {"this month": ("month", 0), "last month": ("month", -1), "this year": ("year", 0), "last year": ("year", -1)}
Span = tuple[datetime.date, datetime.date]


def read_day(value: str) -> datetime.date:
    """The day meant. Raises Problem for anything else."""
    if (found := _read(value)) is None:
        message = _("'%s' is not a date.") % value
        raise Problem("list_date", message, _("Write it as 2026-11-30, or: today, 30 days ago, in 2 months."))
    return found


def read_span(value: str) -> Span:
    """First and last day meant, the same for one day. Raises Problem for what is neither."""
    said = " ".join(value.split()).casefold()
    if said in OF_NOW:
        unit, back = OF_NOW[said]
        return _whole(today().year, today().month, unit, back)
    match = WHOLE.fullmatch(iso(said))
    if match and int(match[1]) >= 1 and 1 <= int(match[2] or 1) <= 12:
        return _whole(int(match[1]), int(match[2] or 1), "month" if match[2] else "year", 0)
    day = read_day(value)
    return day, day


def _whole(year: int, month: int, unit: str, back: int) -> Span:
    if unit == "year":
        return datetime.date(year + back, 1, 1), datetime.date(year + back, 12, 31)
    year, month = divmod(year * 12 + month - 1 + back, 12)
    return datetime.date(year, month + 1, 1), datetime.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def last_month_named(value: str) -> str:
    """'October' alone is the last one that has begun; '' for anything else."""
    month = next((at for at, name in enumerate(NAMES) if at and name == value.casefold()), 0)
    if not month or value != value.capitalize():
        return ""
    now = today()
    return f"{now.year - (month > now.month)}-{month:02d}"


def is_day(value: str) -> bool:
    return _read(value) is not None


def iso(value: str) -> str:
    """A day or a month written as 11/30/2026, Nov 30, 2026 or June 2023 the way it is kept; anything else as it is."""
    month = MONTH.fullmatch(value.strip())
    if month and (named := [at for at, name in enumerate(NAMES) if at and name.startswith(month[1].casefold())]):
        return f"{month[2]}-{named[0]:02d}"
    if OTHERWISE.fullmatch(value):
        with contextlib.suppress(ValueError):
            return str(dates.date(value))
    return value


def _read(value: str) -> datetime.date | None:
    said = " ".join(value.split()).casefold()
    if said in NEAR:
        return today() + datetime.timedelta(days=NEAR[said])
    match = RELATIVE.fullmatch(said)
    if match and bool(match[1]) != bool(match[4]):
        return _away(int(match[2]) * (1 if match[1] else -1), match[3])
    try:
        written = iso(value)
        return datetime.date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else None
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
