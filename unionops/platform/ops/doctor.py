"""Is this box well? One finding per part, each with what to do about it."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem
from unionops.platform.core.registry import Registry
from unionops.platform.ops import symptoms

log = logging.getLogger(__name__)

AT_START = ("database", "settings", "clock", "permissions", "disk", "backups", "files")
GOOD, WARN, BAD = "good", "warn", "bad"


@dataclass(frozen=True)
class Finding:
    """`state` is good, warn (works, but) or bad; `advice` says what to do."""

    name: str
    title: str
    state: str
    said: str
    advice: str = ""


Look = Callable[[], tuple[str, str, str]]
more: Registry[tuple[str | Promise, Look]] = Registry()


def looks() -> dict[str, tuple[str, Look]]:
    """Every part: its slug, its name for people, and how to look at it; apps add their own to `more`."""
    named = {name: (str(more[name][0]), more[name][1]) for name in more.names()}
    if settings.CLAMD:
        named["scanner"] = (_("Virus scanner (clamd)"), symptoms.scanner)
    return {
        "database": (_("Database"), symptoms.database),
        "settings": (_("Database settings"), symptoms.database_settings),
        "program": (_("Program"), symptoms.program),
        "tables": (_("Tables"), symptoms.tables),
        "redis": (_("Job queue (Redis)"), symptoms.redis),
        "worker": (_("Workers"), symptoms.worker),
        "beat": (_("Clock for planned work"), symptoms.beat),
        "ollama": (_("Model (Ollama)"), symptoms.model),
        "pango": (_("PDF (Pango)"), symptoms.pango),
        "tesseract": (_("Reading scans (Tesseract)"), symptoms.tesseract),
        "mail": (_("Mail"), symptoms.mail_server),
        "disk": (_("Disk"), symptoms.disk),
        "backups": (_("Backups"), symptoms.backups),
        "recent": (_("Copies of the last hours"), symptoms.recent_copies),
        "recovery": (_("Recovery passphrase"), symptoms.recovery_passphrase),
        "clock": (_("Date and time"), symptoms.clock),
        "permissions": (_("Who may read the data folder"), symptoms.permissions),
        "theft": (_("If the machine is stolen"), symptoms.theft),
        "files": (_("Stored files"), symptoms.stored_files),
        **named,
    }


def examine() -> list[Finding]:
    """All findings; a look that fails is a finding too."""
    return [_examine(name, title, look) for name, (title, look) in looks().items()]


def at_start() -> list[Finding]:
    """What must be mended before people work on the box: a damaged file, a wrong clock, open keys, a full disk."""
    every = looks()
    return [found for name in AT_START if (found := _examine(name, *every[name])).state == BAD]


def _examine(name: str, title: str, look: Look) -> Finding:
    try:
        state, said, advice = look()
    except Problem as problem:
        state, said, advice = BAD, problem.message, problem.hint
    except DatabaseError:
        state, said = BAD, _("The database cannot be read, so this could not be looked at.")
        advice = _("See the lines on the database and its tables.")
    except Exception:  # whatever is wrong with the box, the doctor must not fall ill of it
        log.exception("the doctor could not look at: %s", name)
        state, said = BAD, _("This part could not be looked at.")
        advice = _(
            "Start the box again (Ctrl-C, then bin/run). If it stays, the newest log in the data folder says why."
        )
    return Finding(name, title, state, str(said), str(advice))


def report() -> dict[str, Any]:
    findings = examine()
    return {
        "ok": all(finding.state != BAD for finding in findings),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "checks": [asdict(finding) for finding in findings],
    }
