"""Asks the model: a window that is never cut in silence, answers held to a form, one repair, every request kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import BaseModel

from unionops.platform.access.models import User
from unionops.platform.ai import budget, doors, faults, keeping, prompts, queries, schema, services
from unionops.platform.ai.doors import Door
from unionops.platform.ai.listening import SEED, Reply, body_of, listen
from unionops.platform.ai.models import MemoryItem, Outcome, Run
from unionops.platform.ai.prompts import Passage, PromptText
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Stopped
from unionops.platform.jobs.errors import Blocked, LeaseLost, Permanent
from unionops.platform.jobs.handle import JobHandle

DAILY_LIMIT = 500
RECOUNTS = 2
READING_SECONDS = 240
SMALLEST_WINDOW = 4096


@dataclass(frozen=True)
class RunResult:
    """`answer` when a form was asked for, `text` always; `read` and `left_out` are ids of sources."""

    run: Run
    answer: BaseModel | None
    text: str
    read: list[str]
    left_out: list[str]
    notes: list[str]


@dataclass
class Request:
    """All that one call of `ask` needs on its way."""

    prompt: PromptText
    door: Door
    by: User
    written: prompts.Written
    sources: list[Passage]
    answer: type[BaseModel] | None
    choices: schema.Choices
    task: JobHandle | None
    about: models.Model | None
    memory: list[MemoryItem]
    ratio: float
    plan: budget.Plan = field(default_factory=lambda: budget.Plan([], [], 0, 0))

    @property
    def form(self) -> dict[str, Any] | None:
        return schema.enforced(self.answer, self.choices) if self.answer else None

    @property
    def num_predict(self) -> int:
        wanted = self.prompt.num_predict or self.door.profile.num_predict
        return min(wanted, self.door.profile.num_ctx // 2)


def ask(
    prompt: PromptText,
    *,
    by: User,
    variables: Mapping[str, str],
    sources: Sequence[Passage] = (),
    answer: type[BaseModel] | None = None,
    choices: schema.Choices | None = None,
    task: JobHandle | None = None,
    about: models.Model | None = None,
    door: Door | None = None,
) -> RunResult:
    """Ask, and wait. Sources stand in order of importance; what did not fit is named in `left_out`.

    `choices` limits properties of the answer to given words, such as ids of passages; `door` is given only to
    examine a model that is not in use yet.
    Raises Blocked (the guard said no), Transient (worth another try), Permanent or another Problem, and Stopped.
    """
    door = door or enter(prompt.role, by)
    check_limit(by)
    memory = _memory(prompt)
    remembered = [f"{item.get_kind_display()}: {item.title}\n{item.text}" for item in memory]
    written = prompts.write(prompt, variables, list(sources), remembered, settings.SECRET_KEY)
    request = Request(
        prompt, door, by, written, list(sources), answer, choices or {}, task, about, memory, _ratio(door)
    )
    if request.form is not None:
        written.task += _form_words(request.form)
    for _again in range(RECOUNTS + 1):
        request.plan = _plan(request)
        try:
            return _converse(request)
        except faults.PromptTooLongError as error:
            _recount(request, error)
    raise faults.too_long()


def enter(role: str, by: User) -> Door:
    """The door for this person; what the guard refuses is left in the trail."""
    try:
        return doors.open_door(role)
    except Blocked as refusal:
        services.note_refusal(by=by, code=refusal.code, host=", ".join(doors.host_urls()))
        raise


def check_limit(by: User) -> None:
    """A person asks the model so often a day and no more; the box itself is not counted."""
    most = int(getattr(settings, "AI_DAILY_LIMIT", DAILY_LIMIT))
    if not by.is_system and queries.runs_today(by) >= most:
        said = _("You have asked the model %(most)d times today, which is the limit.") % {"most": most}
        raise Permanent(said, _("Go on tomorrow, or work without the model."), code="daily_limit")


def _memory(prompt: PromptText) -> list[MemoryItem]:
    if not prompt.memory:
        return []
    return list(queries.memory(kinds=prompt.memory).filter(active=True)[:20])


def _ratio(door: Door) -> float:
    start = budget.START_RATIO.get((get_language() or "en")[:2], 3.0)
    return (
        min(door.profile.chars_per_token, start)
        if door.profile.chars_per_token == 3.2
        else door.profile.chars_per_token
    )


def _form_words(form: Mapping[str, Any]) -> str:
    words = json.dumps(form, separators=(",", ":"), ensure_ascii=False)
    return f"\n\nAnswer only with JSON of this form: {words}" if len(words) <= 1500 else "\n\nAnswer only with JSON."


def _plan(request: Request) -> budget.Plan:
    must = [
        budget.Part("rules", request.written.rules, must=True),
        budget.Part("task", request.written.task, must=True),
    ]
    parts = [
        budget.Part(passage.id, request.written.sources[passage.id], rank, passage.must)
        for rank, passage in enumerate(request.sources)
    ]
    plan = budget.plan(
        [*parts, *must],
        num_ctx=_window(request),
        num_predict=request.num_predict,
        chars_per_token=request.ratio,
    )
    if not plan.fits:
        raise faults.too_long()
    return plan


def _window(request: Request) -> int:
    """The model's window, or less of it on a slow box: nobody waits ten minutes for a second dozen of passages."""
    profile = request.door.profile
    if not profile.prompt_speed:
        return profile.num_ctx
    readable = int(profile.prompt_speed * READING_SECONDS) + request.num_predict
    return min(profile.num_ctx, max(readable, SMALLEST_WINDOW))


def _recount(request: Request, error: faults.PromptTooLongError) -> None:
    """The server counted exactly: plan again with the true number, or a quarter tighter when it did not say."""
    characters = sum(len(part.text) for part in request.plan.included)
    if error.prompt_tokens:
        request.ratio = max(0.5, characters / error.prompt_tokens * 0.98)
    else:
        request.ratio = max(0.5, request.ratio * 0.75)


def _converse(request: Request) -> RunResult:
    """One answer, and when it is cut, empty or of the wrong form, one more with what was wrong."""
    included = [part.id for part in request.plan.included]
    messages = prompts.messages(request.written, included)
    reply = _send(request, messages, request.num_predict, request.prompt.temperature, show=True)
    why = _wrong(request, reply)
    run = _keep(request, messages, reply, why)
    if not why:
        return _result(request, run, reply)
    messages, predict = _again(request, messages, reply, why)
    second = _send(request, messages, predict, 0.0, show=False)
    why = _wrong(request, second)
    run = _keep(request, messages, second, why, repairs=run)
    if why:
        raise _final(second, why)
    return _result(request, run, second)


def _wrong(request: Request, reply: Reply) -> str:
    """Why the answer cannot be taken as it is; empty when it can."""
    if reply.problem:
        return "failed"
    if not reply.text:
        return "it is empty"
    if reply.is_cut:
        return "it was cut, because it was too long"
    if request.answer is None:
        return ""
    try:
        schema.read(reply.text, request.answer, request.choices)
    except schema.MisshapenError as error:
        return str(error)
    return ""


def _again(
    request: Request, messages: list[dict[str, str]], reply: Reply, why: str
) -> tuple[list[dict[str, str]], int]:
    """The second attempt: told what was wrong; with more room when the first was cut."""
    predict = request.num_predict
    if reply.is_cut or not reply.text:
        free = request.door.profile.num_ctx - int(reply.end.get("prompt_eval_count") or request.plan.estimated_tokens)
        return messages, max(predict, min(2 * predict, free - budget.TEMPLATE_TOKENS))
    spoken = {"role": "assistant", "content": reply.text[:1000]}
    wanted = f"That answer was not right: {why}. Give the whole answer again, in the asked form."
    if budget.tokens(reply.text[:1000] + wanted, request.ratio) + request.plan.estimated_tokens > request.plan.room:
        return messages, predict
    return [*messages, spoken, {"role": "user", "content": wanted}], predict


def _final(reply: Reply, why: str) -> Problem:
    if not reply.text:
        return faults.nothing_written()
    return faults.cut_short() if reply.is_cut else faults.invalid(why)


def _result(request: Request, run: Run, reply: Reply) -> RunResult:
    found = schema.read(reply.text, request.answer, request.choices) if request.answer else None
    ids = {passage.id for passage in request.sources}
    read = [part.id for part in request.plan.included if part.id in ids]
    left_out = [part.id for part in request.plan.left_out]
    return RunResult(run, found, reply.text, read, left_out, request.written.notes)


def _send(request: Request, messages: list[dict[str, str]], predict: int, temperature: float, *, show: bool) -> Reply:
    """One request. Faults of the wire are kept as a run and raised; what came before them is not an answer."""
    body = body_of(request.door, {"num_predict": predict, "temperature": temperature}) | {"messages": messages}
    if request.form is not None:
        body["format"] = request.form
    reply = Reply()
    try:
        listen(request.door, body, reply, request.task, show=show and request.answer is None, predict=predict)
    except (Problem, Stopped, LeaseLost) as problem:
        reply.problem = problem
        _keep(request, messages, reply, "failed")
        raise
    return reply


def _keep(request: Request, messages: list[dict[str, str]], reply: Reply, why: str, repairs: Run | None = None) -> Run:
    included = {part.id for part in request.plan.included}
    sources = [
        {"id": passage.id, "ref": passage.ref, "label": passage.label[:120], "sha256": passage.sha256}
        for passage in request.sources
        if passage.id in included
    ]
    run = services.keep_run(
        by=request.by,
        about=request.about,
        **keeping.provenance(request.door, request.task),
        **keeping.numbers(reply, why),
        prompt=services.version_of(request.prompt),
        repairs=repairs,
        options={**request.door.profile.load_options(), "seed": SEED, "num_predict": request.num_predict},
        messages_sha256=keeping.sha(json.dumps(messages, ensure_ascii=False)),
        schema_sha256=keeping.sha(json.dumps(request.form)) if request.form else "",
        sources=sources,
        left_out=[part.id for part in request.plan.left_out],
        memory=[str(item.public_id) for item in request.memory],
        notes=request.written.notes,
    )
    if run.outcome in (Outcome.DONE, Outcome.INVALID, Outcome.CUT):
        services.learn(profile=request.door.profile, run=run, characters=sum(len(m["content"]) for m in messages))
    if request.memory and run.outcome == Outcome.DONE:
        services.count_use(by=request.by, items=request.memory)
    return run
