"""Take a backup: the database first, then every file it speaks of, then the keys, then the manifest."""

import hashlib
import io
import json
import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

import unionops
from unionops import secrets_folder
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files import store
from unionops.platform.ops.backups import archive, database, erasures, recovery
from unionops.platform.ops.backups.workroom import workroom

KEYS = (*secrets_folder.SEALABLE, secrets_folder.LOCK, recovery.FILE)
OPENER = "opener"  # of sealed keys: never written to a disk outside this archive
MANIFEST = "manifest.json"


@dataclass
class Packing:
    """The tar being written, and what went into it."""

    tar: tarfile.TarFile
    parts: list[dict[str, Any]] = field(default_factory=list)

    def add(self, name: str, data: bytes) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = len(data), 0o600
        self.tar.addfile(entry, io.BytesIO(data))
        self.parts.append({"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})

    def add_file(self, name: str, path: Path) -> None:
        with path.open("rb") as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
            size = source.seek(0, io.SEEK_END)
            source.seek(0)
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = size, 0o600
            self.tar.addfile(entry, source)
        self.parts.append({"name": name, "size": size, "sha256": digest})


@dataclass(frozen=True)
class Base:
    """An earlier backup that holds these stored files already; files never change, so one copy of each will do."""

    name: str
    files: frozenset[str]


NOTHING = Base("", frozenset())


def write(target: Path, *, backup_key: bytes, progress: Progress = silent, base: Base = NOTHING) -> dict[str, Any]:
    """A sealed backup at `target`, whole or absent; gives its manifest. What `base` holds is left to it."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.new")
    about = {"made_at": timezone.now().isoformat(timespec="seconds"), "version": unionops.__version__}
    try:
        with temporary.open("wb") as sink:
            writer = archive.begin(sink, backup_key=backup_key, about=about)
            manifest = _pack(writer, about, progress, base)
            writer.finish()
        temporary.chmod(0o600)
        store.settle(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    return manifest


def _pack(writer: archive.SealedWriter, about: dict[str, Any], progress: Progress, base: Base) -> dict[str, Any]:
    with workroom(Path(settings.DATA_DIR)) as folder, tarfile.open(fileobj=writer, mode="w|") as tar:
        packing = Packing(tar)
        copy = database.snapshot(folder, secrets_folder.database_file(), _database_key())
        packing.add_file(copy.path.name, copy.path)
        gone = _pack_files(packing, [name for name in copy.files if name not in base.files], progress)
        for name in KEYS:
            if (secrets_folder.folder() / name).exists():
                packing.add(f"secrets/{name}", (secrets_folder.folder() / name).read_bytes())
        if opener := secrets_folder.held():
            packing.add(OPENER, opener)
        if erasures.ledger().exists():
            packing.add_file(erasures.NAME, erasures.ledger())
        manifest = {**about, "engine": connection.vendor, "demo": settings.DEMO_MARK.exists(), "rows": copy.rows}
        number, digest = copy.head
        manifest |= {"audit": {"number": number, "hash": digest}, "gone": gone}
        manifest |= {"base": base.name, "in_base": [name for name in copy.files if name in base.files]}
        manifest["parts"] = list(packing.parts)
        packing.add(MANIFEST, json.dumps(manifest).encode())
    return manifest


def _database_key() -> str:
    return secrets_folder.database_key() if connection.vendor == "sqlite" else ""


def _pack_files(packing: Packing, names: list[str], progress: Progress) -> list[str]:
    """The files the copy speaks of; gives the names of those that were destroyed meanwhile."""
    gone = []
    for done, name in enumerate(names):
        progress(done, len(names))
        if (path := store.place(name)).exists():
            packing.add_file(f"files/{name[:2]}/{name}", path)
        else:
            gone.append(name)
    progress(len(names), len(names))
    return gone
