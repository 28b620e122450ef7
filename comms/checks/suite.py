"""All checks in the order a person reads them, and the measures that go under a version."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from comms.checks import (
    bindings,
    channels,
    claims,
    coverage,
    crossed,
    deadlines,
    doers,
    facts,
    fields,
    missing,
    names,
    occasions,
    quotations,
    reading,
    roles,
    rules,
    sides,
    slots,
    sms,
    steps,
    terms,
    turned,
    variants,
    when,
)
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.words import Sentence, sentences

CHECKS: dict[str, Callable[[Draft, Ground], Iterable[Finding]]] = {
    "facts": facts.check,
    "missing": missing.check,
    "variants": variants.check,
    "deadlines": deadlines.check,
    "steps": steps.check,
    "bindings": bindings.check,
    "occasions": occasions.check,
    "crossed": crossed.check,
    "sides": sides.check,
    "turned": turned.check,
    "doers": doers.check,
    "quotations": quotations.check,
    "names": names.check,
    "roles": roles.check,
    "when": when.check,
    "claims": claims.check,
    "coverage": coverage.check,
    "fields": fields.check,
    "rules": rules.check,
    "channel": channels.check,
    "reading": reading.check,
    "terms": terms.check,
}
_ORDER = {Level.BLOCK: 0, Level.FIX: 1, Level.ADVICE: 2}


@dataclass(frozen=True)
class Outcome:
    """What was found, worst first, and the checks that found nothing."""

    findings: tuple[Finding, ...]
    fine: tuple[str, ...]

    def open(self, kept: Iterable[str] = ()) -> list[Finding]:
        """Findings that still stand in the way of asking for approval."""
        keys = set(kept)
        return [f for f in self.findings if f.level is Level.BLOCK or (f.level is Level.FIX and f.key not in keys)]


# What holds of every line of a text; the others ask what it says of the brief, and of that a house line says nothing.
_OF_FORM = frozenset({"fields", "rules", "channel", "reading", "terms"})


def check(draft: Draft, ground: Ground) -> Outcome:
    if not draft.body.strip():
        return Outcome((Finding("empty", Level.BLOCK, "body", 0, 0),), ())
    found: list[Finding] = []
    fine = []
    told = replace(draft, body=_without_house(draft.body, ground.house))
    for name, run in CHECKS.items():
        results = list(run(draft if name in _OF_FORM else told, ground))
        found += results
        if not results:
            fine.append(name)
    return Outcome(tuple(sorted(_once(found, draft), key=lambda f: (_ORDER[f.level], f.field, f.start))), tuple(fine))


def _without_house(text: str, house: frozenset[str]) -> str:
    """Lines of the local's own pattern become blanks, unless they name a day, a sum or a place; nothing moves."""
    lines = text.split("\n")
    return "\n".join(" " * len(s) if s.strip() in house and not slots.find(s) else s for s in lines)


def measures(draft: Draft) -> dict[str, int | float | str | None]:
    read = reading.measure(draft.body, draft.language)
    shown: dict[str, int | float | str | None] = {"words": read.words, "grade": read.grade}
    shown["longest_sentence"] = read.longest_words
    if draft.channel == "sms":
        size = sms.size(sms.filled(draft.body))
        shown |= {"encoding": size.encoding, "units": size.units, "segments": size.segments, "left": size.left}
    return shown


def disagreements(drafts: list[Draft], ground: Ground) -> Iterator[tuple[int, int, Finding]]:
    """Two versions that each give a day, time, room or sum the brief does not have, and not the same one."""
    known = facts.known_slots(ground)
    strange = [_strange(draft, known) for draft in drafts]
    for (i, left), (j, right) in combinations(enumerate(strange), 2):
        for slot in left:
            rivals = [other for other in right if other.kind == slot.kind]
            if rivals and not any(slot.agrees(other) for other in rivals):
                text = rivals[0].text
                yield i, j, Finding("versions_differ", Level.BLOCK, "body", slot.start, slot.end, slot.text, text)


def _strange(draft: Draft, known: list[facts.Known]) -> list[slots.Slot]:
    kinds = {"date", "time", "room", "money", "percent", "phone", "link"}
    return [
        slot for slot in slots.find(draft.body) if slot.kind in kinds and not any(slot.agrees(k.slot) for k in known)
    ]


def _once(found: list[Finding], draft: Draft) -> list[Finding]:
    """Each finding once: a claim once of a sentence however often it stands there, a turned sense once of a place."""
    texts = dict(draft.fields())
    kept: dict[Hashable, Finding] = {}
    for finding in found:
        place: Hashable = finding
        if finding.code == "claim":
            line = _sentence(texts[finding.field], finding)
            place = finding.code, finding.field, line.text
            finding = replace(finding, start=line.start, end=line.end, text=line.text)
        elif finding.code == "opposite":
            place = finding.code, finding.field, finding.start, finding.end, finding.expected
        kept.setdefault(place, finding)
    return list(kept.values())


def _sentence(text: str, finding: Finding) -> Sentence:
    whole = Sentence(finding.start, finding.end, finding.text)
    return next((line for line in sentences(text) if line.start <= finding.start < line.end), whole)
