"""What of a dues file is dues: other funds stand beside it, in columns or in rows of their own, and are told apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from members.dues.paying import Line
from members.imports.headings import heading_words
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

Row = dict[str, Any]
DUES = re.compile(r"\b(?:dues|cuotas?|cotisations?|check ?off)\b")
OTHER = frozenset({
    "cope", "pac", "vcap", "political", "voluntary", "initiation", "init", "initial", "reinstatement", "assessment",
    "strike", "defense", "scholarship", "charity", "relief", "insurance", "fund", "fines", "aportacion", "derrama",
    "huelga", "iniciacion", "fondo", "fonds", "greve", "politico", "politique",
})  # fmt: skip
"""Words of what is withheld beside dues."""
ARREARS = re.compile(
    r"\b(?:arrears?|arrearages?|back dues|retro\w*|catch ?up|make ?up|delinquen\w+|atras\w+|arrieres?|arrerages?"
    r"|rattrapage)\b"
)
"""What is withheld for periods before is dues too."""
IN_COLUMN = "fund "
"""Begins the key of a row under which the money of a fund's own column stands, before the column's name."""
MANY = 12
"""No local takes money for more purposes; a column of more different cells says something else."""


def is_fund(heading: str) -> bool:
    """'COPE' and 'Initiation fee' over money; 'Dues fund' is of dues."""
    return bool(OTHER & set(heading_words(heading))) and not DUES.search(fold(heading))


def are_funds(cells: Iterable[str]) -> bool:
    """Each row says what its money is for, and not all of it is dues."""
    said = {fold(cell) for cell in cells}
    others = {cell for cell in said if OTHER & set(cell.split()) or ARREARS.search(cell)}
    return 1 < len(said) <= MANY and bool(others) and any(map(DUES.search, said - others))


def of_dues(rows: Iterable[Row]) -> tuple[list[Row], dict[str, int]]:
    """The rows of dues, and {fund: cents} of everything else the file brings."""
    rows = list(rows)
    spoken = any(DUES.search(fold(row.get("fund", ""))) for row in rows)
    dues, others = [], dict[str, int]()
    for row in rows:
        fund = row.get("fund", "")
        apart = [(key.removeprefix(IN_COLUMN), int(row[key])) for key in row if key.startswith(IN_COLUMN)]
        if ARREARS.search(said := fold(fund)) and not OTHER & set(said.split()):
            dues.append(row | {"arrears": row.get("arrears") or row.get("amount", "0")})
        elif fund and not _is_dues(fund, spoken=spoken):
            apart.append((fund, int(row.get("amount", 0))))
        else:
            dues.append(row)
        for name, cents in apart if Line(row).status != "failed" else ():
            others[name] = others.get(name, 0) + cents
    return dues, others


def _is_dues(fund: str, *, spoken: bool) -> bool:
    """Where some rows say dues, the others are none; else all but those of a fund we know."""
    said = fold(fund)
    return bool(DUES.search(said)) if spoken else not OTHER & set(said.split())
