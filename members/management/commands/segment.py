"""Saves a list from its text, and counts it."""

from argparse import ArgumentParser
from typing import Any

from members import queries
from members.segments.conditions import troubles
from members.services.lists import save_segment
from unionops.platform.access.command import JsonCommand


class Command(JsonCommand):
    help = 'Save a list: segment "Night shift" "standing is member and shift is Nights" --count'

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name")
        parser.add_argument("text", nargs="?", help="the question in words; without it the saved list is shown")
        parser.add_argument("--count", action="store_true")

    def perform(self, **options: Any) -> Any:
        if options["text"] is None:
            found = queries.segment(self.user, options["name"])
        else:
            found = save_segment(by=self.user, name=options["name"], text=options["text"])
        result: dict[str, Any] = {"segment": found.name, "id": str(found.public_id), "text": found.text}
        if options["count"]:
            result["count"] = queries.segment_people(self.user, found).order_by().count()
        if notes := troubles(found.criteria):
            result["notes"] = notes
        return result
