"""What happens around every page: a number for faults, the session's age, the actor, the gate."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlsplit

from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme

from unionops.platform.access import errors
from unionops.platform.access.actors import acting
from unionops.platform.access.allow import Request
from unionops.platform.access.models.local import Local
from unionops.platform.core import room

Answer = Callable[[HttpRequest], HttpResponse]
SEEN, STARTED, PUBLIC_COMPUTER, WANTED = "seen_at", "signed_in_at", "public_computer", "wanted"
RENEW = "renew"
LEAVING = "Clear-Site-Data"
ACCOUNT_METHODS = ["GET", "HEAD", "POST"]  # the form views of allauth would take PUT as well
STAMP_EVERY = 60
NOT_SO, TOO_MANY = 405, 429


def incident(get_response: Answer) -> Answer:
    """A short number that an error page shows and the log carries."""

    def number(request: HttpRequest) -> HttpResponse:
        cast(Request, request).incident = secrets.token_hex(4)
        response = get_response(request)
        if response.status_code == TOO_MANY and room.is_gone(settings.DATA_DIR):  # the count of tries found no room
            return errors.unavailable(request, room.problem())
        return response

    return number


class Sessions(SessionMiddleware):
    """Django's own, but an unknown session takes no cookie away: it may be the old key of a session that was renewed
    by another request of the same browser a moment ago, and the cookie is the new one by now."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response = super().process_response(request, response)
        cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie is not None and not cookie.value and LEAVING not in response.headers:
            del response.cookies[settings.SESSION_COOKIE_NAME]
        return response


class SignIn(LoginRequiredMiddleware):
    """Django's own, but whoever pressed a button while signed out comes back to the page it stood on.

    The address the button sends to may show nothing by itself.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        if request.method in ("GET", "HEAD"):
            return super().handle_no_permission(request, view_func)
        page = request.headers.get("Referer", "")
        ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
        address = urlsplit(page)._replace(scheme="", netloc="").geturl() if ours else ""
        return redirect_to_login(address or "/", resolve_url(settings.LOGIN_URL))


def session_age(get_response: Answer) -> Answer:
    """Idle and absolute limits of a session; the idle stamp is written once a minute at most.

    Whoever leaves takes the pages along: the browser is told to empty its cache.
    """

    def check(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return get_response(request)
        public = request.session.get(PUBLIC_COMPUTER)
        _end_old_session(request)
        response = get_response(request)
        if not request.user.is_authenticated:
            response.headers[LEAVING] = '"cache", "storage"' if public else '"cache"'
        return response

    return check


def _end_old_session(request: HttpRequest) -> None:
    now, session = int(time.time()), request.session
    started, seen = session.setdefault(STARTED, now), session.setdefault(SEEN, now)
    public = session.get(PUBLIC_COMPUTER)
    idle = settings.SESSION_IDLE_SECONDS_PUBLIC if public else settings.SESSION_IDLE_SECONDS
    if now - seen > idle or now - started > settings.SESSION_COOKIE_AGE:
        logout(request)
        return
    if now - seen >= STAMP_EVERY:
        session[SEEN] = now
    if session.pop(RENEW, False):
        renew(session)


def renew(session: Any) -> None:
    """A new key in the place of the old one, in the list of sessions too; of two requests at once the first does it.

    The other one is answered, but leaves no session: nobody could end one that is not in the list.
    """
    before = session.session_key
    session.cycle_key()
    if not UserSession.objects.filter(session_key=before).update(session_key=session.session_key):
        session.delete(session.session_key)
        session.modified = False


def actor(get_response: Answer) -> Answer:
    """Bind the signed-in person, and the local's own time zone, for as long as the request runs."""

    def bind(request: HttpRequest) -> HttpResponse:
        local = Local.current()
        cast(Request, request).local = local
        with timezone.override(local.time_zone), acting(request.user if request.user.is_authenticated else None):
            response = get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        return response

    return bind


class Gate:
    """Every view names a capability or is public; content roles need a second factor first."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        opened = response.status_code == NOT_SO and request.method in ("GET", "HEAD")
        return errors.only_a_form(request, response) if opened else response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if is_account_page(view):
            return None if request.method in ACCOUNT_METHODS else HttpResponseNotAllowed(ACCOUNT_METHODS)
        if getattr(view, "is_public", False):
            return None
        if not hasattr(view, "capability"):
            return _unmarked(view)
        if needs_second_factor(request):
            if request.method == "GET":
                request.session[WANTED] = request.get_full_path()
            return redirect("mfa_index")
        return None


def _unmarked(view: Any) -> HttpResponse | None:
    if settings.DEBUG:
        raise ImproperlyConfigured(f"{view} names no capability")
    raise Http404


def is_account_page(view: Any) -> bool:
    return str(getattr(view, "__module__", "")).startswith("allauth.")


def needs_second_factor(request: HttpRequest) -> bool:
    """A content role without TOTP or passkey; not in a demo folder on loopback."""
    user: Any = request.user
    if not user.is_authenticated or not user.must_have_second_factor:
        return False
    if settings.DEMO_MARK.exists() and settings.LOOPBACK:
        return False
    return not is_mfa_enabled(user)
