"""What a change of words would really do: joined from the texts and the local's records, nothing generated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from contracts import contradicting, queries, relying
from contracts.models import Clause, NoteKind
from unionops.platform.access.models import User
from unionops.platform.search.labels import normal

Data = dict[str, Any]
SENTENCE = re.compile(r"[^.;!?]+[.;!?]?")
WORKER = re.compile(
    r"\b(employees?|union|stewards?|members?|teachers?|carriers?|workers?|representatives?|grievants?)\b", re.I
)
EMPLOYER = re.compile(
    r"\b(employer|agency|management|university|board|company|district|department|supervisors?)\b", re.I
)
DUTY = re.compile(r"\b(shall|will|must|agrees? to|is required to)\b", re.I)
RIGHT = re.compile(
    r"\b(may|entitled|right to|shall have|shall receive|shall be (paid|given|granted|notified|allowed))\b", re.I
)
TERM = re.compile(r"[“\"]([A-Z][\w \-]{2,40})[”\"]\s+(?:means?|is|shall mean|refers to)\b")
LIMIT = re.compile(
    r"\b(?:within|not later than|no later than|at least|not less than|prior to)\b[^.;]{0,40}?\b\(?\d+\)?[^.;]{0,24}?"
    r"\b(?:minutes?|hours?|days?|workdays?|weeks?|months?|years?)\b",
    re.I,
)
NUMBER = re.compile(r"\$?\d[\d,.]*%?")


def defined_terms(clauses: Iterable[Data]) -> set[str]:
    return {match for clause in clauses for match in TERM.findall(clause["text"])}


def impact(user: User, pair: Data, stored: Clause | None, terms: set[str], mentions: dict[str, list[str]]) -> Data:
    """The joined facts of one changed clause; `stored` is the clause in force when it is one of ours."""
    gone, came = _side(pair, "-"), _side(pair, "+")
    label = (pair["old"] or pair["new"])["label"]
    return {
        **pair,
        "rights": {"lost": rights(_sentences(pair, "-")), "gained": rights(_sentences(pair, "+"))},
        "defined_terms": sorted(t for t in terms if t.lower() in f"{gone} {came}".lower()),
        "cross_references": mentions.get(normal(label), []),
        "practices": practices(user, stored, [*_sentences(pair, "-"), *_sentences(pair, "+")]),
        **{kind: _relying(user, stored, kind) for kind in (relying.GRIEVANCES, relying.SETTLEMENTS)},
        "deadlines": _deadlines(user, stored, pair),
        "members": members_touched(user, stored),
        "questions": questions(pair, gone, came),
    }


def _side(pair: Data, sign: str) -> str:
    return " ".join(text for side, text in pair["words"] if side == sign)


def _sentences(pair: Data, sign: str) -> list[str]:
    """Whole sentences of one text that hold a changed word."""
    out, at = "", []
    for side, text in pair["words"]:
        if side in ("=", sign):
            start = len(out)
            out += text
            at += [(start, len(out))] if side == sign else []
    found = [m for m in SENTENCE.finditer(out) if any(a < m.end() and b > m.start() for a, b in at)]
    return [" ".join(m.group().split()) for m in found if m.group().strip()]


def rights(sentences: Iterable[str]) -> list[str]:
    """Sentences that give the workers' side something: a right of theirs or a duty of the employer."""
    return [s for s in sentences if (WORKER.search(s) and RIGHT.search(s)) or (EMPLOYER.search(s) and DUTY.search(s))]


def practices(user: User, stored: Clause | None, changed: list[str]) -> list[Data]:
    """Practices and side letters the change touches, by its clause or by the words both share; then the notes."""
    at = [stored] if stored is not None else []
    found = contradicting.touched(user, "\n\n".join(changed), changed=at, versions=[c.version for c in at] or None)
    notes = queries.notes(user, at).filter(kind=NoteKind.PRACTICE) if at else []
    return [
        *[contradicting.as_data(one) for one in found],
        *[{"text": note.text, "by": note.author.name} for note in notes],
    ]


def _relying(user: User, stored: Clause | None, kind: str) -> list[Data]:
    return [asdict(one) for one in relying.relying_on(user, stored, kind)] if stored else []


def _deadlines(user: User, stored: Clause | None, pair: Data) -> list[Data]:
    """Time limits in the changed sentences, and the clocks of cases that run on the clause."""
    before = [m for s in _sentences(pair, "-") for m in LIMIT.findall(s)]
    after = [m for s in _sentences(pair, "+") for m in LIMIT.findall(s)]
    changed = [{"old": before, "new": after}] if before != after else []
    return changed + _relying(user, stored, relying.DEADLINES)


def members_touched(user: User, stored: Clause | None) -> int:
    """People who work in the agreement's unit now; the whole roster when it names none."""
    return queries.people_under(user, stored.version.agreement) if stored else 0


def questions(pair: Data, gone: str, came: str) -> list[str]:
    """What to ask at the table, from what changed."""
    out = []
    before, after = NUMBER.findall(gone), NUMBER.findall(came)
    if before != after and (before or after):
        old, new = ", ".join(before) or _("nothing"), ", ".join(after) or _("nothing")
        out.append(_("Why %(new)s in place of %(old)s? Ask for the figures behind it.") % {"new": new, "old": old})
    if re.search(r"\b(shall|must|will)\b", gone, re.I) and re.search(r"\b(may|should)\b", came, re.I):
        out.append(_("A duty becomes a choice. When would management not do it?"))
    if pair["kind"] == "removed":
        out.append(_("What problem did these words cause? Ask for every case in which they were used."))
    if pair["kind"] == "added":
        out.append(_("Who asked for this, and what would it have changed in the last year?"))
    return out
