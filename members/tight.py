"""Many rows held as small as Python holds them: a first list may bring 100,000 people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any

Row = dict[str, Any]


class Tight:
    """A list of dictionaries that keeps of each only its values; what is taken out is a new dictionary.

    A row that was taken out and changed is put back by its place.
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._shapes: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._kept: list[tuple[Any, ...]] = []
        self.extend(rows)

    def append(self, row: Row) -> None:
        self._kept.append(self._pressed(row))

    def extend(self, rows: Iterable[Row]) -> None:
        self._kept.extend(map(self._pressed, rows))

    def sort(self, key: Callable[[Row], Any]) -> None:
        self._kept.sort(key=lambda kept: key(_opened(kept)))

    def reverse(self) -> None:
        self._kept.reverse()

    def pop(self) -> Row:
        return _opened(self._kept.pop())

    def clear(self) -> None:
        self._kept.clear()

    def column(self, name: str) -> Iterator[Any]:
        return map(itemgetter(name), self)

    def between(self, start: int, end: int) -> list[Row]:
        return [_opened(kept) for kept in self._kept[start:end]]

    def _pressed(self, row: Row) -> tuple[Any, ...]:
        shape = tuple(row)
        return (self._shapes.setdefault(shape, shape), *row.values())

    def __getitem__(self, at: int) -> Row:
        return _opened(self._kept[at])

    def __setitem__(self, at: int, row: Row) -> None:
        self._kept[at] = self._pressed(row)

    def __iter__(self) -> Iterator[Row]:
        return map(_opened, self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def __eq__(self, other: object) -> bool:
        return list(self) == other


def _opened(kept: tuple[Any, ...]) -> Row:
    return dict(zip(kept[0], kept[1:], strict=True))
