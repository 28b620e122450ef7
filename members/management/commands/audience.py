"""Counts who a message to a saved list would reach, and who not and why."""

from argparse import ArgumentParser
from typing import Any

from members import queries
from members.models import Channel
from members.reaching.audience import receipt
from unionops.platform.access.command import JsonCommand


class Command(JsonCommand):
    help = "The receipt of a saved list for one channel: roster = included + every exclusion."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("segment", help="name of a saved list")
        parser.add_argument("--channel", required=True, choices=Channel.values)
        parser.add_argument("--klass", "--class", dest="klass", default="", help="class of message")

    def perform(self, **options: Any) -> Any:
        segment = queries.segment(self.user, options["segment"])
        return receipt(self.user, segment, channel=options["channel"], klass=options["klass"]).as_json()
