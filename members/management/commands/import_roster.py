"""Plans what a roster file would change, and applies it when told to."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from members import tasks
from members.models import FileKind, ImportScope
from members.reports import import_report
from members.services.importing import apply_import, receive_file
from unionops.platform.access.command import JsonCommand, day
from unionops.platform.core.problems import Problem
from unionops.platform.files.bringing import read_json, read_path
from unionops.platform.files.checks import check_upload


class Command(JsonCommand):
    help = "Plan an import of a unit list, member list, remittance or E-Dues file; --apply executes the plan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--kind", required=True, choices=FileKind.values)
        parser.add_argument("--source", required=True, help="who sent the file")
        parser.add_argument("--as-of", required=True, type=day)
        parser.add_argument("--scope", required=True, choices=ImportScope.values)
        parser.add_argument("--mapping", type=Path, help="JSON: their heading -> our field")
        parser.add_argument("--apply", action="store_true")

    def perform(self, **options: Any) -> Any:
        if not options["source"].strip():
            raise Problem("no_source", "The source is empty.", "Say who sent the file, such as --source HR.")
        found = receive_file(
            by=self.user,
            data=read_file(options["file"]),
            name=options["file"].name,
            kind=options["kind"],
            source=options["source"],
            as_of=options["as_of"],
            scope=options["scope"],
            mapping=read_mapping(options["mapping"]),
        )
        if options["apply"]:
            found = apply_import(by=self.user, roster_import=found, expected_hash=found.plan_hash)
            tasks.look_soon(by=self.user)
        return import_report(found)

    def show(self, result: Any) -> None:
        for name, count in result["totals"].items():
            self.stdout.write(f"{name}: {count}")
        self.stdout.write(f"import {result['import_id']}: {'applied' if result['applied'] else 'planned only'}")


def read_file(path: Path) -> bytes:
    data = read_path(path)
    if not data.strip():
        raise Problem("empty", f"The file {path.name} is empty.", "Check that you saved the right file.")
    check_upload(data, path.name, "roster")
    return data


def read_mapping(path: Path | None) -> dict[str, str] | None:
    if path is None:
        return None
    mapping = read_json(path, code="mapping", hint="It is JSON: {heading: field}.")
    if not isinstance(mapping, dict):
        raise Problem("mapping", f"The mapping file {path.name} is not a JSON object.", "Write {heading: field}.")
    return {str(key): str(value) for key, value in mapping.items()}
