"""Questions put to an agreement: clauses at once, then claims that each stand on a checked quotation."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from contracts import queries
from contracts.annotating.topics import topics_of
from contracts.asking.finding import Found, find, fused
from contracts.citing import mentions
from contracts.models import AgreementVersion, Clause, ClauseLevel, ClauseSpan, Question, QuestionState
from contracts.prompts import REWRITE, OtherWords
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.ai import asking, cited, services
from unionops.platform.ai.models import AIOutput, Review
from unionops.platform.ai.prompts import Passage
from unionops.platform.audit.services import record
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold
from unionops.platform.jobs.errors import Transient
from unionops.platform.jobs.handle import JobHandle, finishing
from unionops.platform.search.labels import normal, shortened
from unionops.platform.search.terms import WORD, plain, query_terms, stop_words

CLAUSES_SHOWN = 8
SECTIONS_READ = 8
LONGEST_QUESTION = 500
ALIKE = 0.6
ANSWER = "contracts.answer"
DEFERS = re.compile(
    r"\b(as provided|pursuant to|in accordance with|governed by|subject to|set forth in|refer to)\b[^.]{0,80}"
    r"\b(supplement|rider|local agreement|law|statute|regulation|U\.S\.C|C\.F\.R|handbook|manual)",
    re.I,
)


@transaction.atomic
def put_question(*, by: User, text: str, version: AgreementVersion | None = None) -> Question:
    """Keep the question with the clauses that words alone find; no model is needed for that."""
    words = " ".join(text.split())
    if len(words) < 3:
        raise Problem("question", _("The question is too short."), _("Write it as you would say it to a steward."))
    found = find(by, words[:LONGEST_QUESTION], versions=[version] if version else None, limit=CLAUSES_SHOWN)
    question = Question.objects.create(
        text=words[:LONGEST_QUESTION],
        version=version or (found[0].clause.version if found else None),
        asked_by=by,
        clauses=[str(one.clause.public_id) for one in found],
        searches=[words[:LONGEST_QUESTION]],
    )
    record(by, "asked an agreement a question", question)
    return question


def answer_question(*, question: Question, by: User, task: JobHandle | None = None) -> Question:
    """Let the model put the question into the agreement's words and read the nearest clauses.

    Only claims whose quotations stand there are kept. 'Not covered' is said only after at least three more
    searches, with the list of contents and the places that defer to another text looked at.
    """
    versions = [question.version] if question.version else None
    words = _other_words(question, by, task)
    found = fused(by, [question.text, *words], versions, limit=SECTIONS_READ)
    first = _read(question, found, by, task)
    if first.state != cited.NOT_COVERED:
        question.searches = [question.text, *words]
        with finishing(task):
            return _keep(question=question, by=by, answer=first, found=found)
    more = _search_again(question, by, versions, words)
    fresh = [one for one in more if one.clause.pk not in {f.clause.pk for f in found}]
    second = _read(question, fresh, by, task) if fresh else first
    before = first.dropped if fresh else 0
    with finishing(task):
        return _keep(question=question, by=by, answer=second, found=[*found, *fresh], dropped_before=before)


def _read(question: Question, found: Sequence[Found], by: User, task: JobHandle | None) -> cited.CitedAnswer:
    return cited.answer(question.text, passages(by, found), by=by, task=task, about=question)


def passages(user: User, found: Sequence[Found]) -> list[Passage]:
    """The clauses as numbered passages, best first; a section comes with its paragraphs."""
    parts = [part for part in _with_parts(user, found) if part.now.strip()]
    return [
        Passage(id=f"C{number}", ref=str(part.public_id), label=part.name, text=part.now)
        for number, part in enumerate(parts, start=1)
    ]


def _search_again(
    question: Question, by: User, versions: list[AgreementVersion] | None, tried: list[str]
) -> list[Found]:
    """At least three searches besides the question's own words: the model's, titles of the contents, single words."""
    fresh = [*_kindred_titles(question, by), *_fewer_words(question)]
    question.searches = list(dict.fromkeys([question.text, *tried, *fresh]))
    seen: dict[int, Found] = {}
    for words in fresh:
        for one in find(by, words, versions=versions, limit=3):
            seen.setdefault(one.clause.pk, one)
    return list(seen.values())[:SECTIONS_READ]


def _fewer_words(question: Question) -> list[str]:
    """Other ways to look without any model: its topics, its telling words together and in parts."""
    language = question.version.language if question.version else "en"
    silent = stop_words(language)
    telling = [word for word in WORD.findall(question.text) if plain(word) not in silent and len(word) > 2]
    longest = sorted(dict.fromkeys(telling), key=len, reverse=True)
    topics = [name.replace("_", " ") for name in topics_of(question.text)]
    halves = [" ".join(longest[:3]), " ".join(longest[3:6])]
    return [words for words in dict.fromkeys([*topics, *halves, *longest[:3]]) if words]


def _other_words(question: Question, by: User, task: JobHandle | None) -> list[str]:
    variables = {"question": question.text, "contents": contents_of(by, question.version)}
    try:
        result = asking.ask(REWRITE, by=by, variables=variables, answer=OtherWords, task=task, about=question)
    except Problem as problem:
        if isinstance(problem, Transient):
            raise
        return []
    reply = result.answer
    return [words.strip()[:120] for words in reply.searches if words.strip()] if isinstance(reply, OtherWords) else []


def contents_of(user: User, version: AgreementVersion | None) -> str:
    if version is None:
        return ""
    heads = queries.clauses(user, version).filter(
        level__in=(ClauseLevel.ARTICLE, ClauseLevel.APPENDIX, ClauseLevel.LETTER)
    )
    return "\n".join(head.name for head in heads[:120])


def _kindred_titles(question: Question, by: User) -> list[str]:
    wanted = set(query_terms(question.text, question.version.language if question.version else "en"))
    titles = contents_of(by, question.version).splitlines()
    return [title for title in titles if wanted & set(query_terms(title))][:3]


def _keep(
    *, question: Question, by: User, answer: cited.CitedAnswer, found: Sequence[Found], dropped_before: int = 0
) -> Question:
    claims = [claim for claim in answer.claims if _names_what_exists(claim, question)]
    dropped_before += len(answer.claims) - len(claims)
    if answer.claims and not claims:
        answer = replace(answer, state=cited.NOT_COVERED)
    states = {cited.ANSWERED: QuestionState.ANSWERED, cited.NOT_COVERED: QuestionState.NOT_COVERED}
    off = answer.state == cited.MODEL_OFF
    question.state = QuestionState.SEARCHED if off else states.get(answer.state, QuestionState.FAILED)
    held = queries.clauses_by_ids(by, [claim.ref for claim in claims])
    question.claims = [claim_as_data(claim, held[claim.ref]) for claim in claims]
    question.dropped = answer.dropped + dropped_before
    question.clauses = [str(one.clause.public_id) for one in found]
    question.problem = " ".join(part for part in (answer.reason, answer.fix) if part)
    question.run_id = answer.run.public_id if answer.run else None
    question.for_stewards = question.state == QuestionState.NOT_COVERED
    question.extras = {"notes": answer.notes, "titles": _kindred_titles(question, by)}
    if question.for_stewards:
        question.extras["defers"] = deferrals(_with_parts(by, found))
    question.output = _keep_history(question, by, answer)
    question.save()
    record(by, "had a question answered", question, detail={"state": question.state, "dropped": question.dropped})
    return question


def _keep_history(question: Question, by: User, answer: cited.CitedAnswer) -> AIOutput | None:
    """Every answer stays, also when the question is asked again; a person's verdict on it is kept with it."""
    if answer.run is None:
        return None
    data = {name: getattr(question, name) for name in ("state", "claims", "dropped", "clauses", "searches")}
    text = "\n".join(claim["text"] for claim in question.claims)
    return services.keep_output(by=by, run=answer.run, kind=ANSWER, text=text, data=data, about=question)


def answers_of(question: Question) -> list[AIOutput]:
    """All answers of the model to a question, the newest first; a steward's own is none of them."""
    rows = AIOutput.objects.filter(kind=ANSWER, about_id=question.public_id).exclude(run=None)
    return list(rows.select_related("run__prompt", "reviewed_by").order_by("-pk"))


def _names_what_exists(claim: cited.Claim, question: Question) -> bool:
    """A claim that names an article this version does not have is not shown, whatever it quotes."""
    named = [mention.label for mention in mentions(claim.text, "") if mention.label.strip(".")]
    named += [normal(flag.removeprefix("reference:")) for flag in claim.flags if flag.startswith("reference:")]
    if not named or question.version is None:
        return True
    clauses = Clause.objects.filter(version=question.version).values_list("label", flat=True)
    known = {normal(label) for label in clauses}
    return all(any(label in known for label in shortened(name)[:2]) for name in named)


def _with_parts(by: User, found: Sequence[Found]) -> list[Clause]:
    """The clauses found with all their parts: a paragraph may be what decides, or sends the reader elsewhere."""
    return queries.families(by, [one.clause for one in found])


def deferrals(clauses: Sequence[Clause]) -> list[dict[str, str]]:
    """Clauses that send the reader to a supplement or the law: the answer may stand there."""
    out = []
    for clause in clauses:
        match = DEFERS.search(clause.now)
        if match:
            out.append({"clause_id": str(clause.public_id), "name": clause.name, "words": match.group()})
    return out[:3]


def claim_as_data(claim: cited.Claim, clause: Clause) -> dict[str, Any]:
    """`start` and `end` count in the words in force; `amended` names the letters when the page does not have them."""
    letters = clause.changed.letters if clause.changed and claim.quote not in clause.text else []
    return {
        "text": claim.text,
        "clause_id": claim.ref,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "page": page_of(clause, claim.start),
        "flags": list(claim.flags),
        "amended": letters,
    }


def page_of(clause: Clause, offset: int) -> int:
    """The page of the file on which a place of a clause's words in force stands."""
    printed = clause.changed.on_paper(offset) if clause.changed else offset
    span = ClauseSpan.objects.filter(clause=clause, text_start__lte=printed).order_by("-text_start").first()
    return span.page if span else clause.page_start


@transaction.atomic
def review_answer(*, question: Question, by: User, verdict: str, text: str = "", reason: str = "") -> Question:
    """A person accepts, edits or rejects what the model wrote; accepted ones come first for later questions.

    A question that was not found is answered here in a steward's own words, and leaves their queue. One may change
    one's own word; whoever may correct agreements also overrules another's, with a reason, and both stay on record.
    """
    own_words = question.state == QuestionState.NOT_COVERED and verdict == Review.EDITED
    if question.state != QuestionState.ANSWERED and not own_words:
        raise Problem("no_answer", _("There is no answer to judge here."), _("Ask the question again."))
    own = text.strip() if verdict == Review.EDITED else question.answer if verdict == Review.ACCEPTED else ""
    output = _to_judge(question, by, reason)
    services.review_output(by=by, output=output, accept=verdict != Review.REJECTED, final_text=own, reason=reason)
    question.output = output
    if own_words:
        question.state, question.for_stewards = QuestionState.ANSWERED, False
    elif verdict == Review.REJECTED and not question.claims:  # a person's own words: nothing else answers it
        question.output, question.state, question.for_stewards = None, QuestionState.NOT_COVERED, True
    question.save(update_fields=["output", "state", "for_stewards"])
    record(by, "judged an answer", question, reason=reason[:300], detail={"verdict": verdict})
    return question


def _to_judge(question: Question, by: User, reason: str) -> AIOutput:
    """The suggestion that waits for this person's word: a fresh one when somebody else's stands on it."""
    output = question.output or services.propose(by=by, kind=ANSWER, about=question)
    if output.reviewed_by_id == by.pk:
        services.take_back(by=by, outputs=[output])
        output.refresh_from_db()
    elif output.reviewed_by is not None:
        if not may_overrule(by):
            said = _("%(name)s has already decided on this answer.") % {"name": output.reviewed_by.name}
            raise Problem("decided", said, _("Ask a chief steward to look at it, or write a note at the clause."))
        output = services.lay_anew(by=by, output=output, reason=reason)
    return output


def may_overrule(user: User) -> bool:
    return may(user, "contracts.manage")


def verdicts_on(question: Question) -> list[AIOutput]:
    """Every word people gave on answers to this question, the last first."""
    rows = AIOutput.objects.filter(kind=ANSWER, about_id=question.public_id).exclude(review=Review.SUGGESTED)
    return list(rows.select_related("reviewed_by").order_by("-reviewed_at", "-pk"))


@transaction.atomic
def note_job(*, question: Question, by: User, job_id: uuid.UUID) -> Question:
    question.job_id, question.state = job_id, QuestionState.WORKING
    question.save(update_fields=["job_id", "state"])
    record(by, "let the model read for a question", question)
    return question


def confirmed_before(user: User, text: str, version: AgreementVersion | None) -> list[Question]:
    """Accepted answers to questions that share most of their words with this one."""
    wanted = set(query_terms(fold(text)))
    if not wanted:
        return []
    out = []
    for earlier in queries.confirmed_answers(user, version)[:200]:
        words = set(query_terms(fold(earlier.text)))
        if len(wanted & words) >= ALIKE * len(wanted | words):
            out.append(earlier)
    return out[:3]
