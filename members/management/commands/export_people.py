"""Writes the people on a saved list to a file, with its manifest."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.db import transaction

from members import queries
from members.formats.files import FORMATS
from members.services.exporting import export_people
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.outfile import private_files


class Command(JsonCommand):
    help = "Export a saved list as CSV, XLSX, vCard, labels, sheets or in another tool's format."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--segment", required=True)
        parser.add_argument("--format", required=True, help=", ".join(sorted(FORMATS)))
        parser.add_argument("--purpose", required=True)
        parser.add_argument("--out", required=True, type=Path)

    def perform(self, **options: Any) -> Any:
        segment, wanted, why = queries.segment(self.user, options["segment"]), options["format"], options["purpose"]
        beside = options["out"].parent / f"{options['out'].name}.manifest.json"
        with private_files() as write, transaction.atomic():
            found = export_people(by=self.user, segment=segment, file_format=wanted, purpose=why)
            write(options["out"], found.data)
            write(beside, json.dumps(found.manifest, indent=1, ensure_ascii=False).encode())
        return found.manifest | {"file": options["out"].name}
