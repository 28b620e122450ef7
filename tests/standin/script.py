"""What the stand-in answers: scripted per model and prompt, or a valid instance of the asked schema."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.standin import shapes

TOKEN = re.compile(r" ?[^\W\d_]{1,7}|\d|\s|[^\w\s]|_")
PROSE = (
    "The proposal deletes the overtime rotation. The practical effect is that senior employees would lose the choice. "
)


@dataclass
class Answer:
    """One generation: `text` is cut into tokens unless `tokens` are given; seconds are waited for real."""

    text: str = ""
    tokens: list[str] = field(default_factory=list)
    thinking: str | list[str] = ""
    delay_first: float = 0.0
    delay_token: float = 0.0
    prompt_tokens: int = 0

    def pieces(self) -> list[str]:
        return self.tokens or TOKEN.findall(self.text)

    def thoughts(self) -> list[str]:
        return TOKEN.findall(self.thinking) if isinstance(self.thinking, str) else self.thinking


@dataclass
class Asked:
    """One request for text, as rules see it."""

    model: str
    prompt: str
    messages: list[Mapping[str, Any]]
    schema: Mapping[str, Any] | None
    options: Mapping[str, Any]


Maker = Callable[[Asked], Answer]


@dataclass
class Rule:
    """Applies when the model and a part of the prompt fit; `times` counts down, None never ends."""

    make: Maker
    needle: str = ""
    model: str = ""
    times: int | None = None

    def fits(self, asked: Asked) -> bool:
        model_fits = not self.model or asked.model.removesuffix(":latest") == self.model.removesuffix(":latest")
        return self.times != 0 and model_fits and self.needle in asked.prompt


class Script:
    """Rules in the order they were given; the newest wins; without a rule the plain answer."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def add(self, rule: Rule) -> Rule:
        self.rules.insert(0, rule)
        return rule

    def answer(self, asked: Asked) -> Answer:
        for rule in self.rules:
            if rule.fits(asked):
                rule.times = rule.times if rule.times is None else rule.times - 1
                return rule.make(asked)
        return plain(asked)


def plain(asked: Asked) -> Answer:
    if asked.schema is not None:
        return Answer(json.dumps(shapes.instance(asked.schema), ensure_ascii=False))
    return Answer(PROSE * 3)


def load(path: str) -> list[Rule]:
    """Rules from a file: a list of {"needle", "model", "text" or "json", "thinking", "delay_token", ...}."""
    return [rule(**entry) for entry in json.loads(Path(path).read_text(encoding="utf-8"))]


def rule(needle: str = "", model: str = "", times: int | None = None, **said: Any) -> Rule:
    """`json=` a value, `text=`, `tokens=` or `make=`; the other words are those of Answer."""
    if "make" in said:
        return Rule(said["make"], needle, model, times)
    if "json" in said:
        said["text"] = json.dumps(said.pop("json"), ensure_ascii=False)
    return Rule(lambda _asked: Answer(**said), needle, model, times)
