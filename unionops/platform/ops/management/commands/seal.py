"""`manage.py seal`: the keys under a passphrase that is typed after each start; change it, or take it away."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from unionops import secrets_folder
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem
from unionops.platform.ops import sealed_boot
from unionops.sealed import unlocking

STDIN = "0"


class Command(JsonCommand):
    help = "Seals the keys with a passphrase that somebody types after each start. Stop the box first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--change", action="store_true", help="another passphrase")
        only.add_argument("--remove", action="store_true", help="let the keys lie open again: the box starts by itself")

    def perform(self, *, change: bool, remove: bool, **options: Any) -> dict[str, Any]:
        if remove:
            return sealed_boot.unseal()
        if change:
            return sealed_boot.change(_new_passphrase())
        return sealed_boot.seal("" if secrets_folder.is_sealed() else _new_passphrase())

    def show(self, result: Any) -> None:
        if not result["sealed"]:
            self.stdout.write("The keys lie open: the box starts by itself.")
            return
        self.stdout.write("The keys are sealed. Every start now asks for the passphrase; `manage.py` asks, too.")
        if result["recovery"]:
            self.stdout.write("Should it be forgotten, the recovery passphrase on the printed sheet opens them.")
        else:
            self.stdout.write(
                "THERE IS NO RECOVERY PASSPHRASE: if this one is forgotten, everything is lost. Page Backups."
            )


def _new_passphrase() -> str:
    """Typed twice; a script writes it into standard input, after the one so far if that comes there too."""
    if not sys.stdin.isatty():
        return unlocking.line(STDIN).strip()
    said = getpass.getpass("New passphrase: ")
    if said != getpass.getpass("Once more: "):
        raise Problem("not_the_same", "The two were not the same; nothing was changed.", "Type the command again.")
    return said
