"""Copies between two nights: taken when something happened, small, few, and restored with the backup they build on."""

import json
from pathlib import Path

import pytest

from tests.ops.test_box import Box

pytestmark = pytest.mark.slow
SET_UP = """
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local
with acting(system_actor()):
    Local.objects.create(pk=1, name="Local 12")
"""
TAKE = """
import json
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.ops.backups import recent
with acting(system_actor()) as box:
    path = recent.take(by=box)
    recent.prove_newest()
    print(json.dumps([str(path or ""), recent.is_late()]))
"""
HOUR_LATER = """
import time_machine, datetime
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.ops.backups import recent
with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1)), acting(system_actor()):
    print(recent.is_late())
"""
ALTER = """
from django.db import connection
from unionops.platform.audit import triggers
with connection.cursor() as cursor:
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_event'")
    for (name,) in cursor.fetchall():
        cursor.execute(f"DROP TRIGGER {name}")
    cursor.execute("UPDATE audit_event SET action = 'did nothing' WHERE number = 5")
"""


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Box:
    made = Box(tmp_path_factory.mktemp("recent"))
    made("setup")
    made.fill(300)
    said(made, SET_UP)
    return made


def said(box: Box, code: str) -> str:
    done = box.process("shell", "-v", "0", "-c", code)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def take(box: Box) -> tuple[Path | None, bool]:
    path, late = json.loads(said(box, TAKE).splitlines()[-1])
    return (Path(path) if path else None), late


def test_a_copy_holds_what_is_new_and_restores_with_its_backup(box: Box) -> None:
    assert take(box)[0] is None  # the first time a whole backup, proven
    (whole,) = (box.folder / "data" / "backups").glob("*.backup")
    box.fill(40)
    assert said(box, HOUR_LATER) == "True"
    path, late = take(box)
    assert path is not None and not late
    assert path.stat().st_size < whole.stat().st_size
    into = box.folder / "into"
    restored = box("restore", str(path), "--into", str(into))
    stored = sorted(each.name for each in into.glob("files/??/*"))
    assert stored == sorted(each.name for each in (box.folder / "data").glob("files/??/*"))
    assert restored["files"] == restored["tables"]["files_upload"] == len(stored)
    assert box("audit_verify", UNIONOPS_DATA=str(into))["ok"]


def test_nothing_happened_nothing_is_copied_and_few_are_kept(box: Box) -> None:
    take(box)
    box.fill(1)
    assert take(box)[0] is not None
    assert take(box)[0] is None
    assert said(box, HOUR_LATER) == "False"
    for path in range(10):
        box.fill(1)
        (box.folder / "data" / "backups" / "recent" / f"unionops-2020-01-{path:02}.backup").write_bytes(b"old")
    assert take(box)[0] is not None
    assert len(list((box.folder / "data" / "backups" / "recent").glob("*.backup"))) == 8


def test_without_its_backup_a_copy_says_which_one_it_needs(box: Box, tmp_path: Path) -> None:
    take(box)
    box.fill(1)
    path, _late = take(box)
    assert path is not None
    alone = tmp_path / path.name
    alone.write_bytes(path.read_bytes())
    key = str(box.folder / "data-secrets" / "backup.key")
    failed = box.process("restore", str(alone), "--into", str(tmp_path / "x"), "--key-file", key, "--json")
    assert json.loads(failed.stdout)["error"]["code"] == "no_base"
    assert not (tmp_path / "x").exists()


def test_a_backup_whose_trail_was_rewritten_is_not_proven(box: Box, tmp_path: Path) -> None:
    said(box, ALTER)
    made = box("backup", str(tmp_path / "a.backup"))
    failed = box.process("restore", made["file"], "--into", str(tmp_path / "into"), "--json")
    assert json.loads(failed.stdout)["error"]["code"] == "trail_broken"
