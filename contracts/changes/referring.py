"""References to other clauses that a change of words takes along: those that follow new numbers, and the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contracts.citing import bones, mentions
from unionops.platform.search.labels import normal

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Moved:
    """`others` are references (old, new) that do not only follow a new number; `bare` both texts without references.

    `is_all`: nothing but references changed, and each of them follows.
    """

    others: list[tuple[str, str]]
    bare: tuple[str, str]
    is_all: bool

    @property
    def labels(self) -> list[str]:
        """Each clause that a changed reference leads to, before or then."""
        return list(dict.fromkeys(label for pair in self.others for label in pair if label))


def became(changes: Sequence[Data]) -> dict[str, str]:
    """The new label of each clause that has another one now."""
    both = [(pair["old"]["label"], pair["new"]["label"]) for pair in changes if pair["old"] and pair["new"]]
    return {normal(old): normal(new) for old, new in both if old != new}


def texts(pair: Data) -> tuple[str, str]:
    """The old and the new text of a pair, put together from its words."""
    old, new = ("".join(text for side, text in pair["words"] if side in ("=", sign)) for sign in "-+")
    return old, new


def changed_references(pair: Data, became: Mapping[str, str]) -> Moved:
    sides = [
        _apart(text, (pair[side] or pair["new"] or pair["old"])["label"])
        for side, text in zip(("old", "new"), texts(pair), strict=True)
    ]
    (before, old), (after, new) = sides
    both = _paired(before, after) if pair["kind"] == "changed" else []
    others = [(a, b) for a, b in both if became.get(a, a) != b]
    same = bones(old) == bones(new)
    return Moved(others, (old, new), is_all=pair["kind"] == "changed" and same and before != after and not others)


def _apart(text: str, label: str) -> tuple[list[str], str]:
    """The labels that a text names, and the text without them; its own heading names nothing."""
    found, bare, at = [], "", 0
    for mention in mentions(text, label.split(".")[0]):
        if mention.label and (text[: mention.start].strip() or mention.label != normal(label)):
            found.append(mention.label)
            bare += text[at : mention.start] + " "
            at = mention.end
    return found, bare + text[at:]


def _paired(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """One to one where as many are named as before, else what is no longer named and what is newly."""
    if len(before) == len(after):
        return list(zip(before, after, strict=True))
    gone, came = Counter(before), Counter(after)
    return [*((label, "") for label in (gone - came).elements()), *(("", label) for label in (came - gone).elements())]
