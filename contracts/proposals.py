"""Proposals about clauses as people see them: waiting, decided, and the time limits that procedures may take over."""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from contracts import amended, queries
from contracts.models import AgreementVersion, AnnotationPass, Clause, ClauseLineage
from contracts.reading.margin import MarginNote
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.ai import facts as ai_facts
from unionops.platform.ai import quotes
from unionops.platform.ai.models import AIOutput, Review

DECIDE = "contracts.note"
LINEAGE = ClauseLineage._meta.label
USABLE = (Review.ACCEPTED, Review.EDITED)
IN_MARGIN = ("clause.summary", "clause.deadline", "clause.loose")
KIND_NAMES: dict[str, Any] = {
    "clause.summary": gettext_lazy("In plain words"),
    "clause.duty": gettext_lazy("Who must, may or shall not"),
    "clause.deadline": gettext_lazy("Time limit"),
    "clause.loose": gettext_lazy("Words that leave room"),
    "clause.topic": gettext_lazy("Topic"),
}
AGENTS: dict[str, Any] = {
    "worker": gettext_lazy("employees"),
    "union": gettext_lazy("the union"),
    "employer": gettext_lazy("the employer"),
    "manager": gettext_lazy("a supervisor"),
    "other": gettext_lazy("not said who"),
}
MODALITIES: dict[str, Any] = {
    "obligation": gettext_lazy("must"),
    "prohibition": gettext_lazy("shall not"),
    "permission": gettext_lazy("may"),
    "right": gettext_lazy("has a right"),
}
UNITS: dict[str, Any] = {
    "day": ngettext_lazy("%(n)d day", "%(n)d days", "n"),
    "calendar_day": ngettext_lazy("%(n)d calendar day", "%(n)d calendar days", "n"),
    "work_day": ngettext_lazy("%(n)d work day", "%(n)d work days", "n"),
    "hour": ngettext_lazy("%(n)d hour", "%(n)d hours", "n"),
    "week": ngettext_lazy("%(n)d week", "%(n)d weeks", "n"),
    "month": ngettext_lazy("%(n)d month", "%(n)d months", "n"),
    "year": ngettext_lazy("%(n)d year", "%(n)d years", "n"),
    "pay_period": ngettext_lazy("%(n)d pay period", "%(n)d pay periods", "n"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One proposal beside its clause. `stands` is False when the words it came from are no longer in the text."""

    output: AIOutput
    kind: str
    text: str
    facts: tuple[str, ...]
    quote: str
    clause: Clause | None
    stands: bool

    @property
    def by_model(self) -> bool:
        return self.output.run_id is not None


@dataclass(frozen=True, slots=True)
class DeadlineProposal:
    """A time limit read from a clause: `n` of `unit`, `direction` after or before `event`; `bound` most or least.

    `review` says whether a person has accepted it. The quotation stands in the clause at start:end.
    """

    clause: Clause
    n: int
    unit: str
    direction: str
    bound: str
    event: str
    quote: str
    start: int
    end: int
    review: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a version is annotated and decided on."""

    clauses: int
    read_by_model: int
    waiting: int
    decided: int
    dropped: int
    problems: int
    why: str = ""


def outputs(user: User, clauses: Iterable[Clause]) -> QuerySet[AIOutput]:
    """Every proposal about these clauses, through all versions."""
    lineages = list(queries.lineages(user, clauses).values())
    found: QuerySet[AIOutput] = AIOutput.objects.visible_to(user, queries.VIEW)
    found = found.filter(about_kind=LINEAGE, about_id__in=lineages, kind__in=KIND_NAMES)
    found = found.select_related("reviewed_by").order_by("id")
    return found if may(user, DECIDE) else found.filter(review__in=USABLE)


def output(user: User, public_id: uuid.UUID) -> AIOutput | None:
    found = AIOutput.objects.visible_to(user, DECIDE).filter(public_id=public_id, kind__in=KIND_NAMES)
    return found.first()


def of_version(user: User, version: AgreementVersion) -> QuerySet[AIOutput]:
    return outputs(user, queries.clauses(user, version).only("lineage_id"))


def standing(user: User, version: AgreementVersion) -> Standing:
    found = of_version(user, version).order_by()
    sums = found.aggregate(
        waiting=Count("pk", filter=Q(review=Review.SUGGESTED)), decided=Count("pk", filter=~Q(review=Review.SUGGESTED))
    )
    rows = AnnotationPass.objects.visible_to(user, queries.VIEW).filter(lineage__clauses__version=version)
    passes = list(rows.values_list("engine", "dropped", "problem"))
    engines = Counter(engine for engine, _dropped, problem in passes if not problem)
    why = Counter(problem for _engine, _dropped, problem in passes if problem).most_common(1)
    return Standing(
        clauses=engines["rule"],
        read_by_model=engines["model"],
        dropped=sum(dropped for _e, dropped, _p in passes),
        problems=sum(bool(problem) for _e, _d, problem in passes),
        why=why[0][0] if why else "",
        **sums,
    )


def undecided(user: User, version: AgreementVersion, kind: str = "") -> QuerySet[AIOutput]:
    """What waits for a person in a version, of one kind if it is named."""
    rows = of_version(user, version).filter(review=Review.SUGGESTED)
    return rows.filter(kind=kind) if kind in KIND_NAMES else rows


def kinds_waiting(user: User, version: AgreementVersion) -> list[tuple[str, str, int]]:
    """(kind, its name, how many wait), in the order people read them."""
    counts = Counter(undecided(user, version).values_list("kind", flat=True))
    return [(kind, str(name), counts[kind]) for kind, name in KIND_NAMES.items() if counts[kind]]


def last_decision(user: User, version: AgreementVersion) -> list[AIOutput]:
    """The person's last word about this version within a day, or the last of many given at once."""
    since = timezone.now() - datetime.timedelta(days=1)
    mine = of_version(user, version).filter(reviewed_by=user, reviewed_at__gte=since).exclude(review=Review.SUGGESTED)
    last = mine.order_by("-reviewed_at").first()
    return list(mine.filter(reviewed_at=last.reviewed_at)) if last else []


def waiting_heads(user: User, version: AgreementVersion, kind: str = "") -> list[tuple[Clause, int]]:
    """Clauses with something to decide, in reading order, and how much."""
    rows = undecided(user, version, kind).values_list("about_id", flat=True)
    counts = Counter(row for row in rows if row is not None)
    heads = queries.clauses(user, version).filter(lineage__public_id__in=counts).select_related("lineage")
    return [(clause, counts[clause.lineage.public_id]) for clause in heads]


def shown(user: User, clauses: Sequence[Clause]) -> list[Shown]:
    """The proposals about a clause and its parts, the undecided first."""
    by_id = {str(clause.public_id): clause for clause in clauses}
    found = [_shown(one, by_id, clauses) for one in outputs(user, clauses)]
    order = {kind: n for n, kind in enumerate(KIND_NAMES)}
    return sorted(found, key=lambda s: (s.output.review != Review.SUGGESTED, order[s.output.kind], s.output.pk))


def _shown(one: AIOutput, by_id: dict[str, Clause], clauses: Sequence[Clause]) -> Shown:
    place = where(one, by_id, clauses)
    return Shown(
        output=one,
        kind=str(KIND_NAMES[one.kind]),
        text=one.final_text or words_of(one),
        facts=tuple(facts_of(one)),
        quote=str(one.data.get("quote", "")),
        clause=place[0] if place else None,
        stands=place is not None,
    )


def where(one: AIOutput, by_id: dict[str, Clause], clauses: Sequence[Clause]) -> tuple[Clause, int, int] | None:
    """The clause and place of the words a proposal stands on; after a new reading they are looked up again."""
    quote = str(one.data.get("quote", ""))
    clause = by_id.get(str(one.data.get("clause")))
    if clause is not None and one.kind == "clause.topic":
        return clause, 0, clause.body_start
    span = (int(one.data.get("start", 0)), int(one.data.get("end", 0)))
    if clause is not None and clause.now[span[0] : span[1]] and clause.now[span[0] : span[1]] in quote:
        return clause, *span
    for other in clauses:
        found = quotes.find(quote, other.now) if quote else None
        if found is not None:
            return other, found.start, found.end
    return (clauses[0], 0, 0) if one.kind == "clause.topic" and clauses else None


def words_of(one: AIOutput) -> str:
    """The proposal as a sentence."""
    data = one.data
    if one.kind == "clause.deadline":
        side = _("before") if data["direction"] == "before" else _("after")
        least = _("at least") if data.get("bound") == "least" else _("at most")
        event = data.get("event") or _("(the clause does not say what)")
        return f"{least} {UNITS[data['unit']] % {'n': data['n']}} {side} {event}"
    if one.kind == "clause.topic":
        return one.text.replace("_", " ")
    return one.text


def facts_of(one: AIOutput) -> Iterator[str]:
    """Who, which modality, until when, why; and what the check found."""
    data = one.data
    if one.kind == "clause.duty":
        yield f"{AGENTS[data['agent']]}: {MODALITIES[data['modality']]}"
    if data.get("when"):
        yield str(data["when"])
    if data.get("why"):
        yield str(data["why"])
    for flag in ai_facts.in_words(data.get("flags", ())):
        yield _("check this: %(what)s") % {"what": flag}


def proposed_deadlines(user: User, version: AgreementVersion) -> list[DeadlineProposal]:
    """Time limits of a version that nobody rejected, accepted ones first, then in reading order."""
    clauses = amended.read(user, queries.clauses(user, version).select_related("lineage"))
    by_id = {str(clause.public_id): clause for clause in clauses}
    families = _families(clauses, {clause.lineage_id: clause.lineage.public_id for clause in clauses})
    found = []
    for one in outputs(user, clauses).filter(kind="clause.deadline").exclude(review=Review.REJECTED):
        place = where(one, by_id, families.get(one.about_id, []))
        if place is not None:
            found.append(_deadline(one, *place))
    return sorted(found, key=lambda d: (d.review == Review.SUGGESTED, d.clause.ordinal, d.start))


def _families(clauses: Sequence[Clause], lineages: dict[int, uuid.UUID]) -> dict[uuid.UUID | None, list[Clause]]:
    """Each clause with its parts, by its lineage."""
    by_pk = {clause.pk: clause for clause in clauses}
    out: dict[uuid.UUID | None, list[Clause]] = {}
    for clause in clauses:
        at: Clause | None = clause
        while at is not None:
            out.setdefault(lineages[at.lineage_id], []).append(clause)
            at = by_pk.get(at.parent_id or 0)
    return out


def _deadline(one: AIOutput, clause: Clause, start: int, end: int) -> DeadlineProposal:
    data = one.data
    return DeadlineProposal(
        clause=clause,
        n=int(data["n"]),
        unit=data["unit"],
        direction=data["direction"],
        bound=data.get("bound", "most"),
        event=data.get("event", ""),
        quote=clause.now[start:end],
        start=start,
        end=end,
        review=one.review,
    )


def margin(user: User, clauses: list[Clause]) -> Iterator[MarginNote]:
    """Accepted proposals beside their clause while its words stand; stewards also see how many wait for a word."""
    if not clauses:
        return
    lineages = queries.lineages(user, clauses)
    at = {lineages[clause.lineage_id]: clause for clause in amended.read(user, clauses)}
    by_id, families = {str(clause.public_id): clause for clause in clauses}, _families(clauses, lineages)
    waiting: Counter[int] = Counter()
    for one in outputs(user, clauses).exclude(review=Review.REJECTED):
        if one.about_id is None:
            continue
        clause = at[one.about_id]
        if one.review == Review.SUGGESTED:
            waiting[clause.pk] += 1
        elif one.kind in IN_MARGIN and where(one, by_id, families[one.about_id]):
            who = one.reviewed_by.name if one.reviewed_by else ""
            yield MarginNote(clause.pk, "good", str(KIND_NAMES[one.kind]), one.final_text or words_of(one), detail=who)
    for clause in clauses:
        if waiting[clause.pk]:
            n = waiting[clause.pk]
            text = ngettext("%(n)d proposal waits for a person", "%(n)d proposals wait for a person", n) % {"n": n}
            yield MarginNote(clause.pk, "ai", _("Not reviewed"), text, url=annotate_url(clause))


def annotate_url(clause: Clause) -> str:
    """The page where a person decides on this clause's proposals."""
    return reverse("contracts:annotate", args=[clause.version.public_id]) + f"?at={clause.public_id}"
