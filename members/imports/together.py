"""What several columns of a row say together: two surnames, and numbers that another column may have too."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
PHONES = ("phone", "home_phone", "work_phone")
BESIDE = "phones beside"
"""The key under which numbers of another kind than their column's wait for the whole row."""


NUMBERED = "number beside the name"
"""The key of a number that stands with the name in one cell."""


def spread_name(row: Row, _slug: str, value: str) -> None:
    row["last_name"], row["first_name"], row["middle"], row["suffix"], *number = value.split("\t")
    if number:
        row[NUMBERED] = number[0]


def join_surnames(refused: list[Row], row: Row, names_of: dict[str, str], most: int) -> None:
    """Some lists have a column for each of two surnames."""
    second = row.pop("second_surname")
    both = " ".join(filter(None, (row.get("last_name"), second)))
    if len(both) > most:
        why = f"longer than {most} characters"
        refused.append({"row": row["row"], "column": names_of["second_surname"], "value": second, "reason": why})
    else:
        row["last_name"] = both


def spread_phones(row: Row, slug: str, value: str) -> None:
    """What a column of its own says of a number counts for more than what another column says beside its own."""
    for part in value.split("\t"):
        kind, _equals, number = part.partition("=")
        if kind == slug:
            row[kind] = number
        else:
            row.setdefault(BESIDE, []).append((slug, kind, number))


def place_phones(refused: list[Row], row: Row, names_of: dict[str, str]) -> None:
    """A number that its column calls one of another kind; where that kind is taken it stands as its column's own."""
    for slug, kind, number in row.pop(BESIDE):
        if number not in map(row.get, PHONES):
            free = next((one for one in (kind, slug) if one not in row), "")
            if free:
                row[free] = number
            else:
                why = "another column says otherwise, so this number was not kept"
                refused.append({"row": row["row"], "column": names_of[slug], "value": number, "reason": why})
