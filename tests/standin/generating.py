"""Chat and generate: checks in the server's order, the context window, and the tokens on their way out."""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.standin import faults, library, wire
from tests.standin.scheduling import FOREVER, Busy, Runner, keeping, window
from tests.standin.script import Answer, Asked

if TYPE_CHECKING:
    from tests.standin.server import Handler

TYPES = {"string", "number", "integer", "object", "array", "boolean", "null"}
TOO_LONG = (
    "the prompt is longer than the context length currently available to the model; shorten the prompt, adjust "
    "the context length in settings, or use a model with a longer context length"
)
LEVELS = 'think must be a boolean or string ("high", "medium", "low", "max", true, or false)'


class Refused(Exception):
    """An answer with an error status."""

    def __init__(self, status: int, text: str, media_type: str = "") -> None:
        super().__init__(text)
        self.status, self.text, self.media_type = status, text, media_type


@dataclass
class Work:
    """One request on its way through the server."""

    h: "Handler"
    body: Mapping[str, Any]
    model: library.Model
    chat: bool
    prompt_tokens: int = 0
    began: int = 0
    loaded: int = 0
    evaluated: int = 0
    thinks: bool = False
    fault: faults.Fault | None = None

    @property
    def options(self) -> Mapping[str, Any]:
        return self.body.get("options") or {}

    @property
    def streams(self) -> bool:
        return self.body.get("stream") is not False

    def line(self, content: str, thinking: str = "") -> dict[str, Any]:
        row: dict[str, Any] = {"model": self.body["model"]}
        if self.fault and self.fault.kind == "remote_answer":
            row |= {"remote_model": "gpt-oss:120b", "remote_host": "https://ollama.com:443"}
        row["created_at"] = library.stamp(datetime.now(UTC))
        if self.chat:
            row["message"] = {"role": "assistant", "content": content} | ({"thinking": thinking} if thinking else {})
        else:
            row["response"] = content
            row |= {"thinking": thinking} if thinking else {}
        return row

    def end(self, reason: str, written: int) -> dict[str, Any]:
        now = time.monotonic_ns()
        row: dict[str, Any] = {"done": True, "done_reason": reason}
        if self.body.get("logprobs"):
            row["logprobs"] = [logprob(self.body.get("top_logprobs"))]
        if not self.chat and not self.body.get("raw"):
            row["context"] = list(range(1400, 1400 + count(messages(self))))
        row |= {"total_duration": now - self.began, "load_duration": self.loaded - self.began}
        row |= {"prompt_eval_count": self.prompt_tokens, "prompt_eval_duration": self.evaluated - self.loaded}
        return row | {"eval_count": written, "eval_duration": now - self.evaluated}


def logprob(top: int | None) -> dict[str, Any]:
    one: dict[str, Any] = {"token": " The", "logprob": -1.5, "bytes": [32, 84, 104, 101]}
    return one | ({"top_logprobs": [dict(one)]} if top else {})


def chat(h: "Handler", body: Any) -> None:
    answer(h, body, True)


def generate(h: "Handler", body: Any) -> None:
    answer(h, body, False)


def answer(h: "Handler", body: Any, is_chat: bool) -> None:
    path = "/api/chat" if is_chat else "/api/generate"
    model = find_model(h, body)
    if model is None or fault_before(h, path):
        return
    work = Work(h, body, model, is_chat, fault=midway(h, path))
    try:
        keep = check(work)
        if not load_only(work, keep):
            run(work, keep)
    except Refused as refused:
        wire.error(h, refused.status, refused.text, refused.media_type or wire.JSON)
    except Busy:
        wire.error(h, 503, faults.BUSY)


def find_model(h: "Handler", body: Any, missing: str = "model '{}' not found") -> library.Model | None:
    """The model, or None after an error was sent."""
    name = body.get("model") or ""
    found = h.standin.library.find(name)
    if not name:
        wire.error(h, 400, "model is required")
    elif not library.GOOD_NAME.match(name.removesuffix(":cloud").removesuffix(":local")):
        wire.error(h, 400, "invalid model name")
    elif library.in_the_cloud(name) or (found and found.remote_host):
        remote(h, body, found)
    elif found is None:
        wire.error(h, 404, missing.format(name))
    else:
        return found
    return None


def remote(h: "Handler", body: Any, stub: library.Model | None) -> None:
    if h.standin.cloud_disabled or stub is None:
        refuse_cloud(h, "remote model is unavailable")
    else:
        media_type = "application/json; charset=utf-8" if body.get("stream") is False else "application/x-ndjson"
        wire.error(h, 500, "open /srv/.ollama/id_ed25519: no such file or directory", media_type)


def refuse_cloud(h: "Handler", what: str) -> None:
    if h.standin.cloud_disabled:
        wire.error(h, 403, f"ollama cloud is disabled: {what}")
    else:
        wire.error(h, 401, "unauthorized")


def fault_before(h: "Handler", path: str) -> bool:
    """Strikes before the first byte; True when the request has been dealt with."""
    fault = next((f for f in h.standin.faults.waiting if f.path == path and f.times), None)
    if fault is None or fault.kind in faults.MIDWAY:
        return False
    fault.times -= 1
    if fault.kind in faults.STATUS:
        wire.error(h, *faults.STATUS[fault.kind])
    elif fault.kind == "redirect":
        h.reply(307, b"", headers=[("Location", fault.to)])
    elif fault.kind == "garbage":
        h.reply(200, b"<html>not what you think</html>", "text/html")
    else:
        h.pause(fault.seconds)
        h.hang_up()
    return True


def midway(h: "Handler", path: str) -> faults.Fault | None:
    fault = next((f for f in h.standin.faults.waiting if f.path == path and f.times), None)
    if fault:
        fault.times -= 1
    return fault


def check(work: Work) -> timedelta:
    body, model = work.body, work.model
    check_options(work)
    try:
        keep = keeping(body.get("keep_alive"))
    except ValueError as bad:
        raise Refused(400, str(bad)) from bad
    if model.embeds:
        raise Refused(400, f'"{body["model"]}" does not support {"chat" if work.chat else "generate"}')
    if body.get("tools") and "tools" not in model.capabilities:
        raise Refused(400, f"registry.ollama.ai/library/{model.name} does not support tools")
    check_format(body.get("format"))
    if work.h.standin.load_timeout:
        raise Refused(500, faults.LOAD)
    return keep


def check_options(work: Work) -> None:
    think, can_think = work.body.get("think"), "thinking" in work.model.capabilities
    if think is not None and not isinstance(think, bool) and think not in ("high", "medium", "low", "max"):
        raise Refused(400, LEVELS)
    if think and not can_think:
        raise Refused(400, f'"{work.body["model"]}" does not support thinking')
    for key in ("num_ctx", "num_predict", "seed", "num_batch"):
        if key in work.options and not isinstance(work.options[key], int):
            raise Refused(500, f'option "{key}" must be of type integer')
    work.thinks = can_think and think is not False


def check_format(wanted: Any) -> None:
    if isinstance(wanted, str) and wanted not in ("", "json"):
        text = json.dumps(json.dumps(wanted))
        raise Refused(500, f'invalid format: {text}; expected "json" or a valid JSON Schema object')
    if isinstance(wanted, dict) and (bad := bad_type(wanted)):
        said = f"Field 'json_schema': \"json_schema\": JSON schema conversion failed:\nJSON schema error at #: {bad}"
        raise Refused(400, nested({"code": 400, "message": said, "type": "invalid_request_error"}))


def bad_type(schema: Any) -> str:
    if schema is True:
        return "unrecognized schema: true"
    if isinstance(schema.get("type"), str) and schema["type"] not in TYPES:
        return f"unrecognized type {schema['type']}"
    return next(filter(None, map(bad_type, schema.get("properties", {}).values())), "")


def nested(inner: dict[str, Any]) -> str:
    return json.dumps({"error": inner}, separators=(",", ":"))


def load_only(work: Work, keep: timedelta) -> bool:
    if work.body.get("messages") or work.body.get("prompt"):
        return False
    if keep <= timedelta():
        work.h.standin.scheduler.unload(work.model)
    else:
        runner = work.h.standin.scheduler.acquire(work.model, work.options, work.body.get("shift"), work.h.gone)
        work.h.standin.scheduler.release(runner, keep)
    reason = "unload" if keep <= timedelta() else "load"
    wire.send(work.h, work.line("") | {"done": True, "done_reason": reason})
    return True


def run(work: Work, keep: timedelta) -> None:
    if work.body.get("_debug_render_only"):
        row = work.line("")
        row["message"]["role"] = ""
        wire.send(work.h, row | {"done": False, "_debug_info": {"rendered_template": prompt_text(work)}})
        return
    asked = Asked(work.model.name, prompt_text(work), messages(work), schema(work), work.options)
    said = work.h.standin.script.answer(asked)
    work.prompt_tokens = fit(work, said)
    work.began = time.monotonic_ns()
    scheduler = work.h.standin.scheduler
    runner = scheduler.acquire(work.model, work.options, work.body.get("shift"), work.h.gone)
    work.loaded = work.evaluated = time.monotonic_ns()
    try:
        deliver(work, said, runner)
    finally:
        scheduler.release(runner, FOREVER if keep > FOREVER else keep)


def messages(work: Work) -> list[Mapping[str, Any]]:
    if work.chat:
        return list(work.body["messages"])
    system = [{"role": "system", "content": work.body["system"]}] if work.body.get("system") else []
    return [*system, {"role": "user", "content": work.body.get("prompt", "")}]


def schema(work: Work) -> Mapping[str, Any] | None:
    wanted = work.body.get("format")
    if wanted == "json":
        return {"type": "object"}
    return wanted if isinstance(wanted, dict) and work.model.hears_format else None


def prompt_text(work: Work) -> str:
    said = "".join(f"<|im_start|>{row['role']}\n{row.get('content', '')}<|im_end|>\n" for row in messages(work))
    return f"{said}<|im_start|>assistant\n"


def fit(work: Work, said: Answer) -> int:
    """How many prompt tokens are evaluated, or the refusal, under the four truncate/shift combinations."""
    rows = messages(work)
    total = said.prompt_tokens or count(rows)
    size = window(work.model, work.options)
    if total <= size:
        return total
    if work.body.get("truncate") is False:
        text = f"request ({total} tokens) exceeds the available context size ({size} tokens), try increasing it"
        inner = {"code": 400, "message": text, "type": "exceed_context_size_error"}
        raise Refused(400, nested(inner | {"n_prompt_tokens": total, "n_ctx": size}))
    kept = [row for row in rows if row["role"] == "system"] + rows[-1:]
    if count(kept) <= size:
        return count(kept)
    if work.body.get("shift") is False:
        raise Refused(400, TOO_LONG)
    return size - (size - 4) // 2


def count(rows: list[Mapping[str, Any]]) -> int:
    return 8 + sum(5 + -(-len(str(row.get("content", ""))) // 4) for row in rows)


def deliver(work: Work, said: Answer, runner: Runner) -> None:
    work.h.pause(said.delay_first)
    work.evaluated = time.monotonic_ns()
    tokens = list(limited(work, said, runner.num_ctx))
    if work.streams:
        stream(work, said, tokens)
    else:
        whole(work, said, tokens)


Token = tuple[str, str]  # (content, thinking)


def limited(work: Work, said: Answer, num_ctx: int) -> Iterator[Token | str]:
    """The tokens that come out, then the reason of the end ('' for an end without a done line)."""
    limit = work.options.get("num_predict") or -1
    limit = limit if limit > 0 else 10 * num_ctx
    room = num_ctx - work.prompt_tokens if work.body.get("shift") is False else limit
    same = 0
    last: Token | None = None
    for number, token in enumerate(spoken(work, said)):
        if number >= min(limit, room):
            yield "length"
            return
        yield token
        same = same + 1 if token == last else 1
        last = token
        if same > 30:
            yield ""
            return
    yield "stop"


def spoken(work: Work, said: Answer) -> Iterator[Token]:
    thoughts = said.thoughts() or (["Let", " me", " look", "."] if work.thinks else [])
    if work.thinks:
        yield from (("", thought) for thought in thoughts)
    elif thoughts and "thinking" in work.model.capabilities and not work.model.hears_think_false:
        yield (f"<think>{''.join(thoughts)}</think>", "")
    yield from ((piece, "") for piece in said.pieces())


def stream(work: Work, said: Answer, tokens: list[Token | str]) -> None:
    reason = str(tokens.pop())
    for number, (content, thinking) in enumerate(tokens):
        work.h.pause(said.delay_token if number else 0)
        if number == 0:
            work.h.begin_stream()
        if work.fault and number == work.fault.after and break_off(work, number):
            return
        work.h.chunk(wire.dumps(work.line(content, thinking) | {"done": False}) + b"\n")
        work.h.sent = number + 1
    if not tokens:
        work.h.begin_stream()
    if work.fault and len(tokens) <= work.fault.after and break_off(work, len(tokens)):
        return
    if reason:
        work.h.chunk(wire.dumps(work.line("") | work.end(reason, counted(work, tokens))) + b"\n")
    work.h.end_chunks()


def counted(work: Work, tokens: list[Any]) -> int:
    """With thinking and a schema the server runs a second pass and tells only that one's numbers."""
    second = work.thinks and schema(work) is not None
    return len([token for token in tokens if not (second and token[1])])


def break_off(work: Work, sent: int) -> bool:
    """Strikes in mid-stream; True when the answer is over."""
    fault = work.fault
    assert fault
    h = work.h
    if fault.kind == "split_utf8":
        data = wire.dumps(work.line("ñandú 🙂") | {"done": False}) + b"\n"
        cut = data.index("🙂".encode()) + 2
        for part in (data[:cut], data[cut:]):
            h.chunk(part)
            h.pause(0.02)
        return False
    if fault.kind == "remote_answer":
        return False
    if fault.kind == "hang_mid":
        h.pause(fault.seconds)
        h.hang_up()
    elif fault.kind == "drop":
        h.hang_up()
    else:
        h.chunk(LAST_WORDS.get(fault.kind, lambda _w, _n: b"")(work, sent) or b"\n")
        h.end_chunks()
    if fault.kind == "error_mid":
        h.standin.scheduler.crash(work.model)
    return True


LAST_WORDS = {
    "error_mid": lambda _work, _sent: wire.dumps({"error": faults.CRASH}) + b"\n",
    "early_stop": lambda work, sent: wire.dumps(work.line("") | work.end("stop", sent)) + b"\n",
    "malformed": lambda _work, _sent: b'{"model":"x","message":{"role"\n',
}


def whole(work: Work, said: Answer, tokens: list[Token | str]) -> None:
    reason = str(tokens.pop())
    work.h.pause(said.delay_token * len(tokens))
    if work.fault and work.fault.kind == "error_mid":
        work.h.standin.scheduler.crash(work.model)
        raise Refused(500, faults.CRASH)
    row = work.line("".join(t[0] for t in tokens), "".join(t[1] for t in tokens))
    cut = not reason or (work.fault is not None and work.fault.kind == "cut")
    wire.send(work.h, row | ({"done": False} if cut else work.end(reason, counted(work, tokens))))
