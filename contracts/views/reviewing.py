"""The review screen: many clauses at a time beside the printed pages, corrected together in one step."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contracts import queries
from contracts.models import AgreementVersion, Clause, ClauseLevel
from contracts.reading import reader
from contracts.services import correcting
from contracts.views.common import version_or_404
from contracts.views.managing import start_reading
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.queries import jobs_about

AT_ONCE, WORDS = 30, 160


@dataclass(frozen=True, slots=True)
class Row:
    """A clause as it can be corrected, with what was typed for it; `begins` are the first words of its own text."""

    clause: Clause
    begins: str
    number: str
    title: str
    level: str
    ticked: bool


def _row(clause: Clause, typed: QueryDict) -> Row:
    name = str(clause.public_id)
    return Row(
        clause,
        begins=textwrap.shorten(clause.text[clause.body_start :].strip() or clause.text, WORDS, placeholder=" …"),
        number=typed.get(f"n-{name}", clause.number),
        title=typed.get(f"t-{name}", clause.title),
        level=typed.get(f"l-{name}", clause.level),
        ticked=name in typed.getlist("clause"),
    )


def _first(request: Request) -> int:
    asked = request.GET.get("from", "1")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1


@allow("contracts.manage", "GET")
def review(request: Request, public_id: UUID) -> HttpResponse:
    """Thirty clauses in reading order; `?from=` counts them from 1, `?page=` begins on a page of the file."""
    found = version_or_404(request.user, public_id)
    every = queries.clauses(request.user, found)
    page = request.GET.get("page", "")
    if page.isdecimal() and len(page) < 6:
        ahead = every.filter(page_start__lt=int(page)).count()
        return redirect(f"{reverse('contracts:review', args=[public_id])}?from={ahead + 1}")
    return _page(request, found)


def _page(request: Request, found: AgreementVersion, status: int = 200) -> HttpResponse:
    """What was typed stays when it could not be kept."""
    every = queries.clauses(request.user, found)
    first, total = _first(request), every.count()
    shown = list(every[first - 1 : first - 1 + AT_ONCE])
    picture = found.upload if found.upload and found.upload.extension == "pdf" else None
    job = jobs_about(request.user, found).first()
    context = {
        "version": found,
        "rows": [_row(clause, request.POST) for clause in shown],
        "typed": request.POST,
        "levels": ClauseLevel.choices,
        "first": first,
        "last": first - 1 + len(shown),
        "total": total,
        "before": max(1, first - AT_ONCE) if first > 1 else 0,
        "after": first + AT_ONCE if first + AT_ONCE <= total else 0,
        "picture": picture,
        "sheets": reader.sheets(request.user, found, shown) if picture and shown else [],
        "job": job if job and job.is_active else None,
        "last_step": correcting.last_step(found),
    }
    return render(request, "contracts/review.html", context, status=status)


@allow("contracts.manage", "POST")
def save(request: Request, public_id: UUID) -> HttpResponse:
    """All that was typed and the one deed on the ticked clauses: kept together, or not at all."""
    found = version_or_404(request.user, public_id)
    by_id = {str(c.public_id): c for c in queries.clauses(request.user, found)}
    ticked = [by_id[name] for name in request.POST.getlist("clause") if name in by_id]
    try:
        deeds = [*_typed(request, by_id), *_deed(request, found, ticked)]
        count = correcting.correct_together(version=found, by=request.user, deeds=deeds)
    except Problem as problem:
        messages.error(request, str(problem))
        return _page(request, found, status=422)
    start_reading(request, found, anew=False)
    said = ngettext("{n} correction is kept.", "{n} corrections are kept.", count).format(n=count)
    messages.success(request, f"{said} {_('The agreement is read again with them.')}")
    return _back(request, found)


@allow("contracts.manage", "POST")
def undo(request: Request, public_id: UUID) -> HttpResponse:
    """Take back all that was corrected in the last step."""
    found = version_or_404(request.user, public_id)
    count = correcting.undo_step(version=found, by=request.user)
    if count:
        start_reading(request, found, anew=False)
        said = ngettext("{n} correction is taken back.", "{n} corrections are taken back.", count).format(n=count)
        messages.success(request, f"{said} {_('The agreement is read again without them.')}")
    return _back(request, found)


def _back(request: Request, version: AgreementVersion) -> HttpResponse:
    return redirect(f"{reverse('contracts:review', args=[version.public_id])}?from={_first(request)}")


def _typed(request: Request, by_id: dict[str, Clause]) -> list[correcting.Deed]:
    """What is written otherwise in the fields of a row than the clause has it."""
    out: list[correcting.Deed] = []
    for name, clause in by_id.items():
        if f"t-{name}" not in request.POST:
            continue
        title = request.POST[f"t-{name}"].strip()
        number, level = request.POST.get(f"n-{name}", "").strip(), request.POST.get(f"l-{name}", "")
        if title != clause.title:
            out.append((clause, "retitle", {"title": title}))
        changed = {"number": number} if number != clause.number else {}
        changed |= {"level": level} if level in ClauseLevel.values and level != clause.level else {}
        if changed:
            out.append((clause, "renumber", changed))
    return out


def _deed(request: Request, version: AgreementVersion, ticked: list[Clause]) -> list[correcting.Deed]:
    """Join, number on, make a kind of or split the ticked clauses; nothing when only the fields are saved."""
    deed = request.POST.get("deed", "")
    if deed in ("", "save"):
        return []
    if not ticked:
        raise Problem("ticked", _("No clause is ticked."), _("Tick the clauses you mean, then press again."))
    ticked = sorted(ticked, key=lambda clause: clause.ordinal)
    if deed == "join":
        return _joined(ticked)
    if deed == "level":
        level = request.POST.get("level", "")
        return [(c, "renumber", {"level": level}) for c in ticked if level in ClauseLevel.values]
    if deed == "number":
        numbers = correcting.count_on(request.POST.get("start", "").strip(), len(ticked))
        return [(c, "renumber", {"number": n}) for c, n in zip(ticked, numbers, strict=True)]
    if len(ticked) > 1:
        raise Problem("ticked", _("Several clauses are ticked."), _("Tick the one clause that should be split."))
    values = {key: request.POST.get(key, "").strip() for key in ("words", "number", "title")}
    return [(ticked[0], "split", values)]


def _joined(ticked: list[Clause]) -> list[correcting.Deed]:
    """A run of clauses becomes its first; one alone becomes the end of the clause before it."""
    if ticked[-1].ordinal - ticked[0].ordinal != len(ticked) - 1:
        raise Problem(
            "ticked",
            _("The ticked clauses do not follow each other."),
            _("Tick those between them too, or join in several steps."),
        )
    return [(clause, "join", {}) for clause in (ticked[1:] if len(ticked) > 1 else ticked)]
