"""What each address answers, apart from the writing of text."""

import hashlib
import json
import math
import re
import time
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.standin import generating, library
from tests.standin.wire import dumps, error, send, send_lines

if TYPE_CHECKING:
    from tests.standin.server import Handler

OFFLINE = (
    'pull model manifest: Get "https://registry.ollama.ai/v2/library/{}/manifests/{}": dial tcp: '
    "lookup registry.ollama.ai on 10.255.255.53:53: no such host"
)


def route(h: "Handler", path: str, raw: bytes) -> None:
    table = {**GET, **POST, **DELETE}
    if path.startswith("/api/blobs/"):
        h.reply(200, b"")
    elif path not in table:
        h.reply(404, b"404 page not found", "text/plain")
    elif h.command in ("GET", "HEAD") and path in GET:
        GET[path](h)
    elif path in {"POST": POST, "DELETE": DELETE}.get(h.command, {}):
        with_body(h, path, raw)
    else:
        allowed = "GET" if path in GET else "POST" if path in POST else "DELETE"
        h.reply(405, b"405 method not allowed", "text/plain", [("Allow", allowed)])


def with_body(h: "Handler", path: str, raw: bytes) -> None:
    if not raw:
        error(h, 400, "missing request body")
        return
    try:
        body = json.loads(raw)
    except ValueError:
        error(h, 400, "unexpected EOF")
        return
    (POST | DELETE)[path](h, body)


def root(h: "Handler") -> None:
    h.reply(200, b"Ollama is running", "text/plain; charset=utf-8")


def version(h: "Handler") -> None:
    if not generating.fault_before(h, "/api/version"):
        send(h, {"version": h.standin.version})


def status(h: "Handler") -> None:
    if not generating.fault_before(h, "/api/status"):
        send(h, {"cloud": {"disabled": h.standin.cloud_disabled, "source": h.standin.cloud_source}})


def tags(h: "Handler") -> None:
    if not generating.fault_before(h, "/api/tags"):
        newest_first = sorted(h.standin.library.models.values(), key=lambda model: model.modified, reverse=True)
        send(h, {"models": [model.tag() for model in newest_first]})


def ps(h: "Handler") -> None:
    rows = []
    for runner in h.standin.scheduler.running():
        model = runner.model
        row = {"name": model.name, "model": model.name, "size": model.size, "digest": model.digest}
        row |= {"details": model.details(), "expires_at": library.stamp(runner.expires), "size_vram": 0}
        rows.append(row | {"context_length": runner.num_ctx})
    send(h, {"models": rows})


def show(h: "Handler", body: Any) -> None:
    name = body.get("model") or body.get("name") or ""
    model = h.standin.library.find(name)
    if generating.fault_before(h, "/api/show"):
        return
    if not name:
        error(h, 400, "model is required")
    elif library.in_the_cloud(name) or (model and model.remote_host and h.standin.cloud_disabled):
        generating.refuse_cloud(h, "remote model details are unavailable")
    elif model is None:
        error(h, 404, f"model '{library.full(name)}' not found")
    else:
        send(h, model.show())


def embed(h: "Handler", body: Any) -> None:
    model = generating.find_model(h, body, missing='model "{}" not found, try pulling it first')
    if model is None or generating.fault_before(h, "/api/embed"):
        return
    texts = [body["input"]] if isinstance(body.get("input"), str) else body.get("input", [])
    if not all(isinstance(text, str) for text in texts):
        error(h, 400, "invalid input type")
    elif not model.embeds:
        error(h, 501, "This server does not support embeddings. Start it with `--embeddings`")
    elif body.get("truncate") is False and any(len(text) // 4 > model.context for text in texts):
        error(h, 400, "the input length exceeds the context length")
    elif texts in ([], [""]):
        send(h, {"model": body["model"], "embeddings": []})
    else:
        send_vectors(h, body, model, texts)


def send_vectors(h: "Handler", body: Any, model: library.Model, texts: list[str]) -> None:
    began = time.monotonic_ns()
    runner = h.standin.scheduler.acquire(model, body.get("options") or {}, None, h.gone)
    loaded = time.monotonic_ns()
    vectors = [vector(text, min(body.get("dimensions") or model.width, model.width)) for text in texts]
    h.standin.scheduler.release(runner, timedelta(minutes=5))
    row = {"model": body["model"], "embeddings": vectors, "total_duration": time.monotonic_ns() - began}
    tokens = sum(min(len(text) // 4 + 1, model.context) for text in texts)
    send(h, row | {"load_duration": loaded - began, "prompt_eval_count": tokens})


def vector(text: str, width: int) -> list[float]:
    """Words hashed into buckets over a faint ground, unit length: texts that share words lie near each other."""
    sums = [(at * 7919 % 997) / 1e5 for at in range(width)]
    for word in re.findall(r"\w+", text.lower()):
        spot = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
        sums[spot % width] += 1.0 if spot >> 63 else -1.0
    length = math.sqrt(sum(value * value for value in sums)) or 1.0
    return [round(value / length, 9) for value in sums]


def embeddings(h: "Handler", body: Any) -> None:
    model = generating.find_model(h, body)
    if model:
        send(h, {"embedding": [value or 0.5 for value in vector(body.get("prompt", ""), model.width)]})


def pull(h: "Handler", body: Any) -> None:
    name = body.get("model", "")
    model = h.standin.library.pullable.get(library.full(name))
    if model is None:
        failure = {"error": OFFLINE.format(*library.full(name).split(":", 1))}
        if body.get("stream") is False:
            send(h, failure, 500, "application/json")
        else:
            send_lines(h, [{"status": "pulling manifest"}, failure])
        return
    h.begin_stream()
    for row in layers(model):
        h.pause(0.002)
        h.chunk(dumps(row) + b"\n")
    h.standin.library.add(model)
    h.chunk(dumps({"status": "success"}) + b"\n")
    h.end_chunks()


def layers(model: library.Model) -> Iterable[dict[str, Any]]:
    yield {"status": "pulling manifest"}
    for part, total in ((model.digest, model.size), (model.digest[::-1], 11_000), (model.digest[5:] + "abcde", 500)):
        layer = {"status": f"pulling {part[:12]}", "digest": f"sha256:{part}", "total": total}
        yield layer
        for step in (1, 2, 3, 4):
            yield layer | {"completed": total * step // 4}
    yield from ({"status": said} for said in ("verifying sha256 digest", "writing manifest", "removing unused layers"))


def create(h: "Handler", body: Any) -> None:
    rows = [{"status": f"using existing layer sha256:{'39bff416' * 8}"} for _ in range(4)]
    if body.get("files"):
        rows = [{"status": said} for said in ("parsing GGUF", "verifying conversion")] + rows
    if any(set(blob.removeprefix("sha256:")) == {"0"} for blob in body.get("files", {}).values()):
        blob = next(iter(body["files"].values())).replace(":", "-")
        send_lines(h, [rows[0], {"error": f"open /models/blobs/{blob}: no such file or directory"}])
        return
    made = library.Model(body["model"], system=body.get("system", ""))
    made.remote_host, made.remote_model = body.get("remote_host", ""), body.get("from", "")
    h.standin.library.add(made)
    rows += [{"status": "writing manifest"}, {"status": "success"}]
    if body.get("stream") is False:
        send(h, rows[-1], media_type="application/json")
    else:
        send_lines(h, rows)


def copy(h: "Handler", body: Any) -> None:
    if h.standin.library.copy(body.get("source", ""), body.get("destination", "")):
        h.reply(200, b"")
    else:
        error(h, 404, f'model "{body.get("source", "")}" not found')


def delete(h: "Handler", body: Any) -> None:
    if h.standin.library.drop(body.get("model", "")):
        h.reply(200, b"")
    else:
        error(h, 404, f"model '{body.get('model', '')}' not found")


def web_search(h: "Handler", _body: Any) -> None:
    generating.refuse_cloud(h, "web search is unavailable")


GET = {"/": root, "/api/version": version, "/api/status": status, "/api/tags": tags, "/api/ps": ps}
POST = {
    "/api/chat": generating.chat,
    "/api/generate": generating.generate,
    "/api/show": show,
    "/api/embed": embed,
    "/api/embeddings": embeddings,
    "/api/pull": pull,
    "/api/create": create,
    "/api/copy": copy,
    "/api/experimental/web_search": web_search,
}
DELETE = {"/api/delete": delete}
