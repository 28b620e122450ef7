"""Sheets of a workbook that go on with one list: the same columns, other people, such as one for each worksite."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold
from unionops.platform.sheets.sections import UNLABELLED
from unionops.platform.sheets.tables import Aside, Table

UNNAMED = re.compile(r"\W*(?:sheet|hoja|feuil(?:le)?|folha|tab(?:le)?|page|book)?\W*\d*\W*", re.IGNORECASE)
"""What a spreadsheet program calls a sheet by itself."""
OVERLAP, OWN = 0.1, 0.9
"""Sheets that share more than a tenth of what is each row's own are two months of a list, not two parts of it."""


def joined(first: Table, others: list[tuple[str, Table]]) -> Table:
    """The first table with the rows of those that go on with it; their row numbers are counted on from its last."""
    own = first.meta["sheet"]
    parts = [(name, table) for name, table in others if _goes_on(first, table)]
    leaves = [(own, first), *parts]
    if not parts or any(_overlap(one, other) for at, (_n, one) in enumerate(leaves) for _m, other in leaves[:at]):
        return first
    named = UNLABELLED not in first.header and not all(UNNAMED.fullmatch(name) for name, _table in leaves)
    rows: list[list[str]] = []
    numbers: list[int] = []
    last = 0
    for name, table in leaves:
        said = f"{name}: row 1 of this sheet counts as row {last + 1}"
        first.aside += [Aside(last + 1, "section", said)] if last else []
        order = [_names(table, first).index(heading) for heading in map(fold, first.header)]
        rows += [[*(row[at] for at in order), *([name] if named else [])] for row in table.rows]
        numbers += [last + number for number in table.numbers]
        if table is not first:
            first.aside += [Aside(last + one.number, one.kind, one.text, one.reason) for one in table.aside]
        last += max([*table.numbers, *(one.number for one in table.aside), 0])
    first.header += [UNLABELLED] if named else []
    first.rows, first.numbers = rows, numbers
    read = {name for name, _table in parts}
    first.meta["other_sheets"] = [name for name in first.meta["other_sheets"] if name not in read]
    return first


def _names(table: Table, first: Table) -> list[str]:
    """Its folded headings; a sheet without any has the columns of the first."""
    bare = len(table.header) == len(first.header) and all(re.fullmatch(r"Column \d+", name) for name in table.header)
    return [fold(name) for name in (first if bare else table).header]


def _goes_on(first: Table, table: Table) -> bool:
    return sorted(_names(table, first)) == sorted(map(fold, first.header))


def _overlap(one: Table, other: Table) -> bool:
    """Every column that tells the rows of both apart holds many of the same cells in both."""
    ours, theirs = _own_cells(one, one), _own_cells(other, one)
    shared = [(ours[name], theirs[name]) for name in ours.keys() & theirs.keys()]
    return all(len(a & b) > OVERLAP * min(len(a), len(b)) for a, b in shared)


def _own_cells(table: Table, first: Table) -> dict[str, set[str]]:
    """{heading: cells} of columns in which hardly any two rows say the same."""
    found = {}
    for at, name in enumerate(_names(table, first)):
        cells = [fold(row[at]) for row in table.rows if row[at]]
        if len(cells) >= OWN * len(table.rows) and len(set(cells)) >= OWN * len(cells) > 0:
            found[name] = set(cells)
    return found
