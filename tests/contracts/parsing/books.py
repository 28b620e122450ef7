"""Invented agreements of many layouts, set in type as PDF or laid out as text, with the true list of their headings."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from fpdf import FPDF

from contracts.parsing.labels import alphabetic

SUBJECTS = [
    "Recognition", "Hours of Work", "Overtime", "Seniority", "Grievance Procedure", "Arbitration", "Holidays",
    "Sick Leave", "Vacation Scheduling", "Safety and Health", "Uniforms", "Discipline", "Layoff and Recall",
    "Transfers", "Probation", "Official Time", "Dues Checkoff", "Training", "Travel", "Shift Bidding",
    "Personnel Files", "Parking", "Reopening", "Successors", "Duration",
]  # fmt: skip
TOPICS = ["Scope", "Notice", "Eligibility", "Meetings", "Records", "Limits", "Pay Status", "Appeals", "Posting"]
WHO = ["The Harbor Authority", "The Union", "An employee", "The pier supervisor", "The steward", "Each party"]
DOES = ["shall give", "may ask for", "will keep", "must answer", "shall not refuse", "agrees to share"]
WHAT = ["written notice", "the roster", "a copy of the file", "unpaid leave", "a swap of shifts", "the decision"]
WHEN = [
    "within fifteen (15) calendar days",
    "as provided in Article 3, Section 2 of this Agreement",
    "before the start of the shift",
    "not later than 7-1-2031",
    "under 5 U.S.C. 7121",
    "at a rate of 3.5 percent",
    "unless Section 4 says otherwise",
    "in accordance with Appendix A",
    "when staffing on the night ferry permits",
]


@dataclass(slots=True)
class Setting:
    """One line to be set: `where` is left, centre or an indent in characters."""

    text: str
    bold: bool = False
    size: float = 11
    centred: bool = False
    indent: int = 0
    space: bool = False
    truth: tuple[str, ...] | None = None


@dataclass(slots=True)
class Layout:
    """How one kind of agreement is printed; the callables turn (article, section) numbers and titles into lines."""

    name: str
    article: Callable[[int, str], list[Setting]]
    section: Callable[[int, int, str, str], list[Setting]]
    number: Callable[[int], str] = str
    part: Callable[[int, int], str] = lambda _a, s: str(s)
    items: Callable[[int], str] | None = None
    sections: int = 4
    head: Callable[[int, int, str], str] | None = None
    foot: Callable[[int], str] = str
    contents: bool = True
    line_numbers: bool = False
    columns: int = 1
    new_page: bool = False
    untitled: bool = False
    opening: list[str] = field(default_factory=list)
    closing: list[Setting] = field(default_factory=list)
    units: list[tuple[str, int]] = field(default_factory=lambda: [("", 14)])
    flat: bool = False


@dataclass(slots=True)
class Book:
    """A finished agreement: pages of settings, and the truth as (article, section or "", page)."""

    layout: Layout
    pages: list[list[Setting]]
    heads: list[str]
    truth: list[tuple[tuple[str, ...], int]]

    @property
    def articles(self) -> list[tuple[str, str, int]]:
        return [(where[1], where[2], page) for where, page in self.truth if where[0] == "article"]

    @property
    def parts(self) -> list[tuple[str, str]]:
        return [(where[1], where[2]) for where, _page in self.truth if where[0] == "section"]


class Press:
    """Writes prose and sets it into pages."""

    def __init__(self, layout: Layout, seed: int = 1, width: int = 78, rows: int = 44) -> None:
        self.layout, self.rng, self.rows = layout, random.Random(f"{layout.name}{seed}"), rows
        self.width = width if layout.columns == 1 else 42

    def sentence(self) -> str:
        rng = self.rng
        more = f" and {rng.choice(DOES)} {rng.choice(WHAT)}" if rng.random() < 0.4 else ""
        return f"{rng.choice(WHO)} {rng.choice(DOES)} {rng.choice(WHAT)}{more} {rng.choice(WHEN)}."

    def prose(self, low: int = 2, high: int = 6) -> str:
        return " ".join(self.sentence() for _ in range(self.rng.randint(low, high)))

    def wrapped(self, setting: Setting) -> Iterator[Setting]:
        width = self.width - setting.indent
        rows = textwrap.wrap(setting.text, width, break_long_words=False, break_on_hyphens=False) or [""]
        for n, row in enumerate(rows):
            first = n == 0
            yield Setting(row, setting.bold, setting.size, setting.centred, setting.indent, setting.space and first,
                          setting.truth if first else None)  # fmt: skip

    def flow(self) -> Iterator[Setting]:
        layout = self.layout
        for text in layout.opening:
            yield Setting(text, space=True)
        for unit, count in layout.units:
            if unit:
                yield Setting(unit, bold=True, size=14, centred=True, space=True)
            for a in range(1, count + 1):
                yield from self._article(a)
        yield from layout.closing

    def _article(self, a: int) -> Iterator[Setting]:
        title = SUBJECTS[(a * 7 + len(self.layout.name)) % len(SUBJECTS)]
        head = self.layout.article(a, title)
        for line in head[:1]:
            line.truth, line.space = ("article", self.layout.number(a), title), True
        yield from head
        for s in range(1, self.rng.randint(2, self.layout.sections) + 1):
            topic = "" if self.layout.untitled else self.rng.choice(TOPICS)
            part = self.layout.section(a, s, topic, self.prose())
            if not self.layout.flat:
                part[0].truth = ("section", self.layout.number(a), self.layout.part(a, s))
            part[0].space = True
            yield from part
            if self.layout.items and self.rng.random() < 0.5:
                for n in range(1, self.rng.randint(2, 5)):
                    yield Setting(f"{self.layout.items(n)} {self.prose(1, 2)}", indent=4, space=n == 1)

    def contents(self) -> list[Setting]:
        lines = [Setting("TABLE OF CONTENTS", bold=True, centred=True)]
        for setting in self.flow():
            if setting.truth and setting.truth[0] == "article":
                name = (
                    f"{setting.text} {setting.truth[2]}"
                    if setting.truth[2].lower() not in setting.text.lower()
                    else setting.text
                )
                lines.append(Setting(f"{name} {'.' * (60 - len(name))} {len(lines) // 2 + 2}"))
        return lines

    def book(self) -> Book:
        state = self.rng.getstate()
        pages: list[list[Setting]] = [self.contents()] if self.layout.contents else []
        self.rng.setstate(state)
        truth: list[tuple[tuple[str, ...], int]] = []
        heads = [""] * len(pages)
        page: list[Setting] = []
        used, current = 0, ""
        room = self.rows * self.layout.columns

        def close() -> None:
            nonlocal page, used
            pages.append(page)
            heads.append(current)
            page, used = [], 0

        for setting in self.flow():
            starts = bool(setting.truth and setting.truth[0] == "article")
            if page and ((self.layout.new_page and starts) or used + (4 if setting.truth else 1) > room):
                close()
            if starts and setting.truth:
                current = setting.truth[1]
            for row in self.wrapped(setting):
                if used + 1 > room:
                    close()
                used += 1 + row.space
                page.append(row)
                if row.truth:
                    truth.append((row.truth, len(pages) + 1))
        close()
        return Book(self.layout, pages, heads, truth)


def as_text(book: Book) -> bytes:
    """Pages apart by form feeds, headings centred, page numbers at the foot."""
    out = []
    for n, page in enumerate(book.pages, 1):
        rows: list[str] = []
        if book.layout.head:
            rows += [book.layout.head(n, len(book.pages), book.heads[n - 1]), ""]
        for number, line in enumerate(page, 1):
            text = line.text.center(78).rstrip() if line.centred else " " * line.indent + line.text
            if line.space and rows:
                rows.append("")
            rows.append(f"{number:3}   {text}" if book.layout.line_numbers else text)
        rows += ["", "", book.layout.foot(n).center(78).rstrip()]
        out.append("\n".join(rows))
    return "\f".join(out).encode()


def as_pdf(book: Book) -> bytes:
    """Times on letter paper; columns are set one after the other."""
    pdf = FPDF(format="letter", unit="pt")
    pdf.set_auto_page_break(False)
    for n, page in enumerate(book.pages, 1):
        pdf.add_page()
        if book.layout.head:
            _put(pdf, Setting(book.layout.head(n, len(book.pages), book.heads[n - 1]), size=9), 72, 40, 468)
        _set_page(pdf, book, page)
        pdf.set_font("Times", "", 10)
        label = _plain(book.layout.foot(n))
        pdf.text(306 - pdf.get_string_width(label) / 2, 766, label)
    return bytes(pdf.output())


def _set_page(pdf: Any, book: Book, page: list[Setting]) -> None:
    columns = book.layout.columns
    width = 468 if columns == 1 else 222
    left, top, row, step = 72.0, 72.0, 0, 14.5
    for number, line in enumerate(page, 1):
        if row >= 45 and left < 300 and columns == 2:
            left, row = 318.0, 0
        row += line.space and row > 0
        y = top + row * step
        if book.layout.line_numbers:
            _put(pdf, Setting(str(number), size=9), 44, y, 20)
        _put(pdf, line, left, y, width)
        row += 1


def _put(pdf: Any, line: Setting, left: float, y: float, width: float) -> None:
    pdf.set_font("Times", "B" if line.bold else "", line.size)
    text = _plain(line.text)
    wide = pdf.get_string_width(text)
    x = left + (width - wide) / 2 if line.centred else left + line.indent * 5
    pdf.text(x, y, text)


def _plain(text: str) -> str:
    return text.translate({0x2014: "-", 0x2013: "-", 0x2019: "'"})


def letter(n: int) -> str:
    return alphabetic(n).upper()


def head(text: str, **look: Any) -> Setting:
    return Setting(text, **{"bold": True, "centred": True, "size": 12, **look})
