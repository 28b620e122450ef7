"""A new database has the tables that all migrations would have made, name by name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
}
DESCRIBE = """
import json
import re
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
numbered = re.compile(r"^(fk_|__unnamed_constraint_).*")  # SQLite counts those without a name in their order
with connection.cursor() as cursor:
    look = connection.introspection
    tables = {
        name: [
            sorted(map(repr, look.get_table_description(cursor, name))),
            sorted(
                (numbered.sub("", constraint), sorted(map(repr, fact.items())))
                for constraint, fact in look.get_constraints(cursor, name).items()
            ),
        ]
        for name in set(look.table_names(cursor)) - {"auth_group_permissions"}  # unused; its key became wider once
    }
    cursor.execute(%r[connection.vendor])
    triggers = sorted(cursor.fetchall())
print(json.dumps([tables, triggers, sorted(map(list, MigrationRecorder(connection).applied_migrations()))], default=list))
"""


def run(folder: Path, database: str, *words: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UNIONOPS_", "DJANGO_"))}
    surroundings = {**kept, "UNIONOPS_DATA": str(folder), **({"DATABASE_URL": database} if database else {})}
    command = [sys.executable, str(ROOT / "manage.py"), *words]
    return subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True).stdout


def described(folder: Path, database: str = "") -> list[object]:
    said: list[object] = json.loads(run(folder, database, "shell", "-v0", "-c", DESCRIBE % TRIGGERS))
    return said


def both_ways(folder: Path, at_once: str = "", step_by_step: str = "") -> None:
    run(folder / "one", at_once, "setup")
    run(folder / "all", step_by_step, "migrate", "-v0")
    run(folder / "all", step_by_step, "setup")
    tables, triggers, applied = described(folder / "one", at_once)
    assert [tables, triggers, applied] == described(folder / "all", step_by_step)
    assert tables
    assert triggers
    assert applied


@pytest.mark.slow
def test_on_sqlite(tmp_path: Path) -> None:
    both_ways(tmp_path)


@pytest.mark.postgres
def test_on_postgresql(tmp_path: Path, databases: tuple[str, str]) -> None:
    both_ways(tmp_path, *databases)
