"""The whole box on the command line: set up, back up under load, restore, refuse."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow
ROUNDS = 1
FILL = """
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.audit.services import record
from unionops.platform.files.services import store_upload
with acting(system_actor()) as box:
    for number in range({count}):
        record(box, "wrote under load")
        if number % 10 == 0:
            store_upload(by=box, file=b"text %d" % number * 5000, name="a.txt", purpose="case")
"""

CLASH = "from django.db import connection; connection.cursor().execute('CREATE TABLE ops_duty (x)')"


class Box:
    """A data folder and the commands run on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **{
                k: v for k, v in os.environ.items() if not k.startswith(("UNIONOPS_", "DATABASE_", "REDIS_", "DJANGO_"))
            },
            "UNIONOPS_DATA": str(folder / "data"),
            "PYTHONWARNINGS": "ignore",
        }

    def __call__(self, *words: str, **environment: str) -> dict[str, Any]:
        done = self.process(*words, "--json", **environment)
        return dict(json.loads(done.stdout))

    def process(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "manage.py"), *words]
        surroundings = {**self.environment, **environment}
        return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)

    def fill(self, count: int) -> None:
        done = self.process("shell", "-c", FILL.format(count=count))
        assert done.returncode == 0, done.stderr[-2000:]


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Box:
    made = Box(tmp_path_factory.mktemp("box"))
    assert made("setup")["database"] == "sqlite"
    made.fill(30)
    return made


def test_setup_is_safe_to_repeat_and_private(box: Box) -> None:
    assert box("setup")["migrations_applied"] == 0
    for name in ("data", "data-secrets"):
        assert (box.folder / name).stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in (box.folder / "data-secrets").iterdir())


def test_a_reader_that_has_read_enough_is_no_fault(box: Box) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), "audit_verify"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=box.environment, text=True, **pipes) as told:
        assert told.stdout and told.stderr
        told.stdout.close()
        assert told.stderr.read() == ""
    assert told.returncode == 0


def test_setup_link_is_new_each_time(box: Box) -> None:
    first, second = box("setup_link")["link"], box("setup_link")["link"]
    assert first != second
    assert "/setup/" in first


def test_backup_under_load_restores_whole(box: Box) -> None:
    for number in range(ROUNDS):
        writing = threading.Thread(target=box.fill, args=(60,))
        writing.start()
        made = box("backup", str(box.folder / f"{number}.backup"))
        writing.join()
        into = box.folder / f"again-{number}"
        restored = box("restore", made["file"], "--into", str(into))
        assert restored["tables"] == made["tables"]
        assert restored["files"] == made["tables"]["files_upload"] == len(list(into.glob("files/??/*")))
        assert restored["audit"]["events"] >= made["audit"]["number"]


def test_restored_folder_is_a_working_box(box: Box) -> None:
    made = box("backup", str(box.folder / "move.backup"))
    into = box.folder / "moved"
    box("restore", made["file"], "--into", str(into))
    assert box("audit_verify", UNIONOPS_DATA=str(into))["ok"]
    again = box("backup", str(box.folder / "second.backup"), UNIONOPS_DATA=str(into))
    assert again["tables"]["files_upload"] == made["tables"]["files_upload"]


PERSON = """
from members.models import Person
from unionops.platform.access.actors import acting, system_actor
with acting(system_actor()):
    print(Person.objects.create(last_name="Quill", first_name="Ida").public_id)
"""
ERASE = """
from members.models import Person
from members.services.erasing import erase_person
from unionops.platform.access.actors import acting, system_actor
with acting(system_actor()) as box:
    erase_person(by=box, person=Person.objects.get(public_id="{}"), reason="asked for it")
"""
LOOK = """
from members.models import Person
from unionops.platform.access.actors import acting, system_actor
with acting(system_actor()):
    print(Person.objects.filter(last_name="Quill").count(), Person.objects.get(public_id="{}").erased_at is not None)
"""


def test_who_was_erased_does_not_come_back_with_an_older_backup(box: Box) -> None:
    somebody = box.process("shell", "-v", "0", "-c", PERSON).stdout.strip()
    made = box("backup", str(box.folder / "before.backup"))
    erased = box.process("shell", "-v", "0", "-c", ERASE.format(somebody))
    assert erased.returncode == 0, erased.stderr[-2000:]
    assert somebody in (box.folder / "data" / "backups" / "erasures.jsonl").read_text()
    into = box.folder / "older"
    assert box("restore", made["file"], "--into", str(into))["erased_again"] == 1
    seen = box.process("shell", "-v", "0", "-c", LOOK.format(somebody), UNIONOPS_DATA=str(into))
    assert seen.stdout.split() == ["0", "True"]
    assert box("erase_again", str(into / "backups" / "erasures.jsonl"), UNIONOPS_DATA=str(into))["gone"] == 1


def test_restore_on_a_new_machine_needs_only_file_and_passphrase(box: Box, tmp_path: Path) -> None:
    make = "from unionops.platform.ops.backups.recovery import set_passphrase; set_passphrase('lanevo-tobiku')"
    assert box.process("shell", "-c", make).returncode == 0
    made = box("backup", str(tmp_path / "a.backup"))
    elsewhere = Box(tmp_path)
    words = ("restore", made["file"], "--into", str(tmp_path / "data"), "--passphrase")
    assert elsewhere(*words, UNIONOPS_RECOVERY="Lanevo Tobiku")["restored"]
    assert elsewhere("audit_verify")["ok"]


REHEARSE = """
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local
from unionops.platform.access.services import make_account
from unionops.platform.audit.models import Event
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import services, shelf
from django.db import connection
with acting(system_actor()) as box:
    Local.objects.get_or_create(pk=1, defaults={"name": "Harbor"})
    services.back_up_and_prove(by=box)
    print(Event.objects.get(action="rehearsed restoring a backup").detail["signed_in"])
    connection.cursor().execute("DROP TABLE django_session")
    try:
        services.back_up_and_prove(by=box)
    except Problem as problem:
        print(problem.code)
    print(shelf.kept()[0].is_proven)
"""


def test_a_rehearsal_signs_somebody_in_to_the_copy(tmp_path: Path) -> None:
    """Whole rows and files are not enough: a copy nobody can sign in to is not proven."""
    box = Box(tmp_path)
    box("setup")
    box.environment["UNIONOPS_TIME_ZONE"] = "America/Chicago"
    done = box.process("shell", "-v", "0", "-c", REHEARSE)
    assert done.stdout.split() == ["True", "not_opened", "False"], done.stderr[-2000:]
    assert (
        not list((tmp_path / "data" / "jobs").glob("*")) and refused(box, "rehearse_sign_in")["code"] == "no_rehearsal"
    )


@pytest.mark.postgres
def test_a_rehearsal_on_postgresql_signs_in_too(databases: tuple[str, str], tmp_path: Path) -> None:
    """In a database of its own, which is gone afterwards, as is one that a dead process left there."""
    url, _new = databases
    box, name = Box(tmp_path), urlsplit(url).path[1:]
    box.environment["DATABASE_URL"] = url
    box("setup")
    with psycopg.connect(url, autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name}_rehearsal_1")
        done = box.process("shell", "-v", "0", "-c", REHEARSE)
        assert done.stdout.split() == ["True", "not_opened", "False"], done.stderr[-2000:]
        left = line.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}_rehearsal%"])
        assert left.fetchall() == []


@pytest.mark.postgres
def test_who_may_make_no_database_is_not_said_to_have_signed_in(databases: tuple[str, str], tmp_path: Path) -> None:
    url, _new = databases
    box, few = Box(tmp_path), f"few_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as line:
        line.execute(f"CREATE ROLE {few} LOGIN")
        line.execute(f"ALTER DATABASE {urlsplit(url).path[1:]} OWNER TO {few}")
        line.execute(f"GRANT ALL ON SCHEMA public TO {few}")
        try:
            box.environment["DATABASE_URL"] = (
                urlsplit(url)._replace(netloc=f"{few}@{urlsplit(url).netloc.split('@')[-1]}").geturl()
            )
            box("setup")
            done = box.process("shell", "-v", "0", "-c", REHEARSE.partition("    connection.cursor")[0])
            assert done.stdout.split() == ["None"], done.stderr[-2000:]
        finally:
            line.execute(f"REASSIGN OWNED BY {few} TO CURRENT_USER")
            line.execute(f"DROP OWNED BY {few}")
            line.execute(f"DROP ROLE {few}")


def test_a_box_without_its_keys_can_still_restore(box: Box, tmp_path: Path) -> None:
    """The advice where a key is lost is to restore: that must not ask for the key."""
    made = box("backup", str(tmp_path / "a.backup"))
    (tmp_path / "backup.key").write_text((box.folder / "data-secrets" / "backup.key").read_text())
    keys = box.folder / "data-secrets"
    keys.rename(box.folder / "kept")
    try:
        lost = refused(box, "doctor")
        assert lost["code"] == "key_missing" and "restore FILE --into NEW-FOLDER --passphrase" in lost["hint"]
        words = ("restore", made["file"], "--into", str(tmp_path / "new"), "--key-file", str(tmp_path / "backup.key"))
        assert box(*words)["restored"] and not list(keys.glob("*.key"))
    finally:
        shutil.rmtree(keys, ignore_errors=True)
        (box.folder / "kept").rename(keys)
    assert box("audit_verify")["ok"]


def test_what_is_damaged_is_said_once_and_the_rest_points_there(box: Box, tmp_path: Path) -> None:
    """With a file that does not open, the doctor repeats no advice that would not help."""
    shutil.copytree(box.folder / "data", tmp_path / "data")
    shutil.copytree(box.folder / "data-secrets", tmp_path / "data-secrets")
    (tmp_path / "data" / "unionops.sqlite3").write_bytes(os.urandom(200_000))
    done = Box(tmp_path).process("doctor", "--json")
    found = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert "restore FILE --into NEW-FOLDER" in found["database"]["advice"]
    for name in ("settings", "clock", "files"):
        assert found[name]["state"] == "bad" and "database" in found[name]["advice"]
    assert "CORE" not in done.stderr and "Traceback" not in done.stderr


def test_a_damaged_page_is_told_at_the_start_with_the_backup_to_restore(tmp_path: Path) -> None:
    """The file opens and pages come: nobody would know before somebody meets the torn page."""
    box = Box(tmp_path)
    box("setup")
    box.fill(40)
    (tmp_path / "data" / "backups").mkdir(exist_ok=True)
    kept = tmp_path / "data" / "backups" / "unionops-2026-11-28-020000.backup"
    kept.write_bytes(b"x")
    kept.with_suffix(".json").write_text('{"verified_at": "2026-11-28T02:01:00+00:00"}')
    assert box("setup_link")["troubles"] == []
    file = tmp_path / "data" / "unionops.sqlite3"
    with file.open("r+b") as handle:
        handle.seek(-2000, os.SEEK_END)
        handle.write(os.urandom(16))
    found = box("setup_link")["troubles"][0]
    assert found["name"] == "database" and f"restore {kept} --into NEW-FOLDER" in found["advice"]
    assert "TO MEND: Database" in box.process("setup_link").stdout


def refused(box: Box, *words: str) -> dict[str, str]:
    done = box.process(*words, "--json")
    assert done.returncode == 1
    return dict(json.loads(done.stdout)["error"])


def flip(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@pytest.mark.parametrize("spoil", [flip, lambda data: data[: len(data) // 2]])
def test_restore_refuses_a_spoiled_backup(box: Box, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    made = box("backup", str(tmp_path / "a.backup"))
    Path(made["file"]).write_bytes(spoil(Path(made["file"]).read_bytes()))
    assert refused(box, "restore", made["file"], "--into", str(tmp_path / "into"))["code"] == "damaged"
    assert not (tmp_path / "into").exists()


def test_restore_refuses_a_wrong_key_and_a_full_folder(box: Box, tmp_path: Path) -> None:
    made = box("backup", str(tmp_path / "a.backup"))
    (tmp_path / "key").write_text("ab" * 32)
    words = ("restore", made["file"], "--into", str(tmp_path / "into"))
    assert refused(box, *words, "--key-file", str(tmp_path / "key"))["code"] == "wrong_key"
    assert refused(box, "restore", made["file"], "--into", str(box.folder / "data"))["code"] == "not_empty"
    assert refused(box, "backup", made["file"])["code"] == "exists"


def test_an_upgrade_keeps_what_was_there_and_a_failed_one_says_where(tmp_path: Path) -> None:
    box = Box(tmp_path)
    assert box("setup")["backup_before"] == ""
    assert box("setup")["backup_before"] == ""
    assert box.process("migrate", "ops", "0002").returncode == 0
    kept = Path(box("setup")["backup_before"])
    assert kept.name.endswith("-before-upgrade.backup")
    old = box("restore", str(kept), "--into", str(tmp_path / "again"), "--secrets", str(tmp_path / "again-keys"))
    assert "ops_duty" not in old["tables"]
    assert "ops_mailserver" in old["tables"]

    assert box.process("migrate", "ops", "0002").returncode == 0
    assert box.process("shell", "-c", CLASH).returncode == 0
    failed = box("setup")["error"]
    assert failed["code"] == "upgrade_failed"
    named = re.search(r"restore (\S+\.backup)", failed["hint"])
    assert named is not None
    assert Path(named[1]).exists()
    assert named[1] != str(kept)


@pytest.mark.postgres
def test_backup_of_postgresql_restores_into_an_empty_database(databases: tuple[str, str], tmp_path: Path) -> None:
    old, new = databases
    box = Box(tmp_path)
    box.environment["DATABASE_URL"] = old
    assert box("setup")["database"] == "postgresql"
    box.fill(30)
    made = box("backup", str(tmp_path / "a.backup"))
    words = ("restore", made["file"], "--into", str(tmp_path / "into"))
    assert refused(box, *words)["code"] == "not_empty"
    restored = box(*words, DATABASE_URL=new)
    assert restored["tables"] == made["tables"]
    assert box("audit_verify", DATABASE_URL=new, UNIONOPS_DATA=str(tmp_path / "into"))["ok"]


@pytest.mark.postgres
def test_a_local_that_outgrew_its_machine_moves_to_postgresql(
    box: Box, databases: tuple[str, str], tmp_path: Path
) -> None:
    """Every row of the sealed file, the trail as it was, and the file itself gone; not into a database in use."""
    used, new = databases
    made = box("backup", str(tmp_path / "a.backup"))
    key = str(box.folder / "data-secrets" / "backup.key")
    grown = Box(tmp_path)
    words = ("restore", made["file"], "--into", str(tmp_path / "data"), "--key-file", key)
    assert grown("setup", DATABASE_URL=used, UNIONOPS_DATA=str(tmp_path / "other"))["database"] == "postgresql"
    assert grown(*words, DATABASE_URL=used)["error"]["code"] == "not_empty"
    grown.environment["DATABASE_URL"] = new
    moved = grown(*words)
    assert (moved["restored"], moved["rows"]) == (True, made["rows"]), moved
    assert not (tmp_path / "data" / "unionops.sqlite3").exists()
    assert grown("audit_verify", "--anchor", f"{made['audit']['number']}:{made['audit']['hash']}")["ok"]
    grown.fill(3)
    again = grown("backup", str(tmp_path / "b.backup"))
    changed = {name for name, rows in made["tables"].items() if again["tables"].get(name) != rows}
    index_of_one_engine = {name for name in changed if name.startswith("members_person_parts")}
    assert changed - index_of_one_engine == {"audit_event", "files_upload"}  # what `fill` added since
    assert grown("fill_database")["error"]["code"] == "nothing_to_move"


def test_doctor_finds_a_stopped_box_and_open_keys(box: Box) -> None:
    (box.folder / "data-secrets" / "files.key").chmod(0o644)
    done = box.process("doctor", "--json")
    (box.folder / "data-secrets" / "files.key").chmod(0o600)
    found = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert done.returncode == 1
    assert {name: found[name]["state"] for name in ("database", "settings", "tables")} == {
        "database": "good",
        "settings": "good",
        "tables": "good",
    }
    assert {found[name]["state"] for name in ("redis", "worker", "permissions")} == {"bad"}
    assert all(check["advice"] for check in found.values() if check["state"] != "good")


@pytest.mark.measure
def test_twenty_backups_under_load_all_restore_whole(box: Box) -> None:
    for number in range(20):
        writing = threading.Thread(target=box.fill, args=(100,))
        writing.start()
        made = box("backup", str(box.folder / f"measured-{number}.backup"))
        restored = box("restore", made["file"], "--into", str(box.folder / f"measured-{number}"))
        writing.join()
        assert restored["tables"] == made["tables"]
