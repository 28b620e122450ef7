"""How many locks can be taken out without any test noticing: a measure of the tests, not of the program."""

from __future__ import annotations

import datetime
import os
import random
from pathlib import Path

import pytest

from tests.security.mutants import Mutant, copy_house, mutants, scopings, survives

SAMPLE = 16
FLOOR = 0.98  # of those tried, the share that some test must notice
FEW = 2  # of the meanings of scope, in the ordinary tests


def test_taking_a_lock_out_leaves_sound_code() -> None:
    found = [*mutants(), *scopings()]
    for mutant in found:
        compile(mutant.source, mutant.path, "exec")
    assert len({(mutant.path, mutant.source) for mutant in found}) == len(found)
    assert {mutant.kind for mutant in found} == {"@allow", "visible_to", "scoping"}
    assert len({mutant.path for mutant in scopings()}) >= 4


@pytest.mark.slow
def test_a_loosened_meaning_of_scope_is_noticed(tmp_path: Path) -> None:
    """A few each time, others on other days; `make measure` takes more."""
    house = tmp_path / "house"
    copy_house(house)
    found = list(scopings())
    day = random.Random(datetime.date.today().toordinal())
    assert [str(mutant) for mutant in day.sample(found, FEW) if survives(mutant, house)] == []


@pytest.mark.measure
def test_score_of_the_locks(tmp_path: Path, figures) -> None:
    """UNIONOPS_MUTANTS: how many of each kind to try (16), or `all`; takes about a minute each."""
    house = tmp_path / "house"
    copy_house(house)
    every = [*mutants(), *scopings()]
    for kind in ("@allow", "visible_to", "scoping"):
        found = [mutant for mutant in every if mutant.kind == kind]
        tried = sample(found)
        missed = [str(mutant) for mutant in tried if survives(mutant, house)]
        figures(
            "Security",
            f"views and queries without {kind}: noticed",
            f"{len(tried) - len(missed)} of {len(tried)}",
            f"each taken out alone; {len(found)} in all; floor {FLOOR:.0%}",
        )
        assert len(tried) - len(missed) >= FLOOR * len(tried), "\n".join(missed)


def sample(found: list[Mutant]) -> list[Mutant]:
    wanted = os.environ.get("UNIONOPS_MUTANTS", str(SAMPLE))
    return found if wanted == "all" else random.Random(2026).sample(found, min(int(wanted), len(found)))
