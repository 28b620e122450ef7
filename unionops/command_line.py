"""The door of `manage.py`: what goes wrong before a command begins is told as commands tell it."""

from __future__ import annotations

import gc
import json
import sys
from typing import Any, NoReturn

from django.core.management import ManagementUtility, get_commands
from django.core.management.base import BaseCommand

from unionops.platform.core.problems import Problem
from unionops.sealed import unlocking


class CommandLine(ManagementUtility):
    """With `--json`: an unknown command, or one of Django's own, is `{"error": {"code", "message", "hint"}}`, status 2;
    a lost key is told the same way, status 1."""

    def execute(self) -> None:
        try:
            if self.argv[1:2] != ["restore"]:  # it may bring another key along
                unlocking.ask()
            super().execute()
        except Problem as problem:  # of the keys and the settings: commands tell their own
            if not self._as_json:
                sys.exit(str(problem))
            _fail(problem.code, problem.message, problem.hint, status=1)

    def fetch_command(self, subcommand: str) -> BaseCommand:
        gc.freeze()
        gc.enable()
        if not self._as_json:
            return super().fetch_command(subcommand)
        if subcommand not in get_commands():
            known = "manage.py help lists the commands."
            _fail("usage", f"There is no command called {subcommand!r}.", known, status=2)
        command = super().fetch_command(subcommand)
        if not _speaks_json(command):
            _fail("usage", f"{subcommand} has no --json.", f"See: manage.py {subcommand} --help", status=2)
        return command

    @property
    def _as_json(self) -> bool:
        return "--json" in self.argv


def _speaks_json(command: BaseCommand) -> bool:
    from unionops.platform.access.command import JsonCommand

    return isinstance(command, JsonCommand)


def _fail(code: str, message: str, hint: str, *, status: int) -> NoReturn:
    said: dict[str, Any] = {"error": {"code": code, "message": message, "hint": hint}}
    print(json.dumps(said, ensure_ascii=False))  # noqa: T201  the answer itself
    sys.exit(status)
