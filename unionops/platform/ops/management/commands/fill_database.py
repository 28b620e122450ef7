"""`manage.py fill_database`: what a restore asks when a sealed file's rows are to go into PostgreSQL."""

from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.ops.backups import moving


class Command(JsonCommand):
    help = "Moves the rows of the sealed file into the empty PostgreSQL database of DATABASE_URL. Restore calls it."
    needs_database = False

    def perform(self, **options: Any) -> dict[str, Any]:
        moved = moving.fill()
        return {"tables": moved, "rows": sum(moved.values())}
