"""Which level of the house a column names: worksite, department or organization code, by what stands in its cells."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter

from members.imports.cells import is_status, sample
from members.imports.fields import FIELDS_OF_KIND
from members.imports.headings import OF_FORM, heading_words, name_score
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
    "dock", "berth", "annex", "building", "bldg", "tower", "house", "courthouse", "jail", "prison", "shop", "warehouse",
    "facility", "site", "fort", "airport", "park", "camp", "laboratory", "lab", "store", "branch", "mall", "manor",
    "villa", "lodge", "harbor", "port", "wharf", "hangar", "headquarters", "hq", "reservoir", "substation", "refinery",
    "mill", "quarry", "dormitory", "residence", "gymnasium", "stadium", "arena", "museum", "zoo", "theater", "cemetery",
    "marina", "farm", "landfill", "plaza", "street", "avenue", "ave", "road", "wing", "floor", "pool", "kindergarten",
    "college", "home", "firehouse", "barracks", "complex", "terrace",
    "escuela", "planta", "almacen", "estacion", "edificio", "taller", "clinica", "centro", "sucursal", "bodega",
    "residencia", "colegio", "parque", "puerto", "aeropuerto", "biblioteca", "sede", "ala",
    "ecole", "usine", "bibliotheque", "entrepot", "hopital", "clinique", "clsc", "chsld", "succursale", "gare",
    "caserne", "piscine", "foyer", "batiment",
})  # fmt: skip
"""Words of names of places where people work."""
SEATED = frozenset({
    "field", "district", "regional", "region", "area", "main", "central", "local", "head", "county", "city", "state",
    "satellite", "zone", "downtown", "north", "south", "east", "west",
})  # fmt: skip
"""What stands before an office that is a place: 'Field Office 114'."""
OFFICES = frozenset({
    "accounting", "accounts", "activities", "administration", "admissions", "aging", "animal", "arts", "assessment",
    "athletics", "benefits", "budget", "care", "communications", "community", "compliance", "construction", "control",
    "corrections", "curriculum", "custodial", "custody", "data", "detention", "development", "dietary", "dining",
    "education", "elections", "emergency", "employment", "enforcement", "engineering", "environment", "environmental",
    "facilities", "family", "finance", "financial", "fiscal", "fleet", "food", "fire", "grounds", "health", "highway",
    "highways", "hospice", "housekeeping", "housing", "hr", "icu", "imaging", "information", "inspection",
    "inspections", "instruction", "investigations", "it", "justice", "kitchen", "laundry", "legal", "libraries",
    "licensing", "logistics", "mail", "maintenance", "management", "marketing", "medical", "medicine", "mental",
    "nursing", "nutrition", "operations", "outreach", "parking", "parks", "patrol", "payroll", "pediatrics",
    "permitting", "permits", "pharmacy", "planning", "police", "power", "probation", "procurement", "programs",
    "prosecution", "psychiatry", "purchasing", "quality", "radiology", "receiving", "records", "recreation",
    "recruitment", "rehabilitation", "research", "resources", "revenue", "roads", "safety", "sanitation", "schools",
    "science", "sciences", "security", "services", "sewer", "sheriff", "shipping", "social", "sterile", "stores",
    "streets", "supply", "support", "surgery", "surgical", "systems", "tax", "technology", "telecommunications",
    "traffic", "training", "transit", "transport", "transportation", "treasury", "utilities", "vehicle", "vehicles",
    "veterans", "circulation", "collections", "customer", "dispatch", "distribution", "ems", "labor", "prevention",
    "reference", "service", "standards", "suppression", "youth",
    "waste", "wastewater", "water", "welfare", "works", "workforce",
    "administracion", "alimentacion", "almacenes", "archivo", "cocina", "compras", "comunicaciones", "contabilidad",
    "educacion", "emergencias", "enfermeria", "farmacia", "finanzas", "hacienda", "informatica", "lavanderia",
    "limpieza", "mantenimiento", "nomina", "obras", "odontologia", "pediatria", "personal", "recursos", "registro",
    "salud", "seguridad", "servicios",
    "tecnologia", "tesoreria", "transporte", "urgencias",
    "alimentaire", "achats", "approvisionnement", "buanderie", "comptabilite", "cuisine", "entretien", "finances",
    "informatique", "pharmacie", "ressources", "sante", "securite", "soins", "travaux", "urgence",
})  # fmt: skip
"""Words of names of departments; beside them stand words of no kind, as in 'ICU 4 East'."""
DRIVEN = re.compile(r"\b(?:bus|coach|train|rail|tram|trolley|streetcar|subway|transit|motor ?coach)\b", re.IGNORECASE)


def by_cells(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """The levels put right where a heading says less than its cells do."""
    return _departments(table, _divided(table, _grouped(table, mapping, kind, familiar)), kind, familiar)


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
    return sum(map(_is_place, cells)) >= 0.5 * len(cells) > 0


def are_offices(cells: list[str]) -> bool:
    """Names of departments: at least half say what is done there, and fewer are names of places."""
    offices = [bool(OFFICES & set(fold(cell).split())) and not _is_place(cell) for cell in cells]
    return sum(offices) >= 0.5 * len(cells) > 0 and sum(offices) > sum(map(_is_place, cells))


@lru_cache(maxsize=5_000)
def _is_place(cell: str) -> bool:
    """By its first or last word; one of another place within counts where nothing says what is done there."""
    words = [word if word in PLACES | OFFICES else word.removesuffix("s") for word in fold(cell).split()
             if len(word) > 1 and word.isalpha()]  # fmt: skip
    if words[-1:] == ["office"]:
        return bool(SEATED & set(words))
    return bool(PLACES & {*words[:1], *words[-1:]}) or bool(PLACES & set(words) and not OFFICES & set(words))


def are_codes(cells: list[str]) -> bool:
    return sum(bool(CODE.fullmatch(cell)) for cell in cells) >= 0.9 * len(cells) > 0


def _divided(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """A 'Division' is a part of an office, but a place of work by its names, or where people drive from it; so is
    a 'Branch' by its names.
    """
    if "station" in mapping.values():
        return mapping
    for at, name in enumerate(table.header):
        words = {*heading_words(name)} - OF_FORM
        if mapping.get(name) not in {None, "department"} or not words or not words <= {"division", "branch", "office"}:
            continue
        if are_places(sample(table, at)) or (words == {"division"} and _drive(table, mapping)):
            return mapping | {name: "station"}
    return mapping


def _departments(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """'Dept' over names and 'Unit' over offices are departments where nothing else is; 'Unit' over places is one.

    'Nursing' may be a bargaining unit as well: then it is one we know.
    """
    for at, name in enumerate(table.header):
        cells = sample(table, at)
        slug = "" if mapping.get(name) == "unit" and familiar("unit", cells) >= 0.5 else _level(name, mapping, cells)
        if slug and slug not in mapping.values() and slug in FIELDS_OF_KIND[kind]:
            mapping = mapping | {name: slug}
    return mapping


OF_UNITS = frozenset({
    "bargaining", "bus", "bu", "union", "rep", "representation", "contract", "code", "cba", "negociacion",
    "contratacion", "apropiada", "negociadora", "negociation", "accreditation",
})  # fmt: skip
OF_COMPONENTS = frozenset({"component", "subcomponent", "agency", "subagency", "opdiv", "majcom", "command"})


def _level(name: str, mapping: dict[str, str], cells: list[str]) -> str:
    """What else a column of codes, of bargaining units or of components may be by its cells, or ''."""
    guessed, words = mapping.get(name), {*heading_words(name)}
    if guessed == "org":
        return "department" if name_score(name, "department") > 0.5 and not are_codes(cells) else ""
    if guessed == "component":
        return "" if "employer" in mapping.values() or OF_COMPONENTS & words else "department"
    if guessed != "unit" or OF_UNITS & words:
        return ""
    return "station" if are_places(cells) else "department" if are_offices(cells) else ""


def _drive(table: Table, mapping: dict[str, str]) -> bool:
    titles = [sample(table, at) for at, name in enumerate(table.header) if mapping.get(name) == "title"]
    return any(sum(bool(DRIVEN.search(cell)) for cell in cells) >= 0.2 * len(cells) > 0 for cells in titles)
