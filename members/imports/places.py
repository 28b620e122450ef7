"""Addresses that lists write into one cell, taken apart."""

from __future__ import annotations

from typing import Any

from members.normalising import values
from unionops.platform.core import lazy_re as re

Row = dict[str, Any]
CITY_STATE_ZIP = re.compile(
    r"(.+?)(?:,\s*|\s+)([A-Za-z]{2})\.?(?:\s+(\d{5}(?:-?\d{4})?|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d))?", re.IGNORECASE
)


def place(cell: str) -> str:
    """'Salem, OR 97301', also without the comma."""
    match = CITY_STATE_ZIP.fullmatch(cell.strip())
    if not match or not (match[3] or "," in cell):
        city, _comma, rest = cell.rpartition(",")
        state, _space, code = rest.strip().partition(" ")
        return "\t".join(
            (city.strip() or cell.strip(), state.upper() if city else "", values.zip_code(code) if code else "")
        )
    return "\t".join((match[1].strip(), match[2].upper(), values.zip_code(match[3]) if match[3] else ""))


def spread_place(row: Row, _slug: str, value: str) -> None:
    row["city"], row["state"], row["zip"] = value.split("\t")


WHOLE_ADDRESS = re.compile(r"(.+?),\s*([^,]+,\s*[A-Za-z]{2}\.?\s+\d{5}(?:-\d{4})?)")


def spread_street(row: Row, slug: str, value: str) -> None:
    """Some lists write the whole address into one cell."""
    if whole := WHOLE_ADDRESS.fullmatch(value):
        row[slug] = whole[1]
        spread_place(row, slug, place(whole[2]))
    else:
        row[slug] = value
