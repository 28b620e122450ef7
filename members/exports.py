"""Files and papers of the roster as answers to a browser."""

from __future__ import annotations

import datetime
import json
from typing import Any

from django.http import HttpResponse

from members.reports import sections_of
from members.services.exporting import Export
from unionops.platform.access.models import Local
from unionops.platform.files import pdf


def download(export: Export) -> HttpResponse:
    return attachment(export.data, export.name, export.media_type)


def attachment(data: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def summary_paper(found: dict[str, Any], as_of: datetime.date) -> HttpResponse:
    """The reconciliation on paper, for the treasurer."""
    context = {"found": found, "sections": sections_of(found), "as_of": as_of, "local": Local.current()}
    return attachment(pdf.render("members/papers/reconcile.html", context), "reconciliation.pdf", "application/pdf")


def record_paper(record: dict[str, Any]) -> bytes:
    return pdf.render("members/papers/record.html", {"record": record, "local": Local.current()})


def record_json(record: dict[str, Any]) -> bytes:
    return json.dumps(record, indent=1, ensure_ascii=False, default=str).encode()
