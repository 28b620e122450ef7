"""Passwords must hold against guessing, whatever characters they use."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

from unionops.platform.access.models import Local

LONGEST_CHECKED = 72
OURS = ("unionops", "union", "local", "steward", "grievance", "contract", "solidarity")


class StrengthValidator:
    """Refuses what a guessing program finds in under 10^8 tries (zxcvbn score 3)."""

    def validate(self, password: str, user: Any = None) -> None:
        local = Local.current()
        known = f"{local} {getattr(user, 'name', '')} {getattr(user, 'email', '')}".replace("@", " ")
        words = [*OURS, *known.split(), "".join(local.name.split())]
        if zxcvbn(password[:LONGEST_CHECKED], user_inputs=words)["score"] < 3:
            raise ValidationError(_("This password is easy to guess. ") + self.get_help_text(), code="too_easy")

    def get_help_text(self) -> str:
        return _("Four or five unrelated words make a good one.")
