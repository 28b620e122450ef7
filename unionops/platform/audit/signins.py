"""Sign-ins, sign-outs, failures and second factors, as allauth and Django announce them."""

from __future__ import annotations

from typing import Any

from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from unionops.platform.access.services import end_sessions
from unionops.platform.audit.services import record


def listen() -> None:
    user_logged_in.connect(signed_in)
    user_logged_out.connect(signed_out)
    user_login_failed.connect(failed)
    mfa.authenticator_added.connect(factor_added)
    mfa.authenticator_removed.connect(factor_removed)


def signed_in(sender: Any, user: Any, **_: Any) -> None:
    record(user, "signed in", user)


def signed_out(sender: Any, user: Any, **_: Any) -> None:
    if user is not None:
        record(user, "signed out", user)


def failed(sender: Any, **_: Any) -> None:
    record(None, "failed to sign in")


def factor_added(sender: Any, request: Any, user: Any, authenticator: Any, **_: Any) -> None:
    _changed(request, user, "added a second factor", authenticator)


def factor_removed(sender: Any, request: Any, user: Any, authenticator: Any, **_: Any) -> None:
    _changed(request, user, "removed a second factor", authenticator)


def _changed(request: Any, user: Any, action: str, authenticator: Any) -> None:
    """Wherever else somebody is signed in to this account, it was without what counts now."""
    end_sessions(user, but=request.session.session_key)
    record(user, action, user, detail={"type": str(authenticator.type)})
