"""What a proposal would change and what relies on it: `proposal_impact OLD NEW`, each an agreement_id or a file."""

from __future__ import annotations

from typing import Any

from contracts import queries
from contracts.citing import mentions
from contracts.exports import pairs_as_data
from contracts.impact import defined_terms, impact
from contracts.management.commands.compare_agreements import Command as Compare
from contracts.services.comparing import compared


class Command(Compare):
    help = "Join each change of a proposal with the rights, cases, practices and clocks that rely on the words."

    def perform(self, **options: Any) -> list[dict[str, Any]]:
        old, new = self._clauses(options["old"]), self._clauses(options["new"])
        pairs = [pair for pair in pairs_as_data(compared(old, new), old, new) if pair["kind"] != "unchanged"]
        held = queries.clauses_by_ids(self.user, [c["id"] for c in old if c["id"]])
        terms, named = defined_terms([*old, *new]), named_by([*old])
        out = []
        for pair in pairs:
            before = pair["old"]
            stored = held.get(before["id"]) if before and before["id"] else None
            out.append(impact(self.user, pair, stored, terms, named))
        return out


def named_by(clauses: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Which clauses refer to a label."""
    out: dict[str, list[str]] = {}
    for clause in clauses:
        article = clause["label"].split(".")[0]
        for mention in mentions(clause["body"], article):
            names = out.setdefault(mention.label, []) if mention.label else []
            if clause["label"] not in names:
                names.append(clause["label"])
    return out
