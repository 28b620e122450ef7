"""A box that is not ready says so: its tables are of another version, or nobody set it up."""

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from unionops.platform.access import errors, tables
from unionops.platform.core.problems import Problem
from unionops.platform.ops import queries

Answer = Callable[[HttpRequest], HttpResponse]


class Tables:
    """Asks until the tables are right; once they are, only when the database refuses something."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response, self.right = get_response, False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request) if self.right else self._asked(request) or self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return self._asked(request) if isinstance(exception, DatabaseError) else None

    def _asked(self, request: HttpRequest) -> HttpResponse | None:
        try:
            tables.check()
        except Problem as problem:
            self.right = False
            return errors.unavailable(request, problem)
        self.right = True
        return None


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
