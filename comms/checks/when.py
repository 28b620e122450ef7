"""Dates that lie behind us although the sentence looks ahead, and words like 'tomorrow' that go stale."""

from collections.abc import Callable, Iterator

from comms.checks import dates
from comms.checks.parts import SPOKEN_CHANNELS, Draft, Finding, Ground, Level
from comms.checks.words import sentences
from unionops.platform.core import lazy_re as re

_AHEAD = re.compile(
    r"\b(?:will|come|join|attend|vote|rsvp|register|sign up|meet(?:ing)?|deadline|due|reply|respond|"
    r"call|bring|let us know|"
    r"starts?|begins?|see you|next|upcoming|venga|reuni[óo]n|antes|vote)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|did|happened|posted|signed|held|won|lost|met|sent|told|said|filed|received|began|started|ended|"
    r"announced|changed|since|ago|last|agreed|voted|approved|ratified|passed|dated|wrote|answered|replied|gave|asked|refused|admitted|came|cut|ruled|decided|"
    r"(?<!be )(?<!is )(?<!are )closed|"
    r"opened|showed|fue|desde)\b",
    re.IGNORECASE,
)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    allowed = ground.allowed_text().lower()
    for name, text in draft.fields():
        for sentence in sentences(text):
            yield from _past(name, sentence.text, sentence.start, ground)
            yield from _told_already(name, sentence.text, sentence.start, ground)
        spoken = draft.channel in SPOKEN_CHANNELS
        for match in dates.relatives(text):
            if match.group().lower() not in allowed and not (spoken and _asks(text, match.end())):
                yield Finding("relative_day", Level.FIX, name, *match.span(), match.group())


def _asks(text: str, end: int) -> bool:
    """'Can I call you back this week?' is asked when it is said."""
    return re.match(r"[^.!\n]*\?", text[end:]) is not None


def _past(name: str, sentence: str, offset: int, ground: Ground) -> Iterator[Finding]:
    if _BEHIND.search(sentence):
        return
    for slot in dates.find(sentence):
        day = slot.resolve(ground.today) if _AHEAD.search(sentence) or _DUE.search(sentence[: slot.start]) else None
        limit = slot.year and _LIMIT.search(sentence[: slot.start]) and day and (ground.today - day).days > _LONG_AGO
        if day and day < ground.today and not limit and not _known_past(slot, ground, _is_told):
            span = offset + slot.start, offset + slot.end
            yield Finding("past_date", Level.FIX, name, *span, slot.text, ground.today.isoformat())


_DUE = re.compile(r"\b(?:by|before|until|antes del?|hasta)\s+(?:the\s+|el\s+)?$", re.IGNORECASE)
_LONG_AGO = 400  # days; 'hired before July 1, 2009' tells two groups apart
_LIMIT = re.compile(
    r"\b(?:before|after|since|prior to|until|antes del?|después del?|desde)\s+(?:el\s+)?$", re.IGNORECASE
)


def _told_already(name: str, sentence: str, offset: int, ground: Ground) -> Iterator[Finding]:
    """'On March 9 the board voted' while March 9 is still to come."""
    first = next((slot for slot in dates.find(sentence) if not sentence[: slot.start].strip(_ON)), None)
    day = first.resolve(ground.today) if first else None
    for slot in dates.find(sentence):
        day_ahead = slot.resolve(ground.today)
        if day_ahead and day_ahead > ground.today and _DECIDED_ON.search(sentence[: slot.start]):
            yield Finding("not_yet", Level.FIX, name, offset + slot.start, offset + slot.end, slot.text, str(day_ahead))
    if first and day and day > ground.today and _HAPPENED.match(sentence, first.end) and not _known_past(first, ground):
        yield Finding("not_yet", Level.FIX, name, offset + first.start, offset + first.end, first.text, day.isoformat())


def _is_behind(sentence: str) -> bool:
    return _BEHIND.search(sentence) is not None


def _known_past(slot: dates.DateSlot, ground: Ground, is_past: Callable[[str], bool] = _is_behind) -> bool:
    """Whether the brief itself tells of this day as past."""
    told = [s.text for s in sentences(ground.allowed_text()) if is_past(s.text)]
    return any((d.month, d.day) == (slot.month, slot.day) for text in told for d in dates.find(text))


def _is_told(sentence: str) -> bool:
    """A whole sentence that does not look ahead tells of a day that lies behind us as what happened then.

    'The potluck is on November 12' does not: whoever wrote it may have mistaken the day.
    """
    whole = len(sentence.split()) >= _WHOLE and not _AHEAD.search(sentence)
    return _is_behind(sentence) or (whole and not _PRESENT.search(sentence))


_PRESENT = re.compile(
    r"\b(?:is|are|takes? place|happens?|opens?|ends?|closes?|can|may|must|should|shall|"
    r"es|son|están?|será|serán|pueden?|deben?)\b",
    re.IGNORECASE,
)
_WHOLE = 6  # words; a bare day of a fact tells nothing
# 'The board has decided on January 26', which is still to come.
_DECIDED_ON = re.compile(
    r"\b(?:has|have|ha|han) (?:already |ya )?(?:decided|voted|approved|rejected|ratified|met|ruled|decidido|votado|"
    r"aprobado|rechazado)\s+(?:(?:this|it|esto)\s+)?(?:on|el)\s+$",
    re.IGNORECASE,
)
_ON = "OnEel -*•\t"
_HAPPENED = re.compile(
    r",?\s+(?:[^\W\d_][\w'’-]*\s+){1,6}?(?:was|were|voted|met|won|lost|signed|held|told|said|agreed|decided|approved|"
    r"rejected|announced|refused|posted|filed|votó|aprobó|decidió|acordó|rechazó|firmó|dijo)\b",
    re.IGNORECASE,
)
