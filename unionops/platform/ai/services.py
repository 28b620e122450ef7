"""What people and jobs do with the model layer: choose, keep, review, remember. Each leaves an audit event."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from unionops.platform.access.models import User
from unionops.platform.ai import budget, machine, queries, quotes
from unionops.platform.ai.guard import Installed
from unionops.platform.ai.models import (
    AIOutput,
    MemoryItem,
    MemoryKind,
    ModelProfile,
    PromptVersion,
    Review,
    Role,
    Run,
    about_of,
)
from unionops.platform.ai.prompts import PromptText
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

LONGEST_MEMORY = 4000


@transaction.atomic
def choose_model(*, by: User, role: str, model: Installed) -> ModelProfile:
    """Trust this very content for a role from now on; a local with an exam of its own lets it sit that first.

    The same model in two roles keeps one set of options.
    """
    if not (model.embeds if role == Role.EMBED else model.writes):
        said = _("%(name)s cannot do this work.") % {"name": model.name}
        raise Problem("wrong_model", said, _("Choose another model for it."))
    sits_first = role != Role.EMBED and queries.exam().exists()
    ModelProfile.objects.filter(role=role, candidate=True).update(candidate=False)
    profile = ModelProfile(approved_by=by, role=role, active=False, **_facts(model), **_options(model, role))
    profile.candidate = sits_first
    profile.save()
    record(by, "chose a model", profile, detail={"role": role, "digest": model.digest[:12], "exam": sits_first})
    return profile if sits_first else switch_on(by=by, profile=profile)


@transaction.atomic
def switch_on(*, by: User, profile: ModelProfile) -> ModelProfile:
    """Use it from now on in place of the one before."""
    ModelProfile.objects.filter(role=profile.role, active=True).update(active=False)
    profile.active, profile.candidate = True, False
    profile.save(update_fields=["active", "candidate"])
    record(by, "switched a model on", profile, detail={"role": profile.role})
    return profile


def _facts(model: Installed) -> dict[str, Any]:
    return {
        "name": model.name,
        "digest": model.digest,
        "size": model.size,
        "parameter_size": model.parameter_size,
        "quantization": model.quantization,
        "context_length": model.context_length,
        "capabilities": list(model.capabilities),
    }


def _options(model: Installed, role: str) -> dict[str, Any]:
    known = ModelProfile.objects.filter(name=model.name, digest=model.digest).exclude(role=Role.EMBED).first()
    if known and role != Role.EMBED:
        kept = ("num_ctx", "num_batch", "num_predict", "chars_per_token", "prompt_speed", "write_speed")
        return {name: getattr(known, name) for name in (*kept, "load_seconds", "structured_ok")}
    return {"num_ctx": machine.window_for(machine.memory_gb(), model.context_length)}


@transaction.atomic
def set_options(*, by: User, profile: ModelProfile, num_ctx: int, num_predict: int) -> None:
    """Change the window of a model in all its roles, so that no two calls ever load it differently."""
    rows = ModelProfile.objects.filter(active=True, name=profile.name, digest=profile.digest)
    rows.update(num_ctx=num_ctx, num_predict=num_predict)
    record(by, "changed a model's window", profile, detail={"num_ctx": num_ctx, "num_predict": num_predict})


@transaction.atomic
def retire_model(*, by: User, profile: ModelProfile) -> None:
    """Stop using a model for its role; the pages then work without it."""
    profile.active = profile.candidate = False
    profile.save(update_fields=["active", "candidate"])
    record(by, "switched a model off", profile)


@transaction.atomic
def note_refusal(*, by: User, code: str, host: str) -> None:
    record(by, "was refused the model by the guard", reason=code, detail={"host": host[:100]})


def note_answer(*, profile: ModelProfile, job: str, results: list[dict[str, Any]]) -> None:
    """How far a test is, for whoever goes on with it should its worker die."""
    profile.testing = {"job": job, "results": results}
    profile.save(update_fields=["testing"])


@transaction.atomic
def note_self_test(*, by: User, profile: ModelProfile, results: list[dict[str, Any]]) -> ModelProfile:
    profile.self_test, profile.testing = results, {}
    profile.structured_ok = all(row["ok"] for row in results)
    profile.self_tested_at = timezone.now()
    profile.save(update_fields=["self_test", "testing", "structured_ok", "self_tested_at"])
    record(by, "tested a model", profile, count=len(results), detail={"passed": sum(row["ok"] for row in results)})
    return switch_on(by=by, profile=profile) if profile.candidate and profile.structured_ok else profile


@transaction.atomic
def note_pull(*, by: User, name: str, size: int) -> None:
    record(by, "fetched a model", detail={"name": name[:100], "bytes": size})


@transaction.atomic
def note_removal(*, by: User, name: str) -> None:
    record(by, "removed a model from the machine", detail={"name": name[:100]})


def version_of(prompt: PromptText) -> PromptVersion:
    """The row of this wording; made when it is first used."""
    values = {"system": prompt.system, "task": prompt.task}
    row, _made = PromptVersion.objects.get_or_create(name=prompt.name, sha256=prompt.sha256, defaults=values)
    return row


@transaction.atomic
def keep_run(*, by: User, about: models.Model | None, **facts: Any) -> Run:
    """Write down one request: who, which model, which words by hash, which sources, how long, what came of it."""
    version = str(getattr(settings, "VERSION", ""))
    run: Run = Run.objects.create(by=by, app_version=version, **about_of(about), **facts)
    record(by, "asked the model", run, detail={"outcome": run.outcome, "model": run.model_name[:80]})
    return run


@transaction.atomic
def learn(*, profile: ModelProfile, run: Run, characters: int) -> None:
    """Better estimates for next time: this model's characters per token and its speed on this machine."""
    profile.chars_per_token = budget.learn(profile.chars_per_token, characters, run.prompt_tokens)
    if run.prompt_ms > 50 and run.prompt_tokens > 100:
        profile.prompt_speed = _smooth(profile.prompt_speed, 1000 * run.prompt_tokens / run.prompt_ms)
    if run.answer_ms > 50 and run.answer_tokens > 10:
        profile.write_speed = _smooth(profile.write_speed, 1000 * run.answer_tokens / run.answer_ms)
    if run.load_ms > 300:
        profile.load_seconds = _smooth(profile.load_seconds, run.load_ms / 1000)
    profile.save(update_fields=["chars_per_token", "prompt_speed", "write_speed", "load_seconds"])


def _smooth(old: float | None, new: float) -> float:
    return round(new if old is None else 0.7 * old + 0.3 * new, 2)


@transaction.atomic
def keep_output(
    *,
    by: User,
    run: Run,
    kind: str,
    text: str = "",
    data: Mapping[str, Any] | None = None,
    checks: list[dict[str, Any]] | None = None,
    about: models.Model | None = None,
    language: str = "en",
) -> AIOutput:
    """Keep something the model wrote, as a suggestion that a person still has to look at."""
    values = {"text": text, "data": dict(data or {}), "checks": checks or [], "language": language}
    output: AIOutput = AIOutput.objects.create(run=run, kind=kind, **values, **about_of(about))
    record(by, "kept a suggestion of the model", output, detail={"kind": kind})
    return output


def propose(*, by: User, kind: str, about: models.Model, language: str = "en") -> AIOutput:
    """An empty proposal about a thing that no model wrote on, for a person's own words to stand on."""
    output: AIOutput = AIOutput.objects.create(kind=kind, language=language, **about_of(about))
    record(by, "began an answer without the model", output, detail={"kind": kind})
    return output


@dataclass(frozen=True)
class Proposal:
    """One of many proposals about the same thing; `text` is what a person may edit."""

    kind: str
    text: str
    data: Mapping[str, Any]


@transaction.atomic
def replace_outputs(
    *, by: User, run: Run | None, about: models.Model, proposals: Sequence[Proposal], engine: str, language: str = "en"
) -> list[AIOutput]:
    """Keep proposals of an engine ('model' or 'rule') about a thing in place of its earlier ones.

    What a person has decided on stays, and is not proposed again in the same words.
    """
    of = about_of(about)
    mine = AIOutput.objects.filter(**of, data__engine=engine)
    mine.filter(review=Review.SUGGESTED).delete()
    decided = set(mine.values_list("kind", "text"))
    rows = [
        AIOutput(run=run, kind=p.kind, text=p.text, data={**p.data, "engine": engine}, language=language, **of)
        for p in proposals
        if (p.kind, p.text) not in decided
    ]
    made = AIOutput.objects.bulk_create(rows)
    record(by, "kept proposals", about, count=len(made), detail={"engine": engine})
    return list(made)


DECIDED = {
    Review.ACCEPTED: noop("accepted a suggestion of the model"),
    Review.EDITED: noop("edited a suggestion of the model"),
    Review.REJECTED: noop("rejected a suggestion of the model"),
}


@transaction.atomic
def review_output(*, by: User, output: AIOutput, accept: bool, final_text: str = "", reason: str = "") -> AIOutput:
    """A person's word on a suggestion: accepted, accepted with changes, or rejected. It is given once."""
    if by.is_system:
        raise Problem("needs_a_person", _("Only a person can accept what the model wrote."))
    if output.review != Review.SUGGESTED:
        raise Problem("reviewed", _("Somebody has already decided on this."), _("Ask the model for a new one."))
    edited = bool(final_text) and final_text.strip() != output.text.strip()
    output.review = Review.REJECTED if not accept else Review.EDITED if edited else Review.ACCEPTED
    output.final_text = (final_text or output.text) if accept else ""
    output.reviewed_by, output.reviewed_at, output.reason = by, timezone.now(), reason[:300]
    output.save(update_fields=["review", "final_text", "reviewed_by", "reviewed_at", "reason"])
    record(by, DECIDED[Review(output.review)], output, reason=reason[:300])
    return output


@transaction.atomic
def take_back(*, by: User, outputs: Sequence[AIOutput]) -> int:
    """Undo a person's own word on suggestions: they wait again. Returns how many. Others' words stay theirs."""
    mine = [output for output in outputs if output.reviewed_by_id == by.pk and output.review != Review.SUGGESTED]
    rows = AIOutput.objects.filter(pk__in=[output.pk for output in mine])
    rows.update(review=Review.SUGGESTED, final_text="", reviewed_by=None, reviewed_at=None, reason="")
    record(by, "took back a word on suggestions of the model", count=len(mine))
    return len(mine)


@transaction.atomic
def lay_anew(*, by: User, output: AIOutput, reason: str) -> AIOutput:
    """The same suggestion for another person's word; the word given before stays on the one it was given on."""
    if not reason.strip():
        said = _("Somebody has already decided on this.")
        raise Problem("reason", said, _("Say why you decide otherwise: the first word stays on record beside yours."))
    names = ("run", "kind", "about_kind", "about_id", "language", "text", "data", "checks")
    values = {name: getattr(output, name) for name in names}
    again: AIOutput = AIOutput.objects.create(**values)
    record(by, "laid a suggestion before another person", again, reason=reason.strip()[:300])
    return again


@transaction.atomic
def remember(
    *, by: User, kind: str, title: str, text: str, language: str = "en", source: str = "", expected: str = ""
) -> MemoryItem:
    """Add to the local's memory. `source` says in words where it comes from.

    An exam question has the question as its title, the passage as its text, and in `expected` the words of the
    passage that a right answer must quote.
    """
    if kind == MemoryKind.EXAM and not quotes.verify(expected, text):
        raise Problem("exam", _("The right words do not stand in the passage."), _("Copy them from the passage."))
    values = {"kind": kind, "title": title.strip()[:120], "text": _bounded(text), "language": language}
    values["expected"] = expected[:400]
    item = MemoryItem.objects.create(**values, source=source[:200], created_by=by, changed_by=by)
    record(by, "added to the house memory", item, detail={"kind": kind})
    return item


@transaction.atomic
def change_memory(*, by: User, item: MemoryItem, **values: Any) -> MemoryItem:
    """Change `kind`, `title`, `text`, `expected`, `language` or `active`."""
    allowed = {"kind", "title", "text", "expected", "language", "active"} & values.keys()
    for name in allowed:
        setattr(item, name, _bounded(values[name]) if name == "text" else values[name])
    item.changed_by = by
    item.save()
    record(by, "changed the house memory", item, fields=sorted(allowed))
    return item


@transaction.atomic
def forget(*, by: User, item: MemoryItem) -> None:
    """Delete for good."""
    record(by, "deleted from the house memory", item, detail={"kind": item.kind})
    item.delete()


def _bounded(text: str) -> str:
    if len(text) > LONGEST_MEMORY:
        said = _("This is longer than %(most)d characters.") % {"most": LONGEST_MEMORY}
        raise Problem("too_long", said, _("Split it into several entries."))
    return text.strip()


@transaction.atomic
def count_use(*, by: User, items: list[MemoryItem]) -> None:
    MemoryItem.objects.filter(pk__in=[item.pk for item in items]).update(used=F("used") + 1)
    record(by, "used the house memory", count=len(items))


def forget_about(about: models.Model) -> None:
    """Throw away all that was written about a thing that goes; the runs stay, they hold no texts."""
    AIOutput.objects.filter(**about_of(about)).delete()


@transaction.atomic
def sweep_old(*, by: User, before: datetime.datetime) -> int:
    """Throw away suggestions nobody took up; the runs stay, they hold no texts, and so does what a record stands on."""
    rows = AIOutput.objects.filter(created_at__lt=before).exclude(review__in=[Review.ACCEPTED, Review.EDITED])
    for relation in AIOutput._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel):
            held = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
            rows = rows.exclude(Exists(held))
    count, _kinds = rows.delete()
    record(by, "threw away old suggestions of the model", count=count)
    return int(count)
