"""`manage.py restore FILE --into FOLDER`: put a backup back on an empty machine, and prove it."""

import getpass
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from unionops import secrets_folder
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import services
from unionops.platform.ops.management.commands.backup import read_key
from unionops.sealed import unlocking

VARIABLE = "UNIONOPS_RECOVERY"


class Command(JsonCommand):
    help = "Restores a backup into an empty folder and proves it by comparing counts, hashes and the audit trail."
    needs_database = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--into", type=Path, required=True, help="an empty or new data folder")
        parser.add_argument("--key-file", type=Path, help="the backup key (default: this machine's)")
        parser.add_argument("--secrets", type=Path, help="where the keys go (default: FOLDER-secrets)")
        parser.add_argument("--passphrase", action="store_true", help=f"ask for the passphrase, or take ${VARIABLE}")

    def perform(
        self, *, file: Path, into: Path, key_file: Path | None, secrets: Path | None, passphrase: bool, **options: Any
    ) -> dict[str, Any]:
        into = into.resolve()
        key = None if passphrase else _key(key_file)
        said = _ask() if passphrase else ""
        keys = secrets.resolve() if secrets else into.with_name(f"{into.name}-secrets")
        return services.restore(file=file, into=into, secrets=keys, key=key, passphrase=said)

    def show(self, result: Any) -> None:
        counted = f"{result['rows']} rows and {result['files']} files are the same as when the backup was made"
        self.stdout.write(f"Restored into {result['into']}: {counted}.")
        self.stdout.write(f"To use it: UNIONOPS_DATA={result['into']} bin/run")
        if result["sealed"]:
            self.stdout.write(
                "Its start asks for a passphrase: that of the day of the backup, or the recovery passphrase."
            )


def _key(key_file: Path | None) -> bytes:
    path = key_file or secrets_folder.folder() / "backup.key"
    if not path.exists():
        raise Problem("no_key", f"There is no key at {path}.", "Give --key-file, or --passphrase for the printed one.")
    if key_file:
        return read_key(path)
    unlocking.ask()
    return bytes.fromhex(secrets_folder.read(path.name))


def _ask() -> str:
    if said := os.environ.get(VARIABLE):
        return said
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    return getpass.getpass("Recovery passphrase: ")
