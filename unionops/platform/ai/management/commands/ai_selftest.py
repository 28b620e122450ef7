"""Asks the model in use five small questions and says how it did."""

from argparse import ArgumentParser
from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.ai import doors, selftest
from unionops.platform.ai.models import Role


class Command(JsonCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--role", choices=[Role.DRAFT, Role.EXTRACT], default=Role.DRAFT)

    def perform(self, **options: Any) -> Any:
        profile = doors.open_door(options["role"]).profile
        tested = selftest.test_model(by=self.user, profile=profile)
        return {
            "model": tested.name,
            "asked": len(tested.self_test),
            "passed": sum(row["ok"] for row in tested.self_test),
            "questions": tested.self_test,
            "reads_per_second": tested.prompt_speed,
            "writes_per_second": tested.write_speed,
        }
