"""The client: the only door, and what it does with odd lines, sizes and silence."""

import ast
import json
import socketserver
import threading
from pathlib import Path

import pytest

from unionops.platform.ai import client
from unionops.platform.core.problems import Problem

ROOT = Path(__file__).resolve().parents[2]
SHORT = client.Patience(connect=1, first=2, between=1, total=5)


def test_nobody_else_speaks_to_the_model_server():
    allowed = {ROOT / "unionops/platform/ai/client.py"}
    found = set()
    for folder in ("unionops", "members", "contracts", "grievances", "comms"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                if {name.split(".")[0] for name in names} & {"httpx", "ollama", "requests", "aiohttp"}:
                    found.add(path)
    assert found == allowed


class Raw:
    """A server that answers every request with the given bytes."""

    def __init__(self, answer: bytes, linger: float = 0.0):
        gone = self.gone = threading.Event()

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                while self.rfile.readline().strip():
                    pass
                self.wfile.write(answer)
                self.wfile.flush()
                self.request.settimeout(5)
                if linger:
                    gone.wait(linger)

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_exc):
        self.gone.set()
        self.server.shutdown()
        self.server.server_close()


def http(body: bytes, length: int | None = None, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body


def lines(url, patience=SHORT):
    return list(client.stream(url, "/api/chat", {"model": "m"}, patience=patience, tick=lambda: None))


def test_a_line_end_of_another_kind_inside_a_text_parts_nothing():
    text = "one\u0085two\u2028three\x0cfour"
    body = (json.dumps({"message": {"content": text}}, ensure_ascii=False) + "\n" + json.dumps({"done": True})).encode()
    with Raw(http(body)) as server:
        assert [line.get("message", line) for line in lines(server.url)] == [{"content": text}, {"done": True}]


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (http(b'{"message": {"content": "a"}}\n{"mess', length=900), "broke off"),
        (http(b"<html>hello</html>\n"), "does not speak like Ollama"),
        (http(b"[1, 2]\n"), "does not speak like Ollama"),
        (http(b'{"done": false, "remote_host": "https://ollama.com"}\n'), "thrown away"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "broke off"),
        (http(b"", status="302 Found"), "not followed"),
    ],
)
def test_odd_answers_end_in_a_plain_sentence(answer, says):
    with Raw(answer) as server, pytest.raises(Problem, match=says):
        lines(server.url)


@pytest.mark.parametrize("answer", [b"SSH-2.0-OpenSSH_9.2\r\n", http(b"not json"), http(b"[]"), b""])
def test_short_questions_to_something_else_end_in_a_plain_sentence(answer):
    with Raw(answer) as server, pytest.raises(Problem):
        client.get(server.url, "/api/version", SHORT)


def test_a_flood_without_line_ends_is_refused(monkeypatch):
    monkeypatch.setattr(client, "LONGEST_LINE", 1000)
    with Raw(http(b"x" * 5000)) as server, pytest.raises(Problem, match="too long"):
        lines(server.url)


def test_the_whole_of_a_stream_has_an_end_however_slowly_it_drips():
    patience = client.Patience(connect=1, first=5, between=5, total=0.3)
    with Raw(http(b'{"message": {}}\n', length=99), linger=5) as server, pytest.raises(Problem, match="silent"):
        lines(server.url, patience)


def test_what_the_tick_raises_ends_the_stream_at_once():
    def tick():
        raise KeyError("stop")

    with Raw(http(b'{"message": {}}\n', length=99), linger=5) as server, pytest.raises(KeyError):
        list(client.stream(server.url, "/api/chat", {}, patience=SHORT, tick=tick))


def test_a_consumer_that_leaves_closes_the_connection(standin):
    standin.says(text="word and word " * 5000, delay_token=0.01)
    body = {"model": "qwen3.5:4b", "messages": [{"role": "user", "content": "x"}], "think": False}
    stream = client.stream(standin.url, "/api/chat", body, patience=SHORT, tick=lambda: None)
    for number, _line in enumerate(stream):
        if number == 5:
            break
    stream.close()
    left = standin.wait_until_left(seconds=60)
    assert left and left[0].tokens < 10_000
    assert not [thread for thread in threading.enumerate() if thread.name == "ollama-stream"]
