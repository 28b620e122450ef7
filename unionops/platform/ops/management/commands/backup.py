"""`manage.py backup FILE`: one sealed archive of everything, while people work."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import services


class Command(JsonCommand):
    help = "Writes one encrypted archive: database, files, the keys to read them, a manifest with hashes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--key-file", type=Path, help="another key than the backup key of this machine")

    def perform(self, *, file: Path, key_file: Path | None, **options: Any) -> dict[str, Any]:
        if file.exists():
            raise Problem("exists", f"{file} exists already.", "Name a new file, so that no backup is lost.")
        key = read_key(key_file) if key_file else None
        try:
            return services.back_up(by=self.user, file=file.resolve(), key=key)
        except OSError as error:
            said = f"No backup can be written to {file}: {error.strerror or error}."
            raise Problem(
                "not_written", said, "Name a file in a folder you may write to, on a disk with room."
            ) from error

    def show(self, result: Any) -> None:
        self.stdout.write(f"{result['file']}: {result['rows']} rows, {result['files']} files, {result['bytes']} bytes.")


def read_key(path: Path) -> bytes:
    """64 hexadecimal digits in a file. Raises Problem."""
    try:
        key = bytes.fromhex(path.read_text().strip())
    except (OSError, ValueError) as error:
        raise Problem("key_file", f"{path} holds no key.", "Give the path of a backup.key file.") from error
    if len(key) != 32:
        raise Problem("key_file", f"{path} holds no key of the right length.", "Give the path of a backup.key file.")
    return key
