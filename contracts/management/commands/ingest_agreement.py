"""Read an agreement from a file: `ingest_agreement FILE --title T [--effective D] [--supersedes ID] [--kind K]`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.db.models import Q

from contracts import queries
from contracts.exports import version_as_data
from contracts.models import AgreementKind, AgreementVersion
from contracts.services import publishing, reading
from unionops.platform.access.command import JsonCommand, day
from unionops.platform.access.models import BargainingUnit
from unionops.platform.core.problems import Problem
from unionops.platform.files.bringing import read_path
from unionops.platform.files.services import store_upload


class Command(JsonCommand):
    help = "Read an agreement (PDF, DOCX, HTML, Markdown, text) into clauses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--title", required=True)
        parser.add_argument("--effective", type=day, help="in force from, YYYY-MM-DD")
        parser.add_argument("--expires", type=day, help="last day, YYYY-MM-DD")
        parser.add_argument("--supersedes", help="the agreement_id this one replaces")
        parser.add_argument("--parent", help="the agreement_id of the agreement that a side letter belongs to")
        parser.add_argument("--unit", help="name or code of the bargaining unit it is for; every unit without it")
        parser.add_argument("--kind", choices=AgreementKind.values, default=AgreementKind.AGREEMENT.value)
        parser.add_argument("--draft", action="store_true", help="do not publish it yet")

    def perform(self, **options: Any) -> dict[str, Any]:
        version = self._version(options)
        try:
            reading.read_version(version=version, by=self.user)
        except Problem:
            publishing.take_out(version=version, by=self.user)
            raise
        if not options["draft"] and not version.needs_word:
            publishing.publish(version=version, by=self.user)
        return version_as_data(self.user, version)

    def _version(self, options: dict[str, Any]) -> AgreementVersion:
        path = Path(options["file"])
        before, parent = self._named(options["supersedes"]), self._named(options["parent"])
        upload = store_upload(by=self.user, file=read_path(path), name=path.name, purpose="agreement")
        return reading.add_version(
            by=self.user,
            upload=upload,
            title=options["title"],
            kind=options["kind"],
            unit=self._unit(options["unit"]),
            effective=options["effective"],
            expires=options["expires"],
            supersedes=before,
            parent=parent.agreement if parent else None,
        )

    def _named(self, name: str | None) -> AgreementVersion | None:
        if not name:
            return None
        found = queries.named_version(self.user, name)
        if found is None:
            raise Problem("agreement", f"There is no agreement {name}.", "Use the agreement_id of an earlier ingest.")
        return found

    def _unit(self, name: str | None) -> BargainingUnit | None:
        if not name:
            return None
        found = BargainingUnit.objects.filter(Q(name__iexact=name) | Q(code__iexact=name))
        if len(found) != 1:
            known = ", ".join(BargainingUnit.objects.order_by("name").values_list("name", flat=True))
            raise Problem(
                "unit", f"There is not one bargaining unit {name}.", f"Name one of these: {known or 'none yet'}."
            )
        return found[0]

    def show(self, result: Any) -> None:
        self.stdout.write(
            f"{len(result['clauses'])} clauses from {result['pages']} pages, coverage {result['coverage']:.3f}"
        )
        for warning in result["warnings"]:
            self.stdout.write(f"  ! {warning}")
