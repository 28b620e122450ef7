"""The numbers Word shows before paragraphs: computed from numbering definitions, styles and restarts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from contracts.parsing.labels import alphabetic, in_words, to_roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": alphabetic,
    "upperLetter": lambda n: alphabetic(n).upper(),
    "lowerRoman": lambda n: to_roman(n).lower(),
    "upperRoman": to_roman,
    "cardinalText": lambda n: in_words(n).capitalize(),
    "ordinalText": lambda n: in_words(n, ordinal=True).capitalize(),
    "none": lambda _: "",
    "bullet": lambda _: "",
    "ordinal": lambda n: f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}",
}

NEVER = -1


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it looks, after which level (from 0) it begins anew."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    legal: bool = False
    anew_after: int | None = None
    style: str = ""


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
            source = self._behind_style(source, abstract, root)
            if source in abstract:
                self.lists[name] = source
                self.levels[name] = {
                    _number(level.get(W + "ilvl") or "", 0): _level(level) for level in abstract[source].iter(W + "lvl")
                }
                self._override(name, num)

    def _behind_style(self, source: str, abstract: dict[str, Any], root: Any) -> str:
        """A list may only name a list style; the style's own list holds the levels."""
        named = _value(abstract[source], "numStyleLink", "") if source in abstract else ""
        style = self.styles.get(named)
        number = style.element.find(f"{W}pPr/{W}numPr/{W}numId") if style is not None else None
        if number is None:
            return source
        nums = {num.get(W + "numId"): _value(num, "abstractNumId", "") for num in root.iter(W + "num")}
        return nums.get(number.get(W + "val"), source)

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
                name = _value(given, "numId", "0")
                given_level = _number(_value(given, "ilvl", ""), -1)
                return name, level if level >= 0 else given_level if given_level >= 0 else self._of_style(name, style)
            style = style.base_style
        return None

    def _of_style(self, name: str, style: Any) -> int:
        """The level that the list itself ties to the style."""
        levels = self.levels.get(name, {})
        return next((at for at, level in levels.items() if level.style == style.style_id), 0)

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
        counts[level] = counts.get(level, self.levels[name][level].start - 1) + 1
        for deeper in [k for k in counts if k > level and self._begins_anew(name, k, level)]:
            del counts[deeper]
        return counts

    def _begins_anew(self, name: str, deeper: int, level: int) -> bool:
        after = self.levels[name].get(deeper, Level()).anew_after
        return after is None or (after != NEVER and level <= after)

    def _text(self, name: str, level: int, counts: dict[int, int]) -> str:
        levels = self.levels[name]
        legal = levels[level].legal

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, Level())
            kind = "decimal" if legal and at < level else other.kind
            return FORMATS.get(kind, str)(counts.get(at, other.start))

        text = re.sub(r"%(\d)", shown, levels[level].text)
        return "" if levels[level].kind == "bullet" else text.strip()


def _level(element: Any) -> Level:
    anew = _number(_value(element, "lvlRestart", ""), NEVER - 1)
    return Level(
        start=_number(_value(element, "start", "1"), 1),
        kind=_value(element, "numFmt", "decimal"),
        text=_value(element, "lvlText", ""),
        legal=element.find(W + "isLgl") is not None,
        anew_after=None if anew < NEVER else anew - 1,
        style=_value(element, "pStyle", ""),
    )
