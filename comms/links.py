"""Who a mail is from, its footer, and the signed links it carries."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from email.header import decode_header, make_header
from email.utils import parseaddr

from django.conf import settings
from django.core import signing
from django.urls import reverse

from comms import mime
from unionops.platform.access.models import Local
from unionops.platform.ops import mail

SALT = "comms.unsubscribe"
FOOTERS = {
    "en": "You get this because you work where {name} speaks for the workers. We do not track who opens or clicks.",
    "es": "Recibe esto porque trabaja donde {name} representa a los trabajadores. No seguimos quién abre o pulsa.",
}


def letterhead(local: Local) -> mime.Letterhead:
    """In the name and from the address entered on the page Mail: servers refuse what comes from any other."""
    name, bare = parseaddr(mail.sender())
    return mime.Letterhead(
        sender=bare,
        sender_name=str(make_header(decode_header(name))) or str(local),
        domain=bare.rpartition("@")[2],
        postal_address=local.postal_address,
        reply_to=local.contact_email if local.contact_email != bare else "",
        local_name=str(local),
    )


def footer(local: Local, language: str) -> str:
    why = FOOTERS.get(language[:2], FOOTERS["en"]).format(name=str(local))
    return "\n".join(part for part in (str(local), local.postal_address, why) if part)


StopLink = Callable[[uuid.UUID, uuid.UUID], str]


def unsubscriber() -> StopLink:
    """Makes (person, entry) -> signed address; the parts that never change are made once."""
    signer = signing.Signer(salt=SALT)
    before, after = (settings.PUBLIC_URL + reverse("comms:unsubscribe", args=["token"])).rsplit("token", 1)

    def link(person: uuid.UUID, entry: uuid.UUID) -> str:
        return before + signer.sign(f"{person.hex}.{entry.hex}").replace(":", "~") + after

    return link


def web_copy_url(version: uuid.UUID) -> str:
    """Where the copy of a version stands for those without e-mail."""
    return settings.PUBLIC_URL + reverse("comms:web-copy", args=[version])


def read_token(token: str) -> tuple[uuid.UUID, uuid.UUID] | None:
    """(person, outbox entry) of a link we made ourselves, or None."""
    try:
        signer = signing.Signer(salt=SALT, fallback_keys=[*settings.LINK_KEYS_BEFORE])
        person, entry = signer.unsign(token.replace("~", ":")).split(".")
        return uuid.UUID(person), uuid.UUID(entry)
    except (signing.BadSignature, ValueError):
        return None
