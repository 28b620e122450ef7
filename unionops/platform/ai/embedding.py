"""Turns texts into vectors with the local model for that; the rows they come from decide who may find them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from unionops.platform.access.models import User
from unionops.platform.ai import asking, client, faults, hygiene, keeping, services
from unionops.platform.ai.doors import Door
from unionops.platform.ai.listening import Reply
from unionops.platform.ai.models import Role
from unionops.platform.jobs.handle import JobHandle

BATCH = 16
QUERY_PREFIX = {
    "embeddinggemma": "task: search result | query: ",
    "qwen3-embedding": "Instruct: Given a question, retrieve passages that answer it\nQuery: ",
}


def embed(texts: Sequence[str], *, by: User, query: bool = False, task: JobHandle | None = None) -> list[list[float]]:
    """One vector per text, in order, unit length. Texts of up to about 350 words; longer ones are refused, not cut."""
    if not texts:
        return []
    door = asking.enter(Role.EMBED, by)
    prefix = next((words for name, words in QUERY_PREFIX.items() if door.model.name.startswith(name)), "")
    given = [(prefix if query else "") + hygiene.clean(text).text for text in texts]
    vectors: list[list[float]] = []
    for start in range(0, len(given), BATCH):
        if task:
            task.progress(start, len(given))
        vectors += _vectors(door, given[start : start + BATCH], by, task)
    return vectors


def _vectors(door: Door, texts: list[str], by: User, task: JobHandle | None) -> list[list[float]]:
    body = {
        "model": door.wire_name,
        "input": texts,
        "truncate": False,
        "keep_alive": door.profile.keep_alive,
        "options": door.profile.load_options(),
    }
    answer = client.refuse_remote(client.post(door.host.url, "/api/embed", body, replace(client.SHORT, first=600.0)))
    vectors = answer.get("embeddings")
    if not isinstance(vectors, list) or len(vectors) != len(texts):
        raise faults.broken_off()
    end = {"done_reason": "stop", "load_duration": answer.get("load_duration")}
    end |= {"prompt_eval_count": answer.get("prompt_eval_count"), "total_duration": answer.get("total_duration")}
    facts = keeping.provenance(door, task) | keeping.numbers(Reply(text="-", end=end), "")
    services.keep_run(
        by=by, about=None, **facts, messages_sha256=keeping.sha("\n".join(texts)), options=body["options"]
    )
    return vectors
