"""Put a backup back into an empty folder and prove it: hashes, counts, seals, references."""

import datetime
import hashlib
import json
import shutil
import tarfile
import time
from pathlib import Path
from typing import Any

from unionops import secrets_folder
from unionops.platform.audit.chain import link
from unionops.platform.audit.models import GENESIS
from unionops.platform.core import sealing
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import archive, database, erasures
from unionops.platform.ops.backups.taking import MANIFEST, OPENER
from unionops.platform.ops.backups.workroom import workroom

TRAIL = (
    "SELECT number, at, actor_id, session, ip, action, kind, target, count, reason, fields, detail, previous, hash"
    " FROM audit_event ORDER BY number"
)
ALLOWED = ("files/", "secrets/")
FROM = "restored-from"
"""What a restored folder is made of, until its first set-up has put it on the trail."""
TOP = (database.SQLITE, database.POSTGRES, MANIFEST, erasures.NAME)


def unpack(source: Path, folder: Path, *, backup_key: bytes | None, passphrase: str = "") -> dict[str, Any]:
    """Open the backup into `folder` (empty or new) and compare every part with the manifest."""
    if not source.is_file():
        raise Problem("no_file", f"There is no file {source}.", "Give the path of a backup.")
    if folder.exists() and any(folder.iterdir()):
        raise Problem("not_empty", f"The folder {folder} is not empty.", "Name a new folder, so nothing is lost.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        hashes = _unpack(source, folder, backup_key, passphrase)
        return _compared(folder, hashes)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def unpack_with_base(source: Path, folder: Path, *, backup_key: bytes | None, passphrase: str = "") -> dict[str, Any]:
    """`unpack`, and where the backup leaves stored files to an earlier one, those out of that one."""
    manifest = unpack(source, folder, backup_key=backup_key, passphrase=passphrase)
    if not manifest.get("base"):
        return manifest
    with workroom(folder.parent) as room:
        unpack(_base_of(source, manifest["base"]), room / "base", backup_key=backup_key, passphrase=passphrase)
        for name in manifest["in_base"]:
            target = folder / "files" / name[:2] / name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.move(room / "base" / "files" / name[:2] / name, target)
    return manifest


def _base_of(source: Path, name: str) -> Path:
    """It lies beside the copy, or one folder up as on the shelf."""
    found = next(
        (path for folder in source.resolve().parents[:2] if (path := folder / Path(name).name).is_file()), None
    )
    if found is None:
        raise Problem(
            "no_base",
            f"This copy holds only what is new since the backup {name}, which is not beside it.",
            f"Put {name} into the same folder, then type this again.",
        )
    return found


def _unpack(source: Path, folder: Path, backup_key: bytes | None, passphrase: str) -> dict[str, str]:
    hashes = {}
    try:
        with source.open("rb") as handle:
            plain = archive.open_archive(handle, backup_key=backup_key, passphrase=passphrase)
            with tarfile.open(fileobj=plain, mode="r|") as tar:
                for entry in tar:
                    hashes[entry.name] = _write(tar, entry, folder)
            while plain.read(sealing.FRAME):  # to the last frame: it proves that nothing is cut off
                pass
    except (sealing.Broken, tarfile.TarError, EOFError) as error:
        raise archive.damaged() from error
    return hashes


def _write(tar: tarfile.TarFile, entry: tarfile.TarInfo, folder: Path) -> str:
    """One part to disk; its SHA-256."""
    parts = Path(entry.name).parts
    data = tar.extractfile(entry) if entry.isreg() else None
    if data is not None and entry.name == OPENER:
        secrets_folder.hold(opener := data.read(secrets_folder.OPENER))
        return hashlib.sha256(opener).hexdigest()
    if data is None or ".." in parts or not (entry.name in TOP or entry.name.startswith(ALLOWED)):
        raise archive.damaged()
    target, digest = folder / entry.name, hashlib.sha256()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with target.open("wb") as sink:
        while piece := data.read(1 << 20):
            digest.update(piece)
            sink.write(piece)
    target.chmod(0o600)
    return digest.hexdigest()


def _compared(folder: Path, hashes: dict[str, str]) -> dict[str, Any]:
    """The manifest, when every part is there and the same."""
    path = folder / MANIFEST
    if not path.exists():
        raise archive.damaged()
    manifest: dict[str, Any] = json.loads(path.read_text())
    wanted = {part["name"]: part["sha256"] for part in manifest["parts"]}
    hashes.pop(MANIFEST, None)
    if wanted != hashes:
        raise archive.damaged()
    return manifest


def prove_database(folder: Path, manifest: dict[str, Any]) -> dict[str, int]:
    """Rows per table of the sealed copy, equal to the manifest's; raises Problem otherwise."""
    key = secrets_folder.read_in(folder / "secrets", "database.key")
    with database.opened(folder / database.SQLITE, key) as handle:
        found, rows = database.faults(handle), database.count_rows(handle)
    if found:
        raise Problem("database_damaged", f"The restored database is damaged: {found[0]}.", "Use the backup before.")
    _same_counts(rows, manifest)
    return rows


def _same_counts(rows: dict[str, int], manifest: dict[str, Any]) -> None:
    if rows != manifest["rows"]:
        names = [table for table in manifest["rows"] if rows.get(table) != manifest["rows"][table]]
        raise Problem("counts_differ", f"Rows are missing in: {', '.join(names[:5])}.", "Use the backup before.")


def prove_trail(folder: Path, manifest: dict[str, Any]) -> int:
    """Every event links to the one before, up to the manifest's head; how many there are."""
    key = secrets_folder.read_in(folder / "secrets", "database.key")
    with database.opened(folder / database.SQLITE, key) as handle:
        rows = handle.execute(TRAIL)
        names = [column[0] for column in rows.description]
        number, previous, heads = 0, GENESIS, {0: GENESIS}
        for values in rows:
            entry = _as_sealed(dict(zip(names, values, strict=True)))
            found = entry.pop("hash")
            number += 1
            if (entry["number"], entry["previous"], link(entry)) != (number, previous, found):
                raise Problem("trail_broken", f"Event {number} of the trail was changed.", "Use the backup before.")
            previous = heads[number] = found
    anchor = manifest["audit"]
    if heads.get(anchor["number"]) != anchor["hash"]:
        raise Problem("trail_cut", f"Event {anchor['number']} of the trail is gone.", "Use the backup before.")
    return number


def _as_sealed(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the table as `Event.sealed` gives it."""
    at = datetime.datetime.fromisoformat(row.pop("at")).replace(tzinfo=datetime.UTC)
    read = {name: json.loads(row[name]) for name in ("fields", "detail")}
    actor = row.pop("actor_id")
    return {**row, **read, "actor": actor, "at": at.isoformat(timespec="microseconds")}


def prove_files(folder: Path, manifest: dict[str, Any]) -> int:
    """Open every stored file with its own key and compare its hash; those destroyed meanwhile are known."""
    key = secrets_folder.read_in(folder / "secrets", "database.key")
    master = sealing.derived(bytes.fromhex(secrets_folder.read_in(folder / "secrets", "files.key")), "uploads")
    with database.opened(folder / database.SQLITE, key) as handle:
        rows = handle.execute("SELECT public_id, stored_as, wrapped_key, sha256 FROM files_upload").fetchall()
    present = [row for row in rows if row[1] not in manifest.get("gone", [])]
    for public_id, name, wrapped, expected in present:
        about = bytes.fromhex(str(public_id).replace("-", ""))
        if _digest(folder / "files" / name[:2] / name, bytes(wrapped), master, about) != expected:
            raise Problem("file_differs", f"A stored file ({public_id}) does not open.", "Use the backup before.")
    return len(present)


def _digest(path: Path, wrapped: bytes, master: bytes, about: bytes) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as source:
            for piece in sealing.unseal(source, key=sealing.unwrap(wrapped, key=master, about=about), about=about):
                digest.update(piece)
    except (OSError, sealing.Broken):
        return ""
    return digest.hexdigest()


def settle(folder: Path, into: Path, secrets: Path, manifest: dict[str, Any]) -> None:
    """Move the proven parts to where the program looks for them."""
    _make_room(secrets)
    for place in (into, secrets):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in (folder / "secrets").iterdir():
        shutil.move(path, secrets / path.name)
    if (folder / "files").exists():
        shutil.move(folder / "files", into / "files")
    if (folder / erasures.NAME).exists():
        (into / "backups").mkdir(mode=0o700)
        shutil.move(folder / erasures.NAME, into / "backups" / erasures.NAME)
    if (folder / database.SQLITE).exists():
        shutil.move(folder / database.SQLITE, into / "unionops.sqlite3")
    if manifest.get("demo"):
        (into / "DEMO").touch()
    (into / FROM).write_text(json.dumps({"made_at": manifest["made_at"], "rows": sum(manifest["rows"].values())}))


def _make_room(secrets: Path) -> None:
    """Keys that a first start made open nothing here (the data folder is empty); set them aside, lose none."""
    if secrets.exists() and any(secrets.iterdir()):
        secrets.rename(secrets.with_name(f"{secrets.name}-before-{int(time.time())}"))
