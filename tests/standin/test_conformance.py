"""Replays the recorded exchanges against the stand-in: status, headers, framing, key order, runs of line shapes."""

import json
import socket
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.standin.library import Model, recorded_library
from tests.standin.scheduling import keeping
from tests.standin.server import Standin

WIRE = Path(__file__).resolve().parents[3] / "shared" / "ollama_wire"
NAMES = sorted(path.stem for path in WIRE.glob("[a-z]*.json")) if WIRE.exists() else []
HEADERS = {"Content-Type", "Transfer-Encoding", "Allow", "Access-Control-Allow-Origin", "Vary"}
FAULTS = {
    "runner_killed_midstream": "error_mid",
    "runner_killed_nostream": "error_mid",
    "server_stopped_midstream": "early_stop",
}
HAVE_STUB = ("tags_with_remote", "show_remote_stub", "chat_remote_stub", "delete_remote_stub")


def exchanges(name):
    recorded = json.loads((WIRE / f"{name}.json").read_text())
    return recorded, recorded.get("exchanges") or [recorded]


def prepared(name, recorded, pairs):
    """A stand-in in the state the recorded server was in."""
    standin = Standin(library=recorded_library())
    env = recorded["env"]
    if "OLLAMA_NO_CLOUD unset" in env:
        standin.cloud_disabled, standin.cloud_source = False, "none"
    standin.load_timeout = "OLLAMA_LOAD_TIMEOUT" in env
    standin.scheduler.max_queue = 2 if "MAX_QUEUE=2" in env else 512
    standin.scheduler.max_loaded = 1 if "MAX_LOADED_MODELS=1" in env else 3
    standin.scheduler.parallel = 3 if "NUM_PARALLEL=3" in env else 1
    if name.startswith(HAVE_STUB):
        standin.library.add(Model("sneaky", remote_host="https://ollama.com:11434", remote_model="gpt-oss:120b"))
    if name == "delete":
        standin.library.copy("tinygo", "tinycopy")
    loaded = {"ps_loaded": ["tinygo"], "ps_drafter": ["drafter:v3"], "ps_two_models": ["bow", "slow"]}
    for model in loaded.get(name, ["tinygo"] if name.startswith("ps_after") else []):
        runner = standin.scheduler.acquire(standin.library.find(model), {}, None, lambda: False)
        standin.scheduler.release(runner, timedelta(minutes=5))
    for pair in pairs:
        teach(standin, name, pair)
    if name in FAULTS:
        standin.fails(FAULTS[name], after=len(said(pairs[-1]["response"])[0]))
    return standin


def teach(standin, name, pair):
    """The words themselves are the model's, not the server's: say what was said."""
    response, body = pair.get("response"), pair["request"].get("body") or {}
    tokens, thinking = said(response) if response else ([], [])
    needle = (body.get("messages") or [{}])[-1].get("content", "") or body.get("prompt", "")
    slow = {"delay_token": 0.05} if pair.get("client_aborted") or "started_ms" in pair else {}
    if name in FAULTS or pair.get("client_aborted"):
        tokens = [*(tokens or [" The"]), *(f" w{n}" for n in range(80))]
    prompt_tokens = 17 if name.startswith("ctx_gen_past") else 0
    standin.says(
        needle[:60], times=1, tokens=tokens or [" The"], thinking=thinking, prompt_tokens=prompt_tokens, **slow
    )


def said(response):
    """The tokens of a recorded answer, with more to come where the recorded one was cut."""
    rows = [
        row
        for row in map(parsed, (response.get("body") or "").splitlines())
        if isinstance(row, dict) and "error" not in row
    ]
    thoughts = [(row.get("message") or {}).get("thinking", "") or row.get("thinking", "") for row in rows]
    whole = len(rows) == 1
    tokens = [
        text_of(row) for row, thought in zip(rows, thoughts, strict=True) if whole or not (thought or row.get("done"))
    ]
    ended = rows[-1].get("done_reason") if rows else "stop"
    if whole and ended != "stop" and tokens:
        tokens = list(tokens[0])
    if ended is None and tokens and len(set(tokens[-30:])) == 1:  # the guard against repeats ended it
        tokens += [tokens[-1]] * 40
    return (tokens + list(" and more words" * 40) if ended == "length" else tokens), list(filter(None, thoughts))


def text_of(row):
    return (row.get("message") or {}).get("content") or row.get("response") or ""


def parsed(line):
    try:
        return json.loads(line)
    except ValueError:
        return line


def replay(standin, pair, answers=None, index=0):
    request = pair["request"]
    raw = request.get("raw_body")
    body = raw.encode() if raw is not None else json.dumps(request["body"]).encode() if request["body"] else b""
    headers = {key: value for key, value in request["headers"].items() if key != "Content-Length"}
    if headers.get("Host", "").startswith("127.0.0.1"):
        headers["Host"] = f"127.0.0.1:{standin.port}"
    head = f"{request['method']} {request['path']} HTTP/1.1\r\n"
    head += "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    head += f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", standin.port), timeout=20) as wire:
        wire.sendall(head.encode() + body)
        answer = read_answer(wire, leave_after(pair))
    if answers is not None:
        answers[index] = answer
    return answer


def leave_after(pair):
    """How many lines to read before closing; None reads all, 0 leaves at once."""
    if not pair.get("client_aborted"):
        return None
    return len((pair.get("response") or {}).get("body", "").splitlines())


def read_answer(wire, lines):
    data = b""
    if lines == 0:
        time.sleep(0.1)
        return None
    while part := wire.recv(65536):
        data += part
        if lines is not None and data.count(b"}\n") >= lines:
            break
    head, _, rest = data.partition(b"\r\n\r\n")
    first, *fields = head.decode().split("\r\n")
    headers = dict(field.split(": ", 1) for field in fields)
    framing = (
        "chunked" if "Transfer-Encoding" in headers else "content-length" if "Content-Length" in headers else "none"
    )
    text = unchunked(rest) if framing == "chunked" else rest
    return {"status": int(first.split()[1]), "headers": headers, "framing": framing, "text": text.decode()}


def unchunked(data):
    out = b""
    while data:
        size, _, data = data.partition(b"\r\n")
        length = int(size or b"0", 16)
        if not length:
            break
        out += data[:length]
        data = data[length + 2 :]
    return out


def shape(value):
    """Types in key order; lists by their first part; tables whose keys are the model's own are left closed."""
    if isinstance(value, dict):
        return {key: "..." if key in ("model_info", "tensors") else shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


def runs(text):
    found = []
    for line in filter(None, text.split("\n")):
        value = parsed(line)
        one = json.dumps(shape(value)) if isinstance(value, dict) else f"not-json: {line}"
        if found and found[-1][0] == one:
            found[-1][1] += 1
        else:
            found.append([one, 1])
    return found


def check(name, pair, answer):
    recorded = pair.get("response")
    if recorded is None or answer is None:
        return
    assert answer["status"] == recorded["status"]
    assert answer["framing"] == recorded["framing"]
    wanted = {key: value for key, value in recorded["headers"] if key in HEADERS}
    wanted = {
        key: value for key, value in wanted.items() if value != "http://localhost:3000" or name == "origin_localhost"
    }
    assert {key: value for key, value in answer["headers"].items() if key in HEADERS} == wanted
    assert list(answer["headers"])[:1] != ["Server"]
    if pair.get("client_aborted"):
        return
    assert answer["text"].endswith("\n") == (recorded["body"] or "").endswith("\n")
    mine, theirs = runs(answer["text"]), runs(recorded["body"] or "")
    if name.startswith("tags"):  # rows differ from machine to machine; the first one's shape counts
        mine, theirs = mine[:1], theirs[:1]
    assert mine == theirs


CASES = [pytest.param(name, marks=pytest.mark.slow if name.startswith(("parallel", "queue")) else ()) for name in NAMES]


@pytest.mark.parametrize("name", CASES or [pytest.param("none", marks=pytest.mark.skip(reason="no recordings here"))])
def test_the_stand_in_answers_as_the_recorded_server_did(name):
    recorded, pairs = exchanges(name)
    with prepared(name, recorded, list(reversed(pairs))) as standin:
        if any("started_ms" in pair for pair in pairs):
            answers = together(standin, pairs)
        else:
            answers = [one_by_one(standin, name, number, pair) for number, pair in enumerate(pairs)]
        for pair, answer in zip(pairs, answers, strict=True):
            check(name, pair, answer)
        if any(pair.get("client_aborted") for pair in pairs):
            assert standin.wait_until_left()


def one_by_one(standin, name, number, pair):
    if name == "keep_alive" and number == 2:
        standin.scheduler.clock_ahead += timedelta(seconds=5)
    return replay(standin, pair)


def together(standin, pairs):
    """Requests that overlapped are sent with the same gaps."""
    answers = [None] * len(pairs)
    threads = []
    for number, pair in enumerate(pairs):
        if "started_ms" not in pair:
            for thread in threads:
                thread.join()
        threads.append(threading.Thread(target=replay, args=(standin, pair, answers, number)))
        threads[-1].start()
        time.sleep(0.02)
    for thread in threads:
        thread.join()
    return answers


def test_counts_and_windows_follow_the_recorded_rules():
    with Standin(library=recorded_library()) as standin:
        long = {"model": "tiny", "messages": [{"role": "user", "content": "x" * 4000}], "stream": False}
        for more, status, kept in (
            ({}, 200, 130),
            ({"shift": False}, 400, None),
            ({"truncate": False}, 400, None),
            ({"shift": False, "truncate": False}, 400, None),
        ):
            request = {"method": "POST", "path": "/api/chat", "headers": {}, "body": long | more}
            request["body"]["options"] = {"num_ctx": 256, "num_predict": 4}
            answer = replay(standin, {"request": request})
            assert answer["status"] == status
            if kept:
                assert json.loads(answer["text"])["prompt_eval_count"] == kept
            elif more.get("truncate") is False:
                inner = json.loads(json.loads(answer["text"])["error"])["error"]
                assert inner["n_ctx"] == 256 and inner["n_prompt_tokens"] > 900


def test_another_window_or_shift_loads_the_model_again():
    with Standin(library=recorded_library()) as standin:
        for more in ({}, {}, {"shift": False}, {"options": {"num_ctx": 512}}):
            body = {"model": "tiny", "messages": [{"role": "user", "content": "hi"}], "stream": False} | more
            replay(standin, {"request": {"method": "POST", "path": "/api/chat", "headers": {}, "body": body}})
        assert standin.scheduler.loads["tiny:latest"] == 3


@pytest.mark.parametrize(("value", "seconds"), [(None, 300), (2, 2), ("30m", 1800), ("2s", 2), ("1h", 3600), (0, 0)])
def test_keep_alive_is_read_like_the_server_reads_it(value, seconds):
    assert keeping(value) == timedelta(seconds=seconds)
    with pytest.raises(ValueError):
        keeping("forever")
