"""A statement of facts drafted by the model from the facts alone; a person accepts, changes or discards it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from grievances import facts, prompts
from grievances.models import Fact, Grievance, Matter, PartyRole, W
from grievances.services import cases
from unionops.platform.access.models import User
from unionops.platform.ai import services as ai
from unionops.platform.ai.asking import ask
from unionops.platform.ai.models import AIOutput, Run
from unionops.platform.ai.prompts import Passage
from unionops.platform.audit.services import record
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.handle import JobHandle, finishing

KIND = "grievances.statement"


def placeholders(matter: Matter) -> dict[str, str]:
    """Names of the people in the case and what stands for them while the model reads."""
    names: dict[str, str] = {}
    for number, party in enumerate(matter.parties.select_related("person").order_by("id"), 1):
        mark = f"[{'MEMBER' if party.role != PartyRole.MANAGER else 'MANAGER'}_{number}]"
        person = party.person
        known = [party.name, person.name, person.last_name, person.first_name] if person else [party.name]
        names |= {name: mark for name in known if len(name) > 2}
    return dict(sorted(names.items(), key=lambda pair: -len(pair[0])))


def hide(text: str, names: dict[str, str]) -> str:
    for name, mark in names.items():
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", mark, text, flags=re.IGNORECASE)
    return text


def show(text: str, names: dict[str, str]) -> str:
    """Put the names back; the fullest name of a person first in the list wins."""
    full: dict[str, str] = {}
    for name, mark in names.items():
        full.setdefault(mark, name)
    for mark, name in full.items():
        text = text.replace(mark, name)
    return text


def draft_statement(*, by: User, case: Grievance, task: JobHandle | None = None) -> AIOutput:
    """Ask for a statement; a sentence that names no known fact, or a number no fact holds, is dropped and counted."""
    rows, known, names = known_facts(case)
    sources = passages_of(case, known)
    open_questions = facts.missing({row.w for row in rows}, W.values)
    variables = {"language": get_language() or "en", "missing": ", ".join(open_questions) or "nothing"}
    result = ask(
        prompts.STATEMENT, by=by, variables=variables, sources=sources, answer=prompts.Statement, task=task, about=case
    )
    answer = result.answer
    assert isinstance(answer, prompts.Statement)
    kept = [s.text for s in answer.sentences if supported(s, known)]
    with finishing(task):
        return _keep(by, case, result.run, [show(text, names) for text in kept], answer, names)


def known_facts(case: Grievance) -> tuple[list[Fact], dict[str, str], dict[str, str]]:
    """The facts, what the model reads of them by the name it knows them by, and the names hidden. Raises Problem."""
    rows = list(case.matter.facts.filter(removed_at=None).order_by("happened_on", "id"))
    if not rows:
        raise Problem("no_facts", _("There are no facts to write from yet."), _("Write down who did what, and when."))
    names = placeholders(case.matter)
    return rows, {f"F{number}": hide(_fact(row), names) for number, row in enumerate(rows, 1)}, names


def passages_of(case: Grievance, known: dict[str, str]) -> list[Passage]:
    return [Passage(key, _("fact"), text, ref=str(case.matter.public_id), must=True) for key, text in known.items()]


def _fact(row: object) -> str:
    day = getattr(row, "happened_on", None)
    text = str(getattr(row, "text", ""))
    return f"{day}: {text}" if day else text


NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def supported(sentence: prompts.Sentence, known: dict[str, str]) -> bool:
    """The facts it names exist, every number in it stands in one of them, and it does not judge."""
    if not all(key in known for key in sentence.facts) or facts.argument_words(sentence.text):
        return False
    read = " ".join(known[key] for key in sentence.facts)
    return not new_numbers(sentence.text, read)


def new_numbers(text: str, read: str) -> set[str]:
    """Numbers a text says that what was read does not hold; those of placeholders do not count."""
    return set(NUMBER.findall(re.sub(r"\[\w+\]", " ", text))) - set(NUMBER.findall(read))


def _keep(
    by: User, case: Grievance, run: Run, kept: list[str], answer: prompts.Statement, names: dict[str, str]
) -> AIOutput:
    data = {
        "dropped": len(answer.sentences) - len(kept),
        "questions": [show(question, names) for question in answer.questions],
    }
    made = ai.keep_output(by=by, run=run, kind=KIND, text="\n".join(kept), data=data, about=case)
    record(by, "had a statement drafted", case, count=len(kept))
    return made


@transaction.atomic
def take_draft(*, by: User, case: Grievance, output: AIOutput, text: str, version: int) -> Grievance:
    """The person's words become the statement; what they changed is kept with the model's."""
    saved = cases.save_words(by=by, case=case, version=version, values={"statement": text})
    ai.review_output(by=by, output=output, accept=True, final_text=text)
    record(by, "took a drafted statement over", case)
    return saved


@transaction.atomic
def discard_draft(*, by: User, case: Grievance, output: AIOutput) -> None:
    ai.review_output(by=by, output=output, accept=False)
    record(by, "discarded a drafted statement", case)
