"""Drafts all versions of a message from a brief file and checks each."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from comms import queries, wording
from comms.services import briefing
from unionops.platform.access.command import JsonCommand
from unionops.platform.files.bringing import read_json


class Command(JsonCommand):
    help = (
        "Draft the versions of a message from BRIEF.json; by the model when it is ready, else from the house patterns."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("brief", type=Path)

    def perform(self, *, brief: Path, **options: Any) -> dict[str, Any]:
        data = read_json(brief, code="bad_json", hint="Look at the place named.")
        message = briefing.start_from_file(by=self.user, data=data)
        notes = briefing.write_all(by=self.user, message=message)
        return {
            "message_id": str(message.public_id),
            "versions": [_version(row) for row in queries.checked(self.user, message)],
            "notes": notes,
            "not_read": briefing.not_read(data),
        }

    def show(self, result: Any) -> None:
        for key in result["not_read"]:
            self.stdout.write(_("The brief has “%s”, which nothing reads.") % key)
        for version in result["versions"]:
            self.stdout.write(f"== {version['channel']} · {version['audience']} ({version['engine']})")
            self.stdout.write("\n".join(filter(None, [version["subject"], version["body"]])))
            for check in version["checks"]:
                self.stdout.write(f"  ! {check['title']}: {check['why']}")


def _version(row: queries.Checked) -> dict[str, Any]:
    version = row.version
    return {
        "version_id": str(version.public_id),
        "audience": version.audience,
        "channel": version.channel,
        "language": version.language,
        "subject": version.subject,
        "preheader": version.preheader,
        "body": version.body,
        "engine": version.engine,
        "checks": [wording.as_json(finding) for finding in row.findings],
        "measures": row.measures,
    }
