"""What a proposal would change and what relies on it: `proposal_impact OLD NEW`, each an agreement_id or a file."""

from __future__ import annotations

from typing import Any

from contracts import queries
from contracts.changes.impact import joining
from contracts.management.commands.compare_agreements import PART
from contracts.management.commands.compare_agreements import Command as Compare
from contracts.models import AgreementVersion, Clause
from contracts.services.comparing import proposed_changes


class Command(Compare):
    help = "Join each change of a proposal with the rights, cases, practices and clocks that rely on the words. " + PART

    def perform(self, **options: Any) -> list[dict[str, Any]]:
        old, new = self._clauses(options["old"]), self._clauses(options["new"])
        joined = joining(self.user, old, new, queries.named_version(self.user, options["old"]))
        changes, self.silent = proposed_changes(old, new, in_part=self._is_part(options, old, new))
        return joined.impacts(changes)

    def _stored(self, version: AgreementVersion) -> list[Clause]:
        """What a proposal is set against: the words in force."""
        return queries.read_clauses(self.user, version)
