"""The rule object: all that a contract or a statute says about one time limit, its starting day already chosen."""

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from itertools import chain

from grievances.deadlines.calendars import MONDAY_TO_FRIDAY, Calendar
from grievances.deadlines.pauses import Pause, yearly_pauses


class Unit(StrEnum):
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    FY_MONTH_DAY = "fy_month_day"


class Direction(StrEnum):
    AFTER = "after"
    BEFORE = "before"


class Roll(StrEnum):
    NONE = "none"
    NEXT = "next_business_day"
    PREVIOUS = "previous_business_day"


class Kind(StrEnum):
    LATEST = "latest"
    EARLIEST = "earliest"
    WINDOW = "window"
    KEEP_UNTIL = "keep_until"


LONGEST = {
    Unit.CALENDAR_DAYS: 36_600,
    Unit.WORKING_DAYS: 26_200,
    Unit.WEEKS: 5_200,
    Unit.MONTHS: 1_200,
    Unit.YEARS: 100,
    Unit.FY_MONTH_DAY: 1_200,
}


@dataclass(frozen=True)
class Rule:
    """One time limit. The date of `cap`, a second rule, wins when it is earlier; `opens` begins a window.

    `yearly`: stretches of every year that do not count, as `yearly_pause` reads them.
    """

    anchor: date
    n: int
    unit: Unit = Unit.CALENDAR_DAYS
    direction: Direction = Direction.AFTER
    count_first_day: bool = False
    calendar: Calendar = MONDAY_TO_FRIDAY
    roll: Roll = Roll.NONE
    service_add_days: int = 0
    tolling: tuple[Pause, ...] = ()
    yearly: tuple[str, ...] = ()
    cap: "Rule | None" = None
    opens: "Rule | None" = None
    kind: Kind = Kind.LATEST
    day: int | None = None
    cutoff: time | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.n <= LONGEST[self.unit]:
            raise ValueError(f"n must be between 0 and {LONGEST[self.unit]} {self.unit}")
        if self.unit is Unit.FY_MONTH_DAY and not 1 <= (self.day or 0) <= 31:
            raise ValueError("day must be a day of the month (1 to 31) with fy_month_day")
        if not 0 <= self.service_add_days <= 366:
            raise ValueError("service_add_days must be between 0 and 366")

    @property
    def sign(self) -> int:
        return -1 if self.direction is Direction.BEFORE else 1

    def paused(self, day: date) -> Pause | None:
        stopped = chain(self.tolling, yearly_pauses(self.yearly, day, self.calendar))
        return next((pause for pause in stopped if pause.covers(day)), None)

    def with_pauses(self, pauses: tuple[Pause, ...]) -> "Rule":
        """The same rule with more stopped days; a cap runs on regardless of an agreement about this clock."""
        return replace(self, tolling=self.tolling + pauses)
