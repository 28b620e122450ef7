"""How many locks can be taken out without any test noticing: a measure of the tests, not of the program."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.security.mutants import Mutant, copy_house, mutants, survives

SAMPLE = 16


def test_taking_a_lock_out_leaves_sound_code() -> None:
    found = list(mutants())
    for mutant in found:
        compile(mutant.source, mutant.path, "exec")
    assert len({(mutant.path, mutant.source) for mutant in found}) == len(found)
    assert {mutant.kind for mutant in found} == {"@allow", "visible_to"}


@pytest.mark.measure
def test_score_of_the_locks(tmp_path: Path, figures) -> None:
    """UNIONOPS_MUTANTS: how many of each kind to try (16), or `all`; takes about a minute each."""
    house = tmp_path / "house"
    copy_house(house)
    for kind in ("@allow", "visible_to"):
        found = [mutant for mutant in mutants() if mutant.kind == kind]
        tried = sample(found)
        missed = [str(mutant) for mutant in tried if survives(mutant, house)]
        print("\n".join(missed))
        figures(
            "Security",
            f"views and queries without {kind}: noticed",
            f"{len(tried) - len(missed)} of {len(tried)}",
            f"each taken out alone; {len(found)} in all",
        )


def sample(found: list[Mutant]) -> list[Mutant]:
    wanted = os.environ.get("UNIONOPS_MUTANTS", str(SAMPLE))
    return found if wanted == "all" else random.Random(2026).sample(found, min(int(wanted), len(found)))
