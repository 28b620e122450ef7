"""`due --days N`: every running date until N days from now, overdue ones first; numbers and dates only."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from grievances.queries import work
from grievances.services import silence
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "List what falls due; starts our clocks where management has let its date pass."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=14, help="how many days ahead (default 14)")

    def perform(self, **options: Any) -> list[dict[str, Any]]:
        if not 0 <= options["days"] <= 3660:
            raise Problem("bad_days", "--days must be between 0 and 3660.", "Write for example: --days 14")
        silence.catch_up(by=self.user)
        day = today()
        return [
            {
                "case": row.case.number if row.case else None,
                "date": row.due.isoformat(),
                "target": row.target.isoformat(),
                "days": row.days_left(day),
                "side": row.side,
                "kind": "earliest" if row.earliest else "latest",
                "origin": row.origin,
                "step": row.step.key if row.step else row.statute or None,
                "what": row.name if row.step or row.statute else "date",  # a title typed by hand may name somebody
                "confirmed": row.is_confirmed,
                "steward": str(row.matter.steward) if row.matter.steward else None,
            }
            for row in work.due(self.user, day, options["days"])
        ]

    def show(self, result: Any) -> None:
        if not result:
            self.stdout.write("Nothing falls due in that time.")
        for row in result:
            said = when(row["days"])
            if row["kind"] == "earliest":
                said = "open now" if row["days"] <= 0 else f"opens in {row['days']} d"
            who = row["steward"] or "nobody yet"
            self.stdout.write(
                f"{row['date']}  {said:14} {row['side']:7} {row['case'] or '-':14} {row['what']:32} {who}"
            )


def when(days: int) -> str:
    if days == 0:
        return "today"
    unit = "day" if abs(days) == 1 else "days"
    return f"{-days} {unit} late" if days < 0 else f"in {days} {unit}"
