"""A short exam for a model: does it keep to a form, in English and Spanish, copy word for word, and admit absence?"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field

from unionops.platform.access.models import User
from unionops.platform.ai import cited, doors, faults, keeping, queries, quotes, schema, services
from unionops.platform.ai.doors import Door
from unionops.platform.ai.listening import Reply, body_of, listen
from unionops.platform.ai.models import MemoryItem, ModelProfile, Role
from unionops.platform.ai.prompts import Passage
from unionops.platform.jobs.errors import Transient
from unionops.platform.jobs.handle import JobHandle, finishing, holding

NOTICE = (
    "Section 2. The Employer shall give an employee fifteen (15) calendar days of notice before a change of shift. "
    "Section 3. Overtime is offered by seniority, and paid at one and one half times the basic rate."
)
AVISO = "El patrono dará al empleado un aviso de veinte (20) días antes de cambiar su turno."


class Days(BaseModel):
    days: int = Field(ge=0, le=400)


class Kind(BaseModel):
    kind: str = Field(pattern="^(deadline|pay|other)$")


class Copied(BaseModel):
    quote: str = Field(max_length=300)


class Names(BaseModel):
    names: list[str] = Field(max_length=4)


@dataclass(frozen=True)
class Question:
    name: Any
    asks: str
    form: type[BaseModel]
    good: Callable[[Any], bool]


QUESTIONS = (
    Question(_("reads a number"), f"{NOTICE}\n\nHow many days of notice?", Days, lambda found: found.days == 15),
    Question(
        _("reads a number in Spanish"), f"{AVISO}\n\n¿Cuántos días de aviso?", Days, lambda found: found.days == 20
    ),
    Question(
        _("keeps to given words"),
        f"{NOTICE}\n\nIs Section 3 about a deadline, pay or other?",
        Kind,
        lambda found: found.kind == "pay",
    ),
    Question(
        _("copies word for word"),
        f"{NOTICE}\n\nCopy the words about overtime, exactly.",
        Copied,
        lambda found: quotes.verify(found.quote, NOTICE),
    ),
    Question(
        _("admits what is not there"),
        f"{NOTICE}\n\nList the names of people in this text; an empty list when there are none.",
        Names,
        lambda found: found.names == [],
    ),
)


def test_model(*, by: User, profile: ModelProfile, task: JobHandle | None = None) -> ModelProfile:
    """Ask every question once, without repair, then the local's own exam, and keep how it went.

    The speed is learnt on the way. A model that waited for its exam is switched on when all of it is right.
    """
    passed, problems = doors.open_hosts()
    if not passed:
        raise problems[0] if problems else doors.no_host()
    door = doors.admit(passed, profile)
    own = [] if profile.role == Role.EMBED else list(queries.exam())
    steps = [partial(_one, door, question, by, task) for question in QUESTIONS]
    steps += [partial(_exam_question, door, item, by) for item in own]
    results = _found_so_far(profile, task)
    for number, step in list(enumerate(steps))[len(results) :]:
        if task:
            task.progress(number, len(steps))
        results.append(step())
        with holding(task):
            services.note_answer(profile=profile, job=_name(task), results=results)
    with finishing(task):
        return services.note_self_test(by=by, profile=profile, results=results)


def _found_so_far(profile: ModelProfile, task: JobHandle | None) -> list[dict[str, Any]]:
    """What an attempt of the same job that died had asked already: no question is put twice."""
    known = profile.testing if task and profile.testing.get("job") == _name(task) else {}
    return list(known.get("results", []))


def _name(task: JobHandle | None) -> str:
    return str(task.job.public_id) if task else ""


def _exam_question(door: Door, item: MemoryItem, by: User) -> dict[str, Any]:
    """Right when a checked quotation of the answer holds the expected words."""
    found = cited.answer(item.title, [Passage("E1", item.title, item.text)], by=by, about=door.profile, door=door)
    right = any(quotes.verify(item.expected, claim.quote) for claim in found.claims)
    why = "" if right else found.reason or (found.claims[0].quote if found.claims else found.state)
    return {"name": item.title, "ok": right, "why": why[:200]}


def _one(door: Door, question: Question, by: User, task: JobHandle | None) -> dict[str, Any]:
    messages = [{"role": "user", "content": f"{question.asks}\nAnswer with JSON."}]
    body = body_of(door, {"num_predict": 200, "temperature": 0.0})
    body |= {"messages": messages, "format": schema.enforced(question.form)}
    reply = Reply()
    why = ""
    try:
        listen(door, body, reply, task, show=False, predict=200)
        found = schema.read(reply.text, question.form)
        why = "" if question.good(found) else str(reply.text)[:120]
    except (schema.MisshapenError, faults.BrokenOff) as error:
        why = str(error)
    except Transient as problem:
        why, reply.problem = str(problem), problem
    _keep(door, messages, reply, why, by, task)
    return {"name": str(question.name), "ok": not why, "why": why}


def _keep(door: Door, messages: list[dict[str, str]], reply: Reply, why: str, by: User, task: JobHandle | None) -> None:
    words = json.dumps(messages, ensure_ascii=False)
    facts = keeping.provenance(door, task) | keeping.numbers(reply, why)
    run = services.keep_run(by=by, about=door.profile, messages_sha256=keeping.sha(words), **facts)
    services.learn(profile=door.profile, run=run, characters=len(words))
