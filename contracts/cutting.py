"""Which reader cut a text: a mark of the code that cuts, so that a text cut by an older one is known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contracts.models import AgreementVersion, VersionState
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.core.codemark import mark_of

HERE = Path(__file__).parent


@cache
def mark() -> str:
    return mark_of(reader())


def reader() -> list[Path]:
    """The files whose code decides how a text is cut."""
    return [*sorted((HERE / "parsing").rglob("*.py")), HERE / "citing.py"]


def is_old(version: AgreementVersion) -> bool:
    """Whether a reader before today's cut this text, and it can be read again."""
    return bool(version.upload_id) and version.cut_by != mark() and version.state in READ


READ = (VersionState.PUBLISHED, VersionState.REVIEW)


def old(rows: QuerySet[AgreementVersion]) -> QuerySet[AgreementVersion]:
    return rows.filter(state__in=READ, upload__isnull=False).exclude(cut_by=mark())


def look() -> tuple[str, str, str]:
    """For the doctor."""
    with acting(system_actor()):
        found = [str(version) for version in old(AgreementVersion.objects.select_related("agreement"))]
    if not found:
        return "good", _("Every agreement was read by this version of the program."), ""
    said = ngettext(
        "%(n)d agreement was read by an older version of the program: %(names)s.",
        "%(n)d agreements were read by an older version of the program: %(names)s.",
        len(found),
    )
    names = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
    advice = _(
        "Open “How it was read” on the agreement’s page and press “Read again”. Notes, corrections and cases stay."
    )
    return "warn", said % {"n": len(found), "names": names}, advice
