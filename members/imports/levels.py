"""Which level of the house a column names: worksite, department or organization code, by what stands in its cells."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter

from members.imports.cells import is_status, sample
from members.imports.fields import FIELDS_OF_KIND
from members.imports.headings import heading_words, name_score
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
OFFICES = frozenset({
    "accounting", "accounts", "activities", "administration", "admissions", "aging", "animal", "arts", "assessment",
    "athletics", "benefits", "budget", "care", "communications", "community", "compliance", "construction", "control",
    "corrections", "curriculum", "custodial", "custody", "data", "detention", "development", "dietary", "dining",
    "education", "elections", "emergency", "employment", "enforcement", "engineering", "environment", "environmental",
    "facilities", "family", "finance", "financial", "fiscal", "fleet", "food", "fire", "grounds", "health", "highway",
    "highways", "hospice", "housekeeping", "housing", "hr", "icu", "imaging", "information", "inspection",
    "inspections", "instruction", "investigations", "it", "justice", "kitchen", "laundry", "legal", "libraries",
    "licensing", "logistics", "mail", "maintenance", "marketing", "medical", "medicine", "mental", "nursing",
    "nutrition", "office", "operations", "outreach", "parking", "parks", "patrol", "payroll", "pediatrics",
    "permitting", "permits", "pharmacy", "planning", "police", "pool", "power", "probation", "procurement", "programs",
    "prosecution", "psychiatry", "purchasing", "quality", "radiology", "receiving", "records", "recreation",
    "recruitment", "rehabilitation", "research", "resources", "revenue", "roads", "safety", "sanitation", "schools",
    "science", "sciences", "security", "services", "sewer", "sheriff", "shipping", "social", "sterile", "stores",
    "streets", "supply", "support", "surgery", "surgical", "systems", "tax", "technology", "telecommunications",
    "traffic", "training", "transit", "transport", "transportation", "treasury", "utilities", "vehicle", "veterans",
    "waste", "wastewater", "water", "welfare", "works", "workforce",
    "administracion", "alimentacion", "archivo", "cocina", "compras", "comunicaciones", "contabilidad", "educacion",
    "emergencias", "enfermeria", "farmacia", "finanzas", "hacienda", "informatica", "lavanderia", "limpieza",
    "mantenimiento", "nomina", "obras", "personal", "recursos", "registro", "salud", "seguridad", "servicios",
    "tecnologia", "tesoreria", "transporte", "urgencias",
    "alimentaire", "achats", "approvisionnement", "buanderie", "comptabilite", "cuisine", "entretien", "finances",
    "informatique", "pharmacie", "ressources", "sante", "securite", "soins", "travaux", "urgence",
})  # fmt: skip
"""Words of names of departments; beside them stand words of no kind, as in 'ICU 4 East'."""
DRIVEN = re.compile(r"\b(?:bus|coach|train|rail|tram|trolley|streetcar|subway|transit|motor ?coach)\b", re.IGNORECASE)


def by_cells(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """The levels put right where a heading says less than its cells do."""
    return _departments(table, _divided(table, _grouped(table, mapping, kind, familiar)), kind)


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


def are_offices(cells: list[str]) -> bool:
    """Names of departments: at least half say what is done there."""
    return sum(bool(OFFICES & set(fold(cell).split())) for cell in cells) >= 0.5 * len(cells) > 0


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


def _departments(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """'Dept' over names and 'Unit' over offices are departments where nothing else is: no codes, no bargaining unit."""
    if "department" in mapping.values() or "department" not in FIELDS_OF_KIND[kind]:
        return mapping
    for at, name in enumerate(table.header):
        cells, says = sample(table, at), name_score(name, "department")
        is_office = mapping.get(name) == "org" and says > 0.5 and not are_codes(cells)
        if is_office or (mapping.get(name) == "unit" and heading_words(name) in ALSO_OFFICES and are_offices(cells)):
            return mapping | {name: "department"}
    return mapping


ALSO_OFFICES = (["unit"], ["unidad"], ["unite"])


def _drive(table: Table, mapping: dict[str, str]) -> bool:
    titles = [sample(table, at) for at, name in enumerate(table.header) if mapping.get(name) == "title"]
    return any(sum(bool(DRIVEN.search(cell)) for cell in cells) >= 0.2 * len(cells) > 0 for cells in titles)
