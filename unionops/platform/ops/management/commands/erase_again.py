"""`manage.py erase_again LEDGER`: after a restore, erase once more who was erased since that backup was taken."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import erasures


class Command(JsonCommand):
    help = "Erases again whoever the list of erasures names (restore does this by itself)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("ledger", type=Path)

    def perform(self, *, ledger: Path, **options: Any) -> dict[str, int]:
        if not ledger.exists():
            raise Problem(
                "no_file", f"There is no file {ledger}.", f"It is called {erasures.NAME}, beside the backups."
            )
        return erasures.do_again(erasures.read(ledger))

    def show(self, result: Any) -> None:
        self.stdout.write(f"{result['erased']} erased again, {result['gone']} gone already, {result['kept']} kept.")
