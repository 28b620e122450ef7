"""One command starts everything, mends what falls, and stops it all with one signal."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.processes import free_port
from unionops.platform.ops import household, ports

ROOT = Path(__file__).resolve().parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def test_a_taken_port_is_noticed_and_its_holder_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert not ports.is_free("127.0.0.1", port)
        assert str(os.getpid()) in ports.holder(port) or sys.platform != "linux"
    assert ports.is_free("127.0.0.1", port)
    assert not ports.answers("127.0.0.1", port)


def test_redis_is_private_small_and_keeps_nothing() -> None:
    words = " ".join(household.redis("redis-server", Path("/x/redis.sock")).command)
    assert "--port 0" in words
    assert "--appendonly no" in words
    assert "--rename-command FLUSHALL" in words


def test_what_falls_again_and_again_waits_longer_until_it_stood_for_a_while() -> None:
    falls, now, waits = household.Falls(), 1000.0, []
    for lived in (1, 1, 1, 1, 1, 1, 1, 100, 1):
        falls.started, now = now, now + lived
        waits.append(round(falls.pause(now), 1))
    assert waits == [0.1, 1.1, 3.1, 7.1, 15.1, 30.0, 30.0, 0.1, 1.1]


def test_a_long_path_gets_its_socket_elsewhere(tmp_path: Path) -> None:
    assert household.redis_socket(tmp_path / "data") == tmp_path / "data" / "redis.sock" or len(str(tmp_path)) > 80
    long = tmp_path / ("x" * 120)
    assert len(os.fsencode(household.redis_socket(long))) <= household.SOCKET_LIMIT
    assert household.redis_socket(long) != household.redis_socket(tmp_path / ("y" * 120))


class Box:
    """The supervisor as a process, and what it says."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder, self.port, self.said = folder, free_port(), folder / "said"
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("UNIONOPS_", "DATABASE_", "REDIS_", "DJANGO_"))
        }
        self.environment = {**kept, "UNIONOPS_DATA": str(folder / "data"), "UNIONOPS_PORT": str(self.port), **settings}
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        with self.said.open("wb") as sink:
            command = [sys.executable, str(ROOT / "bin" / "supervise.py")]
            return subprocess.Popen(command, env=self.environment, stdout=sink, stderr=sink)

    def again(self, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "bin" / "supervise.py")]
        surroundings = {**self.environment, **environment}
        return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=60)

    def get(self, path: str = "/accounts/login/") -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as answer:
            return int(answer.status)

    def children(self) -> dict[str, int]:
        """Name -> process of what the supervisor started itself."""
        mine = self.below(self.process.pid)
        marks = {"web": "gunicorn", "redis": "redis.sock", "workers": "unionops.workers"}
        return {name: pid for pid, words in mine.items() for name, mark in marks.items() if mark in words}

    def at_work(self) -> set[int]:
        """The forks of the workers' hall."""
        return set(self.below(self.children().get("workers", 0)))

    def below(self, parent: int) -> dict[int, str]:
        rows = subprocess.run(["ps", "-eww", "-o", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
        split = [line.split(None, 2) for line in rows.splitlines()[1:]]
        return {int(pid): words for pid, above, words in split if above == str(parent)}


def until(true: Callable[[], object], seconds: float = 90) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if true():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Box]:
    made = Box(tmp_path_factory.mktemp("supervised"))
    yield made
    if made.process.poll() is None:
        made.process.send_signal(signal.SIGINT)
        made.process.wait(60)


@pytest.mark.slow
@LINUX
class TestRunning:
    def test_it_prints_address_and_link(self, box: Box) -> None:
        assert until(lambda: "setup" in box.said.read_text() and box.get() == 200), box.said.read_text()
        assert re.search(rf"http://127\.0\.0\.1:{box.port}/setup/\S+/", box.said.read_text())

    def test_all_parts_run(self, box: Box) -> None:
        wanted = {"web", "workers"} | ({"redis"} if household.redis_program() else set())
        assert until(lambda: set(box.children()) == wanted)
        assert until(lambda: len(box.at_work()) == len(household.WORKERS))

    def test_a_second_start_is_refused_by_name(self, box: Box) -> None:
        taken, locked = box.again(), box.again(UNIONOPS_PORT=str(free_port()))
        assert (taken.returncode, locked.returncode) == (1, 1)
        assert "is taken by" in taken.stderr
        assert "already runs" in locked.stderr

    def test_another_address_needs_https(self, box: Box) -> None:
        refused = box.again(UNIONOPS_BIND="0.0.0.0")
        assert refused.returncode == 1
        assert "certificate" in refused.stderr

    def test_nobody_is_turned_away_while_the_web_part_starts_again(self, box: Box) -> None:
        group = os.getpgid(box.children()["web"])
        os.killpg(group, signal.SIGKILL)
        assert box.get() == 200

    @pytest.mark.parametrize("name", ["web", "workers", "redis"])
    def test_a_killed_part_is_started_again(self, box: Box, name: str) -> None:
        old = box.children()[name]
        os.kill(old, signal.SIGKILL)
        assert until(lambda: box.children().get(name, old) != old and box.get() == 200)

    def test_a_killed_worker_is_forked_again_beside_the_other(self, box: Box) -> None:
        assert until(lambda: len(box.at_work()) == len(household.WORKERS))
        hall, (fallen, other) = box.children()["workers"], sorted(box.at_work())
        os.kill(fallen, signal.SIGKILL)
        assert until(lambda: fallen not in box.at_work() and len(box.at_work()) == len(household.WORKERS))
        assert box.children()["workers"] == hall
        assert other in box.at_work()

    def test_no_worker_outlives_a_killed_hall(self, box: Box) -> None:
        old = box.at_work()
        os.kill(box.children()["workers"], signal.SIGKILL)
        assert until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in old))
        assert until(lambda: len(box.at_work()) == len(household.WORKERS))

    def test_one_signal_stops_everything(self, box: Box) -> None:
        pids = [*box.children().values(), *box.at_work()]
        box.process.send_signal(signal.SIGTERM)
        assert box.process.wait(60) == 0
        assert until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids), 10)
        assert ports.is_free("127.0.0.1", box.port)
