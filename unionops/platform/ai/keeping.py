"""What is written down about one request: the model's passport, the numbers, how it ended."""

from __future__ import annotations

import hashlib
from typing import Any

from unionops.platform.ai import guard
from unionops.platform.ai.doors import Door
from unionops.platform.ai.listening import Reply
from unionops.platform.ai.models import Outcome
from unionops.platform.core.progress import Stopped
from unionops.platform.jobs.errors import LeaseLost
from unionops.platform.jobs.handle import JobHandle


def provenance(door: Door, task: JobHandle | None) -> dict[str, Any]:
    from_show = guard.told(door.host.url, door.model.name, door.model.digest)
    return {
        "job": task.job.public_id if task else None,
        "profile": door.profile,
        "host": door.host.url,
        "server_version": door.host.version,
        "model_name": door.model.name,
        "model_digest": door.model.digest,
        "template_sha256": from_show["template_sha256"],
    }


def numbers(reply: Reply, why: str) -> dict[str, Any]:
    """The numbers of the last line; nanoseconds on the wire, milliseconds here."""
    end = reply.end
    durations = {"load_ms": "load_duration", "prompt_ms": "prompt_eval_duration", "answer_ms": "eval_duration"}
    times = {mine: int(end.get(theirs) or 0) // 1_000_000 for mine, theirs in durations.items()}
    return {
        "outcome": outcome(reply, why),
        "error_code": getattr(reply.problem, "code", ""),
        "done_reason": str(end.get("done_reason") or "")[:20],
        "answer_sha256": sha(reply.text) if reply.text else "",
        "answer_chars": len(reply.text),
        "thinking_chars": reply.thinking_chars,
        "prompt_tokens": int(end.get("prompt_eval_count") or 0),
        "answer_tokens": int(end.get("eval_count") or 0),
        "waited_ms": reply.waited_ms,
        "total_ms": int(end.get("total_duration") or 0) // 1_000_000,
        **times,
    }


def outcome(reply: Reply, why: str) -> str:
    if isinstance(reply.problem, Stopped | LeaseLost):
        return Outcome.STOPPED
    if reply.problem:
        return Outcome.FAILED
    if reply.is_cut:
        return Outcome.CUT
    return Outcome.INVALID if why else Outcome.DONE


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
