"""Marks in the data folder: prepared for which version, and whether it is a demo. Knows no Django."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from unionops import secrets_folder

ROOT = Path(__file__).resolve().parents[3]
STAMP = "prepared"
DEMO, DEMO_WANTED, DEMO_SIGN_INS = "DEMO", "demo-wanted", "demo-sign-ins"


def version() -> str:
    """A digest of everything that preparing a folder depends on: migrations and static files."""
    digest = hashlib.sha256(os.fsencode(os.environ.get("DATABASE_URL", "")))
    for path in sorted(_sources()):
        status = path.stat()
        digest.update(f"{path.relative_to(ROOT)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for pattern in ("*/migrations/0*.py", "unionops/*/*/migrations/0*.py", "unionops/*/migrations/0*.py"):
        yield from ROOT.glob(pattern)
    yield from (path for path in (ROOT / "unionops" / "static").rglob("*") if path.is_file())


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
