"""Reads a brief file (BRIEF.json) and drafts all its versions in one go, model or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from comms import queries
from comms.models import Klass, Medium, Message, Version
from comms.prompts import LANGUAGES
from comms.services import briefs, drafting
from members.models import Segment
from members.queries import segments
from unionops.platform.access.models import User
from unionops.platform.ai.state import state as model_state
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

CHANNELS = {
    "e-mail": "email",
    "mail": "letter",
    "post": "letter",
    "text": "sms",
    "text message": "sms",
    "text bank": "sms",
    "bulletin": "board",
    "bulletin board": "board",
    "poster": "flyer",
    "phone script": "phone",
    "phone bank": "phone",
    "call": "phone",
    "script": "phone",
    "talking": "talking_points",
    "social media": "social",
    "website": "web",
    "web page": "web",
    "notice": "meeting_notice",
    "meeting": "meeting_notice",
    "newsletter item": "newsletter",
    "texto": "sms",
    "mensaje de texto": "sms",
    "correo electrónico": "email",
    "correo": "email",
    "carta": "letter",
    "volante": "flyer",
    "cartel": "flyer",
    "tablero": "board",
    "teléfono": "phone",
    "llamada": "phone",
    "guion": "phone",
    "puntos de conversación": "talking_points",
    "redes sociales": "social",
    "boletín": "newsletter",
    "página web": "web",
    "aviso de reunión": "meeting_notice",
}
_READ = frozenset(
    {"purpose", "title", "class", "klass"}
    | {word for name in ("fact", "source", "audience", "channel", "language") for word in (name, f"{name}s")}
)
_READ_OF_FACT = frozenset({"id", "kind", "value"})
_READ_OF_AUDIENCE = frozenset({"segment", "name", "label"})
LONGEST_PURPOSE, LONGEST_FACT, MOST_FACTS = 2_000, 1_000, 60
CLASSES = {"internal": "internal_business", "legal": "legal_notice", "notice": "legal_notice", "": "representational"}


def read_brief(data: Any, *, by: User) -> briefs.BriefInput:
    """The file of the command line. Raises Problem naming what is missing or not understood."""
    if not isinstance(data, dict):
        raise Problem("bad_brief", _("The brief is not a JSON object."), '{"purpose": "...", "facts": [...]}')
    purpose = str(data.get("purpose") or "").strip()
    _refuse_too_long(data, purpose)
    return briefs.BriefInput(
        purpose=purpose,
        title=str(data.get("title") or "").strip(),
        facts=_facts(data.get("facts") or []),
        sources=queries.sources_by_id(by, [str(row) for row in _rows(data, "sources")]),
        audiences=[_audience(row, by) for row in _rows(data, "audiences")] or [{"label": "", "segment": ""}],
        channels=_unique(_channel(str(row)) for row in _rows(data, "channels") or ["email"]),
        languages=_unique(_language(str(row)) for row in _rows(data, "languages") or ["en"]),
        klass=_klass(str(data.get("class") or data.get("klass") or "")),
    )


def _refuse_too_long(data: dict[str, Any], purpose: str) -> None:
    """A brief is a page: a book in it would keep the checks busy for hours."""
    values = [str(row.get("value") or "") for row in _rows(data, "facts") if isinstance(row, dict)]
    if len(purpose) > LONGEST_PURPOSE or any(len(value) > LONGEST_FACT for value in values) or len(values) > MOST_FACTS:
        raise Problem(
            "brief_too_long",
            _("The brief is too long: %(purpose)d characters of purpose, %(facts)d facts.")
            % {"purpose": len(purpose), "facts": len(values)},
            _("Say the purpose in up to 2,000 characters, each fact in up to 1,000, and at most 60 facts."),
        )


def not_read(data: dict[str, Any]) -> list[str]:
    """The keys of a brief file that nothing reads, so that nobody believes they were heeded."""
    told = [str(key) for key in data if key not in _READ]
    for name, known in (("facts", _READ_OF_FACT), ("audiences", _READ_OF_AUDIENCE)):
        rows = [row for row in _rows(data, name) if isinstance(row, dict)]
        told += [f"{name}: {key}" for row in rows for key in row if key not in known]
    return list(dict.fromkeys(told))


@transaction.atomic
def start_from_file(*, by: User, data: Any) -> Message:
    """The message of a brief file, with one empty version per audience, channel and language."""
    brief = read_brief(data, by=by)
    message = briefs.start_message(by=by, brief=brief)
    briefs.plan_versions(by=by, message=message)
    record(by, "read a brief from a file", message, count=len(brief.facts))
    return message


def write_all(*, by: User, message: Message) -> list[dict[str, str]]:
    """Write every version; where the model fails, the house pattern stands in and the reason is told."""
    ready = model_state(by).ready
    told = [(version, _write(by, version, ready)) for version in queries.versions(message)]
    return [{"version": str(version), "model": trouble} for version, trouble in told if trouble]


def _write(by: User, version: Version, ready: bool) -> str:
    trouble = ""
    if ready:
        try:
            drafting.write_with_model(by=by, version=version)
            return ""
        except Problem as problem:
            trouble = str(problem)
    drafting.write_from_template(by=by, version=version)
    return trouble


def _rows(data: dict[str, Any], name: str) -> list[Any]:
    """One or many: 'channel' is read as 'channels'."""
    value = data.get(name) or data.get(name.removesuffix("s")) or []
    return list(value) if isinstance(value, list | tuple) else [value]


def _facts(rows: Any) -> list[dict[str, str]]:
    if not isinstance(rows, list):
        raise Problem("bad_facts", _("'facts' is not a list."), '[{"id": "f1", "kind": "date", "value": "2026-12-01"}]')
    found = []
    for number, row in enumerate(rows, 1):
        if isinstance(row, str):
            row = {"kind": "text", "value": row}
        if not isinstance(row, dict) or not str(row.get("value") or "").strip():
            raise Problem(
                "bad_fact", _("Fact %s has no value.") % number, _("Give each fact an id, a kind and a value.")
            )
        kind, value = str(row.get("kind") or "text"), " ".join(str(row["value"]).split())
        found.append({"id": str(row.get("id") or f"f{number}"), "kind": kind, "value": value})
    return found


def _audience(row: Any, by: User) -> dict[str, str]:
    """A saved list by its name or id; any other word names a group without a list."""
    name = str(row.get("segment") or row.get("name") or row.get("label") or "") if isinstance(row, dict) else str(row)
    found: Segment | None = segments(by).filter(name__iexact=name.strip()).first()
    return {"label": name.strip()[:120], "segment": str(found.public_id) if found else ""}


def _channel(name: str) -> str:
    plain = name.strip().lower().replace("_", " ")
    wanted = CHANNELS.get(plain, plain.replace(" ", "_"))
    if wanted not in Medium.values:
        raise Problem("bad_channel", _("There is no channel '%s'.") % name, ", ".join(Medium.values))
    return wanted


def _language(name: str) -> str:
    plain = name.strip().lower()
    known = {"": "en", "english": "en", "spanish": "es", "español": "es"} | {code: code for code in LANGUAGES}
    if (found := known.get(plain) or known.get(plain.replace("_", "-").split("-")[0])) is None:
        raise Problem("bad_language", _("Messages are not written in the language '%s'.") % name, ", ".join(LANGUAGES))
    return found


def _klass(name: str) -> str:
    plain = name.strip().lower().replace(" ", "_").replace("-", "_").split("/")[0]
    wanted = CLASSES.get(plain, plain)
    if wanted not in Klass.values:
        raise Problem("bad_class", _("There is no message class '%s'.") % name, ", ".join(Klass.values))
    return wanted


def _unique(names: Any) -> Sequence[str]:
    return list(dict.fromkeys(names))
