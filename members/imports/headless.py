"""Columns whose headings say nothing, or nothing we know: names, homes, jobs and days of hire by their cells."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from members.imports.cells import CHECKS, KNOWN_PLANS, cell_score, is_date, sample
from members.imports.fields import FIELDS, FIELDS_OF_KIND, OF_MONEY
from members.imports.headings import NOT_THEIRS, OF_OTHER_THINGS, heading_words, is_another, name_score
from members.imports.levels import PLACES, Familiar, are_offices, are_places
from members.normalising.nicknames import GROUP
from unionops.platform.core import lazy_re as re
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


SAYING = 0.45
"""A heading that says less than this for every field says nothing of what stands below it."""


def is_silent(name: str, cells: list[str] | None = None) -> bool:
    """What it says for a field that none of the `cells` can stand under is not meant."""
    said = [slug for slug in FIELDS if slug not in OF_MONEY and name_score(name, slug) >= SAYING]
    meant = [slug for slug in said if not cells or slug not in CHECKS or cell_score(cells, slug) > 0]
    return bool(UNNAMED.fullmatch(name)) or not (meant or {*heading_words(name)} & (NOT_THEIRS | {"date"}))


def by_their_cells(table: Table, mapping: dict[str, str], kind: str, familiar: Familiar) -> dict[str, str]:
    """What cells tell under silent headings, beyond names, numbers and hours. A person still sees and corrects it."""
    mapping = _home(table, mapping)
    if kind != "unit":
        return mapping
    mapping = _words(table, _since(table, _job(table, mapping), familiar))
    return _constant(table, mapping) if all(map(UNNAMED.fullmatch, table.header)) else mapping


STREET = re.compile(r"\d+[A-Za-z]?(?:[-/]\d+)? +\S*[^\W\d_]{2}.*|P\.? ?O\.? ?Box.+", re.IGNORECASE)
STATE = re.compile(
    r"A[AEKLPRSZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT"
    r"|V[AIT]|W[AIVY]"
)


def _home(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """Streets tell where people live; beside them state and code are theirs, and the words before those the town."""
    for slug, fits in (("street", _are_streets), ("state", are_states), ("zip", _are_codes_of_towns)):
        if slug not in mapping.values() and (slug == "street" or {"street", "state"} & {*mapping.values()}):
            likely = [name for name, cells in _unmapped(table, mapping)
                      if fits(cells) and not is_another({*heading_words(name)}, slug)]  # fmt: skip
            mapping = mapping | dict.fromkeys(likely if len(likely) == 1 else [], slug)
    if "city" in mapping.values():
        return mapping
    towns = [name for name, cells in _free(table, mapping) if _stands_by(table, mapping, name)
             and all(map(WORD.fullmatch, cells))]  # fmt: skip
    return mapping | dict.fromkeys(towns[:1], "city")


def _are_streets(cells: list[str]) -> bool:
    return _share(cells, lambda cell: bool(STREET.fullmatch(cell))) >= 0.85 and len(set(cells)) >= 0.5 * len(cells)


def are_states(cells: list[str]) -> bool:
    return all(map(STATE.fullmatch, cells))


def _are_codes_of_towns(cells: list[str]) -> bool:
    return _share(cells, lambda cell: bool(re.fullmatch(r"\d{5}(?:-?\d{4})?", cell))) >= 0.95


def _stands_by(table: Table, mapping: dict[str, str], name: str) -> bool:
    """Between the street and the state or the code, or beside the code."""
    at = table.header.index(name)
    before, after = ({mapping.get(near, "") for near in table.header[part]} for part in (slice(max(0, at - 1), at),
                     slice(at + 1, at + 2)))  # fmt: skip
    return bool(before & {"street", "street2", "zip"} and after & {"state", "zip"}) or before == {"zip"}


def names_apart(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """Of columns of names, the one with more given names we know is the first; beside it stands the last.

    Two whose words stand in the addresses of e-mail are names whatever their headings say; else these are silent.
    """
    free = [at for at, name in enumerate(table.header) if mapping.get(name, "last_name") == "last_name"]
    words = {at: cells for at in free if _could_be_names(cells := sample(table, at))}
    known = {at: _share(cells, lambda cell: fold(cell.split()[0]) in GROUP) for at, cells in words.items()}
    lasts = {at for at in words if table.header[at] in mapping}
    mailed = _mailed(table, words)
    if len(mailed) == 2 and lasts <= mailed.keys():
        first = max(mailed.keys() - lasts, key=lambda at: (known[at], mailed[at]))
        return _named(table, first, *(mailed.keys() - {first}))
    words = words if lasts else {at: words[at] for at in words if is_silent(table.header[at])}
    first = max(words.keys() - lasts, key=lambda at: known[at], default=-1)
    if first < 0 or known[first] < FEW_KNOWN:
        return {}
    beside = {at for at in lasts or words if at != first and _next_to(table, at, first)}
    return _named(table, first, *sorted(beside, key=lambda at: -len(set(words[at])))[:1])


def _named(table: Table, first: int, last: int = -1) -> dict[str, str]:
    return {table.header[first]: "first_name", table.header[last]: "last_name"} if last >= 0 else {}


def _next_to(table: Table, one: int, other: int) -> bool:
    """Side by side, or with single letters between."""
    between = range(min(one, other) + 1, max(one, other))
    return len(between) == 0 or (len(between) == 1 and all(len(cell) < 3 for cell in sample(table, between[0])))


def _mailed(table: Table, words: dict[int, list[str]]) -> dict[int, float]:
    """{column: share of its words that begin an address} of those whose words stand in the addresses of e-mail."""
    mails = (cell for at in range(len(table.header)) for cell in sample(table, at) if "@" in cell)
    parts = [re.split(r"[\W\d_]+", mail.split("@")[0].casefold()) for mail in mails]
    firsts, said = {some[0] for some in parts}, {part for some in parts for part in some if len(part) > 1}
    folded = {at: [fold(cell).replace(" ", "") for cell in cells] for at, cells in words.items()}
    return {at: _share(cells, firsts.__contains__) for at, cells in folded.items()
            if _share(cells, said.__contains__) >= MAILED}  # fmt: skip


MAILED = 0.4
"""The share of a column's words that stand in addresses, from which on they are names."""


def _could_be_names(cells: list[str]) -> bool:
    return (
        len(set(cells)) >= min(10, 0.5 * len(cells))
        and _share(cells, lambda cell: bool(WORD.fullmatch(cell))) >= 0.97
        and not (are_jobs(cells) or are_places(cells))
    )


def _unmapped(table: Table, mapping: dict[str, str]) -> list[tuple[str, list[str]]]:
    return [(name, cells) for at, name in enumerate(table.header)
            if name not in mapping and (cells := sample(table, at))]  # fmt: skip


def _free(table: Table, mapping: dict[str, str]) -> list[tuple[str, list[str]]]:
    return [(name, cells) for name, cells in _unmapped(table, mapping) if is_silent(name, cells)]


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


def _since(table: Table, mapping: dict[str, str], familiar: Familiar) -> dict[str, str]:
    """The one column of days over many years that are no birthdays, or the one whose days we know; days as eight
    figures would be numbers if they were not all of this age.
    """
    if "hire_date" in mapping.values():
        return mapping
    dated = {name: familiar("hire_date", cells) for name, cells in _free(table, mapping)
             if _share(cells, _is_day) >= 0.95 and _are_of_work(cells)}  # fmt: skip
    known = [name for name, share in dated.items() if share >= KNOWN_DAYS]
    likely = known if len(known) == 1 else list(dated)
    return mapping | {likely[0]: "hire_date"} if len(likely) == 1 else mapping


KNOWN_DAYS = 0.8
"""The share of a column's days on which people we know were hired, from which on it is that column."""
YOUNGEST, CAREERS = 15, 8
"""Years somebody has lived before they work; years between the first and the last who came, at least."""


def _are_of_work(cells: list[str]) -> bool:
    """Some began when those who are now the youngest were born, which no birthday is."""
    years = [int(found[0]) for cell in cells if (found := re.search(r"(?:19|20)\d\d", cell))]
    if not years:
        return True
    this_year = timezone.localdate().year
    return max(years) > this_year - YOUNGEST and (len(cells) < 6 or max(years) - min(years) >= CAREERS)


def _is_day(cell: str) -> bool:
    return is_date(cell) and bool(re.search(r"[/\-.]|[A-Za-z]|^(?:19|20)\d{6}$", cell))


def _words(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """Words that come again: jobs by the words of jobs, then codes, then places; beside codes of offices any words."""
    for slug, fits in ORDER:
        if slug in mapping.values() or slug not in FIELDS_OF_KIND["unit"]:
            continue
        of_offices = slug == "station" and "org" in mapping.values()
        likely = [(len(set(cells)), name) for name, cells in _free(table, mapping)
                  if not OF_OTHER_THINGS & {*heading_words(name)}
                  and _come_again(cells) and (fits(cells) or (of_offices and _are_words(cells)))]  # fmt: skip
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


def _are_words(cells: list[str]) -> bool:
    return _share(cells, lambda cell: bool(re.search(r"[^\W\d_]{3}", cell)) and len(cell) > 4) >= 0.9


def _share(cells: list[str], fits: Callable[[str], bool]) -> float:
    return sum(fits(cell) for cell in cells) / len(cells) if cells else 0.0


ORDER: tuple[tuple[str, Callable[[list[str]], bool]], ...] = (
    ("title", are_jobs), ("org", _are_codes), ("station", are_places), ("department", are_offices),
)  # fmt: skip
