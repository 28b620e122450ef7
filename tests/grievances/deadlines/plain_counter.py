"""A second, independent way to count a deadline: lists of days instead of steps, and holidays found by search instead
of formula.
"""

import calendar
from datetime import date, timedelta
from functools import cache

ORDERED = {date(2025, 1, 9), date(2025, 12, 24), date(2025, 12, 26)}
ONE = timedelta(days=1)


def month_days(year, month):
    return [date(year, month, d) for d in range(1, calendar.monthrange(year, month)[1] + 1)]


def mondays(year, month):
    return [d for d in month_days(year, month) if d.strftime("%a") == "Mon"]


@cache
def legal(year):
    """Legal public holidays of a year from 1978 on, by picking from the printed month."""
    days = [date(year, 1, 1), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)]
    days += [mondays(year, 2)[2], mondays(year, 5)[-1], mondays(year, 9)[0], mondays(year, 10)[1]]
    days += [[d for d in month_days(year, 11) if d.strftime("%a") == "Thu"][3]]
    days += [mondays(year, 1)[2]] if year >= 1986 else []
    days += [date(year, 6, 19)] if year >= 2021 else []
    return frozenset(days)


@cache
def federal(year, off=(5, 6)):
    """Nothing moves off a Saturday or Sunday that is worked: 5 USC 6103(b)(1) speaks of Monday to Friday only."""
    near = [d for d in legal(year) | legal(year + 1) if d.weekday() in off]
    lieu = {d - ONE for d in near if d.strftime("%a") == "Sat"} | {d + ONE for d in near if d.strftime("%a") == "Sun"}
    return frozenset(legal(year) | lieu)


def is_holiday(day, holidays, off=(5, 6)):
    if isinstance(holidays, list):
        return day.isoformat() in holidays
    parts = holidays.split("+")
    legal_day = "us_federal" in parts and day in federal(day.year, off)
    return legal_day or ("ordered_closures" in parts and day in ORDERED)


def is_stopped(day, rule):
    return any(a <= day.isoformat() <= b for a, b in rule.get("tolling", []))


def is_open(day, rule):
    off = tuple(rule.get("weekend", (5, 6)))
    return day.weekday() not in off and not is_holiday(day, rule.get("holidays", "us_federal"), off)


def pick(days, n):
    return [next(days) for _ in range(n)][-1]


def stream(start, step):
    while True:
        yield start
        start += step


def month_shift(day, months):
    total = day.year * 12 + day.month - 1 + months
    days = month_days(total // 12, total % 12 + 1)
    return days[min(day.day, len(days)) - 1]


def base_day(rule, step):
    anchor, n, unit = date.fromisoformat(rule["anchor"]), rule["n"], rule["unit"]
    first = bool(rule.get("count_first_day"))
    sign = step // ONE
    if unit == "fy_month_day":
        days = month_days(*divmod_month(anchor, sign * n))
        return days[min(rule["day"], len(days)) - 1]
    if unit in ("months", "years"):
        target = month_shift(anchor, sign * n * (12 if unit == "years" else 1))
        if first and n and target.day == anchor.day:
            target -= step
        length = abs((target - anchor) // ONE)
        running = (d for d in stream(anchor + step, step) if not is_stopped(d, rule))
        return pick(running, length) if length and rule.get("tolling") else target
    if n == 0:
        return anchor
    if unit == "weeks":
        n, unit = n * 7, "calendar_days"
    start = anchor if first else anchor + step
    days = (d for d in stream(start, step) if not is_stopped(d, rule) and (unit == "calendar_days" or is_open(d, rule)))
    return pick(days, n)


def divmod_month(day, months):
    total = day.year * 12 + day.month - 1 + months
    return total // 12, total % 12 + 1


def settle(day, rule):
    way = {"none": None, "next_business_day": ONE, "previous_business_day": -ONE}[rule.get("roll", "none")]
    if way is None:
        return day
    return next(d for d in stream(day, way) if is_open(d, rule) and not is_stopped(d, rule))


def due(rule):
    step = -ONE if rule.get("direction") == "before" else ONE
    day = settle(base_day(rule, step), rule)
    extra = rule.get("service_add_days", 0)
    if extra:
        day = settle(pick((d for d in stream(day + step, step) if not is_stopped(d, rule)), extra), rule)
    return min(day, due(rule["cap"])) if rule.get("cap") else day
