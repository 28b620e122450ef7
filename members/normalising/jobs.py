"""Pay plans, series, grades, steps, tours and schedules as agencies write them, in one way."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

COMBINED = re.compile(
    r"^\s*(?P<plan>[A-Za-z]{2})[\s\-/]*(?:(?P<series>\d{3,4})[\s\-/]+)?(?P<grade>\d{1,2})(?:[\s\-/]+(?P<step>\d{1,2}))?\s*$"
)
WHOLE = re.compile(
    r"^\s*(?P<plan>[A-Za-z]{2})[\s\-/]+(?P<series>\d{2,4})[\s\-/]+(?P<grade>\d{1,2})[\s\-/]+(?P<step>\d{1,2})\s*$"
)
PLAN_SERIES = re.compile(r"^\s*([A-Za-z]{2})[\s\-/]*(\d{2,4})\s*$")
PLAN_GRADE_STEP = re.compile(r"^\s*([A-Za-z]{2})[\s\-/]*(\d{1,2})[\s\-/]+(\d{1,2})\s*$")
GRADE_STEP = re.compile(r"^\s*(\d{1,2})\s*[\-/\s]\s*(\d{1,2}|[A-Za-z])\s*$")
HIGHEST_GRADE = 19
"""No pay plan has more grades, so 'GS-83-06' is series 0083 that lost its zeros, grade 6."""
HOURS = re.compile(
    r"^\s*(2[0-4]|[01]?\d):?([0-5]\d)?\s*([ap]m?)?\s*(?:-|–|to)\s*(2[0-4]|[01]?\d):?([0-5]\d)?\s*([ap]m?)?\s*$",
    re.IGNORECASE,
)
SHIFTS = {
    "Days": {"day", "days", "am", "1st", "first", "1", "d", "morning", "mornings", "day shift", "1st shift",
        "jour", "de jour", "quart de jour", "diurno", "dia", "de dia", "manana", "matutino", "turno de dia",
        "primer turno",
    },
    "Evenings": {
        "evening", "evenings", "eve", "eves", "pm", "2nd", "second", "2", "e", "swing", "swings", "afternoon",
        "afternoons", "evening shift", "swing shift", "2nd shift", "soir", "de soir", "vespertino", "tarde",
        "de tarde", "turno de tarde",
        "segundo turno",
    },
    "Nights": {
        "night", "nights", "3rd", "third", "3", "n", "graveyard", "graves", "midnight", "midnights", "mid", "mids",
        "overnight", "owl", "owls", "owl shift", "night shift", "3rd shift", "grave",
        "nuit", "de nuit", "nocturno", "noche", "de noche", "turno de noche",
        "tercer turno",
    },
    "Rotating": {"rotating", "rotation", "variable", "r", "various", "rot", "rotativo", "rotatorio"},
}  # fmt: skip
SHIFT_OF = {word: shift for shift, words in SHIFTS.items() for word in words}
OF_SHIFTS = frozenset({
    "watch", "shift", "straight", "split", "owl", "relief", "swing", "graveyard", "day", "days", "night", "nights",
    "evening", "evenings", "morning", "mornings", "afternoon", "afternoons", "weekend", "weekends", "overnight",
    "midnight", "midnights", "rotating", "am", "pm", "tripper", "turno", "quart",
})  # fmt: skip
BESIDE_SHIFTS = frozenset({
    "1st", "2nd", "3rd", "4th", "first", "second", "third", "fourth", "early", "late", "run", "regular", "extra",
    "board", "fixed", "a", "b", "c", "d", "1", "2", "3", "4", "on", "call",
})  # fmt: skip
SCHEDULES = {
    "Full-Time": {
        "f",
        "ft",
        "full",
        "full time",
        "fulltime",
        "full time permanent",
        "completa",
        "temps plein",
        "temps complet",
        "completo",
        "jornada completa",
        "tiempo completo",
    },
    "Part-Time": {
        "p",
        "pt",
        "part",
        "part time",
        "parttime",
        "parcial",
        "temps partiel",
        "jornada parcial",
        "tiempo parcial",
        "media jornada",
        "medio tiempo",
    },
    "Intermittent": {"i", "intermittent", "int"},
    "Seasonal": {"s", "g", "seasonal", "full time seasonal"},
}


def is_shift(text: str) -> bool:
    """'First Watch', 'AM Straight': only words of shifts, and at least one that nothing else has."""
    words = set(fold(text).split())
    return bool(words & OF_SHIFTS) and words <= OF_SHIFTS | BESIDE_SHIFTS


SCHEDULE_OF = {word: schedule for schedule, words in SCHEDULES.items() for word in words}


class Job(NamedTuple):
    pay_plan: str = ""
    series: str = ""
    grade: str = ""
    step: str = ""


@lru_cache(maxsize=20_000)
def combined(text: str) -> Job:
    """'GS-0083-07/04', 'GS-12-03', 'GS 0962 05' in parts."""
    if not (match := WHOLE.match(text) or COMBINED.match(text)):
        raise ValueError("not a pay plan, series and grade such as GS-0083-07")
    plan, number, grade, step = match["plan"].upper(), match["series"], match["grade"], match["step"]
    if not number and step and int(grade) > HIGHEST_GRADE:
        number, grade, step = grade, step, None
    return Job(plan, series(number) if number else "", two_digits(grade), two_digits(step) if step else "")


def grade_and_step_of_plan(text: str) -> Job:
    """'XX-33/04' of a column of grade and step, where no number is a series."""
    if not (match := PLAN_GRADE_STEP.match(text)):
        return combined(text)
    return Job(match[1].upper(), "", two_digits(match[2]), two_digits(match[3]))


def plan_and_series(text: str) -> Job:
    """'GS-0083' in parts."""
    if not (match := PLAN_SERIES.match(text)):
        raise ValueError("not a pay plan and series such as GS-0083")
    return Job(match[1].upper(), series(match[2]))


def grade_and_step(text: str) -> Job:
    """'07/04' in parts."""
    if not (match := GRADE_STEP.match(text)):
        raise ValueError("not a grade and step such as 07/04")
    return Job("", "", two_digits(match[1]), two_digits(match[2]))


def series(text: str) -> str:
    raw = text.strip().removesuffix(".0")
    return raw.zfill(4) if raw.isdigit() else raw.upper()


LEVEL = re.compile(r"(?:step|stp|grade|level|lvl|range)\W*(?=\d|[A-Z]$)", re.IGNORECASE)


def two_digits(text: str) -> str:
    """'7' and '07' are the same grade, and so is 'Grade 7'."""
    raw = LEVEL.sub("", text.strip(), 1).removesuffix(".0")
    return str(int(raw)).zfill(2) if raw.isdigit() else raw


@lru_cache(maxsize=20_000)
def tour(text: str) -> str:
    """'0800-1630' from '8:00 AM - 4:30 PM' too; words as they are."""
    raw = " ".join(text.split())
    if not (match := HOURS.match(raw)):
        return SHIFT_OF.get(fold(raw), raw)
    start, end = _clock(*match.group(1, 2, 3)), _clock(*match.group(4, 5, 6))
    return f"{start}-{end}"


def _clock(hours: str, minutes: str | None, half: str | None) -> str:
    hour = int(hours)
    if half and half[0].lower() == "p" and hour < 12:
        hour += 12
    if half and half[0].lower() == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}{minutes or '00'}"


@lru_cache(maxsize=20_000)
def shift(text: str) -> str:
    """Days, Evenings or Nights from a tour or a word; other words as they are."""
    value = tour(text)
    if match := re.match(r"^(\d{2})\d{2}-\d{4}$", value):
        hour = int(match[1]) % 24
        return "Days" if 4 <= hour < 12 else "Evenings" if 12 <= hour < 20 else "Nights"
    return SHIFT_OF.get(fold(value), value)


def same_tour(one: str, other: str) -> bool:
    """Hours against hours; when a list has only a word, by the word."""
    a, b = tour(one), tour(other)
    if a[:1].isdigit() and b[:1].isdigit():
        return a.replace("2400", "0000") == b.replace("2400", "0000")
    return fold(shift(a)) == fold(shift(b))


PLAN_GRADE = re.compile(r"[A-Z]{2}[\s\-.]*(\d{1,2})", re.IGNORECASE)


def same_grade(one: str, other: str) -> bool:
    """'7' and '07'; 'GS-07' and '07', where only one names the pay plan."""
    plans = [PLAN_GRADE.fullmatch(text) for text in (one, other)]
    a, b = (found[1] if found else text for found, text in zip(plans, (one, other), strict=True))
    return one == other or (not all(plans) and bool(one) == bool(other) and a.lstrip("0") == b.lstrip("0"))


CODED_TITLE = re.compile(
    r"((?:[A-Z]{1,3}\d|\d{2}[\dA-Z])[\dA-Z]{0,5})(?:\s*[.:–]\s*|\s+-\s+|-)(?=[^\W\d_])(.+)", re.IGNORECASE
)


def apart_from_code(text: str) -> str:
    """'0303.Clerk' and '300E - Clerk': the series and, after a tab, the title."""
    found = CODED_TITLE.fullmatch(text.strip())
    return f"{series(found[1])}\t{found[2]}" if found else text


def on_the_clock(text: str) -> bool:
    """Shifts begin and end at five minutes: '12-001' is a number of something."""
    found = HOURS.match(text)
    return not found or all(int(minutes or 0) % 5 == 0 for minutes in found.group(2, 5))


def share(text: str) -> str:
    """Of a column in percent: '100' is full time, '50.00%' is not."""
    raw = text.strip().rstrip("%").strip()
    try:
        part = float(raw)
    except ValueError:
        return schedule(text)
    return "Full-Time" if part >= 100 or part == 1 else "Part-Time"


FTE = re.compile(r"[01]?\.\d{1,4}|[1-9]/(?:[2-9]|10)")
"""A share of full time, such as 1.00, .5 or 6/10."""


@lru_cache(maxsize=5_000)
def schedule(text: str) -> str:
    raw = " ".join(text.split())
    if FTE.fullmatch(raw):
        part = Fraction(raw)
        return "Full-Time" if part >= 1 else "Part-Time"
    if fold(raw) in SCHEDULE_OF:
        return SCHEDULE_OF[fold(raw)]
    said = {SCHEDULE_OF.get(fold(part), "") for part in re.split(r"\s+[-–]\s+", raw)}
    return said.pop() or raw if len(said) == 1 else raw  # 'F - Full Time'
