"""Planned work goes on when the machine's clock is set right."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from unionops.celery import app
from unionops.platform.ops.clock import Steady


class Ringing(Steady):
    """Keeps what it would have rung."""

    rung: set[str]

    def apply_entry(self, entry: Any, producer: Any = None) -> None:
        self.rung.add(entry.name)


@pytest.fixture
def beat(tmp_path: Path) -> Iterator[Ringing]:
    planned = {name: {"task": name, "schedule": seconds} for name, seconds in (("often", 10.0), ("seldom", 60.0))}
    made = Ringing(app=app, schedule_filename=str(tmp_path / "beat"))
    made.merge_inplace(planned)
    made.__dict__["producer"] = None
    yield made
    made.close()


def ticks(beat: Ringing, start: float, seconds: int) -> set[str]:
    """What rings while the clock goes on from `start`."""
    beat.rung = set()
    for second in range(0, seconds, 5):
        with time_machine.travel(start + second, tick=False):
            while beat.tick() == 0:
                pass
    return beat.rung & {"often", "seldom"}


def test_a_clock_set_back_by_a_month_stops_nothing(beat: Ringing) -> None:
    now = time.time()
    assert ticks(beat, now + 30 * 86400, 130) == {"often", "seldom"}
    assert ticks(beat, now, 130) == {"often", "seldom"}
