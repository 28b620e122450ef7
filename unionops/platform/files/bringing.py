"""Files of this machine that a command is pointed at."""

from pathlib import Path

from unionops.platform.core.problems import Problem
from unionops.platform.files.kinds import LARGEST, human_size


def read_path(path: Path, *, code: str = "no_file") -> bytes:
    """The bytes of a file or a pipe, up to the size of an upload and never more. Raises Problem with that code."""
    try:
        with path.open("rb") as source:
            data = source.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        why = getattr(error, "strerror", None) or error
        raise Problem(code, f"The file {path} cannot be read: {why}.", "Check the path and its permissions.") from error
    if len(data) > LARGEST:
        raise Problem("too_large", f"The file {path} is larger than {human_size(LARGEST)}.", "Split it.")
    return data
