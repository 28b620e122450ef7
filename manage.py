#!/usr/bin/env python3
"""The command line of unionops: `./manage.py doctor`. Uses the environment that `bin/run` made."""

import gc
import importlib.util
import os
import subprocess
import sys
from pathlib import Path


def main() -> None:
    gc.disable()  # what is loaded now stays; the command line turns it on again
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionops.settings")
    if importlib.util.find_spec("django") is None:
        go_on_in_the_environment()
    from unionops.command_line import CommandLine

    CommandLine(sys.argv).execute()


def go_on_in_the_environment() -> None:
    """Typed in a shell, this runs with the system's Python, which knows no Django."""
    here = Path(__file__).resolve().parent
    python = here / os.environ.get("UNIONOPS_VENV", ".venv") / "bin" / "python"
    if not python.exists() or Path(sys.executable) == python:
        sys.exit("The libraries are not installed yet. Type: bin/run prepare")
    sys.exit(subprocess.call([python, __file__, *sys.argv[1:]]))


if __name__ == "__main__":
    main()
