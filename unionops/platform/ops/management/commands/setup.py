"""`manage.py setup`: make the data folder, or bring it up to date."""

from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.ops.preparing import prepare


class Command(JsonCommand):
    help = "Makes the data folder, its keys and tables, or brings them up to date."
    needs_database = False

    def perform(self, **options: Any) -> dict[str, Any]:
        return prepare()

    def show(self, result: Any) -> None:
        self.stdout.write(f"{result['data']} is ready ({result['migrations_applied']} changes to the tables).")
        if result["backup_before"]:
            self.stdout.write(f"As it was before, it is kept in {result['backup_before']}.")
