"""Writes the people on a saved list in the columns of an outreach program."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.db import transaction

from comms.models import Klass
from members import queries
from members.formats.files import FORMATS
from members.services.exporting import export_people
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.outfile import private_files


class Command(JsonCommand):
    help = "Export a saved list for the program that texts, calls or mails; who said no is left out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("segment", help="name or id of the saved list")
        parser.add_argument("--format", required=True, help=", ".join(sorted(FORMATS)))
        parser.add_argument("--purpose", required=True)
        parser.add_argument("--out", required=True, type=Path)
        parser.add_argument("--class", dest="klass", default="", choices=["", *Klass.values])

    def perform(self, **options: Any) -> dict[str, Any]:
        with private_files() as write, transaction.atomic():
            found = export_people(
                by=self.user,
                segment=queries.segment(self.user, options["segment"]),
                file_format=options["format"],
                purpose=options["purpose"],
                klass=options["klass"],
            )
            write(options["out"], found.data)
        return {**found.manifest, "file": options["out"].name}
