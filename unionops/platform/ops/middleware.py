"""Leads whoever comes to a box that nobody set up to the page that says how."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from unionops.platform.ops import queries

Answer = Callable[[HttpRequest], HttpResponse]


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
