"""Compare two texts of an agreement, whether they are stored or only proposed in a file."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from contracts.changes.impact import Asked
from contracts.citing import NUMBERED, cite, fingerprint
from contracts.comparing.align import Pair, Unit, align
from contracts.comparing.asides import without_asides, without_heading
from contracts.comparing.instructed import carried_out
from contracts.models import AgreementVersion, Clause
from contracts.parsing.labels import key
from contracts.parsing.lines import visible
from contracts.services.reading import Node, take_apart
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core import lazy_re as re
from unionops.platform.core.days import today
from unionops.platform.core.progress import Progress, silent
from unionops.platform.core.wordings import Words, word_changes
from unionops.platform.files import pdf

NUMBER = re.compile(r"(\d{1,3}[.-])?(\d{1,3})$")
# A section with its title, at the start of a line behind a sentence.
LEAP = re.compile(
    r"(?<=[.;:!?)\"”])\s*\n\s*(?P<head>(?=[S§]|\d+[.-]\d)(?:(?:Section|SECTION|Sec\.|Secci[oó]n|§)\s*)?"
    r"(?P<above>\d{1,3}[.-])?(?P<n>\d{1,3})"
    r"(?:[.:]|\s*[–—-])?\s+(?P<title>[A-ZÁÉÍÓÚÑ][^.:;\n]{2,60})[.:])(?=\s)"
)


def as_data(clauses: list[Clause]) -> list[dict[str, Any]]:
    """Stored clauses as comparing takes them: in the words in force where `amended.read` looked, else as printed."""
    place = {clause.pk: position for position, clause in enumerate(clauses)}
    return [
        {
            "id": str(c.public_id),
            "level": c.level,
            "number": c.number,
            "label": c.label,
            "title": c.title,
            "page": c.page_start,
            "text": c.now,
            "body": c.now_body,
            "mark": fingerprint(c.title, c.now_body) if c.changed else c.fingerprint,
            "parent": place.get(c.parent_id) if c.parent_id else None,
        }
        for c in clauses
    ]


def of_file(data: bytes, name: str, progress: Progress = silent) -> list[dict[str, Any]]:
    """The clauses of a file that is not stored, such as a proposal."""
    parts = take_apart(data, name, progress)
    cut = _apart(parts.clauses, parts.pages)
    citations = cite([Node(c["level"], c["number"], c["title"], c["parent"]) for c in cut], parts.account["language"])
    out = []
    for at, (c, citation) in enumerate(zip(cut, citations, strict=True)):
        body = c["text"][c["body_start"] :].lstrip("\n")
        kept = {key: c[key] for key in ("level", "number", "title", "page", "text", "parent")}
        if c["level"] not in NUMBERED and not c["body_start"]:
            body = kept["text"] = _line_by_line(c, parts.pages)
        elif c["level"] == "article" and not any(other["parent"] == at for other in cut):
            kept["text"] = _line_by_line(c, parts.pages)
            body = _behind(kept["text"], c["text"][: c["body_start"]])
        out.append({**kept, "id": None, "label": citation.label, "body": body, "mark": fingerprint(c["title"], body)})
    return out


def _apart(cut: list[dict[str, Any]], pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Few of the sections stand in a proposal: one that the reader left in 8.2, for it leaps to 8.6, is set apart."""
    out: list[dict[str, Any]] = []
    moved: dict[int | None, int] = {}
    sections: dict[int | None, dict[str, Any]] = {}
    for at, c in enumerate(cut):
        moved[at] = len(out)
        own = {**c, "parent": moved.get(c["parent"])}
        above = own if c["level"] == "section" else sections.get(c["parent"])
        out += _leaps(own, above, _line_by_line(c, pages)) if above else [own]
        sections |= {at: above} if above else {}
    return out


def _leaps(c: dict[str, Any], section: dict[str, Any], lines: str) -> list[dict[str, Any]]:
    """A clause in a section, and the sections behind it in its lines."""
    found, begins = [c], 0
    for head in LEAP.finditer(lines):
        last, words = found[-1], " ".join(head["head"].split())
        before, place = NUMBER.match(section["number"]), _place_of(words, c["text"], lines[: head.start("head")])
        inside = place >= begins + last["body_start"]
        if not inside or not before or before[1] != head["above"] or int(before[2]) >= int(head["n"]):
            continue
        found[-1] = {**last, "text": c["text"][begins:place].rstrip()}
        section = {
            **c,
            "level": "section",
            "parent": section["parent"],
            "number": f"{head['above'] or ''}{head['n']}",
            "title": head["title"].strip(),
            "text": c["text"][place:],
            "body_start": len(words) + 1,
        }
        found.append(section)
        begins = place
    return found


def _place_of(words: str, text: str, before: str) -> int:
    """Where the words stand behind as many letters as there are `before` them; hyphens may be gone. -1: nowhere."""
    places = (match.start() for match in re.finditer(re.escape(words), text))
    return min(places, key=lambda at: abs(visible(text[:at]) - visible(before)), default=-1)


def _behind(text: str, heading: str) -> str:
    """The text without as many letters as its heading has."""
    left, at = visible(heading), 0
    while left and at < len(text):
        left, at = left - (not text[at].isspace()), at + 1
    return text[at:].lstrip("\n")


def _line_by_line(c: dict[str, Any], pages: list[dict[str, Any]]) -> str:
    """The words of a clause with the ends of its lines, at which a letter names what it is about."""
    return "\n".join(pages[piece["page"]]["text"][piece["start"] : piece["end"]] for piece in c["pieces"])


def compared(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[Pair]:
    """What an instruction takes out is removed, whatever else could be paired with it."""
    pairs = align([_unit(c) for c in old], [_unit(c) for c in new])
    return [Pair("removed", p.old, None, 0.0) if p.new is not None and new[p.new].get("gone") else p for p in pairs]


def _unit(c: dict[str, Any]) -> Unit:
    return Unit(
        key=str(c["id"]),
        label=c["label"],
        title=c["title"],
        text=f"{c['title']}\n{c['body']}".strip(),
        mark=c["mark"],
        parent=c["parent"],
    )


def pairs_as_data(pairs: Iterable[Pair], old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Aligned clauses with the words that changed; `old` and `new` are clauses as data."""
    out = []
    for pair in pairs:
        before = old[pair.old] if pair.old is not None else None
        after = new[pair.new] if pair.new is not None else None
        texts = (before["text"] if before else "", after["text"] if after else "")
        out.append(
            {
                "kind": pair.kind,
                "old": brief(before),
                "new": brief(after),
                "similarity": round(pair.similarity / 100, 4),
                "words": _words(pair, *texts),
            }
        )
    return out


def _words(pair: Pair, old: str, new: str) -> Words:
    stays = pair.kind == "unchanged" and pair.new is None
    return [["=", old]] if stays or old == new else word_changes(old, new)


def proposed_changes(
    old: list[dict[str, Any]], new: list[dict[str, Any]], *, in_part: bool = False
) -> tuple[list[dict[str, Any]], int]:
    """What is not the same in both, and how many clauses the new text says nothing about.

    A proposal `in_part` holds some clauses only. Clauses of articles it does not come near are no removals, nor are
    those below a parent of which it gives an excerpt: no neighbour is repeated unchanged, and their number stands free.
    Where it only quotes the words it would change, the clauses it would make of them are compared.
    """
    new = as_meant(old, new, in_part=in_part)
    pairs = compared(old, new)
    pairs = _one_heading(pairs, old, new) if in_part else pairs
    unsaid = set(_unsaid(pairs, old, new)) if in_part else set()
    left = [pair for pair in pairs if pair not in unsaid]
    return [one for one in pairs_as_data(left, old, new) if one["kind"] != "unchanged"], len(unsaid)


def _one_heading(pairs: list[Pair], old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[Pair]:
    """An article that a proposal in part heads with other words is that article, not another in its place."""
    came = {
        new[p.new]["label"]: p
        for p in pairs
        if p.old is None and p.new is not None and new[p.new]["level"] == "article" and not new[p.new].get("gone")
    }
    out, taken = [], set()
    for pair in pairs:
        is_article = pair.new is None and pair.old is not None and old[pair.old]["level"] == "article"
        other = came.get(old[pair.old or 0]["label"]) if is_article else None
        out.append(Pair("changed", pair.old, other.new, pair.similarity) if other else pair)
        taken |= {other} if other else set()
    return [pair for pair in out if pair not in taken]


def as_meant(old: list[dict[str, Any]], new: list[dict[str, Any]], *, in_part: bool) -> list[dict[str, Any]]:
    """The text a proposal would make: without what it says beside its words, with its instructions carried out."""
    new = without_asides(old, new)
    return without_heading(carried_out(old, new) if in_part else new, in_part=in_part)


def left_standing(
    pairs: list[Pair], old: list[dict[str, Any]], new: list[dict[str, Any]]
) -> tuple[list[Pair], int]:  # fmt: skip
    """The pairs of a text in part: clauses it says nothing about stay, so they are unchanged without a new place."""
    unsaid = set(_unsaid(pairs, old, new))
    return [Pair("unchanged", p.old, None, 100.0) if p in unsaid else p for p in pairs], len(unsaid)


def looks_in_part(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> bool:
    """Whether a file holds some articles only: less than a third of them, or at most half with gaps in their numbers.

    A whole agreement counts its articles from the first on without a gap, however many it dropped.
    """
    before, after = ([c["number"] for c in text if c["level"] == "article"] for text in (old, new))
    return 3 * len(after) < len(before) or (not _counts_through(after) and 2 * len(after) <= len(before))


def _counts_through(numbers: list[str]) -> bool:
    """From the first on: 'I, II, III', '3, 4, 4A, 5' or '100, 200, 300'; each unit of an agreement may begin anew."""
    values = [found[0] if (found := key(number)) else 0 for number in numbers]
    first = values[0] if values else 1
    steps = ((0, first), *itertools.pairwise(values))
    return first in (1, 100) and all(b in (a, a + first) or b == first for a, b in steps)


def _unsaid(pairs: list[Pair], old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[Pair]:
    """The pairs without new words about which a proposal in part says nothing."""
    held = [(pair, pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None]
    near = {top(old, before) for _, before, _ in held}
    # What a proposal only names stands there without its words, so nothing follows for its neighbours.
    same = [(old[before], new[after]) for pair, before, after in held if pair.kind in ("unchanged", "renumbered")]
    whole = {before["parent"] for before, after in same if not after.get("only_named")}
    numbers = {clause["label"] for clause in new}
    above: set[int | None] = set()
    out = []
    struck = {clause["label"] for clause in new if clause.get("gone")}
    for pair in sorted((p for p in pairs if p.old is not None and p.new is None), key=lambda p: p.old or 0):
        place = pair.old or 0
        if old[place]["label"] in struck:
            continue
        parent = old[place]["parent"]
        excerpt = parent is not None and parent not in whole and old[place]["label"] not in numbers
        if top(old, place) not in near or (excerpt and parent in above | {before for _, before, _ in held}):
            above.add(place)
            out.append(pair)
    return out


def top(clauses: list[dict[str, Any]], place: int) -> int:
    """The place of the article, appendix or letter a clause stands in."""
    while (above := clauses[place]["parent"]) is not None:
        place = above
    return place


def brief(clause: dict[str, Any] | None) -> dict[str, Any] | None:
    keys = ("id", "level", "number", "label", "title", "page")
    return {key: clause[key] for key in keys} if clause else None


def draw_paper(*, by: User, old: AgreementVersion, asked: Asked) -> bytes:
    """What a proposal would change and what relies on it, on paper for the team."""
    values = {"old": old, "asked": asked, "local": Local.current(), "today": today(), "by": by}
    data = pdf.render("contracts/papers/impact.html", values)
    record(by, "printed what a proposal would change", old, detail={"changes": len(asked.changes)})
    return data
