"""When is a paper in time: cut-off hours, what counts as filed, and the instant a date ends in the local's zone."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

END_OF_DAY = time(23, 59, 59)


class FiledMeans(StrEnum):
    POSTMARK = "postmark"
    SENT = "sent"
    RECEIPT = "receipt"


def last_instant(due: date, zone: ZoneInfo, cutoff: time | None = None) -> datetime:
    """The last moment of the due date, aware. An hour that daylight saving skips ends after the skip; one it repeats,
    the second time.
    """
    local = datetime.combine(due, cutoff or END_OF_DAY, tzinfo=zone).replace(fold=1)
    utc = local.astimezone(ZoneInfo("UTC"))
    skipped = utc.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None)
    return local.replace(fold=0).astimezone(ZoneInfo("UTC")) if skipped else utc


def counts_as_filed_on(moment: datetime, zone: ZoneInfo, cutoff: time | None = None) -> date:
    """The day an act belongs to: after the cut-off hour it belongs to the next day."""
    local = moment.astimezone(zone)
    late = cutoff is not None and local.time().replace(second=0, microsecond=0) > cutoff
    return local.date() + timedelta(days=late)


def filing_day(
    means: FiledMeans, *, sent: date | None, postmarked: date | None = None, received: date | None = None
) -> date | None:
    """The date that counts under this contract's own words; None while the paper that proves it is missing."""
    chosen = {FiledMeans.POSTMARK: postmarked, FiledMeans.SENT: sent, FiledMeans.RECEIPT: received}
    return chosen[means]
