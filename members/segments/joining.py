"""Parts of a question said plainly: made, turned round, and joined where nobody can be both."""

from __future__ import annotations

import datetime

from members.segments.criteria import OPPOSITE, Criterion, in_words
from members.segments.fields import FIELDS, YES
from members.segments.said_plainly import SINGLE
from members.segments.words import parse


def made(field: str, op: str, *values: str) -> Criterion:
    return {"field": field, "op": op, "values": list(values)}


def parse_one(text: str) -> Criterion:
    """The strict words of one condition; more than one stand in brackets."""
    found = parse(text)
    return found[0] if len(found) == 1 else made("either", "is", in_words(found))


def is_single(part: Criterion) -> bool:
    return part["field"] in SINGLE and part["op"] in {"is", "is not", "contains", "does not contain"}


def join(parts: list[Criterion | str], part: Criterion | str) -> None:
    """'Erie, Mercer Street' and 'clerks and auditors': nobody is both, so either is meant."""
    for last in parts:
        if isinstance(last, dict) and isinstance(part, dict) and is_single(part) and _asks_the_same(last, part):
            last["values"] += part["values"]
            return
    parts.append(part)


def _asks_the_same(one: Criterion, other: Criterion) -> bool:
    return (one["field"], one["op"]) == (other["field"], other["op"])


def turned_part(part: Criterion) -> Criterion | None:
    if part["field"] in FIELDS and FIELDS[part["field"]].ops == YES:
        return made(part["field"], "is", "no" if part["values"] == ["yes"] else "yes")
    if part["op"] in OPPOSITE:
        return made(part["field"], OPPOSITE[part["op"]], *part["values"])
    return made("either", "is not", in_words([part]))


def years_before(day: datetime.date, years: int) -> datetime.date:
    last = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return last.replace(year=day.year - years)
