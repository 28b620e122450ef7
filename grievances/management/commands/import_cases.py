"""`import_cases FILE [--apply]`: old cases from a spreadsheet; without --apply it only shows what it would do."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from grievances.services import importing
from unionops.platform.access.command import JsonCommand
from unionops.platform.files.bringing import read_path


class Command(JsonCommand):
    help = "Bring old cases in from a spreadsheet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--apply", action="store_true", help="do it; without this the plan is only shown")
        parser.add_argument(
            "--dates",
            choices=["day-first", "month-first"],
            help="how 03/04/2024 is read; without this as the file demands, else month first",
        )

    def perform(self, **options: Any) -> dict[str, Any]:
        path = Path(options["file"])
        day_first = options["dates"] and options["dates"] == "day-first"
        row = importing.plan_import(by=self.user, data=read_path(path), name=path.name, day_first=day_first)
        if options["apply"]:
            importing.apply_import(by=self.user, row=row, digest=row.digest)
        counts = {name: len(row.plan[name]) for name in ("adds", "known", "refused", "joined")}
        return {"plan": row.plan, "totals": counts, "applied": options["apply"], "import_id": str(row.public_id)}
