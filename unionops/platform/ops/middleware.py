"""A box that is not ready says so: its tables are of another version, or nobody set it up."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from unionops.platform.access import errors, tables
from unionops.platform.core.problems import Problem
from unionops.platform.ops import queries, rescue, setup_code, symptoms
from unionops.platform.ops.backups import shelf

Answer = Callable[[HttpRequest], HttpResponse]
FAULT = 500


class Damaged:
    """Over a damaged database there is one page: what is wrong and, behind the link of the console, the way back.

    It stands before everything that would ask the database, the sign-in among it; nothing is read or written there.
    """

    def __init__(self, get_response: Answer) -> None:
        if not settings.DAMAGED:
            raise MiddlewareNotUsed

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(translation.get_language_from_request(request)):
            code = request.path.removeprefix(rescue.PATH).rstrip("/")
            if not request.path.startswith(rescue.PATH) or not setup_code.fits(code):
                return errors.unavailable(request, rescue.problem())
            return _wizard(request, **(_restored(request) if request.method == "POST" else {}))


def _restored(request: HttpRequest) -> dict[str, Any]:
    try:
        return {"done": rescue.restore(request.POST.get("copy", ""))}
    except Problem as problem:
        return {"problem": problem}


def _wizard(request: HttpRequest, **words: Any) -> HttpResponse:
    copies = rescue.copies()
    words |= {"copies": copies, "command": rescue.command(copies[0]) if copies else "", "damage": settings.DAMAGED}
    words |= {"data": settings.DATA_DIR, "folder": shelf.folder()}
    status = 422 if "problem" in words else 200
    return HttpResponse(render_to_string("ops/rescue.html", words), status=status)


class Tables:
    """Asks until the tables are right; once they are, only when the database refuses something.

    A page that failed because the file is torn has the box start anew: it then comes up as `Damaged`.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response, self.right = get_response, False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = (None if self.right else self._asked(request)) or self.get_response(request)
        return (_torn(request) if answer.status_code == FAULT else None) or answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return self._asked(request) if isinstance(exception, DatabaseError) else None

    def _asked(self, request: HttpRequest) -> HttpResponse | None:
        try:
            tables.check()
        except Problem as problem:
            self.right = False
            return _torn(request) or errors.unavailable(request, problem)
        self.right = True
        return None


def _torn(request: HttpRequest) -> HttpResponse | None:
    """Where a local's file is damaged: everything is started anew, which leads to the way back."""
    if not settings.IN_USE_MARK.exists() or not symptoms.fault(symptoms.AFTER_A_FAILURE):
        return None
    rescue.ask_for_a_start(Path(settings.DATA_DIR))
    return errors.unavailable(request, rescue.problem())


def first_run(get_response: Answer) -> Answer:
    """Only the front door and the sign-in page look; once set up, a box never asks again."""
    known = {"set_up": False}

    def lead(request: HttpRequest) -> HttpResponse:
        if known["set_up"] or request.path not in {"/", reverse("account_login")}:
            return get_response(request)
        if queries.waits_for_set_up():
            return redirect("ops:welcome")
        known["set_up"] = True
        return get_response(request)

    return lead
