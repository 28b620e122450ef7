"""Which clause of the old text is which of the new one, though renumbered, moved or reworded."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from unionops.platform.core import lazy_re as re

SAME_LABEL_ENOUGH = 50.0
MOVED_ENOUGH = 75.0
TOO_SHORT = 30
LONGEST_COMPARED = 4000
# What a proposal prints in the place of a clause that is to go.
STRUCK = re.compile(
    r"\W*(?:this (?:article|section|paragraph|clause|page) )?(?:is |has been |was )?(?:hereby )?"
    r"(?:(?:intentionally )?(?:deleted?|removed?|struck|strike|omitted|repealed|left blank|reserved|vacant|not used)"
    r"(?: in (?:its|their) entirety| for future use| by agreement of the parties)?|"
    r"(?:suprimid|derogad|eliminad|reservad)[oa]|supprimée?|abrogée?|réservée?)\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause as comparing sees it; `mark` is equal for equal words."""

    key: str
    label: str
    title: str
    text: str
    mark: str
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """`old` and `new` are positions; `similarity` is 0 to 100."""

    kind: str
    old: int | None
    new: int | None
    similarity: float


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Every clause of both texts exactly once, in the order of the new text with removed ones where they stood."""
    matched: dict[int, tuple[int, float]] = {}
    _exact(old, new, matched)
    _parents(old, new, matched)
    _same_place(old, new, matched, _words_of)
    _same_place(old, new, matched, _marks)
    _same_label(old, new, matched)
    _similar(old, new, matched)
    _parents(old, new, matched)  # also of those that went with other words
    return _in_order(old, new, matched)


def _free(old: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> list[int]:
    used = {i for i, _ in matched.values()}
    return [i for i in range(len(old)) if i not in used]


def _exact(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> None:
    """Equal words: the same label first, else the one that follows most naturally."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(old):
        places[unit.mark].append(i)
    waiting = []
    for j, unit in enumerate(new):
        same = next((i for i in places[unit.mark] if old[i].label == unit.label), None)
        if same is None:
            waiting.append(j)
        else:
            places[unit.mark].remove(same)
            matched[j] = (same, 100.0)
    for j in waiting:
        rest = places[new[j].mark]
        if rest and (len(new[j].text) >= TOO_SHORT or (len(rest) == 1 and new[j].title)):
            matched[j] = (rest.pop(_nearest(rest, j, matched)), 100.0)


def _nearest(rest: list[int], j: int, matched: dict[int, tuple[int, float]]) -> int:
    """The candidate closest behind the old place of the clause before."""
    before = matched.get(j - 1, (rest[0] - 1, 0.0))[0]
    return min(range(len(rest)), key=lambda n: (abs(rest[n] - before - 1), n))


def _parents(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> None:
    """An article goes on where most of its clauses went, whatever its own title became."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for j, (i, _) in matched.items():
        above, below = old[i].parent, new[j].parent
        if above is not None and below is not None and below not in matched:
            votes[below][above] += 1
    used = {i for i, _ in matched.values()}
    for j, found in votes.items():
        best = next((i for i, _ in found.most_common() if i not in used), None)
        if best is not None:
            used.add(best)
            matched[j] = (best, similarity(old[best], new[j]))


def _same_place(
    old: Sequence[Unit],
    new: Sequence[Unit],
    matched: dict[int, tuple[int, float]],
    marks: Callable[[Sequence[Unit], Unit], list[str]],
) -> None:
    """Under the same parent: the same words, own number or title, however the parent is numbered now."""
    free: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for i in _free(old, matched):
        for mark in marks(old, old[i]):
            free[old[i].parent, mark].append(i)
    used = {i for i, _ in matched.values()}
    for j, unit in enumerate(new):
        if j in matched or unit.parent is None or unit.parent not in matched:
            continue
        above = matched[unit.parent][0]
        places = [i for mark in marks(new, unit) for i in free[above, mark] if i not in used]
        place = next((i for i in places if _goes_on(old[i], unit)), None)
        if place is not None:
            used.add(place)
            matched[j] = (place, similarity(old[place], unit))


def _words_of(_units: Sequence[Unit], unit: Unit) -> list[str]:
    """Words too short to be known again anywhere else."""
    return [unit.mark] if unit.text else []


def _marks(units: Sequence[Unit], unit: Unit) -> list[str]:
    """Its number below its parent, and its title."""
    above = units[unit.parent].label if unit.parent is not None else ""
    return [unit.label.removeprefix(above), *([f"={unit.title.casefold()}"] if unit.title else [])]


def _goes_on(a: Unit, b: Unit) -> bool:
    """The same title, enough of the same words, too few to tell more than their place does, none, or "Deleted"."""
    if not b.text or _struck(b):
        return True
    same_title = bool(a.title) and a.title.casefold() == b.title.casefold()
    short = max(len(a.text), len(b.text)) < TOO_SHORT and not (a.title or b.title)
    return same_title or short or similarity(a, b) >= SAME_LABEL_ENOUGH


def _struck(unit: Unit) -> bool:
    """It says only that something was here."""
    return bool(STRUCK.match(unit.text) or (unit.title and STRUCK.match(unit.text.removeprefix(unit.title))))


def _same_label(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> None:
    by_label: dict[str, list[int]] = defaultdict(list)
    for i in _free(old, matched):
        by_label[old[i].label].append(i)
    for j, unit in enumerate(new):
        if j in matched or not by_label[unit.label]:
            continue
        i = by_label[unit.label][0]
        if _goes_on(old[i], unit):
            by_label[unit.label].pop(0)
            matched[j] = (i, similarity(old[i], unit))


def _similar(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> None:
    """What is left, best pairs first."""
    olds = [i for i in _free(old, matched) if len(old[i].text) >= TOO_SHORT]
    news = [j for j in range(len(new)) if j not in matched and len(new[j].text) >= TOO_SHORT]
    if not olds or not news:
        return
    scores = process.cdist(
        [new[j].text[:LONGEST_COMPARED] for j in news],
        [old[i].text[:LONGEST_COMPARED] for i in olds],
        scorer=fuzz.ratio,
        score_cutoff=MOVED_ENOUGH,
    )
    taken: set[int] = set()
    for at in (-scores).argsort(axis=None, kind="stable"):
        row, column = divmod(int(at), len(olds))
        if scores[row, column] < MOVED_ENOUGH:
            break
        if news[row] not in matched and column not in taken:
            taken.add(column)
            matched[news[row]] = (olds[column], float(scores[row, column]))


def similarity(a: Unit, b: Unit) -> float:
    """Share of words that stay, 0 to 100."""
    return float(fuzz.ratio(a.text.split(), b.text.split()))


def _in_order(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> list[Pair]:
    kept = sorted(i for i, _ in matched.values())
    gone: dict[int, list[int]] = defaultdict(list)
    for i in _free(old, matched):
        at = bisect.bisect_left(kept, i)
        gone[kept[at - 1] if at else -1].append(i)
    moved = _moved(old, new, matched)
    pairs = [Pair("removed", i, None, 0.0) for i in gone[-1]]
    heads = {unit.parent for unit in new}
    for j in range(len(new)):
        if j not in matched:
            pairs.append(Pair("added", None, j, 0.0))
            continue
        i, score = matched[j]
        pairs.append(Pair(_kind(old[i], new[j], j in moved, j in heads), i, j, round(score, 1)))
        pairs += [Pair("removed", k, None, 0.0) for k in gone[i]]
    return pairs


def _kind(a: Unit, b: Unit, moved: bool, heads: bool) -> str:
    """A heading repeated without its words above new clauses is no change; a clause left without words is one.

    One that holds the place of what was here ("Reserved") is its removal.
    """
    if a.mark != b.mark and _struck(b) and not _struck(a):
        return "removed"
    if a.mark != b.mark and (b.text or not heads):
        return "changed"
    if a.label == b.label:
        return "unchanged"
    return "moved" if moved else "renumbered"


def _moved(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, tuple[int, float]]) -> set[int]:
    """New positions of clauses that stand under another parent, or no longer in order among their neighbours.

    What only shifted because something was put before it is not moved; what hangs under a moved clause is.
    """
    out: set[int] = set()
    families: dict[int | None, list[int]] = defaultdict(list)
    for j in sorted(matched):
        above = new[j].parent
        stayed = old[matched[j][0]].parent == (matched.get(above, (None, 0.0))[0] if above is not None else None)
        if above in out or not stayed:
            out.add(j)
        else:
            families[above].append(j)
    for family in families.values():
        places = [matched[j][0] for j in family]
        in_order = _longest_rising(places)
        out |= {j for j, place in zip(family, places, strict=True) if place not in in_order}
    return out | {j for j in matched if _under(new, j, out)}


def _under(units: Sequence[Unit], j: int, moved: set[int]) -> bool:
    above = units[j].parent
    while above is not None:
        if above in moved:
            return True
        above = units[above].parent
    return False


def _longest_rising(values: list[int]) -> set[int]:
    """The members of the longest increasing run (patience sorting)."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for n, value in enumerate(values):
        at = bisect.bisect_left(tails, value)
        tails[at : at + 1] = [value]
        places[at : at + 1] = [n]
        before.append(places[at - 1] if at else -1)
    out: set[int] = set()
    n = places[-1] if places else -1
    while n >= 0:
        out.add(values[n])
        n = before[n]
    return out
