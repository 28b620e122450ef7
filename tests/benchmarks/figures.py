"""Collects measured figures and writes docs/benchmarks.md from all that was ever measured."""

from __future__ import annotations

import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT, PAGE = ROOT / "docs" / "benchmarks.json", ROOT / "docs" / "benchmarks.md"
HEAD = """# Measured

Written by `make measure` from `docs/benchmarks.json`. Absolute times hold for the machine they were taken on;
ratios travel. Nothing is asserted on time in the tests.
"""


@dataclass
class Figures:
    """`figures("Rosters", "import 10,000 rows", "1.4 x", "plan + apply over pandas read + bulk insert")`."""

    rows: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)

    def __call__(self, section: str, what: str, figure: Any, how: str) -> None:
        self.rows.setdefault(section, {})[what] = {"figure": str(figure), "how": how, "on": machine()}
        print(f"\n{section}: {what}: {figure} ({how})")

    def keep(self) -> None:
        """Merge with what earlier runs measured and write both files."""
        if not self.rows:
            return
        kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
        for section, rows in self.rows.items():
            kept.setdefault(section, {}).update(rows)
        KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
        PAGE.write_text(HEAD + "".join(table(section, rows) for section, rows in sorted(kept.items())))


def table(section: str, rows: dict[str, dict[str, str]]) -> str:
    lines = [f"| {what} | {row['figure']} | {row['how']} | {row['on']} |" for what, row in rows.items()]
    return "\n".join(["", f"## {section}", "", "| what | figure | how | on |", "| --- | --- | --- | --- |", *lines, ""])


def machine() -> str:
    """What it was measured on, without naming the machine."""
    return f"{time.strftime('%Y-%m')}, {os.cpu_count()} cores, Python {platform.python_version()}"


def seconds(run: Callable[[], Any], times: int = 3) -> float:
    """The median of several runs, after one that does not count."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def ratio(ours: Callable[[], Any], theirs: Callable[[], Any], times: int = 3) -> tuple[float, float, float]:
    """(ours / theirs, ours in s, theirs in s), measured in turn so that a drift of the machine hits both."""
    ours(), theirs()
    one, other = [], []
    for _ in range(times):
        one.append(_once(ours))
        other.append(_once(theirs))
    a, b = statistics.median(one), statistics.median(other)
    return a / b, a, b


def _once(run: Callable[[], Any]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def percentiles(samples: list[float]) -> str:
    """'p50 12 ms, p95 30 ms' from seconds."""
    ordered = sorted(samples)
    p50, p95 = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"p50 {p50 * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms"


@pytest.fixture(scope="session")
def figures() -> Iterator[Figures]:
    """What was measured is written when the run ends."""
    kept = Figures()
    yield kept
    kept.keep()
