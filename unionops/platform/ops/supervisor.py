"""Start everything with one command, keep it running, stop it with one signal.

Started by `bin/run` and `make run`, through `bin/supervise.py`. It uses nothing but the standard library, so that it
weighs little and keeps standing when something else breaks. `<data>/restart` is how a page asks
for a restart of the children: the file holds the folder to run on, or nothing for the same one.
"""

import contextlib
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unionops import secrets_folder
from unionops.platform.core.problems import Problem
from unionops.platform.ops import household, locked, ports, stamps

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 25.0  # seconds for children to end by themselves
LOG_LIMIT = 5 << 20
TELLING = 3  # falls in a row after which the log is quoted
DAMAGED = "UNIONOPS_DAMAGED"  # what is wrong with the database, for the web server
FIRST_HELP = "/static/icon.svg"  # over a damaged database every page says 503
SUCCEEDED = 60.0  # seconds; a new hall has long ended what the one before left, and its number may be another's
FIRST_PAGE = 20.0  # seconds; after that it is announced anyway
SPARING = {"MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072"}  # threads share memory pools


class Refusal(Exception):
    """Why nothing was started, with what to do."""


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


NO_KEYS: dict[str, Any] = {"env": {}, "pass_fds": ()}


@dataclass
class Running:
    """One child, its log, and how often it fell."""

    child: household.Child
    log: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    falls: household.Falls = field(default_factory=household.Falls)
    again_at: float = 0.0
    group: int = 0  # of the process, and of what a fallen one left at work
    left: list[int] = field(default_factory=list)  # groups of those before, until a successor has surely ended them

    def start(self) -> None:
        turn_over(self.log)
        if self.group:
            self.left.append(self.group)
        handle = () if self.child.handle is None else (self.child.handle,)
        keys = secrets_folder.handed_on() if handle else contextlib.nullcontext(NO_KEYS)  # Redis would keep the pipe
        with self.log.open("ab") as sink, keys as given:
            self.process = subprocess.Popen(
                self.child.command,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                cwd=ROOT,
                env={**os.environ, **given["env"], **self.environment, **self.child.environment, **self._to_relieve()},
                start_new_session=True,
                preexec_fn=household.die_with_parent,
                pass_fds=(*handle, *given["pass_fds"]),
            )
        self.group, self.falls.started = self.process.pid, time.monotonic()

    def _to_relieve(self) -> dict[str, str]:
        return {household.LEFT_BEHIND: " ".join(map(str, self.left))} if self.left else {}

    def watch(self) -> None:
        """Restart when it is dead and its pause is over."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.again_at:
                self.start()
        elif self.process.poll() is not None:
            self._fell(now)
        elif now - self.falls.started > SUCCEEDED:
            self.left.clear()

    def _fell(self, now: float) -> None:
        code = self.process.returncode if self.process else 0
        pause = self.falls.pause(now)
        self.process, self.again_at = None, now + pause
        say(f"{self.child.name} ended (status {code}); starting it again in {pause:.0f} s. Log: {self.log}")
        if self.falls.count == TELLING:
            say(f"It keeps falling. The last line of its log: {last_words(self.log)}")

    def signal(self, number: int) -> None:
        if self.group and (self.process is None or self.is_alive):
            household.signal_group(self.group, number)
        for group in self.left:
            household.signal_group(group, number)

    @property
    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None


def last_words(log: Path) -> str:
    lines = log.read_text(errors="replace")[-2000:].split() if log.exists() else []
    return " ".join(lines)[-300:]


def turn_over(log: Path) -> None:
    """Keep one old log beside the new one."""
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".old.log"))


@dataclass
class Supervisor:
    """Everything that runs for one data folder."""

    listener: socket.socket
    children: list[Running] = field(default_factory=list)
    stopping: bool = False
    damage: str = ""

    @property
    def address(self) -> tuple[str, int]:
        host, port = self.listener.getsockname()[:2]
        return str(host), int(port)

    @property
    def data(self) -> Path:
        return secrets_folder.data_folder()

    def begin(self) -> None:
        """Prepare the folder, start all children and wait for the first page.

        Over a damaged database only the page that helps to restore a backup comes up: nobody writes into it.
        """
        if not self._is_open():
            return
        self.damage = prepare(self.data)
        bell = household.redis_socket(self.data)
        environment = {**os.environ, "UNIONOPS_REDIS_SOCKET": str(bell), "UNIONOPS_SUPERVISED": "1", **SPARING}
        environment[DAMAGED] = self.damage
        self.children = [
            Running(child, self.data / "logs" / f"{child.name}.log", environment) for child in self.cast(bell)
        ]
        for running in self.children:
            running.start()
        if not self._wait_for_the_page() and not self.damage:
            say(f"The sign-in page does not come; its log is {self.data / 'logs' / 'hall.log'}. What the doctor finds:")
            say(ask(str(ROOT / "manage.py"), "doctor").stdout)

    def _is_open(self) -> bool:
        """False when sealed keys stayed locked, because somebody stops the box meanwhile."""
        if secrets_folder.is_locked():
            locked.wait(self.listener, say, lambda: self.stopping)
        return not secrets_folder.is_locked()

    def _wait_for_the_page(self) -> bool:
        """False when it did not come."""
        until = time.monotonic() + FIRST_PAGE
        while time.monotonic() < until and not self.stopping:
            if ports.serves(*self.address, FIRST_HELP if self.damage else "/accounts/login/"):
                return True
            for running in self.children:
                running.watch()
            time.sleep(0.02)
        return self.stopping

    def cast(self, bell: Path) -> list[household.Child]:
        """Who is to run here, given what is installed."""
        handle, everybody = self.listener.fileno(), [worker.name for worker in household.WORKERS]
        if self.damage:
            return [household.hall(handle)]
        if os.environ.get("REDIS_URL") or os.environ.get("REDIS_URL_FILE"):
            return [household.hall(handle, *everybody)]
        if (program := household.redis_program()) is None:
            say("Redis is not installed: pages work, but long jobs wait until it is. " + how_to_get_redis())
            return [household.hall(handle)]
        return [household.hall(handle, *everybody), household.redis(program, bell)]

    def run(self) -> None:
        """Until somebody says stop."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        while not self.stopping:
            for running in self.children:
                running.watch()
            self._restart_when_asked()
            time.sleep(0.25)

    def stop(self, number: int, frame: object) -> None:
        if self.stopping:  # asked twice: no patience any more
            for running in self.children:
                running.signal(signal.SIGKILL)
        self.stopping = True

    def _restart_when_asked(self) -> None:
        flag = self.data / "restart"
        if not flag.exists():
            return
        folder = flag.read_text().strip()
        flag.unlink()
        say("Restarting" + (f" on {folder}" if folder else ""))
        if folder:  # made ready while the old children still answer
            move_to(Path(folder))
            prepare(self.data)
        self.end()
        self.begin()
        if not self.stopping:
            announce(self)

    def end(self) -> None:
        """Ask everybody to end, Redis last; insist after a while."""
        last = [running for running in self.children if running.child.name == "redis"]
        for group in ([r for r in self.children if r not in last], last):
            for running in group:
                running.signal(signal.SIGTERM)
            wait_for(group, PATIENCE)
            for running in group:
                running.signal(signal.SIGKILL)
            wait_for(group, 5.0)


def wait_for(group: list[Running], seconds: float) -> None:
    until = time.monotonic() + seconds
    while any(running.is_alive for running in group) and time.monotonic() < until:
        time.sleep(0.05)


def how_to_get_redis() -> str:
    line = "brew install redis" if sys.platform == "darwin" else "sudo apt-get install redis-server"
    return f"Type: {line}"


def move_to(folder: Path) -> None:
    """From now on this process and its children speak of another data folder."""
    os.environ["UNIONOPS_DATA"] = str(folder)
    os.environ.pop("UNIONOPS_SECRETS", None)


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a program of ours, which may open the keys as this one may."""
    with secrets_folder.handed_on() as given:
        return subprocess.run([sys.executable, *words], **given, capture_output=True, text=True, check=False, cwd=ROOT)


def manage(*words: str) -> str:
    """Run one of our commands; what it says on standard output. Raises Refusal with its last words."""
    done = ask(str(ROOT / "manage.py"), *words)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise Refusal(f"{' '.join(words)} failed: {' '.join(lines[-3:]).rpartition('CommandError: ')[2]}")
    return done.stdout.strip()


def prepare(data: Path) -> str:
    """Make the folders and bring tables and static files up to date, when they are not.

    Gives what is wrong with the database when it is damaged; it is left as it is then.
    """
    secrets_folder.ensure()
    if any(secrets_folder.folder().glob("*.key.new")):
        say("Finishing the change of keys that was cut off")
        manage("rekey", "--finish")
    if found := damage(data):
        return found
    if not stamps.is_current(data):
        say(f"Preparing {data}")
        say(manage("setup"))
        stamps.set_current(data)
    if (data / stamps.DEMO_WANTED).exists():
        say("Loading the demo local; this takes a moment.")
        (data / stamps.DEMO_SIGN_INS).write_text(manage("load_demo"))
        (data / stamps.DEMO_WANTED).unlink()
    return ""


def damage(data: Path) -> str:
    """What is wrong with the sealed file of a local, or nothing. Asked before anybody writes into it again."""
    if os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE") or not (data / stamps.IN_USE).exists():
        return ""
    return ask(str(ROOT / "bin" / "supervise.py"), "unionops.sealed.fault").stdout.strip()


@contextlib.contextmanager
def alone(data: Path) -> Iterator[None]:
    """Only one supervisor for a data folder."""
    secrets_folder.make_folder(data)
    with (data / "supervisor.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refusal(f"unionops already runs on {data}. Stop it there first (Ctrl-C).") from error
        yield


def listen() -> socket.socket:
    """Takes the address, and keeps it until the end; another one than loopback only behind https."""
    host, typed = os.environ.get("UNIONOPS_BIND", "127.0.0.1"), os.environ.get("UNIONOPS_PORT") or "8000"
    port = int(typed) if typed.isdecimal() else 0
    safe = host in {"127.0.0.1", "::1", "localhost"} or os.environ.get("UNIONOPS_URL", "").startswith("https://")
    if not safe:
        raise Refusal(
            f"Listening on {host} without https would show passwords to the network. Put a proxy with a "
            "certificate in front (docs/settings.md) and set UNIONOPS_URL=https://..., or leave UNIONOPS_BIND out."
        )
    if not 0 < port < 65536:
        raise Refusal(f"UNIONOPS_PORT is {typed}; a port is a number from 1 to 65535, such as 8000.")
    if not ports.is_ours(host):
        raise Refusal(
            f"This machine has no address {host}. Leave UNIONOPS_BIND out, or name one of this machine's own."
        )
    if (listener := ports.take(host, port)) is None:
        raise Refusal(
            f"Port {port} is taken by {ports.holder(port)}. Stop it, or type: UNIONOPS_PORT={port + 1} bin/run"
        )
    return listener


def announce(supervisor: Supervisor) -> None:
    """Once the page answers: where it is, and the way in."""
    host, port = supervisor.address
    if supervisor.damage:
        say(f"THE DATABASE OF {supervisor.data} IS DAMAGED ({supervisor.damage}). Nothing is written into it.")
        say(manage("rescue_link"))
        return
    host = f"[{host}]" if ":" in host else host
    say(f"unionops: http://{host}:{port}/  (data: {supervisor.data}; stop with Ctrl-C)")
    if (supervisor.data / stamps.DEMO_SIGN_INS).exists():
        say((supervisor.data / stamps.DEMO_SIGN_INS).read_text())
        return
    try:
        say(manage("setup_link"))
    except Refusal as refusal:
        say(str(refusal))


def main() -> int:
    os.umask(0o077)
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    for number in (signal.SIGTERM, signal.SIGINT):  # before everything runs they end what there is
        signal.signal(number, signal.default_int_handler)
    if os.environ.get("DEMO", "") not in {"", "0"}:
        folder = stamps.demo_folder()
        stamps.mark_demo(folder)
        move_to(folder)
    try:
        with listen() as listener, alone(secrets_folder.data_folder()):
            supervisor = Supervisor(listener)
            try:
                supervisor.begin()
                announce(supervisor)
                supervisor.run()
            finally:
                supervisor.end()
    except (Refusal, Problem) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except OSError as error:
        said = f"{error.filename or secrets_folder.data_folder()}: {error.strerror}."
        sys.stderr.write(f"{said} Make room and let this user write there, or name another folder: UNIONOPS_DATA.\n")
        return 1
    except KeyboardInterrupt:  # before everything ran
        return 130
    return 0
