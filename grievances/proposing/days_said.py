"""What an agreement says of the days that count: its own sentences, for a person to hold against the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grievances.proposing.phrases import SENTENCE
from grievances.proposing.spanish import in_english
from unionops.platform.core import lazy_re as re

_FREE = r"(?:saturdays?|sundays?|week-?ends?|holidays?|days? off|non-?(?:work|business)\w*[ -]days?)"
_KINDS = r"(?:calendar|working|work|business|school|duty|consecutive|monday|weekdays?)"
MEANS = re.compile(
    rf"\b(?:\w+ )?days?\b[^.;]{{0,90}}\b(?:means?|defined|refers?|construed|are|is|shall be|will be)\b[^.;]{{0,120}}"
    rf"\b(?:{_KINDS}|{_FREE})\b",
    re.I,
)
LEFT_OUT = re.compile(
    rf"\b{_FREE}\b[^.;]{{0,90}}\b(?:not|excluded)\b[^.;]{{0,30}}(?:\b(?:count|comput|includ|consider|part)|$)|"
    rf"\b(?:exclu\w+|exclusive of|except(?:ing)?|not (?:count|includ)ing|other than)\b[^.;]{{0,60}}\b{_FREE}\b|"
    rf"\b{_FREE}\b[^.;]{{0,60}}\b(?:excluded|excepted|are excluded)\b",
    re.I,
)


def words_on_days(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(which text, sentence) of each sentence that says what a day is or which days are left out."""
    for at, text in enumerate(texts):
        for found in SENTENCE.finditer(text):
            said = in_english(found[0], text)
            if MEANS.search(said) or LEFT_OUT.search(said):
                yield at, found[0].strip()
