"""`compute_deadlines FILE`: dates from rules, each with its day-by-day count. Needs no database and no model."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from grievances.deadlines.reading import BadRuleError, kept_pairs
from grievances.deadlines.vectors import Answers, compute_all
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem
from unionops.platform.files.bringing import parsed, read_path


class VectorsRefused(Problem):
    """Some vectors cannot be read; the dates of the others are given all the same."""

    def __init__(self, answers: Answers) -> None:
        first, more = answers.refused[0], len(answers.refused) - 1
        also = f" {more} more cannot be read either; see refused." if more else ""
        hint = "Correct it and run the command again."
        super().__init__("bad_vector", f"{first.message}.{also}", hint)
        self.answers = answers

    def as_json(self) -> dict[str, Any]:
        refused = [one.as_row() for one in self.answers.refused]
        return {**super().as_json(), "refused": refused, "answers": self.answers.rows}


class Command(JsonCommand):
    help = "Compute deadlines from a file of rules; see docs/deadlines.md for the format."
    needs_database = False
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", help="a JSON list of vectors, or an object with the key vectors; - reads standard input"
        )

    def perform(self, **options: Any) -> list[dict[str, object]]:
        try:
            answers = compute_all(_read(options["file"]))
        except BadRuleError as error:
            raise Problem("bad_vector", f"{error.message}.", "See docs/deadlines.md for the format.") from error
        if answers.refused:
            raise VectorsRefused(answers)
        return answers.rows

    def _refuse(self, problem: Problem, as_json: bool) -> None:
        if isinstance(problem, VectorsRefused) and not as_json:
            self.show(problem.answers.rows)
            for one in problem.answers.refused:
                self.stderr.write(f"{one.message}.")
        super()._refuse(problem, as_json)

    def show(self, result: Any) -> None:
        for row in result:
            self.stdout.write(f"{row['id']}: {row['weekday']} {row['due']}")
            if row["unread"]:
                self.stdout.write(f"    not read: {', '.join(row['unread'])}")
            for line in row["count"]:
                number = "" if line["n"] is None else line["n"]
                self.stdout.write(f"    {line['date']} {number!s:>4}  {line['why']}")


def _read(name: str) -> object:
    data = sys.stdin.buffer.read() if name == "-" else read_path(Path(name))
    return parsed(data, name, code="bad_json", hint="Check brackets and commas there.", pairs=kept_pairs)
