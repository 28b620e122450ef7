"""`handover --out FILE.pdf`: open clocks, promises, pending requests and contacts owed, for new officers."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from grievances.management.packets import write
from grievances.services import drawing
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.outfile import check_place


class Command(JsonCommand):
    help = "Write the handover book for new officers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--out", required=True, help="the PDF to write")

    def perform(self, **options: Any) -> dict[str, Any]:
        check_place(Path(options["out"]))
        return write(options["out"], drawing.handover_book(by=self.user))
