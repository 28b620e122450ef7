"""The poster for the break room: a square to point a phone at, and a clause if one is named."""

from __future__ import annotations

import textwrap

from django.conf import settings
from django.urls import reverse

from contracts.models import AgreementVersion, Clause
from unionops.platform.access.models import Local
from unionops.platform.files import pdf

TEMPLATE = "contracts/papers/qr_poster.html"
LINES, LINE, LINE_OF_CAPITALS = 9, 72, 48  # of the smaller type


def draw(version: AgreementVersion, clause: Clause | None = None, words: str = "") -> bytes:
    """One page. The square leads to the public page if the local opened its agreements, else to the sign-in."""
    local = Local.current()
    url = settings.PUBLIC_URL + address(version, clause, public=local.contracts_public)
    import segno  # measured: 5 MB in every web process that draws no code

    code = segno.make(url, error="q").svg_data_uri(border=2, omitsize=True)
    said = fitting(words)
    context = {"version": version, "clause": clause, "words": said, "local": local, "url": url, "code": code}
    is_long = len(said) > 400 or said.count("\n") > 4
    return pdf.render(TEMPLATE, {**context, "is_long": is_long})


def fitting(words: str) -> str:
    """As much as stands above the square on one page; what is cut ends in dots, for the square leads to the rest."""
    kept: list[str] = []
    room = LINES
    for line in words.splitlines():
        whole = textwrap.wrap(line, LINE_OF_CAPITALS if line.isupper() else LINE) or [""]
        if len(whole) > room:
            return "\n".join([*kept, f"{' '.join(whole[:room])} …".strip()])
        kept.append(line)
        room -= len(whole)
    return "\n".join(kept)


def address(version: AgreementVersion, clause: Clause | None, *, public: bool) -> str:
    slug = version.agreement.slug
    if clause is None:
        return reverse("contracts:public-contents" if public else "contracts:agreement", args=[slug])
    name = "contracts:public-clause" if public else "contracts:reader"
    anchor = clause.page_anchor or clause.anchor
    return reverse(name, args=[slug, anchor]) + ("" if anchor == clause.anchor else f"#c-{clause.anchor}")
