"""Who and what, the versions, their words, their checks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages as toasts
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from comms import merging, prompts, queries, wording
from comms.forms import BriefForm, CommentForm, FactSet, SourceSet, WordsForm, facts_of, sources_of
from comms.models import Message, Version
from comms.services import briefs, drafting, editing
from comms.tasks import draft_version, rewrite_version, translate_version
from comms.views.common import add_problem, do, message_or_404, require_writer, saved, steps, version_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.ai.queries import remembered
from unionops.platform.ai.state import state as model_state
from unionops.platform.core.asked import whole
from unionops.platform.core.problems import Problem
from unionops.platform.core.wordings import word_changes
from unionops.platform.jobs.models import Job


@allow("comms.draft")
def new(request: Request) -> HttpResponse:
    return _brief_page(request, None)


@allow("comms.view")
def brief(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    if request.method == "POST":
        require_writer(request.user, message)
    return _brief_page(request, message)


def _brief_page(request: Request, message: Message | None) -> HttpResponse:
    """Saving goes on to the versions; looking for a source keeps what was typed and shows the page again."""
    lists = [(str(row.public_id), row.name) for row in queries.usable_segments(request.user)]
    looking = request.method == "POST" and ("find" in request.POST or "use" in request.POST)
    data = request.POST if request.method == "POST" and not looking else None
    given = _typed(request) if looking else _kept(request, message)
    form = BriefForm(data, lists=lists, initial=given[0])
    facts, sources = FactSet(data, prefix="fact", initial=given[1]), SourceSet(data, prefix="source", initial=given[2])
    if data is not None and all(part.is_valid() for part in (form, facts, sources)):
        try:
            saved = _save(request, message, form.brief(facts_of(facts), sources_of(sources)))
        except Problem as problem:
            add_problem(form, problem)
        else:
            return redirect("comms:versions", saved.public_id)
    words = request.POST.get("words", "") if "find" in request.POST else ""
    context = {
        "form": form,
        "facts": facts,
        "sources": sources,
        "message_row": message,
        "steps": steps(message, "brief") if message else [],
        "lists": lists,
        "released": queries.released_texts()[:20],
        "found": queries.sources_like(request.user, words),
        "words": words,
        "more_facts": any(row.errors or row["value"].value() for row in facts.extra_forms),
        "more_about": message is not None or data is not None,
        "more_sources": looking or data is not None or any(row["text"].value() for row in sources),
    }
    invalid = data is not None and bool(form.errors or facts.total_error_count() or sources.total_error_count())
    return render(request, "comms/brief.html", context, status=422 if invalid else 200)


Given = tuple[dict[str, Any], list[dict[str, str]], list[dict[str, str]]]


def _kept(request: Request, message: Message | None) -> Given:
    if message is None:
        return {"segments": request.GET.getlist("segment")}, _first_facts(), []
    return _initial(message), message.brief.facts, message.brief.sources


def _typed(request: Request) -> Given:
    """What stands in the fields just now, and the source that was chosen."""
    data = request.POST
    form: dict[str, Any] = {name: data.get(name, "") for name in ("title", "purpose", "klass", "groups")}
    form |= {name: data.getlist(name) for name in ("channels", "languages", "segments")}
    sources = [row for row in _rows(request, "source", ("id", "label", "text")) if row["text"]]
    if chosen := queries.source(request.user, data.get("use", "")):
        sources.append(chosen)
    return form, [row for row in _rows(request, "fact", ("kind", "value")) if row["kind"] or row["value"]], sources


def _rows(request: Request, prefix: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    count = whole(request.POST.get(f"{prefix}-TOTAL_FORMS", ""), most=50)
    return [{name: request.POST.get(f"{prefix}-{n}-{name}", "") for name in names} for n in range(count)]


def _first_facts() -> list[dict[str, str]]:
    return [{"kind": kind, "value": ""} for kind in ("text", "date", "time", "room", "phone", "link")]


def _initial(message: Message) -> dict[str, Any]:
    brief = message.brief
    return {
        "title": message.title,
        "purpose": brief.purpose,
        "klass": message.klass,
        "channels": brief.channels,
        "languages": brief.languages,
        "segments": [a["segment"] for a in brief.audiences if a.get("segment")],
        "groups": ", ".join(a["label"] for a in brief.audiences if not a.get("segment")),
    }


def _save(request: Request, message: Message | None, brief: briefs.BriefInput) -> Message:
    if message is None:
        saved = briefs.start_message(by=request.user, brief=brief)
    else:
        saved = briefs.change_brief(by=request.user, message=message, brief=brief)
    briefs.plan_versions(by=request.user, message=saved)
    return saved


@allow("comms.view", "GET")
def versions(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    receipts = queries.Receipts(request.user)
    rows = queries.checked(request.user, message, receipts)
    jobs = queries.jobs_by_version(row.version for row in rows)
    context = {
        "message_row": message,
        "steps": steps(message, "versions"),
        "rows": [(row, jobs.get(row.version.public_id)) for row in rows],
        "model": model_state(request.user),
        "receipts": _receipts(receipts, rows),
        "open_count": sum(len(row.open) for row in rows if row.version.body),
        "being_written": sum(_is_being_written(row.version, jobs) for row in rows),
        "unwritten": [row for row in rows if not (row.version.body or _is_being_written(row.version, jobs))],
        "manners": _manners(),
    }
    return render(request, "comms/versions.html", context)


def _is_being_written(version: Version, jobs: dict[UUID, Job]) -> bool:
    return version.public_id in jobs and jobs[version.public_id].is_active


def _manners() -> list[tuple[str, str]]:
    return [("shorter", _("Shorter")), ("plainer", _("Plainer")), ("urgent", _("More urgent"))]


def _receipts(receipts: queries.Receipts, rows: list[queries.Checked]) -> list[tuple[Version, Any, Any]]:
    """Version, receipt, and its reasons in words; one where several versions go to the same people."""
    shown: dict[int, tuple[Version, Any, Any]] = {}
    for row in rows:
        if (found := receipts.of(row.version)) is not None and id(found) not in shown:
            shown[id(found)] = row.version, found, queries.explained(found.excluded)
    return list(shown.values())


@allow("comms.draft", "POST")
def write(request: Request, public_id: UUID) -> HttpResponse:
    """Write what has no words yet: by the model in the background, or from the house patterns at once."""
    message = message_or_404(request.user, public_id)
    require_writer(request.user, message)
    by_model = request.POST.get("with") == "model" and model_state(request.user).ready
    for version in queries.versions(message):
        if not version.body:
            _write_one(request, version, by_model)
    return redirect("comms:versions", public_id)


def _write_one(request: Request, version: Version, by_model: bool) -> None:
    if by_model:
        url = reverse("comms:versions", args=[version.message.public_id])
        draft_version.start(
            by=request.user, about=version, result_url=url, key=f"write-{version.pk}", version_id=version.pk
        )
        return
    try:
        drafting.write_from_template(by=request.user, version=version)
    except Problem as problem:
        toasts.error(request, str(problem))


@allow("comms.draft", "POST")
def rewrite(request: Request, public_id: UUID) -> HttpResponse:
    version = version_or_404(request.user, public_id)
    require_writer(request.user, version.message)
    url, manner = reverse("comms:versions", args=[version.message.public_id]), request.POST.get("manner", "")
    if manner == "pattern":
        return do(
            request,
            lambda: drafting.write_from_template(by=request.user, version=version),
            _("Written anew from the house pattern."),
            url,
        )
    if not model_state(request.user).ready or (manner not in {"", "translate", *prompts.MANNERS}):
        toasts.error(request, _("The model is off. Edit the words yourself, or use the house pattern."))
        return redirect(url)
    order: dict[str, Any] = {"by": request.user, "about": version, "result_url": url, "key": f"write-{version.pk}"}
    part = whole(request.POST.get("paragraph", ""))
    if manner == "translate":
        translate_version.start(**order, version_id=version.pk)
    elif manner:
        paragraph = part - 1 if part else None
        rewrite_version.start(**order, version_id=version.pk, manner=manner, paragraph=paragraph)
    else:
        draft_version.start(**order, version_id=version.pk)
    return redirect(url)


@allow("comms.view")
def edit(request: Request, public_id: UUID) -> HttpResponse:
    version = version_or_404(request.user, public_id)
    names = ("subject", "preheader", "body")
    form = WordsForm(
        request.POST or None, channel=version.channel, initial={name: getattr(version, name) for name in names}
    )
    if request.method == "POST":
        require_writer(request.user, version.message)
        if form.is_valid() and _saved(request, version, form):
            return redirect("comms:edit", public_id)
    row = next(row for row in queries.checked(request.user, version.message) if row.version.pk == version.pk)
    context = {
        "version": version,
        "message_row": version.message,
        "form": form,
        "row": row,
        "said": [wording.say(finding) for finding in row.findings],
        "wordings": queries.wordings(version),
        "fields": list(merging.FIELDS),
        "comments": queries.comments(version),
        "comment_form": CommentForm(body=version.body),
        "may_keep": any(finding.keepable for finding in row.findings),
        "trace": queries.trace(request.user, version, row.findings),
        "paragraphs": list(enumerate(prompts.paragraphs(version.body), 1)),
        "manners": _manners(),
        "model": model_state(request.user),
        "run": (run := queries.run_of(request.user, version)),
        "remembered": remembered(run) if run else [],
    }
    return render(request, "comms/edit.html", context, status=422 if form.errors else 200)


def _saved(request: Request, version: Version, form: WordsForm) -> bool:
    data, before = form.cleaned_data, version.message.state
    try:
        editing.edit_version(
            by=request.user,
            version=version,
            subject=data.get("subject", version.subject),
            preheader=data.get("preheader", version.preheader),
            body=data["body"],
        )
    except Problem as problem:
        add_problem(form, problem)
        return False
    toasts.success(request, saved(version.message, before))
    return True


@allow("comms.view", "GET")
def compare(request: Request, public_id: UUID, number: int) -> HttpResponse:
    """The words as they are now against an earlier wording, word by word."""
    version = version_or_404(request.user, public_id)
    wordings = queries.wordings(version)
    earlier = next((row for row in wordings if row.number == number), None)
    if earlier is None:
        raise Http404
    context = {
        "version": version,
        "message_row": version.message,
        "earlier": earlier,
        "pieces": word_changes(earlier.body, version.body),
        "subject": word_changes(earlier.subject, version.subject),
        "preheader": word_changes(earlier.preheader, version.preheader),
        "is_same": (earlier.subject, earlier.preheader, earlier.body)
        == (version.subject, version.preheader, version.body),
        "wordings": wordings,
    }
    return render(request, "comms/compare.html", context)


@allow("comms.draft", "POST")
def restore(request: Request, public_id: UUID, number: int) -> HttpResponse:
    version = version_or_404(request.user, public_id)
    require_writer(request.user, version.message)
    return do(
        request,
        lambda: editing.restore_wording(by=request.user, version=version, number=number),
        _("That wording is back."),
        reverse("comms:edit", args=[public_id]),
    )


@allow("comms.draft", "POST")
def accept(request: Request, public_id: UUID) -> HttpResponse:
    version = version_or_404(request.user, public_id)
    require_writer(request.user, version.message)
    return do(
        request,
        lambda: editing.accept_version(by=request.user, version=version),
        _("Noted that you read it."),
        reverse("comms:versions", args=[version.message.public_id]),
    )


@allow("comms.view", "POST")
def speak(request: Request, public_id: UUID) -> HttpResponse:
    """A person who speaks the language of a translation stands for its words."""
    version = version_or_404(request.user, public_id)
    return do(
        request,
        lambda: editing.speak_for(by=request.user, version=version),
        _("Noted that you stand for the words."),
        reverse("comms:versions", args=[version.message.public_id]),
    )


@allow("comms.draft", "POST")
def drop(request: Request, public_id: UUID) -> HttpResponse:
    version = version_or_404(request.user, public_id)
    require_writer(request.user, version.message)
    url = reverse("comms:versions", args=[version.message.public_id])
    return do(request, lambda: briefs.drop_version(by=request.user, version=version), _("The version is gone."), url)


@allow("comms.view", "POST")
def comment(request: Request, public_id: UUID) -> HttpResponse:
    """A remark on a line; `settle` marks one as dealt with."""
    version = version_or_404(request.user, public_id)
    url = reverse("comms:edit", args=[public_id]) + "#remarks"
    if settled := request.POST.get("settle"):
        row = next((row for row in queries.comments(version) if str(row.public_id) == settled), None)
        if row is None:
            raise Http404
        return do(request, lambda: editing.settle_comment(by=request.user, comment=row), _("Settled."), url)
    form = CommentForm(request.POST, body=version.body)
    if not form.is_valid():
        toasts.error(request, _("Choose the line and write a remark."))
        return redirect(url)
    data = form.cleaned_data
    return do(
        request,
        lambda: editing.comment(by=request.user, version=version, line=data["line"], text=data["text"]),
        _("Noted."),
        url,
    )
