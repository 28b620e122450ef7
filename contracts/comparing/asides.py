"""What a proposal says beside its words: 'no change', 'amend to read:', 'NEW', a heading with its date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from contracts.citing import fingerprint
from contracts.comparing.align import STRUCK
from unionops.platform.core import lazy_re as re

Data = dict[str, Any]
STANDS = re.compile(
    r"\W*(?:(?:employer|management|union|company|district|agency|county|city) proposes )?"
    r"(?:no changes?(?: proposed)?|(?:retain |maintain |keep )?(?:the )?(?:current|existing) (?:contract |"
    r"agreement )?language"
    r"(?: \(?ccl\)?)?(?: remains?| stays?)?|c\.?c\.?l\.?|status quo|(?:remains? |to remain )?(?:unchanged|as is)|"
    r"same as (?:current|existing)(?: (?:contract|agreement|language))*|sin cambios?|(?:queda )?igual|aucun changement|"
    r"inchangée?)(?: (?:to|in) (?:this|the rest of the) (?:article|section))?\W*$",
    re.I,
)
TO_READ = re.compile(
    r"\W*(?:amend|revise|change|modify|replace|rewrite)\w*\s+(?:this\s+(?:article|section)\s+)?"
    r"(?:in\s+its\s+entirety\s+)?(?:to\s+(?:now\s+)?read|with)(?:\s+as\s+follows|\s+the\s+following)?\s*:\s*",
    re.I,
)
NEW = re.compile(r"\W*(?:new(?:\s+(?:section|article|language|paragraph))?|nuev[oa])\s*(?:[\])]|[:.–—-])\s*", re.I)
SAYS = re.compile(r"[.;]\s*(?:\n|$)|\b(?:shall|may|must|will)\b")
QUOTES = re.compile(r"^[“\"«]\s*([^“”\"«»]*?)\s*[”\"»]\.?$", re.S)


def without_asides(old: Sequence[Data], new: Sequence[Data]) -> list[Data]:
    """The clauses of a proposal with only the words that are to be in the agreement.

    Where it says that a clause stays, the old clause stands with all that is below it.
    """
    above = {clause["parent"] for clause in new}
    out: list[Data] = []
    moved: dict[int, int] = {}
    for at, clause in enumerate(map(_headed, new)):
        moved[at] = len(out)
        own = {**clause, "parent": None if clause["parent"] is None else moved[clause["parent"]]}
        stays = _stays(old, clause) if at not in above else None
        out += [_cleared(own)] if stays is None else _whole(old, stays, own, len(out))
    return out


def _headed(clause: Data) -> Data:
    """'List. CCL' in one line is a title and what is said of its clause."""
    title, _dot, said = clause["title"].partition(". ")
    if clause["body"] or not (STANDS.match(said) or STRUCK.match(said)):
        return clause
    return {**clause, "title": title, "body": said, "text": f"{title}\n{said}", "mark": fingerprint(title, said)}


def _stays(old: Sequence[Data], clause: Data) -> int | None:
    """Which old clause a clause says to leave as it is."""
    if not any(STANDS.match(words) for words in (clause["body"], clause["title"]) if words):
        return None
    if clause["body"] and not STANDS.match(clause["body"]):
        return None
    places = [at for at, one in enumerate(old) if one["label"] == clause["label"]]
    return places[0] if len(places) == 1 else None


def _whole(old: Sequence[Data], at: int, clause: Data, start: int) -> list[Data]:
    """An old clause and all below it, in the place of what a proposal says of it."""
    named = {"id": None, "page": clause["page"], "only_named": True}
    out = [{**old[at], **named, "parent": clause["parent"]}]
    places = {at: start}
    for below in range(at + 1, len(old)):
        if old[below]["parent"] not in places:
            continue
        places[below] = start + len(out)
        out.append({**old[below], **named, "parent": places[old[below]["parent"]]})
    return out


def _cleared(clause: Data) -> Data:
    """Without 'amend to read:' and 'NEW' before its words."""
    body = clause["body"]
    fresh = NEW.sub("", TO_READ.sub("", body, count=1), count=1) if TO_READ.match(body) or NEW.match(body) else body
    title = NEW.sub("", clause["title"], count=1) if NEW.match(clause["title"]) else clause["title"]
    if TO_READ.match(f"{title}:") and not title.endswith("."):
        title = ""
    if fresh != body and (quoted := QUOTES.match(fresh)):
        fresh = quoted[1]
    if (fresh, title) == (body, clause["title"]):
        return clause
    text = f"{title}\n{fresh}".strip()
    return {**clause, "title": title, "body": fresh, "text": text, "mark": fingerprint(title, fresh)}


PROPOSAL = re.compile(r"\b(?:proposals?|counter\w*|offer|propuestas?|contrapropuesta|proposition)\b", re.I)


def without_heading(new: Sequence[Data], *, in_part: bool) -> list[Data]:
    """Without lines above the first clause that name a proposal and its day, and say nothing."""
    if len(new) < 2 or new[0]["level"] not in ("preamble", "other") or SAYS.search(new[0]["text"]):
        return list(new)
    if any(clause["parent"] == 0 for clause in new) or not (in_part or PROPOSAL.search(new[0]["text"])):
        return list(new)
    return [{**c, "parent": None if c["parent"] is None else c["parent"] - 1} for c in new[1:]]
