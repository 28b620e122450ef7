"""`read_old_files FOLDER`: take in a folder of scanned old cases and read them; a person confirms each afterwards."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from grievances.queries import old as queries
from grievances.services import old
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "Take in a folder of scanned old cases and read them; run it again to go on where it stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", help="PDF and picture files, also in folders below it")

    def perform(self, **options: Any) -> dict[str, Any]:
        folder = Path(options["folder"])
        if not folder.is_dir():
            raise Problem("no_folder", f"{folder} is not a folder.", "Give the folder that holds the scanned files.")
        made, refused = old.add_folder(by=self.user, folder=folder)
        read = old.read_waiting(by=self.user)
        return {"taken_in": made, "refused": refused, "read": read, "states": queries.counts(self.user)}
