"""A backup opens with its key or its passphrase, whole, or says clearly why not."""

import datetime
import io
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from unionops import secrets_folder
from unionops.platform.core import sealing
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import archive, database, recovery, restoring, shelf

KEY = bytes(range(32))
TEXT = b"roster " * 40_000


@pytest.fixture(autouse=True)
def _own_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    monkeypatch.setattr(secrets_folder, "folder", lambda: secrets)
    secrets_folder.write("backup.key", KEY.hex())


def made() -> bytes:
    sink = io.BytesIO()
    writer = archive.begin(sink, backup_key=KEY, about={"made_at": "2026-03-01T00:00:00+00:00"})
    for start in range(0, len(TEXT), 1_000):
        writer.write(TEXT[start : start + 1_000])
    writer.finish()
    return sink.getvalue()


def opened(data: bytes, *, key: bytes | None = KEY, passphrase: str = "") -> bytes:
    return archive.open_archive(io.BytesIO(data), backup_key=key, passphrase=passphrase).read()


def test_archive_opens_with_its_key() -> None:
    assert opened(made()) == TEXT


def test_archive_refuses_another_key_with_a_sentence() -> None:
    with pytest.raises(Problem) as caught:
        opened(made(), key=bytes(32))
    assert caught.value.code == "wrong_key"


@pytest.mark.parametrize("at", [40, 70, 300, 5_000, 70_000, -1])
def test_archive_notices_a_flipped_bit_anywhere(at: int) -> None:
    data = bytearray(made())
    data[at] ^= 1
    with pytest.raises((Problem, sealing.Broken)):
        opened(bytes(data))


def test_archive_notices_that_its_end_is_missing() -> None:
    with pytest.raises(sealing.Broken):
        opened(made()[:-70_000])


def test_another_file_is_no_backup() -> None:
    with pytest.raises(Problem) as caught:
        opened(b"PK\x03\x04 a zip")
    assert caught.value.code == "not_a_backup"


def test_passphrase_opens_what_was_made_after_it() -> None:
    before = made()
    passphrase = recovery.new_passphrase()
    recovery.set_passphrase(passphrase)
    assert opened(made(), key=None, passphrase=passphrase.upper().replace("-", " ")) == TEXT
    with pytest.raises(Problem) as caught:
        opened(made(), key=None, passphrase="another-one")
    assert caught.value.code == "wrong_passphrase"
    with pytest.raises(Problem) as caught:
        opened(before, key=None, passphrase=passphrase)
    assert caught.value.code == "no_recovery"


def test_passphrase_is_kept_nowhere_and_never_the_same() -> None:
    passphrase = recovery.new_passphrase()
    recovery.set_passphrase(passphrase)
    assert passphrase.encode() not in b"".join(path.read_bytes() for path in secrets_folder.folder().iterdir())
    assert passphrase != recovery.new_passphrase()


def test_unpack_leaves_nothing_behind_when_it_refuses(tmp_path: Path) -> None:
    source, into = tmp_path / "x.backup", tmp_path / "into"
    source.write_bytes(made())  # sealed right, but no tar inside
    with pytest.raises(Problem) as caught:
        restoring.unpack(source, into, backup_key=KEY)
    assert caught.value.code == "damaged"
    assert not into.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a sealed file is SQLite's way")
def test_snapshot_is_sealed_and_counts_its_rows(tmp_path: Path) -> None:
    source, key = tmp_path / "a.sqlite3", KEY.hex()
    with database.opened(source, key) as handle:
        handle.execute("CREATE TABLE member (name TEXT)")
        handle.executemany("INSERT INTO member VALUES (?)", [("Zoë Nguyễn",)] * 20)
    taken = database.snapshot(tmp_path, source, key)
    assert (taken.rows, taken.files) == ({"member": 20}, [])
    assert "Nguyễn".encode() not in taken.path.read_bytes()
    with database.opened(taken.path, key) as handle:
        assert database.faults(handle) == []
    with pytest.raises(Problem), database.opened(taken.path, "00" * 32):
        pass


def kept(days: int, *, proven: bool = True) -> shelf.Kept:
    at = datetime.datetime(2026, 3, 31, 2, tzinfo=datetime.UTC) - datetime.timedelta(days=days)
    return shelf.Kept(f"{days}.backup", 1, at, verified_at=at if proven else None)


def test_shelf_keeps_two_weeks_daily_and_five_weeks_weekly() -> None:
    now = datetime.datetime(2026, 3, 31, 3, tzinfo=datetime.UTC)
    staying = set(range(80)) - {
        int(name.split(".")[0]) for name in shelf.to_remove([kept(days) for days in range(80)], now)
    }
    assert set(range(14)) <= staying
    assert max(staying) <= 35
    assert 16 <= len(staying) <= 19


def test_many_backups_of_one_day_push_no_other_day_out() -> None:
    now = datetime.datetime(2026, 3, 31, 3, tzinfo=datetime.UTC)
    by_hand = [
        shelf.Kept(f"hand{n}", 1, now - datetime.timedelta(days=4, minutes=n), verified_at=now) for n in range(30)
    ]
    going = shelf.to_remove([*by_hand, *(kept(days) for days in range(14))], now)
    assert not {f"{days}.backup" for days in range(14)} & set(going) - {"4.backup"}
    assert "hand0" not in going and len([name for name in going if name.startswith("hand")]) == 29


def test_shelf_never_removes_the_newest_proven_one() -> None:
    now = datetime.datetime(2026, 3, 31, 3, tzinfo=datetime.UTC)
    backups = [kept(days, proven=days == 70) for days in range(80)]
    assert "70.backup" not in shelf.to_remove(backups, now)


def test_no_backup_stays_longer_than_erasures_may_wait() -> None:
    now = datetime.datetime(2026, 3, 31, 3, tzinfo=datetime.UTC)
    seldom = [kept(days) for days in (10, 30, 36, 50, 70)]
    assert shelf.to_remove(seldom, now) == ["36.backup", "50.backup", "70.backup"]
    assert shelf.to_remove([kept(50), kept(70)], now) == ["70.backup"]  # the last proven one stays, however old


@pytest.fixture
def on_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("UNIONOPS_BACKUPS", str(tmp_path / "shelf"))
    (tmp_path / "shelf").mkdir()
    yield tmp_path / "shelf"


def test_shelf_hands_out_only_what_lies_on_it(on_shelf: Path) -> None:
    (on_shelf / "a.backup").write_bytes(b"x")
    (on_shelf.parent / "b.backup").write_bytes(b"x")
    assert shelf.path_of("a.backup") == on_shelf / "a.backup"
    assert shelf.path_of("../b.backup") is None
    assert shelf.path_of("a.json") is None


def test_shelf_is_overdue_until_one_is_proven(on_shelf: Path) -> None:
    assert shelf.is_overdue()
    path = on_shelf / "a.backup"
    path.write_bytes(b"x")
    shelf.note(path, rows=5)
    assert shelf.is_overdue()
    shelf.note(path, verified_at=datetime.datetime.now(datetime.UTC).isoformat())
    assert not shelf.is_overdue()
    assert shelf.kept()[0].rows == 5
    ahead = time.time() + 90 * 86400
    os.utime(path, (ahead, ahead))  # made while the clock ran ahead
    assert shelf.is_overdue()


def test_a_shelf_on_another_disk_is_known_again(on_shelf: Path, settings: Any) -> None:
    """Where the disk is not mounted, its empty mount point must not take the backups."""
    known = Path(settings.DATA_DIR) / "backups-elsewhere"
    known.unlink(missing_ok=True)
    shelf.ready()
    shelf.ready()
    (on_shelf / shelf.MARK).unlink()
    for look in (shelf.ready, shelf.check):
        with pytest.raises(Problem) as caught:
            look()
        assert caught.value.code == "backups_gone" and str(on_shelf) in caught.value.message
    assert not list(on_shelf.iterdir())
    (on_shelf / shelf.MARK).touch()
    shelf.ready()
    known.unlink()


def test_a_shelf_nobody_can_write_to_says_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("UNIONOPS_BACKUPS", str(tmp_path / "file" / "shelf"))
    with pytest.raises(Problem) as caught:
        shelf.ready()
    assert caught.value.code == "backups_folder" and str(tmp_path / "file" / "shelf") in caught.value.message


def test_a_copy_of_a_time_to_come_tells_of_a_clock_set_back(on_shelf: Path) -> None:
    path = on_shelf / "a.backup"
    path.write_bytes(b"x")
    assert not shelf.is_ahead()
    ahead = time.time() + 3600
    os.utime(path, (ahead, ahead))
    assert shelf.is_ahead()
