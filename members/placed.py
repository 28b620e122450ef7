"""What a placement says of somebody; the person repeats it of the present one."""

from __future__ import annotations

LEVELS = ("employer", "component", "unit", "worksite", "department", "org", "shift")
"""Where somebody works; another one begins another spell."""
PLACED = (*LEVELS, "tour", "schedule", "job_title", "pay_plan", "series", "grade", "step")
KEYS = {"employer", "unit", "worksite"}
"""Of these, rows of tables of their own."""
LISTED_AS = {"worksite": "station", "job_title": "title"}
"""What the fields of a list are called when not like ours."""


def column(name: str) -> str:
    """'unit_id' for unit."""
    return f"{name}_id" if name in KEYS else name


def listed(name: str) -> str:
    """'station' for worksite."""
    return LISTED_AS.get(name, name)


COLUMNS, LEVEL_COLUMNS = tuple(map(column, PLACED)), tuple(map(column, LEVELS))
JOB_COLUMNS = {listed(name): name for name in PLACED if name not in {*KEYS, "shift"}}
"""{field of a list: plain column}; the shift is read out of the tour."""
LIST_FIELDS = (*JOB_COLUMNS, *map(listed, sorted(KEYS)))
