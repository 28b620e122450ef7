"""Puts a brief into words: by the model when it is there, from the house's patterns when it is not."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from comms import composing, prompts, queries
from comms.checks.parts import Draft, Fact, Source
from comms.models import Engine, Version
from comms.services.editing import keep_wording
from comms.services.voiding import require_changeable
from unionops.platform.access.models import Local, User
from unionops.platform.ai import asking
from unionops.platform.ai.prompts import Passage, PromptText
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.handle import finishing


@transaction.atomic
def write_from_template(*, by: User, version: Version) -> Version:
    """Every word is the brief's or the pattern's; works without any model."""
    own = queries.template_for(version.message.klass, version.channel, version.language)
    pattern = (own.subject, own.body) if own else None
    draft = composing.compose(material(version), version.channel, version.language, pattern)
    version.run, version.example = None, None
    keep_wording(by=by, version=version, draft=dressed(version, draft), engine=Engine.TEMPLATE)
    record(by, "wrote a version from a pattern", version)
    return version


def write_with_model(*, by: User, version: Version, task: Any = None) -> Version:
    """One request to the model; its text appears as it is written. Raises Transient, Permanent or Problem."""
    values = {**_common(version), "audience": version.audience or "all members", "klass": version.message.klass}
    version.example = queries.alike(version)
    values["example"] = prompts.as_example(version.example.body if version.example else "")
    values |= {"purpose": version.message.brief.purpose, "sender": queries.sender_name(Local.current())}
    return _ask(by, version, prompts.DRAFT, values, task)


def rewrite(*, by: User, version: Version, manner: str, paragraph: int | None = None, task: Any = None) -> Version:
    """'shorter', 'plainer' or 'urgent': the words as they are now, or one paragraph of them (from 0), said anew."""
    if manner not in prompts.MANNERS:
        raise Problem("bad_manner", _("There is no way to rewrite called '%s'.") % manner, ", ".join(prompts.MANNERS))
    values = {**_common(version), "before": _as_it_is(version), "manner": prompts.MANNERS[manner]}
    if paragraph is None:
        return _ask(by, version, prompts.REWRITE, values, task)
    parts = prompts.paragraphs(version.body)
    if not 0 <= paragraph < len(parts):
        raise Problem(
            "no_paragraph", _("There is no paragraph %s.") % (paragraph + 1), _("The text changed; look again.")
        )
    return _ask(by, version, prompts.REWRITE_PART, {**values, "part": parts[paragraph]}, task, parts[paragraph])


def translate(*, by: User, version: Version, task: Any = None) -> Version:
    """A first translation of the English version for the same people and channel; a speaker must stand for it."""
    english = queries.original(version)
    if english is None:
        raise Problem(
            "no_original",
            _("There is no English version with words for the same people and channel."),
            _("Write the English one first, or write this one from the brief."),
        )
    terms = [(term, said[0]) for term, said in queries.terms(version.language)]
    values = {**_common(version), "before": _as_it_is(english), "terms": prompts.terms_as_lines(terms)}
    return _ask(by, version, prompts.TRANSLATE, values, task)


def _as_it_is(version: Version) -> str:
    return "\n".join(part for part in (version.subject and f"Subject: {version.subject}", version.body) if part)


def material(version: Version) -> composing.Material:
    message, brief = version.message, version.message.brief
    return composing.Material(
        purpose=brief.purpose,
        facts=[Fact(str(f.get("id", "")), str(f["kind"]), str(f["value"])) for f in brief.facts],
        sources=[Source(str(s["id"]), str(s["label"]), str(s["text"])) for s in brief.sources],
        title=message.title,
        klass=message.klass,
        sender=queries.sender_name(Local.current()),
        today=today(),
    )


def dressed(version: Version, draft: Draft) -> Draft:
    """With the lines it must carry; an e-mail without a subject gets the pattern's."""
    local = Local.current()
    ready = composing.dress(draft, klass=version.message.klass, sender=queries.sender_name(local))
    if ready.subject or version.channel not in {"email", "letter"}:
        return ready
    spare = composing.compose(material(version), version.channel, version.language)
    return Draft(ready.channel, ready.body, spare.subject, ready.preheader or spare.preheader, ready.language)


def _common(version: Version) -> dict[str, str]:
    brief = version.message.brief
    return {
        "facts": prompts.facts_as_lines([(str(f["kind"]), str(f["value"])) for f in brief.facts]),
        "language": prompts.LANGUAGES.get(version.language[:2], version.language),
        "form": prompts.form(version.channel),
    }


def _ask(by: User, version: Version, prompt: PromptText, values: dict[str, str], task: Any, part: str = "") -> Version:
    """Ask and keep the words; with `part`, only that paragraph of them is replaced."""
    require_changeable(version.message)
    sources = [
        Passage(id=f"S{n}", label=str(s["label"]), text=str(s["text"]), ref=str(s["id"]), must=True)
        for n, s in enumerate(version.message.brief.sources, 1)
    ]
    result = asking.ask(prompt, answer=None, by=by, variables=values, sources=sources, task=task, about=version)
    draft = prompts.read(result.text, version.channel, version.language)
    if not draft.body.strip():
        raise Problem("empty_answer", _("The model wrote nothing."), _("Try again, or use the house pattern."))
    if part:
        version.refresh_from_db(fields=["subject", "preheader", "body"])
        if part not in version.body:
            raise Problem("text_changed", _("The text changed meanwhile."), _("Look at it and ask again."))
        body = version.body.replace(part, draft.body.strip(), 1)
        draft = Draft(version.channel, body, version.subject, version.preheader, version.language)
    else:
        draft = dressed(version, draft)
    with finishing(task):
        return _keep(by, version, draft, result.run.public_id)


def _keep(by: User, version: Version, draft: Draft, run: uuid.UUID) -> Version:
    version.message.refresh_from_db()
    keep_wording(by=by, version=version, draft=draft, engine=Engine.MODEL, run=run)
    record(by, "had the model write a version", version)
    return version
