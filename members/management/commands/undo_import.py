"""Takes an applied import back as a whole."""

from argparse import ArgumentParser
from typing import Any

from members import queries
from members.services.importing import undo_import
from unionops.platform.access.command import JsonCommand


class Command(JsonCommand):
    help = "Undo an applied import: everything is as it was before."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("import_id")

    def perform(self, **options: Any) -> Any:
        found = queries.roster_import(self.user, options["import_id"])
        undone = undo_import(by=self.user, roster_import=found)
        return {"import_id": str(undone.public_id), "undone": True}
