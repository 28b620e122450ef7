"""Sending, what is on its way, what came back, previews, who is left out, files for other tools."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages as toasts
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from comms import links, mailboxes, outreach, queries
from comms.forms import BounceForm, ExportForm, ReplyForm, SendForm
from comms.models import WENT_OUT, Klass, Medium, Message, SendState, Version
from comms.services import bounces, exporting, sending, testing
from comms.tasks import deliver, read_mailbox
from comms.views.common import do, message_or_404, send_or_404, steps, version_or_404
from members.reaching.audience import Receipt
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.asked import whole
from unionops.platform.core.problems import Problem
from unionops.platform.files import letters


@allow("comms.view", "GET")
def send_page(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    rows, receipts = queries.versions(message), queries.Receipts(request.user)
    context = {
        "message_row": message,
        "steps": steps(message, "send"),
        "rows": [_counted(row, receipts) for row in rows],
        "sends": queries.sends(message),
        "heard": _heard(rows),
        "letters_due": message.klass == Klass.LEGAL_NOTICE and _has_no_letters(message, rows),
        "exports": [(row, outreach.label_of(row.format)) for row in queries.exports(message)],
        "form": SendForm(),
        "web_copies": _web_copies(message, rows),
        "is_out": message.state in WENT_OUT,
        "wrote_it": request.user.pk in queries.writers(message),
        "approvals": queries.standing_approvals(message),
        "ready": message.state in exporting.READY,
        "mails": [row for row in rows if row.reach == "email" and row.segment_id],
    }
    return render(request, "comms/send.html", context)


def _has_no_letters(message: Message, rows: list[Version]) -> bool:
    """Whether a letter of it was never made into a file."""
    made = {export.version_id for export in queries.exports(message)}
    return any(row.channel == Medium.LETTER and row.pk not in made for row in rows)


def _counted(row: Version, receipts: queries.Receipts) -> tuple[Version, Receipt | None, tuple[int, int], int]:
    """A version, who would get it now, (joined, left) since approval, and how many get it: no one who joined."""
    now = receipts.of(row)
    changed = queries.changed_since(row, now)
    return row, now, changed, now.included - changed[0] if now else 0


def _web_copies(message: Message, rows: list[Version]) -> list[tuple[Version, str]]:
    """Each version with the address of its copy; none before the message went out."""
    is_out = message.has_web_copy and message.state in WENT_OUT
    return [(row, links.web_copy_url(row.public_id)) for row in rows] if is_out else []


def _heard(rows: list[Version]) -> list[tuple[Version, list[tuple[str, int]]]]:
    """What callers and texters brought back, by version."""
    found = queries.results_by_version(row.pk for row in rows)
    return [(row, found[row.pk]) for row in rows if row.pk in found]


@allow("comms.send", "POST", step_up=True)
def schedule(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    url, form = reverse("comms:send", args=[public_id]), SendForm(request.POST)
    if not form.is_valid():
        for errors in form.errors.values():
            toasts.error(request, " ".join(str(error) for error in errors))
        return redirect(url)
    try:
        sends = sending.schedule_send(
            by=request.user,
            message=message,
            at=form.cleaned_data["at"],
            per_minute=form.cleaned_data["per_minute"] or 0,
        )
    except Problem as problem:
        toasts.error(request, str(problem))
        return redirect(url)
    for send in sends:
        _start(request, send.pk, reverse("comms:sending", args=[send.public_id]))
    return redirect("comms:sending", sends[0].public_id)


def _start(request: Request, send_id: int, url: str) -> None:
    deliver.start(by=request.user, result_url=url, key=f"send-{send_id}", send_id=send_id)


@allow("comms.view", "GET")
def sending_page(request: Request, public_id: UUID) -> HttpResponse:
    send = send_or_404(request.user, public_id)
    totals = queries.totals(send)
    context = {
        "send": send,
        "message_row": send.version.message,
        "totals": totals,
        "stopped": (stopped := queries.stopped(send)),
        "later_no": totals["suppressed"] - stopped,
        "sum": sum(totals.values()),
        "left_out": sum(send.excluded.values()),
        "reasons": queries.explained(send.excluded),
        "put_off": queries.asked_to_wait(send),
        "results": queries.results(send),
        "doubtful": queries.entries(request.user, send, "unknown")[:200],
        "failed": queries.entries(request.user, send, "failed")[:200],
        "late": [
            (e.person, queries.reason_words(e.detail)) for e in queries.entries(request.user, send, "suppressed")[:200]
        ],
        "replies": send.replies.select_related("by"),
        "reply_form": ReplyForm(),
        "running": send.state in (SendState.WAITING, SendState.SENDING),
    }
    name = "comms/_sending.html" if request.htmx else "comms/sending.html"
    return render(request, name, context)


@allow("comms.send", "POST")
def control(request: Request, public_id: UUID, deed: str) -> HttpResponse:
    """Pause, resume, stop, take back, or decide about messages in doubt."""
    send, by = send_or_404(request.user, public_id), request.user
    url = reverse("comms:sending", args=[public_id])
    deeds = {
        "pause": (lambda: sending.pause_send(by=by, send=send), _("Paused.")),
        "resume": (lambda: sending.resume_send(by=by, send=send), _("Going on.")),
        "stop": (lambda: sending.stop_send(by=by, send=send), _("Stopped. Whoever was waiting gets nothing.")),
        "cancel": (lambda: sending.cancel_send(by=by, send=send), _("Taken back. Nothing has left.")),
        "delivered": (
            lambda: sending.settle_unknown(by=by, send=send, delivered=True),
            _("Those in doubt count as delivered."),
        ),
        "again": (
            lambda: sending.settle_unknown(by=by, send=send, delivered=False),
            _("Those in doubt are sent again."),
        ),
    }
    if deed not in deeds:
        raise Http404
    response = do(request, *deeds[deed], url)
    if deed in ("resume", "again"):
        _start(request, send.pk, url)
    return response


@allow("comms.send", "POST")
def reply(request: Request, public_id: UUID) -> HttpResponse:
    send, form = send_or_404(request.user, public_id), ReplyForm(request.POST)
    url = reverse("comms:sending", args=[public_id])
    if not form.is_valid():
        toasts.error(request, _("Write what came back, and how many."))
        return redirect(url)
    data = form.cleaned_data
    return do(
        request,
        lambda: sending.note_reply(by=request.user, send=send, text=data["text"], count=data["count"]),
        _("Noted."),
        url,
    )


@allow("comms.view", "GET")
def preview(request: Request, public_id: UUID) -> HttpResponse:
    """The words as one person will read them; `?n=` walks through the audience, `?who=` looks for a name in it."""
    version = version_or_404(request.user, public_id)
    number, who = whole(request.GET.get("n", "")), request.GET.get("who", "").strip()[:100]
    place = queries.place_of(request.user, version, who) if who else None
    if place is not None:
        number = place
    context = {
        "who": who,
        "is_unknown": bool(who) and place is None,
        "version": version,
        "message_row": version.message,
        "shown": queries.preview(request.user, version, number),
        "phone": request.GET.get("on") == "phone",
    }
    return render(request, "comms/preview.html", context)


@allow("comms.send", "GET")
def left_out(request: Request, public_id: UUID) -> HttpResponse:
    """Each person who does not get it, with the reason."""
    version = version_or_404(request.user, public_id)
    receipt = queries.receipt(request.user, version)
    if receipt is None:
        raise Http404
    only = request.GET.get("reason", "")
    people = [(person, queries.reason_words(code)) for person, code in receipt.left_out if only in ("", code)]
    context = {
        "version": version,
        "message_row": version.message,
        "receipt": receipt,
        "reasons": queries.explained(receipt.excluded),
        "people": people[:500],
        "only": only,
    }
    return render(request, "comms/left_out.html", context)


@allow("comms.draft", "POST")
def test_send(request: Request, public_id: UUID) -> HttpResponse:
    version = version_or_404(request.user, public_id)
    return do(
        request,
        lambda: testing.send_test(by=request.user, version=version),
        _("A test is on its way to %s.") % request.user.email,
        reverse("comms:versions", args=[version.message.public_id]),
    )


@allow("comms.export", step_up=True)
def export(request: Request, public_id: UUID) -> HttpResponse:
    version = version_or_404(request.user, public_id)
    form = ExportForm(request.POST or None, formats=outreach.formats_for(version.channel))
    if request.method == "POST" and form.is_valid():
        try:
            file = exporting.export_version(by=request.user, version=version, **form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return _download(file)
    receipt = queries.receipt(request.user, version)
    context = {
        "version": version,
        "message_row": version.message,
        "form": form,
        "receipt": receipt,
        "had": queries.had_already(version),
        "lost": _not_printable(receipt) if version.channel == Medium.LETTER else [],
    }
    return render(request, "comms/export.html", context, status=422 if form.errors else 200)


def _not_printable(receipt: Receipt | None) -> list[str]:
    """Names that letters and labels cannot show."""
    return letters.not_drawn(reached.person.name for reached in receipt.people) if receipt else []


@allow("comms.export", step_up=True, methods="GET")
def fetch(request: Request, public_id: UUID) -> HttpResponse:
    """A file made in the last 24 hours, as it was."""
    row = queries.export(request.user, public_id)
    if row is None or row.version is None:
        raise Http404
    try:
        return _download(exporting.fetch_again(by=request.user, export=row))
    except Problem as problem:
        toasts.error(request, str(problem))
        return redirect("comms:send", row.version.message.public_id)


def _download(file: outreach.File) -> HttpResponse:
    response = HttpResponse(file.content, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response["Cache-Control"] = "no-store"
    return response


@allow("comms.send")
def bounced(request: Request) -> HttpResponse:
    """Read returned mail and opt-outs from a file."""
    place = mailboxes.configured()
    form = BounceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and "mailbox" in request.POST and place:
        read_mailbox.start(by=request.user, result_url=reverse("comms:bounces"), key="read-mailbox")
        toasts.success(request, _("The mailbox is being read."))
        return redirect("comms:bounces")
    found = None
    if request.method == "POST" and form.is_valid():
        try:
            found = bounces.read_bounces(by=request.user, data=form.cleaned_data["file"].read())
        except Problem as problem:
            form.add_error(None, str(problem))
    context = {"form": form, "found": found, "place": mailboxes.shown(place) if place else ""}
    return render(request, "comms/bounces.html", context, status=422 if form.errors else 200)
