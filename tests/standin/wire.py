"""How the server writes JSON, single answers and lines."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.standin.server import Handler

JSON = "application/json; charset=utf-8"


def dumps(value: Any) -> bytes:
    """As Go writes it: no spaces, and <, >, & escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text.encode()


def send(h: "Handler", value: Any, status: int = 200, media_type: str = JSON) -> None:
    h.reply(status, dumps(value), media_type)


def error(h: "Handler", status: int, text: str, media_type: str = JSON) -> None:
    send(h, {"error": text}, status, media_type)


def send_lines(h: "Handler", rows: Iterable[dict[str, Any]]) -> None:
    h.begin_stream()
    for row in rows:
        h.chunk(dumps(row) + b"\n")
    h.end_chunks()
