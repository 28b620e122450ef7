"""Lines between the rows of a table that name a group and hold for the rows below them."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re
from unionops.platform.sheets.tables import Aside, Table, one_line

UNLABELLED = "Section"
"""The column of lines that name a group and do not say what kind of group."""
LABELLED = re.compile(r"^\s*([^:]{2,40}):\s*(\S.*)$")
DASHED = re.compile(r"([^\W\d_]{3,20}) [-–—] (\S.*)")
"""'Site - Lakeside', when every group is called a site."""


class Sections:
    """Lines that name a group ('Duty Station: Lakeside Clinic') and hold for the rows below them."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.names: list[str] = []
        self.now: dict[str, str] = {}
        self.waiting: list[tuple[int, str]] = []

    def open(self, number: int, text: str) -> None:
        self.waiting.append((number, one_line(text)))

    def add_row(self, table: Table, number: int, cells: list[str]) -> None:
        if self.waiting:
            self._hold(table)
        if any(cells[self.width :]):
            said = f"{len(cells)} cells where the heading has {self.width}"
            table.aside.append(Aside(number, "unreadable", one_line(" | ".join(cells)), said))
            return
        padded = cells[: self.width] + [""] * (self.width - len(cells))
        table.rows.append(padded + [self.now.get(name, "") for name in self.names])
        table.numbers.append(number)

    def _hold(self, table: Table) -> None:
        for number, text in self.waiting:
            label, value = self._named(text)
            if label not in self.names:
                self.names.append(label)
            self.now[label] = value
            table.aside.append(Aside(number, "section", text))
        self.waiting = []

    def _named(self, text: str) -> tuple[str, str]:
        match = LABELLED.match(text)
        return (match[1].strip(), match[2].strip()) if match else (UNLABELLED, text)

    def finish(self, table: Table) -> None:
        """What still waits below the last row is a footer."""
        table.aside += [Aside(number, "footer", text) for number, text in self.waiting]
        table.header += self.names
        for row in table.rows:
            row += [""] * (len(table.header) - len(row))
        if UNLABELLED in self.names:
            self._label(table, len(table.header) - len(self.names) + self.names.index(UNLABELLED))

    def _label(self, table: Table, at: int) -> None:
        """The same word before every group's name says what kind of group it is."""
        named = {row[at]: DASHED.fullmatch(row[at]) for row in table.rows if row[at]}
        labels = {found[1] if found else "" for found in named.values()}
        if len(named) < 2 or len(labels) != 1 or not (label := labels.pop()) or label in table.header:
            return
        table.header[at] = label
        for row in table.rows:
            if found := named.get(row[at]):
                row[at] = found[2]
