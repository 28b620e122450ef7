"""Find clauses: `search_agreements "words" [--agreement ID] [--limit N]`, or many at once with `--queries FILE`."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from contracts import queries
from contracts.asking.finding import find
from contracts.exports import found_as_data
from contracts.models import AgreementVersion
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem
from unionops.platform.files.bringing import read_json

MOST = 1000


def how_many(text: str) -> int:
    """The type of --limit."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST:
        raise ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST}")
    return int(text)


class Command(JsonCommand):
    help = "Find clauses by words, phrases or labels such as 18.4."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="?", default="")
        parser.add_argument("--agreement", help="agreement_id, short name or title; of queries that name none, too")
        parser.add_argument("--limit", type=how_many, default=10, help=f"at most so many, from 1 to {MOST}")
        parser.add_argument("--queries", help='a JSON list of {"id", "query", "agreement"}')

    def perform(self, **options: Any) -> Any:
        limit, agreement = options["limit"], options["agreement"] or ""
        if options["queries"]:
            asked = self._asked(options["queries"])
            return {
                str(one["id"]): self._find(one["query"], str(one.get("agreement") or agreement), limit) for one in asked
            }
        if not options["words"].strip():
            raise Problem("words", "There is nothing to look for.", "Give the words in quotes, or --queries FILE.")
        return self._find(options["words"], agreement, limit)

    def _asked(self, name: str) -> list[dict[str, Any]]:
        asked = read_json(Path(name), code="queries", hint='It must hold [{"id": ..., "query": ...}].')
        if not isinstance(asked, list):
            raise Problem("queries", f"{name} is not a list of queries.", 'It must hold [{"id": ..., "query": ...}].')
        for place, one in enumerate(asked, 1):
            if lacking := _lacking(one):
                raise Problem("queries", f"Entry {place} of {name} {lacking}.", 'Write {"id": ..., "query": "words"}.')
        return asked

    def _find(self, words: str, agreement: str, limit: int) -> list[dict[str, Any]]:
        return found_as_data(find(self.user, words, versions=self._where(agreement), limit=limit))

    def _where(self, agreement: str) -> list[AgreementVersion]:
        if not agreement:
            return list(queries.in_force(self.user))
        version = queries.named_version(self.user, agreement)
        if version is None:
            raise Problem("agreement", f"There is no agreement {agreement}.", "Use the agreement_id of its ingest.")
        return [version]

    def show(self, result: Any) -> None:
        for name, hits in result.items() if isinstance(result, dict) else [("", result)]:
            if name:
                self.stdout.write(f"{name}:")
            for hit in hits or []:
                self.stdout.write(f"  {hit['label']} {hit['title']} (p. {hit['page']}): {hit['snippet']}")
            if not hits:
                self.stdout.write("  Nothing found.")


def _lacking(one: Any) -> str:
    """What is wrong with an entry; nothing when it can be asked."""
    if not isinstance(one, dict):
        return "is not a query"
    if "id" not in one:
        return "has no id"
    if not isinstance(one.get("query"), str):
        return "has no words under query"
    return "" if isinstance(one.get("agreement") or "", str | int) else "has no name of an agreement under agreement"
