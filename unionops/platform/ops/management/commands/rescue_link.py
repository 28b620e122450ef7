"""`manage.py rescue_link`: over a damaged database, the one-time link to the page that restores a backup."""

from typing import Any

from unionops import secrets_folder
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem
from unionops.platform.ops import rescue


class Command(JsonCommand):
    help = "Prints a new one-time link (valid for an hour) to restore a backup after the database was damaged."
    needs_database = False

    def perform(self, **options: Any) -> dict[str, Any]:
        if not secrets_folder.database_file().parent.joinpath("in-use").exists():
            raise Problem("not_set_up", "No local lives in this folder.", "Type: ./manage.py setup_link")
        copies = rescue.copies()
        commands = [rescue.command(copy) for copy in copies]
        return {"link": rescue.link(), "copies": [str(copy.path) for copy in copies], "commands": commands}

    def show(self, result: Any) -> None:
        self.stdout.write(f"To restore a backup, open (good for one hour): {result['link']}")
        if result["commands"]:
            self.stdout.write(f"Or stop the box and type: {result['commands'][0]}")
        else:
            self.stdout.write("There is no backup on this machine. Bring one to its folder for backups.")
