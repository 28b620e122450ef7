"""Old cases on paper: files come in, are read one by one, and become cases when a person confirmed each value."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from grievances import prompts
from grievances.imports import scans
from grievances.imports.plans import read_date
from grievances.models import (
    CaseDocument,
    Citation,
    DocumentKind,
    Grievance,
    Matter,
    OldFile,
    Outcome,
    Party,
    PartyRole,
    ScanState,
    Status,
)
from grievances.services.cases import next_number
from grievances.services.indexing import refresh
from unionops.platform.access.models import User, Worksite
from unionops.platform.ai import quotes
from unionops.platform.ai.asking import ask
from unionops.platform.ai.prompts import Passage
from unionops.platform.ai.state import state
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase, Progress, silent
from unionops.platform.core.text import fold
from unionops.platform.files import child
from unionops.platform.files import services as files
from unionops.platform.files.bringing import read_path
from unionops.platform.files.models import Upload
from unionops.platform.jobs.handle import JobHandle

PURPOSE = "old-case"
PAGES = "unionops.platform.files.pages"
MOST_PAGES = 60
ENOUGH = 20  # characters; a page with fewer is a picture
SENT_PAGES = 8


def add_file(*, by: User, data: bytes, name: str) -> OldFile:
    """Check, seal and keep one file. The same file is not taken twice. Raises Problem."""
    sha = files.digest(data)
    if known := OldFile.objects.filter(sha256=sha).first():
        raise Problem("known_file", _("%(name)s is here already, as %(known)s.") % {"name": name, "known": known})
    upload = files.store_upload(by=by, file=data, name=name, purpose=PURPOSE)
    return _noted(by, upload, name, sha)


@transaction.atomic
def _noted(by: User, upload: Upload, name: str, sha: str) -> OldFile:
    row: OldFile = OldFile.objects.create(upload=upload, name=name[:200], sha256=sha, by=by)
    record(by, "brought in an old case on paper", row)
    return row


def add_folder(*, by: User, folder: Path) -> tuple[int, list[dict[str, str]]]:
    """Every PDF and picture of a folder and of those in it. Returns how many came in, and what was refused and why."""
    made, refused = 0, []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            add_file(by=by, data=read_path(path), name=path.name)
            made += 1
        except Problem as problem:
            refused.append({"file": str(path.relative_to(folder)), "reason": str(problem)})
    return made, refused


def read_waiting(*, by: User, progress: Progress = silent, task: JobHandle | None = None) -> int:
    """Read what nobody has read yet, one file after another; what is done stays done when this is stopped."""
    ids = list(OldFile.objects.filter(state=ScanState.WAITING).values_list("pk", flat=True))
    for done, pk in enumerate(ids):
        progress(done, len(ids), Phase.READING_CASES)
        read_file(by=by, row=OldFile.objects.select_related("upload").get(pk=pk), task=task)
    progress(len(ids), len(ids))
    return len(ids)


def read_file(*, by: User, row: OldFile, task: JobHandle | None = None) -> OldFile:
    """The text of each page, and the values found in it. A file that cannot be read says why and stays."""
    try:
        pages = text_of(files.read_upload(row.upload), row.upload.extension)
        found = {name: one.as_json() for name, one in scans.read(pages).items()}
    except Problem as problem:
        return _kept(by, row, ScanState.UNREAD, problem=str(problem)[:300])
    if not any(page.strip() for page in pages):
        return _kept(by, row, ScanState.UNREAD, problem=_no_words())
    return _kept(by, row, ScanState.READ, pages=pages, fields=found | _asked(by, row, pages, found, task))


def _no_words() -> str:
    if shutil.which("tesseract") is None:
        return str(_("This is a picture, and the program that reads pictures (tesseract) is not installed."))
    return str(_("No words could be read in this file."))


@transaction.atomic
def _kept(by: User, row: OldFile, state_: str, **values: Any) -> OldFile:
    row.state = state_
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=["state", *values])
    record(by, "read an old case on paper", row, detail={"state": str(state_)})
    return row


def text_of(data: bytes, extension: str) -> list[str]:
    """Page by page; a page without text is read as a picture when the machine can."""
    if extension != "pdf":
        data = bytes(child.run(f"{PAGES}:as_pdf", data))
    pages = [str(text) for text in child.run(f"{PAGES}:texts", data, options={"most": MOST_PAGES})]
    for at, text in enumerate(pages):
        if len(text.strip()) < ENOUGH and shutil.which("tesseract"):
            pages[at] = _recognised(data, at + 1)
    return pages


def _recognised(data: bytes, page: int) -> str:
    try:
        words = child.run(f"{PAGES}:recognise", data, options={"page": page}, spawn=True, wall=90, cpu=80)
    except Problem:
        return ""
    return lines_of(words)


def lines_of(words: list[dict[str, Any]]) -> str:
    """Words of a recognised page as lines; a wide gap stays wide, so that columns are told apart."""
    lines: list[str] = []
    at: tuple[int, ...] = ()
    right = 0.0
    for word in words:
        place = (word["block"], word["par"], word["line"])
        if place != at:
            lines.append(word["text"])
        else:
            gap = word["left"] - right
            lines[-1] += ("   " if gap > 1.5 * word["height"] else " ") + word["text"]
        at, right = place, word["left"] + word["width"]
    return "\n".join(lines)


def _asked(
    by: User, row: OldFile, pages: list[str], found: Mapping[str, Any], task: JobHandle | None
) -> dict[str, dict[str, Any]]:
    """What the model adds when it is on: only fields still open, only with words that stand on the page."""
    still = [name for name in scans.LABELS if not (found.get(name) or {}).get("value")]
    if not still or not state(by).ready:
        return {}
    sources = [Passage(f"P{n}", _("page"), text, must=n == 1) for n, text in enumerate(pages[:SENT_PAGES], 1)]
    variables = {"fields": ", ".join(still)}
    try:
        answer = ask(
            prompts.OLD_CASE, by=by, variables=variables, sources=sources, answer=prompts.OldCase, task=task, about=row
        ).answer
    except Problem:
        return {}
    assert isinstance(answer, prompts.OldCase)
    return {one.field: kept for one in answer.values if one.field in still and (kept := verified(one, pages))}


def verified(one: prompts.OldValue, pages: list[str]) -> dict[str, Any] | None:
    """The value as it is read out of its own quotation, when that stands on the page word for word; else None."""
    place = one.page - 1
    span = quotes.find(one.quote, pages[place]) if 0 <= place < len(pages) else None
    if span is None:
        return None
    quote = pages[place][span[0] : span[1]]
    dated = one.field in scans.DATES or one.field == "outcome"
    value = scans.value_of(one.field, quote if dated else one.value)
    if not value or not (dated or fold(value) in fold(quote)):
        return None
    return {"value": value, "page": one.page, "quote": quote}


@transaction.atomic
def confirm(*, by: User, row: OldFile, values: Mapping[str, str]) -> Grievance:
    """Make the case a person has checked; the file becomes its first document. Raises Problem."""
    locked = OldFile.objects.select_for_update().get(pk=row.pk)
    if locked.state not in (ScanState.READ, ScanState.UNREAD, ScanState.SKIPPED):
        raise Problem("decided", _("%s is a case already, or was not read yet.") % row)
    number = values.get("number", "").strip()
    if number and Grievance.objects.filter(number__iexact=number).exists():
        raise Problem("known_number", _("A case %s is here already.") % number, _("Set this file aside, or change it."))
    case = _case(by, locked, values, number)
    locked.case, locked.state = case, ScanState.CONFIRMED
    locked.decided_by, locked.decided_at = by, timezone.now()
    locked.save(update_fields=["case", "state", "decided_by", "decided_at"])
    refresh(case.matter)
    record(by, "made a case of an old file", case, fields=values)
    return case


def _case(by: User, row: OldFile, values: Mapping[str, str], number: str) -> Grievance:
    days = {name: _day(values.get(name, "")) for name in scans.DATES}
    opened = days["filed_on"] or days["incident_on"] or days["closed_on"]
    title = values.get("title") or values.get("article") or row.name
    site = next((s for s in Worksite.objects.all() if fold(s.name) == fold(values.get("site", ""))), None)
    noon = datetime.time(12)
    matter: Matter = Matter.objects.create(
        title=title[:160], topic=scans.topic_of(values), worksite=site, incident_on=days["incident_on"], opened_by=by,
        opened_at=timezone.make_aware(datetime.datetime.combine(opened, noon)) if opened else timezone.now(),
    )  # fmt: skip
    if article := values.get("article"):
        Citation.objects.create(matter=matter, label=article[:200])
    if grievant := values.get("grievant"):
        Party.objects.create(matter=matter, role=PartyRole.GRIEVANT, name=grievant[:160])
    CaseDocument.objects.create(matter=matter, upload=row.upload, title=row.name, kind=DocumentKind.OTHER, by=by)
    case: Grievance = Grievance.objects.create(
        matter=matter, number=number[:40] or next_number((opened or timezone.localdate()).year), status=Status.CLOSED,
        filed_on=days["filed_on"], closed_on=days["closed_on"], outcome=values.get("outcome") or Outcome.UNKNOWN,
        outcome_reason=_("Taken over from paper."), arbitrator=values.get("arbitrator", "")[:120],
    )  # fmt: skip
    return case


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(read_date(text)) if text else None
    except ValueError as error:
        raise Problem("bad_date", _("%s is no date.") % text, _("Write it as YYYY-MM-DD or MM/DD/YYYY.")) from error


@transaction.atomic
def set_aside(*, by: User, row: OldFile) -> None:
    """No case is made of it; the file stays and can be taken up again."""
    if row.state == ScanState.CONFIRMED:
        raise Problem("decided", _("%s is a case already, or was not read yet.") % row)
    row.state, row.decided_by, row.decided_at = ScanState.SKIPPED, by, timezone.now()
    row.save(update_fields=["state", "decided_by", "decided_at"])
    record(by, "set an old file aside", row)


@transaction.atomic
def take_back(*, by: User, row: OldFile) -> None:
    """Undo the case made of a file, unless people have worked on it since."""
    if row.case is None:
        raise Problem("no_case", _("No case was made of %s.") % row)
    matter = row.case.matter
    if matter.documents.count() > 1 or matter.facts.exists() or matter.notes.exists() or matter.version > 1:
        raise Problem("worked_on", _("People have worked on case %s since; it stays.") % row.case)
    record(by, "took back the case made of an old file", row)
    row.case, row.state, row.decided_by, row.decided_at = None, ScanState.READ, None, None
    row.save(update_fields=["case", "state", "decided_by", "decided_at"])
    matter.delete()
    refresh(matter)
