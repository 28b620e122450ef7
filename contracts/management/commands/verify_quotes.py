"""Check quotations: `verify_quotes FILE`, a JSON list of {"clause_id" | "text", "quote"}."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from contracts import queries
from contracts.queries import family
from unionops.platform.access.command import JsonCommand
from unionops.platform.ai import quotes
from unionops.platform.core.problems import Problem
from unionops.platform.files.bringing import read_json


class Command(JsonCommand):
    help = "Say of each quotation whether it stands in its clause or text, and where."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")

    def perform(self, **options: Any) -> list[dict[str, Any]]:
        asked = read_json(Path(options["file"]), code="quotes", hint="Give a list of quotations.")
        if not isinstance(asked, list) or not all(isinstance(one, dict) for one in asked):
            raise Problem("quotes", f"{options['file']} is not a list.", 'It must hold [{"text": ..., "quote": ...}].')
        return [self._verified(one) for one in asked]

    def _verified(self, one: dict[str, Any]) -> dict[str, Any]:
        """Offsets are into the text that was given, or into the clause named by `clause_id` in the answer.

        `in_sense` adds the words to show where the quotation's own would say the opposite: with the negation above it.
        A clause is looked at in the words in force; `superseded` says that only the printed ones, which a letter
        changed, hold the quotation.
        """
        quote = str(one.get("quote", ""))
        for name, text, superseded in self._texts(one):
            span = quotes.find(quote, text)
            if span is not None and not quotes.beheaded(span, text):
                words, whole = (text[part.start : part.end] for part in (span, quotes.in_sense(span, text)))
                found = {"verified": True, "start": span.start, "end": span.end, "source": words, "clause_id": name}
                more = ({"superseded": True} if superseded else {}) | ({"in_sense": whole} if whole != words else {})
                return {**found, **more}
        return {"verified": False, "start": None, "end": None, "source": None, "clause_id": one.get("clause_id")}

    def _texts(self, one: dict[str, Any]) -> list[tuple[str | None, str, bool]]:
        if one.get("text") is not None:
            return [(None, str(one["text"]), False)]
        clause = queries.clause(self.user, str(one.get("clause_id", "")))
        if clause is None:
            return []
        parts = family(self.user, clause)
        now: list[tuple[str | None, str, bool]] = [(str(part.public_id), part.now, False) for part in parts]
        return now + [(str(part.public_id), part.text, True) for part in parts if part.changed]

    def show(self, result: Any) -> None:
        for one in result:
            self.stdout.write("stands there" if one["verified"] else "NOT in the text")
