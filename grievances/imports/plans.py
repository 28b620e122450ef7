"""Old cases from a spreadsheet: find the columns, read each row, refuse what cannot be read, and say why. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from grievances.imports.endings import TOPICS, beyond, how_it_ended, is_open, read_word
from grievances.imports.headings import ANSWERS, DAYS, THE_UNION, find_columns, step_column
from grievances.imports.places import cited_in
from grievances.imports.worded_days import read_worded
from members.normalising.values import NUMERIC_DATE, is_blank
from unionops.platform.core import lazy_re as re
from unionops.platform.core.days import today
from unionops.platform.core.text import fold

YEAR_ALONE = re.compile(r"(?:(?:fy|year|año|cy)\s*)?(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?", re.I)
YES_OR_NO = re.compile(r"(?:n/a|yes|no|y|n|sí|si|none|na|x)\b[\s.:,–-]*(?:arb(?:itrator)?\b[\s.:]*)?", re.I)
A_GROUP = re.compile(
    r"(?:all|any|various|several|multiple|many|class|group|everyone|todos|todas|vari[oa]s|grupo)\b(?!,)|.*\bet al\b",
    re.I,
)
BARE_STEP = re.compile(r"\d|i{1,3}|iv|v", re.I)


@dataclass
class OldCase:
    row: int
    number: str
    title: str
    topic: str = "contract"
    article: str = ""
    site: str = ""
    incident_on: str = ""
    filed_on: str = ""
    closed_on: str = ""
    outcome: str = ""
    reason: str = ""
    arbitrator: str = ""
    manager: str = ""
    grievant: str = ""
    scope: str = "individual"
    step: str = ""
    sheet: str = ""


@dataclass
class DateOrder:
    """Which stands first in the dates of the file, day or month. `day_proof` and `month_proof`: the first cell that
    can be read in no other way; `unsure`: the cells that could be read both ways; `chosen`: a person said so.
    """

    day_first: bool = False
    chosen: bool = False
    day_proof: dict[str, Any] | None = None
    month_proof: dict[str, Any] | None = None
    unsure: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Plan:
    """What an import would do: cases to add, rows that are there already, rows that tell a later step of a case above
    them, rows refused with their reason.
    """

    columns: dict[str, str] = field(default_factory=dict)
    adds: list[OldCase] = field(default_factory=list)
    known: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    headings: list[dict[str, Any]] = field(default_factory=list)
    joined: list[dict[str, Any]] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    dates: DateOrder = field(default_factory=DateOrder)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read_date(text: str, *, european: bool = False) -> str:
    """ISO; the month stands first, as in the United States, unless `european`. Raises ValueError."""
    return "" if is_blank(text) else read_worded(text, european=european).isoformat()


@dataclass(frozen=True)
class Sheet:
    """One table of the file: its heading, and its rows with the numbers a spreadsheet program shows."""

    header: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]
    name: str = ""


def plan(
    header: Sequence[str],
    rows: Sequence[tuple[int, Sequence[str]]],
    known_numbers: set[str],
    day_first: bool | None = None,
) -> Plan:
    """The plan of a file of one sheet."""
    return plan_sheets([Sheet(header, rows)], known_numbers, day_first)


def plan_sheets(sheets: Sequence[Sheet], known_numbers: set[str], day_first: bool | None = None) -> Plan:
    """Each row ends as an addition, as known already, joined to the step before it, or refused with its column, value
    and reason. Without a choice of `day_first`, a file whose dates can only be read with the day in front is read so.
    """
    made = Plan(dates=DateOrder(chosen=day_first is not None))
    found = [(sheet, find_columns(sheet.header, sheet.rows)) for sheet in sheets]
    for sheet, columns in found:
        date_order(made.dates, sheet, [columns[name] for name in DAYS if name in columns])
        made.columns |= {name: sheet.header[at] for name, at in columns.items() if name not in made.columns}
        left = [name for at, name in enumerate(sheet.header) if at not in columns.values() and name]
        made.unused += [name for name in left if name not in made.unused]
    proved = bool(made.dates.day_proof and not made.dates.month_proof)
    made.dates.day_first = proved if day_first is None else day_first
    again = _numbers_again(found)
    seen = {number.casefold() for number in known_numbers}
    for sheet, columns in found:
        _place_sheet(made, sheet, columns, seen, again)
    return made


Found = Sequence[tuple[Sheet, dict[str, int]]]


def _cell(cells: Sequence[str], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""


def _numbers_again(found: Found) -> bool:
    """Whether the sheets, one for each year as a rule, count from one again: then a number needs its sheet's name."""
    sets = [
        {_cell(cells, columns["number"]) for _row, cells in sheet.rows} - {""}
        for sheet, columns in found
        if "number" in columns
    ]
    return len(set().union(*sets)) < sum(map(len, sets))


def _place_sheet(made: Plan, sheet: Sheet, columns: dict[str, int], seen: set[str], again: bool) -> None:
    steps = step_column(sheet.header) is not None
    for row, cells in sheet.rows:
        values = {name: _cell(cells, at) for name, at in columns.items()}
        if not any(values.values()):
            continue
        if (year := _year_alone(cells)) is not None:
            made.headings.append({"row": row, "text": year})
            continue
        if again and values.get("number"):
            values["number"] = f"{sheet.name}-{values['number']}"
        _place(made, Line(row, sheet.name, steps), values, seen)


def _year_alone(cells: Sequence[str]) -> str | None:
    """A year in a row of its own heads the cases below it."""
    said = [cell.strip() for cell in cells if not is_blank(cell)]
    return said[0] if len(said) == 1 and YEAR_ALONE.fullmatch(said[0]) else None


@dataclass(frozen=True)
class Line:
    """Where a row stands; `steps`: the list has a row for each step of a case."""

    row: int
    sheet: str = ""
    steps: bool = False


def date_order(found: DateOrder, sheet: Sheet, dated: Sequence[int]) -> None:
    """What the cells of the date columns say of the order of day and month."""
    for row, cells in sheet.rows:
        for at in dated:
            match = NUMERIC_DATE.match(_cell(cells, at))
            if match is None or len(match[1]) > 2:
                continue
            cell = {"row": row, "column": sheet.header[at], "value": _cell(cells, at)}
            one, two = int(match[1]), int(match[2])
            if one > 12 >= two:
                found.day_proof = found.day_proof or cell
            elif two > 12 >= one:
                found.month_proof = found.month_proof or cell
            elif one != two and one <= 12:
                found.unsure.append(cell | {"month_first": _either(cell, False), "day_first": _either(cell, True)})


def _either(cell: dict[str, Any], european: bool) -> str:
    """The cell read one way; '' where its year is none."""
    try:
        return read_date(cell["value"], european=european)
    except ValueError:
        return ""


def _place(made: Plan, line: Line, values: dict[str, str], seen: set[str]) -> None:
    number = values.get("number", "")
    try:
        case = _read(line, values, made.dates.day_first)
    except ReadingError as error:
        place = {"row": line.row, "sheet": line.sheet} if line.sheet else {"row": line.row}
        made.refused.append(place | {"column": error.column, "value": error.value, "reason": str(error)})
        return
    if number and number.casefold() in seen:
        earlier = next((one for one in made.adds if one.number == case.number), None) if line.steps else None
        if earlier is not None:
            _join(earlier, case)
            made.joined.append({"row": line.row, "number": number, "to": earlier.row})
        else:
            made.known.append({"row": line.row, "number": number})
        return
    if number:
        seen.add(number.casefold())
    made.adds.append(case)


def _join(case: OldCase, later: OldCase) -> None:
    """A later step of the same case: how and when it ended counts, what was known of it before stays."""
    for name in ("outcome", "closed_on", "step"):
        setattr(case, name, getattr(later, name) or getattr(case, name))
    for name in ("incident_on", "filed_on", "site", "arbitrator", "manager", "grievant", "article"):
        setattr(case, name, getattr(case, name) or getattr(later, name))
    if later.reason and later.reason not in case.reason:
        case.reason = "\n".join(text for text in (case.reason, later.reason) if text)


class ReadingError(ValueError):
    def __init__(self, column: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.value = column, value


def _read(line: Line, values: dict[str, str], european: bool) -> OldCase:
    title = next(filter(None, map(values.get, ("title", "topic", "article", "number"))), "")
    if not title:
        raise ReadingError("title", "", "the row has no title, article or number")
    dates = {name: _date(name, values.get(name, ""), european) for name in DAYS}
    for name, day in dates.items():
        if day > today().isoformat():
            raise ReadingError(name, values.get(name, ""), "lies in the future")
    if dates["incident_on"] and dates["filed_on"] and dates["filed_on"] < dates["incident_on"]:
        raise ReadingError("filed_on", dates["filed_on"], "the case was filed before it happened")
    if dates["filed_on"] and dates["closed_on"] and dates["closed_on"] < dates["filed_on"]:
        raise ReadingError("closed_on", dates["closed_on"], "the case closed before it was filed")
    said = values.get("outcome", "")
    still_open = is_open(said)
    outcome = "" if still_open else how_it_ended(said)
    grievant, scope = _for_whom(", ".join(filter(None, map(values.get, ("grievant", "first_name")))))
    return OldCase(
        row=line.row,
        sheet=line.sheet,
        number=values.get("number", "")[:40],
        title=title[:160],
        topic=read_word(f"{values.get('topic', '')} {title}", TOPICS) or "contract",
        article=cited_in(title) if is_blank(values.get("article", "")) else values["article"][:200],
        site=values.get("site", ""),
        outcome=outcome,
        reason="\n".join(text for text in (beyond(said, outcome), values.get("reason", "")) if text),
        arbitrator=_arbitrator(values.get("arbitrator", "")),
        manager="" if is_blank(values.get("manager", "")) else values["manager"][:160],
        grievant=grievant,
        scope=scope,
        step=_step(values.get("step", "")),
        **dates,
    )


def _for_whom(said: str) -> tuple[str, str]:
    """The name, and whether it is one person, a group ('All night clerks') or the union itself, which needs no name."""
    if is_blank(said) or said.strip().isdigit() or fold(said) in ANSWERS:
        return "", "individual"
    if THE_UNION.fullmatch(said.strip()):
        return "", "union"
    return said.strip()[:160], "group" if A_GROUP.match(said.strip()) else "individual"


def _arbitrator(said: str) -> str:
    """'No' and 'YES - Arb. Whitfield' answer whether it went to one: what is left is a name."""
    return YES_OR_NO.sub("", said.strip(), count=1).strip()[:120] if YES_OR_NO.match(said.strip()) else said[:120]


def _step(said: str) -> str:
    """'2' and 'II' are steps as well as 'Step 2'."""
    if is_blank(said):
        return ""
    if BARE_STEP.fullmatch(said):
        return f"Step {said.upper()}"
    return "Arbitration" if said.casefold().startswith("arb") else said[:60]


def _date(name: str, text: str, european: bool) -> str:
    try:
        return read_date(text, european=european)
    except ValueError as error:
        raise ReadingError(name, text, "is not a date; write it as YYYY-MM-DD or MM/DD/YYYY") from error
