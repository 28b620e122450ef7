"""Begin a message, change what it must say, give it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from comms import composing
from comms.checks import facts
from comms.models import Brief, Klass, Medium, Message, State, Version
from comms.services.voiding import require_changeable, void_approvals
from members.models import Segment
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@dataclass(frozen=True)
class BriefInput:
    """What a person typed or a file holds; `audiences` name a list or just a group."""

    purpose: str
    facts: Sequence[dict[str, str]] = ()
    sources: Sequence[dict[str, str]] = ()
    audiences: Sequence[dict[str, str]] = ()
    channels: Sequence[str] = ("email",)
    languages: Sequence[str] = ("en",)
    title: str = ""
    klass: str = Klass.REPRESENTATIONAL
    extra: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def start_message(*, by: User, brief: BriefInput) -> Message:
    """A new draft with its brief; no words are written yet."""
    _require_sense(brief)
    title = brief.title[:160] or composing.headline(brief.purpose)
    message = Message.objects.create(title=title, klass=brief.klass, author=by)
    Brief.objects.create(message=message, **_columns(brief))
    record(by, "started a message", message, detail={"class": brief.klass})
    return message


@transaction.atomic
def change_brief(*, by: User, message: Message, brief: BriefInput) -> Message:
    """A changed fact changes what every version is held against, so approvals fall."""
    require_changeable(message)
    _require_sense(brief)
    Brief.objects.filter(message=message).update(**_columns(brief))
    message.title, message.klass = brief.title[:160], brief.klass
    message.save(update_fields=["title", "klass", "changed_at"])
    message.brief.refresh_from_db()
    void_approvals(message, why=_("the brief changed"))
    record(by, "changed the brief of a message", message)
    return message


@transaction.atomic
def set_money_and_web(*, by: User, message: Message, is_about_money: bool, has_web_copy: bool) -> None:
    """Whether money is at stake (two approvals) and whether there is a copy on the web; no change voids nothing."""
    require_changeable(message)
    if (message.is_about_money, message.has_web_copy) == (is_about_money, has_web_copy):
        return
    message.is_about_money, message.has_web_copy = is_about_money, has_web_copy
    message.save(update_fields=["is_about_money", "has_web_copy", "changed_at"])
    void_approvals(message, why=_("the settings changed"))
    record(by, "changed the settings of a message", message)


@transaction.atomic
def plan_versions(*, by: User, message: Message) -> list[Version]:
    """One empty version per audience, channel and language that has none yet."""
    require_changeable(message)
    brief = message.brief
    made = []
    for audience in brief.audiences or [{"label": "", "segment": ""}]:
        segment = Segment.objects.filter(public_id=audience["segment"]).first() if audience.get("segment") else None
        for channel in brief.channels:
            for language in brief.languages or ["en"]:
                row, new = Version.objects.get_or_create(
                    message=message,
                    audience=str(audience.get("label", ""))[:120],
                    channel=channel,
                    language=language,
                    defaults={"segment": segment},
                )
                made += [row] if new else []
    if made:
        void_approvals(message, why=_("a version was added"))
        record(by, "planned the versions of a message", message, count=len(made))
    return made


@transaction.atomic
def drop_version(*, by: User, version: Version) -> None:
    """Take one version out of the message."""
    require_changeable(version.message)
    traces = (version.sends, version.exports, version.outcome_files, version.outreach_results)
    if any(rows.exists() for rows in traces):
        raise Problem("has_gone_out", _("This version has been sent or exported; it stays with the message."))
    void_approvals(version.message, why=_("a version was removed"))
    record(by, "removed a version of a message", version)
    version.delete()


@transaction.atomic
def cancel_message(*, by: User, message: Message, reason: str) -> None:
    """Give it up; it stays readable."""
    require_changeable(message)
    void_approvals(message, why=_("the message was given up"))
    message.state = State.CANCELLED
    message.save(update_fields=["state", "changed_at"])
    record(by, "gave up a message", message, reason=reason)


def _columns(brief: BriefInput) -> dict[str, Any]:
    return {
        "purpose": brief.purpose,
        "facts": list(brief.facts),
        "sources": list(brief.sources),
        "audiences": list(brief.audiences),
        "channels": list(brief.channels),
        "languages": list(brief.languages),
    }


def _require_sense(brief: BriefInput) -> None:
    if not brief.purpose.strip():
        raise Problem("no_purpose", _("The brief says nothing yet."), _("Write in a sentence what must be said."))
    if brief.klass not in Klass.values:
        raise Problem("bad_class", _("There is no message class '%s'.") % brief.klass, ", ".join(Klass.values))
    told = [("text", brief.title), ("text", brief.purpose), *((fact["kind"], fact["value"]) for fact in brief.facts)]
    if day := next((day for kind, value in told if (day := facts.no_such_day(kind, value))), ""):
        raise Problem("bad_date", _("There is no such day: %s.") % day, _("Write it as December 5, 2026."))
    for channel in brief.channels:
        if channel not in Medium.values:
            raise Problem("bad_channel", _("There is no channel '%s'.") % channel, ", ".join(Medium.values))
