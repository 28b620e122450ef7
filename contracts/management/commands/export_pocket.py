"""Write the pocket edition: `export_pocket ID --edition member|steward --format html|pdf --out FILE`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from contracts import queries
from contracts.pocket.edition import EDITIONS, MEMBER
from contracts.services import pocketing
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.outfile import write_private
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "Write an agreement as one file for the phone or as a booklet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("agreement", help="agreement_id, short name or title")
        parser.add_argument("--edition", choices=EDITIONS, default=MEMBER)
        parser.add_argument("--format", choices=pocketing.FORMS, default="html")
        parser.add_argument("--out", required=True)

    def perform(self, **options: Any) -> dict[str, Any]:
        version = queries.named_version(self.user, options["agreement"])
        if version is None:
            raise Problem("agreement", f"There is no agreement {options['agreement']}.", "Use its agreement_id.")
        edition, form = options["edition"], options["format"]
        data = pocketing.make_pocket(version=version, by=self.user, edition=edition, form=form)
        write_private(Path(options["out"]), data)
        return {"file": options["out"], "bytes": len(data), "edition": edition, "format": form}
