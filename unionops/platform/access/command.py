"""Commands for people and scripts alike: `--json` gives one document on standard output."""

from __future__ import annotations

import datetime
import json
import logging
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from unionops.platform.access import tables
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models.local import Local
from unionops.platform.access.models.people import User
from unionops.platform.core import room
from unionops.platform.core.problems import Problem

log = logging.getLogger(__name__)


class JsonCommand(BaseCommand):
    """Subclasses implement `perform(**options)` and may override `show(result)`.

    Logs go to standard error. With `--json` every failure is `{"error": {"code", "message", "hint"}}`:
    exit status 2 for words the command does not know, else 1.
    `needs_database = False` lets a command run before set-up.
    """

    needs_database = True
    requires_system_checks: list[str] = []  # they load every page; scripts should not wait for that
    user: User
    perform: Callable[..., Any]

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Subclasses add their own."""

    def run_from_argv(self, argv: list[str]) -> None:
        if "--json" in argv:
            self._check_words(argv)
        super().run_from_argv(argv)

    def _check_words(self, argv: list[str]) -> None:
        """A parser that is not told it serves a command line raises instead of printing its usage."""
        try:
            self.create_parser(argv[0], argv[1]).parse_args(argv[2:])
        except CommandError as error:
            said = str(error).removeprefix("Error: ")
            self._fail(Problem("usage", said, f"See: manage.py {argv[1]} --help"), status=2)

    def handle(self, *args: Any, **options: Any) -> None:
        as_json = options.pop("json")
        try:
            result = self._perform(options)
        except Problem as problem:
            self._refuse(problem, as_json)
        except Exception as error:
            if room.ran_out(error):
                return self._refuse(room.problem(), as_json)
            if isinstance(error, OSError) and error.filename:
                said = f"{error.filename}: {error.strerror}."
                return self._refuse(Problem("file", said, "Check the path and its permissions."), as_json)
            if not as_json:
                raise
            log.exception("The command failed.")
            self._fail(Problem("internal", f"{type(error).__name__}: {error}", "The log on standard error says where."))
        else:
            self._answer(result, as_json)

    def _perform(self, options: dict[str, Any]) -> Any:
        if not self.needs_database:
            return self.perform(**options)
        tables.check()
        self.user = system_actor()
        try:
            with acting(self.user), timezone.override(Local.current().time_zone):
                return self.perform(**options)
        except ObjectDoesNotExist as error:
            raise Problem("not_found", str(error), "Check the id or the number.") from error
        except ValidationError as error:
            raise Problem("bad_value", " ".join(error.messages), "Check the id, the number or the date.") from error

    def show(self, result: Any) -> None:
        """What a person reads; the JSON, indented, unless a command knows better."""
        self.stdout.write(json.dumps(result, indent=2, ensure_ascii=False, default=plain))

    def _answer(self, result: Any, as_json: bool) -> None:
        try:
            if as_json:
                self.stdout.write(json.dumps(result, ensure_ascii=False, default=plain))
            else:
                self.show(result)
            self.stdout.flush()
        except BrokenPipeError:  # who read it, as `head` does, has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _refuse(self, problem: Problem, as_json: bool) -> None:
        if not as_json:
            raise CommandError(str(problem))
        self._fail(problem)

    def _fail(self, problem: Problem, status: int = 1) -> None:
        self.stdout.write(json.dumps(problem.as_json(), ensure_ascii=False))
        sys.exit(status)


def day(text: str) -> datetime.date:
    """The type of an option that takes a date."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a date; write it as YYYY-MM-DD") from error


def plain(value: Any) -> Any:
    """Dates as ISO text, everything else by its text."""
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)
