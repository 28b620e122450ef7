"""What moved together: everybody under one name is now under one other, so the place was renamed and nobody moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from members.imports.plan import Entry
from members.matching import Roster
from members.normalising import names


def moved_together(
    changes: Iterable[Entry], slug: str, seen: set[str], roster: Roster
) -> list[tuple[str, str, set[int]]]:
    """(old, new, people) of each name that is gone from the file (`seen`) for one that did not exist before."""
    moves: dict[str, Counter[str]] = defaultdict(Counter)
    who: dict[tuple[str, str], set[int]] = defaultdict(set)
    for entry in changes:
        if entry["field"] == slug and entry["old"]:
            moves[entry["old"]][entry["new"]] += 1
            who[(entry["old"], entry["new"])].add(entry["pk"])
    now = {names.key(value) for value in seen}
    large = [
        (old, new, who[(old, new)])
        for old, targets in moves.items()
        for new, count in targets.most_common(1)
        if count >= 5 and count >= 0.8 * sum(targets.values()) and names.key(old) not in now
    ]
    before = {names.key(value) for value in roster.values_in_unit(slug)} if large else set()
    return [move for move in large if names.key(move[1]) not in before]
