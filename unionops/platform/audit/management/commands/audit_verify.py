"""Proves that the audit trail was not rewritten: `manage.py audit_verify [--anchor NUMBER:HASH]`."""

from argparse import ArgumentParser
from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.audit import anchors
from unionops.platform.audit.services import verify
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "Verify the chain of audit events, against anchors kept elsewhere if you have them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--anchor", action="append", default=[], metavar="NUMBER:HASH")

    def perform(self, *, anchor: list[str], **_: Any) -> dict[str, Any]:
        verdict = verify(_pair(text) for text in anchor)
        if not verdict.ok:
            hint = "Keep this box as it is, restore the last verified backup elsewhere and compare."
            raise Problem("audit_broken", f"The audit trail does not hold: {verdict.why}.", hint)
        return {"ok": True, "events": verdict.events, "head": verdict.head}


def _pair(text: str) -> anchors.Pair:
    if (found := anchors.pair(text)) is None:
        raise Problem("anchor", f"{text!r} is not an anchor.", "Write NUMBER:HASH with the 64-character hash.")
    return found
