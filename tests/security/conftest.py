"""A small house with one case in it, told in words that must be found nowhere else."""

from tests.grievances.conftest import (
    bound,
    case,
    chief,
    clause,
    grievant,
    other_steward,
    procedure,
    steward,
    version,
)

__all__ = [
    "bound",
    "case",
    "chief",
    "clause",
    "grievant",
    "other_steward",
    "procedure",
    "steward",
    "version",
]
