"""Back up, restore, and rehearse restoring every night."""

import datetime
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from unionops import secrets_folder
from unionops.platform.access.models import User
from unionops.platform.audit import services as audit
from unionops.platform.core import env
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase, Progress, silent
from unionops.platform.ops.backups import database, erasures, rehearsing, restoring, shelf, taking
from unionops.platform.ops.backups.workroom import sweep, sweep_half_written, workroom

PARTS = "parts"
SEALED = {"DATABASE_URL": "", "DATABASE_URL_FILE": ""}  # the sealed file, whatever the box uses
PROGRAM = Path(settings.BASE_DIR) / "manage.py"


def back_up(*, by: User, file: Path, key: bytes | None = None, progress: Progress = silent) -> dict[str, Any]:
    """One sealed archive of everything at `file`, while people work. Raises Problem."""
    backup_key = key if key is not None else bytes.fromhex(secrets_folder.read("backup.key"))
    manifest = taking.write(file, backup_key=backup_key, progress=progress)
    summary = {
        "file": str(file),
        "bytes": file.stat().st_size,
        "made_at": manifest["made_at"],
        "rows": sum(manifest["rows"].values()),
        "tables": manifest["rows"],
        "files": count_files(manifest),
        "audit": manifest["audit"],
    }
    if shelf.is_on(file):
        shelf.note_files(file, stored_in(manifest))
    _note(by, "took a backup", summary)
    return summary


@transaction.atomic
def _note(by: User, action: str, summary: dict[str, Any]) -> None:
    names = ("bytes", "files", "audit", "signed_in")
    detail: dict[str, Any] = {name: summary[name] for name in names if name in summary}
    audit.record(by, action, count=summary["rows"], detail=detail)


def restore(
    *, file: Path, into: Path, secrets: Path, key: bytes | None, passphrase: str = "", progress: Progress = silent
) -> dict[str, Any]:
    """A backup into an empty folder, proven part by part. Raises Problem and leaves nothing half done."""
    if into.exists() and any(into.iterdir()):
        raise Problem("not_empty", f"The folder {into} is not empty.", "Name a new folder, so nothing is lost.")
    if connection.vendor == "postgresql":
        database.refuse_tables()
    into.parent.mkdir(parents=True, exist_ok=True)
    with workroom(into.parent) as folder:
        place = folder / "parts"
        progress(0, 4, Phase.UNPACKING)
        manifest = restoring.unpack_with_base(file, place, backup_key=key, passphrase=passphrase)
        progress(1, 4, Phase.COMPARING)
        proof = prove(place, manifest)
        progress(2, 4, Phase.MOVING)
        if manifest["engine"] == "postgresql":
            proof["tables"] = database.load_dump(place / database.POSTGRES)
        restoring.settle(place, into, secrets, manifest)
    progress(3, 4, Phase.OPENING)
    proof["audit"] = _opened_or_removed(into, secrets, manifest)
    proof["erased_again"] = _erase_again(file, into, secrets)
    progress(4, 4)
    sealed = (secrets / secrets_folder.LOCK).exists()
    known = {"into": str(into), "secrets": str(secrets), "made_at": manifest["made_at"], "sealed": sealed}
    return {"restored": True, **known, **proof}


def prove(place: Path, manifest: dict[str, Any]) -> dict[str, Any]:
    """Counts and hashes of the unpacked parts, compared with the manifest."""
    if manifest["engine"] == "postgresql":
        return {"tables": manifest["rows"], "rows": sum(manifest["rows"].values()), "files": count_files(manifest)}
    tables = restoring.prove_database(place, manifest)
    restoring.prove_trail(place, manifest)
    return {"tables": tables, "rows": sum(tables.values()), "files": restoring.prove_files(place, manifest)}


def count_files(manifest: dict[str, Any]) -> int:
    return len(stored_in(manifest)) + len(manifest.get("in_base", ()))


def stored_in(manifest: dict[str, Any]) -> list[str]:
    """The stored files inside the archive itself."""
    return [Path(part["name"]).name for part in manifest["parts"] if part["name"].startswith("files/")]


def _opened_or_removed(into: Path, secrets: Path, manifest: dict[str, Any]) -> dict[str, Any]:
    """Bring the tables up to date and verify the audit chain up to the manifest's head."""
    anchor = manifest["audit"]
    words = ["--anchor", f"{anchor['number']}:{anchor['hash']}"] if anchor["number"] else []
    try:
        if _moves(manifest):
            _manage(into, secrets, "setup", **SEALED)
            _manage(into, secrets, "fill_database")
        _manage(into, secrets, "setup")
        return _manage(into, secrets, "audit_verify", *words)
    except Problem:
        for folder in (into, secrets):
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _moves(manifest: dict[str, Any]) -> bool:
    """A backup of one machine's sealed file, restored where DATABASE_URL names a PostgreSQL database."""
    return manifest["engine"] == "sqlite" and connection.vendor == "postgresql"


def _erase_again(file: Path, into: Path, secrets: Path) -> int:
    """Who was erased after this backup was taken must not come back; the lists lie beside the backups."""
    beside = [folder / erasures.NAME for folder in file.resolve().parents[:2]]
    known = [entry for path in (*beside, erasures.ledger()) for entry in erasures.read(path)]
    if not known:
        return 0
    kept = into / "backups" / erasures.NAME
    erasures.add(kept, known)
    return int(_manage(into, secrets, "erase_again", str(kept))["erased"])


def _manage(into: Path, secrets: Path, *words: str, **more: str) -> dict[str, Any]:
    folders = {"UNIONOPS_DATA": str(into), "UNIONOPS_SECRETS": str(secrets)}
    surroundings = {**folders, "DJANGO_SETTINGS_MODULE": "unionops.settings", **more}
    command = [sys.executable, str(PROGRAM), *words, "--json"]
    with secrets_folder.handed_on() as given:
        given["env"] |= surroundings
        done = subprocess.run(command, **given, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines() or ["no word"]
        raise Problem("not_opened", f"The restored folder does not open: {said[-1]}", "See: manage.py doctor")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def rehearse(*, by: User, file: Path) -> dict[str, Any]:
    """Restore the backup into a temporary folder, prove it, sign in to it, throw the folder away. Raises Problem."""
    with workroom(Path(settings.DATA_DIR)) as folder:
        proof, manifest = _unpacked(file, folder, bytes.fromhex(secrets_folder.read("backup.key")))
        proof["signed_in"] = _signed_in(folder, manifest)
    _note(by, "rehearsed restoring a backup", proof)
    return proof


def prove_file(file: Path, key: bytes) -> dict[str, Any]:
    """What was proven, and the trail's head in it. Raises Problem."""
    with workroom(Path(settings.DATA_DIR)) as folder:
        return _unpacked(file, folder, key)[0]


def _unpacked(file: Path, folder: Path, key: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    manifest = restoring.unpack_with_base(file, folder / PARTS, backup_key=key)
    return {**prove(folder / PARTS, manifest), "audit": manifest["audit"]}, manifest


def _signed_in(folder: Path, manifest: dict[str, Any]) -> bool | None:
    """None where it could not be tried: an account of PostgreSQL that may not make a database to try it in."""
    into, secrets = folder / "data", folder / "data-secrets"
    restoring.settle(folder / PARTS, into, secrets, manifest)
    (into / rehearsing.MARK).touch()
    if manifest["engine"] == "sqlite":
        return bool(_manage(into, secrets, "rehearse_sign_in", **SEALED)["signed_in"])
    with database.lent() as name:
        if name is None:
            return None
        database.put_back(folder / PARTS / database.POSTGRES, name)
        url = urlsplit(env.text("DATABASE_URL"))._replace(path=f"/{name}").geturl()
        surroundings = {"DATABASE_URL": url, "DATABASE_URL_FILE": ""}
        return bool(_manage(into, secrets, "rehearse_sign_in", **surroundings)["signed_in"])


def back_up_and_prove(*, by: User, asked: datetime.datetime | None = None, progress: Progress = silent) -> None:
    """A backup on the shelf, restored once for proof; what is too old goes. Raises Problem.

    It is named by the moment somebody asked for it: an attempt after a death writes the same file, or finds it proven.
    """
    path = shelf.path_at(asked or timezone.now())
    if any(backup.name == path.name and backup.is_proven for backup in shelf.kept()):
        return
    shelf.ready()
    try:
        summary = back_up(by=by, file=path, progress=progress)
    except OSError as error:
        raise shelf.unwritable(error) from error
    shelf.note(path, rows=summary["rows"], files=summary["files"])
    try:
        rehearse(by=by, file=path)
    except Problem as problem:
        shelf.note(path, problem=str(problem))
        raise
    shelf.note(path, verified_at=timezone.now().isoformat(), problem="")
    shelf.prune()


def sweep_rooms() -> int:
    """What backups and rehearsals left when their process died: keys must not lie beside the data. Returns how many."""
    half = sweep_half_written(shelf.folder()) + sweep_half_written(shelf.folder() / shelf.RECENT)
    return sweep(Path(settings.DATA_DIR)) + half
