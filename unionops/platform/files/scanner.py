"""A virus scanner beside the box, where the local runs one: clamd, asked over its socket before a file is kept."""

import socket
import struct

from django.conf import settings
from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem

PIECE = 64 * 1024
PATIENCE = 60.0  # seconds for one answer
CLEAN, HARMFUL = "OK", "FOUND"


def scan(data: bytes, name: str) -> None:
    """Problem `infected`, or `not_scanned` where no answer came: what nobody looked at is not kept."""
    if not settings.CLAMD:
        return
    words, _space, verdict = _asked(b"zINSTREAM\0", data).removeprefix("stream: ").rpartition(" ")
    if verdict == HARMFUL:
        said = _("The virus scanner found %(what)s in %(name)s. The file was not kept.") % {"what": words, "name": name}
        raise Problem("infected", said, _("Do not open it, and tell whoever gave it to you."))
    if verdict != CLEAN:
        raise _silent(f"{words} {verdict}".strip())


def answers() -> bool:
    try:
        return _asked(b"zPING\0") == "PONG"
    except Problem:
        return False


def _asked(command: bytes, data: bytes = b"") -> str:
    """What clamd says; the file goes to it in pieces, each with its length before it, an empty one at the end."""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PATIENCE)
            line.connect(settings.CLAMD)
            line.sendall(command)
            for at in range(0, len(data), PIECE):
                piece = data[at : at + PIECE]
                line.sendall(struct.pack(">I", len(piece)) + piece)
            if data:
                line.sendall(bytes(4))
            return b"".join(iter(lambda: line.recv(4096), b"")).decode(errors="replace").strip("\0 \n")
    except OSError as error:
        raise _silent(error.strerror or str(error)) from error


def _silent(why: str) -> Problem:
    return Problem(
        "not_scanned",
        _("The virus scanner of this box gave no verdict (%(why)s), so the file was not kept.") % {"why": why},
        _("Try again in a minute. Whoever looks after the machine starts it: sudo systemctl restart clamav-daemon"),
    )
