"""A small house with one case in it, told in words that must be found nowhere else."""

from typing import Any

import pytest

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
from unionops.platform.files import child

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


@pytest.fixture
def a_child_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same file is read, and the same paper drawn, once: who asks for it makes no difference to the child."""
    real, known = child.run, {}

    def run(task: str, data: bytes, **limits: Any) -> Any:
        asked = (task, data, repr(limits))
        if asked not in known:
            known[asked] = real(task, data, **limits)
        return known[asked]

    monkeypatch.setattr(child, "run", run)
