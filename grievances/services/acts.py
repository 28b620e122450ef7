"""One act at a step of a case: what was done, when, and the day it counts for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from grievances.deadlines.filing import FiledMeans, counts_as_filed_on, filing_day
from grievances.deadlines.reading import parse_time
from grievances.models import CaseDocument, CountedBy, ProcedureStep
from unionops.platform.access.models import Local
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


@dataclass(frozen=True)
class Act:
    """What was done, when, how it was delivered, and the paper that proves it.

    `on` is the day it was sent or handed over, `counted_by` what counts as filed where the agreement is silent.
    """

    on: datetime.date
    issued_on: datetime.date | None = None
    means: str = ""
    received_by: str = ""
    answer: str = ""
    note: str = ""
    document: CaseDocument | None = None
    hour: datetime.time | None = None
    counted_by: str = ""
    postmarked_on: datetime.date | None = None
    received_on: datetime.date | None = None


def not_future(day: datetime.date) -> None:
    if day > today():
        words = _("The date %s lies in the future.") % date_format(day, "j M Y")
        raise Problem("future_date", words, _("Record it on the day it is done."))


def day_that_counts(step: ProcedureStep | None, act: Act) -> tuple[datetime.date, str]:
    """The day the agreement counts: of sending, postmark or receipt, and after its hour the next; a note says so."""
    filed, said = _filing_day(step, act)
    cutoff = parse_time(step.rule.written.get("cutoff_time"), "cutoff_time") if step else None
    if act.hour is None or cutoff is None:
        return filed, said
    zone = ZoneInfo(Local.current().time_zone)
    counted = counts_as_filed_on(datetime.datetime.combine(filed, act.hour, tzinfo=zone), zone, cutoff)
    if counted == filed:
        return filed, said
    words = _("Done on %(day)s at %(hour)s, after %(cutoff)s: it counts for the next day.")
    late = words % {"day": filed, "hour": act.hour.strftime("%H:%M"), "cutoff": cutoff.strftime("%H:%M")}
    return counted, "\n".join(text for text in (said, late) if text)


def what_counts(step: ProcedureStep | None, act: Act) -> str:
    """What counts as filed: the agreement's own word, else what the person chose; nothing for what they do."""
    if step is None:
        return act.counted_by or FiledMeans.SENT
    return str(step.rule.written.get("filed_means") or act.counted_by or FiledMeans.SENT) if step.files else ""


def _filing_day(step: ProcedureStep | None, act: Act) -> tuple[datetime.date, str]:
    means = what_counts(step, act)
    if means in ("", FiledMeans.SENT):
        return act.on, ""
    day = filing_day(FiledMeans(means), sent=act.on, postmarked=act.postmarked_on, received=act.received_on)
    what = CountedBy(means).label
    if day is None:
        raise Problem(
            "no_filing_day",
            _("What counts here is %(what)s, and that day is not entered.") % {"what": what},
            _("Enter it. While it is not known the clock runs on, so send it early and ask for proof."),
        )
    if day < act.on:
        raise Problem(
            "filed_before_sent",
            _("%(day)s, %(what)s, lies before %(sent)s, the day it was sent.")
            % {"day": day, "what": what, "sent": act.on},
        )
    not_future(day)
    if day == act.on:
        return day, ""
    return day, _("Sent on %(sent)s; it counts on %(day)s: %(what)s.") % {"sent": act.on, "day": day, "what": what}
