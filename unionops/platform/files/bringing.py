"""Files of this machine that a command is pointed at."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from unionops.platform.core import json_text
from unionops.platform.core.problems import Problem
from unionops.platform.files.kinds import LARGEST, human_size


def read_path(path: Path) -> bytes:
    """The bytes of a file or a pipe, up to the size of an upload and never more. Raises Problem."""
    try:
        with path.open("rb") as source:
            data = source.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        why = getattr(error, "strerror", None) or error
        message, hint = f"The file {path} cannot be read: {why}.", "Check the path and its permissions."
        raise Problem("no_file", message, hint) from error
    if len(data) > LARGEST:
        raise Problem("too_large", f"The file {path} is larger than {human_size(LARGEST)}.", "Split it.")
    return data


def read_json(path: Path, *, code: str, hint: str, pairs: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """What a JSON file says; `hint` tells what it must hold. Raises Problem with that code, or as `read_path` does.

    `pairs` gets the members of each object, as `object_pairs_hook` of json.loads.
    """
    return parsed(read_path(path), str(path), code=code, hint=hint, pairs=pairs)


def parsed(
    data: bytes, name: str, *, code: str, hint: str, pairs: Callable[[list[tuple[str, Any]]], Any] | None = None
) -> Any:
    try:
        return json_text.loads(data.decode("utf-8-sig"), pairs=pairs)
    except UnicodeDecodeError as error:
        raise Problem(code, f"The file {name} is not UTF-8 text.", "Save it as UTF-8.") from error
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}"
        raise Problem(code, f"The file {name} is not JSON: {error.msg.lower()} at {at}.", hint) from error
    except json_text.NestedError as error:
        raise Problem(code, f"The file {name} is nested too deep to be read.", hint) from error
    except json_text.HalfCharacterError as error:
        raise Problem(code, f"The file {name} holds one half of a character written as two.", hint) from error
    except ValueError as error:  # more digits than Python makes a number of
        raise Problem(code, f"The file {name} holds a number that is too long to be read.", hint) from error
