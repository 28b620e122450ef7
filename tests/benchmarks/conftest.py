"""The figures fixture; what was measured is written when the run ends."""

from collections.abc import Iterator

import pytest

from tests.benchmarks.figures import Figures


@pytest.fixture(scope="session")
def figures() -> Iterator[Figures]:
    kept = Figures()
    yield kept
    kept.keep()
