"""For each address with a parameter: things of the demo to open it with; one without an entry fails the crawl."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from unionops.platform.access.models import User

# Addresses that are no pages: fragments, downloads, feeds, redirects by design.
NOT_PAGES = frozenset(
    {
        "account_logout",
        "account_signup",
        "account_inactive",
        "account_confirm_email",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_reset_password_done",
        "account_email_verification_sent",
        "account_reauthenticate",
        "account_confirm_login_code",
        "account_set_password",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_login_webauthn",
        "mfa_reauthenticate_webauthn",
        "mfa_signup_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "account_login",
        "ui:set-preferences",
    }
)
Example = Callable[[], list[Any]]
EXAMPLES: dict[str, Example] = {}


def prepare(user: User) -> None:
    """What the demo does not hold by itself."""
