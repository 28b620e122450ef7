"""What every kind of file becomes first: pages made of lines with their place and look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from unionops.platform.core import lazy_re as re

# What may stand in plain type before a title that is set off: '1.1', 'Section 4.', '(b)'.
LABEL = re.compile(r"\s*(?:(?:§|[^\W\d_]{3,8}\.?)\s*)?\(?(?:[\d.\-]+[A-Za-z]?|[A-Za-z]|[IVXivx]{1,5})[.):]*\s*$")


@dataclass(slots=True)
class Line:
    """One printed line; `start` and `end` are code points into the text of its page.

    `bold_to` counts the characters from its start to the end of words that are set off by their type, where the line
    begins with them, or with its label and them, and does not stay so;
    `row` marks a row of a table, its cells apart by tabs.
    """

    text: str
    page: int = 0
    start: int = 0
    end: int = 0
    x0: float = 0.0
    x1: float = 0.0
    y: float = 0.0
    size: float = 10.0
    bold: bool = False
    bold_start: bool = False
    bold_end: bool = False
    bold_to: int = 0
    hyphen: bool = False
    declared: int = 0
    aside: str = ""
    contents: bool = False
    block: bool = False
    row: bool = False
    gap: float = 1.0
    indent: float = 0.0
    right: float = 500.0
    centred: bool = False
    caps: bool = False
    big: bool = False

    @property
    def is_row(self) -> bool:
        """A row of three cells or more: nothing in it begins a clause."""
        return self.row and self.text.count("\t") >= 2


def lead(parts: Iterable[tuple[str, bool]]) -> int:
    """How far the words reach that open a line and are set off (`True`), a plain label before them; 0 if to its end."""
    text, reach = "", 0
    for part, marked in parts:
        if not part.strip():
            text += part
            continue
        if marked:
            text += part
            reach = len(" ".join(text.split()))
        elif reach:
            return reach
        else:
            text += part
            if not LABEL.match(text):
                return 0
    return 0


@dataclass(slots=True)
class Page:
    """One page of the file: `index` counts from 0, `label` is the number printed on it."""

    index: int
    lines: list[Line]
    width: float = 612.0
    height: float = 792.0
    typeset: bool = True
    columns: bool = False
    label: str = ""
    scanned: bool = False
    text: str = field(default="")

    def seal(self) -> Page:
        """Fix the page text as its lines in reading order and give every line its offsets."""
        position = 0
        for line in self.lines:
            line.page, line.start, line.end = self.index, position, position + len(line.text)
            position = line.end + 1
        self.text = "\n".join(line.text for line in self.lines)
        return self


@dataclass(slots=True)
class Source:
    """A file read into pages, with what went wrong on the way in plain sentences."""

    pages: list[Page]
    kind: str
    warnings: list[str] = field(default_factory=list)
    changes: list[dict[str, str]] = field(default_factory=list)


class Unreadable(ValueError):
    """The file cannot be read at all; the message says what to do."""


def visible(text: str) -> int:
    """Count the characters that are not white space."""
    return len("".join(text.split()))
