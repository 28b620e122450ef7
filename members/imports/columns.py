"""Which column is which: by its name and by what stands in it, never by its place."""

from __future__ import annotations

from members.imports.assigning import assigned
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
from members.imports.described import IN_WORDS, described, has_description, is_label, own_name
from members.imports.fields import FIELDS_OF_KIND
from members.imports.funds import are_funds, is_fund
from members.imports.headings import (
    OF_OTHER_THINGS,
    heading_words,
    is_another,
    is_share,
    of_dues,
    of_joining,
    of_membership,
    told,
)
from members.imports.headless import are_jobs, are_states, by_their_cells, names_apart
from members.imports.levels import GROUPS, Familiar, are_codes, are_places, by_cells
from members.imports.numbers import OF_NO_KIND, is_of_a_record, numbered_people, whose_number
from members.imports.sums import told_by_money
from members.normalising import jobs, values
from members.normalising.names import SUFFIXES
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold
from unionops.platform.sheets.tables import Table

GOOD_ENOUGH = 0.45
RIVALS, SAID_BY_WORDS, SURE = 0.6, 0.6, 1.05
"""A field that says less than this share of what another field says of the column is no reading of it."""
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


SHARED = {"title", "org", "station", "department"}
OWN = {"full_name", "last_name", "first_name", "hire_date", "seniority_date"}


def _vary_as(slug: str, different: float) -> bool:
    """Many share a job or a place; each has a name of their own. `different`: cells of their own, of all."""
    return different <= 0.9 if slug in SHARED else different >= 0.02 or slug not in OWN


def unfamiliar(_slug: str, _cells: list[str]) -> float:
    return 0.0


def guess(table: Table, kind: str, familiar: Familiar = unfamiliar) -> dict[str, str]:
    """{their heading: our field}, each field once: all columns at the same time, so that together they say most."""
    mapping = {table.header[at]: slug for at, slug in assigned(_gains(table, kind)).items()}
    mapping = by_cells(table, _named_people(table, mapping), kind, familiar)
    mapping = whose_number(table, _recognised(table, mapping, kind, familiar), kind, familiar)
    mapping = _parts_of_names(table, told_by_money(table, _only_date(table, mapping, kind), kind))
    mapping = numbered_people(table, by_their_cells(table, mapping, kind, familiar), kind)
    return _tidied(mapping)


def _of_the_job(slug: str, name: str, cells: list[str]) -> bool:
    """The employer's list speaks of jobs, unless it says otherwise."""
    if slug == "status":
        return not of_membership(name, cells)
    if slug == "member_id":
        return set(heading_words(name)) <= OF_NO_KIND
    of_union = {"join_date": of_joining, "dues_amount": of_dues}
    return slug in of_union and not of_union[slug](name)


def _of_a_record(slug: str, name: str, _cells: list[str]) -> bool:
    return slug == "employee_number" and is_of_a_record(name)


def _of_any(_slug: str, _name: str, _cells: list[str]) -> bool:
    return False


OF_LISTS = {"unit": _of_the_job, "members": _of_a_record}
"""What a column of each kind of list cannot be."""


def _gains(table: Table, kind: str) -> dict[tuple[int, str], float]:
    """{(column, field): how much more than good enough the name and the cells say}; of equals the first column."""
    found = {}
    for at, heading in enumerate(table.header):
        if is_label(table, at):
            continue
        cells, own, name = sample(table, at), own_name(table, at), described(table, at)
        scores = {
            slug: max(_score(name, cells, slug), _score(own, cells, slug) * 0.98 if own else 0.0)
            for slug in FIELDS_OF_KIND[kind] if not OF_LISTS.get(kind, _of_any)(slug, heading, cells)
        }  # fmt: skip
        if has_description(table, at):
            scores |= {slug: 0.6 * scores[slug] for slug in IN_WORDS & scores.keys()}
        best = max(scores.values())
        for slug, score in scores.items():
            if score >= GOOD_ENOUGH and score >= RIVALS * best:
                found[at, slug] = score - GOOD_ENOUGH + 0.001 - at * 1e-6
    return found


OF_KIND = {
    **dict.fromkeys(("phone", "home_phone", "work_phone"), "phone"),
    **dict.fromkeys(("email", "work_email"), "email"),
    **dict.fromkeys(("hire_date", "seniority_date", "join_date", "end_date", "separated_on"), "date"),
}
"""What the cells of a field plainly are, so that its heading need not say it."""


def _by_name(name: str, cells: list[str], slug: str) -> float:
    of = OF_KIND.get(slug, "")
    by_name = told(name, slug, of if of and cells and cell_score(cells, slug) >= 0.85 else "")
    if slug in {"org", "department", "station"} and cells:
        return 0.0 if set(map(fold, cells)) <= ANSWERS else _of_level(name, cells, slug, by_name)
    if slug == "fund" and are_funds(cells):
        return SURE
    return _said_by_words(by_name, slug == "title" and are_jobs(cells))


def _said_by_words(by_name: float, words: bool) -> float:
    """Words of jobs or of places make sure what the heading says, or say it themselves."""
    return min(1.0, max(by_name, SAID_BY_WORDS) + 0.05) if words else by_name


ANSWERS = {"y", "n", "yes", "no", "si"}
"""Under 'HQ' they say who works there and are no places."""
CODED = [["code"], ["id"], ["number"], ["symbol"]]


def _of_level(name: str, cells: list[str], slug: str, by_name: float) -> float:
    """One heading may stand over codes, over offices or over places of work: its cells tell which."""
    coded, places = are_codes(cells) or heading_words(name)[-1:] in CODED, _are_places(cells)
    if slug == "org":
        return max(by_name, 0.9 * told(name, "department")) if coded else 0.85 * by_name
    if coded:
        return 0.85 * by_name
    places = places and not (by_name == 0 and OF_OTHER_THINGS & {*heading_words(name)})
    said = {"department": 0.9, "station": 0.95 * places}[slug] * told(name, "org")
    return _said_by_words(max(by_name, said), places and slug == "station")


def _are_places(cells: list[str]) -> bool:
    """A 'Plant Operator' is no plant."""
    return are_places(cells) and not are_jobs(cells)


def _score(name: str, cells: list[str], slug: str) -> float:
    if is_another(set(heading_words(name)), slug) or (slug in {"amount", "dues_amount", "arrears"} and is_fund(name)):
        return 0.0
    by_name = _by_name(name, cells, slug)
    if not cells:
        return by_name * OF_EMPTY
    if (by_name == 0 and slug not in TELLING) or _is_no_group(cells, slug):
        return 0.0
    fits = _fits(name, cells, slug, by_name)
    if slug == "station" and are_codes(cells):
        return by_name * 0.6
    if len(cells) > 20 and not _vary_as(slug, len(set(cells)) / len(cells)):
        return by_name * 0.5 * (1 - _amiss(cells))
    if slug not in CHECKS:
        return by_name * 0.95 * (1 - _amiss(cells))
    if by_name == 0:
        return TELLING[slug] * fits if fits >= 0.85 and _tell_alone(slug, cells) else 0.0
    score = by_name * (0.3 + 0.7 * fits) + _bonus(cells, slug)
    return max(score, 0.5) if by_name >= 0.95 and fits >= 0.2 else score


def _is_no_group(cells: list[str], slug: str) -> bool:
    """Numbers and pay plans are no jobs, and states no places of work."""
    if slug == "title":
        return all(map(str.isdigit, cells)) or (cell_score(cells, "pp_series_grade") >= 0.9 and are_pay_plans(cells))
    return slug in {"station", "department", "org"} and are_states(cells)


def _amiss(cells: list[str]) -> float:
    """The share of prices and days, which are no jobs and no places."""
    return sum(is_price(cell) or (is_written_date(cell) and is_date(cell)) for cell in cells) / len(cells)


def _tell_alone(slug: str, cells: list[str]) -> bool:
    """The cells are so much like the field that no heading need say it."""
    if slug in REPEATED and not _repeating(cells):
        return False
    if slug == "tour" and not all(map(jobs.on_the_clock, cells)):
        return False
    if slug in {"payment_status", "tour", "dues_method"}:
        return max(map(len, cells)) > 1
    if slug == "status":
        return tell_status(cells)
    if slug == "grade_step":
        return all(cell[-1:].isdigit() for cell in cells)
    return not slug.startswith("pp_") or are_pay_plans(cells)


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
    return len(cells) < 6 or 1 < len(set(cells)) <= 0.8 * len(cells)


def _bonus(cells: list[str], slug: str) -> float:
    """Work mail from employer domains; numbers that differ from row to row."""
    if slug == "work_email":
        return 0.2 * sum(values.is_employer_mail(cell.casefold()) for cell in cells) / len(cells)
    if slug in {"employee_number", "member_id"}:
        return 0.05 if len(set(cells)) > 0.9 * len(cells) else -0.3
    return 0.0


def _named_people(table: Table, mapping: dict[str, str]) -> dict[str, str]:
    """A list of people needs names: when no heading says so, columns that read like names."""
    slugs = set(mapping.values())
    if "full_name" in slugs or {"last_name", "first_name"} <= slugs:
        return mapping
    for at, name in enumerate(table.header):
        if mapping.get(name) == "first_name" and _two_words(sample(table, at)):
            return mapping | {name: "full_name"}
    if found := {} if "first_name" in slugs else names_apart(table, mapping):
        return mapping | found
    likely = {name: len(set(cells)) for at, name in enumerate(table.header)
              if name not in mapping and _comma_names(cells := sample(table, at)) > 0.7}  # fmt: skip
    named = [name for name, different in likely.items() if different >= ALMOST * max(likely.values())]
    return mapping | dict.fromkeys(named if len(named) == 1 and "last_name" not in slugs else [], "full_name")


ALMOST = 0.85
"""A column of names that has so many of what another has may be the one or the other: many share a supervisor."""


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
    "component": {"department", "org"},
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


WHOLE_NAME = re.compile(r"[^\d@:]{2,30}(?:,\s*|\s+(?!\w\.?$))[^\d@:]{1,30}")
"""'Lee, J' and 'Jo Lee'; 'Jo L.' is a first name and an initial."""


def _comma_names(cells: list[str]) -> float:
    """The share of cells that read like a name, and differ."""
    if not cells or len(set(cells)) < 0.7 * len(cells):
        return 0.0
    return sum(bool(WHOLE_NAME.fullmatch(cell.strip())) for cell in cells) / len(cells)


def _tidied(mapping: dict[str, str]) -> dict[str, str]:
    """Drop what contradicts: a full name beside a last name is the fuller spelling of the same."""
    slugs = set(mapping.values())
    if {"last_name", "first_name"} <= slugs:
        mapping = {name: slug for name, slug in mapping.items() if slug != "full_name"}
    if {"grade", "step"} <= slugs:
        mapping = {name: slug for name, slug in mapping.items() if slug != "grade_step"}
    if "street" not in slugs:
        mapping = {name: "street" if slug == "street2" else slug for name, slug in mapping.items()}
    return mapping
