"""Holds the unit list, the dues files and our members against each other."""

from argparse import ArgumentParser
from typing import Any

from members import queries
from members.dues.books import reconciliation
from members.models import FileKind, RosterImport
from members.reports import without_keys
from unionops.platform.access.command import JsonCommand, day
from unionops.platform.core.problems import Problem

PAYMENTS = (FileKind.REMITTANCE, FileKind.EDUES)


class Command(JsonCommand):
    help = "Differences between unit list x remittance x E-Dues x members, each a list of people."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit-list", required=True, metavar="IMPORT")
        parser.add_argument("--dues", required=True, metavar="IMPORT")
        parser.add_argument("--edues", metavar="IMPORT")
        parser.add_argument("--as-of", required=True, type=day)

    def perform(self, **options: Any) -> Any:
        dues: RosterImport | None = self._list("--dues", options["dues"], *PAYMENTS)
        edues = self._list("--edues", options["edues"], *PAYMENTS) if options["edues"] else None
        if edues is None and dues is not None and dues.kind == FileKind.EDUES:
            dues, edues = None, dues  # nothing is withheld any more: everybody pays by card or bank
        unit_list = self._list("--unit-list", options["unit_list"], FileKind.UNIT)
        found = reconciliation(self.user, unit_list=unit_list, dues=dues, edues=edues, as_of=options["as_of"])
        return without_keys(found)

    def _list(self, option: str, import_id: str, *kinds: FileKind) -> RosterImport:
        found = queries.roster_import(self.user, import_id)
        if found.kind not in kinds:
            wanted = " or ".join(str(kind.label) for kind in kinds)
            said = f"The import {import_id} is {found.get_kind_display()}; {option} takes {wanted}."
            raise Problem("wrong_kind", said, "Take the import_id that import_roster gave for that list.")
        return found
