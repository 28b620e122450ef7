"""Old cases from a spreadsheet: find the columns, read each row, refuse what cannot be read, and say why. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from members.normalising.values import NUMERIC_DATE, is_blank
from members.normalising.values import date as read_day
from unionops.platform.core.days import today
from unionops.platform.core.text import fold

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": (
        "case number",
        "grievance number",
        "number",
        "case no",
        "grievance no",
        "case",
        "no",
        "id",
        "file number",
    ),
    "title": ("title", "issue", "subject", "description", "matter", "nature of grievance", "summary", "short title"),
    "article": (
        "article",
        "articles",
        "clause",
        "provision",
        "article violated",
        "articles violated",
        "contract article",
    ),
    "incident_on": ("incident date", "date of incident", "incident", "date of event", "event date", "occurred"),
    "filed_on": ("filed", "date filed", "filed on", "filing date", "date opened", "opened"),
    "closed_on": ("closed", "date closed", "closed on", "resolved", "date resolved", "resolution date"),
    "outcome": ("outcome", "result", "disposition", "status", "resolution"),
    "reason": ("reason", "notes", "comments", "remarks", "settlement", "terms"),
    "site": ("site", "worksite", "location", "duty station", "work location"),
    "topic": ("topic", "type", "category", "kind"),
    "arbitrator": ("arbitrator",),
}
# Headings in nobody's list, by the words inside; read in this order, after the known names.
LIKELY = {
    name: re.compile(words)
    for name, words in {
        "number": r"^(?:case|grievance|grv|griev|file|docket|log)(?: (?:no|num|number|id|nr))?$",
        "incident_on": r"\b(?:incident|occur\w*|event|violation)\b.*\b(?:date|dt|day|on)\b"
        r"|\bdate\b.*\b(?:occur|event|violation|incident)",
        "filed_on": r"^(?:date |dt )?(?:filed|submitted|initiated)(?: (?:date|dt|on))?$|\bfiling (?:date|dt)\b",
        "closed_on": r"\b(?:closed|resolved|settled|ended)\b.*\b(?:date|dt|on)\b|\bdate\b.*\b(?:closed|resolved)",
        "article": r"\barticles?\b|\b(?:contract|cba|agreement) (?:section|language|violat\w+)|\bclauses?\b",
        "outcome": r"^(?!.*\b(?:date|dt)\b).*\b(?:outcome|disposition|result|status|decision)\b",
        "title": r"\b(?:issue|nature|description|subject|allegation|complaint)\b",
        "site": r"^(?:dept|department|facility|shop|site|building)\b|\b(?:site|location|station)$",
        "arbitrator": r"^arb\b|\barbitrator\b",
        "reason": r"\b(?:comments?|notes?|remarks?|remedy)\b",
    }.items()
}
OUTCOMES: dict[str, tuple[str, ...]] = {
    "settled": ("settled", "settlement", "resolved", "mutual agreement"),
    "sustained": ("sustained", "won", "granted", "upheld", "win"),
    "partial": ("partial", "partially sustained", "sustained in part", "granted in part", "split"),
    "denied": ("denied", "lost", "denied not pursued", "not arbitrated", "dropped"),
    "withdrawn_grievant": ("withdrawn by grievant", "withdrawn by employee", "withdrawn by member"),
    "withdrawn_union": ("withdrawn", "withdrawn by union"),
    "untimely": ("untimely", "late", "time barred"),
    "moot": ("moot",),
    "merged": ("merged", "consolidated"),
    "other_forum": ("other forum", "ulp", "eeo", "moved", "transferred"),
}
TOPICS: dict[str, tuple[str, ...]] = {
    "discipline": ("discipline", "suspension", "removal", "termination", "reprimand", "discharge"),
    "pay": ("pay", "overtime", "wages", "compensation"),
    "leave": ("leave", "awol", "fmla", "vacation"),
    "safety": ("safety", "health"),
    "discrimination": ("discrimination", "eeo", "harassment"),
}
DAYS = ("incident_on", "filed_on", "closed_on")
STILL_OPEN = {"open", "pending", "active", "ongoing", "in progress"}


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
    """What an import would do: cases to add, rows that are there already, rows refused with their reason."""

    columns: dict[str, str] = field(default_factory=dict)
    adds: list[OldCase] = field(default_factory=list)
    known: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    dates: DateOrder = field(default_factory=DateOrder)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def find_columns(header: Sequence[str]) -> dict[str, int]:
    """Our field -> their column; an exact name first, then one that begins with it, then a likely one; each once."""
    folded = [fold(name) for name in header]
    found: dict[str, int] = {}
    for fits in (_same, _begins, _likely):
        for name in LIKELY if fits is _likely else COLUMNS:
            if name not in found:
                at = next((i for i, head in enumerate(folded) if i not in found.values() and fits(head, name)), None)
                found |= {} if at is None else {name: at}
    return found


def _same(head: str, name: str) -> bool:
    return head in COLUMNS[name]


def _begins(head: str, name: str) -> bool:
    """'Filed (date)' and 'Outcome (W/L)', and not 'Filed with'."""
    return any(head.startswith(f"{word} ") for word in COLUMNS[name]) and not head.endswith((" with", " by", " to"))


def _likely(head: str, name: str) -> bool:
    named = name in LIKELY and LIKELY[name].search(head)
    return bool(named) and not head.endswith((" with", " by", " to"))


def read_date(text: str, *, european: bool = False) -> str:
    """ISO; the month stands first, as in the United States, unless `european`. Raises ValueError."""
    return "" if is_blank(text) else read_day(text, european=european).isoformat()


def read_word(text: str, words: dict[str, tuple[str, ...]]) -> str:
    """The known word that fits best: the same, else the longest one inside."""
    plain = fold(text)
    inside = [(len(each), key) for key, known in words.items() for each in known if each in plain]
    return max(inside)[1] if inside else ""


def plan(
    header: Sequence[str],
    rows: Sequence[tuple[int, Sequence[str]]],
    known_numbers: set[str],
    day_first: bool | None = None,
) -> Plan:
    """Each row ends as an addition, as known already, or refused with its column, value and reason. Without a choice
    of `day_first`, a file whose dates can only be read with the day in front is read so.
    """
    columns = find_columns(header)
    dates = date_order(header, rows, [columns[name] for name in DAYS if name in columns], day_first)
    made = Plan(columns={name: header[at] for name, at in columns.items()}, dates=dates)
    made.unused = [name for at, name in enumerate(header) if at not in columns.values() and name]
    seen = {number.casefold() for number in known_numbers}
    for row, cells in rows:
        values = {name: cells[at].strip() if at < len(cells) else "" for name, at in columns.items()}
        if any(values.values()):
            _place(made, row, values, seen, dates.day_first)
    return made


def date_order(
    header: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], dated: Sequence[int], day_first: bool | None
) -> DateOrder:
    """What the cells of the date columns say of the order of day and month."""
    found = DateOrder()
    for row, cells in rows:
        for at in dated:
            match = NUMERIC_DATE.match(cells[at].strip()) if at < len(cells) else None
            if match is None or len(match[1]) > 2:
                continue
            cell = {"row": row, "column": header[at], "value": cells[at].strip()}
            one, two = int(match[1]), int(match[2])
            if one > 12 >= two:
                found.day_proof = found.day_proof or cell
            elif two > 12 >= one:
                found.month_proof = found.month_proof or cell
            elif one != two and one <= 12:
                found.unsure.append(cell | {"month_first": _either(cell, False), "day_first": _either(cell, True)})
    found.chosen = day_first is not None
    found.day_first = bool(found.day_proof and not found.month_proof) if day_first is None else day_first
    return found


def _either(cell: dict[str, Any], european: bool) -> str:
    """The cell read one way; '' where its year is none."""
    try:
        return read_date(cell["value"], european=european)
    except ValueError:
        return ""


def _place(made: Plan, row: int, values: dict[str, str], seen: set[str], european: bool) -> None:
    number = values.get("number", "")
    try:
        case = _read(row, values, european)
    except ReadingError as error:
        made.refused.append({"row": row, "column": error.column, "value": error.value, "reason": str(error)})
        return
    if number and number.casefold() in seen:
        made.known.append({"row": row, "number": number})
        return
    if number:
        seen.add(number.casefold())
    made.adds.append(case)


class ReadingError(ValueError):
    def __init__(self, column: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.value = column, value


def _read(row: int, values: dict[str, str], european: bool) -> OldCase:
    title = values.get("title") or values.get("article") or values.get("number", "")
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
    outcome = read_word(values.get("outcome", ""), OUTCOMES)
    said = "" if outcome or fold(values.get("outcome", "")) in STILL_OPEN else values.get("outcome", "")
    return OldCase(
        row=row,
        number=values.get("number", "")[:40],
        title=title[:160],
        topic=read_word(f"{values.get('topic', '')} {title}", TOPICS) or "contract",
        article=values.get("article", "")[:200],
        site=values.get("site", ""),
        outcome=outcome,
        reason="\n".join(text for text in (said, values.get("reason", "")) if text),
        arbitrator=values.get("arbitrator", "")[:120],
        **dates,
    )


def _date(name: str, text: str, european: bool) -> str:
    try:
        return read_date(text, european=european)
    except ValueError as error:
        raise ReadingError(name, text, "is not a date; write it as YYYY-MM-DD or MM/DD/YYYY") from error
