"""Annotate an agreement: proposals by rule at once, the model's one clause at a time; a person decides on each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from contracts import amended
from contracts.annotating.figures import DATE
from contracts.annotating.rules import duty, loose_words, time_limits
from contracts.annotating.sentences import sentences
from contracts.annotating.topics import NAMES, topics_of
from contracts.models import AgreementVersion, AnnotationPass, Clause
from contracts.prompts import ANNOTATE, ClauseNotes, Limit
from contracts.services.indexing import unit_of
from unionops.platform.access.actors import system_actor
from unionops.platform.access.models import User
from unionops.platform.ai import asking, facts, quotes, services
from unionops.platform.ai.cited import OFF_CODES
from unionops.platform.ai.models import AIOutput, Run
from unionops.platform.ai.prompts import Passage
from unionops.platform.ai.services import Proposal
from unionops.platform.ai.state import state
from unionops.platform.audit.services import record
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent
from unionops.platform.jobs.errors import Blocked, Transient
from unionops.platform.jobs.handle import JobHandle

RULE, MODEL = "rule", "model"
RULES = "rules 2"  # a new number when the rules change, so that clauses are read by them again
LONGEST_CLAUSE = 12000
DAY = r"\b(?:days?|d[ií]as?|jours?)\b"
UNITS = {
    unit: re.compile(words, re.I)
    for unit, words in {
        "day": DAY,
        "calendar_day": DAY,
        "work_day": DAY,
        "hour": r"\b(?:hours?|horas?|heures?)\b",
        "week": r"\b(?:weeks?|semanas?|semaines?)\b",
        "month": r"\b(?:months?|mes(?:es)?|mois)\b",
        "year": r"\b(?:years?|años?|ans?|années?)\b",
        "pay_period": r"\b(?:pay periods?|per[ií]odos? de (?:pago|paga|nómina)|périodes? de pa[iy]e)\b",
    }.items()
}
SUMMARY, DUTY, LOOSE, DEADLINE, TOPIC = (f"clause.{kind}" for kind in ("summary", "duty", "loose", "deadline", "topic"))


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the clause it stands in; `start`/`end` are code points of that clause's text."""

    clause: Clause
    text: str
    start: int
    end: int

    @property
    def place(self) -> dict[str, Any]:
        return {"clause": str(self.clause.public_id), "start": self.start, "end": self.end, "quote": self.text}


@dataclass(frozen=True, slots=True)
class Unit:
    """What is annotated at once: a section, or an article without sections, with its paragraphs."""

    head: Clause
    titles: tuple[str, ...]
    parts: tuple[Clause, ...]

    @property
    def lines(self) -> list[Line]:
        return [Line(part, s.text, s.start, s.end) for part in self.parts for s in sentences(part.now, part.now_start)]

    def key(self, how: str) -> str:
        return hashlib.sha256("\n".join([how, *(part.now for part in self.parts)]).encode()).hexdigest()


def units(version: AgreementVersion) -> list[Unit]:
    """In reading order, in the words in force; headings without words of their own are left out."""
    every = Clause.objects.filter(version=version).select_related("lineage").order_by("ordinal")
    rows = amended.read(system_actor(), every)
    by_id = {clause.pk: clause for clause in rows}
    parts: dict[int, list[Clause]] = {}
    for clause in rows:
        parts.setdefault(unit_of(clause, by_id).pk, []).append(clause)
    found = [Unit(by_id[pk], _titles(by_id[pk], by_id), tuple(inside)) for pk, inside in parts.items()]
    return [unit for unit in found if any(part.body.strip() for part in unit.parts)]


def _titles(clause: Clause, by_id: dict[int, Clause]) -> tuple[str, ...]:
    above = by_id.get(clause.parent_id or 0)
    return (clause.title, above.title) if above else (clause.title,)


def unread(found: Iterable[Unit], engine: str, how: str) -> list[Unit]:
    """Those whose words this engine has not read yet in this way."""
    found = list(found)
    rows = AnnotationPass.objects.filter(engine=engine, lineage__in=[unit.head.lineage_id for unit in found])
    known = dict(rows.values_list("lineage_id", "key"))
    return [unit for unit in found if known.get(unit.head.lineage_id) != unit.key(how)]


def annotate_by_rule(*, version: AgreementVersion, by: User, progress: Progress = silent) -> int:
    """Duties, loose words, time limits and topics without any model; returns how many clauses were read."""
    waiting = unread(units(version), RULE, RULES)
    for done, unit in enumerate(waiting):
        progress(done, len(waiting))
        _keep_proposals(unit=unit, by=by, engine=RULE, how=RULES, proposals=by_rule(unit))
    return len(waiting)


def by_rule(unit: Unit) -> list[Proposal]:
    topics = [Proposal(TOPIC, name, _head_place(unit)) for name in topics_of(*unit.titles)]
    return topics + [proposal for line in unit.lines for proposal in _of_line(line)]


def _of_line(line: Line) -> Iterable[Proposal]:
    found = duty(line.text)
    if found:
        data = {"agent": found.agent, "modality": found.modality, "when": found.when}
        yield Proposal(DUTY, line.text, {**line.place, **data})
    for words in loose_words(line.text):
        yield Proposal(LOOSE, words, line.place)
    for limit in time_limits(line.text):
        span = {"start": line.start + limit.start, "end": line.start + limit.end}
        yield Proposal(DEADLINE, limit.words, {**line.place, **asdict(limit), **span})


def _head_place(unit: Unit) -> dict[str, Any]:
    return {"clause": str(unit.head.public_id), "start": 0, "end": unit.head.body_start, "quote": unit.head.title}


@transaction.atomic
def _keep_proposals(
    *,
    unit: Unit,
    by: User,
    engine: str,
    how: str,
    proposals: Sequence[Proposal],
    run: Run | None = None,
    dropped: int = 0,
    problem: str = "",
) -> None:
    """The proposals and the note that this clause was read, or neither."""
    about, language = unit.head.lineage, unit.head.version.language
    services.replace_outputs(by=by, run=run, about=about, proposals=proposals, engine=engine, language=language)
    values = {"key": unit.key(how), "dropped": dropped, "problem": problem}
    AnnotationPass.objects.update_or_create(lineage=about, engine=engine, defaults=values)


@transaction.atomic
def forget_problems(*, version: AgreementVersion, by: User) -> int:
    """Clauses the model could not read are read once more when somebody asks for it; how many."""
    lineages = [unit.head.lineage_id for unit in units(version)]
    gone, _each = AnnotationPass.objects.filter(lineage__in=lineages, engine=MODEL).exclude(problem="").delete()
    if gone:
        record(by, "had clauses read once more", version, count=gone)
    return gone


def annotate_piece(*, version: AgreementVersion, by: User, task: JobHandle | None = None) -> bool:
    """All clauses by rule, then one by the model; True when more clauses wait for the model."""
    annotate_by_rule(version=version, by=by)
    if not state(role="extract").ready:
        return False
    every = units(version)
    waiting = unread(every, MODEL, ANNOTATE.sha256)
    if not waiting:
        return False
    if task:
        task.progress(len(every) - len(waiting), len(every))
    _by_model(waiting[0], by, task)
    if task:
        task.progress(len(every) - len(waiting) + 1, len(every))
    return len(waiting) > 1


def _by_model(unit: Unit, by: User, task: JobHandle | None) -> None:
    """One clause. What the model cannot do with it is noted, so that the rest goes on; a missing model is not."""
    lines = {f"S{n}": line for n, line in enumerate(unit.lines, 1)}
    kept: dict[str, Any] = {"unit": unit, "by": by, "engine": MODEL, "how": ANNOTATE.sha256}
    text = "\n".join(f"[{name}] {line.text}" for name, line in lines.items())
    if not lines or len(text) > LONGEST_CLAUSE:
        _keep_proposals(**kept, proposals=[], problem=str(_("The clause is too long for the model.")) if lines else "")
        return
    try:
        result = asking.ask(
            ANNOTATE,
            by=system_actor(),
            variables={"name": unit.head.name, "topics": ", ".join(NAMES)},
            sources=[Passage("clause", unit.head.name, text, ref=str(unit.head.public_id), must=True)],
            answer=ClauseNotes,
            choices={"sentence": list(lines), "topic": list(NAMES)},
            task=task,
            about=unit.head,
        )
    except (Transient, Blocked):
        raise
    except Problem as problem:
        if problem.code in (*OFF_CODES, "daily_limit"):
            raise
        _keep_proposals(**kept, proposals=[], problem=str(problem))
        return
    answer = result.answer
    assert isinstance(answer, ClauseNotes)
    found, dropped = checked(answer, lines, unit)
    _keep_proposals(**kept, proposals=found, run=result.run, dropped=dropped)


def checked(answer: ClauseNotes, lines: dict[str, Line], unit: Unit) -> tuple[list[Proposal], int]:
    """What stands on a sentence of the clause, printed from our own text; and how much did not."""
    out: list[Proposal | None] = [*_summary(answer, lines), *_loose(answer, lines), *_limits(answer, lines)]
    if not topics_of(*unit.titles):
        out += [Proposal(TOPIC, found.topic, _head_place(unit)) for found in answer.topics if found.topic in NAMES]
    found = [proposal for proposal in out if proposal is not None]
    return found, len(out) - len(found)


def _summary(answer: ClauseNotes, lines: dict[str, Line]) -> Iterable[Proposal | None]:
    whole = " ".join(line.text for line in lines.values())
    for point in answer.summary:
        line, words = lines.get(point.sentence), " ".join(point.text.split())
        if line is None or not words:
            yield None
            continue
        flags = list(facts.unsupported(words, whole, line.text, line.clause.name))
        yield Proposal(SUMMARY, words, {**line.place, "flags": flags})


def _loose(answer: ClauseNotes, lines: dict[str, Line]) -> Iterable[Proposal | None]:
    for loose in answer.ambiguous:
        line = lines.get(loose.sentence)
        span = quotes.find(loose.words, line.text) if line else None
        if line is None or span is None:
            yield None
            continue
        yield Proposal(LOOSE, line.text[span.start : span.end], {**line.place, "why": loose.why.strip()})


def _limits(answer: ClauseNotes, lines: dict[str, Line]) -> Iterable[Proposal | None]:
    for limit in answer.deadlines:
        line = lines.get(limit.sentence)
        if line is None or not _says_limit(line.text, limit):
            yield None
        elif not any(rule.n == limit.n for rule in time_limits(line.text)):
            yield Proposal(
                DEADLINE, line.text, {**line.place, **limit.model_dump(exclude={"sentence"}), "words": line.text}
            )


def _says_limit(text: str, limit: Limit) -> bool:
    """The number and the unit stand in the sentence; the day of a date, 'November 1', counts nothing."""
    return str(limit.n) in facts.figures(DATE.sub(" ", text)) and UNITS[limit.unit].search(text) is not None


def decide(*, output: AIOutput, by: User, accept: bool, text: str = "", reason: str = "") -> AIOutput:
    """A person's word on one proposal; it stays with the clause through new versions."""
    return services.review_output(by=by, output=output, accept=accept, final_text=text.strip(), reason=reason)


@transaction.atomic
def accept_all(*, outputs: Iterable[AIOutput], by: User) -> int:
    """What is still undecided of one clause or of one kind, as it stands; undone in one step (`undo`)."""
    decided = [decide(output=output, by=by, accept=True) for output in outputs]
    AIOutput.objects.filter(pk__in=[one.pk for one in decided]).update(reviewed_at=timezone.now())
    record(by, "accepted every proposal about a clause", count=len(decided))
    return len(decided)


@transaction.atomic
def undo(*, outputs: Sequence[AIOutput], by: User) -> int:
    """Take back a person's last word, or the last of many given at once. Raises Problem when there is none."""
    count = services.take_back(by=by, outputs=outputs)
    if not count:
        raise Problem("nothing", _("There is nothing of yours to undo here."), _("Decisions can be undone for a day."))
    record(by, "undid decisions about proposals", count=count)
    return count
