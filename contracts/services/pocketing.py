"""Make the pocket edition of an agreement; it holds no data about members."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from contracts import queries
from contracts.models import AgreementVersion, ClauseLevel, ClauseNote
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.files import pdf

HERE = Path(__file__).resolve().parent.parent / "pocket"
MEMBER, STEWARD = "member", "steward"
ROWS_A_PART = 200
EDITIONS = (MEMBER, STEWARD)


@transaction.atomic
def make_pocket(*, version: AgreementVersion, by: User, edition: str = MEMBER, form: str = "html") -> bytes:
    """The whole text in one file: HTML that searches itself, or a PDF. The stewards' edition adds the local's notes."""
    if edition not in EDITIONS or form not in ("html", "pdf"):
        raise Problem("edition", _("There is no such edition."), _("Choose member or steward, and html or pdf."))
    context = pocket_context(by, version, edition)
    record(by, "made a pocket edition", version, detail={"edition": edition, "form": form})
    if form == "pdf":
        return pdf.render_parts("contracts/pocket_print.html", list(booklet_parts(context)))
    return render_to_string("contracts/pocket.html", context).encode()


def pocket_context(user: User, version: AgreementVersion, edition: str) -> dict[str, Any]:
    clauses = list(queries.clauses(user, version))
    notes: dict[int, list[ClauseNote]] = {}
    if edition == STEWARD:
        for note in queries.notes(user, clauses):
            notes.setdefault(note.lineage_id, []).append(note)
    return {
        "version": version,
        "local": Local.current(),
        "edition": edition,
        "made": timezone.localtime(),
        "until": version.superseded_on or version.expires,
        "superseded": bool(version.superseded_on and version.superseded_on <= today()),
        "rows": [(clause, notes.get(clause.lineage_id, [])) for clause in clauses if clause.text],
        "contents": [c for c in clauses if c.level not in (ClauseLevel.SUBSECTION, ClauseLevel.SECTION)],
        "style_tag": inline("style", "pocket.css"),
        "script_tag": inline("script", "pocket.js"),
    }


def booklet_parts(context: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The booklet in pieces that are drawn one by one, so that a long agreement needs little memory."""
    rows = context["rows"]
    for start in range(0, max(1, len(rows)), ROWS_A_PART):
        yield {**context, "rows": rows[start : start + ROWS_A_PART], "first": start == 0}


def inline(tag: str, name: str) -> SafeString:
    """Our own file between tags: the edition must work from a phone's storage with nothing beside it."""
    return SafeString(f"<{tag}>{(HERE / name).read_text()}</{tag}>")
