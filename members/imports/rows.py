"""Cells as typed rows, with every cell that could not be read listed by row, column and reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from members.imports.funds import IN_COLUMN, is_fund
from members.imports.headings import is_share
from members.imports.places import place, spread_place, spread_street
from members.imports.standing import (
    method_of,
    note_death,
    notes_death,
    says_died,
    settle,
    spread_job_status,
    spread_standing,
    standing_of,
)
from members.imports.sums import SEVERAL, are_sums, spread_amount, spread_arrears
from members.imports.together import BESIDE, NUMBERED, PHONES, join_surnames, place_phones, spread_name, spread_phones
from members.imports.whole_columns import BY_ALL, Reader, text_of
from members.normalising import jobs, names, phones, values
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold
from unionops.platform.sheets.tables import Table

Row = dict[str, Any]
Refusal = dict[str, Any]
MASKED = re.compile(r"^[*xX#•]+-?\s*(\d{3,6})$")
DATES = {"hire_date", "seniority_date", "join_date", "end_date", "separated_on", "deceased_on", "paid_on"}
ENDING = {"member_class", "end_date", "left_reason"}
SURNAMES = ("last_name", "second_surname")
SILENT_BLANKS = values.BLANK - {"none"}
DO_NOT = {
    "sms": re.compile(r"\b(?:do not|don'?t|no) +(?:text|sms|texts|texting)\b", re.IGNORECASE),
    "phone": re.compile(r"\b(?:do not|don'?t|no) +(?:call|calls|phone|calling)\b", re.IGNORECASE),
    "email": re.compile(r"\b(?:do not|don'?t|no) +e-?mails?\b", re.IGNORECASE),
    "mail": re.compile(r"\b(?:do not|don'?t|no) +(?:mail|post|letters|mailings)\b", re.IGNORECASE),
}
LONGEST = {
    "employee_number": 40, "member_id": 40, "last_name": 120, "second_surname": 120, "first_name": 120,
    "middle": 80, "preferred_name": 80, "full_name": 160, "suffix": 20, "pronouns": 40, "language": 40,
    "title": 200, "department": 160, "component": 160, "org": 80, "tour": 60, "station": 160, "employer": 160,
    "unit": 160, "schedule": 40, "pay_plan": 10, "series": 10, "grade": 10, "step": 10,
    "street": 160, "street2": 120, "city": 80, "state": 40, "zip": 12, "left_reason": 120,
}  # fmt: skip
"""Characters a column of the roster takes: a longer cell is refused, never cut."""


@dataclass
class Read:
    """The rows of one file, and what could not be read of them. Rows kept elsewhere are read with `again`.

    `day` is the day the list is of, as ISO text. `of_members`: our own list, where a death ends the membership too.
    `numbered_names`: whether a number that stands with the name is the number of the person.
    """

    rows: list[Row] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    refused_rows: int = 0
    columns: list[str] = field(default_factory=list)
    width: int = 0
    again: Callable[[], Iterable[list[Row]]] | None = None
    day: str = ""
    of_members: bool = True
    numbered_names: bool = True

    def batches(self) -> Iterable[list[Row]]:
        return self.again() if self.again else [self.rows]


class Memo(dict[str, str]):
    """Reads each different cell of a column once, as long as there are not too many."""

    MOST = 4_000

    def __init__(self, read: Reader) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, cell: str) -> str:
        value = self.read(cell)
        if len(self) < self.MOST:
            self[cell] = value
        return value


def read_batches(found: Read, table: Table, mapping: dict[str, str]) -> Iterable[list[Row]]:
    """The rows piece by piece; refusals gather in `found`, whose `width` is taken from the file unless it is given."""
    columns = _columns_of(table, mapping)
    days = [cell for at, _name, slug in columns if slug in DATES for cell in table.sample(at)]
    cells = [_Column(found, name, slug, table.sample(at), days) for at, name, slug in columns]
    places = [(at, column.read) for (at, _name, _slug), column in zip(columns, cells, strict=True)]
    named = next((name for _at, name, slug in columns if slug in {"full_name", "last_name"}), "")
    found.width = found.width or _width_of(table, columns)
    names_of = {slug: name for _at, name, slug in columns}
    for numbers, rows in table.batches():
        batch = []
        for number, cells_of_row in zip(numbers, rows, strict=True):
            row: Row = {"row": number}
            for at, read in places:
                if cell := cells_of_row[at]:
                    read(row, cell)
            _finish(found, row, names_of)
            if _names_somebody(found, row, named):
                batch.append(_padded(row, found.width))
        yield batch
    found.refused += [
        {"row": aside.number, "column": "", "value": aside.text[:200], "reason": aside.reason}
        for aside in table.asides("unreadable")
    ]
    found.refused_rows += len(table.asides("unreadable"))


def _columns_of(table: Table, mapping: dict[str, str]) -> list[tuple[int, str, str]]:
    """(place, heading, field) of what is read: the mapped columns, and beside an amount those of other funds."""
    named = [(at, name, mapping.get(name, "")) for at, name in enumerate(table.header)]
    if "amount" in mapping.values():
        named = [(at, name, slug or (f"{IN_COLUMN}{name}" if is_fund(name) and are_sums(table.sample(at)) else ""))
                 for at, name, slug in named]  # fmt: skip
    return [column for column in named if column[2]]


def _finish(found: Read, row: Row, names_of: dict[str, str]) -> None:
    """What only the columns of a row together say."""
    if "second_surname" in row:
        join_surnames(found.refused, row, names_of, LONGEST["last_name"])
    if (number := row.pop(NUMBERED, "")) and found.numbered_names:
        row.setdefault("member_id" if found.of_members else "employee_number", number)
    if BESIDE in row:
        place_phones(found.refused, row, names_of)
    if ENDING & names_of.keys():
        _settle(found, row, names_of)
    elif row.get("has_died"):
        note_death(row, "", found.day, ends=found.of_members)


def _settle(found: Read, row: Row, names_of: dict[str, str]) -> None:
    said = {slug: row.get(slug, "") for slug in ENDING}
    slug, why = settle(row, found.day)
    if slug:
        found.refused.append({"row": row["row"], "column": names_of[slug], "value": said[slug], "reason": why})


def _width_of(table: Table, columns: list[tuple[int, str, str]]) -> int:
    at = next((at for at, _name, slug in columns if slug == "employee_number"), None)
    if at is None:
        return 0
    cells = [cell for cell in table.sample(at) if not MASKED.match(cell)]
    return digits_wide(re.sub(r"\.0+$", "", cell.strip()) for cell in cells)


class _Column:
    """One column being read into rows."""

    def __init__(self, found: Read, name: str, slug: str, sample: list[str], days: list[str]) -> None:
        self.found, self.name, self.slug = found, name, slug
        self.memo = Memo(_reader(name, slug, sample, _day_first(found, slug, sample, days)))
        self.spread = SPREAD.get(slug)

    def read(self, row: Row, cell: str) -> None:
        if len(cell.strip()) > (most := LONGEST.get(self.slug, len(cell))):
            self._refuse(row, cell[:200], f"longer than {most} characters")
            return
        try:
            value = self.memo[cell]
        except ValueError as error:
            self._refuse(row, cell[:200], str(error))
            return
        if value:
            if self.spread is None:
                row[self.slug] = value
            else:
                self.spread(row, self.slug, value)
        if self.slug == "org" and values.was_shortened(cell):
            self._refuse(row, cell, f"Excel turned this code into a number; read as {value}, please check")

    def _refuse(self, row: Row, cell: str, why: str) -> None:
        self.found.refused.append({"row": row["row"], "column": self.name, "value": cell, "reason": why})


def _spread_surname(row: Row, slug: str, value: str) -> None:
    """Some lists write 'Smith Jr' into the last name."""
    surname, suffix = value.split("\t")
    if surname:
        row[slug] = surname
    if suffix:
        row["suffix"] = suffix


def _spread_first_name(row: Row, slug: str, value: str) -> None:
    """Some lists write 'Juan P' or 'Juan P Jr' into the first name."""
    value, suffix = names.given_and_suffix(value)
    if suffix:
        row["suffix"] = suffix
    first, _space, initial = value.rpartition(" ")
    if first and len(initial.rstrip(".")) == 1:
        row[slug] = first
        row.setdefault("middle", initial.rstrip("."))
    else:
        row[slug] = value


def _spread_job(row: Row, _slug: str, value: str) -> None:
    for slug, part in zip(("pay_plan", "series", "grade", "step"), value.split("\t"), strict=True):
        if part:
            row[slug] = part


def _spread_title(row: Row, slug: str, value: str) -> None:
    """Some lists write the series before the title."""
    series, _tab, title = value.rpartition("\t")
    row[slug] = title
    if series:
        row.setdefault("series", series)


def _spread_number(row: Row, slug: str, value: str) -> None:
    row["last4" if value.startswith("*") else slug] = value.lstrip("*")


def _spread_notes(row: Row, slug: str, value: str) -> None:
    row[slug] = value
    if notes_death(value):
        row["has_died"] = "yes"
    if refused := [channel for channel, pattern in DO_NOT.items() if pattern.search(value)]:
        row["refuses"] = refused


def _spread_schedule(row: Row, slug: str, value: str) -> None:
    """Some lists write 'Deceased' where others say full-time."""
    if says_died(value):
        row["has_died"] = "yes"
    else:
        row[slug] = value


def _spread_death(row: Row, slug: str, value: str) -> None:
    row[slug] = value
    row["has_died"] = "yes"


SPREAD: dict[str, Callable[[Row, str, str], None]] = {
    "full_name": spread_name,
    **dict.fromkeys(SURNAMES, _spread_surname),
    "first_name": _spread_first_name,
    "pp_series_grade": _spread_job,
    "pp_series": _spread_job,
    "grade_step": _spread_job,
    "title": _spread_title,
    "city_state_zip": spread_place,
    "employee_number": _spread_number,
    "street": spread_street,
    "notes": _spread_notes,
    "status": spread_standing,
    "member_class": spread_standing,
    "schedule": _spread_schedule,
    "job_status": spread_job_status,
    "deceased_on": _spread_death,
    "amount": spread_amount,
    "refunded": spread_amount,
    **dict.fromkeys(SEVERAL, spread_arrears),
    **dict.fromkeys(PHONES, spread_phones),
}


PAST = {"hire_date", "seniority_date", "join_date", "deceased_on", "paid_on"}


def _day_first(found: Read, slug: str, cells: list[str], days: list[str]) -> bool:
    """`days`: the dates of the whole file, which tell of a column that may be read either way."""
    if slug not in DATES:
        return False
    past = slug in PAST and values.past_day_first(cells, found.day, days)
    return past or values.day_first(cells) or values.day_first(days)


def _reader(name: str, slug: str, cells: list[str], european: bool) -> Reader:
    words = set(fold(re.sub(r"[_/\-]", " ", name)).split())
    if "cents" in words and slug in {"amount", "dues_amount"}:
        return lambda cell: _unless_blank(cell, lambda text: _dues(values.whole_cents(text)))
    if slug in BY_ALL:
        return BY_ALL[slug](cells)
    if slug in PHONES:
        return _phones(name, slug)
    if slug in DATES:
        return lambda cell: _unless_blank(cell, lambda text: values.date(text, european=european).isoformat())
    if slug == "schedule" and ("fte" in words or is_share(name, cells)):
        return lambda cell: _unless_blank(cell, jobs.share)
    if slug == "pp_series_grade" and "step" in words and not {"series", "ser"} & words:
        return lambda cell: _unless_blank(cell, lambda text: "\t".join(jobs.grade_and_step_of_plan(text)))
    if slug == "unit" and "bus" in words:
        return lambda cell: _bus_code(text_of(cell).removesuffix(".0"))
    return READERS.get("amount" if slug.startswith(IN_COLUMN) else slug, text_of)


MOST_CENTS = 100_000_000


def _dues(cents: str) -> str:
    """Nobody pays a million in dues; such a figure is a number of something else, and no table holds it."""
    if abs(int(cents)) > MOST_CENTS:
        raise ValueError("more than a million dollars, so this is no amount of dues")
    return cents


def _bus_code(text: str) -> str:
    """Bargaining unit status codes have four digits; spreadsheets lose the zeros before them."""
    return text.zfill(4) if text.isdigit() else text


def _unless_blank(cell: str, read: Reader) -> str:
    return "" if values.is_blank(cell) else read(cell)


def _phones(name: str, slug: str) -> Reader:
    kinds = phones.kinds_of(name, slug)
    return lambda cell: _unless_blank(cell, lambda text: "\t".join(map("=".join, phones.numbers(text, *kinds))))


def _email(cell: str) -> str:
    return "" if cell.strip().casefold() in SILENT_BLANKS else values.email(cell)


def _number(cell: str) -> str:
    if masked := MASKED.match(cell.strip()):
        return f"*{masked[1]}"
    return _unless_blank(cell, values.numbered)


def _job(read: Callable[[str], jobs.Job]) -> Reader:
    return lambda cell: _unless_blank(cell, lambda text: "\t".join(read(text)))


READERS: dict[str, Reader] = {
    "employee_number": _number,
    "member_id": lambda cell: _unless_blank(cell, values.identifier),
    **dict.fromkeys(SURNAMES, lambda cell: "\t".join(names.last_and_suffix(cell))),
    "first_name": names.proper,
    "middle": lambda cell: names.proper(cell).rstrip("."),
    "suffix": lambda cell: names.SUFFIXES.get(fold(cell), "" if values.is_blank(cell) else cell.strip()),
    "preferred_name": lambda cell: "" if values.is_blank(cell) else names.proper(cell),
    "pp_series_grade": _job(jobs.combined),
    "pp_series": _job(jobs.plan_and_series),
    "grade_step": _job(jobs.grade_and_step),
    "series": lambda cell: _unless_blank(cell, jobs.series),
    "grade": lambda cell: _unless_blank(cell, jobs.two_digits),
    "step": lambda cell: _unless_blank(cell, jobs.two_digits),
    "tour": lambda cell: _unless_blank(cell, jobs.tour),
    "schedule": lambda cell: _unless_blank(cell, jobs.schedule),
    "org": lambda cell: "" if values.is_blank(cell) else values.code(cell),
    "unit": lambda cell: text_of(cell).removesuffix(".0"),
    "email": _email,
    "work_email": _email,
    "zip": lambda cell: _unless_blank(cell, values.zip_code),
    "city_state_zip": place,
    "status": standing_of,
    "member_class": standing_of,
    "job_status": standing_of,
    "dues_method": method_of,
    "dues_amount": lambda cell: _unless_blank(cell, lambda text: _dues(str(values.cents(text)))),
    "amount": lambda cell: _unless_blank(cell, lambda text: _dues(str(values.cents(text)))),
    **dict.fromkeys(
        ("refunded", *SEVERAL), lambda cell: _unless_blank(cell, lambda text: _dues(str(values.cents(text))))
    ),
    "notes": str.strip,
}


NAMING = ("last_name", "first_name", "employee_number", "member_id", "last4", "email", "work_email")


def _names_somebody(found: Read, row: Row, column: str) -> bool:
    """A row says who it is about, in any way; others are refused and listed."""
    if any(row.get(slug) for slug in NAMING):
        return True
    found.refused_rows += 1
    found.refused.append({"row": row["row"], "column": column, "value": "", "reason": "this row names nobody"})
    return False


def digits_wide(numbers: Iterable[str]) -> int:
    """How many digits the employee numbers have: the longest length that is not rare; 0 for short or mixed ones."""
    most = LONGEST["employee_number"]
    lengths = Counter(len(number) for number in numbers if number.isdigit() and len(number) <= most)
    total = sum(lengths.values())
    usual = [length for length, count in lengths.items() if count >= max(1, 0.05 * total)]
    return max(usual, default=0) if max(usual, default=0) >= 5 else 0


def _padded(row: Row, width: int) -> Row:
    number = row.get("employee_number", "")
    if len(number) < width and number.isdigit():
        row["employee_number"] = number.zfill(width)
    return row
