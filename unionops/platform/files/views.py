"""Checked download, and pictures of pages; a stored file is never shown as a page of ours."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from unionops.platform.access.allow import Request, allow, ask_again_who_you_are
from unionops.platform.core.problems import Problem
from unionops.platform.files import queries, services
from unionops.platform.files.kinds import STRIPPED
from unionops.platform.files.models import Upload

SANDBOX = "sandbox; default-src 'none'"


@allow("files.download", "GET")
def download(request: Request, public_id: uuid.UUID) -> HttpResponseBase:
    """The file itself, always as an attachment."""
    upload = _found(request, public_id)
    services.note_opened(by=request.user, upload=upload)
    response = StreamingHttpResponse(services.upload_pieces(upload), content_type=upload.media_type)
    response.headers["Content-Length"] = str(upload.size)
    return _to_keep(response, upload.name)


@allow("files.download", "GET")
def share(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Before a file goes to somebody outside: what it tells beside its content, and the copy that does not."""
    upload = _found(request, public_id)
    context: dict[str, Any] = {"upload": upload, "can": upload.extension in STRIPPED}
    try:
        context["told"] = services.told_beside(upload)
    except Problem as problem:
        context |= {"problem": problem, "can": False}
    return render(request, "files/share.html", context)


@allow("files.download", "GET")
def bare(request: Request, public_id: uuid.UUID) -> HttpResponseBase:
    """The copy, always as an attachment."""
    upload = _found(request, public_id)
    if upload.extension not in STRIPPED:
        raise Http404
    return _to_keep(HttpResponse(services.bare_copy(by=request.user, upload=upload), upload.media_type), upload.name)


@allow("files.download", "GET")
def page(request: Request, public_id: uuid.UUID, number: int) -> HttpResponseBase:
    """Page `number` of a PDF as a picture; a PNG or JPEG is one page."""
    upload = _found(request, public_id)
    most = 1 if upload.extension in services.PICTURES else (upload.pages or 0) if upload.extension == "pdf" else 0
    if not 1 <= number <= most:
        raise Http404
    return _boxed(HttpResponse(services.page_picture(by=request.user, upload=upload, number=number), "image/png"))


def _found(request: Request, public_id: uuid.UUID) -> Upload:
    upload = queries.upload(request.user, public_id)
    if upload is None:
        raise Http404
    if queries.needs_care(upload):
        ask_again_who_you_are(request)
    return upload


def _to_keep(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return _boxed(response)


def _boxed(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
