"""A damaged database: noticed before anybody writes into it, and the way back to the newest backup."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ops import test_box, test_supervisor
from tests.ops.test_supervisor import LINUX, until
from unionops import secrets_folder
from unionops.platform.ops.backups.database import opened
from unionops.platform.ops.supervisor import damage
from unionops.sealed.fault import fault
from unionops.sealed.log import is_damaged

pytestmark = pytest.mark.slow
OFFSETS = 60
LIVED_IN = """
from django.utils import timezone
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local, User
from unionops.platform.ops.backups.services import back_up_and_prove
from django.conf import settings
with acting(system_actor()) as box:
    Local.objects.create(pk=1, name="Pier 9")
    User.objects.create_user("ida@example.org", "Ida Quill", "a long enough pass phrase")
    settings.IN_USE_MARK.touch()
    back_up_and_prove(by=box)
"""


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A box of a local with one proven backup; copied, never changed."""
    box = test_box.Box(tmp_path_factory.mktemp("lived-in"))
    box("setup")
    box.fill(30)
    done = box.process("shell", "-c", LIVED_IN)
    assert done.returncode == 0, done.stderr[-2000:]
    return box.folder


@pytest.fixture
def folder(lived_in: Path, tmp_path: Path) -> Path:
    for name in ("data", "data-secrets"):
        shutil.copytree(lived_in / name, tmp_path / name)
    return tmp_path


def sealed(folder: Path) -> tuple[Path, str]:
    return folder / "data" / "unionops.sqlite3", (folder / "data-secrets" / "database.key").read_text()


def test_a_flipped_bit_is_found_wherever_it_is(folder: Path) -> None:
    file, key = sealed(folder)
    assert fault(file, key) == ""
    whole, chance = file.read_bytes(), random.Random(9)
    for at in chance.sample(range(len(whole)), OFFSETS):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :])
        assert fault(file, key), at


def test_a_cut_off_file_is_found_at_whatever_length(folder: Path) -> None:
    file, key = sealed(folder)
    whole, chance = file.read_bytes(), random.Random(9)
    pages = len(whole) // 4096
    lengths = [0, 1, 4096 * (pages - 1), *(4096 * chance.randrange(pages) for _each in range(5))]
    for length in [*lengths, *chance.sample(range(len(whole)), 20)]:
        file.write_bytes(whole[:length])
        assert fault(file, key), length


CHANGES = 40


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A sealed file whose changes all stand in its log still, as after a power cut."""
    here = tmp_path / "a.sqlite3"
    with opened(here, "ab" * 32) as handle:
        handle.execute("PRAGMA journal_mode = WAL")
        handle.execute("PRAGMA wal_autocheckpoint = 0")
        handle.execute("CREATE TABLE t (x)")
        handle.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for _each in range(CHANGES):
            handle.execute("INSERT INTO t VALUES (randomblob(3000))")
        for end in ("", "-wal"):
            shutil.copy(f"{here}{end}", tmp_path / f"kept{end}")
    return tmp_path / "kept"


def left(file: Path) -> int:
    with opened(file, "ab" * 32) as handle:
        return int(handle.execute("SELECT count(*) FROM t").fetchone()[0])


def test_a_flipped_bit_in_the_log_is_found_where_it_would_cost_more_than_the_last_change(changed: Path) -> None:
    """The last change may have been torn by the power cut itself, before anybody was told that it is saved."""
    log, chance = changed.with_name("kept-wal"), random.Random(9)
    whole, file = log.read_bytes(), changed.read_bytes()
    for at in [*range(56), *chance.sample(range(56, len(whole)), 60)]:
        changed.write_bytes(file)
        log.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :])
        found = fault(changed, "ab" * 32)
        assert bool(found) == (left(changed) < CHANGES - 1), at


def test_a_log_cut_off_by_a_power_cut_is_no_damage(changed: Path) -> None:
    """Neither at its end, nor in the middle of its last change; nor where an older change stands behind."""
    log, chance = changed.with_name("kept-wal"), random.Random(9)
    whole = log.read_bytes()
    frame = 24 + 4096
    torn = [whole[: chance.randrange(len(whole))] for _each in range(20)]
    torn += [whole[: -2 * frame] + bytes(frame) + whole[-frame:], whole + whole[32 : 32 + frame], whole[:32], b""]
    for number, text in enumerate(torn):
        log.write_bytes(text)
        assert not is_damaged(log), number


def test_looking_writes_nothing(folder: Path) -> None:
    file, key = sealed(folder)
    before = file.read_bytes()
    assert (fault(file, key), fault(file, "ab" * 32)) == ("", "file is not a database")
    assert file.read_bytes() == before


def test_only_where_a_local_lives_and_in_its_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new box has no file yet; one that was in use and has none lost it; PostgreSQL looks after its own."""
    for name in ("DATABASE_URL", "DATABASE_URL_FILE", "UNIONOPS_SECRETS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("UNIONOPS_DATA", str(tmp_path / "data"))
    secrets_folder.ensure()
    assert damage(tmp_path / "data") == ""
    (tmp_path / "data" / "in-use").touch()
    assert damage(tmp_path / "data") == "its file is gone or empty"
    monkeypatch.setenv("DATABASE_URL", "postgres://box@127.0.0.1/box")
    assert damage(tmp_path / "data") == ""


def test_a_damaged_folder_leads_to_the_last_one_restored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of its own, wherever those of the damaged one lay; it may have been damaged in its turn."""
    monkeypatch.setenv("UNIONOPS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("UNIONOPS_SECRETS", str(tmp_path / "keys"))
    assert (secrets_folder.data_folder(), secrets_folder.folder()) == (tmp_path / "data", tmp_path / "keys")
    for before, after in (("data", "second"), ("second", "third")):
        (tmp_path / before).mkdir()
        (tmp_path / before / secrets_folder.SUCCESSOR).write_text(str(tmp_path / after))
    assert (secrets_folder.data_folder(), secrets_folder.folder()) == (tmp_path / "third", tmp_path / "third-secrets")


TORN_MEANWHILE = """
import os
from django.conf import settings
from django.db import connection
from unionops.platform.ops import symptoms
print(repr(symptoms.fault()))
connection.close()
file = settings.DATABASES["default"]["NAME"]
with file.open("r+b") as handle:
    handle.seek(-3000, os.SEEK_END)
    handle.write(os.urandom(16))
print(bool(symptoms.fault()), bool(symptoms.fault(symptoms.AFTER_A_FAILURE)))
"""


def test_a_page_that_fails_is_not_hidden_by_what_the_doctor_saw_a_minute_ago(folder: Path) -> None:
    done = test_box.Box(folder).process("shell", "-v0", "-c", TORN_MEANWHILE)
    assert done.stdout.split() == ["''", "False", "True"], done.stderr[-2000:]


class Rescued(test_supervisor.Box):
    """A supervised box, asked as a browser would."""

    def page(self, path: str, **said: str) -> tuple[int, str]:
        data = urllib.parse.urlencode(said).encode() if said else None
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", data, timeout=120) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def link(self) -> str:
        found = re.search(r"/rescue/[\w-]+/", self.said.read_text())
        return found[0] if found else ""


@pytest.fixture
def damaged(folder: Path) -> Iterator[Rescued]:
    file, _key = sealed(folder)
    with file.open("r+b") as handle:
        handle.seek(-3000, os.SEEK_END)
        handle.write(os.urandom(16))
    box = Rescued(folder)
    yield box
    if box.process.poll() is None:
        box.process.send_signal(signal.SIGINT)
        box.process.wait(60)


@LINUX
def test_a_damaged_box_leads_back_to_its_backup(damaged: Rescued) -> None:
    """It reads and writes nothing, says so, and goes on in a new folder; the old one is left as it is, and leads there."""
    file, _key = sealed(damaged.folder)
    torn = file.read_bytes()
    assert until(damaged.link), damaged.said.read_text()
    for path in ("/", "/accounts/login/", "/rescue/", "/rescue/guessed/"):
        status, said = damaged.page(path)
        assert status == 503 and "The newest proven backup is of" in said and "rescue_link" in said
    assert set(damaged.children()) == {"hall", "web"}

    status, said = damaged.page(damaged.link())
    copy = re.search(r'value="(unionops-[\w-]+\.backup)" checked', said)
    assert status == 200 and copy
    assert damaged.page(damaged.link(), copy="none.backup")[0] == 422
    status, said = damaged.page(damaged.link(), copy=copy[1])
    assert status == 200 and "restored and proven" in said, said
    assert until(lambda: damaged.get() == 200)
    assert file.read_bytes() == torn
    assert damaged.page(damaged.link())[0] == 404

    by_hand = test_box.Box(damaged.folder)  # still named by the old folder
    assert by_hand("audit_verify")["ok"]
    assert any("-restored-" in path.name for path in damaged.folder.iterdir())
    told = by_hand.process("shell", "-c", "from unionops.platform.audit.models import Event; "
                           "print(Event.objects.filter(action='restored a backup').count())")  # fmt: skip
    assert told.stdout.split()[-1] == "1"

    damaged.process.send_signal(signal.SIGINT)
    assert damaged.process.wait(60) == 0
    damaged.process = damaged.start()
    assert until(lambda: damaged.get() == 200)
    assert "DAMAGED" not in damaged.said.read_text()


@LINUX
def test_a_page_torn_while_people_work_ends_in_the_same_place(folder: Path) -> None:
    """Nobody starts the box anew: the page that meets the torn spot does."""
    box = Rescued(folder)
    try:
        assert until(lambda: box.get() == 200)
        file, _key = sealed(folder)
        with file.open("r+b") as handle:
            for at in range(8192, file.stat().st_size, 4096):
                handle.seek(at + 100)
                handle.write(os.urandom(16))
        os.kill(box.children()["web"], signal.SIGKILL)  # the next one has no page in its memory
        assert until(lambda: box.page("/accounts/login/")[0] != 200 and bool(box.link())), box.said.read_text()
        assert until(lambda: box.page("/")[0] == 503)
    finally:
        box.process.send_signal(signal.SIGINT)
        box.process.wait(60)
