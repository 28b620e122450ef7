"""The database's own refusal to change or remove an event."""

from __future__ import annotations

from typing import Any

SQLITE = [
    f"CREATE TRIGGER IF NOT EXISTS audit_event_no_{verb} BEFORE {verb.upper()} ON audit_event "
    "BEGIN SELECT RAISE(ABORT, 'audit events are never changed or removed'); END"
    for verb in ("update", "delete")
]
SQLITE_DROP = [f"DROP TRIGGER IF EXISTS audit_event_no_{verb}" for verb in ("update", "delete")]
POSTGRES = [
    "CREATE OR REPLACE FUNCTION audit_event_is_final() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'audit events are never changed or removed'; END $$",
    "DROP TRIGGER IF EXISTS audit_event_final ON audit_event",
    "CREATE TRIGGER audit_event_final BEFORE UPDATE OR DELETE ON audit_event "
    "FOR EACH ROW EXECUTE FUNCTION audit_event_is_final()",
]
POSTGRES_DROP = ["DROP TRIGGER IF EXISTS audit_event_final ON audit_event"]


def create(connection: Any) -> None:
    _run(connection, POSTGRES if connection.vendor == "postgresql" else SQLITE)


def drop(connection: Any) -> None:
    """Only for emptying a test database."""
    _run(connection, POSTGRES_DROP if connection.vendor == "postgresql" else SQLITE_DROP)


def _run(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
