"""`manage.py rekey`: seal the database and all files with new keys."""

from argparse import ArgumentParser
from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.ops import rekeying


class Command(JsonCommand):
    help = "Seals the database and the keys of all files anew. Stop the box first; take a backup before and after."
    needs_database = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--finish", action="store_true", help="only settle a run that was cut off")
        only.add_argument(
            "--forget-links",
            action="store_true",
            help="only forget earlier signing keys: links in mails and calendars made before the last rekey end",
        )

    def perform(self, *, finish: bool, forget_links: bool, **options: Any) -> dict[str, Any]:
        if forget_links:
            return {"forgotten": rekeying.forget_links()}
        return {"settled": rekeying.finish()} if finish else rekeying.rekey()

    def show(self, result: Any) -> None:
        if "settled" in result:
            self.stdout.write("\n".join(result["settled"]) or "Nothing was left to settle.")
            return
        if "forgotten" in result:
            self.stdout.write(f"Earlier signing keys forgotten: {result['forgotten']}. Start the box anew.")
            return
        words = (
            f"New keys: {result['files']} files, {result['factors']} second factors, {result['mail']} mail password."
        )
        self.stdout.write(f"{words} Take a backup now, and print the recovery sheet again if it names a key.")
