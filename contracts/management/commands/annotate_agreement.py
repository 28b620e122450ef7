"""Annotate an agreement here and now: `annotate_agreement ID`; what was read before is not read again."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from contracts import proposals, queries, tasks
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "Propose duties, time limits, loose words, topics and summaries of every clause."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("agreement", help="agreement_id, short name or title")

    def perform(self, **options: Any) -> dict[str, Any]:
        version = queries.named_version(self.user, options["agreement"])
        if version is None:
            raise Problem("agreement", f"There is no agreement {options['agreement']}.", "Use its agreement_id.")
        tasks.annotate_agreement.run_now(by=self.user, about=version, version_id=version.pk)
        standing = proposals.standing(self.user, version)
        return {
            "agreement": str(version.public_id),
            "clauses": standing.clauses,
            "read_by_model": standing.read_by_model,
            "dropped": standing.dropped,
            "annotations": [self._as_data(one) for one in proposals.of_version(self.user, version)],
        }

    def _as_data(self, one: Any) -> dict[str, Any]:
        facts = {key: value for key, value in one.data.items() if key not in ("clause", "engine")}
        kind = one.kind.removeprefix("clause.")
        return {
            "kind": kind,
            "clause_id": one.data["clause"],
            "text": one.final_text or one.text,
            "engine": one.data["engine"],
            "review": one.review,
            **facts,
        }

    def show(self, result: Any) -> None:
        self.stdout.write(f"{result['clauses']} clauses by rule, {result['read_by_model']} by the model")
        for kind, count in Counter(one["kind"] for one in result["annotations"]).most_common():
            self.stdout.write(f"{count:6} {kind}")
