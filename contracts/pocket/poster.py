"""The poster for the break room: a square to point a phone at, and a clause if one is named."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from contracts.models import AgreementVersion, Clause
from unionops.platform.access.models import Local
from unionops.platform.files import pdf

TEMPLATE = "contracts/papers/qr_poster.html"


def draw(version: AgreementVersion, clause: Clause | None = None, words: str = "") -> bytes:
    """One page. The square leads to the public page if the local opened its agreements, else to the sign-in."""
    local = Local.current()
    url = settings.PUBLIC_URL + address(version, clause, public=local.contracts_public)
    import segno  # measured: 5 MB in every web process that draws no code

    code = segno.make(url, error="q").svg_data_uri(border=2, omitsize=True)
    context = {"version": version, "clause": clause, "words": words, "local": local, "url": url, "code": code}
    return pdf.render(TEMPLATE, context)


def address(version: AgreementVersion, clause: Clause | None, *, public: bool) -> str:
    slug = version.agreement.slug
    if clause is None:
        return reverse("contracts:public-contents" if public else "contracts:agreement", args=[slug])
    name = "contracts:public-clause" if public else "contracts:reader"
    anchor = clause.page_anchor or clause.anchor
    return reverse(name, args=[slug, anchor]) + ("" if anchor == clause.anchor else f"#c-{clause.anchor}")
