"""Passwords must hold against guessing, whatever characters they use."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

LONGEST_CHECKED = 72


class StrengthValidator:
    """Refuses what a guessing program finds in under 10^8 tries (zxcvbn score 3)."""

    def validate(self, password: str, user: Any = None) -> None:
        words = [str(getattr(user, name, "")) for name in ("name", "email")] if user else []
        if zxcvbn(password[:LONGEST_CHECKED], user_inputs=[word for word in words if word])["score"] < 3:
            raise ValidationError(_("This password is easy to guess. ") + self.get_help_text(), code="too_easy")

    def get_help_text(self) -> str:
        return _("Four or five unrelated words make a good one.")
