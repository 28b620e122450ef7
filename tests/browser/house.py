"""Builds a demo house in a folder of its own and prints what a browser needs to walk through it, as JSON.

Run as `manage.py shell -c "from tests.browser.house import main; main()"`, with UNIONOPS_TEST_DATA naming the folder.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator
from typing import Any

from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import CommandError, call_command
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import tables
from tests.browser.examples import EXAMPLES, NOT_PAGES, prepare
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local, RoleAssignment, User
from unionops.platform.access.roles import Role

PHRASE = "a long enough pass phrase"


def build() -> dict[str, Any]:
    settings.DEMO_MARK.parent.mkdir(parents=True, exist_ok=True)
    settings.DEMO_MARK.touch()
    shutil.copyfile(tables.sealed(), settings.DATABASES["default"]["NAME"])
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    trouble = _load_demo()
    Local.objects.get_or_create(pk=1, defaults={"name": "Harbor Federal Workers", "number": "12", "is_demo": True})
    people = {"everything": _user("everything", *Role.values)}
    people |= {role: _user(role, role) for role in Role.values}
    people["with a code"] = _with_a_code()
    with acting(system_actor()):
        prepare(people["everything"])
        urls, missing = _pages()
    return {
        "cookies": {name: _session(user) for name, user in people.items()},
        "cookie": settings.SESSION_COOKIE_NAME,
        "pages": urls,
        "missing": missing,
        "trouble": trouble,
        "phrase": PHRASE,
        "new_password": _new_password(people["member"]),
    }


def _load_demo() -> str:
    """What went wrong, in words; the walk goes on with what there is."""
    try:
        call_command("load_demo", stdout=sys.stderr)
    except CommandError as error:
        return str(error)
    return ""


def _user(name: str, *roles: str) -> User:
    user, made = User.objects.get_or_create(email=f"{name}@browser.example.org", defaults={"name": f"Test {name}"})
    if made:
        user.set_password(PHRASE)
        user.save()
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        for role in roles:
            RoleAssignment.objects.create(user=user, role=role)
    return user


def _with_a_code() -> User:
    """Somebody whose second step is an app, with recovery codes."""
    user = _user("code", Role.STEWARD)
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(user)
    return user


def _new_password(user: User) -> str:
    """The address that a mail about a forgotten password names."""
    key = f"{user_pk_to_url_str(user)}-{EmailAwarePasswordResetTokenGenerator().make_token(user)}"
    return reverse("account_reset_password_from_key", kwargs={"uidb36": key.split("-")[0], "key": key.split("-", 1)[1]})


def _session(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    shown = {"method": "password", "at": time.time() + 3600, "email": user.email, "reauthenticated": True}
    session["account_authentication_methods"] = [shown]
    session["account_authentication_methods_user"] = str(user.pk)
    session.create()
    return str(session.session_key)


def _patterns(resolver: Any, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            inner = ":".join(filter(None, [space, each.namespace or ""]))
            yield from _patterns(each, inner)
        elif each.name:
            yield f"{space}:{each.name}" if space else each.name, each


def _pages() -> tuple[list[dict[str, str]], list[str]]:
    """Every address that answers GET with a page, made from the resolver; names without an example are missing."""
    pages, missing = [], []
    for name, pattern in _patterns(get_resolver()):
        methods = getattr(pattern.callback, "methods", ("GET",))
        if "GET" not in methods or name in NOT_PAGES:
            continue
        try:
            pages += [{"name": name, "path": path} for path in _paths(name, pattern)]
        except LookupError as error:
            missing.append(f"{name} ({error})")
    return pages, missing


def _paths(name: str, pattern: URLPattern) -> list[str]:
    if not pattern.pattern.regex.groupindex:
        return [reverse(name), *(reverse(name) + query for query in EXAMPLES.get(name, list)())]
    if name not in EXAMPLES:
        raise LookupError("no example in tests/browser/examples.py")
    found = EXAMPLES[name]()
    if not found:
        raise LookupError("the demo has no such thing")
    return [reverse(name, kwargs=kwargs) for kwargs in found]


def main() -> None:
    print(json.dumps(build()))
