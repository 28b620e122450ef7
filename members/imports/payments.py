"""The plan of a dues file: every line, whom it is about, and sums held against the report's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from members.dues.paying import Line, match_lines
from members.imports.funds import of_dues
from members.imports.plan import Plan, candidate, person
from members.imports.rows import Read
from members.matching import Roster
from members.normalising import values
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem

AMOUNT = re.compile(r"\(?-?[$€£]?(?:[\d,]*\d\.\d{1,2}|[\d.]*\d,\d{2})(?!\d)\)?(?:-|CR)?")
FIGURE = re.compile(rf"{AMOUNT.pattern}|(?<![\d.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?![\d.,])")
GRAND = re.compile(r"^\W*(?:(?:grand|report|overall|final)\s+)?totals?\b", re.IGNORECASE)
COUNTED = r"(?:count|records|items|employees|members|rows|people)"
COUNT = re.compile(rf"\b{COUNTED}\b\D{{0,8}}(\d[\d,]*)\b(?!\.\d)|(?<![\d.,$])(\d[\d,]*)\s+{COUNTED}\b", re.IGNORECASE)
Asides = list[list[Any]]
BACKING = ("dues_method", "dues_amount")
"""What of a membership backs a name on a line that shows no number we know."""


def plan(read: Read, roster: Roster, asides: Asides, decisions: Mapping[str, str]) -> dict[str, Any]:
    """As a plan of people has it, with `payments`; only the lines nobody fits, or several do, stand in `review`."""
    rows, funds = of_dues(read.rows)
    lines = match_lines(rows, roster, decisions)
    found = Plan(refused=list(read.refused))
    found.review = [_open(line) for line in lines if line.known is None]
    found.unchanged = len(lines) - len(found.review)
    found.totals = sums(lines, read) | against_report(lines, asides, len(read.rows), sum(funds.values()))
    if funds:
        found.totals["funds"] = funds
    return found.as_dict() | {"payments": [_payment(line) for line in lines]}


WHY_OPEN = ("nobody on the roster fits", "only the name fits", "more than one person fits")


def _open(line: Line) -> dict[str, Any]:
    why = WHY_OPEN[min(len(line.candidates), 2)]
    candidates = [candidate(known) for known in line.candidates[:5]]
    shown = person(line.row) | {"dues_amount": str(line.current)}
    return {"row": line.row["row"], "candidates": candidates, "why": why, "person": shown, "apart": False}


def _payment(line: Line) -> dict[str, Any]:
    row = line.row
    return {
        "row": row["row"],
        "pk": line.known.pk if line.known else None,
        "cents": line.cents,
        "status": line.status,
        "code": row.get("code", ""),
        "paid_on": row.get("paid_on", ""),
        "reason": row.get("failure_reason", ""),
        "how": line.how,
    }


def sums(lines: list[Line], read: Read) -> dict[str, Any]:
    """Failed payments brought no money, so they are not in the net."""
    arrived = [line.cents for line in lines if line.status != "failed"]
    return {
        "rows": len(read.rows) + read.refused_rows,
        "records": len(lines),
        "net_cents": sum(arrived),
        "gross_cents": sum(cents for cents in arrived if cents > 0),
        "refund_cents": sum(cents for cents in arrived if cents < 0),
        "refund_records": sum(cents < 0 for cents in arrived),
        "arrears_cents": sum(line.arrears for line in lines if line.status != "failed"),
        "failed_records": sum(line.status == "failed" for line in lines),
        "matched": sum(line.known is not None for line in lines),
        "review": sum(line.known is None for line in lines),
        "people": len({line.known.pk for line in lines if line.known}),
        "refused_rows": read.refused_rows,
        "refused_cells": len(read.refused) - read.refused_rows,
    }


def against_report(lines: list[Line], asides: Asides, rows: int, others: int) -> dict[str, Any]:
    """The report's grand total and count beside ours. Problem when the report stops before its end.

    The report may count dues alone, or with them what it brings for other funds: `others` cents, `rows` of both.
    """
    dues = sum(line.cents for line in lines)
    totals = [text for _number, kind, text in asides if kind == "total"]
    grand = _grand(totals, dues, sum(line.arrears for line in lines))
    ours = dues + others if grand == dues + others else dues
    pages = [_cents(text) for text in totals if re.search(r"\bpage\b", text, re.IGNORECASE) and AMOUNT.search(text)]
    if pages and grand is None and sum(pages) != ours:
        raise Problem(
            "cut_off",
            "This report stops before its grand total, and its page totals do not cover its lines: it was cut off.",
            "Ask for the whole report.",
        )
    if grand is None and not pages:
        return {}
    stated = sum(pages) if grand is None else grand
    count = stated_count(asides)
    agrees = stated == ours and count in (None, len(lines), rows)
    return {"report_net_cents": stated, "report_records": count, "agrees_with_report": agrees}


def _grand(totals: list[str], ours: int, arrears: int) -> int | None:
    """The sum the report ends with; where its last lines sum up several columns, the one or the two that are ours."""
    whole = [text for text in totals if not re.search(r"\bpage\b|\bsub", text, re.IGNORECASE)]
    named = [at for at, text in enumerate(whole) if GRAND.match(text) and FIGURE.search(text)]
    last = whole[named[-1] :] if named else whole[-1:]
    sums = [set(_all_cents(text)) for text in last]
    if any(ours in found or (arrears and {ours - arrears, arrears} <= found) for found in sums):
        return ours
    return next((_cents(text) for text in last if AMOUNT.search(text)), None)


def _all_cents(text: str) -> list[int]:
    return [values.cents(figure) for figure in FIGURE.findall(text)]


def _cents(text: str) -> int:
    return values.cents(AMOUNT.findall(text)[-1])


def stated_count(asides: Iterable[list[Any]]) -> int | None:
    """How many rows the file itself says it has."""
    for _number, kind, text in reversed(list(asides)):
        whole = kind in {"total", "footer"} and not re.search(r"\bpage\b|\bsub", text, re.IGNORECASE)
        if whole and (match := COUNT.search(text)):
            return int((match[1] or match[2]).replace(",", ""))
    return None
