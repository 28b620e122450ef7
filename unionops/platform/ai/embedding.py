"""Turns texts into vectors with the local model for that; the rows they come from decide who may find them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
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
    """One vector per text, in order, unit length. Texts of up to about 350 words; longer ones are refused, not cut."""
    if not texts:
        return []
    door = asking.enter(Role.EMBED, by)
    patience = QUICK if query else PATIENT
    prefix = _prefix(door)
    given = [(prefix if query else "") + hygiene.clean(text).text for text in texts]
    vectors: list[list[float]] = []
    for start in range(0, len(given), BATCH):
        if task:
            task.progress(start, len(given))
        answer = _answer(door, given[start : start + BATCH], patience)
        vectors += answer["embeddings"]
        if not query:
            _keep(door, given[start : start + BATCH], answer, by, task)
    return vectors


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
