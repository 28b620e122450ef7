"""The one-time way into a box that nobody has set up: printed where only its keeper can read it."""

import hashlib
import hmac
import json
import secrets
import time

from unionops import secrets_folder

FILE = "setup.code"
VALID_SECONDS = 60 * 60


def make() -> str:
    """A new code; only its digest is kept, and older codes end."""
    code = secrets.token_urlsafe(18)
    secrets_folder.write(FILE, json.dumps({"digest": _digest(code), "until": time.time() + VALID_SECONDS}))
    return code


def fits(code: str) -> bool:
    """Does this code open the set-up now?"""
    try:
        kept = json.loads(secrets_folder.read(FILE))
    except (FileNotFoundError, ValueError):
        return False
    return time.time() < kept["until"] and hmac.compare_digest(kept["digest"], _digest(code))


def burn() -> None:
    """After set-up no code opens anything."""
    (secrets_folder.folder() / FILE).unlink(missing_ok=True)


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
