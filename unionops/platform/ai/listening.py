"""One request on the wire: the same options every time, the text as it grows, and a Stop that closes the connection."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from unionops.platform.ai import client, faults, hygiene
from unionops.platform.ai.doors import Door
from unionops.platform.core.progress import Phase
from unionops.platform.jobs.handle import JobHandle

SEED = 7


@dataclass
class Reply:
    """One answer as it came: its text without thoughts, and how it ended."""

    text: str = ""
    thinking_chars: int = 0
    end: Mapping[str, Any] = field(default_factory=dict)
    waited_ms: int = 0
    problem: BaseException | None = None

    @property
    def is_cut(self) -> bool:
        return self.end.get("done_reason") != "stop"


def body_of(door: Door, options: Mapping[str, Any]) -> dict[str, Any]:
    """What every request says, so that nothing is cut or shifted in silence and the model is loaded one way only."""
    thinks = "low" if door.model.name.startswith("gpt-oss") else False
    return {
        "model": door.wire_name,
        "stream": True,
        "truncate": False,
        "shift": False,
        "think": thinks,
        "keep_alive": door.profile.keep_alive,
        "options": {**door.profile.load_options(), "seed": SEED, **options},
    }


def listen(
    door: Door, body: Mapping[str, Any], reply: Reply, task: JobHandle | None, *, show: bool, predict: int
) -> None:
    """Read the stream into the reply; the person sees the text grow, and Stop closes the connection."""
    began = time.monotonic()
    pieces: list[str] = []
    if task:
        task.phase(Phase.WAITING_MODEL)
    for line in client.stream(
        door.host.url, "/api/chat", body, patience=patience_for(door, body), tick=_tick(task, pieces)
    ):
        if "error" in line:
            raise faults.of_line(str(line["error"]))
        _take(line, pieces, reply, task, began, show=show)
        if line.get("done"):
            reply.end = line
            break
        if task:
            task.progress(min(len(pieces), predict - 1), predict)
    reply.text, inside = hygiene.without_thinking("".join(pieces))
    reply.thinking_chars += inside
    if not reply.end:
        raise faults.broken_off()


def _take(
    line: Mapping[str, Any], pieces: list[str], reply: Reply, task: JobHandle | None, began: float, *, show: bool
) -> None:
    message = line.get("message") or {}
    if not pieces and not reply.thinking_chars:
        reply.waited_ms = int(1000 * (time.monotonic() - began))
        if task:
            task.phase(Phase.GENERATING)
    reply.thinking_chars += len(message.get("thinking") or "")
    if content := message.get("content"):
        pieces.append(content)
        if task and show:
            task.write(content)


def _tick(task: JobHandle | None, pieces: list[str]) -> Callable[[], None]:
    def tick() -> None:
        if task:
            task.progress(len(pieces))

    return tick


def patience_for(door: Door, body: Mapping[str, Any]) -> client.Patience:
    """Long enough for a slow box, known from its own speed; an unknown box gets the benefit of the doubt."""
    profile = door.profile
    characters = sum(len(message["content"]) for message in body["messages"])
    reading = characters / profile.chars_per_token / (profile.prompt_speed or 20.0)
    writing = body["options"]["num_predict"] / (profile.write_speed or 2.0)
    first = 120.0 + max(300.0, 3 * (profile.load_seconds or 0.0)) + 2 * reading
    return client.Patience(first=first, total=first + 3 * writing + 60.0)
