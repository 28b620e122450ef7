"""Write a file where a person asked for it: readable by its owner alone, whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from unionops.platform.core.problems import Problem


def write_private(path: Path, data: bytes) -> None:
    """`data` at `path` with mode 0600, taking the place of a file that stands there. Raises Problem.

    Nothing but a plain file is ever replaced, and no mode but that of the new file is changed.
    """
    if path.exists() and not path.is_file():
        raise Problem("out", f"{path} is not a file.", "Name the file to write, not a folder.")
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink:
            sink.write(data)
            sink.flush()
            os.fsync(sink.fileno())
        new.replace(path)
    except OSError as error:
        raise Problem(
            "out", f"{path} cannot be written: {error.strerror}.", "Choose another file or folder."
        ) from error
    finally:
        with suppress(OSError):
            new.unlink()
