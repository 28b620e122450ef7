"""The ways a real server was seen to fail, switched on one by one."""

from dataclasses import dataclass

CRASH = "an error was encountered while running the model: unexpected EOF"
BUSY = "server busy, please try again.  maximum pending requests exceeded"
LOAD = "timed out waiting for llama-server to start - "

# before the first byte: (status, error text)
STATUS = {
    "crash": (500, CRASH),
    "busy": (503, BUSY),
    "load_timeout": (500, LOAD),
    "not_found": (404, "model 'gone' not found"),
    "bad_request": (400, "invalid format"),
    "too_long": (400, "the input length exceeds the context length"),
    "unauthorized": (401, "unauthorized"),
    "forbidden": (403, "ollama cloud is disabled: remote model is unavailable"),
    "no_embeddings": (501, "This server does not support embeddings. Start it with `--embeddings`"),
}
# while the text is coming
MIDWAY = frozenset(
    [
        "hang_mid", # silence after some tokens
        "error_mid", # {"error": ...} after 200
        "cut", # the stream ends, no done line
        "early_stop", # what a stopping server does: a normal-looking end, too early
        "malformed", # a line that is not JSON
        "split_utf8", # a character torn over two TCP segments
        "drop", # the connection breaks
        "remote_answer", # the answer comes from a remote host
    ]
)  # fmt: skip
OTHER = frozenset(["hang", "redirect", "garbage"])


@dataclass
class Fault:
    """`after` tokens for those midway; `seconds` for those that hang; `times` how often it strikes."""

    kind: str
    path: str = "/api/chat"
    times: int = 1
    after: int = 3
    seconds: float = 30.0
    to: str = ""

    def __post_init__(self) -> None:
        if self.kind not in STATUS and self.kind not in MIDWAY and self.kind not in OTHER:
            raise ValueError(f"no such fault: {self.kind}")


class Faults:
    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        self.waiting.append(fault)
        return fault

    def take(self, path: str) -> Fault | None:
        for fault in self.waiting:
            if fault.path == path and fault.times:
                fault.times -= 1
                return fault
        return None
