"""Pages of the frame: reading settings, help, keyboard, accessibility, the gallery of parts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from unionops.platform.access.allow import Request, allow, ask_again_who_you_are, public
from unionops.platform.ui import gallery as samples
from unionops.platform.ui import queries, services
from unionops.platform.ui.forms import ReadingForm
from unionops.platform.ui.middleware import owner_mark, remember


@allow("preferences.edit")
def preferences(request: Request) -> HttpResponse:
    """Kept with the account, and as cookies on this device."""
    form = ReadingForm(request.POST or None, initial=_as_now(request, queries.kept(request.user).language))
    if request.method == "POST" and form.is_valid():
        language = form.cleaned_data["language"]
        services.keep_reading(user=request.user, reading=form.reading(), language=language)
        return _kept(request, form, owner_mark(request.user), "ui:preferences")
    return _preferences_page(request, form)


@allow("home.view", methods="POST")
def stay(request: Request) -> HttpResponse:
    """Somebody is still there: the session's age starts anew with this very request."""
    return HttpResponse(status=204) if request.htmx else redirect("dashboards:home")


@allow("home.view", methods="GET")
def here(request: Request) -> HttpResponse:
    """Before a press with typed words: whether the house still knows who is here, with a token that works now.

    Where the page (`?page=`) asks again who somebody is, this does too: a redirect says no.
    """
    if _asks_again(request.GET.get("page", "")):
        ask_again_who_you_are(request)
    return HttpResponse(get_token(request), content_type="text/plain")


def _asks_again(path: str) -> bool:
    try:
        return bool(getattr(resolve(path).func, "step_up", False))
    except Resolver404:
        return False


@public
def set_preferences(request: HttpRequest) -> HttpResponse:
    """The same for somebody who has not signed in: only cookies on this device."""
    if request.user.is_authenticated:
        return redirect("ui:preferences")
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    form = ReadingForm(request.POST or None, initial=_as_now(request, language))
    if request.method == "POST" and form.is_valid():
        return _kept(request, form, "", "ui:set-preferences")
    return _preferences_page(request, form)


def _as_now(request: HttpRequest, language: str) -> dict[str, Any]:
    reading: Any = getattr(request, "reading", None)
    return {**(asdict(reading) if reading else {}), "language": language}


def _preferences_page(request: HttpRequest, form: ReadingForm) -> HttpResponse:
    return render(request, "ui/preferences.html", {"form": form}, status=422 if form.errors else 200)


def _kept(request: HttpRequest, form: ReadingForm, owner: str, name: str) -> HttpResponse:
    language = form.cleaned_data["language"]
    with translation.override(language or translation.get_language()):
        messages.success(request, _("Your reading settings are kept."))
    response = redirect(name)
    remember(response, form.reading(), language, owner)
    return response


@public
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/help.html")


@public
@require_safe
def keyboard(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/keyboard.html")


@public
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/accessibility.html")


@allow("gallery.view", methods="GET POST")
def gallery(request: Request) -> HttpResponse:
    """Every part in every state, with invented words: for those who build pages, or look after the machine."""
    form = samples.SampleForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "ui/gallery.html", {"form": form, **samples.values()}, status=status)
