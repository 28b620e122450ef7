"""Tables of texts for the checks: true ones, and the same with one thing turned."""

from collections.abc import Sequence
from typing import Any

import pytest

ONE_IN = 4


def few(cases: Sequence[Any], *, codes: int | None = None, names: frozenset[str] = frozenset()) -> list[Any]:
    """One text in four for `make test`, another of each four in turn; the rest is left to `make measure`.

    `codes` is the place in a case of the findings it must have: the first text of each finding is kept as well;
    so are the cases of these `names`.
    """
    chosen = {number for number in range(len(cases)) if number % ONE_IN == number // ONE_IN % ONE_IN}
    seen: set[str] = set()
    for number, case in enumerate(cases):
        named = set((case[codes] if codes is not None else None) or ())
        chosen |= {number} if named - seen or (names and case[0] in names) else set()
        seen |= named
    later = pytest.mark.measure
    return [case if number in chosen else pytest.param(*case, marks=later) for number, case in enumerate(cases)]
