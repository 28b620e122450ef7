"""Whose numbers a column holds: the employer's of a person, or our own of a member."""

from __future__ import annotations

import re

from members.imports.cells import cell_score, sample
from members.imports.headings import OF_EMPLOYEES, heading_words, is_another, name_score
from members.imports.levels import Familiar
from unionops.platform.sheets.tables import Table

NUMBERS = ("employee_number", "member_id")
OF_NO_KIND = {"id", "number", "code", "key"}
"""Words of a heading over numbers that do not say whose numbers they are."""


def is_of_a_record(name: str) -> bool:
    """In our own list 'HubSpot_ID' is the number of a record of some program, unless it says whose."""
    words = heading_words(name)
    return bool(OF_NO_KIND & {*words[1:]}) and not (OF_EMPLOYEES | OF_NO_KIND) & {*words[:1]}


def whose_number(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """One column of numbers is what we know them as; else a bare 'ID' is the number of whoever the list is of."""
    named = [(at, name) for at, name in enumerate(table.header) if mapping.get(name) in NUMBERS]
    if len(named) == 2 and _is_serial(table, mapping, kind, familiar):
        return {name: slug for name, slug in mapping.items() if slug != "employee_number"}
    if len(named) == 2:
        return mapping | _exchanged(table, {mapping[name]: (at, name) for at, name in named}, kind, familiar)
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


def _is_serial(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> bool:
    """In our own list a bare 'ID' beside the member number counts the records, unless we know it as the employer's."""
    of = {slug: name for name, slug in mapping.items()}
    name = of["employee_number"]
    bare = kind == "members" and set(heading_words(name)) <= OF_NO_KIND
    says = name_score(of["member_id"], "member_id") >= SAYS
    return bare and says and familiar("employee_number", sample(table, table.header.index(name))) < 0.5


SAYS = 0.7


def _exchanged(table: Table, named: dict[str, tuple[int, str]], kind: str, familiar: Familiar) -> dict[str, str]:
    """Which of two columns is whose number: what we know decides, else a bare 'ID' is the number of our own list."""
    (at, name), (other_at, other) = (named[slug] for slug in NUMBERS)
    kept, turned = (
        familiar("employee_number", sample(table, one)) + familiar("member_id", sample(table, two))
        for one, two in ((at, other_at), (other_at, at))
    )
    says = name_score(other, "member_id") >= 0.9
    bare = kind == "members" and set(heading_words(name)) <= OF_NO_KIND and not says
    if turned > kept + 0.2 or (bare and kept < 0.5):
        return {name: "member_id", other: "employee_number"}
    return {}


def numbered_people(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """When no heading says so: the column of different long numbers whose name hints at one, or the only such."""
    for slug in NUMBERS if kind == "members" else NUMBERS[:1]:
        if kind == "members" and slug == "employee_number" and "member_id" in mapping.values():
            continue  # another number of our own list is one of some program's records
        if kind != "edues" and not {slug, "employee_number"} & {*mapping.values()}:
            mapping = mapping | dict.fromkeys(_numbers_of(table, mapping, kind, slug), slug)
    return mapping


def _numbers_of(table: Table, mapping: dict[str, str], kind: str, slug: str) -> list[str]:
    free = [(name, sample(table, at)) for at, name in enumerate(table.header)
            if name not in mapping and not is_another(set(heading_words(name)), slug)
            and not (kind == "members" and slug == "employee_number" and is_of_a_record(name))]  # fmt: skip
    likely = {name: _telling_numbers(cells) for name, cells in free if _all_different(cells)}
    hinted = [name for name, telling in likely.items() if telling is not None and _hints_at_number(name)]
    alone = [name for name, telling in likely.items() if telling and kind != "remittance"]
    named = hinted or alone
    if len(named) > 1:
        named = [name for name in named if likely[name] and _are_one_series(sample(table, table.header.index(name)))]
    return named if len(named) == 1 else []


def _are_one_series(cells: list[str]) -> bool:
    """Each different and as long as the others, as numbers that were given out are, and sums are not."""
    return len(set(cells)) == len(cells) and len({len(cell) for cell in cells}) == 1


def _hints_at_number(name: str) -> bool:
    words = heading_words(name)
    return name.startswith("Column ") or bool({"number", "id", "code", "key"} & set(words)) or words[-1:] == ["ueid"]


def _all_different(cells: list[str]) -> bool:
    return bool(cells) and len(set(cells)) >= 0.95 * len(cells)


def _telling_numbers(cells: list[str]) -> bool | None:
    """None when these are no long numbers; False when they could as well be dates, phones or a year's pay."""
    if sum(bool(re.fullmatch(r"[A-Z]?\d{4,12}[A-Z]?(?:\.0)?", cell)) for cell in cells) < 0.9 * len(cells):
        return None
    if all(cell.isdigit() and int(cell) in PAY for cell in cells):
        return False
    return _are_no_serials(cells) or max(cell_score(cells, "hire_date"), cell_score(cells, "phone")) < 0.5


PAY = range(15_000, 250_000)
"""Dollars of a year's pay, nearly everybody's."""
DAYS_OF_WORK = range(15_000, 48_000)
"""Excel's numbers of the days on which anybody who still works may have begun (1941 to 2031)."""


def _are_no_serials(cells: list[str]) -> bool:
    """Five figures each, and too many of them no day anybody began on."""
    figures = [cell.removesuffix(".0") for cell in cells]
    outside = sum(cell.startswith("0") or int(cell) not in DAYS_OF_WORK for cell in figures if cell.isdigit())
    return all(len(cell) == 5 for cell in figures) and outside >= 0.2 * len(figures)
