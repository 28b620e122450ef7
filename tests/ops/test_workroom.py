"""Folders of backups and rehearsals hold keys beside copies: they go with the process, however it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.architecture.source import ROOT
from unionops.platform.ops.backups import workroom

AT_WORK = """
import sys
from pathlib import Path
from unionops.platform.ops.backups.workroom import workroom
with workroom(Path(sys.argv[1])) as folder:
    (folder / "database.key").write_text("secret")
    print("in", flush=True)
    sys.stdin.read()  # until it is killed
"""


def rooms(place: Path) -> list[Path]:
    return list(place.glob(f"{workroom.PREFIX}*"))


def test_a_room_is_gone_afterwards(tmp_path: Path) -> None:
    with workroom.workroom(tmp_path) as folder:
        assert folder.is_dir()
    assert rooms(tmp_path) == []


def test_a_room_of_a_killed_process_is_swept_and_one_in_use_is_not(tmp_path: Path) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    worker = subprocess.Popen([sys.executable, "-c", AT_WORK, str(tmp_path)], cwd=ROOT, **pipes)
    assert worker.stdin is not None and worker.stdout is not None
    worker.stdout.readline()
    assert workroom.sweep(tmp_path) == 0
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    worker.stdin.close()
    worker.stdout.close()
    assert len(rooms(tmp_path)) == 1
    assert workroom.sweep(tmp_path) == 1
    assert rooms(tmp_path) == []


def test_a_half_written_archive_goes_once_it_no_longer_grows(tmp_path: Path) -> None:
    for name in (".old.backup.new", ".fresh.backup.new"):
        (tmp_path / name).write_bytes(b"x")
    os.utime(tmp_path / ".old.backup.new", (1, 1))
    assert workroom.sweep_half_written(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == [".fresh.backup.new"]
