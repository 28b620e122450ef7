"""Somebody made up signs in to the copy a rehearsal unpacked: not only a whole file, but a box people can work on."""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from unionops.platform.access.models import Local
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_role, make_account
from unionops.platform.core.problems import Problem

MARK = "rehearsal"
"""A file of this name tells a copy from the box itself: only there an account is made that nobody asked for."""


def sign_in() -> bool:
    """Through the sign-in page to the first page. False where no local is set up yet. Raises Problem."""
    if not (Path(settings.DATA_DIR) / MARK).exists():
        raise Problem("no_rehearsal", "This folder is not a copy of a rehearsal.", "Type: ./manage.py doctor")
    if not Local.is_set_up():
        return False
    email, password = f"rehearsal-{secrets.token_hex(4)}@box.invalid", secrets.token_urlsafe(24)
    user = make_account(email=email, name="Rehearsal", password=password, check=False)
    give_role(user=user, role=Role.MEMBER, by=None)
    public = urlsplit(settings.PUBLIC_URL)
    client = Client(raise_request_exception=False, headers={"host": public.netloc})
    secure = public.scheme == "https"
    client.post(reverse("account_login"), {"login": email, "password": password}, secure=secure)
    page = client.get(reverse("dashboards:home"), secure=secure)
    if page.status_code != 200 or "_auth_user_id" not in client.session:
        said = _("Nobody can sign in to the restored copy: its first page answers %(status)d.")
        raise Problem("no_sign_in", said % {"status": page.status_code}, _("Use the backup before."))
    return True
