"""`manage.py doctor`: what works on this box, what does not, and what to do."""

import sys
from typing import Any

from django.db import DatabaseError
from django.utils import timezone

from unionops.platform.access.actors import acting
from unionops.platform.access.command import JsonCommand
from unionops.platform.access.models import Local, User
from unionops.platform.ops.doctor import BAD, report

MARKS = {"good": "ok  ", "warn": "note", "bad": "BAD "}


def _zone() -> str | None:
    """The local's; the house's own when the database cannot say."""
    try:
        return Local.current().time_zone
    except DatabaseError:
        return None


class Command(JsonCommand):
    help = "Checks database, Redis, workers, beat, Ollama, Pango, mail, disk, backups, clock and permissions."
    needs_database = False

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if self.ill:
            sys.exit(1)

    def perform(self, **options: Any) -> dict[str, Any]:
        with acting(User(is_system=True)), timezone.override(_zone()):  # not stored: the database may be what is ill
            found = report()
        self.ill = not found["ok"]
        return found

    def show(self, result: Any) -> None:
        for check in result["checks"]:
            self.stdout.write(f"{MARKS[check['state']]} {check['title']}: {check['said']}")
            if check["advice"]:
                self.stdout.write(f"       {check['advice']}")
        bad = sum(check["state"] == BAD for check in result["checks"])
        self.stdout.write(f"{bad} to mend." if bad else "All well.")
