"""The tables of a new database, made at once from the models: the same as by all migrations, in a tenth of the time.

Step by step Django draws up every model anew after each change, 15,000 of them; that was most of a first start.
`tests/ops/test_new_tables.py` compares both ways, table by table.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, router
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from django.db.models import Model

OURS = ("unionops.", "members.", "contracts.", "grievances.", "comms.")


def make() -> None:
    """For a database without tables. All or nothing; every migration then counts as carried out."""
    with connection.schema_editor() as editor:
        for model in _models():
            editor.create_model(model)
        known, plain = MigrationLoader(None).disk_migrations, ProjectState.from_apps(apps).apps
        for name in sorted(known):
            for step in _beside_tables(known[name]):
                step.code(plain, editor)
        recorder = MigrationRecorder(connection)
        editor.create_model(recorder.Migration)
        for name in known:
            recorder.record_applied(*name)


def _models() -> Iterator[type[Model]]:
    for config in apps.get_app_configs():
        for model in router.get_migratable_models(config, connection.alias):
            if model._meta.can_migrate(connection):
                yield model


def _beside_tables(migration: Migration) -> Iterator[RunPython]:
    """What our own migrations do by hand: an index of one engine only, the trail that nobody changes."""
    if migration.__module__.startswith(OURS):
        yield from (step for step in migration.operations if isinstance(step, RunPython))
