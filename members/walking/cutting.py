"""A list of people cut into walk lists: by place, by steward, or into even parts; pure code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Someone:
    """What cutting must know of a person; `stewards` are the keys of accounts that stand for them."""

    pk: int
    name: str
    site: str = ""
    component: str = ""
    department: str = ""
    shift: str = ""
    stewards: tuple[int, ...] = ()


@dataclass
class Piece:
    """One walk list to be: `walker` is the key of an account, when the cut itself says who."""

    name: str
    people: list[Someone] = field(default_factory=list)
    walker: int | None = None


WAYS: dict[str, Callable[[Someone], tuple[str, ...]]] = {
    "site": lambda one: (one.site,),
    "component": lambda one: (one.component,),
    "department": lambda one: (one.department,),
    "shift": lambda one: (one.shift,),
    "site_shift": lambda one: (one.site, one.shift),
    "even": lambda _one: (),
}


def cut(
    people: Iterable[Someone],
    how: str,
    most: int | None,
    *,
    unknown: str,
    whole: str,
    names: dict[int, str] | None = None,
    load: dict[int, int] | None = None,
) -> list[Piece]:
    """Walk lists of at most `most` people, none empty, everybody on exactly one, in the order they are walked.

    `how` is a name of `WAYS` or 'steward'; `unknown` names the place nobody knows, `whole` the list when it is
    not divided by places, `names` the stewards, `load` what each of them carries already. Lists that are too long
    are divided evenly, not into full ones and a rest. ValueError for another `how`.
    """
    ordered = sorted(people, key=lambda one: (one.site, one.shift, one.department, one.name, one.pk))
    if how == "steward":
        pieces = _by_steward(ordered, names or {}, unknown, load or {})
    elif how in WAYS:
        pieces = _by_place(ordered, WAYS[how], unknown, whole)
    else:
        raise ValueError(how)
    return [part for piece in pieces for part in _parts(piece, most)]


def _by_place(
    people: Sequence[Someone], place: Callable[[Someone], tuple[str, ...]], unknown: str, whole: str
) -> list[Piece]:
    found: dict[tuple[str, ...], list[Someone]] = defaultdict(list)
    for one in people:
        found[place(one)].append(one)
    return [
        Piece(", ".join(part or unknown for part in key) or whole, some, _only_steward(some))
        for key, some in sorted(found.items(), key=lambda pair: (not all(pair[0]), pair[0]))
    ]


def _only_steward(people: Sequence[Someone]) -> int | None:
    """The one account that stands for all of them."""
    shared = set(people[0].stewards)
    for one in people:
        shared &= set(one.stewards)
    return next(iter(shared)) if len(shared) == 1 else None


def _by_steward(people: Sequence[Someone], names: dict[int, str], unknown: str, load: dict[int, int]) -> list[Piece]:
    """Each to a steward of theirs, whoever carries least so far; those with the fewest to choose from first."""
    found: dict[int | None, list[Someone]] = defaultdict(list)
    for one in sorted(people, key=lambda one: len(one.stewards)):
        free = min(one.stewards, key=lambda key: (load.get(key, 0) + len(found[key]), key), default=None)
        found[free].append(one)
    place = {one.pk: at for at, one in enumerate(people)}
    pieces = [
        Piece(names.get(key, unknown) if key is not None else unknown, sorted(some, key=lambda one: place[one.pk]), key)
        for key, some in found.items()
        if some
    ]
    return sorted(pieces, key=lambda piece: (piece.walker is None, piece.name))


def _parts(piece: Piece, most: int | None) -> list[Piece]:
    size = len(piece.people)
    if not most or size <= most:
        return [piece]
    count = -(-size // most)
    edges = [size * at // count for at in range(count + 1)]
    return [
        Piece(f"{piece.name} ({at + 1}/{count})", piece.people[edges[at] : edges[at + 1]], piece.walker)
        for at in range(count)
    ]
