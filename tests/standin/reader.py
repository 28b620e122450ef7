"""An honest little reader: quotes the sentences that share most words with the question, and admits when none do."""

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.standin import shapes
from tests.standin.adversary import BLOCK
from tests.standin.script import Answer, Asked, plain

SMALL = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "from",
        "what",
        "does",
        "how",
        "much",
        "many",
        "when",
        "who",
        "may",
        "can",
        "are",
        "not",
        "any",
        "our",
        "you",
    ]
)


def make(asked: Asked) -> Answer:
    """The rule: ollama.says(make=reader.make). Forms without a quotation get the plain valid instance."""
    if asked.schema is None:
        return plain(asked)
    found = best(asked)
    spot = iter(found)
    state: dict[str, tuple[str, str]] = {}

    def choose(name: str, schema: Mapping[str, Any]) -> Any:
        if name == "source" and "enum" in schema:
            state["now"] = next(spot, ("", ""))
            return state["now"][0] or schema["enum"][0]
        if name in ("quote", "text") and "now" in state:
            return state["now"][1][: int(schema.get("maxLength", 500))]
        return None

    value = shapes.instance(asked.schema, choose)
    if "claims" in value and not found:
        value["claims"] = []
    return Answer(json.dumps(value, ensure_ascii=False))


def best(asked: Asked) -> list[tuple[str, str]]:
    """(source id, sentence) pairs, the likeliest first; none when fewer than two words are shared."""
    blocks = dict(BLOCK.findall(asked.prompt))
    question = words(blocks.pop("question", ""))
    lines = [
        (len(question & words(line)), name, re.sub(r"^\[\d+\] ", "", line))
        for name, text in blocks.items()
        for line in text.splitlines()
        if len(line) > 20
    ]
    ranked = sorted(lines, key=lambda line: -line[0])[:1]
    return [(name, line) for shared, name, line in ranked if shared >= 2]


def words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[a-z]{3,}", text.lower())} - SMALL
