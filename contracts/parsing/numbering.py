"""The numbers Word shows before paragraphs: computed from numbering definitions, styles and restarts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from contracts.parsing.labels import alphabetic, to_roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": alphabetic,
    "upperLetter": lambda n: alphabetic(n).upper(),
    "lowerRoman": lambda n: to_roman(n).lower(),
    "upperRoman": to_roman,
    "none": lambda _: "",
    "bullet": lambda _: "",
    "ordinal": lambda n: f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}",
}

Level = tuple[int, str, str, bool]


def _value(element: Any, tag: str, default: str) -> str:
    found = element.find(W + tag)
    return found.get(W + "val") or default if found is not None else default


def _number(text: str, default: int) -> int:
    return int(text) if text.lstrip("-").isdigit() else default


class Numbering:
    """Counts through one document: ask `label` for every paragraph in order."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, str] = {}
        self.restarts: dict[str, dict[int, int]] = {}
        self.count: dict[str, dict[int, int]] = {}
        self.started: set[str] = set()
        self.styles = {style.style_id: style for style in document.styles}
        self._read(document)

    def _read(self, document: Any) -> None:
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {a.get(W + "abstractNumId"): a for a in root.iter(W + "abstractNum")}
        for num in root.iter(W + "num"):
            name, source = num.get(W + "numId"), _value(num, "abstractNumId", "")
            if source in abstract:
                self.lists[name] = source
                self.levels[name] = {
                    _number(level.get(W + "ilvl") or "", 0): _level(level) for level in abstract[source].iter(W + "lvl")
                }
                self._override(name, num)

    def _override(self, name: str, num: Any) -> None:
        for change in num.iter(W + "lvlOverride"):
            level = _number(change.get(W + "ilvl") or "", 0)
            if change.find(W + "startOverride") is not None:
                self.restarts.setdefault(name, {})[level] = _number(_value(change, "startOverride", "1"), 1)
            inner = change.find(W + "lvl")
            if inner is not None:
                self.levels[name][level] = _level(inner)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """List and level of a paragraph: its own, else its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        level = _number(_value(own, "ilvl", ""), -1) if own is not None else -1
        if own is not None and own.find(W + "numId") is not None:
            return _value(own, "numId", "0"), max(level, 0)
        style = (
            self.styles.get(_value(paragraph.find(W + "pPr"), "pStyle", ""))
            if paragraph.find(W + "pPr") is not None
            else None
        )
        while style is not None:
            given = style.element.find(f"{W}pPr/{W}numPr")
            if given is not None and given.find(W + "numId") is not None:
                return _value(given, "numId", "0"), level if level >= 0 else _number(_value(given, "ilvl", "0"), 0)
            style = style.base_style
        return None

    def label(self, paragraph: Any) -> str:
        """The displayed number, without trailing space; empty for bullets and plain paragraphs."""
        place = self._place(paragraph)
        if place is None or place[0] not in self.levels or place[1] not in self.levels[place[0]]:
            return ""
        name, level = place
        counts = self._advance(name, level)
        return self._text(name, level, counts)

    def _advance(self, name: str, level: int) -> dict[int, int]:
        """Lists that share a definition count on together, unless one of them restarts."""
        counts = self.count.setdefault(self.lists[name], {})
        if name not in self.started:
            self.started.add(name)
            for at, start in self.restarts.get(name, {}).items():
                counts[at] = start - 1
        counts[level] = counts.get(level, self.levels[name][level][0] - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        return counts

    def _text(self, name: str, level: int, counts: dict[int, int]) -> str:
        levels = self.levels[name]
        legal = levels[level][3]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            start, kind, _, _ = levels.get(at, (1, "decimal", "", False))
            return FORMATS.get("decimal" if legal and at < level else kind, str)(counts.get(at, start))

        text = re.sub(r"%(\d)", shown, levels[level][2])
        return "" if levels[level][1] == "bullet" else text.strip()


def _level(element: Any) -> Level:
    start = _number(_value(element, "start", "1"), 1)
    legal = element.find(W + "isLgl") is not None
    return start, _value(element, "numFmt", "decimal"), _value(element, "lvlText", ""), legal
