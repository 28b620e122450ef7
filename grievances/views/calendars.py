"""The private calendar address: dates and numbers for a phone's calendar, never a name."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from grievances import exports
from grievances.services import feeds
from unionops.platform.access.actors import acting
from unionops.platform.access.allow import Request, allow, public


@allow("grievances.view", "GET POST")
def calendar(request: Request) -> HttpResponse:
    """Make a new address (the old one stops working), or switch it off."""
    if request.method == "POST" and "off" in request.POST:
        feeds.switch_off(by=request.user)
        messages.success(request, _("The calendar address is switched off."))
        return redirect("grievances:calendar")
    address = ""
    if request.method == "POST":
        token = feeds.new_address(by=request.user)
        address = request.build_absolute_uri(reverse("grievances:feed", args=[token]))
    context = {"address": address, "has_one": feeds.has_address(request.user)}
    return render(request, "grievances/calendar.html", context)


@public
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar itself. Whoever left office, or an unknown address: not found."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405)
    user = feeds.owner(token)
    if user is None:
        raise Http404
    with acting(user):
        return HttpResponse(exports.calendar(user), content_type="text/calendar; charset=utf-8")
