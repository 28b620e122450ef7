"""Read rules written as JSON: of the files of `compute_deadlines`, and the stored form of a contract's rule."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rapidfuzz.distance import OSA

from grievances.deadlines.calendars import Calendar, day_of_every_year
from grievances.deadlines.pauses import Pause, yearly_pause
from grievances.deadlines.rule import Direction, Kind, Roll, Rule, Unit

E = TypeVar("E", bound=StrEnum)
Written = Mapping[str, object]

CLOCK_TIME = re.compile(r"\d\d:\d\d(:\d\d)?")
CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
DEFAULT_WEEKEND = (5, 6)
CALENDARS = {"us_federal", "ordered_closures", "inauguration_day", "none"}
KNOWN_KEYS = {
    "anchor",
    "n",
    "unit",
    "direction",
    "count_first_day",
    "weekend",
    "holidays",
    "calendar",
    "roll",
    "service_add_days",
    "tolling",
    "cap",
    "opens",
    "day",
    "cutoff_time",
    "kind",
    "worked_holidays",
    "yearly_pauses",
    "anchor_kind",
    "offset_days",
    "silence",
    "filed_means",
    "applies_if",
    "zone",
    "source_clause",
    "confirmed_by",
    "note",
}
# Of these, what moves no date: whoever writes one of them beside the rule has made a note.
UNMOVING = {"kind", "silence", "filed_means", "applies_if", "source_clause", "confirmed_by", "note"}
READ_OF_A_VECTOR = ("id", "kind", "rule", "events")
# What people note beside a rule: where it comes from, and what they expect of it.
NOTES = {"contract", "step", "trigger", "source", "assumptions", "hand_count", "expected", "expected_weekday"}
NOTES |= {"on_silence", *UNMOVING}


class BadRuleError(ValueError):
    """A written rule that cannot be read; `key` is the path of the bad value."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key, self.message = key, message


def parse_day(value: object, key: str) -> date:
    try:
        if isinstance(value, str) and CALENDAR_DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise BadRuleError(key, f"{value!r} is not a date; write it as YYYY-MM-DD")


def parse_whole(value: object, key: str) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)  # JSON writes one number as 15 and as 15.0
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadRuleError(key, f"{value!r} is not a whole number")
    return value


def parse_flag(value: object, key: str) -> bool:
    if not isinstance(value, bool):
        raise BadRuleError(key, f"{value!r} must be true or false")
    return value


def parse_choice(value: object, choices: type[E], key: str) -> E:
    try:
        return choices(str(value))
    except ValueError:
        raise BadRuleError(key, f"{value!r} is not one of: {', '.join(choices)}") from None


def parse_time(value: object, key: str) -> time | None:
    """An hour of the local's own clock: one with an offset would contradict `zone`."""
    if value is None:
        return None
    try:
        if isinstance(value, str) and CLOCK_TIME.fullmatch(value):
            return time.fromisoformat(value)
    except ValueError:
        pass
    raise BadRuleError(key, f"{value!r} is not a time; write it as HH:MM")


def _list(value: object, key: str) -> list[object]:
    if not isinstance(value, list | tuple):
        raise BadRuleError(key, f"{value!r} must be a list")
    return list(value)


def parse_weekend(value: object, key: str) -> frozenset[int]:
    days = _list(value, key)
    if not all(type(day) is int and 0 <= day <= 6 for day in days) or len(set(days)) > 6:
        raise BadRuleError(key, f"{days} must hold weekdays from 0 (Monday) to 6 (Sunday), and leave one working day")
    return frozenset(day for day in days if isinstance(day, int))


def _yearly_day(value: Mapping[str, Any], key: str) -> tuple[str, str]:
    text = str(value["every_year"])
    try:
        return day_of_every_year(text), str(value.get("name") or text)
    except ValueError as error:
        raise BadRuleError(f"{key}.every_year", str(error)) from error


def _own_day(value: object, key: str) -> tuple[date, str]:
    if isinstance(value, Mapping):
        return parse_day(value.get("date"), f"{key}.date"), str(value.get("name") or "employer holiday")
    return parse_day(value, key), "employer holiday"


def _named(names: Iterable[str], key: str) -> set[str]:
    found = {name.strip() for name in names}
    if unknown := found - CALENDARS:
        raise BadRuleError(
            key, f"{min(unknown)!r} is not a known calendar: {', '.join(sorted(CALENDARS))}, or a list of dates"
        )
    return found


def parse_calendar(holidays: object, weekend: object, key: str, worked: object = ()) -> Calendar:
    """`holidays` is a name, several names joined by +, or a list of such texts and of the employer's own days:
    a date, `{"date", "name"}`, or `{"every_year": "12-24" or the name of a holiday, "name"}`.
    """
    given = [holidays] if isinstance(holidays, str) else _list(holidays, f"{key}holidays")
    items = [part for item in given for part in (item.split("+") if isinstance(item, str) else [item])]
    names = _named([i for i in items if isinstance(i, str) and not i[:1].isdigit()], f"{key}holidays")
    own = [(n, i) for n, i in enumerate(i for i in items if not isinstance(i, str) or i[:1].isdigit())]
    yearly = [(n, i) for n, i in own if isinstance(i, Mapping) and "every_year" in i]
    return Calendar(
        weekend=parse_weekend(weekend, f"{key}weekend"),
        federal="us_federal" in names,
        ordered="ordered_closures" in names,
        inauguration="inauguration_day" in names,
        own=tuple(_own_day(day, f"{key}holidays[{n}]") for n, day in own if (n, day) not in yearly),
        yearly=tuple(_yearly_day(day, f"{key}holidays[{n}]") for n, day in yearly),
        worked=frozenset(parse_day(d, f"{key}worked_holidays") for d in _list(worked, f"{key}worked_holidays")),
    )


RANGES = (("start", "end"), ("from", "to"), ("first", "last"))


def parse_pause(value: object, key: str) -> Pause:
    """`[first day, last day]`, or an object that names both."""
    if isinstance(value, Mapping):
        ends = next((ends for ends in RANGES if set(value) == set(ends)), None)
        value = [value[name] for name in ends] if ends else value
    pair = _list(value, key)
    if len(pair) not in (2, 3):
        raise BadRuleError(key, f"{value!r} must be [first day, last day]")
    first, last = parse_day(pair[0], f"{key}[0]"), parse_day(pair[1], f"{key}[1]")
    if last < first:
        raise BadRuleError(key, f"the range ends ({last}) before it starts ({first})")
    return Pause(first, last, str(pair[2]) if len(pair) == 3 else "")


def check_keys(written: object, key: str = "rule.") -> None:
    """A key nobody knows, or one given twice, would be left out of the count without a word: refused by its name."""
    if not isinstance(written, Mapping):
        return
    check_once(written, key)
    for name in sorted(str(name) for name in written):
        if name not in KNOWN_KEYS | NOTES:
            near = get_close_matches(name, sorted(KNOWN_KEYS), 1)
            raise BadRuleError(
                f"{key}{name}", f"is not a key of a rule{f'; perhaps {near[0]!r} is meant' if near else ''}"
            )
    for name in ("cap", "opens"):
        check_keys(written.get(name), f"{key}{name}.")


def unread_keys(vector: Written) -> list[str]:
    """Names beside the rule that say nothing to the count, for the answer to name. Raises BadRuleError for one that
    was meant to: a slip of the pen in `kind` or `events` whose value reads as theirs.
    """
    check_once(vector)
    unread = sorted({str(name) for name in vector} - {*READ_OF_A_VECTOR, *NOTES})
    for name in unread:
        near = next((key for key in READ_OF_A_VECTOR if _slip(name.lower(), key)), None)
        if near and name not in KNOWN_KEYS and _fits(near, vector.get(name)):
            raise BadRuleError(name, f"is not a key of a vector; perhaps {near!r} is meant")
    return unread


def _fits(key: str, value: object) -> bool:
    """Whether the value is of the kind the key takes: 'event: letter received' is a note, and no slip of `events`."""
    if key == "kind":
        return value in (*Kind,)
    return isinstance(value, Mapping) or key == "id"


def _slip(name: str, key: str) -> bool:
    """Whether the name is the key with one letter wrong, missing, added or changed places with the next."""
    return name == key or (len(key) > 2 and OSA.distance(name, key) == 1)


class Repeated(dict[str, object]):
    """A JSON object in which some names stand twice: a parser keeps the last value of each and says nothing."""

    def __init__(self, pairs: Sequence[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.names = sorted({name for name, _ in pairs if [n for n, _ in pairs].count(name) > 1})


def kept_pairs(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """For `json.loads(object_pairs_hook=...)`: an object that still knows which of its names were repeated."""
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else Repeated(pairs)


def check_once(written: object, key: str = "") -> None:
    if isinstance(written, Repeated):
        raise BadRuleError(f"{key}{written.names[0]}", "stands twice; which of the two values is meant? Keep one")


def parse_zone(value: object, key: str) -> ZoneInfo:
    try:
        return ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadRuleError(key, f"{value!r} is not a time zone; write it as America/New_York") from None


def _needed(rule: Written, name: str, key: str) -> object:
    if rule.get(name) is None:
        raise BadRuleError(f"{key}{name}", "is missing")
    return rule[name]


def _or(rule: Written, name: str, default: object) -> object:
    """The value, or the default when the key is left out or null."""
    value = rule.get(name)
    return default if value is None else value


def parse_rule(written: object, key: str = "rule.", kind: object = None) -> Rule:
    """A `Rule` from its written form; what is left out means us_federal, a Saturday-Sunday weekend, no roll, counting
    onwards.
    """
    if not isinstance(written, Mapping):
        raise BadRuleError(key.rstrip("."), "must be an object")
    unit = parse_choice(_or(written, "unit", Unit.CALENDAR_DAYS), Unit, f"{key}unit")
    n = parse_whole(_needed(written, "n", key), f"{key}n")
    if unit is Unit.FY_MONTH_DAY:
        _needed(written, "day", key)
    elif written.get("day") is not None:
        raise BadRuleError(f"{key}day", f"has a meaning with fy_month_day only, and would move no date with {unit}")
    try:
        return _build(written, key, unit, n, kind)
    except BadRuleError:
        raise
    except ValueError as error:
        name = next((name for name in ("n", "day", "service_add_days") if str(error).startswith(f"{name} ")), "")
        raise BadRuleError(f"{key}{name}".rstrip("."), str(error)) from error


def _build(written: Written, key: str, unit: Unit, n: int, kind: object) -> Rule:
    def inner(name: str) -> Rule | None:
        return None if written.get(name) is None else parse_rule(written[name], f"{key}{name}.")

    anchor = parse_day(_needed(written, "anchor", key), f"{key}anchor")
    tolling = _list(_or(written, "tolling", []), f"{key}tolling")
    calendar = _calendar(written, key)
    return Rule(
        anchor=anchor,
        n=n,
        unit=unit,
        direction=parse_choice(_or(written, "direction", Direction.AFTER), Direction, f"{key}direction"),
        count_first_day=parse_flag(_or(written, "count_first_day", False), f"{key}count_first_day"),
        calendar=calendar,
        roll=parse_choice(_or(written, "roll", Roll.NONE), Roll, f"{key}roll"),
        service_add_days=parse_whole(_or(written, "service_add_days", 0), f"{key}service_add_days"),
        tolling=tuple(parse_pause(pause, f"{key}tolling[{i}]") for i, pause in enumerate(tolling)),
        yearly=_yearly(written, key, anchor, calendar),
        cap=inner("cap"),
        opens=inner("opens"),
        kind=parse_choice(_or(written, "kind", kind or Kind.LATEST), Kind, f"{key}kind"),
        day=None if written.get("day") is None else parse_whole(written["day"], f"{key}day"),
        cutoff=parse_time(written.get("cutoff_time"), f"{key}cutoff_time"),
    )


def _calendar(written: Written, key: str) -> Calendar:
    return parse_calendar(
        _or(written, "holidays", _or(written, "calendar", "us_federal")),
        _or(written, "weekend", DEFAULT_WEEKEND),
        key,
        _or(written, "worked_holidays", ()),
    )


def _yearly(written: Written, key: str, anchor: date, calendar: Calendar) -> tuple[str, ...]:
    texts = tuple(str(text) for text in _list(_or(written, "yearly_pauses", []), f"{key}yearly_pauses"))
    try:
        for text in texts:
            yearly_pause(text, anchor.year, calendar)
    except ValueError as error:
        raise BadRuleError(f"{key}yearly_pauses", str(error)) from error
    return texts
