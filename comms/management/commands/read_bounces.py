"""Reads returned mail from a mailbox file and marks the addresses."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from comms.services import bounces
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "Read bounces and complaints from an .mbox or .eml file, or a Maildir folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("mailbox", type=Path)

    def perform(self, *, mailbox: Path, **options: Any) -> dict[str, Any]:
        totals: dict[str, Any] = {"bounced": 0, "temporary": 0, "complaints": 0, "not_ours": []}
        for data in _contents(mailbox):
            for name, value in bounces.read_bounces(by=self.user, data=data).items():
                totals[name] += value
        return totals


def _contents(path: Path) -> list[bytes]:
    try:
        if path.is_dir():
            return [each.read_bytes() for each in sorted(path.rglob("*")) if each.is_file()]
        return [path.read_bytes()]
    except OSError as error:
        raise Problem("no_file", f"{path} cannot be read.", "Give a mailbox file or folder.") from error
