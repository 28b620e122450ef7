"""Corrections a person makes to the structure: kept apart from the reading and replayed on the next one."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from contracts.annotating.sentences import sentences
from contracts.citing import fingerprint
from contracts.models import AgreementVersion, Clause, Correction, CorrectionKind
from contracts.parsing.labels import alphabetic, from_roman, letter_value, to_roman
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

Cut = list[dict[str, Any]]
LONGEST_WORDS = 200
Deed = tuple[Clause, str, dict[str, Any]]


@transaction.atomic
def correct(*, clause: Clause, by: User, kind: str, value: dict[str, Any]) -> Correction:
    """Note one correction. It takes effect when the version is read again, which the caller starts."""
    check(clause, kind, value)
    correction = Correction.objects.create(
        version=clause.version, kind=kind, path=clause.path, fingerprint=clause.fingerprint, value=value, by=by
    )
    record(by, "corrected the structure of an agreement", clause.version, detail={"kind": kind})
    return correction


@transaction.atomic
def correct_together(*, version: AgreementVersion, by: User, deeds: Sequence[Deed]) -> int:
    """Several corrections as one step that can be undone as one; none is kept when one of them cannot work."""
    if not deeds:
        raise Problem("deeds", _("Nothing was changed."), _("Change a number, a title or a kind, or tick clauses."))
    for clause, kind, value in deeds:
        check(clause, kind, value)
    step = uuid.uuid4().hex
    Correction.objects.bulk_create(
        Correction(
            version=version,
            kind=kind,
            path=clause.path,
            fingerprint=clause.fingerprint,
            value={**value, "step": step},
            by=by,
        )
        for clause, kind, value in deeds
    )
    record(by, "corrected the structure of an agreement", version, detail={"corrections": len(deeds)})
    return len(deeds)


def last_step(version: AgreementVersion) -> list[Correction]:
    """The corrections that were made together last."""
    every = list(Correction.objects.filter(version=version).order_by("id"))
    if not every:
        return []
    step = every[-1].value.get("step")
    return [one for one in every if one.value.get("step") == step] if step else every[-1:]


@transaction.atomic
def undo_step(*, version: AgreementVersion, by: User) -> int:
    """Forget the corrections that were made together last. They take no effect on the next reading."""
    last = last_step(version)
    if last:
        Correction.objects.filter(pk__in=[one.pk for one in last]).delete()
        record(by, "took back corrections of an agreement", version, detail={"corrections": len(last)})
    return len(last)


def state_of(version: AgreementVersion) -> list[int]:
    """Another one as soon as anybody corrects the version or takes a correction back."""
    return list(Correction.objects.filter(version=version).order_by("pk").values_list("pk", flat=True))


def count_on(start: str, many: int) -> list[str]:
    """'3' -> 3, 4, 5; 'c' -> c, d, e; 'IV' -> IV, V, VI; '4.1' -> 4.1, 4.2. Problem for anything else."""
    found = re.fullmatch(r"(.*?)(\d{1,4}|(?<![A-Za-z])[A-Za-z]{1,7})", start[:40])
    head, last = found.groups() if found else ("", "")
    if last.isdigit():
        return [f"{head}{int(last) + n}" for n in range(many)]
    roman = from_roman(last.upper()) if last else 0
    if (roman and len(last) > 1) or last in ("I", "V", "X"):
        names = [to_roman(roman + n) for n in range(many)]
        return [head + (name if last.isupper() else name.lower()) for name in names]
    if len(last) == 1:
        names = [alphabetic(letter_value(last) + n) for n in range(many)]
        return [head + (name.upper() if last.isupper() else name) for name in names]
    raise Problem("start", _("The first number is missing."), _("Write the number of the first ticked clause."))


def beginnings(clause: Clause) -> list[tuple[str, str]]:
    """The sentences of a clause, each with the words to split it at; none for the first one."""
    found: list[tuple[str, str]] = []
    for one in sentences(clause.text):
        words = one.text[:LONGEST_WORDS]
        stands = one.start > 0 and place_of(words, clause.text) == one.start
        found.append((one.text, words if stands else ""))
    return found


def check(clause: Clause, kind: str, value: dict[str, Any]) -> None:
    """Problem when the correction cannot work on this clause."""
    if kind == CorrectionKind.SPLIT and place_of(str(value.get("words", "")), clause.text) <= 0:
        raise Problem(
            "split",
            _("These words do not stand inside the clause."),
            _("Copy the first words of the new part exactly."),
        )
    if kind == CorrectionKind.JOIN and clause.ordinal == 0:
        raise Problem("join", _("There is no clause before the first one."), _("Choose a later clause."))


def replay(version: AgreementVersion, cut: Cut) -> Cut:
    """The clauses as read, with all corrections of this version made again in their order."""
    for correction in Correction.objects.filter(version=version).order_by("id"):
        at = _find(cut, correction)
        if at is not None:
            DEEDS[CorrectionKind(correction.kind)](cut, at, correction)
    return cut


def _find(cut: Cut, correction: Correction) -> int | None:
    """By the words first (they survive a better reading), then by the place in the tree."""
    same = [n for n, c in enumerate(cut) if _print(c) == correction.fingerprint]
    if len(same) == 1:
        return same[0]
    return next((n for n, c in enumerate(cut) if c["path"] == correction.path), None)


def _print(c: dict[str, Any]) -> str:
    return fingerprint(c["title"], c["text"][c["body_start"] :])


def _retitle(cut: Cut, at: int, correction: Correction) -> None:
    cut[at].update(title=str(correction.value["title"])[:300], edited_by=correction.by_id, check=False)


def _renumber(cut: Cut, at: int, correction: Correction) -> None:
    """A new number, a new kind, or both; what the correction does not name stays as it is."""
    if "number" in correction.value:
        cut[at]["number"] = str(correction.value["number"])[:40]
    cut[at].update(edited_by=correction.by_id, check=False)
    if correction.value.get("level"):
        cut[at]["level"] = correction.value["level"]


def place_of(words: str, text: str) -> int:
    """Where the words begin in the text, wherever its lines break; -1 when they do not stand there."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), text) if words.split() else None
    return found.start() if found else -1


def _split(cut: Cut, at: int, correction: Correction) -> None:
    """The words from `words` on become a clause of their own, right behind, with its own number and title."""
    whole = cut[at]
    where = place_of(str(correction.value["words"]), whole["text"])
    if where <= 0:
        return
    before, after = _cut_pieces(whole["pieces"], where)
    part = {
        **whole,
        "text": whole["text"][where:],
        "pieces": after,
        "body_start": 0,
        "number": str(correction.value.get("number", ""))[:40],
        "title": str(correction.value.get("title", ""))[:300],
        "path": f"{whole['path']}~split{where}",
        "page": after[0]["page"] + 1 if after else whole["page"],
        "edited_by": correction.by_id,
        "check": False,
        "repaired": False,
    }
    whole.update(text=whole["text"][:where].rstrip(), pieces=before, edited_by=correction.by_id)
    whole["body_start"] = min(whole["body_start"], len(whole["text"]))
    _insert(cut, at + 1, part)


def _cut_pieces(pieces: list[dict[str, int]], where: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    before, after = [], []
    for piece in pieces:
        if piece["text_end"] <= where:
            before.append(piece)
            continue
        inside = max(0, where - piece["text_start"])
        if inside:
            before.append({**piece, "end": piece["start"] + inside, "text_end": where})
        after.append(
            {
                **piece,
                "start": piece["start"] + inside,
                "text_start": piece["text_start"] + inside - where,
                "text_end": piece["text_end"] - where,
            }
        )
    return before, after


def _insert(cut: Cut, at: int, part: dict[str, Any]) -> None:
    for c in cut:
        if c["parent"] is not None and c["parent"] >= at:
            c["parent"] += 1
    cut.insert(at, part)


def _join(cut: Cut, at: int, correction: Correction) -> None:
    """The clause becomes the end of the one before it; its own parts move to that clause."""
    if at == 0:
        return
    whole, part = cut[at - 1], cut[at]
    shift = len(whole["text"]) + 1
    whole["pieces"] = whole["pieces"] + [
        {**p, "text_start": p["text_start"] + shift, "text_end": p["text_end"] + shift} for p in part["pieces"]
    ]
    whole.update(text=f"{whole['text']}\n{part['text']}", page_end=max(whole["page_end"], part["page_end"]))
    whole["edited_by"] = correction.by_id
    del cut[at]
    for c in cut:
        if c["parent"] is not None:
            c["parent"] = at - 1 if c["parent"] == at else c["parent"] - (c["parent"] > at)


DEEDS = {
    CorrectionKind.RETITLE: _retitle,
    CorrectionKind.RENUMBER: _renumber,
    CorrectionKind.SPLIT: _split,
    CorrectionKind.JOIN: _join,
}
