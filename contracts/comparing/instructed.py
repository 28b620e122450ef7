"""A proposal that quotes the words it would change ('delete "14 days", insert "3 days"'), as the text it would make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from contracts.citing import fingerprint, mentions
from contracts.parsing.amending import Instruction, applied, instructions
from contracts.parsing.lines import visible
from unionops.platform.ai import quotes
from unionops.platform.search.labels import normal

Data = dict[str, Any]
NEAR, MOST_AROUND = 300, 120


def carried_out(old: Sequence[Data], new: Sequence[Data]) -> list[Data]:
    """The proposal with each instruction carried out on the old clause that alone holds the quoted words.

    A clause of the proposal whose instructions all found their place gives way to the clauses they change, below the
    headings they stand under. Where one finds no place, or several, or where the clause says more, it stays too.
    """
    known = {clause["mark"] for clause in old}
    kept: list[Data] = []
    changed: dict[int, Data] = {}
    for clause in new:
        places = [] if clause["mark"] in known else _places(old, clause)
        for at, found in places:
            if at is not None:
                changed[at] = _changed(changed.get(at, old[at]), found, clause["page"])
        if not places or any(at is None for at, _found in places) or _says_more(clause["text"], places):
            kept.append(clause)
    return _hung(old, list(_standing(new, kept)), changed) if changed else list(new)


def _hung(old: Sequence[Data], out: list[Data], changed: dict[int, Data]) -> list[Data]:
    """The changed clauses behind the others, each with the headings above it unless the proposal has those."""
    places = {clause["label"]: at for at, clause in enumerate(out)}
    for at in sorted(changed):
        above: int | None = None
        for place in (*_above(old, at), at):
            label = old[place]["label"]
            if place == at or label not in places:
                places[label] = len(out)
                out.append({**changed.get(place, old[place]), "id": None, "parent": above})
            above = places[label]
    return out


def _above(old: Sequence[Data], at: int) -> list[int]:
    """The clauses above one, outermost first."""
    out: list[int] = []
    while (parent := old[at]["parent"]) is not None:
        out.insert(0, parent)
        at = parent
    return out


def _places(old: Sequence[Data], clause: Data) -> list[tuple[int | None, Instruction]]:
    """Where each instruction of a clause belongs: the position of an old clause, or None."""
    return [(_place(old, clause["text"], one), one) for one in instructions(clause["text"])]


def _says_more(text: str, places: Iterable[tuple[int | None, Instruction]]) -> bool:
    """Whether it holds more than its instructions and the names of the clauses they change."""
    said = visible(text) - sum(visible(text[found.start : found.end]) for _at, found in places)
    return said > MOST_AROUND and 2 * said > visible(text)


def _place(old: Sequence[Data], text: str, found: Instruction) -> int | None:
    holding = [at for at, clause in enumerate(old) if quotes.find(found.old, clause["body"])]
    named = _named(text, found)
    chosen = [at for at in holding if any(_within(old[at]["label"], name) for name in named)] if named else holding
    return chosen[0] if len(chosen) == 1 and not _twice(found.old, old[chosen[0]]["body"]) else None


def _named(text: str, found: Instruction) -> set[str]:
    """The clauses named shortly before the quoted words, back to the end of the instruction before."""
    before = [one.end for one in instructions(text) if one.end <= found.start]
    around = text[max([0, found.start - NEAR, *before]) : found.end]
    return {normal(mention.label) for mention in mentions(around, "") if mention.label}


def _within(label: str, name: str) -> bool:
    own = normal(label)
    return own == name or own.startswith(f"{name}.")


def _twice(words: str, text: str) -> bool:
    span = quotes.find(words, text)
    return span is not None and quotes.find(words, text[span.end :]) is not None


def _changed(clause: Data, found: Instruction, page: int) -> Data:
    body, text = clause["body"], clause["text"]
    span = quotes.find(found.old, body)
    if span is None:
        return clause
    fresh = applied(found.kind, body, found.new, span.start, span.end)
    head = text.removesuffix(body) if text.endswith(body) else f"{clause['title']}\n".lstrip()
    mark = fingerprint(clause["title"], fresh)
    return {**clause, "id": None, "page": page, "body": fresh, "text": head + fresh, "mark": mark}


def _standing(new: Sequence[Data], kept: Iterable[Data]) -> Iterator[Data]:
    """The clauses that stay, each below the next one above it that stays too."""
    places = {id(clause): at for at, clause in enumerate(kept)}
    for clause in new:
        if id(clause) in places:
            above = clause["parent"]
            while above is not None and id(new[above]) not in places:
                above = new[above]["parent"]
            yield {**clause, "parent": None if above is None else places[id(new[above])]}
