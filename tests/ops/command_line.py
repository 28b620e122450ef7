"""Runs commands as a script would, one process each, but loads the program only once.

Reads one JSON list of words per line on standard input, forks for each, and answers with one line
`{"status", "out", "err"}`: exit status and the whole text of both streams.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from typing import IO, Any


def main() -> None:
    import django

    os.umask(0o077)
    os.environ["DJANGO_SETTINGS_MODULE"] = "unionops.settings"
    django.setup()
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


def answer(words: list[str]) -> dict[str, Any]:
    """Status and streams of `manage.py WORDS`."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            become(words, out, err)
        _, status = os.waitpid(child, 0)
        return {"status": os.waitstatus_to_exitcode(status), "out": text(out), "err": text(err)}


def become(words: list[str], out: IO[bytes], err: IO[bytes]) -> None:
    """The child: its streams are files, its standard input is empty, its end is the command's."""
    from unionops.command_line import CommandLine

    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    status = 0
    try:
        CommandLine(["manage.py", *words]).execute()
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode()


if __name__ == "__main__":
    main()
