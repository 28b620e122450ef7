"""Reads what callers and texters brought back: which row is about whom, and what its words mean."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from unionops.platform.core.text import fold

# Folded headings of the programs we export to, and of what people write themselves.
COLUMNS = {
    "id": "external_id externalid external_identifier custom_id union_id member_id id contact_external_id person_id",
    "to": "phone cell phone_number cell_phone mobile mobile_number can2_phone contact_phone number email "
    "email_address to",
    "result": (
        "outcome result results disposition canvass_result call_result status response contact_result message_status "
        "answer resultado question_response"
    ),
    "stop": "opted_out opt_out optout stop unsubscribed do_not_call do_not_text is_opted_out dnc",
    "wrong": "wrong_number is_wrong_number bad_number is_mobile_bad",
    "note": "note notes comment comments remark remarks nota notas",
}
_HEADS = {name: field for field, names in COLUMNS.items() for name in names.split()}
# What makes a row the heading of a short file; words that stand in its cells too ("STOP") do not.
_SURE = frozenset(name for name, field in _HEADS.items() if field not in {"stop", "wrong"})
HEADINGS = _SURE | {name.replace("_", " ") for name in _SURE}
_TRUE = frozenset({"y", "yes", "true", "1", "x", "si", "t"})
_FALSE = frozenset({"", "n", "no", "false", "0", "f"})
# In this order: the words that bind us most come first.
_MEANINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "stop",
        re.compile(
            r"\b(?:stop|opt(?:ed|s)? ?-?out|unsubscribed?|do not (?:call|text|contact|e-?mail)|"
            r"don'?t (?:call|text)|dnc|remove"
            r"(?: me)?|take me off|no more (?:calls|texts)|alto|no (?:me )?llam\w+)\b"
        ),
    ),
    (
        "wrong",
        re.compile(
            r"\b(?:wrong (?:number|person|address|#)|bad (?:number|address)|disconnected|not in service|"
            r"out of service|invalid|"
            r"landline|undeliver\w+|moved|returned|bounced|deceased|numero equivocado|equivocado)\b|^wrong$"
        ),
    ),
    (
        "not_reached",
        re.compile(
            r"\b(?:no answer|not home|not reached|unreached|left (?:a )?(?:message|voice ?mail|vm)|voice ?mail|vm|busy|"
            r"no (?:reply|response)|not contacted|needs ?message|messaged|sent|delivered|call ?back|"
            r"no contest\w*|hung up)\b"
        ),
    ),
    (
        "no",
        re.compile(
            r"^(?:no|n|5|oppos\w+)$|\b(?:said no|refused|declined?|not interested|strong no|leaning no|"
            r"against|not coming|"
            r"won'?t|cannot come|can'?t come|dijo que no)\b"
        ),
    ),
    (
        "yes",
        re.compile(
            r"^(?:yes|y|si|1|ok)$|\b(?:said yes|yes|strong yes|support\w*|committed|coming|will (?:come|"
            r"attend|sign|vote|do it)|"
            r"signed|pledged?|attending|dijo que si)\b"
        ),
    ),
    (
        "reached",
        re.compile(
            r"\b(?:reached|contacted|canvassed|talked|spoke\w*|conversation|answered|replied|responded|"
            r"convo|complete[d]?|maybe|"
            r"undecided|leaning|met|contactad[oa])\b|^[234]$"
        ),
    ),
)


@dataclass(frozen=True)
class Line:
    """One row as far as it could be read; `result` is '' for a row nobody worked yet."""

    number: int
    person: str
    to: str
    result: str
    said: str
    note: str


def plan_hash(plan: list[dict[str, Any]]) -> str:
    return hashlib.sha256(json.dumps(plan, sort_keys=True).encode()).hexdigest()


def without(entry: dict[str, Any]) -> dict[str, Any]:
    """A planned row that no longer tells how to reach the person, nor what they said."""
    return {**entry, "to": "", "note": ""}


def columns(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what; the first that fits wins."""
    found: dict[str, int] = {}
    for at, name in enumerate(header):
        key = "_".join(fold(re.sub(r"[\W_]+", " ", name)).split())
        if field := _HEADS.get(key):
            found.setdefault(field, at)
    return found


def meaning(words: str) -> str:
    """A result, '' for an empty cell, '?' when the words are not known."""
    text = " ".join(fold(words.replace("_", " ")).split())
    if not text:
        return ""
    return next((result for result, pattern in _MEANINGS if pattern.search(text)), "?")


def lines(header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> Iterator[Line]:
    at = columns(header)

    def cell(row: Sequence[str], field: str) -> str:
        return row[at[field]].strip() if field in at and at[field] < len(row) else ""

    for number, row in zip(numbers, rows, strict=True):
        said = cell(row, "result")
        result = _flagged(cell(row, "stop"), "stop") or _flagged(cell(row, "wrong"), "wrong") or meaning(said)
        yield Line(number, cell(row, "id"), cell(row, "to"), result, said or cell(row, "stop"), cell(row, "note")[:300])


def _flagged(cell: str, result: str) -> str:
    """A column of its own for it: 'true', 'x', a date or the word itself all say so."""
    text = fold(cell).strip()
    return result if text in _TRUE or (text not in _FALSE and meaning(text) in {result, "?"}) else ""
