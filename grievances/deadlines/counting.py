"""Count a rule out day by day and keep the whole count, so that a person can check it with a finger on a calendar."""

import calendar
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta

from grievances.deadlines.calendars import DAY
from grievances.deadlines.rule import Direction, Kind, Roll, Rule, Unit


class OutOfCalendarError(ValueError):
    """The count ran past the first or last year a calendar knows."""


@dataclass(frozen=True)
class Line:
    """One line of the count: the day, its number when it counts, and why. `code` and `about` let a page say it in
    another language.
    """

    date: date
    n: int | None
    code: str
    about: str = ""

    @property
    def why(self) -> str:
        return WORDS[self.code].format(n=self.n, about=self.about, weekday=self.date.strftime("%A"))


WORDS = {
    "trigger": "trigger day, not counted",
    "start": "trigger day",
    "left": "{n} days were left of the agreed time",
    "counted": "day {n}",
    "weekend": "{weekday}, not a working day",
    "holiday": "{about}, not counted",
    "paused": "clock stopped {about}",
    "same_day": "{about}, same day of the month",
    "clamped": "{about}, last day of the month because that month is shorter",
    "day_before": "{about}, counted from the trigger day itself, so one day less",
    "month_day": "{about}",
    "passed": "{about}, passed over",
    "rolled_next": "moved to the next business day: {about}",
    "rolled_previous": "moved to the previous business day: {about}",
    "service": "added for service: day {n}",
    "cap": "the cap is earlier and wins: {about}",
    "cap_later": "the cap is not earlier ({about}), this date stands",
}


@dataclass(frozen=True)
class Count:
    due: date
    lines: tuple[Line, ...]
    opens: date | None = None

    @property
    def counted(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.code == "counted")


@dataclass
class _Walk:
    """The finger on the calendar: where it stands, and what was noted on the way."""

    rule: Rule
    day: date
    lines: list[Line] = field(default_factory=list)

    def note(self, code: str, about: str = "", n: int | None = None) -> None:
        self.lines.append(Line(self.day, n, code, about))

    def uncounted(self, working: bool) -> tuple[str, str] | None:
        """Why this day does not count, or None when it does."""
        pause = self.rule.paused(self.day)
        if pause:
            return "paused", pause.why or f"{pause.start} to {pause.end}"
        if working and self.rule.calendar.is_weekend(self.day):
            return "weekend", ""
        name = self.rule.calendar.holiday(self.day) if working else ""
        return ("holiday", name) if name else None

    def go(self, n: int, *, working: bool, code: str = "counted", first: bool = False, quiet: bool = False) -> None:
        """Count `n` days; with `first` the day it stands on may be number one. `quiet` notes only what stopped the
        count.
        """
        reached = 0
        self.day -= self.rule.sign * DAY * first
        while reached < n:
            self.day += self.rule.sign * DAY
            reason = self.uncounted(working)
            reached += reason is None
            if reason:
                self.note(*reason)
            elif not quiet:
                self.note(code, n=reached)


def count(rule: Rule) -> Count:
    """The due date of `rule` and every line of its count; the last line stands on the due date."""
    try:
        return _count(rule)
    except OverflowError as error:
        raise OutOfCalendarError("the count runs past the end of the calendar") from error


def _count(rule: Rule) -> Count:
    walk = _Walk(rule, rule.anchor)
    _first_line(walk)
    _by_unit(walk)
    _roll(walk)
    if rule.service_add_days:
        walk.go(rule.service_add_days, working=False, code="service")
        _roll(walk)
    _cap(walk)
    return Count(walk.day, tuple(walk.lines), _count(rule.opens).due if rule.opens else None)


def _first_line(walk: _Walk) -> None:
    days = walk.rule.unit in (Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.WEEKS)
    if not (days and walk.rule.count_first_day and walk.rule.n):
        walk.note("trigger" if days and walk.rule.n else "start")


def _by_unit(walk: _Walk) -> None:
    rule = walk.rule
    if rule.unit is Unit.FY_MONTH_DAY:
        _month_day(walk)
    elif rule.unit in (Unit.MONTHS, Unit.YEARS):
        _months(walk)
    elif rule.n:
        n = rule.n * (7 if rule.unit is Unit.WEEKS else 1)
        walk.go(n, working=rule.unit is Unit.WORKING_DAYS, first=rule.count_first_day)


def _shifted(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OutOfCalendarError("the count runs past the end of the calendar")
    return year, month + 1


def add_months(day: date, months: int) -> date:
    """The same day of the month, or the last day when that month is shorter."""
    year, month = _shifted(day, months)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _months(walk: _Walk) -> None:
    rule = walk.rule
    whole = rule.n * (12 if rule.unit is Unit.YEARS else 1)
    target = add_months(rule.anchor, rule.sign * whole)
    code = "same_day" if target.day == rule.anchor.day else "clamped"
    if rule.count_first_day and code == "same_day" and rule.n:
        target, code = target - rule.sign * DAY, "day_before"
    if rule.tolling or rule.yearly:
        walk.go(abs((target - rule.anchor).days), working=False, quiet=True)
    else:
        walk.day = target
    walk.note(code, f"{rule.n} {rule.unit} {rule.direction} {rule.anchor}")


def _month_day(walk: _Walk) -> None:
    rule = walk.rule
    year, month = _shifted(rule.anchor, rule.sign * rule.n)
    walk.day = date(year, month, min(rule.day or 1, calendar.monthrange(year, month)[1]))
    walk.note("month_day", f"day {rule.day} of month {rule.n} {rule.direction} {rule.anchor}")


def _roll(walk: _Walk) -> None:
    """Move off days that are no business days. A clock that stands still has no last day, so stopped days are passed
    over too.
    """
    if walk.rule.roll is Roll.NONE:
        return
    first = reason = walk.uncounted(working=True)
    landed, step = walk.day, DAY if walk.rule.roll is Roll.NEXT else -DAY
    while reason:
        if walk.day != landed:
            walk.note("passed", reason[1] or walk.day.strftime("%A"))
        walk.day += step
        reason = walk.uncounted(working=True)
    if first:
        moved = "rolled_next" if walk.rule.roll is Roll.NEXT else "rolled_previous"
        walk.note(moved, f"{landed} is {first[1] or 'a ' + landed.strftime('%A')}")


def _cap(walk: _Walk) -> None:
    cap = walk.rule.cap
    if cap is None:
        return
    due = _count(cap).due
    code = "cap" if due < walk.day else "cap_later"
    walk.day = min(due, walk.day)
    walk.note(code, f"{cap.n} {cap.unit} {cap.direction} {cap.anchor} = {due}")


def internal_target(rule: Rule, due: date, working_days: int = 2) -> date:
    """The day to aim for: two working days before the last day, never before the clock started, unless a cap had run
    out by then. A first day, or a day until which something is kept, is its own target: earlier would be wrong.
    """
    if rule.kind in (Kind.EARLIEST, Kind.KEEP_UNTIL):
        return due
    target = rule.calendar.working_days_before(due, working_days)
    return max(target, min(rule.anchor, due)) if rule.direction is Direction.AFTER else target


def alarm_days(rule: Rule, due: date) -> tuple[date, ...]:
    """When to remind: half of the time gone, then 5, 2 and 1 working days before, and on the day."""
    half = rule.anchor + timedelta(days=(due - rule.anchor).days // 2)
    days = {rule.calendar.working_days_before(due, n) for n in (5, 2, 1)} | {half, due}
    return tuple(sorted(day for day in days if rule.anchor < day < due or day == due))
