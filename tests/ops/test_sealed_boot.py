"""Keys under a passphrase: nothing opens without it, one typing opens everything, and nothing of it stays on a disk."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.ops import test_box, test_rescue
from tests.ops.test_supervisor import LINUX, ROOT, until
from tests.processes import below
from unionops import secrets_folder
from unionops.platform.core.problems import Problem
from unionops.platform.ops import locked, sealed_boot, symptoms
from unionops.platform.ops.backups import recovery
from unionops.sealed import lock, unlocking

FIRST, SECOND = "seven grey otters count the harbour lights", "nine patient clerks repaint the old pier"
PRINTED = "Tobiku lanevo X"
LIVED_IN = """
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local
from unionops.platform.ops.backups import recovery
from django.conf import settings
with acting(system_actor()):
    Local.objects.create(pk=1, name="Pier 9")
recovery.set_passphrase("tobiku-lanevo-x")
settings.IN_USE_MARK.touch()
"""


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> Path:
    """The folder of the keys of a box, with a passphrase that is quickly stretched, and a recovery passphrase."""
    if connection.vendor != "sqlite":
        with pytest.raises(Problem, match="PostgreSQL keeps its data unsealed"):
            sealed_boot.seal(FIRST)
        pytest.skip("refused on PostgreSQL, as it should be")
    monkeypatch.setenv("UNIONOPS_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("UNIONOPS_SECRETS", raising=False)
    monkeypatch.setattr(lock, "COST", {"memory": 64, "rounds": 1, "lanes": 1})
    monkeypatch.setattr(secrets_folder, "_openers", {})
    folder = secrets_folder.ensure()
    recovery.set_passphrase("tobiku-lanevo-x")
    return folder


def forget() -> None:
    """As after a power cut."""
    secrets_folder._openers.clear()


def kept(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def opened(*passphrases: str) -> list[bool]:
    return [lock.opener(passphrase) is not None for passphrase in passphrases]


def test_sealed_changed_and_opened_for_good(keys: Path) -> None:
    before = kept(keys)
    assert sealed_boot.seal(FIRST) == {"sealed": True, "recovery": True}
    assert not [key for name, key in before.items() if name.endswith(".key") and key in "".join(kept(keys).values())]
    assert symptoms.theft()[0] == "good"
    assert opened(FIRST, SECOND, PRINTED) == [True, False, True]
    with pytest.raises(Problem, match=r"easy to guess|too common"):
        sealed_boot.change("password1234")
    sealed_boot.change(SECOND)
    assert opened(FIRST, SECOND, PRINTED) == [False, True, True]
    with pytest.raises(Problem, match="sealed already"):
        sealed_boot.seal(FIRST)
    forget()
    with pytest.raises(Problem, match="nobody has typed"):
        secrets_folder.database_key()
    assert unlocking.opens(SECOND)
    assert secrets_folder.database_key() == before["database.key"]
    assert sealed_boot.unseal()["sealed"] is False
    assert kept(keys) == before
    with pytest.raises(Problem, match="are not sealed"):
        sealed_boot.unseal()


def test_a_sealing_that_was_cut_off_is_told_and_finished(keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real = kept(keys), sealed_boot._seal
    with monkeypatch.context() as cut, pytest.raises(ZeroDivisionError):
        cut.setattr(sealed_boot, "_seal", lambda name: real(name) if name != "files.key" else 1 / 0)
        sealed_boot.seal(FIRST)
    assert symptoms.theft()[0] == "bad"
    assert secrets_folder.read("files.key") == before["files.key"]
    sealed_boot.seal("")
    assert all(text.startswith("sealed:") for name, text in kept(keys).items() if name.endswith(".key"))
    assert {name: secrets_folder.read(name) for name in before} == before


def test_a_change_of_keys_that_was_cut_off_is_settled_first(keys: Path) -> None:
    (keys / "files.key.new").write_text("ab" * 32)
    with pytest.raises(Problem, match="not settled yet"):
        sealed_boot.seal(FIRST)
    (keys / "files.key.new").unlink()
    sealed_boot.seal(FIRST)
    secrets_folder.write("files.key.new", "ab" * 32)
    with pytest.raises(Problem, match="not settled yet"):
        sealed_boot.unseal()
    assert secrets_folder.read("files.key.new") == "ab" * 32


def test_a_passphrase_that_could_not_be_tried_is_not_called_wrong(keys: Path) -> None:
    sealed_boot.seal(FIRST)
    forget()
    (keys / secrets_folder.LOCK).write_text("{")
    with pytest.raises(Problem, match="could not be tried"):
        unlocking.opens(FIRST)


def test_new_keys_are_sealed_from_their_first_moment(keys: Path) -> None:
    sealed_boot.seal(FIRST)
    secrets_folder.write("database.key.new", "ab" * 32)
    assert "abab" not in (keys / "database.key.new").read_text()
    (keys / "database.key.new").replace(keys / "database.key")
    secrets_folder.sign_anew()
    assert secrets_folder.database_key() == "ab" * 32
    assert secrets_folder.signed_before()[0] not in (keys / "signing.before").read_text()


def test_who_sits_at_the_machine_types_it_there(keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is not shown; a wrong one is told."""
    sealed_boot.seal(FIRST)
    forget()
    here, there = pty.openpty()
    os.write(here, f"{SECOND}\n{FIRST}\n".encode())
    said: list[str] = []
    with os.fdopen(there) as terminal, socket.create_server(("127.0.0.1", 0)) as listener:
        monkeypatch.setattr(sys, "stdin", terminal)
        monkeypatch.setattr(locked, "LONGEST_PAUSE", 0.0)
        locked.wait(listener, said.append, lambda: False)
    assert (len(said), said[1], secrets_folder.is_locked()) == (2, "That is not it. Type it again.", False)


class Box(test_box.Box):
    """Commands of a box; `passphrase` is what a file descriptor says to them."""

    def told(self, *words: str, passphrase: str = "", new: str = "") -> dict[str, Any]:
        given = {**self.environment, **({"UNIONOPS_PASSPHRASE_FD": "0"} if passphrase else {})}
        said = "".join(f"{line}\n" for line in (passphrase, new) if line)
        command = [sys.executable, str(ROOT / "manage.py"), *words, "--json"]
        done = subprocess.run(command, env=given, input=said, capture_output=True, text=True, check=False)
        return dict(json.loads(done.stdout))

    def code(self, *words: str, passphrase: str = "") -> str:
        return str(self.told(*words, passphrase=passphrase).get("error", {}).get("code", ""))


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Box:
    """Sealed, and nobody has typed anything."""
    made = Box(tmp_path_factory.mktemp("sealed"))
    made("setup")
    done = made.process("shell", "-c", LIVED_IN)
    assert done.returncode == 0, done.stderr[-2000:]
    assert made.told("seal", new=FIRST) == {"sealed": True, "recovery": True}
    return made


@pytest.mark.slow
def test_a_backup_opens_without_the_passphrase_and_gives_a_sealed_box(box: Box) -> None:
    """The recovery passphrase on paper is enough to restore, and to open what was restored."""
    file, into = box.folder / "a.backup", box.folder / "again"
    tried = [box.code("backup", str(file), passphrase=said) for said in ("", SECOND, FIRST)]
    assert tried == ["locked", "wrong_passphrase", ""]
    assert box.code("restore", str(file), "--into", str(into)) == "locked"
    restored = box("restore", str(file), "--into", str(into), "--passphrase", UNIONOPS_RECOVERY=PRINTED)
    assert restored["sealed"] and restored["audit"]["ok"]
    moved = Box(box.folder)
    moved.environment["UNIONOPS_DATA"] = str(into)
    assert [moved.code("audit_verify", passphrase=said) for said in ("", PRINTED)] == ["locked", ""]


class Supervised(test_rescue.Rescued):
    """A sealed box as it comes up after a power cut."""

    def everybody(self) -> list[int]:
        return [self.process.pid, *below(self.process.pid), *below(self.children()["hall"])]


@pytest.fixture
def supervised(box: Box) -> Iterator[Supervised]:
    made = Supervised(box.folder)
    yield made
    if made.process.poll() is None:
        made.process.send_signal(signal.SIGINT)
        made.process.wait(60)


@pytest.mark.slow
@LINUX
def test_one_page_asks_and_opens_everything(box: Box, supervised: Supervised) -> None:
    """Wrong words are told; the right ones leave no trace where another account, a log or a disk would keep them."""
    assert until(lambda: supervised.page("/")[0] == 503), supervised.said.read_text()
    status, said = supervised.page("/members/")
    assert status == 503 and 'type="password"' in said
    assert (supervised.page("/static/app.css")[0], supervised.children()) == (200, {})
    spanish = urllib.request.Request(
        f"http://127.0.0.1:{supervised.port}/", headers={"Accept-Language": "es-MX,en;q=0.5"}
    )
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(spanish, timeout=20)
    assert "El sistema está bloqueado" in told.value.read().decode() and "Python" not in str(told.value.headers)
    away = urllib.request.Request(spanish.full_url, headers={"Accept-Language": str(box.folder)})
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(away, timeout=20)
    assert "The box is locked" in told.value.read().decode()
    status, said = supervised.page("/", passphrase=SECOND)
    assert status == 403 and "That is not it" in said
    status, said = supervised.page("/", passphrase=FIRST)
    assert status == 200 and 'name="login"' in said
    asked = subprocess.run(unlocking.STRETCH, input=FIRST, env=box.environment, capture_output=True, text=True)
    secret = re.compile(f"{asked.stdout}|{FIRST}".encode() + b"|" + re.escape(bytes.fromhex(asked.stdout)))
    assert until(lambda: len(supervised.everybody()) > 5)
    for pid in supervised.everybody():
        shown = Path(f"/proc/{pid}/environ").read_bytes() + Path(f"/proc/{pid}/cmdline").read_bytes()
        assert not secret.search(shown)
        assert re.search(r"Max core file size\s+0\s", Path(f"/proc/{pid}/limits").read_text())
    assert not [path for path in box.folder.rglob("*") if path.is_file() and secret.search(path.read_bytes())]
