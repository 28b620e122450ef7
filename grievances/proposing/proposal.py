"""A proposed step: one limit as it was read, with its place in the procedure and who acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grievances.proposing.sentences import Seen


@dataclass(frozen=True)
class Proposal:
    """One limit as it was read: its clause (place in the input), its sentence, the rule it seems to mean."""

    clause: int
    quote: str
    written: dict[str, Any]
    deed: str
    actor: str
    title: str
    key: str
    after: str
    entry_for: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        return int(self.written["n"])

    @property
    def unit(self) -> str:
        return str(self.written.get("unit", "calendar_days"))

    @property
    def anchor_kind(self) -> str:
        return str(self.written["anchor_kind"])


TITLES = {
    "file": "Filing",
    "answer": "Answer",
    "meeting": "Meeting",
    "appeal": "Appeal",
    "notice": "Arbitration",
    "docket": "Panel",
    "mediate": "Mediation",
    "list": "Choice of the arbitrator",
    "select": "Choice of the arbitrator",
    "exchange": "Exchange of witnesses and exhibits",
}
ACTORS = {
    "file": "employee",
    "answer": "management",
    "meeting": "both",
    "list": "both",
    "select": "both",
    "exchange": "both",
}
OWN_KEY = {
    "notice": "arbitration",
    "docket": "panel",
    "mediate": "mediation",
    "list": "arbitrator",
    "select": "arbitrator",
    "exchange": "exchange",
}
BESIDE_ARBITRATION = ("list", "arbitrator", "exchange")
NO_LIMIT: dict[str, Any] = {"anchor_kind": "no_limit", "n": 0}


def actor_of(seen: Seen, *, theirs: bool) -> str:
    """Who acts; a grievance the employer files turns the sides about."""
    if seen.deed in ("file", "answer") and theirs:
        return "management" if seen.deed == "file" else "union"
    if (seen.deed, seen.kind) == ("file", "union"):
        return "union"
    return (seen.by if seen.deed in ("file", "appeal") else "") or ACTORS.get(seen.deed, "union")
