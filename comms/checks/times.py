"""Times of day as they are written: 5:30 pm, 17:30, 1730 hours, noon, 5 to 6:30 pm."""

import re
from dataclasses import dataclass

_HALF = r"(?P<{}>a\.?\s?m\b\.?|p\.?\s?m\b\.?)"
_CLOCK = r"(?P<{}>[01]?\d|2[0-4])(?:[:.](?P<{}>[0-5]\d))?"
_RANGE = re.compile(
    r"(?<![\d:.$/-])"
    + _CLOCK.format("h1", "m1")
    + r"\s*(?:"
    + _HALF.format("a1")
    + r")?\s*(?:-|–|—|to|until|till|a)\s*"
    + _CLOCK.format("h2", "m2")
    + r"\s*"
    + _HALF.format("a2"),
    re.IGNORECASE,
)
_TWELVE = re.compile(r"(?<![\d:.$/-])" + _CLOCK.format("h1", "m1") + r"\s*" + _HALF.format("a1"), re.IGNORECASE)
_COLON = re.compile(r"(?<![\d:.$/-])(?P<h1>[01]?\d|2[0-4]):(?P<m1>[0-5]\d)(?![:\d])")
_ARMY = re.compile(r"\b(?P<h1>[01]\d|2[0-3])(?P<m1>[0-5]\d)\s*(?:hours|hrs?|h)\b", re.IGNORECASE)
_TO_WORD = re.compile(
    r"(?<![\d:.$/-])" + _CLOCK.format("h1", "m1") + r"(?=\s*(?:-|–|—|to|until|till)\s*(?:noon|midnight)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b(?:12\s+)?(?P<word>noon|midnight|mediodía|medianoche)\b", re.IGNORECASE)
_WORDS = {"noon": 720, "mediodía": 720, "midnight": 0, "medianoche": 0}
_OCLOCK = re.compile(r"\b(?P<h1>1[0-2]|[1-9])\s+o['’]clock\b", re.IGNORECASE)
_SPANISH = re.compile(
    r"\ba\s+las?\s+(?P<h1>1[0-2]|[1-9])(?P<m1>(?!))?(?![\d:])(?:\s+de\s+la\s+(?P<part>tarde|noche|mañana))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TimeSlot:
    """Minutes after midnight that the words can mean (two when neither am nor pm is said)."""

    minutes: frozenset[int]
    start: int
    end: int
    text: str


def find(text: str) -> list[TimeSlot]:
    slots: list[TimeSlot] = []
    for match in _RANGE.finditer(text):
        slots += _range(match)
    for pattern in (_TWELVE, _COLON, _ARMY, _WORD, _TO_WORD, _OCLOCK, _SPANISH):
        for match in pattern.finditer(text):
            if any(s.start < match.end() and match.start() < s.end for s in slots):
                continue
            slots.append(_slot(match))
    return sorted(slots, key=lambda slot: slot.start)


def _range(match: re.Match[str]) -> list[TimeSlot]:
    parts = match.groupdict()
    last = _minutes(parts["h2"], parts["m2"], parts["a2"])
    first = _minutes(parts["h1"], parts["m1"], parts["a1"] or parts["a2"])
    if not parts["a1"] and min(first) > min(last):
        first = _minutes(parts["h1"], parts["m1"], "am")
    middle = match.start("h2")
    return [
        TimeSlot(first, match.start(), middle, match.group()),
        TimeSlot(last, middle, match.end(), match.group()),
    ]


def _slot(match: re.Match[str]) -> TimeSlot:
    parts = match.groupdict()
    if word := parts.get("word"):
        minutes = frozenset({_WORDS[word.lower()]})
    else:
        half = parts.get("a1") or {"mañana": "am"}.get(parts.get("part") or "", parts.get("part") and "pm")
        minutes = _minutes(parts["h1"], parts.get("m1"), half)
    return TimeSlot(minutes, match.start(), match.end(), match.group())


def _minutes(hour: str | None, minute: str | None, half: str | None) -> frozenset[int]:
    hours, rest = int(hour or 0), int(minute or 0)
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
        return frozenset({hours * 60 + rest})
    if 1 <= hours <= 12 and not (hour or "").startswith("0"):
        return frozenset({hours % 12 * 60 + rest, (hours % 12 + 12) * 60 + rest})
    return frozenset({hours % 24 * 60 + rest})
