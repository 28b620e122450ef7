"""How sign-in behaves here: by invitation only, second factors sealed, addresses counted fairly."""

from __future__ import annotations

import base64
import ipaddress
import os
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from unionops import secrets_folder
from unionops.platform.access.middleware import PUBLIC_COMPUTER
from unionops.platform.access.models.local import Local

NONCE = 12


def _second_factor_key(kept: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"second factors").derive(kept)


def seal_factor(text: str, kept: bytes) -> str:
    """The seed of a second factor as its column holds it; `kept` is the machine's key for files, 32 bytes."""
    nonce = os.urandom(NONCE)
    sealed = AESGCM(_second_factor_key(kept)).encrypt(nonce, text.encode(), b"mfa")
    return base64.b64encode(nonce + sealed).decode()


def open_factor(text: str, kept: bytes) -> str:
    """Raises cryptography's InvalidTag when the key is another one."""
    raw = base64.b64decode(text)
    return AESGCM(_second_factor_key(kept)).decrypt(raw[:NONCE], raw[NONCE:], b"mfa").decode()


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address or the password is not right. Capital letters matter."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, or use “Forgot your password?”."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: Any, **more: Any) -> HttpResponse | None:
        """Whether the computer is shared was said with the password or the passkey; the session keeps it."""
        request.session[PUBLIC_COMPUTER] = bool(request.POST.get("shared_computer"))
        answer: HttpResponse | None = super().pre_login(request, user, **more)
        return answer

    def post_login(self, request: HttpRequest, user: Any, **more: Any) -> HttpResponse:
        """Whoever has no second factor yet gave the password just now; it is not asked for again at once."""
        answer: HttpResponse = super().post_login(request, user, **more)
        if not is_mfa_enabled(user):
            reauthenticate_by_password(request)
        return answer

    def get_client_ip(self, request: HttpRequest) -> str:
        """IPv6 guests count by their /64, or one guest could try from 2^64 addresses."""
        found = ipaddress.ip_address(super().get_client_ip(request))
        if found.version == 4:
            return str(found)
        return str(ipaddress.ip_network(f"{found}/64", strict=False).network_address)

    def format_email_subject(self, subject: str) -> str:
        return f"[{Local.current()}] {subject}"


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code is not right, or it is too old. Wait for the next one and type it at once."),
    }

    def encrypt(self, text: str) -> str:
        return seal_factor(text, secrets_folder.files_key())

    def decrypt(self, encrypted_text: str) -> str:
        return open_factor(encrypted_text, secrets_folder.files_key())

    def get_totp_issuer(self) -> str:
        return str(Local.current())

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        return {**super().get_public_key_credential_rp_entity(), "name": str(Local.current())}
