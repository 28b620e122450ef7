"""Which column is which: by its name and by what stands in it, never by its place."""

from __future__ import annotations

import re

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
from members.imports.headings import heading_words, is_another, is_share, name_score, of_joining, of_membership
from members.imports.headless import without_headings
from members.imports.levels import GROUPS, Familiar, are_codes, by_cells
from members.imports.numbers import numbered_people, whose_number
from members.imports.sums import told_by_money
from members.normalising import values
from members.normalising.names import SUFFIXES
from unionops.platform.core.text import fold
from unionops.platform.sheets.tables import Table

GOOD_ENOUGH = 0.45
OF_EMPTY = 0.46
"""A column without a cell is taken for what its name says only where no filled column says it."""
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
        if kind == "unit" and _of_the_job(slug, name, sample(table, at)):
            continue
        if score >= GOOD_ENOUGH and name not in mapping and slug not in mapping.values():
            mapping[name] = slug
    mapping = by_cells(table, _named_people(table, mapping), kind, familiar)
    mapping = whose_number(table, _recognised(table, mapping, kind, familiar), kind, familiar)
    mapping = _parts_of_names(table, told_by_money(table, _only_date(table, mapping, kind), kind))
    mapping = without_headings(table, numbered_people(table, mapping, kind), kind)
    return _tidied(mapping, kind)


def _of_the_job(slug: str, name: str, cells: list[str]) -> bool:
    """The employer's list speaks of jobs, unless it says otherwise."""
    of_union = {"status": of_membership(name, cells), "join_date": of_joining(name)}
    return not of_union.get(slug, True)


def _pairs(table: Table, slugs: list[str]) -> list[tuple[float, int, str]]:
    found = []
    for at, name in enumerate(table.header):
        cells, own = sample(table, at), _own_name(table, at)
        if _is_label(table, at):
            continue
        name = _described(table, at)
        for slug in slugs:
            score = _score(name, cells, slug)
            found.append((max(score, _score(own, cells, slug) * 0.98) if own else score, at, slug))
    return found


DESCRIBED = re.compile(
    r"(?:(?:long|short) )?(?:descr|description|desc|descripci[oó]n|libellé)(?: \(\d+\))?", re.IGNORECASE
)


LABEL_OF, VALUE_OF = (re.compile(rf"(.+?)\W+{word}", re.IGNORECASE) for word in ("(?:label|type)", "value"))


def _described(table: Table, at: int) -> str:
    """'DeptID, Descr': a description is one of what stands before it; 'Field 1 Label, Field 1 Value' of its label."""
    name, before = table.header[at], table.header[at - 1] if at else ""
    if before and DESCRIBED.fullmatch(name.strip()):
        return f"{before} description"
    said = set(table.sample(at - 1)) if before and _is_label(table, at - 1) else set()
    if len(said) != 1:
        return name
    return said.pop() if "custom" in name.casefold() else f"{said.pop()} {re.sub('[^A-Za-z-]+', ' ', before)}"


def _is_label(table: Table, at: int) -> bool:
    """It says what the next column holds, and holds nothing of its own."""
    label, value = LABEL_OF.fullmatch(table.header[at]), VALUE_OF.fullmatch("".join(table.header[at + 1 : at + 2]))
    return bool(label and value and label[1] == value[1])


def _own_name(table: Table, at: int) -> str:
    """The heading without the words it begins with like its neighbor: a title that stands over several columns."""
    header = table.header
    if own := table.meta.get("own", {}).get(header[at], ""):
        return str(own) if own != header[at] else ""
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
    if slug == "city_state_zip" and sum(cell[:1].isdigit() for cell in cells) > 0.5 * len(cells):
        return 0.0
    if slug == "station" and all(cell.isdigit() for cell in cells):
        return by_name * 0.6
    if slug not in CHECKS:
        amiss = sum(is_price(cell) or (is_written_date(cell) and is_date(cell)) for cell in cells) / len(cells)
        return by_name * 0.95 * (1 - amiss) - 0.02 * (slug == "department" and are_codes(cells))
    if by_name == 0:
        told = TELLING.get(slug, 0.0) if slug not in REPEATED or _repeating(cells) else 0.0
        told = 0.0 if slug.startswith("pp_") and not are_pay_plans(cells) else told
        told = 0.0 if slug == "status" and not tell_status(cells) else told
        told = 0.0 if slug in {"payment_status", "tour", "dues_method"} and max(map(len, cells)) < 2 else told
        told = 0.0 if slug == "grade_step" and not all(cell[-1:].isdigit() for cell in cells) else told
        return told * fits if fits >= 0.85 else 0.0
    score = by_name * (0.3 + 0.7 * fits) + _bonus(cells, slug)
    return max(score, 0.5) if by_name >= 0.95 and fits >= 0.2 else score


def _fits(name: str, cells: list[str], slug: str, by_name: float) -> float:
    """The share of the cells that could stand under the field; an employer may have words of its own for shifts."""
    if slug == "schedule" and (is_share(name, cells) or _is_of_full_time(name, cells)):
        return 1.0
    fits = cell_score(cells, slug)
    own_words = slug == "tour" and by_name >= 0.9 and _repeating(cells) and all(_is_word(cell) for cell in cells)
    return max(fits, 0.5) if own_words else fits


def _is_of_full_time(name: str, cells: list[str]) -> bool:
    """'FTE' over 1 and 0.5."""
    return "fte" in heading_words(name) and all(re.fullmatch(r"[01]|[01]?\.\d+", cell) for cell in cells)


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
    if not cells or (numbers and len(set(cells)) < 0.7 * len(cells)):
        return 0.0
    return familiar(slug, cells)


def _only_date(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """The one column of dates: when it was paid; in a list without a heading, since when people are there."""
    slug = {"unit": "hire_date", "members": "join_date"}.get(kind, "paid_on")
    if slug in mapping.values():
        return mapping
    free = [at for at, name in enumerate(table.header) if name not in mapping]
    free = [at for at in free if slug == "paid_on" or re.fullmatch(r"Column \d+", table.header[at])]
    dated = [at for at in free if cell_score(sample(table, at), slug) >= 0.9 and not _is_number(sample(table, at))]
    return mapping | {table.header[dated[0]]: slug} if len(dated) == 1 else mapping


def _is_number(cells: list[str]) -> bool:
    return all(cell.isdigit() for cell in cells)


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
