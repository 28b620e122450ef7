"""A clause's words on a day when letters changed them, beside the printed ones. No table of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from unionops.platform.core.wordings import Words, word_changes

if TYPE_CHECKING:
    from contracts.models.amendments import Amendment


@dataclass(frozen=True, slots=True)
class Changed:
    """`text` is in force, `printed` stands on the paper; offsets are code points.

    `conflicts` are confirmed amendments whose old words do not stand in the clause just once: not carried out.
    """

    printed: str
    text: str
    body_start: int
    carried_out: Sequence[Amendment]
    conflicts: Sequence[Amendment]

    @property
    def words(self) -> Words:
        """Runs of ("=" | "-" | "+", text): joined "=" and "-" are `printed`, "=" and "+" are `text`."""
        return _phrases(word_changes(self.printed, self.text))

    @property
    def letters(self) -> list[str]:
        """The titles of the letters that were carried out, in their order."""
        return list(dict.fromkeys(row.version.agreement.title for row in self.carried_out))

    @property
    def said(self) -> str:
        return _(", as amended by %(letters)s") % {"letters": ", ".join(self.letters)} if self.carried_out else ""

    def on_paper(self, offset: int) -> int:
        """The place in `printed` of a place in `text`; for words a letter put in, where they went in."""
        printed = now = 0
        for sign, run in self.words:
            if sign != "-" and now <= offset < now + len(run):
                return printed + (offset - now if sign == "=" else 0)
            printed += len(run) if sign in "=-" else 0
            now += len(run) if sign in "=+" else 0
        return printed


def _phrases(words: Words) -> Words:
    """Changes with nothing but brackets and marks between them read as one: 'twenty (20)' -> 'thirty (30)'."""
    out: Words = []
    gone = came = gap = ""
    for sign, text in [*words, ["=", ""]]:
        if sign == "=" and (gone or came) and text and not any(letter.isalnum() for letter in text):
            gap += text
        elif sign == "=":
            out += [[side, run] for side, run in (("-", gone), ("+", came), ("=", gap + text)) if run]
            gone = came = gap = ""
        else:
            gone, came = gone + gap + (text if sign == "-" else ""), came + gap + (text if sign == "+" else "")
            gap = ""
    return out
