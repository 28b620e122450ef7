"""What the reader of a file handed over, kept so that corrections need no second reading."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import Any

from contracts import cutting
from contracts.models import AgreementVersion, KeptCut, Page

PAGE = ("number", "label", "text", "scanned")


@dataclass(slots=True)
class Parts:
    """Pages, clauses before any correction, and the account of one reading; `kept` when they were read before."""

    pages: list[dict[str, Any]] = field(default_factory=list)
    clauses: list[dict[str, Any]] = field(default_factory=list)
    account: dict[str, Any] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)
    kept: bool = False


def keep_parts(version: AgreementVersion, parts: Parts) -> None:
    """Put what was read in the place of an earlier reading; its pages are readable for themselves."""
    Page.objects.filter(version=version).delete()
    Page.objects.bulk_create([Page(version=version, **page) for page in parts.pages], batch_size=400)
    packed = zlib.compress(json.dumps([parts.clauses, parts.account]).encode())
    KeptCut.objects.update_or_create(version=version, defaults={"mark": cutting.mark(), "packed": packed})


def kept_parts(version: AgreementVersion) -> Parts | None:
    """What today's reader would hand over; None when another one cut the text, or none."""
    cut = KeptCut.objects.filter(version=version, mark=cutting.mark()).first()
    if cut is None:
        return None
    clauses, account = json.loads(zlib.decompress(cut.packed))
    pages = list(Page.objects.filter(version=version).order_by("number").values(*PAGE))
    return Parts(pages, clauses, account, kept=True)
