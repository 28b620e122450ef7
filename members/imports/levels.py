"""Which level of the house a column names: worksite, department or organization code, by what stands in its cells."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter

from members.imports.cells import is_status, sample
from members.imports.fields import FIELDS_OF_KIND
from members.imports.headings import heading_words
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold
from unionops.platform.sheets.sections import UNLABELLED
from unionops.platform.sheets.tables import Table

Familiar = Callable[[str, list[str]], float]
GROUPS = ("station", "org", "department", "component", "unit", "employer", "title", "tour")
CODE = re.compile(r"(?=.*[\d\-/])[A-Z0-9][A-Z0-9./-]{1,15}|\d\.\d+E\+\d+")
PLACES = frozenset({
    "school", "elementary", "middle", "high", "academy", "campus", "hall", "library", "hospital", "clinic", "ward",
    "pavilion", "center", "centre", "plant", "station", "depot", "garage", "yard", "barn", "terminal", "base", "pier",
    "dock", "berth", "annex", "building", "tower", "house", "courthouse", "jail", "prison", "shop", "warehouse",
    "facility", "site", "fort", "airport", "park", "camp", "laboratory", "lab", "store",
    "escuela", "planta", "almacen", "estacion", "edificio", "taller", "ecole", "usine", "bibliotheque", "entrepot",
})  # fmt: skip
"""Words of names of places where people work."""
DRIVEN = re.compile(r"\b(?:bus|coach|train|rail|tram|trolley|streetcar|subway|transit|motor ?coach)\b", re.IGNORECASE)


def by_cells(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """The levels put right where a heading says less than its cells do."""
    return _divided(table, _grouped(table, mapping, kind, familiar))


def _grouped(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """Lines above groups of rows that do not say what they name: what we know most of them as, else by their words."""
    if UNLABELLED not in table.header:
        return mapping
    if _says_the_same(table, UNLABELLED):
        return {name: each for name, each in mapping.items() if name != UNLABELLED}
    cells = sample(table, table.header.index(UNLABELLED))
    others = {slug for name, slug in mapping.items() if name != UNLABELLED}
    free = [slug for slug in GROUPS if slug in FIELDS_OF_KIND[kind] and slug not in others]
    if kind == "members" and cells and "status" not in others and all(map(is_status, cells)):
        return {name: each for name, each in mapping.items() if name != UNLABELLED} | {UNLABELLED: "status"}
    share, slug = max(((familiar(slug, cells), slug) for slug in free), key=itemgetter(0), default=(0.0, ""))
    if share < 0.25:
        likely = ("station", "department", "org") if are_places(cells) else ("department", "org", "station")
        slug = next((each for each in likely if each in free), "")
    mapping = {name: each for name, each in mapping.items() if name != UNLABELLED}
    return mapping | {UNLABELLED: slug} if slug else mapping


def _says_the_same(table: Table, name: str) -> bool:
    """Another column says in each row what the line above the group says."""
    ours = [fold(cell) for cell in table.sample(table.header.index(name))]
    columns = (table.sample(at) for at, other in enumerate(table.header) if other != name)
    return bool(ours) and any([fold(cell) for cell in cells] == ours for cells in columns)


def are_places(cells: list[str]) -> bool:
    return _are_places(tuple(cells))


@lru_cache(maxsize=200)
def _are_places(cells: tuple[str, ...]) -> bool:
    return sum(bool(PLACES & set(fold(cell).split())) for cell in cells) >= 0.5 * len(cells) > 0


def are_codes(cells: list[str]) -> bool:
    return sum(bool(CODE.fullmatch(cell)) for cell in cells) >= 0.9 * len(cells) > 0


def _divided(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """A 'Division' is a part of an office, but a place of work by its names, or where people drive from it."""
    if "station" in mapping.values():
        return mapping
    for at, name in enumerate(table.header):
        is_division = set(heading_words(name)) == {"division"} and mapping.get(name) in {None, "department"}
        if is_division and (are_places(sample(table, at)) or _drive(table, mapping)):
            return mapping | {name: "station"}
    return mapping


def _drive(table: Table, mapping: dict[str, str]) -> bool:
    titles = [sample(table, at) for at, name in enumerate(table.header) if mapping.get(name) == "title"]
    return any(sum(bool(DRIVEN.search(cell)) for cell in cells) >= 0.2 * len(cells) > 0 for cells in titles)
