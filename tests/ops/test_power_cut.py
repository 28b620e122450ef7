"""The power fails while people save: what was answered is there afterwards, and nothing is torn.

A real ext4 disk lies as a file on btrfs; a copy of that file by reference is what a disk holds in one moment, without
anything that was still in memory. It takes root, loop devices and both file systems' tools, and says so where they lack.
"""

from __future__ import annotations

import os
import random
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3

from tests.architecture.source import ROOT
from tests.processes import wait_until
from unionops.sealed.fault import fault

pytestmark = pytest.mark.measure
KEY = secrets.token_hex(32)
CUTS = int(os.environ.get("UNIONOPS_POWER_CUTS", "20"))


def run(*words: object) -> None:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{' '.join(map(str, words))}: {done.stderr.strip()}")


class Disk:
    """The outer file system, the disk on it, and where a cut one is looked at."""

    def __init__(self, folder: Path) -> None:
        self.outer, self.inner, self.after = (folder / name for name in ("outer", "inner", "after"))
        self.mounted: list[Path] = []
        for place in (self.outer, self.inner, self.after):
            place.mkdir()
        _image(folder / "outer.img", 900)
        run("mkfs.btrfs", "-q", folder / "outer.img")
        self.mount(folder / "outer.img", self.outer)
        _image(self.outer / "disk.img", 200)
        run("mkfs.ext4", "-q", self.outer / "disk.img")
        self.mount(self.outer / "disk.img", self.inner)

    def mount(self, image: Path, place: Path) -> None:
        run("mount", "-o", "loop", image, place)
        self.mounted.append(place)

    def unmount(self, place: Path) -> None:
        run("umount", place)
        self.mounted.remove(place)

    def end(self) -> None:
        for place in reversed(self.mounted):
            subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def _image(path: Path, megabytes: int) -> None:
    with path.open("wb") as handle:
        handle.truncate(megabytes << 20)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    lacking = [name for name in ("mkfs.btrfs", "mkfs.ext4", "mount") if shutil.which(name) is None]
    if os.geteuid() or lacking:
        pytest.skip(f"no disk of our own: it takes root and {', '.join(lacking) or 'loop devices'}")
    made = Disk.__new__(Disk)
    try:
        made.__init__(tmp_path)
    except OSError as error:
        made.end()
        pytest.skip(f"no disk of our own: {error}")
    yield made
    made.end()


def cut(disk: Disk, synchronous: str, seconds: float, *, held: bool = False) -> tuple[int, int]:
    """How many commits had been answered when the power went, and how many of them the disk still has.

    `held` stops the writer first: else it goes on into the cut, as in life.
    """
    file, said = disk.inner / f"{secrets.token_hex(4)}.sqlite3", disk.outer / "said"
    with said.open("wb") as sink:
        command = [sys.executable, "-m", "tests.ops.power", str(file), KEY, synchronous]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=sink, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        wait_until(lambda: said.stat().st_size > 10)
        time.sleep(seconds)
        writer.send_signal(signal.SIGSTOP if held else signal.SIGCONT)
        answered = int(said.read_text().split("\n")[-2])
        run("cp", "--reflink=always", disk.outer / "disk.img", disk.outer / "cut.img")
    finally:
        writer.kill()
        writer.wait()
    disk.mount(disk.outer / "cut.img", disk.after)
    try:
        return answered, _kept(disk.after / file.name)
    finally:
        disk.unmount(disk.after)
        (disk.outer / "cut.img").unlink()
        for path in disk.inner.glob(f"{file.name}*"):
            path.unlink()


def _kept(file: Path) -> int:
    """Rows after the recovery, one for each number without a gap; the file is whole."""
    line = sqlcipher3.connect(str(file))
    line.execute(f"PRAGMA key = \"x'{KEY}'\"")
    count, last = line.execute("SELECT count(*), max(number) FROM kept").fetchone()
    line.close()
    assert fault(file, KEY) == "" and count == last
    return int(count)


def test_no_answered_save_is_lost_with_the_power(disk: Disk, figures) -> None:
    """UNIONOPS_POWER_CUTS: how many (20). NORMAL loses, which shows that the cuts are real."""
    chance = random.Random(7)
    lost = [cut(disk, "FULL", chance.uniform(0.2, 2)) for _each in range(CUTS)]
    assert all(kept >= answered for answered, kept in lost), lost
    assert any(kept < answered for answered, kept in (cut(disk, "NORMAL", 1, held=True) for _each in range(5)))
    saved = sum(answered for answered, _kept in lost)
    figures("Faults", "power cuts of a disk while saving", f"{CUTS} of {CUTS} lost nothing", f"{saved} answered saves")
