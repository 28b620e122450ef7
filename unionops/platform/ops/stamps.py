"""Marks in the data folder: prepared for which version, and whether it is a demo. Knows no Django."""

import hashlib
import os
from pathlib import Path

from unionops import secrets_folder

ROOT = Path(__file__).resolve().parents[3]
STAMP = "prepared"
MIGRATIONS = ("*/migrations/0*.py", "unionops/*/migrations/0*.py", "unionops/*/*/migrations/0*.py")
DEMO, DEMO_WANTED, DEMO_SIGN_INS = "DEMO", "demo-wanted", "demo-sign-ins"
IN_USE = "in-use"  # a local lives here


def version() -> str:
    """A digest of everything that preparing a folder depends on: the database, migrations, static files."""
    migrations = [path for pattern in MIGRATIONS for path in ROOT.glob(pattern)]
    return _digest(os.environ.get("DATABASE_URL", ""), [*migrations, *_static()])


def static_version() -> str:
    return _digest("", _static())


def _static() -> list[Path]:
    return [path for path in (ROOT / "unionops" / "static").rglob("*") if path.is_file()]


def _digest(start: str, paths: list[Path]) -> str:
    digest = hashlib.sha256(start.encode())
    for path in sorted(paths):
        status = path.stat()
        digest.update(f"{path.relative_to(ROOT)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_current(data: Path) -> bool:
    stamp = data / STAMP
    ready = stamp.exists() and stamp.read_text() == version()
    return ready and (ROOT / "staticfiles" / "staticfiles.json").exists()


def set_current(data: Path) -> None:
    (data / STAMP).write_text(version())


def demo_folder() -> Path:
    """Where the demo local lives: its own folder, so that invented and real people never mix."""
    data = secrets_folder.data_folder()
    named = os.environ.get("UNIONOPS_DEMO_DATA")
    return Path(named).resolve() if named else data.with_name(f"demo-{data.name}")


def mark_demo(folder: Path) -> None:
    """Mark the folder as a demo; an empty one also asks for the demo local to be loaded."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / DEMO).exists():
        (folder / DEMO_WANTED).touch()
        (folder / DEMO).touch()
