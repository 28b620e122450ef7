"""`manage.py rekey`: seal the database and all files with new keys."""

from argparse import ArgumentParser
from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.ops import rekeying


class Command(JsonCommand):
    help = "Seals the database and the keys of all files anew. Stop the box first; take a backup before and after."
    needs_database = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--finish", action="store_true", help="only settle a run that was cut off")

    def perform(self, *, finish: bool, **options: Any) -> dict[str, Any]:
        return {"settled": rekeying.finish()} if finish else rekeying.rekey()

    def show(self, result: Any) -> None:
        if "settled" in result:
            self.stdout.write("\n".join(result["settled"]) or "Nothing was left to settle.")
            return
        words = (
            f"New keys: {result['files']} files, {result['factors']} second factors, {result['mail']} mail password."
        )
        self.stdout.write(f"{words} Take a backup now, and print the recovery sheet again if it names a key.")
