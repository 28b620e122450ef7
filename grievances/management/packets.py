"""What the two packet commands share: find the case, draw, write the file where it was asked for."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from grievances.models import Grievance
from grievances.queries import cases
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.outfile import check_place, write_private
from unionops.platform.core.problems import Problem


class PacketCommand(JsonCommand):
    make: Callable[..., bytes]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", help="the number of the case, such as G-2026-031")
        parser.add_argument("--out", required=True, help="the PDF to write")

    def perform(self, **options: Any) -> dict[str, Any]:
        try:
            case = cases.by_number(self.user, options["number"])
        except Grievance.DoesNotExist as error:
            raise Problem("no_case", f"There is no case {options['number']}.", "Run: manage.py due") from error
        check_place(Path(options["out"]))
        data = type(self).make(by=self.user, case=case)
        return {"case": case.number} | write(options["out"], data)


def write(name: str, data: bytes) -> dict[str, Any]:
    """The file is for its owner only: 0600."""
    path = Path(name)
    write_private(path, data)
    return {"out": str(path), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
