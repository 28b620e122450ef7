"""Tasks that misbehave in every way a hostile file could make a parser misbehave."""

import io
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import python_calamine

from unionops.platform.core.problems import Problem


def echo(data: bytes, **options: object) -> dict[str, object]:
    return {"size": len(data), **options}


def double(data: bytes) -> bytes:
    return data * 2


def count(data: bytes, *, upto: int) -> Iterator[int]:
    yield from range(upto)


def chatter(data: bytes) -> str:
    print("a library prints")
    os.write(1, b"and writes\n")
    return "answer"


def refuse(data: bytes) -> None:
    raise Problem("no_columns", "The sheet has no header row.", "Put the names in row 1.")


def stumble(data: bytes) -> None:
    raise ValueError("with the member's name in it")


def panic(data: bytes) -> None:
    raise BaseException("past Exception, as Rust panics do")


def swell(data: bytes) -> int:
    return len(bytearray(4 << 30))


def spin(data: bytes) -> None:
    while True:
        pass


def sleep(data: bytes) -> None:
    time.sleep(60)


def crash(data: bytes) -> None:
    os.kill(os.getpid(), 11)


def flood(data: bytes) -> str:
    return "x" * (9 << 20)


def garble(data: bytes) -> float:
    return float("nan") if data else 0.0


def connect(data: bytes) -> str:
    return _said(lambda: socket.socket())


def start_program(data: bytes) -> str:
    return _said(lambda: subprocess.run(["/bin/true"], check=False))


def read(data: bytes, *, path: str) -> str:
    return _said(lambda: Path(path).read_text())


def write(data: bytes, *, path: str) -> str:
    return _said(lambda: Path(path).write_text("x"))


def _said(deed: Callable[[], object]) -> str:
    try:
        deed()
    except OSError as error:
        return type(error).__name__
    return "done"


def parse_pdf(data: bytes) -> int:
    """Reads all text, as an agreement's import does."""
    document = pypdfium2.PdfDocument(data)
    return sum(len(document[i].get_textpage().get_text_bounded()) for i in range(len(document)))


def parse_sheet(data: bytes) -> int:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return sum(1 for _ in book.get_sheet_by_index(0).iter_rows())


def may_start(data: bytes) -> int:
    """How many processes and threads the limits allow; root would be allowed them all the same."""
    import resource

    return resource.getrlimit(resource.RLIMIT_NPROC)[0]
