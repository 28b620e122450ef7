"""Turns texts into vectors with the local model for that; the rows they come from decide who may find them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from unionops.platform.access.models import User
from unionops.platform.ai import asking, client, doors, faults, hygiene, keeping, services
from unionops.platform.ai.doors import Door
from unionops.platform.ai.listening import Reply
from unionops.platform.ai.models import Role
from unionops.platform.ai.state import state
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.search.windows import WORDS

BATCH = 16
PATIENT = replace(client.SHORT, first=600.0)
QUICK = replace(client.SHORT, first=3.0)  # a search that gets no vector in time goes on with words alone
QUERY_PREFIX = {
    "embeddinggemma": "task: search result | query: ",
    "qwen3-embedding": "Instruct: Given a question, retrieve passages that answer it\nQuery: ",
}


class ForSearch:
    """What the search uses: `embed`, and a name for the vectors so that two models are never mixed."""

    def profile(self) -> str:
        try:
            found = state(role=Role.EMBED)
            door = doors.open_door(Role.EMBED) if found.ready else None
        except Problem:
            return ""
        if door is None:
            return ""
        facts = [door.model.digest, _prefix(door), str(door.profile.load_options()), str(WORDS)]
        return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:40]

    def embed(
        self, texts: Sequence[str], *, by: User, query: bool = False, task: JobHandle | None = None
    ) -> list[list[float]]:
        return embed(texts, by=by, query=query, task=task)


def _prefix(door: Door) -> str:
    return next((words for name, words in QUERY_PREFIX.items() if door.model.name.startswith(name)), "")


def embed(texts: Sequence[str], *, by: User, query: bool = False, task: JobHandle | None = None) -> list[list[float]]:
    """One vector per text, in order, unit length; nothing is cut off.

    A text that the model has no room for (figures and dots take more of it than words) is read in parts, and their
    mean is its vector.
    """
    if not texts:
        return []
    door = asking.enter(Role.EMBED, by)
    patience = QUICK if query else PATIENT
    prefix = _prefix(door)
    given = [(prefix if query else "") + hygiene.clean(text).text for text in texts]

    def read(batch: list[str]) -> list[list[float]]:
        answer = _answer(door, batch, patience)
        if not query:
            _keep(door, batch, answer, by, task)
        return list(answer["embeddings"])

    vectors: list[list[float]] = []
    for start in range(0, len(given), BATCH):
        if task:
            task.progress(start, len(given))
        vectors += _with_room(read, given[start : start + BATCH])
    return vectors


def _with_room(read: Callable[[list[str]], list[list[float]]], texts: list[str]) -> list[list[float]]:
    """The vectors of texts of which some may be too long for the model."""
    try:
        return read(texts)
    except faults.PromptTooLongError:
        if len(texts) == 1 and len(texts[0]) < 2:
            raise faults.too_long() from None
    if len(texts) > 1:
        half = len(texts) // 2
        return _with_room(read, texts[:half]) + _with_room(read, texts[half:])
    middle = _gap(texts[0])
    return [_mean(_with_room(read, [texts[0][:middle]]) + _with_room(read, [texts[0][middle:]]))]


def _gap(text: str) -> int:
    """Where to cut a text in two: between words near its middle, if it has any."""
    middle = len(text) // 2
    return text.find(" ", middle) if " " in text[middle:-1] else middle


def _mean(vectors: Sequence[Sequence[float]]) -> list[float]:
    sums = [sum(values) for values in zip(*vectors, strict=True)]
    length = math.hypot(*sums) or 1.0
    return [value / length for value in sums]


def _body(door: Door, texts: list[str]) -> dict[str, Any]:
    options = door.profile.load_options()
    return {
        "model": door.wire_name,
        "input": texts,
        "truncate": False,
        "keep_alive": door.profile.keep_alive,
        "options": options,
    }


def _answer(door: Door, texts: list[str], patience: client.Patience) -> Mapping[str, Any]:
    """The reply with as many vectors as texts."""
    answer = client.refuse_remote(client.post(door.host.url, "/api/embed", _body(door, texts), patience))
    vectors = answer.get("embeddings")
    if not isinstance(vectors, list) or len(vectors) != len(texts):
        raise faults.broken_off()
    return answer


def _keep(door: Door, texts: list[str], answer: Mapping[str, Any], by: User, task: JobHandle | None) -> None:
    end = {"done_reason": "stop", "load_duration": answer.get("load_duration")}
    end |= {"prompt_eval_count": answer.get("prompt_eval_count"), "total_duration": answer.get("total_duration")}
    facts = keeping.provenance(door, task) | keeping.numbers(Reply(text="-", end=end), "")
    options = door.profile.load_options()
    services.keep_run(by=by, about=None, **facts, messages_sha256=keeping.sha("\n".join(texts)), options=options)
