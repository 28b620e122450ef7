"""Open sealed keys for this process: with what a file descriptor says, or somebody at the terminal."""

import getpass
import os
import subprocess
import sys
from pathlib import Path

from unionops import secrets_folder
from unionops.platform.core.problems import Problem

DESCRIPTOR = "UNIONOPS_PASSPHRASE_FD"
STRETCH = [sys.executable, str(Path(__file__).resolve().parents[2] / "bin" / "supervise.py"), "unionops.sealed.lock"]


def ask() -> None:
    """Before a command on a sealed box. Problem `wrong_passphrase`; where nobody can be asked it stays locked."""
    if secrets_folder.is_locked() and (said := _said()) and not opens(said):
        raise Problem(
            "wrong_passphrase",
            "This passphrase does not open the keys of this box.",
            "Type it again, small and capital letters as they were. The recovery passphrase on paper opens them too.",
        )


def _said() -> str:
    return given() or (getpass.getpass("Passphrase of the keys: ") if sys.stdin.isatty() else "")


def opens(passphrase: str) -> bool:
    """Whether it is the one; Problem `not_tried`. Stretching takes 256 MB for a second, in a process of its own."""
    tried = subprocess.run(STRETCH, input=f"{passphrase}\n", capture_output=True, text=True, check=False)
    if tried.returncode:
        why = (tried.stderr.strip().splitlines() or ["no word"])[-1]
        raise Problem(
            "not_tried",
            f"The passphrase could not be tried: {why}",
            "It takes 256 MB of free memory, and passphrase.json beside the keys. End what else runs, then try again.",
        )
    if tried.stdout:
        secrets_folder.hold(bytes.fromhex(tried.stdout))
    return bool(tried.stdout)


def given() -> str:
    """What the file descriptor says whose number the environment holds; once."""
    number = os.environ.pop(DESCRIPTOR, "")
    said = line(number) if number else ""
    if number and int(number) > sys.stderr.fileno():
        os.close(int(number))
    return said


def line(number: str) -> str:
    """One line of that open file, and not a byte more: the next one may be for somebody else. Problem `setting`."""
    said = bytearray()
    try:
        while (byte := os.read(int(number), 1)) not in {b"", b"\n"}:
            said += byte
    except (OSError, ValueError) as error:
        message = f"{DESCRIPTOR} is {number}, which is no open file descriptor."
        raise Problem("setting", message, f"Write it like: {DESCRIPTOR}=3 ./manage.py ... 3<FILE") from error
    return said.decode(errors="replace").strip()
