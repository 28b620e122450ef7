"""Take a file in, read it back, destroy it."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.db import transaction

from unionops.platform.access.models import User
from unionops.platform.audit import services as audit
from unionops.platform.files import child, queries, store
from unionops.platform.files.checks import Checked, check_upload
from unionops.platform.files.kinds import STRIPPED
from unionops.platform.files.models import Upload, random_name


def store_upload(*, by: User, file: Any, name: str, purpose: str) -> Upload:
    """Check, seal and keep a file. `file` is bytes or anything with `read()`. Raises Problem.

    The slow part (looking into the file, sealing it) runs before the database is locked, so call
    this outside a transaction of your own.
    """
    data = file if isinstance(file, bytes) else file.read()
    return keep(by=by, data=data, checked=check_upload(data, name, purpose), purpose=purpose)


def keep_made(*, by: User, data: bytes, name: str, media_type: str, purpose: str, pages: int | None = None) -> Upload:
    """Seal a file this program made itself (letters, a packet, an export)."""
    extension = name.rsplit(".", 1)[-1]
    checked = Checked(name, extension, media_type, len(data), digest(data), pages)
    return keep(by=by, data=data, checked=checked, purpose=purpose)


def keep(*, by: User, data: bytes, checked: Checked, purpose: str) -> Upload:
    """Seal bytes that passed `check_upload`; the file is on disk before the row exists."""
    upload = Upload(**asdict(checked), purpose=purpose, stored_as=random_name(), uploaded_by=by)
    upload.wrapped_key = store.put(upload.stored_as, [data], upload.public_id.bytes)
    _save(by, upload)
    return upload


@transaction.atomic
def _save(by: User, upload: Upload) -> None:
    upload.save()
    audit.record(by, "stored a file", upload, detail={"purpose": upload.purpose, "sha256": upload.sha256})


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_upload(upload: Upload) -> bytes:
    """The bytes as they were brought in. The caller has already decided that this is allowed."""
    return store.get(upload.stored_as, bytes(upload.wrapped_key), upload.public_id.bytes)


def upload_pieces(upload: Upload) -> Iterator[bytes]:
    return store.pieces(upload.stored_as, bytes(upload.wrapped_key), upload.public_id.bytes)


@transaction.atomic
def destroy_upload(*, by: User, upload: Upload, reason: str) -> None:
    """Remove the row (and with it the key) and overwrite the bytes once that is certain."""
    audit.record(by, "destroyed a file", upload, reason=reason)
    name = upload.stored_as
    upload.delete()
    transaction.on_commit(lambda: store.remove(name))


@transaction.atomic
def sweep_orphans(*, by: User) -> int:
    """Remove sealed files that no row speaks of."""
    removed = store.remove_orphans(queries.stored_names(by))
    if removed:
        audit.record(by, "removed orphaned files", count=removed)
    return removed


@transaction.atomic
def note_opened(*, by: User, upload: Upload) -> None:
    audit.record(by, "opened a file", upload, detail={"purpose": upload.purpose})


def told_beside(upload: Upload) -> dict[str, int]:
    """What the file tells beside its content, and how much of it: who wrote it, changes, comments, camera, place."""
    if upload.extension not in STRIPPED:
        return {}
    task, options = "unionops.platform.files.bare:tells", {"extension": upload.extension}
    found: dict[str, int] = child.run(task, read_upload(upload), options=options)
    return found


def bare_copy(*, by: User, upload: Upload) -> bytes:
    """The file without what it tells beside its content; the one that was brought in stays as it is."""
    note_opened(by=by, upload=upload)
    options = {"extension": upload.extension}
    return bytes(child.run("unionops.platform.files.bare:strip", read_upload(upload), options=options))


PICTURES = ("png", "jpg")


def page_picture(*, by: User, upload: Upload, number: int) -> bytes:
    """One page of a PDF, or a picture, as PNG, drawn in the limited child."""
    note_opened(by=by, upload=upload)
    if upload.extension in PICTURES:
        return bytes(child.run("unionops.platform.files.pages:picture", read_upload(upload)))
    drawn = child.run("unionops.platform.files.pages:render", read_upload(upload), options={"page": number})
    return bytes(drawn)
