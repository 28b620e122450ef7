"""Days as people write them in lists and letters, weekday, ordinal and all, in English and Spanish."""

from __future__ import annotations

import datetime

from members.normalising.values import date as read_day
from unionops.platform.core import lazy_re as re
from unionops.platform.search.terms import plain as unaccented

_MONTHS = {
    "ene": "jan",
    "feb": "feb",
    "mar": "mar",
    "abr": "apr",
    "may": "may",
    "jun": "jun",
    "jul": "jul",
    "ago": "aug",
    "set": "sep",
    "sep": "sep",
    "oct": "oct",
    "nov": "nov",
    "dic": "dec",
}
MESES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|setiembre|octubre|noviembre|diciembre"
_MES = re.compile(rf"\b(?:{MESES}|ene|abr|ago|set|dic)\b\.?")
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b\.?"
)
_SMALL = re.compile(r"\b(?:the|on|of|day|de|del|el)\b|(?<=\d)(?:st|nd|rd|th|er|ro|o|º|°)\b|[,]")


def read_worded(text: str, *, european: bool = False) -> datetime.date:
    """'Tuesday, March 7th, 2017', 'the 4th of July, 2016' and '5 de febrero de 2019' as well as dates in figures.
    Raises ValueError.
    """
    try:
        return read_day(text, european=european)
    except ValueError:
        said = unaccented(text).lower().replace("primero", "1")
        said = _MES.sub(lambda found: _MONTHS[found[0][:3]], said)
        said = " ".join(_SMALL.sub(" ", _WEEKDAY.sub(" ", said)).split())
        if not re.search(r"[a-z]{3}", said):
            raise
        return read_day(said, european=european)
