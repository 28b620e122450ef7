"""Set two texts side by side: `compare_agreements OLD NEW`, each an agreement_id or a file."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from contracts import queries
from contracts.models import AgreementVersion, Clause
from contracts.services.comparing import (
    as_data,
    as_meant,
    compared,
    left_standing,
    looks_in_part,
    of_file,
    pairs_as_data,
)
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem
from unionops.platform.files.bringing import read_path

PART = (
    "A file with some of the articles only, such as one amended article, is taken as a proposal in part: "
    "what it says nothing about stays. --whole says that it is to go."
)


class Command(JsonCommand):
    help = "Show which clauses two versions share and which words changed. " + PART
    silent = 0

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("old")
        parser.add_argument("new")
        parser.add_argument("--whole", action="store_true", help="NEW is a whole agreement: what it leaves out is gone")

    def perform(self, **options: Any) -> list[dict[str, Any]]:
        old, new = self._clauses(options["old"]), self._clauses(options["new"])
        in_part = self._is_part(options, old, new)
        new = as_meant(old, new, in_part=in_part)
        if not in_part:
            return pairs_as_data(compared(old, new), old, new)
        pairs, self.silent = left_standing(compared(old, new), old, new)
        return pairs_as_data(pairs, old, new)

    def _is_part(self, options: dict[str, Any], old: list[dict[str, Any]], new: list[dict[str, Any]]) -> bool:
        stored = queries.named_version(self.user, options["new"]) is not None
        return not options["whole"] and not stored and looks_in_part(old, new)

    def _clauses(self, name: str) -> list[dict[str, Any]]:
        version = queries.named_version(self.user, name)
        if version is not None:
            return as_data(self._stored(version))
        path = Path(name)
        if not path.exists():
            raise Problem("agreement", f"{name} is neither an agreement nor a file.", "Give an agreement_id or a path.")
        return of_file(read_path(path), path.name)

    def _stored(self, version: AgreementVersion) -> list[Clause]:
        """The text as it was printed."""
        return list(queries.clauses(self.user, version))

    def show(self, result: Any) -> None:
        for kind, count in Counter(pair["kind"] for pair in result).most_common():
            self.stdout.write(f"{count:6} {kind}")
        if self.silent:
            self.stdout.write(f"{self.silent:6} not in the file, taken to stay (--whole says they are to go)")
