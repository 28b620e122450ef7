"""From when to when: a window of the clock in a sentence, and whether it became longer."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re

NAMED = {"midnight": 0, "medianoche": 0, "minuit": 0, "noon": 720, "mediodía": 720, "midi": 720}
HALF_DAY, DAY = 720, 1440
CLOCK = rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b\.?)|\d{{1,2}}\s?[:h]\s?\d\d|{'|'.join(NAMED)})"
WINDOW = re.compile(
    rf"\b(?P<begins>{CLOCK})\s*(?:to|and|until|through|till|[-–—]|a|y|hasta|à|et)\s+?(?:las?\s+)?(?P<ends>{CLOCK})",
    re.I,
)


def widened(old: str, new: str) -> int:
    """1 where the only thing that changed is one window and it is longer now, -1 where it is shorter, else 0."""
    before, after = WINDOW.search(old), WINDOW.search(new)
    if before is None or after is None or WINDOW.sub("#", old) != WINDOW.sub("#", new):
        return 0
    was, now = _length(before), _length(after)
    return (now > was) - (now < was)


def _length(window: re.Match[str]) -> int:
    return (_minute(window["ends"]) - _minute(window["begins"])) % DAY


def _minute(clock: str) -> int:
    """Minutes since midnight."""
    plain = clock.lower()
    if plain in NAMED:
        return NAMED[plain]
    hour, minute = (int(part) for part in [*re.findall(r"\d+", plain), "0"][:2])
    half = HALF_DAY * ("p" in plain) if re.search(r"[ap]", plain) else None
    return (hour % 12 * 60 + half if half is not None else hour * 60) + minute
