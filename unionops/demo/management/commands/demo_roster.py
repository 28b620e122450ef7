"""Writes the list that the demo's employer would send next month, to try the import with."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from unionops.demo.loading.roster import next_list
from unionops.platform.access.command import JsonCommand, day


class Command(JsonCommand):
    help = "Write next month's list of the demo's employer as CSV"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--anchor", type=day, help="the day the demo stands on")

    def perform(self, **options: Any) -> dict[str, Any]:
        month, text = next_list(self.user, options["anchor"])
        options["file"].write_text(text, encoding="utf-8")
        told = {name: getattr(month, name) for name in ("hired", "left", "changed", "renamed")}
        return {"file": str(options["file"]), "people": len(month.people), **told}

    def show(self, result: dict[str, Any]) -> None:
        self.stdout.write(
            f"{result['file']}: {result['people']} people; {result['hired']} new, {result['left']} gone, "
            f"{result['changed']} changed, {result['renamed']} with a new surname."
        )
