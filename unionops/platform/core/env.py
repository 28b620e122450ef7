"""Reads settings from the environment, with `_FILE` variants for secrets in files."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from unionops.platform.core.problems import Problem

LOOK_UP = "docs/settings.md says what it takes."
TRUE = {"1", "true", "yes", "on"}
TLS = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY"}
"""What DATABASE_URL may say of TLS, and the variable by which PostgreSQL's own programs hear of it."""
KEPT_OPEN = 60  # seconds; to open a sealed file anew takes 8 ms, which every page would pay


def text(name: str, default: str = "") -> str:
    """The variable, or the content of the file that `<name>_FILE` points to."""
    path = os.environ.get(f"{name}_FILE")
    try:
        return Path(path).read_text().strip() if path else os.environ.get(name, default)
    except (OSError, ValueError) as error:
        raise Problem("setting", f"The file {path} named by {name}_FILE cannot be read.", LOOK_UP) from error


def flag(name: str, default: bool = False) -> bool:
    value = text(name)
    return value.strip().lower() in TRUE if value else default


def number(name: str, default: int) -> int:
    value = text(name)
    try:
        return int(value) if value else default
    except ValueError as error:
        raise Problem("setting", f"{name} is {value!r}, which is not a number.", LOOK_UP) from error


def time_zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        said = f"{name} is {value!r}; there is no time zone of that name."
        raise Problem("setting", said, "Write it like America/Chicago.") from error


def words(name: str, default: str = "") -> list[str]:
    """Parted by commas or spaces."""
    return text(name, default).replace(",", " ").split()


def postgres(url: str) -> dict[str, object]:
    """`postgres://user:password@host:port/name?sslmode=verify-full` as Django's database settings."""
    try:
        parts = urlsplit(url)
        port = parts.port or ""
        named = parts.scheme in {"postgres", "postgresql"} and parts.path.strip("/")
        asked = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    except ValueError:
        named = ""
    if not named:
        said = "DATABASE_URL does not name a PostgreSQL database."
        raise Problem("setting", said, "Write it as postgres://user:password@host/name, or leave it out.")
    if unknown := asked.keys() - TLS:
        said = f"DATABASE_URL asks for {', '.join(sorted(unknown))}, which is not known here."
        raise Problem("setting", said, f"After the question mark may stand: {', '.join(TLS)}.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port),
        "CONN_MAX_AGE": KEPT_OPEN,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "options": "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000",
            **asked,
        },
    }
