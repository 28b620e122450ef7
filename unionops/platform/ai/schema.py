"""Makes the JSON schema that a small model is held to: only keywords the server really enforces, everything bounded.

Measured (ai.md B4): float bounds, uniqueItems, multipleOf, not, if/then and unanchored patterns are ignored without
a word; property order is enforced. Whatever comes back is validated again by pydantic.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from unionops.platform.core import json_text

KEPT = frozenset(
    [
        "type",
        "properties",
        "required",
        "items",
        "enum",
        "const",
        "anyOf",
        "oneOf",
        "allOf",
        "$defs",
        "$ref",
        "minItems",
        "maxItems",
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "pattern",
        "format",
    ]
)
FORMATS = frozenset(["date", "uuid"])
LONGEST_TEXT = 1200
LONGEST_LIST = 12

Choices = Mapping[str, Sequence[str]]


def enforced(answer: type[BaseModel], choices: Choices | None = None) -> dict[str, Any]:
    """The schema to send; `choices` limits a property, wherever it stands, to given words."""
    return _node("", _whole(answer), choices or {})


@cache
def _whole(answer: type[BaseModel]) -> dict[str, Any]:
    return answer.model_json_schema()


def _node(name: str, node: dict[str, Any], choices: Choices) -> dict[str, Any]:
    if name in choices:
        return {"type": "string", "enum": list(choices[name])}
    kept = {key: _part(key, value, choices) for key, value in node.items() if key in KEPT and _works(key, value, node)}
    if "properties" in kept:
        kept["required"] = list(kept["properties"])
    return _bounded(kept)


def _part(key: str, value: Any, choices: Choices) -> Any:
    if key in ("properties", "$defs"):
        return {name: _node(name if key == "properties" else "", part, choices) for name, part in value.items()}
    if key in ("anyOf", "oneOf", "allOf"):
        return [_node("", part, choices) for part in value]
    return _node("", value, choices) if key == "items" else value


def _works(key: str, value: Any, node: dict[str, Any]) -> bool:
    if key in ("minimum", "maximum"):
        return node.get("type") == "integer"
    if key == "pattern":
        return str(value).startswith("^") and str(value).endswith("$") and "(?" not in str(value)
    return key != "format" or value in FORMATS


def _bounded(node: dict[str, Any]) -> dict[str, Any]:
    free = not {"enum", "const", "pattern", "format"} & node.keys()
    if node.get("type") == "string" and free:
        node.setdefault("maxLength", LONGEST_TEXT)
    if node.get("type") == "array":
        node.setdefault("maxItems", LONGEST_LIST)
    return node


class MisshapenError(Exception):
    """The text is no valid answer; says why in a few words for the repair attempt."""


def read(text: str, answer: type[BaseModel], choices: Choices | None = None) -> BaseModel:
    """The validated answer. Raises MisshapenError."""
    try:
        value = json_text.loads(text)
        found = answer.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise MisshapenError(f"{where}: {first['msg']}") from error
    except ValueError as error:
        raise MisshapenError("it is not valid JSON") from error
    _check_choices(value, choices or {})
    return found


def _check_choices(value: Any, choices: Choices) -> None:
    if isinstance(value, list):
        for part in value:
            _check_choices(part, choices)
    if isinstance(value, dict):
        for key, part in value.items():
            if key in choices and part not in choices[key]:
                raise MisshapenError(f"{key}: {str(part)[:40]!r} is not one of the given names")
            _check_choices(part, choices)
