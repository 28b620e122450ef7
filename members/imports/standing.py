"""Whether a row of a member list is about a member, and since when not: status, class, last day and reason as one."""

from __future__ import annotations

import re
from typing import Any

from unionops.platform.core.text import fold

Row = dict[str, Any]
STATUS = {
    "active": {"active", "member", "m", "y", "yes", "current", "good standing", "in good standing", "dues payer"},
    "retired": {"retired", "retiree", "retired member", "r", "ret"},
    "pending": {"pending", "applied", "new", "applicant"},
    "suspended": {"suspended", "lwop", "on leave"},
    "ended": {
        "ended", "inactive", "former", "dropped", "resigned", "cancelled", "canceled", "lapsed", "expelled",
        "withdrawn", "separated", "terminated", "deceased", "quit", "closed",
    },
    "none": {"nonmember", "non member", "nm", "n", "no", "not a member", "fee payer", "non"},
}  # fmt: skip
STATUS_OF = {word: status for status, words in STATUS.items() for word in words}
WITHIN = [
    ("none", r"\bnon ?members?\b|\b(?:not (?:yet )?|never )a member\b|\bnever joined\b"),
    ("none", r"\b(?:fee|fair share) ?payer\b|\bagency fee\b|\bobjector\b"),
    ("ended", r"\b(?:former|not active|no longer|resign\w*|cancel\w*|withdr[ae]w\w*|expelled|terminated)\b"),
    ("ended", r"(?<!formerly )(?<!previously )(?<!was )\binactive\b"),
    ("ended", r"\b(?:deceased|died)\b"),
    ("retired", r"\b(?:retired|retirees?|retirement(?! eligible)|annuitants?|pensioners?)\b"),
    ("suspended", r"\b(?:suspended|leave of absence|lwop)\b"),
]  # fmt: skip
STILL = re.compile(r"(?:active|current|pending)\b")
"""'Active, no longer on leave' and 'pending cancellation' are of members."""
DIED = re.compile(r"\b(?:deceased|died|death)\b", re.IGNORECASE)


def status_of(cell: str) -> str:
    """A word we know as our word, also within others ('Retired - annuitant'); another word counts as active."""
    said = fold(cell)
    if said in STATUS_OF or not said:
        return STATUS_OF.get(said, "")
    found = next((status for status, pattern in WITHIN if re.search(pattern, said)), "active")
    return "active" if found == "ended" and STILL.match(said) else found


def settle(row: Row, today: str) -> tuple[str, str]:
    """Puts class, last day and reason into `status`; gives back (field, why) of what contradicts the rest.

    `today` is the day of the list (ISO). A last day after it, or before the day of joining, ends nothing.
    """
    explicit, of_class = row.get("status"), row.pop("member_class", "")
    if of_class and row.get("status", "active") == "active":
        row["status"] = of_class
    end, reason = row.get("end_date", ""), row.get("left_reason", "")
    doubt = _doubt(row, explicit, today) if end or reason else ("", "")
    if doubt[0]:
        row.pop("end_date", None)
        row.pop("left_reason", None)
    elif end:
        row["status"] = "ended"
        if DIED.search(reason):
            row["deceased_on"] = end
    return doubt


def _doubt(row: Row, explicit: str | None, today: str) -> tuple[str, str]:
    end, gone = row.get("end_date", ""), row.get("status") in {"ended", "none"}
    if not end:
        return "" if gone else "left_reason", "a reason for leaving without a last day; still counted as a member"
    counted = "counted as no member" if gone else "counted as a member"
    if today and end > today:
        return "end_date", f"this day is after the day of the list; {counted}"
    if end < row.get("join_date", ""):
        return "end_date", f"this day is before the day of joining; {counted}"
    if explicit in {"active", "retired", "suspended", "pending"}:
        return "end_date", "the row says a membership ended and that it goes on; still counted as a member"
    return "", ""
