"""The other side of the pipe: runs one task in a limited process and answers in JSON lines.

Started by `child.py` as `python -I childmain.py`; knows nothing of Django. The first line on
standard input names the task, then come the bytes of the file. Answers are lines of JSON; a value
that is bytes follows its line raw. What a library prints goes nowhere.
"""

import importlib
import inspect
import json
import os
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO


def main() -> None:
    answer = _private_output()
    order = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = [*order["path"], *(p for p in sys.path if p not in order["path"])]
    sys.dont_write_bytecode = True
    _bare_package()
    from unionops.platform.files import jail  # only now does the path lead to it

    with _Confession(answer):
        task = _find(order["task"])
        jail.enter(readable=order["readable"], **order["limits"])
        data = sys.stdin.buffer.read(order["size"])
        _perform(task, data, order["options"], answer)
    answer.flush()
    os._exit(0)


class _Confession:
    """Whatever goes wrong inside is said in the answer; parsers written in Rust panic past Exception."""

    def __init__(self, answer: BinaryIO) -> None:
        self.answer = answer

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if error is not None:
            _say(self.answer, _named(error))
        return True


def _private_output() -> BinaryIO:
    """Keep standard output for answers alone: what libraries print is dropped."""
    answer = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answer


def _bare_package() -> None:
    """The project's package without its `__init__`, which would load Celery: 0.4 s per file."""
    package = types.ModuleType("unionops")
    package.__path__ = [str(Path(__file__).resolve().parents[2])]
    sys.modules["unionops"] = package


def _find(dotted: str) -> Any:
    module, _, name = dotted.partition(":")
    return getattr(importlib.import_module(module), name)


def _perform(task: Any, data: bytes, options: dict[str, Any], answer: BinaryIO) -> None:
    result = task(data, **options)
    if inspect.isgenerator(result):
        for item in _items(result):
            _value(answer, "item", item)
        result = None
    _value(answer, "result", result)


def _items(generator: Iterator[Any]) -> Iterator[Any]:
    yield from generator


def _value(answer: BinaryIO, kind: str, value: Any) -> None:
    if isinstance(value, bytes):
        _say(answer, {"kind": kind, "bytes": len(value)})
        answer.write(value)
    else:
        _say(answer, {"kind": kind, "value": value})
    answer.flush()


def _say(answer: BinaryIO, message: dict[str, Any]) -> None:
    answer.write(json.dumps(message, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _named(error: BaseException) -> dict[str, Any]:
    """A clear refusal travels whole; of any other error only its class name."""
    if all(hasattr(error, field) for field in ("code", "message", "hint")):
        said = {field: str(getattr(error, field)) for field in ("code", "message", "hint")}
        return {"kind": "problem", **said}
    return {"kind": "failed", "error": type(error).__name__}


if __name__ == "__main__":
    main()
