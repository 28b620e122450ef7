"""Which column is which: by its name and by what stands in it, never by its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import itemgetter

from members.imports.cells import (
    CHECKS,
    are_pay_plans,
    cell_score,
    is_date,
    is_price,
    is_written_date,
    sample,
    tell_status,
)
from members.imports.fields import FIELDS_OF_KIND
from members.imports.headings import heading_words, is_another, is_share, name_score, of_membership
from members.imports.headless import without_headings
from members.normalising import values
from members.normalising.names import SUFFIXES
from unionops.platform.core.text import fold
from unionops.platform.sheets.sections import UNLABELLED
from unionops.platform.sheets.tables import Table

GOOD_ENOUGH = 0.45
OF_EMPTY = 0.46
"""A column without a cell is taken for what its name says only where no filled column says it."""
Familiar = Callable[[str, list[str]], float]
"""(field, cells) -> the share of the cells our roster already holds under that field."""


TELLING = {
    "email": 0.6,
    "phone": 0.5,
    "pp_series_grade": 0.8,
    "pp_series": 0.7,
    "grade_step": 0.46,
    "tour": 0.55,
    "schedule": 0.5,
    "dues_method": 0.5,
    "payment_status": 0.5,
    "status": 0.5,
    "city_state_zip": 0.55,
}
"""Fields a column may be taken for by its cells alone, when its name says nothing, and how sure that is."""
REPEATED = {"tour", "schedule", "dues_method", "payment_status", "status"}
"""Of these, fields whose cells come again and again; a column of different cells is something else."""


def unfamiliar(_slug: str, _cells: list[str]) -> float:
    return 0.0


def guess(table: Table, kind: str, familiar: Familiar = unfamiliar) -> dict[str, str]:
    """{their heading: our field}, each field once; the surest pairs first."""
    scored = sorted(_pairs(table, FIELDS_OF_KIND[kind]), key=lambda pair: -pair[0])
    mapping: dict[str, str] = {}
    for score, at, slug in scored:
        name = table.header[at]
        if slug == "status" and kind == "unit" and not of_membership(name, sample(table, at)):
            continue
        if score >= GOOD_ENOUGH and name not in mapping and slug not in mapping.values():
            mapping[name] = slug
    mapping = _coded(table, _grouped(table, _named_people(table, mapping), kind, familiar))
    mapping = _whose_number(table, _recognised(table, mapping, kind, familiar), kind, familiar)
    mapping = _net_money(table, mapping, kind)
    mapping = _parts_of_names(table, _only_money(table, _only_date(table, mapping, kind), kind))
    mapping = without_headings(table, _numbered_people(table, mapping, kind), kind)
    return _tidied(mapping, kind)


def _pairs(table: Table, slugs: list[str]) -> list[tuple[float, int, str]]:
    found = []
    for at, name in enumerate(table.header):
        cells, own = sample(table, at), _own_name(table.header, at)
        for slug in slugs:
            score = _score(name, cells, slug)
            found.append((max(score, _score(own, cells, slug) * 0.98) if own else score, at, slug))
    return found


def _own_name(header: list[str], at: int) -> str:
    """The heading without the words it begins with like its neighbor: a title that stands over several columns."""
    mine = header[at].split()
    near = [header[other].split() for other in (at - 1, at + 1) if 0 <= other < len(header)]
    shared = max((_shared(mine, other) for other in near), default=0)
    return " ".join(mine[shared:]) if 1 < shared < len(mine) else ""


def _shared(one: list[str], other: list[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _score(name: str, cells: list[str], slug: str) -> float:
    if is_another(set(heading_words(name)), slug):
        return 0.0
    by_name = name_score(name, slug)
    if not cells:
        return by_name * OF_EMPTY
    if by_name == 0 and slug not in TELLING:
        return 0.0
    fits = _fits(name, cells, slug, by_name)
    if slug == "station" and all(cell.isdigit() for cell in cells):
        return by_name * 0.6
    if slug not in CHECKS:
        amiss = sum(is_price(cell) or (is_written_date(cell) and is_date(cell)) for cell in cells) / len(cells)
        return by_name * 0.95 * (1 - amiss)
    if by_name == 0:
        told = TELLING.get(slug, 0.0) if slug not in REPEATED or _repeating(cells) else 0.0
        told = 0.0 if slug.startswith("pp_") and not are_pay_plans(cells) else told
        told = 0.0 if slug == "status" and not tell_status(cells) else told
        told = 0.0 if slug == "grade_step" and not all(cell[-1:].isdigit() for cell in cells) else told
        return told * fits if fits >= 0.85 else 0.0
    score = by_name * (0.3 + 0.7 * fits) + _bonus(cells, slug)
    return max(score, 0.5) if by_name >= 0.95 and fits >= 0.2 else score


def _fits(name: str, cells: list[str], slug: str, by_name: float) -> float:
    """The share of the cells that could stand under the field; an employer may have words of its own for shifts."""
    if slug == "schedule" and is_share(name, cells):
        return 1.0
    fits = cell_score(cells, slug)
    own_words = slug == "tour" and by_name >= 0.9 and _repeating(cells) and all(_is_word(cell) for cell in cells)
    return max(fits, 0.5) if own_words else fits


def _is_word(cell: str) -> bool:
    """'T2' too; a number alone is a count of something."""
    return bool(re.search(r"[^\W\d_]", cell))


def _repeating(cells: list[str]) -> bool:
    return len(cells) < 6 or len(set(cells)) <= 0.8 * len(cells)


def _bonus(cells: list[str], slug: str) -> float:
    """Work mail from employer domains; numbers that differ from row to row."""
    if slug == "work_email":
        return 0.2 * sum(values.is_employer_mail(cell.casefold()) for cell in cells) / len(cells)
    if slug in {"employee_number", "member_id"}:
        return 0.05 if len(set(cells)) > 0.9 * len(cells) else -0.3
    return 0.0


def _named_people(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """A list of people needs names: when no heading says so, the column that reads like 'Last, First'."""
    if {"full_name", "last_name"} & set(mapping.values()):
        return mapping
    for at, name in enumerate(table.header):
        if mapping.get(name) == "first_name" and _two_words(sample(table, at)):
            return mapping | {name: "full_name"}
    free = [at for at, name in enumerate(table.header) if name not in mapping]
    likely = [(_comma_names(sample(table, at)), at) for at in free]
    best = max(likely, default=(0.0, 0))
    return mapping | {table.header[best[1]]: "full_name"} if best[0] > 0.7 else mapping


def _two_words(cells: list[str]) -> bool:
    """'Nombre' over whole names, in a list without a column of last names."""
    return sum(len(cell.split()) > 1 for cell in cells) >= 0.9 * len(cells) > 0


YIELD_TO: dict[str, set[str]] = {
    "employee_number": {"phone", "transaction_id"},
    "member_id": {"phone", "transaction_id"},
    "org": {"department"},
    "department": {"org", "station", "component"},
    "station": {"department", "employer", "org"},
    "title": set(),
    "component": set(),
}
"""Fields looked for by what we already know, and the guesses that give way to them."""
CODE = re.compile(r"(?=.*[\d\-/])[A-Z0-9][A-Z0-9./-]{1,15}|\d\.\d+E\+\d+")


def _recognised(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """A column whose cells we know under a field is that field, whatever its heading says."""
    for slug, weaker in YIELD_TO.items():
        if slug in mapping.values() or slug not in FIELDS_OF_KIND[kind]:
            continue
        free = [at for at, name in enumerate(table.header) if mapping.get(name) in {None, *weaker}]
        share, at = max(((_known_share(slug, sample(table, at), familiar), at) for at in free), default=(0.0, 0))
        guessed = mapping.get(table.header[at], "")
        if share >= 0.5 and not (guessed in GROUPS and familiar(guessed, sample(table, at)) >= share):
            mapping = mapping | {table.header[at]: slug}
    return mapping


NUMBERS = ("employee_number", "member_id")
OF_NO_KIND = {"id", "number", "code", "key"}
"""Words of a heading over numbers that do not say whose numbers they are."""


def _whose_number(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """One column of numbers is what we know them as; else a bare 'ID' is the number of whoever the list is of."""
    named = [(at, name) for at, name in enumerate(table.header) if mapping.get(name) in NUMBERS]
    if len(named) != 1:
        return mapping
    at, name = named[0]
    bare = set(heading_words(name)) <= OF_NO_KIND
    if not bare and name_score(name, mapping[name]) >= 0.9:
        return mapping
    cells = sample(table, at)
    shares = {slug: familiar(slug, cells) for slug in NUMBERS}
    best = max(NUMBERS, key=lambda slug: shares[slug])
    if shares[best] >= 0.5 and shares[best] > shares[mapping[name]]:
        return mapping | {name: best}
    return mapping | {name: "member_id"} if bare and kind == "members" and shares["employee_number"] < 0.5 else mapping


INITIAL = re.compile(r"[^\W\d_]\.?")


def _parts_of_names(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """Beside first names, whatever the heading: single letters of many kinds are initials, and Jr is a suffix."""
    for slug, fits in (("middle", _are_initials), ("suffix", _are_suffixes)):
        if "first_name" not in mapping.values() or slug in mapping.values():
            continue
        free = [name for at, name in enumerate(table.header) if name not in mapping and fits(sample(table, at))]
        mapping = mapping | dict.fromkeys(free[:1], slug)
    return mapping


def _are_initials(cells: list[str]) -> bool:
    """A code has two or three letters, initials have many."""
    return len({cell.upper()[:1] for cell in cells}) >= 6 and all(INITIAL.fullmatch(cell) for cell in cells)


def _are_suffixes(cells: list[str]) -> bool:
    """'II' and 'III' alone may be classes of a job."""
    said = {fold(cell) for cell in cells}
    return bool(said & {"jr", "sr"}) and said <= SUFFIXES.keys()


def _known_share(slug: str, cells: list[str], familiar: Familiar) -> float:
    """0 for numbers that repeat: a supervisor's number stands on many rows."""
    numbers = slug in {"employee_number", "member_id"}
    if not cells or (numbers and len(set(cells)) < 0.9 * len(cells)):
        return 0.0
    return familiar(slug, cells)


GROUPS = ("station", "org", "department", "component", "unit", "employer", "title", "tour")


def _grouped(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """Lines above groups of rows that do not say what they name: what we know most of them as, else a department."""
    if UNLABELLED not in table.header:
        return mapping
    if _says_the_same(table, UNLABELLED):
        return {name: each for name, each in mapping.items() if name != UNLABELLED}
    cells = sample(table, table.header.index(UNLABELLED))
    others = {slug for name, slug in mapping.items() if name != UNLABELLED}
    free = [slug for slug in GROUPS if slug in FIELDS_OF_KIND[kind] and slug not in others]
    share, slug = max(((familiar(slug, cells), slug) for slug in free), key=itemgetter(0), default=(0.0, ""))
    if share < 0.25:
        slug = next((each for each in ("department", "org") if each in free), "")
    mapping = {name: each for name, each in mapping.items() if name != UNLABELLED}
    return mapping | {UNLABELLED: slug} if slug else mapping


def _says_the_same(table: Table, name: str) -> bool:
    """Another column says in each row what the line above the group says."""
    ours = [fold(cell) for cell in table.sample(table.header.index(name))]
    columns = (table.sample(at) for at, other in enumerate(table.header) if other != name)
    return bool(ours) and any([fold(cell) for cell in cells] == ours for cells in columns)


def _only_date(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """The one column of dates: when it was paid; in a list without a heading, since when people are there."""
    slug = {"unit": "hire_date", "members": "join_date"}.get(kind, "paid_on")
    if slug in mapping.values():
        return mapping
    free = [at for at, name in enumerate(table.header) if name not in mapping]
    free = [at for at in free if slug == "paid_on" or re.fullmatch(r"Column \d+", table.header[at])]
    dated = [at for at in free if cell_score(sample(table, at), slug) >= 0.9 and not _is_number(sample(table, at))]
    return mapping | {table.header[dated[0]]: slug} if len(dated) == 1 else mapping


SUM = re.compile(r"[-(−]?\s*\$?\s*[-−]?[\d.,]*\d[.,]\d{2}\)?\s*(?:-|−|CR|DR)?", re.IGNORECASE)


def _only_money(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """Where no heading says it, the one column of dollars and cents: what was paid, in our own list the dues."""
    slug = {"remittance": "amount", "edues": "amount", "members": "dues_amount"}.get(kind, "")
    if not slug or slug in mapping.values():
        return mapping
    free = [name for at, name in enumerate(table.header) if mapping.get(name, "dues_amount") == "dues_amount"
            and not (slug == "dues_amount" and is_another(set(heading_words(name)), slug))
            and (cells := sample(table, at)) and all(SUM.fullmatch(cell.strip()) for cell in cells)]  # fmt: skip
    return mapping | {free[0]: slug} if len(free) == 1 else mapping


def _net_money(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """Beside what is current and what is taken back, the net is what came."""
    taken = next((name for name, slug in mapping.items() if slug == "amount"), "")
    if kind not in {"remittance", "edues"} or not taken or "net" in heading_words(taken):
        return mapping
    adjusted = any(
        {"adj", "adjustment", "prior", "refund", "retro"} & set(heading_words(name)) for name in table.header
    )
    nets = [name for at, name in enumerate(table.header) if name not in mapping and _is_net(name, sample(table, at))]
    if not adjusted or len(nets) != 1:
        return mapping
    return {name: slug for name, slug in mapping.items() if name != taken} | {nets[0]: "amount"}


def _is_net(name: str, cells: list[str]) -> bool:
    words = set(heading_words(name))
    of_dues = "net" in words and words <= {"net", "amount", "dues", "deduction", "total", "withheld", "remitted"}
    return of_dues and bool(cells) and all(SUM.fullmatch(cell.strip()) for cell in cells)


def _is_number(cells: list[str]) -> bool:
    return all(cell.isdigit() for cell in cells)


def _coded(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """A department written as codes is what we call an organization code."""
    if "org" in mapping.values():
        return mapping
    for at, name in enumerate(table.header):
        cells = sample(table, at) if mapping.get(name) == "department" else []
        if cells and sum(bool(CODE.fullmatch(cell)) for cell in cells) >= 0.9 * len(cells):
            return mapping | {name: "org"}
    return mapping


def _numbered_people(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """When no heading says so: the column of different long numbers whose name hints at one, or the only such."""
    if kind != "unit" or "employee_number" in mapping.values():
        return mapping
    free = [(name, sample(table, at)) for at, name in enumerate(table.header) if name not in mapping]
    likely = {name: _telling_numbers(cells) for name, cells in free if _all_different(cells)}
    hinted = [name for name, telling in likely.items() if telling is not None and _hints_at_number(name)]
    alone = [name for name, telling in likely.items() if telling]
    named = hinted[:1] or (alone if len(alone) == 1 else [])
    return mapping | dict.fromkeys(named, "employee_number")


def _hints_at_number(name: str) -> bool:
    return name.startswith("Column ") or bool({"number", "id", "code", "key"} & set(heading_words(name)))


def _all_different(cells: list[str]) -> bool:
    return bool(cells) and len(set(cells)) >= 0.95 * len(cells)


def _telling_numbers(cells: list[str]) -> bool | None:
    """None when these are no long numbers; False when they could as well be dates or phones."""
    if sum(bool(re.fullmatch(r"\d{4,12}(?:\.0)?", cell)) for cell in cells) < 0.9 * len(cells):
        return None
    return max(cell_score(cells, "hire_date"), cell_score(cells, "phone")) < 0.5


def _comma_names(cells: list[str]) -> float:
    """The share of cells that read like a name, and differ."""
    if not cells or len(set(cells)) < 0.7 * len(cells):
        return 0.0
    return sum(bool(re.fullmatch(r"[^\d@:]{2,30},?\s+[^\d@:]{1,30}", cell.strip())) for cell in cells) / len(cells)


def _tidied(mapping: dict[str, str], kind: str) -> dict[str, str]:
    """Drop what contradicts: a full name beside a last name is the fuller spelling of the same."""
    slugs = set(mapping.values())
    if {"last_name", "first_name"} <= slugs:
        mapping = {name: slug for name, slug in mapping.items() if slug != "full_name"}
    if kind in {"remittance", "edues"}:
        mapping = {name: slug for name, slug in mapping.items() if slug != "dues_amount"}
    if kind == "unit":
        mapping = {name: slug for name, slug in mapping.items() if slug != "dues_amount" or _of_dues(name)}
    if "street" not in slugs:
        mapping = {name: "street" if slug == "street2" else slug for name, slug in mapping.items()}
    return mapping


def _of_dues(name: str) -> bool:
    """On the employer's list a rate is one of pay, unless it says dues."""
    return bool({"dues", "deduction", "withheld"} & set(heading_words(name)))
