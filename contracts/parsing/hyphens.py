"""Hyphens at line ends: those the typesetter put in go, those of the words themselves stay.

The document decides. Where lines are broken inside words, most parts at line ends are no words of it; where they are
not, a hyphen at a line end was typed by somebody and belongs to the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from contracts.parsing.lines import Line
from unionops.platform.core import lazy_re as re

HYPHENS = frozenset("-\u2010")
# Before a hyphen of its own, whatever stands behind it.
ALWAYS = frozenset(["non", "self", "ex", "quasi", "co"])
# What stands before or behind a hyphen of its own.
JOINING = (
    "bi mid pre post re anti semi sub multi inter cross well mid half full all pro part long short on off over "
    "under day night time year month week hour high low term call site duty based related paid wide free line house up "
    "out in down of to the and by per first second third one two three four five six seven eight nine ten old"
)
COMPOUND = frozenset(JOINING.split()) | ALWAYS
WORD = re.compile(r"[^\W\d_]+")
INSIDE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010](?=([^\W\d_]+))")
AT_END = re.compile(r"([-\u2010])?([^\W\d_]+)[-\u2010]$")
AT_START = re.compile(r"^[^\W\d_]+")
COMMON = 2  # times: a part that stands alone more often is a word of the document


@dataclass(frozen=True, slots=True)
class Break:
    """A hyphen at a line end with the letters around it; `chained` when its word has a hyphen before already."""

    left: str
    right: str
    chained: bool

    @property
    def whole(self) -> str:
        return self.left + self.right


def break_between(before: str, line: str) -> Break | None:
    """None where no word runs over from one line to the next."""
    if before[-1:] not in HYPHENS:
        return None
    left, right = AT_END.search(before[-40:]), AT_START.match(line)
    return Break(left[2].lower(), right[0].lower(), bool(left[1])) if left and right else None


class Hyphens:
    """What the lines of a document tell of its words and of the hyphens at its line ends."""

    def __init__(self, lines: Sequence[Line]) -> None:
        text = "\n".join([line.text for line in lines]).lower()
        breaks = [found for before, line in pairwise(lines) if (found := break_between(before.text, line.text))]
        self.compounds = Counter(INSIDE.findall(text))
        self.words = Counter(WORD.findall(text))
        self.words.subtract(part for one in breaks for part in (one.left, one.right))
        broken = sum(self._is_no_word_apart(one) for one in breaks)
        self.breaks_words = 2 * broken >= len(breaks) > 0

    def _is_no_word_apart(self, one: Break) -> bool:
        known = self.words[one.left] > 0 or one.left in COMPOUND, self.words[one.right] > 0 or one.right in COMPOUND
        return not all(known) or self.words[one.whole] > self.compounds[one.left, one.right]

    def joins(self, one: Break) -> bool:
        """Whether the parts are one word: 'sched-' and 'ule' are, 'full-' and 'time' are not."""
        left, right = self.words[one.left], self.words[one.right]
        whole, apart = self.words[one.whole], self.compounds[one.left, one.right]
        if whole < apart or (not whole and self._keeps_its_hyphen(one)):
            return False
        compound = not COMPOUND.isdisjoint((one.left, one.right))
        if not self.breaks_words:
            return bool(whole) and not right and not compound
        if whole or not right:
            return True
        return not compound and (min(left, right) <= COMMON or len(one.left) <= 3)

    def _keeps_its_hyphen(self, one: Break) -> bool:
        """'non-renewable', 'half-day', 'face-to-face'."""
        before, behind = one.left in COMPOUND, one.right in COMPOUND
        return one.left in ALWAYS or (before and behind) or (one.chained and (before or self.words[one.left] > 0))
