"""A proposal that quotes the words it would change ('delete "14 days", insert "3 days"'), as the text it would make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from contracts.citing import NUMBERED, fingerprint, mentions
from contracts.comparing import named
from contracts.comparing.told import told
from contracts.parsing.amending import Instruction, applied, instructions
from contracts.parsing.lines import visible
from unionops.platform.ai import quotes
from unionops.platform.core import lazy_re as re
from unionops.platform.search.labels import normal

Data = dict[str, Any]
Found = Instruction | named.Whole
NEAR, MOST_AROUND = 300, 120
ASKS = re.compile(
    r"\b(?:shall|must|may|will|amend|revise|replace|change|modify|delete|strike|remove|eliminate|add|insert|reduce)\b",
    re.I,
)


def carried_out(old: Sequence[Data], new: Sequence[Data]) -> list[Data]:
    """The proposal with each instruction carried out on the old clause it is about.

    That is the one that alone holds the quoted words, or the one that is named where all of it is rewritten, deleted or
    added to. A clause of the proposal whose instructions all found their place gives way to the clauses they change,
    below the headings they stand under. Where one finds no place, or several, or where it says more, it stays too.
    """
    known = {clause["mark"] for clause in old}
    kept: dict[int, Data] = {}
    changed: dict[int, Data] = {}
    added: list[Data] = []
    for position, clause in enumerate(new):
        places = [] if clause["mark"] in known else _places(old, clause)
        for at, found in places:
            if isinstance(found, named.Whole) and found.kind == named.ADD:
                added += [_fresh(old, found, clause["page"])] if at is not None else []
            elif at is not None:
                changed |= _made(old, changed, at, found, clause["page"])
        if stays := _staying(clause, places):
            kept[position] = stays
    if not changed and not added:
        return list(new)
    return _put_in(old, _hung(old, list(_standing(new, kept)), changed), added)


def _staying(clause: Data, places: Sequence[tuple[int | None, Found]]) -> Data | None:
    """The clause beside what its instructions make of others; of a letter, what else it asks for, under no name."""
    placed = [(at, found) for at, found in places if at is not None]
    more = _says_more(clause["text"], placed)
    if not placed:
        return clause
    if clause["level"] in NUMBERED:
        return clause if more or len(placed) < len(places) else None
    rest = _left(clause["text"], placed, whole=more)
    unplaced = {"text": rest, "body": rest, "label": "", "title": "", "mark": fingerprint("", rest)}
    return {**clause, **unplaced} if rest else None


def _made(old: Sequence[Data], changed: dict[int, Data], at: int, found: Found, page: int) -> dict[int, Data]:
    """The old clause as the instruction leaves it, and those below it that go with its old words."""
    clause = changed.get(at, old[at])
    if isinstance(found, Instruction):
        return {at: _changed(clause, found, page)}
    if found.kind == named.SAYS:
        return {at: {**_with_body(clause, found.words, page), "only_named": found.words == clause["body"]}}
    if found.kind == named.APPEND:
        return {at: _with_body(clause, f"{clause['body']} {found.words}".strip(), page)}
    gone = {below: {**old[below], "id": None, "page": page, "gone": True} for below in _below(old, at)}
    if found.kind == named.DELETE:
        return {at: {**clause, "id": None, "page": page, "gone": True}, **gone}
    return {at: _with_body(clause, found.words, page), **gone}


def _below(old: Sequence[Data], at: int) -> list[int]:
    return [below for below in range(at + 1, len(old)) if at in _above(old, below)]


def _fresh(old: Sequence[Data], found: named.Whole, page: int) -> Data:
    """A clause that is new, by the number it is given; `under` is the old clause above it."""
    above, _dot, number = found.label.rpartition(".")
    under = next((at for at, clause in enumerate(old) if above and normal(clause["label"]) == above), None)
    label = found.label if under is None else f"{old[under]['label']}.{number}"
    same = {"level": "section" if above else "article", "number": number.upper(), "title": "", "page": page, "id": None}
    body = {"text": found.words, "body": found.words, "mark": fingerprint("", found.words)}
    return {**same, **body, "label": label, "parent": None, "under": under}


def _put_in(old: Sequence[Data], out: list[Data], added: Sequence[Data]) -> list[Data]:
    """New clauses behind the others, each below its heading."""
    for clause in added:
        under = clause.pop("under")
        above = next(
            (at for at, one in enumerate(out) if under is not None and one["label"] == old[under]["label"]), None
        )
        if above is None and under is not None:
            out = _hung(old, out, {under: old[under]})
            above = next(at for at, one in enumerate(out) if one["label"] == old[under]["label"])
        out.append({**clause, "parent": above})
    return out


def _hung(old: Sequence[Data], out: list[Data], changed: dict[int, Data]) -> list[Data]:
    """The changed clauses behind the others, each with the headings above it unless the proposal has those."""
    places = {clause["label"]: at for at, clause in enumerate(out)}
    for at in sorted(changed):
        above: int | None = None
        for place in (*_above(old, at), at):
            label = old[place]["label"]
            if place == at or label not in places:
                places[label] = len(out)
                fresh = changed.get(place, {**old[place], "only_named": True})
                out.append({**fresh, "id": None, "parent": above})
            above = places[label]
    return out


def _above(old: Sequence[Data], at: int) -> list[int]:
    """The clauses above one, outermost first."""
    out: list[int] = []
    while (parent := old[at]["parent"]) is not None:
        out.insert(0, parent)
        at = parent
    return out


def _places(old: Sequence[Data], clause: Data) -> list[tuple[int | None, Found]]:
    """Where each instruction of a clause belongs: the position of an old clause, or None."""
    text = clause["text"]
    worded = instructions(text)
    whole = named.whole_clauses(text, clause["label"].split(".")[0] if clause["level"] in NUMBERED else "")
    whole = [one for one in whole if not any(one.start <= other.start < one.end for other in worded)]
    if clause["level"] not in NUMBERED or _lacks_its_parts(old, clause):
        done: list[Found] = [*(one for one in worded if _place(old, text, one) is not None), *whole]
        article = normal(clause["label"]) if clause["level"] in NUMBERED else ""
        whole += [one for one in told(old, text, article) if not any(_meet(one, other) for other in done)]
    return [
        *((_place(old, text, one), one) for one in worded if not any(a.start <= one.start < a.end for a in whole)),
        *((_of_name(old, one), one) for one in whole),
    ]


def _lacks_its_parts(old: Sequence[Data], clause: Data) -> bool:
    """An article that has sections in the text in force, and only lines here; or 'Article 7.3', which is a section."""
    same = [at for at, one in enumerate(old) if one["label"] == clause["label"]] if clause["level"] == "article" else []
    if len(same) != 1:
        return False
    return old[same[0]]["level"] != "article" or (
        "\n" in clause["body"] and any(one["parent"] == same[0] for one in old)
    )


def _meet(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _of_name(old: Sequence[Data], found: named.Whole) -> int | None:
    """The old clause that is named; for a new one the one above it, or any place where it has none."""
    label = found.label
    if found.kind == named.ADD:
        label = label.rpartition(".")[0]
        if not label:
            return 0
    places = [at for at, clause in enumerate(old) if normal(clause["label"]) == label]
    return places[0] if len(places) == 1 else None


def _says_more(text: str, places: Iterable[tuple[int | None, Found]]) -> bool:
    """Whether it holds more than its instructions and the names of the clauses they change."""
    said = visible(text) - sum(visible(text[found.start : found.end]) for _at, found in places)
    return said > MOST_AROUND and 2 * said > visible(text)


def _left(text: str, places: Iterable[tuple[int | None, Found]], *, whole: bool) -> str:
    """The lines of a letter beside its instructions; unless it is to be had `whole`, only those that ask something."""
    at, left = 0, ""
    for start, end in sorted((found.start, found.end) for _at, found in places):
        left, at = left + text[at:start] + "\n", max(at, end)
    lines = [line.strip(" •*-") for line in (left + text[at:]).split("\n")]
    return "\n".join(line for line in lines if line and (whole or ASKS.search(line)))


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
    body = clause["body"]
    span = quotes.find(found.old, body)
    if span is None:
        return clause
    return _with_body(clause, applied(found.kind, body, found.new, span.start, span.end), page)


def _with_body(clause: Data, fresh: str, page: int) -> Data:
    body, text = clause["body"], clause["text"]
    head = text.removesuffix(body) if body and text.endswith(body) else f"{clause['title']}\n".lstrip()
    mark = fingerprint(clause["title"], fresh)
    return {**clause, "id": None, "page": page, "body": fresh, "text": head + fresh, "mark": mark}


def _standing(new: Sequence[Data], kept: dict[int, Data]) -> Iterator[Data]:
    """The clauses that stay, each below the next one above it that stays too."""
    places = {position: at for at, position in enumerate(kept)}
    for clause in kept.values():
        above = clause["parent"]
        while above is not None and above not in places:
            above = new[above]["parent"]
        yield {**clause, "parent": None if above is None else places[above]}
