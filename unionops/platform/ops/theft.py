"""Whether a thief of the machine finds the keys: they lie in a file, and only the disk's own encryption closes that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

BLOCKS = Path("/sys/dev/block")


def is_encrypted(folder: Path) -> bool | None:
    """Whether the disk with that folder is (LUKS, FileVault); None where the system does not say."""
    if sys.platform == "darwin":
        return subprocess.run(["fdesetup", "isactive"], capture_output=True, check=False).returncode == 0
    device = folder.stat().st_dev
    place = BLOCKS / f"{os.major(device)}:{os.minor(device)}"
    return _is_crypt(place.resolve()) if place.exists() else None


def _is_crypt(block: Path) -> bool:
    """The device, or one it is made of: a volume of LVM on a sealed partition, say."""
    mark, below = block / "dm" / "uuid", block / "slaves"
    if mark.exists() and mark.read_text().startswith("CRYPT-"):
        return True
    return any(_is_crypt(each.resolve()) for each in below.iterdir()) if below.is_dir() else False
