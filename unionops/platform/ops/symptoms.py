"""The single looks of the doctor: each gives (state, what was seen, what to do)."""

import os
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

import unionops
from unionops import secrets_folder
from unionops.celery import app
from unionops.platform.access.tables import check as check_tables
from unionops.platform.access.tables import opens
from unionops.platform.ai.state import state
from unionops.platform.audit.models import Event
from unionops.platform.files import child, store
from unionops.platform.files import scanner as scanning
from unionops.platform.files.models import Upload
from unionops.platform.jobs.bell import broken
from unionops.platform.ops import household, mail
from unionops.platform.ops import theft as theft_of
from unionops.platform.ops.backups import recent, recovery, shelf
from unionops.sealed.base import SETTINGS, live_settings

Seen = tuple[str, str, str]
SAFE_SQLITE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
PRAGMA_WORDS = {"ON": "1", "OFF": "0", "FULL": "2", "MEMORY": "2", "WAL": "wal"}
LITTLE_DISK, TOO_LITTLE_DISK = 2 << 30, 300 << 20
MOMENT = "j M Y, H:i"
PATIENCE = 2.0  # seconds for the job queue to answer
BEAT_SILENCE = 15 * 60
CHECKED_ANEW, AFTER_A_FAILURE = 60, 5  # seconds
PROGRAM = ("unionops", "members", "contracts", "grievances", "comms", "templates")
NO_PROGRAM = {"__pycache__", "static", "locale"}
NETWORK_DISKS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "afpfs", "webdav"}


def moment(at: datetime) -> str:
    """'28 Nov 2026, 09:54' by the local's clock."""
    return date_format(timezone.localtime(at), MOMENT)


def database() -> Seen:
    """Opens, holds together, and (SQLite) does not lie on a network disk."""
    opens()
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            return "good", f"PostgreSQL {cursor.fetchone()[0]}", ""
    if found := fault():
        said = _("The file of the database is damaged: %(fault)s") % {"fault": found}
        newest = shelf.newest_proven()
        keep = _("Stop the box, keep its folder as it is, and type: ./manage.py restore %(file)s --into NEW-FOLDER")
        return "bad", said, keep % {"file": shelf.folder() / newest.name if newest else "FILE"}
    if _disk_kind(Path(settings.DATA_DIR)) in NETWORK_DISKS:
        return "bad", _("The data lies on a network disk."), _("Move the data folder to a disk in this machine.")
    return "good", _("It opens and holds together."), ""


def fault(every: int = CHECKED_ANEW) -> str:
    """What SQLite finds wrong in its file, or nothing; a page that cannot be read at all ends the search.

    It reads the whole file, so who asks again and again waits for it once in `every` seconds only.
    """
    return _fault(str(connection.settings_dict["NAME"]), int(time.monotonic() // every))


@lru_cache(maxsize=2)
def _fault(file: str, spell: int) -> str:
    if connection.vendor != "sqlite":
        return ""
    try:
        with connection.cursor() as cursor:
            found = str(cursor.execute("PRAGMA quick_check(1)").fetchone()[0])
    except DatabaseError as error:
        return str(error) or _("a page cannot be read")
    return "" if found == "ok" else found


def _disk_kind(folder: Path) -> str:
    """The file system's name, where the system tells it."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    rows = [line.split() for line in mounts.read_text().splitlines()]
    found = [(len(row[1]), row[2]) for row in rows if folder.is_relative_to(row[1])]
    return max(found)[1] if found else ""


def database_settings() -> Seen:
    """What the live connection really uses, against what the design asks for."""
    if connection.vendor == "postgresql":
        return _postgres_settings()
    live = live_settings(connection)
    wrong = [name for name, wanted in SETTINGS.items() if live[name].lower() != PRAGMA_WORDS.get(wanted, wanted)]
    if wrong:
        return "bad", _("Not as they should be: %(names)s.") % {"names": ", ".join(wrong)}, _("Restart the box.")
    version = _sqlite_version()
    if not any((version[:2] == safe[:2] and version >= safe) or version >= SAFE_SQLITE[0] for safe in SAFE_SQLITE):
        said = _("SQLite %(version)s may lose writes.") % {"version": ".".join(map(str, version))}
        return "bad", said, _("Install the libraries of requirements.txt again (bin/run prepare).")
    return "good", f"SQLite {'.'.join(map(str, version))}, WAL, synchronous=FULL, sealed", ""


def _sqlite_version() -> tuple[int, ...]:
    with connection.cursor() as cursor:
        return tuple(map(int, cursor.execute("SELECT sqlite_version()").fetchone()[0].split(".")))


def _postgres_settings() -> Seen:
    wrong = []
    with connection.cursor() as cursor:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            cursor.execute(f"SHOW {name}")
            wrong += [name] if cursor.fetchone()[0] != "on" else []
    if wrong:
        return "bad", _("Not as they should be: %(names)s.") % {"names": ", ".join(wrong)}, _("Set them to on.")
    return "good", "fsync, full_page_writes, synchronous_commit", ""


def program() -> Seen:
    """What runs is what lies on the disk, unless somebody put other files there since it was started."""
    started = Path(settings.DATA_DIR) / "supervisor.lock"
    began = started.stat().st_mtime if started.exists() else time.time()
    if any(_changed_since(began, f"{settings.BASE_DIR}/{name}") for name in PROGRAM):
        said = _("The program’s files were changed after the box was started; it still runs the earlier ones.")
        return "warn", said, _("Stop the box (Ctrl-C), then type: make run")
    return "good", _("Version %(version)s.") % {"version": unionops.__version__}, ""


def _changed_since(began: float, folder: str) -> bool:
    """Whether a file of the program in there is newer; 2,000 are looked at for every page, so no Path is made."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in NO_PROGRAM and _changed_since(began, entry.path):
                    return True
            elif entry.name.endswith((".py", ".html")) and entry.stat().st_mtime > began:
                return True
    return False


def tables() -> Seen:
    check_tables()
    return "good", _("Up to date."), ""


def redis() -> Seen:
    try:
        with _bell():
            pass
    except broken():
        advice = _("Start the box with bin/run.") if household.redis_program() else _install("redis-server", "redis")
        return "bad", _("It does not answer. Pages work, long jobs wait."), advice
    return "good", _("It answers."), ""


@contextmanager
def _bell() -> Iterator[Any]:
    """A line to the job queue that answers; raises what `broken` names, soon even where it hangs."""
    with app.connection_for_write() as line:
        line.transport_options = {**line.transport_options, "socket_timeout": PATIENCE}
        line.ensure_connection(max_retries=1, timeout=PATIENCE, interval_start=0.1)
        yield line


def _install(apt: str, brew: str) -> str:
    line = f"brew install {brew}" if sys.platform == "darwin" else f"sudo apt-get install {apt}"
    return _("Type: %(line)s") % {"line": line}


def worker() -> Seen:
    """Who answers within a second. Celery asks again for six seconds when nobody listens, so Redis is tried first."""
    nobody = "bad", _("Nobody can be asked: the job queue does not answer."), _("See the line above.")
    try:
        with _bell() as line:
            answers = app.control.broadcast("ping", reply=True, timeout=1.0, limit=_expected(), connection=line)
    except broken():
        return nobody
    names = sorted(name.split("@")[0] for answer in answers for name in answer)
    if not names:
        return "bad", _("No worker answers; jobs wait."), _("Start the box with bin/run.")
    return "good", ", ".join(names), ""


def _expected() -> int | None:
    """On one box nobody waits longer than until all have answered; elsewhere nobody knows how many there are."""
    return len(household.WORKERS) if os.environ.get("UNIONOPS_SUPERVISED") else None


def beat() -> Seen:
    """Beat writes its schedule file every few minutes."""
    found = list(Path(settings.DATA_DIR).glob("beat-schedule*"))
    if not found:
        return "bad", _("It never ran here."), _("Start the box with bin/run.")
    silent = time.time() - max(path.stat().st_mtime for path in found)
    if silent > BEAT_SILENCE:
        said = _("Silent for %(minutes)d minutes.") % {"minutes": silent // 60}
        return "bad", said, _("Start the box with bin/run.")
    return "good", _("It ticks."), ""


def model() -> Seen:
    found = state()
    if not found.ready:
        return "warn", str(found.reason), str(found.fix)
    return "good", str(found.model), ""


def pango() -> Seen:
    if not _draws(minute=int(time.monotonic() // 60)):
        return "bad", _("No PDF came out."), _install("libpango-1.0-0 libpangoft2-1.0-0", "pango")
    return "good", _("It draws."), ""


@lru_cache(maxsize=1)
def _draws(minute: int) -> bool:
    """A child that loads the whole drawing library takes half a second: once a minute is enough."""
    drawn = child.run("unionops.platform.files.drawing:draw", b"<p>a", wall=60, cpu=40, memory_mb=1536, threads=True)
    return bytes(drawn).startswith(b"%PDF")


def tesseract() -> Seen:
    if shutil.which("tesseract") is None:
        return "warn", _("Not installed: scanned pages stay pictures."), _install("tesseract-ocr", "tesseract")
    return "good", _("Installed."), ""


def mail_server() -> Seen:
    if (way := mail.way()) is None:
        return "warn", _("Not set up: invitations are shown as links, messages can be exported."), _("Page Mail.")
    try:
        socket.create_connection((way.host, way.port), timeout=3).close()
    except OSError as error:
        said = _("%(host)s does not answer: %(error)s") % {"host": way.host, "error": error}
        return "bad", said, _("Check the name and the port on the page Mail.")
    return "good", way.host, ""


def scanner() -> Seen:
    if scanning.answers():
        return "good", _("It answers."), ""
    said = _("It does not answer at %(place)s; no file is taken in.") % {"place": settings.CLAMD}
    return "bad", said, _("Type: %(line)s") % {"line": "sudo systemctl restart clamav-daemon"}


def disk() -> Seen:
    free = shutil.disk_usage(settings.DATA_DIR).free
    said = _("%(size)s GB free") % {"size": f"{free / 2**30:.1f}"}
    if free < TOO_LITTLE_DISK:
        return "bad", said, _("Make room: nothing can be saved soon.")
    return ("warn", said, _("Make room soon.")) if free < LITTLE_DISK else ("good", said, "")


def backups() -> Seen:
    shelf.check()
    newest = shelf.newest_proven()
    if newest is None:
        return "warn", _("None was taken and proven yet."), _("Press Back up now on the page Backups.")
    said = _("The newest proven one is of %(when)s.") % {"when": moment(newest.made_at)}
    if shelf.is_overdue():
        return "bad", said, _("Press Back up now on the page Backups; look at the job if it fails.")
    return "good", said, ""


def recent_copies() -> Seen:
    """Every quarter of an hour when something happened; the demo takes none."""
    if not recent.are_taken():
        return "good", _("None are taken here."), ""
    copies = recent.kept()
    said = _("None yet.")
    if copies:
        said = _("%(count)d, the newest of %(when)s.") % {"count": len(copies), "when": moment(copies[0].made_at)}
    if recent.is_late():
        return (
            "bad",
            said,
            _("What was done since is in no copy: see the lines on the clock, the workers and the disk."),
        )
    return "good", said, ""


def recovery_passphrase() -> Seen:
    if recovery.card() is None:
        return "warn", _("None was made yet."), _("Make one on the page Backups and print it.")
    return "good", _("Made."), ""


def clock() -> Seen:
    """The clock must not be behind what was already written."""
    now = timezone.now()
    newest = max(path.stat().st_mtime for path in (Path(settings.BASE_DIR) / "unionops").glob("*.py"))
    last = Event.objects.order_by("-number").values_list("at", flat=True).first()
    behind = last is not None and last > now + timedelta(minutes=2)
    if behind or now.timestamp() < newest - 86400:
        said = _("This machine says %(now)s, which is in the past.") % {"now": moment(now)}
        return "bad", said, _("Set the clock (timedatectl set-ntp true); deadlines depend on it.")
    return "good", date_format(timezone.localtime(now), f"{MOMENT}, T"), ""


def permissions() -> Seen:
    """Only the owner may look into the two folders, and into the keys."""
    open_to_others = [
        str(path)
        for path in (Path(settings.DATA_DIR), Path(settings.SECRETS_DIR), *Path(settings.SECRETS_DIR).iterdir())
        if path.stat().st_mode & 0o077
    ]
    if open_to_others:
        said = _("Others may read: %(paths)s") % {"paths": ", ".join(open_to_others[:3])}
        return "bad", said, _("Type: chmod -R go= and the folder")
    if Path(settings.SECRETS_DIR).is_relative_to(settings.DATA_DIR):
        return "bad", _("The keys lie inside the data folder."), _("Set UNIONOPS_SECRETS to another folder.")
    if Path(settings.DATA_DIR).stat().st_uid != os.getuid():
        return "warn", _("The data folder belongs to another user."), _("Run the box as that user.")
    return "good", _("Only the user who runs the box."), ""


def theft() -> Seen:
    """The keys open what is sealed, and lie on this machine: sealed themselves, or on a disk that is, or open."""
    if left := secrets_folder.is_sealed() and secrets_folder.unsealed():
        said = _("Sealing the keys was cut off; these still lie open: %(names)s.") % {"names": ", ".join(left)}
        return "bad", said, _("Stop the box, then type: ./manage.py seal")
    if secrets_folder.is_sealed():
        return "good", _("The keys are sealed with a passphrase, which is typed after each start."), ""
    sealed = theft_of.is_encrypted(Path(settings.SECRETS_DIR))
    if sealed:
        return "good", _("The disk with the keys is encrypted."), ""
    said = _("The disk with the keys is not encrypted: whoever takes the machine can read everything.")
    if sealed is None:
        said = _("This system does not say whether the disk with the keys is encrypted.")
    advice = _("Encrypt the disk (LUKS, FileVault), or seal the keys with a passphrase: stop the box, ./manage.py seal")
    return "warn", said, advice


def stored_files() -> Seen:
    """Every upload's row has its file."""
    names = set(Upload.objects.values_list("stored_as", flat=True))
    missing = sum(1 for name in names if not store.place(name).exists())
    if missing:
        said = _("%(count)d stored files are missing.") % {"count": missing}
        return "bad", said, _("Restore the newest backup beside this one and compare.")
    return "good", _("%(count)d, all there.") % {"count": len(names)}, ""
