"""Writes a valid instance of a JSON schema, as constrained decoding would; a hook chooses the words and the picks."""

import re
from collections.abc import Callable, Mapping
from typing import Any

Chooser = Callable[[str, Mapping[str, Any]], Any]  # (property name, its schema) -> value, or None for the plain one
WORDS = "The steward shall file the grievance within fifteen calendar days of the event. "


def instance(schema: Mapping[str, Any], choose: Chooser | None = None) -> Any:
    return _Walk(schema, choose or (lambda _name, _schema: None)).value("", schema)


class _Walk:
    def __init__(self, root: Mapping[str, Any], choose: Chooser) -> None:
        self.root, self.choose = root, choose

    def value(self, name: str, schema: Mapping[str, Any]) -> Any:
        schema = self.resolve(schema)
        chosen = self.choose(name, schema)
        if chosen is not None:
            return chosen
        for key in ("const", "enum"):
            if key in schema:
                return schema[key] if key == "const" else schema[key][0]
        kind = self.kind(schema)
        return getattr(self, f"make_{kind}", lambda _n, _s: None)(name, schema)

    def resolve(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        if "$ref" in schema:
            found: Any = self.root
            for part in schema["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            return self.resolve(found)
        for key in ("anyOf", "oneOf"):
            if key in schema:
                return self.resolve(schema[key][0])
        if "allOf" in schema:
            return {k: v for part in schema["allOf"] for k, v in self.resolve(part).items()}
        return schema

    @staticmethod
    def kind(schema: Mapping[str, Any]) -> str:
        kind = schema.get("type", "object" if "properties" in schema else "string")
        return str(kind[0] if isinstance(kind, list) else kind)

    def make_object(self, _name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        return {key: self.value(key, part) for key, part in schema.get("properties", {}).items()}

    def make_array(self, name: str, schema: Mapping[str, Any]) -> list[Any]:
        count = max(int(schema.get("minItems", 0)), min(1, int(schema.get("maxItems", 1))))
        return [self.value(name, schema.get("items", {"type": "string"})) for _ in range(count)]

    def make_string(self, _name: str, schema: Mapping[str, Any]) -> str:
        if schema.get("format") in ("date", "uuid"):
            return {"date": "2026-04-12", "uuid": "0ad49c3a-3b29-4347-86ab-1fab9bdbbc3d"}[schema["format"]]
        if schema.get("pattern", "").startswith("^"):
            return of_pattern(schema["pattern"])
        low, high = int(schema.get("minLength", 0)), int(schema.get("maxLength", 40))
        return (WORDS * (low // len(WORDS) + 1))[: max(low, min(high, 40))]

    @staticmethod
    def make_integer(_name: str, schema: Mapping[str, Any]) -> int:
        return int(schema.get("minimum", min(1, int(schema.get("maximum", 1)))))

    @staticmethod
    def make_number(_name: str, _schema: Mapping[str, Any]) -> float:
        return 1.5

    @staticmethod
    def make_boolean(_name: str, _schema: Mapping[str, Any]) -> bool:
        return True


def of_pattern(pattern: str) -> str:
    """A shortest text for a simple anchored pattern: letters, classes, \\d, ?, * and {n}."""
    out = []
    for atom, low in re.findall(r"(\[[^\]]+\]|\\.|[^?*+{}^$])(\{\d+|[?*+])?", pattern):
        times = 0 if low in ("?", "*") else int(low[1:]) if low.startswith("{") else 1
        out.append((atom[1] if atom[0] == "[" else "1" if atom == "\\d" else atom[-1]) * times)
    return "".join(out)
