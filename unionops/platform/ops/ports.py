"""Is a port free, and who holds it if not."""

import contextlib
import http.client
import shutil
import socket
import subprocess
from pathlib import Path

LISTENING = "0A"
BACKLOG = 512
PATIENCE = 3.0  # seconds for one page


def take(host: str, port: int) -> socket.socket | None:
    """A socket that listens there, or None when somebody else does."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        return None
    return listener


def is_ours(host: str) -> bool:
    """An address this machine can listen on at all: any free port of it will do."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as line:
            line.bind((host, 0))
    except OSError:
        return False
    return True


def is_free(host: str, port: int) -> bool:
    if (listener := take(host, port)) is not None:
        listener.close()
    return listener is not None


def answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=0.2).close()
    except OSError:
        return False
    return True


def serves(host: str, port: int, page: str) -> bool:
    """A page of ours comes, not only a connection."""
    line = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    try:
        line.request("GET", page)
        return line.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def holder(port: int) -> str:
    """ "nginx (process 412)", or "another program" when the system does not say."""
    return _by_proc(port) or _by_lsof(port) or "another program"


def _by_proc(port: int) -> str:
    inodes = {inode for table in ("tcp", "tcp6") for inode in _listening(Path("/proc/net") / table, port)}
    for process in Path("/proc").glob("[0-9]*") if inodes else ():
        with contextlib.suppress(OSError):
            if any(_socket(handle) in inodes for handle in (process / "fd").iterdir()):
                return f"{(process / 'comm').read_text().strip()} (process {process.name})"
    return ""


def _listening(table: Path, port: int) -> list[str]:
    """Inodes of the sockets that listen on the port."""
    try:
        rows = [line.split() for line in table.read_text().splitlines()[1:]]
    except OSError:
        return []
    wanted = f":{port:04X}"
    return [row[9] for row in rows if row[3] == LISTENING and row[1].endswith(wanted)]


def _socket(handle: Path) -> str:
    with contextlib.suppress(OSError):
        target = str(handle.readlink())
        if target.startswith("socket:["):
            return target[8:-1]
    return ""


def _by_lsof(port: int) -> str:
    if not (lsof := shutil.which("lsof")):
        return ""
    command = [lsof, "-nP", f"-iTCP:{port}", "-sTCP:LISTEN", "-Fpc"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    found = {line[0]: line[1:] for line in said if line}
    return f"{found['c']} (process {found['p']})" if {"c", "p"} <= set(found) else ""
