"""How many locks can be taken out without any test noticing: a measure of the tests, not of the program."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.security.mutants import Mutant, copy_house, is_sound, mutants, scopings, survives

SAMPLE = 16
FLOOR = 0.98  # of those tried, the share that some test must notice


@pytest.mark.slow
def test_taking_a_lock_out_leaves_sound_code() -> None:
    found = [*mutants(), *scopings()]
    for mutant in found:
        compile(mutant.source, mutant.path, "exec")
    assert len({(mutant.path, mutant.source) for mutant in found}) == len(found)
    assert {mutant.kind for mutant in found} == {"@allow", "visible_to", "scoping"}
    assert len({mutant.path for mutant in scopings()}) >= 4


@pytest.mark.measure
def test_a_loosened_meaning_of_scope_is_noticed(tmp_path: Path) -> None:
    """One, the seal of an interview, so that the measure itself is seen to work; `make measure` takes more."""
    house = tmp_path / "house"
    copy_house(house)
    mutant = [mutant for mutant in scopings() if mutant.path == "grievances/models/records.py"][-1]
    assert is_sound(house, ["tests/security/test_case_leaks.py"])
    assert not survives(mutant, house), str(mutant)


@pytest.mark.measure
def test_score_of_the_locks(tmp_path: Path, figures) -> None:
    """UNIONOPS_MUTANTS: how many of each kind to try (16), or `all`; takes about a minute each."""
    house = tmp_path / "house"
    copy_house(house)
    every = [*mutants(), *scopings()]
    for kind in ("@allow", "visible_to", "scoping"):
        found = [mutant for mutant in every if mutant.kind == kind]
        tried = sample(found)
        tests = dict.fromkeys(test for mutant in tried for test in mutant.tests())
        assert is_sound(house, list(tests)), "the tests fail without any mutant"
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
