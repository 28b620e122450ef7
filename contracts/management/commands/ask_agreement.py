"""Ask an agreement: `ask_agreement "question" [--agreement ID]`; without a model the nearest clauses come alone."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from contracts import queries
from contracts.exports import question_as_data
from contracts.models import AgreementVersion
from contracts.services import asking
from unionops.platform.access.command import JsonCommand
from unionops.platform.ai.state import state
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "Answer a question from an agreement, with checked quotations."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("question")
        parser.add_argument("--agreement", help="agreement_id, short name or title")

    def perform(self, **options: Any) -> dict[str, Any]:
        question = asking.put_question(
            by=self.user, text=options["question"], version=self._version(options["agreement"])
        )
        ready = state(self.user).ready
        if ready:
            question = asking.answer_question(question=question, by=self.user)
        return question_as_data(self.user, question)

    def _version(self, name: str | None) -> AgreementVersion | None:
        if not name:
            return None
        found = queries.named_version(self.user, name)
        if found is None:
            raise Problem("agreement", f"There is no agreement {name}.", "Use the agreement_id of its ingest.")
        return found

    def show(self, result: Any) -> None:
        for claim in result["claims"]:
            self.stdout.write(f"{claim['text']}\n  “{claim['quote']}” (p. {claim['page']})")
        if not result["claims"]:
            self.stdout.write(result["reason"] or "Not found in the agreement. The nearest clauses:")
        for clause in result["clauses"]:
            self.stdout.write(f"  {clause['label']} {clause['title']} (p. {clause['page']})")
