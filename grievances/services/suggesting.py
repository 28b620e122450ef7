"""The model proposes clauses with their words, and drafts items of an information request; a person decides on each."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from contracts.models import Clause
from grievances import prompts
from grievances.models import Citation, Evidence, Grievance
from grievances.queries import procedures
from grievances.queries.proposals import CLAUSE, ITEM
from grievances.services import drafting, papers, records
from unionops.platform.access.models import User
from unionops.platform.ai import quotes, sense
from unionops.platform.ai import services as ai
from unionops.platform.ai.asking import ask
from unionops.platform.ai.models import AIOutput, Run
from unionops.platform.ai.prompts import Passage
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.handle import JobHandle, finishing

ENGINE = "model"
READ = 12
MOST = 6
WORDS = 4  # a quotation of fewer words than this shows nothing
STATEMENTS = ("why_needed", "use", "connection")


def propose_clauses(*, by: User, case: Grievance, task: JobHandle | None = None) -> list[AIOutput]:
    """Clauses in force that the facts bear on, each with a quotation that stands in it word for word.

    The search finds the candidates; the model only chooses among them. What a person decided on is not proposed again.
    """
    rows, known, _names = drafting.known_facts(case)
    clauses = {f"C{n}": clause for n, clause in enumerate(candidates(by, case, [row.text for row in rows]), 1)}
    if not clauses:
        raise Problem(
            "no_clauses",
            _("The search finds no clause in force for the words of these facts."),
            _("Search with other words under “Cite”."),
        )
    sources = drafting.passages_of(case, known)
    sources += [Passage(key, one.name, one.body, ref=str(one.public_id)) for key, one in clauses.items()]
    result = ask(
        prompts.CLAUSES, by=by, variables={"most": str(MOST)}, sources=sources, answer=prompts.ClauseProposals,
        choices={"clause": list(clauses)}, task=task, about=case,
    )  # fmt: skip
    answer = result.answer
    assert isinstance(answer, prompts.ClauseProposals)
    names = {key: str(row.public_id) for key, row in zip(known, rows, strict=True)}
    read = {key: clause for key, clause in clauses.items() if key in result.read}
    kept = {one.data["clause"]: one for one in _checked(answer, read, names)}
    with finishing(task):
        made = ai.replace_outputs(by=by, run=result.run, about=case, proposals=list(kept.values()), engine=ENGINE)
        record(by, "had clauses proposed", case, count=len(made), detail={"dropped": len(answer.clauses) - len(kept)})
    return made


def candidates(user: User, case: Grievance, texts: list[str]) -> list[Clause]:
    """Clauses in force on the day it happened, the best of each fact in turn, without those cited already."""
    cited = set(case.matter.citations.exclude(clause=None).values_list("clause_id", flat=True))
    day = case.matter.incident_on or case.matter.knowledge_on
    lists = [procedures.search_clauses(user, text, day, limit=READ) for text in [case.matter.title, *texts]]
    turns = [found[at] for at in range(READ) for found in lists if at < len(found)]
    return list({one.pk: one for one in turns if one.pk not in cited}.values())[:READ]


def _checked(answer: prompts.ClauseProposals, clauses: dict[str, Clause], facts: dict[str, str]) -> list[ai.Proposal]:
    found = []
    for one in answer.clauses[:MOST]:
        quote = quoted(one.quote, clauses[one.clause].body) if one.clause in clauses else ""
        if quote and all(key in facts for key in one.facts):
            data = {"clause": str(clauses[one.clause].public_id), "facts": [facts[key] for key in one.facts]}
            found.append(ai.Proposal(kind=CLAUSE, text=quote, data=data))
    return found


def quoted(quote: str, body: str) -> str:
    """The clause's own words where the quotation stands in it, with a 'not' just before them; else nothing."""
    span = quotes.find(quote, body) if len(quote.split()) >= WORDS else None
    if span is None:
        return ""
    start, end = sense.in_sense(span, body)
    return body[start:end]


def _case_of(output: AIOutput) -> Grievance:
    found: Grievance = Grievance.objects.select_related("matter").get(public_id=str(output.about_id))
    return found


@transaction.atomic
def take_clause(*, by: User, output: AIOutput) -> Citation:
    """Cite the clause with the words quoted, which are looked for in it once more. Raises Problem."""
    case = _case_of(output)
    clause = next(iter(procedures.clauses_named(by, [str(output.data.get("clause"))])), None)
    if clause is None or not quotes.verify(output.text, clause.body):
        raise Problem(
            "changed_clause", _("The words no longer stand in that clause."), _("Have clauses proposed anew.")
        )
    ai.review_output(by=by, output=output, accept=True)
    record(by, "cited a clause the model proposed", case)
    return records.cite(by=by, matter=case.matter, clause=clause, why=f"“{output.text}”")


@transaction.atomic
def leave(*, by: User, output: AIOutput) -> None:
    ai.review_output(by=by, output=output, accept=False)
    record(by, "turned a proposal of the model down", _case_of(output))


def draft_item(*, by: User, case: Grievance, evidence: Evidence, task: JobHandle | None = None) -> AIOutput:
    """The three statements for evidence still to get, from the facts: need, use, connection; a person edits them.

    A statement that names no known fact, or a number that neither the facts nor the request hold, comes out empty.
    """
    _rows, known, names = drafting.known_facts(case)
    wanted = evidence.what
    variables = {"language": get_language() or "en", "wanted": drafting.hide(wanted, names)}
    sources = drafting.passages_of(case, known)
    result = ask(
        prompts.ITEM, by=by, variables=variables, sources=sources, answer=prompts.ItemDraft, task=task, about=case
    )
    answer = result.answer
    assert isinstance(answer, prompts.ItemDraft)
    said: dict[str, prompts.ItemStatement] = {name: getattr(answer, name) for name in STATEMENTS}
    kept = {name: drafting.show(one.text, names) if _carried(one, known, wanted) else "" for name, one in said.items()}
    with finishing(task):
        return _keep_item(by, case, result.run, wanted, kept)


def _carried(one: prompts.ItemStatement, known: dict[str, str], wanted: str) -> bool:
    read = " ".join([wanted, *(known[key] for key in one.facts if key in known)])
    return all(key in known for key in one.facts) and not drafting.new_numbers(one.text, read)


def _keep_item(by: User, case: Grievance, run: Run, wanted: str, kept: dict[str, str]) -> AIOutput:
    text = "\n\n".join(filter(None, kept.values()))
    made = ai.keep_output(by=by, run=run, kind=ITEM, text=text, data={"description": wanted, **kept}, about=case)
    record(by, "had an item of an information request drafted", case)
    return made


@transaction.atomic
def take_item(*, by: User, output: AIOutput, item: papers.Item) -> None:
    """Note that the draft went into a request, in these words of a person."""
    said = "\n\n".join(getattr(item, name) for name in STATEMENTS)
    ai.review_output(by=by, output=output, accept=True, final_text=said)
    record(by, "took a drafted item over", _case_of(output))
