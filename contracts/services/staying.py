"""What stays when a version is read again: a clause keeps its name by its words, and what people added follows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from contracts.comparing.align import align
from contracts.models import Clause, ClauseLineage, ClauseNote, LetterChange
from contracts.models.amendments import Amendment
from contracts.models.practices import Practice
from contracts.services.lineage import units
from unionops.platform.ai import quotes
from unionops.platform.ai.models import AIOutput

SAME_PLACE_ENOUGH = 60.0  # of the words, for a clause whose place is all that tells it
FEWEST_LETTERS = 30
LINEAGE = ClauseLineage._meta.label


def same_clauses(before: Sequence[Clause], fresh: Sequence[Clause], parents: Sequence[int | None]) -> dict[int, Clause]:
    """Which stored clause each newly cut one is: by its words, wherever it stands now; only then by its place."""
    new = [replace(unit, parent=parent) for unit, parent in zip(units(list(fresh)), parents, strict=True)]
    pairs = align(units(list(before)), new)
    found = {p.new: before[p.old] for p in pairs if p.old is not None and p.new is not None}
    taken = {clause.pk for clause in found.values()}
    places = {clause.path: clause for clause in before if clause.pk not in taken}
    for n, clause in enumerate(fresh):
        old = places.get(clause.path) if n not in found else None
        if old is not None and fuzz.partial_ratio(old.text, clause.text) >= SAME_PLACE_ENOUGH:
            found[n] = places.pop(clause.path)
    return found


def hand_on(gone: Iterable[Clause], changed: Iterable[Clause], now: Sequence[Clause]) -> None:
    """Before clauses go: what hangs on them goes to the clause that holds their words now, else to the one above.

    Of a clause whose words `changed`, what quotes words follows the quotation. A line that lives on in another
    version of the agreement keeps what it has.
    """
    for old in gone if now else ():
        if not Clause.objects.filter(lineage=old.lineage_id).exclude(pk=old.pk).exists():
            _move(old, _holder(old, now))
    for old in changed:
        _follow_quotations(old, now)


def _holder(old: Clause, now: Sequence[Clause]) -> Clause:
    """The clause that holds its words, or most of them from the first on; else the one above; else the one there."""
    body = (old.body or old.text).strip()
    above = (clause for clause in reversed(now) if old.path.startswith(f"{clause.path}/"))
    here = [clause for clause in now if clause.page_start <= old.page_start]
    return _holding(body, now) or next(above, None) or (here or now)[-1 if here else 0]


def _holding(words: str, now: Sequence[Clause]) -> Clause | None:
    """Which clause holds the words; where none has all of them, the first half decides, or the half of that."""
    while words:
        if (found := next((clause for clause in now if quotes.find(words, clause.text)), None)) is not None:
            return found
        half = words[: len(words) // 2].rpartition(" ")[0]
        words = half if len(half) >= FEWEST_LETTERS else ""
    return None


def _move(old: Clause, to: Clause) -> None:
    lineage = old.lineage
    ClauseNote.objects.filter(lineage=lineage).update(lineage=to.lineage_id, clause=to.pk)
    AIOutput.objects.filter(about_kind=LINEAGE, about_id=lineage.public_id).update(about_id=to.lineage.public_id)
    Amendment.objects.filter(lineage=lineage).update(lineage=to.lineage_id)
    for practice in Practice.objects.filter(lineages=lineage):
        practice.lineages.remove(lineage)
        practice.lineages.add(to.lineage_id)
    known = LetterChange.objects.filter(lineage=to.lineage_id).values("letter")
    LetterChange.objects.filter(lineage=lineage).exclude(letter__in=known).update(lineage=to.lineage_id)


def _follow_quotations(old: Clause, now: Sequence[Clause]) -> None:
    """`old` is the clause as it was: a note or proposal whose quotation stands elsewhere now goes there."""
    family = [clause for clause in now if f"{clause.path}/".startswith(f"{_path(old, now)}/")]
    for note in ClauseNote.objects.filter(lineage=old.lineage_id).exclude(quote=""):
        if (to := _where(note.quote, family[:1], now)) is not None:
            note.lineage_id, note.clause = to.lineage_id, to
            note.save(update_fields=["lineage", "clause"])
    outputs: Any = AIOutput.objects.filter(about_kind=LINEAGE, about_id=old.lineage.public_id)
    for output in outputs:
        if (to := _where(str(output.data.get("quote", "")), family, now)) is not None:
            output.about_id = to.lineage.public_id
            output.save(update_fields=["about_id"])


def _path(old: Clause, now: Sequence[Clause]) -> str:
    return next((clause.path for clause in now if clause.pk == old.pk), old.path)


def _where(quote: str, here: Sequence[Clause], now: Sequence[Clause]) -> Clause | None:
    """The clause a quotation went to; None where it still stands, or stands nowhere."""
    if not quote or any(quotes.find(quote, clause.text) for clause in here):
        return None
    return next((clause for clause in now if quotes.find(quote, clause.text)), None)
