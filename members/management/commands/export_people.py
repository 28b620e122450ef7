"""Writes the people on a saved list to a file, with its manifest."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from members import queries
from members.formats.files import FORMATS
from members.services.exporting import export_people
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.outfile import write_private


class Command(JsonCommand):
    help = "Export a saved list as CSV, XLSX, vCard, labels, sheets or in another tool's format."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--segment", required=True)
        parser.add_argument("--format", required=True, help=", ".join(sorted(FORMATS)))
        parser.add_argument("--purpose", required=True)
        parser.add_argument("--out", required=True, type=Path)

    def perform(self, **options: Any) -> Any:
        segment = queries.segment(self.user, options["segment"])
        found = export_people(by=self.user, segment=segment, file_format=options["format"], purpose=options["purpose"])
        write_private(options["out"], found.data)
        beside = options["out"].with_name(f"{options['out'].name}.manifest.json")
        write_private(beside, json.dumps(found.manifest, indent=1, ensure_ascii=False).encode())
        return found.manifest | {"file": options["out"].name}
