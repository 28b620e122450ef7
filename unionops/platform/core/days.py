"""The calendar day in the local's own zone."""

import datetime
import zoneinfo

from django.utils import timezone


def today() -> datetime.date:
    return timezone.localdate()


def zone(name: str) -> zoneinfo.ZoneInfo:
    """The named zone; ValueError with a plain sentence when there is none of that name."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"There is no time zone called {name!r}. Use a name like America/Chicago.") from error
