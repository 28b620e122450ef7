"""Make the pocket contract: one file for the phone, or a booklet that is kept until the text changes."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from contracts.models import AgreementVersion, Booklet
from contracts.pocket import booklet, page
from contracts.pocket.edition import EDITIONS, MEMBER, STEWARD, Edition, edition_of
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files import pdf
from unionops.platform.files.models import Upload
from unionops.platform.files.services import destroy_upload, keep_made, read_upload

FORMS = ("html", "pdf")


def make_pocket(
    *, version: AgreementVersion, by: User, edition: str = MEMBER, form: str = "html", progress: Progress = silent
) -> bytes:
    """The whole text in one file: HTML that searches itself, or a PDF with contents and index."""
    if form not in FORMS:
        raise Problem("form", _("There is no such form."), _("Choose html or pdf."))
    source = edition_for(by, version, edition)
    data = booklet.draw(source, progress) if form == "pdf" else page.one_file(source)
    record(by, "made a pocket edition", version, detail={"edition": edition, "form": form, "stamp": source.stamp})
    return data


def edition_for(by: User, version: AgreementVersion, edition: str) -> Edition:
    """The edition, when there is such a one, the text holds anything, and this person may read it."""
    if edition not in EDITIONS:
        raise Problem("edition", _("There is no such edition."), _("Choose member or steward."))
    if edition == STEWARD and not may(by, "contracts.note"):
        raise Problem("edition", _("The stewards’ edition is for stewards."), _("Take the members’ edition."))
    source = edition_of(by, version, edition)
    if not source.groups:
        raise Problem("empty", _("This agreement holds no text yet."), _("Read the file first, then publish it."))
    return source


def folded_booklet(*, booklet: Booklet, by: User) -> bytes:
    """The kept booklet as sheets to print on both sides and fold."""
    data = pdf.folded(read_upload(booklet.upload))
    detail = {"edition": booklet.edition, "form": "folded", "stamp": booklet.stamp}
    record(by, "made a pocket edition", booklet.version, detail=detail)
    return data


def keep_booklet(*, version: AgreementVersion, by: User, edition: str, progress: Progress = silent) -> Booklet:
    """Make the booklet and keep it in place of the one before. The drawing runs before the database is locked."""
    source = edition_for(by, version, edition)
    data = booklet.draw(source, progress)
    name = f"{version.agreement.slug}-{edition}.pdf"
    upload = keep_made(by=by, data=data, name=name, media_type="application/pdf", purpose="booklet")
    return _replace_booklet(version=version, by=by, edition=edition, stamp=source.stamp, upload=upload)


@transaction.atomic
def _replace_booklet(
    *, version: AgreementVersion, by: User, edition: str, stamp: str, upload: Upload
) -> Booklet:  # fmt: skip
    before = Booklet.objects.filter(version=version, edition=edition).select_related("upload").first()
    old = before.upload if before else None
    kept, _made = Booklet.objects.update_or_create(
        version=version, edition=edition, defaults={"stamp": stamp, "upload": upload, "made_by": by}
    )
    if old is not None:
        destroy_upload(by=by, upload=old, reason="a newer booklet was drawn")
    record(by, "made a pocket edition", version, detail={"edition": edition, "form": "pdf", "stamp": stamp})
    return kept
