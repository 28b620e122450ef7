"""Files go in sealed, come out whole, and are gone when destroyed."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.files import bombs
from unionops.platform.access.models import User
from unionops.platform.audit.models import Event
from unionops.platform.core.problems import Problem
from unionops.platform.files import services, store
from unionops.platform.files.models import Upload

TEXT = b"The name of the member stands here. " * 4_000


def on_disk(upload: Upload) -> Path:
    return store.place(upload.stored_as)


@pytest.fixture
def upload(as_system: User) -> Upload:
    return services.store_upload(by=as_system, file=TEXT, name="notes.txt", purpose="case")


def test_store_upload_seals_and_gives_back(upload: Upload) -> None:
    assert services.read_upload(upload) == TEXT
    assert upload.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert b"member" not in on_disk(upload).read_bytes()
    assert on_disk(upload).stat().st_mode & 0o777 == 0o600


def test_store_upload_leaves_an_event_without_the_name(upload: Upload) -> None:
    event = Event.objects.get(action="stored a file")
    assert event.target == str(upload.public_id)
    assert "notes" not in str(event.detail)


def test_store_upload_refuses_and_keeps_nothing(as_system: User) -> None:
    with pytest.raises(Problem):
        services.store_upload(by=as_system, file=b"MZ\x90", name="notes.txt", purpose="case")
    assert not Upload.objects.exists()


def test_read_upload_notices_a_changed_or_missing_file(upload: Upload) -> None:
    path = on_disk(upload)
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with pytest.raises(Problem) as caught:
        services.read_upload(upload)
    assert caught.value.code == "file_broken"
    path.unlink()
    with pytest.raises(Problem) as caught:
        services.read_upload(upload)
    assert caught.value.code == "file_missing"


def test_two_uploads_of_the_same_bytes_share_nothing_on_disk(upload: Upload, as_system: User) -> None:
    other = services.store_upload(by=as_system, file=TEXT, name="notes.txt", purpose="case")
    assert on_disk(other).read_bytes()[:64] != on_disk(upload).read_bytes()[:64]


def test_destroy_upload_removes_row_key_and_bytes(
    upload: Upload, as_system: User, django_capture_on_commit_callbacks: Any
) -> None:
    path = on_disk(upload)
    with django_capture_on_commit_callbacks(execute=True):
        services.destroy_upload(by=as_system, upload=upload, reason="asked by the member")
    assert not path.exists()
    assert not Upload.objects.exists()


def test_sweep_orphans_keeps_young_and_known_files(upload: Upload, as_system: User) -> None:
    old, young = store.place("ab" + "0" * 38), store.place("ab" + "1" * 38)
    for path in (old, young):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    os.utime(old, (0, 0))
    os.utime(on_disk(upload), (0, 0))
    assert services.sweep_orphans(by=as_system) >= 1
    assert (old.exists(), young.exists(), on_disk(upload).exists()) == (False, True, True)
    young.unlink()


def test_write_whole_leaves_nothing_half_written(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"first"
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        store.write_whole(tmp_path / "x", broken())
    assert list(tmp_path.iterdir()) == []


def test_page_picture_is_a_png(as_system: User) -> None:
    pdf = bombs.page(b"BT /F1 4 Tf (hello) Tj ET")
    kept = services.store_upload(by=as_system, file=pdf, name="one.pdf", purpose="agreement")
    assert kept.pages == 1
    assert services.page_picture(by=as_system, upload=kept, number=1).startswith(b"\x89PNG")
