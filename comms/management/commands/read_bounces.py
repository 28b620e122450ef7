"""Reads returned mail from a file, a folder or a mailbox and marks the addresses."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from comms import mailboxes
from comms.services import bounces
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = (
        "Read bounces and complaints from an .mbox, .eml, .json or .csv file, a Maildir folder, or a mailbox such as "
        "imaps://name%40example.org@imap.example.org/INBOX (its password in UNIONOPS_BOUNCE_PASSWORD)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("mailbox", nargs="?", default="", help="without it, that of UNIONOPS_BOUNCE_MAILBOX")

    def perform(self, *, mailbox: str, **options: Any) -> dict[str, Any]:
        place = mailbox or mailboxes.configured()
        if not place:
            raise Problem("no_mailbox", "No mailbox is named.", "Give a file, a folder or an imaps:// address.")
        return bounces.read_place(by=self.user, place=place)
