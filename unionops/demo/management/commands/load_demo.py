"""Fills an empty data folder with the invented local, or takes it away again."""

from argparse import ArgumentParser
from typing import Any

from unionops.demo.loading import whole
from unionops.platform.access import tables
from unionops.platform.access.command import JsonCommand, day
from unionops.platform.core.problems import Problem
from unionops.platform.ops.preparing import prepare


class Command(JsonCommand):
    help = "Load the invented local into an empty data folder (--remove takes it away)"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--anchor", type=day, help="the day on which the local stands")
        parser.add_argument("--remove", action="store_true", help="empty the folder; only a demo is ever removed")

    def handle(self, *args: Any, **options: Any) -> None:
        make_tables_when_missing()
        super().handle(*args, **options)

    def perform(self, **options: Any) -> dict[str, Any]:
        if options["remove"]:
            return whole.remove()
        return whole.load(by=self.user, anchor=options["anchor"])

    def show(self, result: dict[str, Any]) -> None:
        if "removed" in result:
            self.stdout.write("The demo local is gone.")
            return
        self.stdout.write(
            f"{result['local']}: {result['people']} people, {result['agreements']} agreements, "
            f"{result['cases']} cases, {result['messages']} messages. All of it is invented.\n\nSign in as:"
        )
        for row in result["sign_ins"]:
            self.stdout.write(f"  {row['role']:<22}{row['email']:<30}{row['name']}")
        self.stdout.write(f"The password is the same for all: {result['sign_ins'][0]['password']}")


def make_tables_when_missing() -> None:
    """On a bare machine the demo is one command away; whatever else is wrong is told by the command itself."""
    try:
        tables.check()
    except Problem as problem:
        if problem.code == "not_set_up":
            prepare()
