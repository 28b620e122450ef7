"""The tables, made once as a new box makes them and copied for every run and every worker that needs them."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "tests" / ".cache"
ON_POSTGRES = "unionops_tables"


def make_keys(folder: Path) -> None:
    """The same keys in every test folder, so that a sealed database can be copied from one to another."""
    from unionops.secrets_folder import KEYS

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in KEYS:
        if not (folder / name).exists():
            (folder / name).write_text(hashlib.sha256(name.encode()).hexdigest())
            (folder / name).chmod(0o600)


def sealed() -> Path:
    """A sealed SQLite file with empty tables; made anew when a migration or a library changed."""
    made = CACHE / f"tables-{_stamp()}.sqlite3"
    with _alone(CACHE / "tables.lock"):
        if not made.exists():
            for old in CACHE.glob("tables-*.sqlite3"):
                old.unlink()
            _migrate_sealed(made)
    return made


def _stamp() -> str:
    """What the tables depend on: our migrations, and the libraries that bring their own."""
    digest = hashlib.sha256(sys.version.encode())
    ours = sorted(path for path in ROOT.rglob("migrations/*.py") if ".venv" not in path.parts)
    for path in (
        *ours,
        ROOT / "requirements.txt",
        ROOT / "unionops" / "platform" / "audit" / "triggers.py",
        ROOT / "unionops" / "platform" / "ops" / "new_tables.py",
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _migrate_sealed(made: Path) -> None:
    folder = made.with_suffix(".making")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    _migrate(UNIONOPS_TEST_DATA=str(folder), UNIONOPS_TEST_DATABASE="")
    shutil.move(folder / "main" / "data" / "unionops.sqlite3", made)
    shutil.rmtree(folder)


def _migrate(**environment: str) -> None:
    variables = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", **environment}
    for name in ("PYTEST_XDIST_WORKER", "DATABASE_URL"):
        variables.pop(name, None)
    command = [sys.executable, "manage.py", "setup"]
    subprocess.run(command, cwd=ROOT, env=variables, check=True, stdout=subprocess.DEVNULL)


def postgres(url: str) -> str:
    """The name of a database with empty tables on that server; PostgreSQL copies it by CREATE DATABASE."""
    import psycopg

    parts = urlsplit(url)
    with (
        _alone(Path(os.environ["UNIONOPS_TEST_DATA"]) / "postgres-tables.lock"),
        closing(psycopg.connect(url, autocommit=True)) as line,
    ):
        if not line.execute("SELECT 1 FROM pg_database WHERE datname = %s", [ON_POSTGRES]).fetchone():
            line.execute(f"DROP DATABASE IF EXISTS {ON_POSTGRES}_new")
            line.execute(f"CREATE DATABASE {ON_POSTGRES}_new")
            _migrate(UNIONOPS_TEST_DATABASE=urlunsplit(parts._replace(path=f"/{ON_POSTGRES}_new")))
            line.execute(f"ALTER DATABASE {ON_POSTGRES}_new RENAME TO {ON_POSTGRES}")
    return ON_POSTGRES


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
