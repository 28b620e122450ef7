"""One promise of a settlement as people write it in a line: what is owed, by whom, and the day it is owed on."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from grievances.deadlines.counting import count
from grievances.deadlines.reading import parse_rule
from grievances.imports.worded_days import MESES, read_worded
from unionops.platform.core import lazy_re as re

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}|primero) de (?:{MESES}) del? \d{{4}}\b|"
    r"\b\d{4}-\d\d?-\d\d?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\.?,? \d{{4}}\b|"
    rf"\b(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:within|in|dentro de(?: los)?|en)\s+(?:\w+\s+\()?(?P<n>\d{1,3})\)?\s+"
    r"(?P<kind>calendar |working |work |business )?(?:days?|días?)(?P<trabajo> (?:laborables?|hábiles))?\b",
    re.I,
)


class Promise(NamedTuple):
    text: str
    owed_by: str
    due: datetime.date | None


def read_promise(line: str, settled_on: datetime.date | None) -> Promise:
    """'Pay the difference by 15 January 2027', 'Expunge the memo within 30 days', or 'what; by whom; when'. A number of
    days runs from the settlement. Raises ValueError where a day is meant that no calendar has.
    """
    what, _sep, rest = line.partition(";")
    who, _sep, when = rest.partition(";")
    return Promise(what.strip()[:300], who.strip()[:120], _day(when, settled_on) or _day(what, settled_on))


def _day(words: str, settled_on: datetime.date | None) -> datetime.date | None:
    if days := _DAY.findall(words):
        return read_worded(days[-1])
    length = _WITHIN.search(words)
    return _counted(length, settled_on) if length and settled_on else None


def _counted(length: re.Match[str], settled_on: datetime.date) -> datetime.date:
    working = bool(length["trabajo"]) or (length["kind"] or "").strip().lower() not in ("", "calendar")
    unit = "working_days" if working else "calendar_days"
    return count(parse_rule({"anchor": settled_on.isoformat(), "n": int(length["n"]), "unit": unit})).due
