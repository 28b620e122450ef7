"""Rules and counts in words people read: one sentence for a rule, one for each line of a count."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from grievances.deadlines.anchors import NO_LIMIT
from grievances.deadlines.pauses import CHRISTMAS_TO_NEW_YEAR
from unionops.platform.core import lazy_re as re

ANCHORS = {
    "incident": gettext_lazy("the day it happened"),
    "knowledge": gettext_lazy("the day the person learned of it"),
    "knowledge_employee_or_union_earlier": gettext_lazy("the day the person or the union first learned of it"),
    "receipt": gettext_lazy("the day the letter was received"),
    "issuance": gettext_lazy("the date of the decision"),
    "issuance_else_answer_due": gettext_lazy("the date of the decision, else the day it was due"),
    "service": gettext_lazy("the day it was served"),
    "effective": gettext_lazy("the day it takes effect"),
    "effective_or_received_later": gettext_lazy("the day it takes effect or was received, whichever is later"),
    "expiration": gettext_lazy("the day the agreement expires"),
    "event_date": gettext_lazy("the day of the hearing, the panel or the event"),
    "filed": gettext_lazy("the day the step before was filed"),
    "first_filed": gettext_lazy("the day the grievance was first filed in writing"),
    "meeting": gettext_lazy("the day of the meeting"),
    "meeting_else_filed": gettext_lazy("the day of the meeting, else the day of filing"),
    "answered": gettext_lazy("the day the answer was received"),
    "answer_due": gettext_lazy("the day the answer was due"),
    "answered_else_due": gettext_lazy("the day the answer was received, else the day it was due"),
    "answer_due_or_received_earlier": gettext_lazy("the day the answer was due or received, whichever is earlier"),
    "answer_due_or_received_later": gettext_lazy("the day the answer was due or received, whichever is later"),
    NO_LIMIT: gettext_lazy("no day: the agreement sets no time"),
}
SILENCE = {
    "denied_may_advance": gettext_lazy("No answer counts as a denial; we may go on."),
    "auto_advance": gettext_lazy("Without an answer the case moves to the next step by itself."),
    "auto_advance_but_must_file": gettext_lazy("Without an answer the case moves on, but we must still file in time."),
    "must_advance_or_withdrawn": gettext_lazy("Without an answer we must go on in time, or the case is withdrawn."),
    "sustained_no_precedent": gettext_lazy("Without an answer we win this step, without precedent."),
    "granted": gettext_lazy("Without an answer the remedy is granted."),
    "no_effect": gettext_lazy("The agreement does not say what silence means. We count from the missed date."),
}
UNITS = {
    "calendar_days": lambda n: ngettext("%(n)s calendar day", "%(n)s calendar days", n),
    "working_days": lambda n: ngettext("%(n)s working day", "%(n)s working days", n),
    "weeks": lambda n: ngettext("%(n)s week", "%(n)s weeks", n),
    "months": lambda n: ngettext("%(n)s month", "%(n)s months", n),
    "years": lambda n: ngettext("%(n)s year", "%(n)s years", n),
}
FILED = {
    "postmark": gettext_lazy("postmarked by that day"),
    "sent": gettext_lazy("sent by that day"),
    "receipt": gettext_lazy("received by that day"),
}
ROLLS = {
    "next_business_day": gettext_lazy("A last day that is no business day moves to the next one."),
    "previous_business_day": gettext_lazy("A last day that is no business day moves to the one before."),
}
REMEDIES = (
    ("cease", gettext_lazy("stop it")),
    ("status_quo", gettext_lazy("put things back as they were")),
    ("rescind", gettext_lazy("withdraw the action and take it out of all files")),
    ("make_whole", gettext_lazy("make whole: pay, overtime, leave, benefits")),
    ("interest", gettext_lazy("interest")),
    ("post", gettext_lazy("post a notice")),
    ("training", gettext_lazy("train those who decide")),
    ("consideration", gettext_lazy("priority consideration")),
    ("bargain", gettext_lazy("bargain on request")),
    ("other_way", gettext_lazy("and make whole in every other way")),
)
WEEKDAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)


def length(written: Mapping[str, Any]) -> str:
    n, unit = written.get("n", 0), str(written.get("unit") or "calendar_days")
    if unit == "fy_month_day":
        return _("day %(day)s of month %(n)s") % {"day": written.get("day"), "n": n}
    return UNITS[unit](n) % {"n": n}


def rule_sentence(written: Mapping[str, Any]) -> str:
    """'15 working days after the day the answer was due. Saturday, Sunday and federal holidays do not count.'"""
    if written["anchor_kind"] == NO_LIMIT:
        return _("The agreement sets no time for this.")
    start = ANCHORS[str(written["anchor_kind"])]
    pattern = (
        _("%(length)s before %(start)s.") if written.get("direction") == "before" else _("%(length)s after %(start)s.")
    )
    parts = [pattern % {"length": length(written), "start": start}, _counted_days(written)]
    if written.get("count_first_day"):
        parts.append(_("That day itself is day 1."))
    parts += [str(ROLLS[str(written["roll"])])] if written.get("roll") in ROLLS else []
    parts += _extras(written)
    return " ".join(part for part in parts if part)


def looks_at_days(written: Mapping[str, Any]) -> bool:
    """Whether it matters to the rule which days are worked."""
    return written["anchor_kind"] != NO_LIMIT and (
        written.get("unit") == "working_days" or written.get("roll") not in (None, "", "none")
    )


def _counted_days(written: Mapping[str, Any]) -> str:
    return days_left_out(written) if written.get("unit") == "working_days" else ""


def days_left_out(written: Mapping[str, Any]) -> str:
    weekend = written["weekend"] if written.get("weekend") is not None else [5, 6]
    days = [str(WEEKDAYS[day]) for day in weekend]
    holidays = calendar_words(written.get("holidays"))
    return _("Not counted: %s.") % ", ".join([*days, *([holidays] if holidays else [])]) if days or holidays else ""


def calendar_words(holidays: Any) -> str:
    if holidays is None:
        return _("federal holidays")
    if isinstance(holidays, list):
        own = sum(not isinstance(day, str) or day[:1].isdigit() for day in holidays)
        named = [calendar_words(day) for day in holidays if isinstance(day, str) and not day[:1].isdigit()]
        return ", ".join([*named, _("the employer's own days (%s)") % own])
    words = {
        "us_federal": _("federal holidays"),
        "ordered_closures": _("closures ordered by the President"),
        "inauguration_day": _("Inauguration Day"),
    }
    return ", ".join(words[name] for name in str(holidays).split("+") if name in words)


KINDS = {
    "earliest": gettext_lazy("This is the first day, with no last one."),
    "keep_until": gettext_lazy("Something is kept until that day."),
}


def _backwards(written: Mapping[str, Any]) -> bool:
    return written.get("direction") == "before"


def stretch(written: str) -> str:
    """'15 June to 20 August', or the days around Christmas."""
    if written == CHRISTMAS_TO_NEW_YEAR:
        return _("from the last business day before Christmas until after New Year")
    days = (datetime.date(2000, *(int(part) for part in day.split("-"))) for day in written.split(".."))
    first, last = (date_format(day, "j F") for day in days)
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def own_days(written: Mapping[str, Any]) -> list[str]:
    """The employer's own days by their names; those of one year with the day."""
    holidays = written.get("holidays")
    days = [day for day in holidays if isinstance(day, Mapping)] if isinstance(holidays, list) else []
    return [" ".join(filter(None, (str(day.get("date", "")), str(day.get("name", ""))))) for day in days]


def _extras(written: Mapping[str, Any]) -> list[str]:
    made = []
    if days := written.get("service_add_days"):
        made.append(_("%s days are added for service by mail.") % days)
    if opens := written.get("opens"):
        pattern = (
            _("Not before %(length)s before %(start)s.")
            if _backwards(opens)
            else _("Not before %(length)s after %(start)s.")
        )
        made.append(pattern % {"length": length(opens), "start": ANCHORS[str(opens["anchor_kind"])]})
    if told := KINDS.get(str(written.get("kind"))):
        made.append(str(told))
    if pauses := written.get("yearly_pauses"):
        said = ", ".join(stretch(str(one)) for one in pauses)
        made.append(_("The clock stands still every year: %s.") % said)
    if cap := written.get("cap"):
        pattern = _("Never later than %(length)s after %(start)s.")
        made.append(pattern % {"length": length(cap), "start": ANCHORS[str(cap["anchor_kind"])]})
    if means := FILED.get(str(written.get("filed_means") or "")):
        made.append(_("In time when it is %s.") % means)
    if cutoff := written.get("cutoff_time"):
        made.append(_("The day ends at %s.") % cutoff)
    return made


def silence_sentence(written: Mapping[str, Any]) -> str:
    return str(SILENCE[str(written.get("silence") or "no_effect")])


@dataclass(frozen=True)
class CountLine:
    """One line of a stored count, ready to show."""

    date: datetime.date
    n: int | None
    why: str
    counts: bool


LINES = {
    "trigger": gettext_lazy("the clock starts; this day is not counted"),
    "start": gettext_lazy("the clock starts"),
    "left": gettext_lazy("%(n)s days of the agreed time were left; they count on from here"),
    "counted": gettext_lazy("day %(n)s"),
    "weekend": gettext_lazy("not a working day"),
    "holiday": gettext_lazy("%(about)s, not counted"),
    "paused": gettext_lazy("the clock stands still (%(about)s)"),
    "same_day": gettext_lazy("the same day of the month"),
    "clamped": gettext_lazy("the last day of that month, which is shorter"),
    "day_before": gettext_lazy("one day less, because the first day counts"),
    "month_day": gettext_lazy("the day the rule names"),
    "passed": gettext_lazy("passed over: %(about)s"),
    "rolled_next": gettext_lazy("moved to the next business day: %(about)s"),
    "rolled_previous": gettext_lazy("moved to the business day before: %(about)s"),
    "service": gettext_lazy("added for service: day %(n)s"),
    "cap": gettext_lazy("the outer limit is earlier and wins (%(about)s)"),
    "cap_later": gettext_lazy("the outer limit is not earlier (%(about)s)"),
    "extended": gettext_lazy("agreed in writing; before that it was %(about)s"),
    "abeyance": gettext_lazy("moved by the days of the abeyance; before that it was %(about)s"),
}


# A count keeps names in English, as the law has them; a reader sees them in their own language.
NAMES = {
    "New Year's Day": gettext_lazy("New Year's Day"),
    "Birthday of Martin Luther King, Jr.": gettext_lazy("Birthday of Martin Luther King, Jr."),
    "Washington's Birthday": gettext_lazy("Washington's Birthday"),
    "Memorial Day": gettext_lazy("Memorial Day"),
    "Juneteenth National Independence Day": gettext_lazy("Juneteenth National Independence Day"),
    "Independence Day": gettext_lazy("Independence Day"),
    "Labor Day": gettext_lazy("Labor Day"),
    "Columbus Day": gettext_lazy("Columbus Day"),
    "Veterans Day": gettext_lazy("Veterans Day"),
    "Thanksgiving Day": gettext_lazy("Thanksgiving Day"),
    "Christmas Day": gettext_lazy("Christmas Day"),
    "Inauguration Day": gettext_lazy("Inauguration Day"),
    "National Day of Mourning": gettext_lazy("National Day of Mourning"),
    "Christmas Eve closure": gettext_lazy("Christmas Eve closure"),
    "Day after Christmas closure": gettext_lazy("Day after Christmas closure"),
}
IN_LIEU = ", day in lieu"


WEEKDAY = {"Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5, "Sunday": 6}
LANDED = re.compile(r"(\d{4}-\d\d-\d\d) is (?:a )?(.+)")
STRETCH = re.compile(r"(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)(: .*)?", re.S)
ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def named(text: str) -> str:
    """What stands in the way of a count, in the reader's words; an employer's own name stays as it was written."""
    if text.endswith(IN_LIEU):
        return _("%s, day in lieu") % named(text.removesuffix(IN_LIEU))
    if text in WEEKDAY:
        return str(WEEKDAYS[WEEKDAY[text]])
    if said := LANDED.fullmatch(text):
        if said[2] in WEEKDAY:
            return _("%s is no business day") % _day(said[1])
        return _("%(day)s is %(name)s") % {"day": _day(said[1]), "name": named(said[2])}
    if said := STRETCH.fullmatch(text):
        return _("%(first)s to %(last)s") % {"first": _day(said[1]), "last": _day(said[2])} + (said[3] or "")
    return _day(text) if ONE_DAY.fullmatch(text) else str(NAMES.get(text, text))


def _day(iso: str) -> str:
    return date_format(datetime.date.fromisoformat(iso), "D j M Y")


def count_lines(count: list[dict[str, Any]]) -> list[CountLine]:
    return [_line(row) for row in count]


def _line(row: dict[str, Any]) -> CountLine:
    words = str(LINES.get(row["code"], "")) % {"n": row["n"], "about": _about(row["about"])}
    return CountLine(datetime.date.fromisoformat(row["date"]), row["n"], words, row["n"] is not None)


LIMIT = re.compile(
    r"(?P<n>\d+) (?P<unit>\w+) (?P<direction>after|before) (?P<day>\d{4}-\d\d-\d\d)(?: = (?P<due>\d{4}-\d\d-\d\d))?"
)


def _about(text: str) -> str:
    """'120 calendar_days after 2026-10-16 = 2027-02-13', as a count keeps it, in the reader's words."""
    said = LIMIT.fullmatch(text)
    if said is None or said["unit"] not in UNITS:
        return named(text)
    n, day = int(said["n"]), _day(said["day"])
    parts = {"length": UNITS[said["unit"]](n) % {"n": n}, "day": day}
    words = (_("%(length)s after %(day)s") if said["direction"] == "after" else _("%(length)s before %(day)s")) % parts
    due = said["due"] and _day(said["due"])
    return f"{words}: {due}" if due else words


# What else than the days themselves made the date, by the lines of its count.
MOVED = {
    "paused": gettext_lazy("Days on which the clock stood still are not counted."),
    "cap": gettext_lazy("The outer limit is earlier and wins."),
    "rolled_next": gettext_lazy("The last day moves to the next business day."),
    "rolled_previous": gettext_lazy("The last day moves to the business day before."),
    "service": gettext_lazy("Days are added for service by mail."),
    "extended": gettext_lazy("Both sides agreed on another date in writing."),
    "abeyance": gettext_lazy("The abeyance moved it."),
}


def derivation(
    written: Mapping[str, Any], anchor_on: datetime.date | None, due: datetime.date, count: list[dict[str, Any]]
) -> str:
    """'15 working days from the day ..., Mon 2 Nov 2026: Tue 24 Nov 2026.', and what else moved the date."""
    if not written or anchor_on is None:
        return ""
    codes = dict.fromkeys(row["code"] for row in count)
    moved = [str(MOVED[code]) for code in codes if code in MOVED]
    first = _("%(length)s from %(start)s, %(day)s.") if moved else _("%(length)s from %(start)s, %(day)s: %(due)s.")
    said = first % {
        "length": length(written),
        "start": ANCHORS[str(written["anchor_kind"])],
        "day": date_format(anchor_on, "D j M Y"),
        "due": date_format(due, "D j M Y"),
    }
    return " ".join([said, *moved])
