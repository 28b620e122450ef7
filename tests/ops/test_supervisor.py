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
from types import SimpleNamespace
from typing import Any

import pytest

from tests.processes import below, free_port
from unionops.platform.ops import household, ports
from unionops.platform.ops.supervisor import Supervisor
from unionops.secrets_folder import KEYS

ROOT = Path(__file__).resolve().parents[2]
EVERYBODY = {"hall", "web", "ai", "default"} | ({"redis"} if household.redis_program() else set())
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


def test_a_shared_redis_named_in_a_file_is_one_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No private Redis beside it, and workers on a machine where none is installed."""
    monkeypatch.setenv("REDIS_URL_FILE", str(tmp_path / "url"))
    house: Any = SimpleNamespace(listener=SimpleNamespace(fileno=lambda: 3), damage="")
    (hall,) = Supervisor.cast(house, tmp_path)
    assert all(worker.name in " ".join(hall.command) for worker in household.WORKERS)


def test_what_falls_again_and_again_waits_longer_until_it_stood_for_a_while() -> None:
    falls, now, waits = household.Falls(), 1000.0, []
    for lived in (1, 1, 1, 1, 1, 100, 1):
        falls.started, now = now, now + lived
        waits.append(round(falls.pause(now), 1))
    assert waits == [0.1, 1.1, 3.1, 5.0, 5.0, 0.1, 1.1]


def test_a_long_path_gets_its_socket_elsewhere(tmp_path: Path) -> None:
    assert household.redis_socket(tmp_path / "data") == tmp_path / "data" / "redis.sock" or len(str(tmp_path)) > 80
    long = tmp_path / ("x" * 120)
    assert len(os.fsencode(household.redis_socket(long))) <= household.SOCKET_LIMIT
    assert household.redis_socket(long) != household.redis_socket(tmp_path / ("y" * 120))


@pytest.mark.slow
def test_the_hall_forks_with_no_thread_and_no_open_table(tmp_path: Path) -> None:
    look = (
        "import threading; from unionops import hall; hall.load_for_the_workers(); from django.db import connections; "
        "print(threading.active_count(), [c.alias for c in connections.all() if c.connection is not None])"
    )
    environment = {**os.environ, "UNIONOPS_DATA": str(tmp_path / "data"), "UNIONOPS_SECRETS": str(tmp_path / "keys")}
    environment |= {"DJANGO_SETTINGS_MODULE": "unionops.settings"}
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.stdout.split(maxsplit=1) == ["1", "[]\n"], done.stderr


HOSTILE = {
    "a port that is none": ({"UNIONOPS_PORT": "99999"}, "UNIONOPS_PORT is 99999"),
    "a file for a folder": ({"UNIONOPS_DATA": "{folder}/file"}, "{folder}/file cannot be made"),
    "a folder in a file": ({"UNIONOPS_DATA": "{folder}/file/data"}, "{folder}/file/data cannot be made"),
    "a folder for a file": ({"UNIONOPS_DATA": "{folder}/strange"}, "{folder}/strange/supervisor.lock: Is a directory."),
    "another machine's address": (
        {"UNIONOPS_BIND": "203.0.113.9", "UNIONOPS_URL": "https://x.example"},
        "This machine has no address 203.0.113.9",
    ),
    "a word for a port": ({"UNIONOPS_PORT": "http"}, "UNIONOPS_PORT is http"),
    "a zone that is none": ({"UNIONOPS_TIME_ZONE": "Mars/One"}, "there is no time zone of that name"),
    "the keys of another box": ({"UNIONOPS_SECRETS": "{folder}/other"}, "does not fit the key in {folder}/other"),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", HOSTILE)
def test_what_cannot_start_says_so_in_one_sentence(tmp_path: Path, what: str) -> None:
    settings, said = HOSTILE[what]
    (tmp_path / "file").touch()
    (tmp_path / "strange" / "supervisor.lock").mkdir(parents=True)
    if "{folder}/other" in settings.values():
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "unionops.sqlite3").write_bytes(os.urandom(8192))
        (tmp_path / "other").mkdir()
        for name in KEYS:
            (tmp_path / "other" / name).write_text("ab" * 32)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("UNIONOPS_", "DATABASE_", "REDIS_", "DJANGO_"))}
    kept |= {"UNIONOPS_DATA": str(tmp_path / "data"), "UNIONOPS_PORT": str(free_port())}
    kept |= {name: value.format(folder=tmp_path) for name, value in settings.items()}
    command = [sys.executable, str(ROOT / "bin" / "supervise.py")]
    done = subprocess.run(command, env=kept, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert said.format(folder=tmp_path) in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert "CommandError" not in done.stderr


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
        """Name -> process of what the supervisor started itself, and of what the hall forked."""
        marks = {"redis": "redis.sock", "hall": "unionops.hall"}
        mine = {name: pid for pid, words in below(self.process.pid).items() for name in marks if marks[name] in words}
        forks = {"web": "gunicorn: master", "ai": "celeryd: ai@", "default": "celeryd: default@"}
        hall = below(mine.get("hall", 0))
        return {**mine, **{name: pid for pid, words in hall.items() for name in forks if forks[name] in words}}


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


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
        assert until(lambda: set(box.children()) == EVERYBODY)

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
        assert until(lambda: set(box.children()) == EVERYBODY)
        web = box.children()["web"]
        for pid in (web, *below(web)):
            os.kill(pid, signal.SIGKILL)
        assert box.get() == 200

    @pytest.mark.parametrize("name", sorted(EVERYBODY - {"hall"}))
    def test_a_killed_part_is_started_again_beside_the_others(self, box: Box, name: str) -> None:
        assert until(lambda: set(box.children()) == EVERYBODY)
        before = box.children()
        os.kill(before[name], signal.SIGKILL)
        assert until(lambda: box.children().get(name, before[name]) != before[name])
        assert until(lambda: set(box.children()) == EVERYBODY)
        assert {**box.children(), name: 0} == {**before, name: 0}
        assert box.get() == 200

    def test_pages_are_served_on_while_a_killed_hall_is_loaded_again(self, box: Box) -> None:
        before = box.children()
        os.kill(before["hall"], signal.SIGKILL)
        assert until(lambda: before["hall"] not in below(box.process.pid))
        assert box.get() == 200
        assert until(lambda: set(box.children()) == EVERYBODY)
        assert until(lambda: not any(alive(before[name]) for name in EVERYBODY - {"redis"}))
        assert box.get() == 200

    def test_what_a_killed_hall_left_at_work_ends_with_the_box_too(self, tmp_path: Path) -> None:
        """Also while the next hall is being loaded, which would have ended it."""
        box = Box(tmp_path)
        assert until(lambda: set(box.children()) == EVERYBODY)
        before = box.children()
        os.kill(before["hall"], signal.SIGKILL)
        assert until(lambda: box.children().get("hall", before["hall"]) != before["hall"])
        box.process.send_signal(signal.SIGINT)
        box.process.wait(60)
        assert until(lambda: not any(alive(pid) for pid in before.values()), 10)
        assert ports.is_free("127.0.0.1", box.port)

    def test_one_signal_stops_everything(self, box: Box) -> None:
        pids = box.children().values()
        box.process.send_signal(signal.SIGTERM)
        assert box.process.wait(60) == 0
        assert until(lambda: not any(alive(pid) for pid in pids), 10)
        assert ports.is_free("127.0.0.1", box.port)
