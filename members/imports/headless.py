"""A list of people without names over its columns: job, grade, place, day of hire and unit by their cells."""

from __future__ import annotations

import re
from collections.abc import Callable

from members.imports.cells import KNOWN_PLANS, cell_score, is_date, sample
from members.imports.fields import FIELDS_OF_KIND
from members.imports.levels import PLACES
from members.normalising.nicknames import GROUP
from unionops.platform.core.text import fold
from unionops.platform.sheets.tables import Table

UNNAMED = re.compile(r"Column \d+(?: \(\d+\))?")
JOB_WORDS = frozenset({
    "technician", "tech", "clerk", "specialist", "assistant", "mechanic", "nurse", "aide", "aid", "analyst", "guard",
    "police", "secretary", "representative", "attorney", "physician", "cook", "attendant",
    "paraprofessional", "support",
})  # fmt: skip
DOER = re.compile(r"[a-z]{2,}(?:er|or|ist|ian|man|woman|eer|ant)")
"""'Fitter', 'operator', 'chemist': who does something, where the word is no place."""
WORD, FEW_KNOWN = re.compile(r"[^\W\d_][^\d@,/_]{1,39}"), 0.1
PATTERNS = {"pay_plan": r"[A-Z]{2}", "series": r"\d{4}", "grade": r"\d{2}", "step": r"\d{2}"}
"""Columns that follow one another; the first decides whether the others are looked for."""


def without_headings(table: Table, mapping: dict[str, str], kind: str) -> dict[str, str]:
    """What the cells of nameless columns tell beyond names, numbers and hours. A person still sees and corrects it."""
    if kind != "unit" or not all(UNNAMED.fullmatch(name) for name in table.header):
        return mapping
    mapping = _job(table, mapping)
    mapping = _since(table, mapping)
    mapping = _words(table, mapping)
    return _constant(table, mapping)


def names_apart(table: Table, free: list[int]) -> dict[str, str]:
    """Of two nameless columns side by side that could be names, the one with more given names we know is the first."""
    if not all(UNNAMED.fullmatch(name) for name in table.header):
        return {}
    known = {
        at: _share(cells, lambda cell: fold(cell) in GROUP)
        for at in free
        if _could_be_names(cells := sample(table, at))
    }
    pairs = [(max(known[at], known[at + 1]), at) for at in known if at + 1 in known]
    share, at = max(pairs, default=(0.0, 0))
    if share < FEW_KNOWN:
        return {}
    slugs = ("first_name", "last_name") if known[at] > known[at + 1] else ("last_name", "first_name")
    return dict(zip(table.header[at : at + 2], slugs, strict=True))


def _could_be_names(cells: list[str]) -> bool:
    return (
        len(set(cells)) >= min(10, 0.5 * len(cells)) and _share(cells, lambda cell: bool(WORD.fullmatch(cell))) == 1.0
    )


def _free(table: Table, mapping: dict[str, str]) -> list[tuple[str, list[str]]]:
    return [(name, cells) for at, name in enumerate(table.header)
            if name not in mapping and (cells := sample(table, at))]  # fmt: skip


def _job(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    start = next((at for at, name in enumerate(table.header) if name not in mapping
                  and _share(sample(table, at), lambda cell: cell in KNOWN_PLANS) > 0.5), None)  # fmt: skip
    if start is None:
        return mapping
    for name, (slug, pattern) in zip(table.header[start:], PATTERNS.items(), strict=False):
        cells = sample(table, table.header.index(name))
        if name in mapping or sum(bool(re.fullmatch(pattern, cell)) for cell in cells) < 0.9 * len(cells):
            break
        mapping = mapping | {name: slug}
    return mapping


def _since(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """The one column of days; days as eight figures would be numbers if they were not all of this age."""
    if "hire_date" in mapping.values():
        return mapping
    dated = [name for name, cells in _free(table, mapping) if _share(cells, _is_day) >= 0.95]
    return mapping | {dated[0]: "hire_date"} if len(dated) == 1 else mapping


def _is_day(cell: str) -> bool:
    return is_date(cell) and bool(re.search(r"[/\-.]|[A-Za-z]|^(?:19|20)\d{6}$", cell))


def _words(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """Words that come again: jobs by the words of jobs, then codes, then the place with more different names."""
    for slug, fits in (("title", are_jobs), ("org", _are_codes), ("station", _are_places)):
        if slug in mapping.values() or slug not in FIELDS_OF_KIND["unit"]:
            continue
        likely = [
            (len(set(cells)), name) for name, cells in _free(table, mapping) if _come_again(cells) and fits(cells)
        ]
        if likely:
            mapping = mapping | {max(likely)[1]: slug}
    return mapping


def _constant(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """One code that stands on every row says which unit the list is of."""
    codes = [name for name, cells in _free(table, mapping) if len(cells) > 5 and _is_one_code(cells)]
    return mapping | {codes[0]: "unit"} if len(codes) == 1 and "unit" not in mapping.values() else mapping


def _is_one_code(cells: list[str]) -> bool:
    return len(set(cells)) == 1 and bool(cell_score(cells[:1], "unit")) and bool(re.search(r"\d", cells[0]))


def _come_again(cells: list[str]) -> bool:
    return 1 < len(set(cells)) <= 0.6 * len(cells)


def are_jobs(cells: list[str]) -> bool:
    return _share(cells, _is_job) >= 0.4


def _is_job(cell: str) -> bool:
    words = [word for word in fold(cell).split() if word.isalpha() and len(word) > 2]
    return bool(JOB_WORDS & set(words)) or any(DOER.fullmatch(word) and word not in PLACES for word in words[-1:])


def _are_codes(cells: list[str]) -> bool:
    return _share(cells, lambda cell: bool(re.fullmatch(r"(?=.*\d)[A-Z0-9][A-Z0-9./\-]{2,15}", cell))) >= 0.9


def _are_places(cells: list[str]) -> bool:
    return _share(cells, lambda cell: bool(re.search(r"[^\W\d_]{3}", cell)) and len(cell) > 4) >= 0.9


def _share(cells: list[str], fits: Callable[[str], bool]) -> float:
    return sum(fits(cell) for cell in cells) / len(cells) if cells else 0.0
