"""`compute_deadlines FILE`: dates from rules, each with its day-by-day count. Needs no database and no model."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from grievances.deadlines.reading import BadRuleError
from grievances.deadlines.vectors import compute_all
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem


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
            return compute_all(_read(options["file"]))
        except BadRuleError as error:
            hint = "Correct that value and run the command again."
            raise Problem("bad_vector", f"{error.message}.", hint) from error

    def show(self, result: Any) -> None:
        for row in result:
            self.stdout.write(f"{row['id']}: {row['weekday']} {row['due']}")
            for line in row["count"]:
                number = "" if line["n"] is None else line["n"]
                self.stdout.write(f"    {line['date']} {number!s:>4}  {line['why']}")


def _read(name: str) -> object:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
        return json.loads(text)
    except OSError as error:
        raise Problem("no_file", f"The file {name} cannot be read: {error.strerror}.", "Check the name.") from error
    except UnicodeDecodeError as error:
        raise Problem("bad_json", f"The file {name} is not UTF-8 text.", "Save it as UTF-8.") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise Problem(
            "bad_json", f"The file {name} is not JSON: {error}.", "Check brackets and commas there."
        ) from error
