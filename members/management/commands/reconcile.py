"""Holds the unit list, the dues files and our members against each other."""

import datetime
from argparse import ArgumentParser
from typing import Any

from members import queries
from members.books import reconciliation
from members.reports import without_keys
from unionops.platform.access.command import JsonCommand


class Command(JsonCommand):
    help = "Differences between unit list x remittance x E-Dues x members, each a list of people."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit-list", required=True, metavar="IMPORT")
        parser.add_argument("--dues", required=True, metavar="IMPORT")
        parser.add_argument("--edues", metavar="IMPORT")
        parser.add_argument("--as-of", required=True, type=datetime.date.fromisoformat)

    def perform(self, **options: Any) -> Any:
        edues = options["edues"]
        found = reconciliation(
            self.user,
            unit_list=queries.roster_import(self.user, options["unit_list"]),
            dues=queries.roster_import(self.user, options["dues"]),
            edues=queries.roster_import(self.user, edues) if edues else None,
            as_of=options["as_of"],
        )
        return without_keys(found)
