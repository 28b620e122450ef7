"""Addresses of clauses that stay the same for ever: agreement by slug, clause by label; and how they are cited."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contracts.models import AgreementVersion, Clause
from unionops.platform.core.days import today


def clause_url(clause: Clause) -> str:
    """`/contracts/<slug>/18.4#18.4-c`: the page of the section or article, and the place on it."""
    version = clause.version
    address = reverse("contracts:reader", args=[version.agreement.slug, clause.page_anchor or "part"])
    query = "" if _stands_first(version) else f"?v={version.public_id}"
    return f"{address}{query}#{fragment(clause)}"


def _stands_first(version: AgreementVersion) -> bool:
    """Whether the address without a version may lead to it: it is published, has begun, and nothing has replaced it."""
    begun = version.effective is None or version.effective <= today()
    replaced = version.superseded_on is not None and version.superseded_on <= today()
    return version.is_published and begun and not replaced


def source_of(clause: Clause) -> str:
    """'Master Agreement 2024–2027, 18.4, p. 12, in force from 1 Nov 2024': what a quotation of its words needs."""
    place = f"{clause.version}, {clause.label}, p. {clause.printed}{clause.as_amended}"
    return ", ".join(part for part in (place, holds(clause.version)) if part)


def quoted(words: str, source: str) -> str:
    """Words with where they stand, as people paste and send them."""
    return f"“{' '.join(words.split())}” ({source})"


def holds(version: AgreementVersion) -> str:
    """'in force from 1 Nov 2024', 'superseded on 1 Nov 2024', or nothing when its dates are not known."""
    if version.superseded_on:
        return _("superseded on %(day)s") % {"day": date_format(version.superseded_on, "j M Y")}
    return _("in force from %(day)s") % {"day": date_format(version.effective, "j M Y")} if version.effective else ""


def fragment(clause: Clause) -> str:
    """The part of the address behind the hash."""
    return f"c-{clause.anchor}"
