"""Check quotations: `verify_quotes FILE`, a JSON list of {"clause_id" | "text", "quote"}."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from contracts import queries
from contracts.queries import family
from unionops.platform.access.command import JsonCommand
from unionops.platform.ai import quotes, sense
from unionops.platform.ai.quotes import Span
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

        Words that stand there but were cut off from a negation or an exception are not verified: `left_out` says from
        what. `in_sense` are the words to show where more of the sentence belongs to them. A clause is looked at in the
        words in force; `superseded` says that only the printed ones, which a letter changed, hold the quotation.
        """
        quote = str(one.get("quote", ""))
        cut: dict[str, Any] = {}
        for name, text, superseded in self._texts(one):
            for span in quotes.every(quote, text):
                lacking, whole = sense.left_out(span, text), {"clause_id": name, **_whole(span, text)}
                if not lacking:
                    found = {"verified": True, "start": span.start, "end": span.end, "source": _words(span, text)}
                    return {**found, **whole, **({"superseded": True} if superseded else {})}
                cut = cut or {**whole, "left_out": str(lacking)}
        nothing = {"verified": False, "start": None, "end": None, "source": None, "clause_id": one.get("clause_id")}
        return {**nothing, **cut}

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
            cut = f"cut off from its {one['left_out']}: {one.get('in_sense', '')}" if "left_out" in one else ""
            self.stdout.write("stands there" if one["verified"] else cut or "NOT in the text")


def _words(span: Span, text: str) -> str:
    return text[span.start : span.end]


def _whole(span: Span, text: str) -> dict[str, str]:
    whole = sense.in_sense(span, text)
    return {"in_sense": _words(whole, text)} if whole != span else {}
