"""Writes everything the roster holds about one person, as JSON or PDF."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from members import queries
from members.exports import record_json, record_paper
from members.life.records import whole_record
from unionops.platform.access.command import JsonCommand
from unionops.platform.audit.services import record
from unionops.platform.core.outfile import write_private


class Command(JsonCommand):
    help = "A person's whole record; the ending of --out (.json or .pdf) says which."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", help="public id, employee number or member number")
        parser.add_argument("--out", required=True, type=Path)

    def perform(self, **options: Any) -> Any:
        person = queries.person_named(self.user, options["id"])
        found = whole_record(self.user, person)
        as_pdf = options["out"].suffix.lower() == ".pdf"
        write_private(options["out"], record_paper(found) if as_pdf else record_json(found))
        record(self.user, "exported a person's record", person, count=1)
        return {
            "person": str(person.public_id),
            "file": options["out"].name,
            "parts": {k: len(v) for k, v in found.items()},
        }
